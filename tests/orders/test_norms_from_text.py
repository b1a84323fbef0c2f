"""Each production of the grammar with an example of ours: what kind of label a sentence gives, with what force, to whom."""

from __future__ import annotations

import pytest

from soordered.orders.norms_from_text import read_sentences
from soordered.rules.vocabulary import Act, Bearer, Facet, Modality


def labels(text: str) -> list[tuple[Facet, str]]:
    """The kinds of label a text gives, with the words of each."""
    reading = read_sentences(text)
    return [
        (find.facet, text[find.start : find.end])
        for sentence in reading.sentences
        for norm in sentence.norms
        for find in norm.finds
    ]


@pytest.mark.parametrize(
    ("text", "facet", "words"),
    [
        # modal clauses, by the kind of their act
        (
            "The movant shall confer with opposing counsel.",
            Facet.MEETING,
            "The movant shall confer with opposing counsel",
        ),
        ("Lead counsel must attend in person.", Facet.ATTENDANCE, "Lead counsel must attend in person"),
        (
            "The letter must set forth each dispute.",
            Facet.CONTENT_REQUIREMENT,
            "The letter must set forth each dispute",
        ),
        ("Papers shall be in 14-point font.", Facet.FORMAT_REQUIREMENT, "Papers shall be in 14-point font"),
        (
            "Plaintiff shall serve this order on defendant.",
            Facet.SERVICE,
            "Plaintiff shall serve this order on defendant",
        ),
        ("Either side may demand a meeting.", Facet.PERMISSION, "Either side may demand a meeting"),
        ("The parties may not contact chambers.", Facet.PROHIBITION, "The parties may not contact chambers"),
        ("The parties shall review the standing order.", Facet.DUTY, "The parties shall review the standing order"),
        # the passive order, the court's order, the subjunctive, the infinitive
        ("Counsel are directed to read the rules.", Facet.DUTY, "Counsel are directed to read the rules"),
        ("ORDERED that plaintiff serve a copy of this Order.", Facet.SERVICE, "plaintiff serve a copy of this Order"),
        ("Lead counsel to coordinate dates.", Facet.DUTY, "Lead counsel to coordinate dates"),
        # a standing duty, a request, a command, an inversion
        (
            "A party has a continuing duty to supplement its disclosures.",
            Facet.DUTY,
            "A party has a continuing duty to supplement its disclosures",
        ),
        ("Please do not mail the form to the judge.", Facet.PROHIBITION, "Please do not mail the form to the judge"),
        ("Do not file a discovery motion.", Facet.PROHIBITION, "Do not file a discovery motion"),
        ("Nor may a party file a reply.", Facet.PROHIBITION, "a party file a reply"),
        # nobody as the subject
        (
            "No motion to compel may be filed without leave.",
            Facet.PROHIBITION,
            "No motion to compel may be filed without leave",
        ),
        ("No replies permitted.", Facet.PROHIBITION, "No replies permitted"),
        # consequences
        ("Failure to appear may result in sanctions.", Facet.SANCTION, "Failure to appear may result in sanctions"),
        ("Late papers will not be considered.", Facet.SANCTION, "Late papers will not be considered"),
        ("A failure to object waives the objection.", Facet.SANCTION, "failure to object waives the objection"),
        ("The Court may impose monetary sanctions.", Facet.SANCTION, "may impose monetary sanctions"),
        # times around nouns
        ("Responses due by 5/18/2020.", Facet.DEADLINE, "due by 5/18/2020"),
        ("Fact discovery closes on June 1, 2020.", Facet.DEADLINE, "on June 1, 2020"),
        ("June 12, 2020 is the last day to file motions.", Facet.DEADLINE, "June 12, 2020"),
        ("Dispositive Motions     OCTOBER 3, 2020", Facet.DEADLINE, "Dispositive Motions     OCTOBER 3, 2020"),
        # sittings
        ("Motion hearing set for 1/19/2020 at 9:45 a.m.", Facet.HEARING_SCHEDULE, "1/19/2020 at 9:45 a.m."),
        (
            "Motions are heard on Fridays at 9:30 a.m.",
            Facet.HEARING_SCHEDULE,
            "Motions are heard on Fridays at 9:30 a.m.",
        ),
        ("Conferences are held Monday through Wednesday.", Facet.HEARING_SCHEDULE, "are held Monday through Wednesday"),
        # lengths and copies
        ("Letters are limited to three pages.", Facet.PAGE_LIMIT, "limited to three pages"),
        ("One paper copy must reach chambers.", Facet.COPIES, "One paper copy"),
        # the court's own acts
        ("This case is stayed pending further order.", Facet.OTHER, "This case is stayed pending further order"),
        (
            "The Court will determine what proceedings follow.",
            Facet.OTHER,
            "The Court will determine what proceedings follow",
        ),
    ],
)
def test_a_production_reads_its_example(text: str, facet: Facet, words: str) -> None:
    assert any(kind is facet and (words in span or span in words) for kind, span in labels(text)), labels(text)


