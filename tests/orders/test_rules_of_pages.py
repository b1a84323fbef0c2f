"""Pages of judges and orders of courts, as they are really written: what binds is read, what only tells is not."""

from __future__ import annotations

import pytest

from soordered.orders.header_from_text import header
from soordered.orders.order_reading import OrderReading, read_order
from soordered.orders.order_text import order_text
from soordered.orders.provisions_from_rules import provisions
from soordered.orders.service_pages import is_service_page
from soordered.rules.vocabulary import Act, Facet


def read(text: str) -> OrderReading:
    """A page of a judge, read."""
    return read_order(f"STANDING ORDER\n\nJudge Ada Quill\n\n{text}", name="page.txt")


def labels(text: str) -> list[tuple[Facet, str]]:
    """Kind and words of every label of a page."""
    return [(one.kind, " ".join((one.quote.text or "").split())) for one in provisions(read(text))]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Judge Quill requires a table of contents in any brief above ten pages.",
            (Facet.CONTENT_REQUIREMENT, "Judge Quill requires a table of contents in any brief above ten pages"),
        ),
        ("Adherence to E.D. Mich. LR 7.1 is mandatory.", (Facet.DUTY, "Adherence to E.D. Mich. LR 7.1 is mandatory")),
        ("Courtesy copies are required.", (Facet.COPIES, "Courtesy copies")),
        (
            "Chambers copies of letters are not required.",
            (Facet.PERMISSION, "Chambers copies of letters are not required"),
        ),
        (
            "The movant must promptly and fully answer each request.",
            (Facet.DUTY, "The movant must promptly and fully answer each request"),
        ),
        (
            "To keep cost, time and temper in check, counsel shall talk to each other first.",
            (Facet.MEETING, "counsel shall talk to each other first"),
        ),
        (
            "The parties are reminded of their duty under the rules to meet and confer.",
            (Facet.MEETING, "The parties are reminded of their duty under the rules to meet and confer"),
        ),
        (
            "The Court asks that counsel submit a list of exhibits.",
            (Facet.DUTY, "counsel submit a list of exhibits"),
        ),
        (
            "When quoting a transcript, reference the page and the line.",
            (Facet.DUTY, "reference the page and the line"),
        ),
        (
            "The outcome of the talk must be stated in the body of the motion.",
            (Facet.CONTENT_REQUIREMENT, "The outcome of the talk must be stated in the body of the motion"),
        ),
        (
            "The Court requires an original and two copies of each exhibit.",
            (Facet.COPIES, "The Court requires an original and two copies of each exhibit"),
        ),
        (
            "Parties are neither required nor permitted to notice motions for a hearing.",
            (Facet.PROHIBITION, "Parties are neither required nor permitted to notice motions for a hearing"),
        ),
        (
            "The chambers copy must be sent by courier on the same day.",
            (Facet.DEADLINE, "on the same day"),
        ),
        (
            "Requests made without a date will not be scheduled for a hearing.",
            (Facet.SANCTION, "Requests made without a date will not be scheduled for a hearing"),
        ),
        (
            "The movant must file a statement setting out the competing schedules.",
            (Facet.DUTY, "The movant must file a statement setting out the competing schedules"),
        ),
        (
            "The letter must be in a text-searchable format.",
            (Facet.FORMAT_REQUIREMENT, "The letter must be in a text-searchable format"),
        ),
    ],
)
def test_what_a_page_asks_for_is_read(text: str, label: tuple[Facet, str]) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Court will issue the notice of hearing upon receipt of the motion.",  # no sanction, though it "issues"
        "Not all messages will be returned.",
        "If all issues are settled in the event that the talks go well before the hearing, nothing is left.",
        "The attention of counsel is directed to Local Rule 7.1.",
        "There is no order in which discovery must take place.",
        "No motion is pending.",
        "Docket No. 36-2.",
        "Pursuant to the request that a conference be held by May 3, 2030, and having heard both sides,",
        "You may review the calendar on the website of the court.",
        "The Court prepares its own orders unless counsel is instructed to prepare one.",
    ],
)
def test_no_sanction_and_no_deadline_is_made_of_what_only_tells(text: str) -> None:
    found = {kind for kind, _ in labels(text)}
    assert not found & {Facet.SANCTION, Facet.DEADLINE, Facet.DUTY}


@pytest.mark.parametrize(
    "text",
    [
        "If a brief and its exhibits exceed twelve pages, an index must be added.",
        "The Court will rule without requiring counsel to appear.",
    ],
)
def test_what_is_only_supposed_is_no_length_and_no_duty_to_come(text: str) -> None:
    assert not {kind for kind, _ in labels(text)} & {Facet.PAGE_LIMIT, Facet.ATTENDANCE}


