"""What a period runs from where its own words do not say: a sitting named before, a paper answered, a ruling served."""

from __future__ import annotations

import pytest

from soordered.orders.order_reading import read_order
from soordered.rules.timing import Period
from soordered.rules.vocabulary import Other, Trigger, TriggerCode

STANDING = "STANDING ORDER\n\nJudge Ann Doe\n\n"


def triggers(text: str, *, heading: str = STANDING) -> list[TriggerCode]:
    """What the periods of a text run from."""
    book = read_order(f"{heading}{text}\n", name="triggers").rulebook
    return [rule.timing.trigger for rule in book if isinstance(rule.timing, Period)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The opposing party shall respond within seven days.", Trigger.MOTION_FILED),
        ("Any reply shall be filed within three court days.", Trigger.OPPOSITION_FILED),
        ("Objections to a ruling shall be filed within 14 days after being served with a copy.", Trigger.RULING_SERVED),
        ("Requests to adjourn a deposition must be made at least two business days in advance.", Trigger.DEPOSITION),
        ("The witness list shall be served at least five days before the session.", Trigger.MEDIATION),
        ("The agenda shall reach chambers two days ahead of the teleconference.", Trigger.CONFERENCE),
        ("Proposed findings shall be filed ten days before opening statements.", Trigger.TRIAL),
        ("Any request for more time must be made before it expires.", Trigger.DEADLINE_PASSES),
    ],
)
def test_the_words_around_a_period_tell_what_it_runs_from(text: str, trigger: Trigger) -> None:
    assert triggers(text) == [trigger]


def test_no_answer_runs_from_the_date_of_a_standing_order() -> None:
    """A reading that counted it from there would set a date that passed years ago."""
    assert Trigger.ORDER_DATED not in triggers("The responding party shall answer the letter within two court days.")


def test_a_named_party_answers_from_the_order_that_tells_it_to() -> None:
    text = "IT IS ORDERED that plaintiff shall respond to the motion within seven days."
    assert triggers(text, heading="ORDER\n\nCase No. 3:12-cv-00001\n\n") == [Trigger.ORDER_DATED]


def test_notice_of_an_act_no_sitting_is_named_for_stays_in_words() -> None:
    """Two days' notice of an inspection is counted back from the inspection, which nothing here can date."""
    (trigger,) = triggers("Either side may inspect the samples, so long as it gives two court days' notice.")
    assert isinstance(trigger, Other)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The parties shall confer and shall file a status report within five days thereafter.", Trigger.MEETING_HELD),
        (
            "Each side shall designate its experts by May 3, 2021 and rebuttal experts 30 days later.",
            Trigger.EXPERT_DISCLOSED,
        ),
    ],
)
def test_thereafter_is_after_the_act_named_before(text: str, trigger: Trigger) -> None:
    assert triggers(text)[-1] is trigger


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # "service" and "filing" alone are of the paper that the act answers
        ("Any response to a motion shall be filed within 14 days after service.", Trigger.MOTION_SERVED),
        ("Any reply brief shall be filed within seven days after filing.", Trigger.OPPOSITION_FILED),
        ("The opponent has 21 days after service to file a response.", Trigger.MOTION_SERVED),
        ("Dispositive motions shall be heard within thirty days after filing.", Trigger.MOTION_FILED),
        ("Courtesy copies shall reach chambers within one court day after filing.", Trigger.PAPER_FILED),
        ("Exhibits are due two days before the joint statement is filed.", Trigger.LETTER_FILED),
        ("Counsel shall notify the deputy three court days prior to the calendar.", Trigger.HEARING),
        # "its": the paper or the sitting named last
        ("A motion to seal shall be answered within four days of its filing.", Trigger.MOTION_FILED),
        (
            "The mediation is private. The parties shall report within five days after its conclusion.",
            Trigger.MEDIATION,
        ),
        # a condition in front
        ("If the motion is denied, the moving party shall pay within ten days.", Trigger.RULING_ENTERED),
        ("When a discovery dispute arises, counsel shall confer within three business days.", Trigger.DISPUTE_AROSE),
        # the order's own day, in other words
        ("Counsel shall confer within ten days of the entry date of this order.", Trigger.ORDER_ENTERED),
        ("Disclosures are due fourteen days after the date the Court enters this order.", Trigger.ORDER_ENTERED),
        ("Defendant has seven days from the date on which this order is filed to reply.", Trigger.ORDER_ENTERED),
        # one event in two words; the paper alone
        (
            "A motion to transfer is due within 8 weeks of receiving or waiving service of the complaint.",
            Trigger.COMPLAINT_SERVED,
        ),
        ("Oppositions must be filed within 7 days; replies within 7 days of opposition.", Trigger.OPPOSITION_FILED),
        # experts
        ("Rebuttal disclosures are due 20 days after service of the opposing report.", Trigger.EXPERT_DISCLOSED),
        # counted back from the court's conference, not from counsel's
        (
            "Counsel shall meet and confer, and lodge a statement two court days before the conference.",
            Trigger.CONFERENCE,
        ),
        # an appearance that is scheduled is a sitting; a defendant's first is an event of the case
        ("Requests to adjourn are due 48 hours prior to the scheduled appearance.", Trigger.HEARING),
        ("Counsel shall confer within thirty days after the first defendant has answered.", Trigger.APPEARANCE),
    ],
)
def test_what_a_period_runs_from_when_its_words_point_elsewhere(text: str, trigger: Trigger) -> None:
    assert triggers(text)[-1] is trigger


@pytest.mark.parametrize(
    "text",
    [
        "If a party wishes to be heard by telephone, counsel shall notify the deputy within two days.",
        "If the summons has not been served, plaintiff shall serve it within ten days.",
    ],
)
def test_a_wish_or_an_omission_is_no_event(text: str) -> None:
    (trigger,) = triggers(text, heading="ORDER\n\nCase No. 3:12-cv-00001\n\nIT IS ORDERED as follows.\n\n")
    assert trigger is Trigger.ORDER_DATED