@pytest.mark.parametrize(
    "text",
    [
        # rulings
        "The motion is GRANTED.",
        "Plaintiff's request for fees is denied.",
        # recitals and past events
        "The parties met on February 10, 2020 but did not resolve the dispute.",
        "On January 5, 2020, plaintiff served requests, which defendant answered within 45 days.",
        "No answer has been filed within the 21 days allowed by Rule 12.",
        "Status hearing held on 12/7/2020.",
        "Counsel wrote to each other eleven times between December 3 and January 21.",
        # what a rule or a party says
        "Rule 33 requires answers within 30 days.",
        "California law provides that a summons may be served by mail.",
        "Defendant argues that the response was due on January 3, 2020.",
        # quoted authority
        '"The method must be reasonable." Mullane v. Bank, 339 U.S. 306, 314 (1950).',
        # pointers
        "Please refer to General Order No. 45 for information.",
        # signatures and stamps
        "Dated: July 30, 2020",
        "(Filed on 8/3/2020) (Entered: 08/04/2020)",
        "IT IS SO ORDERED.",
    ],
)
def test_recitals_reasoning_and_rulings_give_no_rule(text: str) -> None:
    assert labels(text) == []


def test_one_sentence_gives_a_deadline_a_length_and_contents() -> None:
    text = "Within five days the parties shall file a letter of at most five pages stating their positions."

    assert [facet for facet, _ in labels(text)] == [Facet.DEADLINE, Facet.PAGE_LIMIT, Facet.CONTENT_REQUIREMENT]


def test_a_condition_s_time_limits_nobody() -> None:
    text = "When action is required within two days, the filer must notify the clerk."

    assert [facet for facet, _ in labels(text)] == [Facet.DUTY]


def test_each_of_two_predicates_keeps_its_own_time() -> None:
    text = "The parties are to meet and confer and file their report by 2/17/2020."

    assert labels(text) == [(Facet.MEETING, "The parties are to meet and confer"), (Facet.DEADLINE, "by 2/17/2020")]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Lead trial counsel for both parties must confer.", Bearer.LEAD_TRIAL_COUNSEL),
        ("Any party may demand a meeting.", Bearer.ANY_PARTY),
        ("Leave of the Court must be sought.", Bearer.MOVANT),  # the court is no bearer here
        ("The responding party shall answer the letter.", Bearer.RESPONDING_PARTY),
    ],
)
def test_the_bearer_is_who_must_act(text: str, bearer: Bearer) -> None:
    norm = read_sentences(text).sentences[0].norms[0]

    assert norm.bearers == (bearer,)


def test_before_any_motion_the_steps_come_first() -> None:
    """Before filing any discovery motion, the parties must comply with the following:"""
    norm = (
        read_sentences("Before filing any discovery motion, the parties must comply with the following:")
        .sentences[0]
        .norms[0]
    )

    assert (norm.act, norm.modality, norm.topic) == (Act.FILE_DISCOVERY_MOTION, Modality.MUST_NOT, "motion-gate")


def test_a_right_and_the_notice_it_needs_are_two_norms() -> None:
    text = "A motion may be submitted without argument if the parties stipulate and tell the court by noon the day before the hearing."

    acts = [(norm.act, norm.modality) for norm in read_sentences(text).sentences[0].norms]

    assert acts == [(Act.SUBMIT_WITHOUT_ARGUMENT, Modality.MAY), (Act.NOTIFY_COURT, Modality.MUST)]