def test_a_notice_filed_rather_than_copies_is_no_chambers_copy() -> None:
    found = labels(
        "The parties shall file with the Clerk a notice of disclosure rather than copies of the disclosures."
    )
    assert Facet.COPIES not in {kind for kind, _ in found}


def test_words_in_quotes_that_end_in_a_letter_end_their_sentence() -> None:
    found = labels("Papers must be marked \u201cORIGINAL ON FILE, NUMBER X.\u201d No replies are permitted.")
    assert (Facet.PROHIBITION, "No replies are permitted.") in found


@pytest.mark.parametrize("text", ["Deadline for Joining Parties.", "On the basis of the talks, IT IS HEREBY ORDERED:"])
def test_a_heading_and_a_stem_are_not_unread(text: str) -> None:
    assert read(text).rulebook.unread == ()


def test_a_page_says_whose_practices_it_tells() -> None:
    found = header(order_text("INDIVIDUAL PRACTICES OF JUDGE ADA QUILL\n\nMotions are heard on Mondays."))
    assert (found.judge, found.title) == ("Ada Quill", "INDIVIDUAL PRACTICES OF JUDGE ADA QUILL")


def test_a_conference_pursuant_to_a_rule_is_no_command_to_fed() -> None:
    found = labels(
        "IT IS ORDERED that a conference pursuant to Fed. R. Civ. P. 16 shall be held on May 3, 2030, at 10:00 a.m."
    )
    assert [kind for kind, _ in found] == [Facet.HEARING_SCHEDULE]


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("Click the link in your e-mail to open an account. You must log in with your password.", True),
        ("Counsel must confer before any motion. The Court requires a joint letter on each discovery dispute.", False),
    ],
)
def test_a_page_of_a_service_is_told_from_a_judges(text: str, service: bool) -> None:  # noqa: FBT001
    assert is_service_page(text.lower()) is service


@pytest.mark.parametrize(
    ("text", "judge", "office"),
    [
        ("ORDER\n\nADA B. QUILL, Magistrate Judge.\n\nThe matter was referred by District Judge Ben Thorn on May 3, 2030.", "Ada B. Quill", "magistrate"),
        ("SUMMARY ORDER\nADA QUILL, U.S.D.J.:\nThe motion is denied.", "Ada Quill", "district"),
        ("CIVIL MINUTES\nPresent: Hon. Ada Quill, United States Magistrate Judge\n\nThe motion is denied.", "Ada Quill", "magistrate"),
    ],
)  # fmt: skip
def test_the_byline_of_a_reported_order_names_its_judge(text: str, judge: str, office: str) -> None:
    found = header(order_text(text))
    assert (found.judge, found.office) == (judge, office)


def test_what_binds_in_a_long_sentence_is_listed_clause_by_clause() -> None:
    text = (
        "In this long and unhappy matter between two neighbours and their gardens, the fence must be wholly green from now on, "
        "and the gate, of which so much has been made in the papers now before the court, must be quite open."
    )
    listed = [one.quote.text or "" for one in read(text).rulebook.unread]
    assert len(listed) >= 2
    assert max(map(len, listed)) < len(text) / 2


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Motions to extend a deadline must say why.", Act.REQUEST_EXTENSION),
        ("The movant shall e-mail the table to chambers.", Act.EMAIL_CHAMBERS),
        ("The defendant shall produce the privilege log.", Act.ANSWER_DISCOVERY),
        ("The parties must respond to the interrogatories.", Act.ANSWER_DISCOVERY),
        ("A party may ask for a conference.", Act.NOTIFY_COURT),
        ("Any dispute must be raised with the Court at once.", Act.NOTIFY_COURT),
        ("The plaintiff shall designate two experts.", Act.DISCLOSE_EXPERTS),
        ("Counsel must be prepared to discuss each request.", Act.APPEAR),
        ("No replies.", Act.FILE_REPLY),
        ("A party that moves late may be ordered to pay the other side's costs.", Act.PAY_EXPENSES),
    ],
)
def test_an_act_is_named_by_what_it_is_done_to(text: str, act: Act) -> None:
    assert act in {rule.act for rule in read(text).rulebook}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Counsel will be expected to explain any delay.",
            (Facet.DUTY, "Counsel will be expected to explain any delay"),
        ),
        (
            "Footnotes and text shall be double-spaced.",
            (Facet.FORMAT_REQUIREMENT, "Footnotes and text shall be double-spaced"),
        ),
        (
            "Transcripts must be in single-page format.",
            (Facet.FORMAT_REQUIREMENT, "Transcripts must be in single-page format"),
        ),
        (
            "Each party must first meet-and-confer with the other side.",
            (Facet.MEETING, "Each party must first meet-and-confer with the other side"),
        ),
    ],
)
def test_more_words_of_pages_are_known(text: str, label: tuple[Facet, str]) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "In those cases in which the Court orders the parties to hold a talk, a form is sent.",
        "The Court welcomes a call before a motion is filed.",
        "Say what issues, if any, cannot be settled.",
    ],
)
def test_what_is_said_of_other_cases_binds_nobody(text: str) -> None:
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            "Briefs shall be filed by May 3, 2030. Counsel attend the hearing in person.",
            "Counsel attend the hearing in person.",
        ),
        ("Binders for contested matters: three sets.", "Binders for contested matters: three sets."),
        ("Briefs shall be filed by May 3, 2030. The Court finds the delay regrettable.", ""),
        ("Please take note of the calendar.", "Please take note of the calendar."),
    ],
)
def test_what_may_be_custom_is_listed_and_reasoning_is_not(text: str, listed: str) -> None:
    assert "".join(one.quote.text or "" for one in read(text).rulebook.unread) == listed


def test_a_failure_told_with_an_aside_has_its_consequence() -> None:
    found = labels("A failure to file (or to say why none could be filed) may result in dismissal.")
    assert Facet.SANCTION in {kind for kind, _ in found}


def test_what_remains_unchanged_is_read() -> None:
    assert labels("Existing briefing schedules remain unchanged.") == [
        (Facet.OTHER, "Existing briefing schedules remain unchanged")
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Exhibits shall be listed by number.", (Facet.FORMAT_REQUIREMENT, "Exhibits shall be listed by number")),
        (
            "Defendants shall provide the plaintiff with copies of all exhibits.",
            (Facet.SERVICE, "Defendants shall provide the plaintiff with copies of all exhibits"),
        ),
        ("All other dates shall remain the same.", (Facet.OTHER, "All other dates shall remain the same")),
        (
            "The statement shall be in a form suitable for the record.",
            (Facet.FORMAT_REQUIREMENT, "The statement shall be in a form suitable for the record"),
        ),
    ],
)
def test_what_trial_orders_ask_for_is_read(text: str, label: tuple[Facet, str]) -> None:
    assert label in labels(text)


def test_a_relative_clause_grants_nobody_a_right() -> None:
    found = labels("The list shall not include excerpts which may be used to impeach.")
    assert Facet.PERMISSION not in {kind for kind, _ in found}


def test_a_length_that_another_judge_once_ordered_limits_nobody() -> None:
    text = "In her order of May 3, 2030, Judge Thorn ordered the parties to file a letter of not more than 8 pages. The parties shall confer."
    assert Facet.PAGE_LIMIT not in {kind for kind, _ in labels(text)}


def test_the_first_of_two_verbs_that_share_an_object_names_the_act() -> None:
    rules = read("The parties shall file and serve their lists of exhibits by June 3, 2030.").rulebook
    assert [rule.act for rule in rules] == [Act.FILE_PAPER]
    assert rules.unread == ()


@pytest.mark.parametrize(
    "text", ["(Def.'s Mot. to Continue, Dkt. No. 39.)", "The motions to compel are denied without prejudice."]
)
def test_citations_and_rulings_are_not_unread(text: str) -> None:
    assert read(text).rulebook.unread == ()


def test_a_name_in_capitals_with_jr_is_lowered() -> None:
    assert (
        header(order_text("ADA B. QUILL, Jr., District Judge.\n\nThe parties shall confer.")).judge
        == "Ada B. Quill, Jr."
    )


def test_a_sitting_that_has_been_set_is_read_and_one_that_had_been_is_not() -> None:
    assert [kind for kind, _ in labels("A hearing has been set for June 4, 2030 at 2:00 p.m.")] == [
        Facet.HEARING_SCHEDULE
    ]
    assert labels("A hearing had been set for June 4, 2030 at 2:00 p.m.") == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Briefs must have a summary at the front.",
            (Facet.CONTENT_REQUIREMENT, "Briefs must have a summary at the front"),
        ),
        (
            "Letters to chambers shall be by e-mail.",
            (Facet.FORMAT_REQUIREMENT, "Letters to chambers shall be by e-mail"),
        ),
        (
            "Appendices are to be paginated consecutively.",
            (Facet.FORMAT_REQUIREMENT, "Appendices are to be paginated consecutively"),
        ),
        (
            "The motion must be served on all parties and contain (a) the date and (b) a reason.",
            (Facet.CONTENT_REQUIREMENT, "contain (a) the date and (b) a reason"),
        ),
    ],
)
def test_looks_and_contents_of_papers_are_read(text: str, label: tuple[Facet, str]) -> None:
    assert label in labels(text)


def test_a_button_of_a_web_page_is_no_title() -> None:
    assert (
        header(order_text("Motion Practice\n\nPrint Guideline\n\nCounsel must confer before any motion.")).title == ""
    )
