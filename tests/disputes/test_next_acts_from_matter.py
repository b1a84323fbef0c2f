"""What may be done next, by whom, and why not the rest, follows from the facts and quotes the order."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import DisputeArose, EffortsFailed, MeetingDemanded, MeetingHeld
from soordered.disputes.events_discovery import DiscoveryServed, PaperEFiled
from soordered.disputes.events_letter import DeterminationEntered, LetterFiled
from soordered.disputes.events_motion import CourtNotified, HearingSet, MotionFiled, SubmissionStipulated
from soordered.disputes.events_reference import OrderAdopted, ReferenceMade
from soordered.disputes.evolve import fold
from soordered.disputes.names import RequestType
from soordered.disputes.next_act import Leave, NextAct
from soordered.disputes.next_acts_from_matter import next_acts
from soordered.lawbook.rulebook_from_data import shipped_order

OLD, NEW = shipped_order("cand-spero-2007-07-30"), shipped_order("cand-spero-2010-07-07")
DAY = dt.date(2007, 11, 9)
ORDER = OrderAdopted(id="o", on=dt.date(2007, 7, 30), about="o1")
AROSE = DisputeArose(id="a", on=DAY, about="d1")
FAILED = EffortsFailed(id="f", on=DAY, about="d1")
DEMAND = MeetingDemanded(id="dem", on=DAY, about="d1")
MET = MeetingHeld(id="m", on=DAY, about="d1")
LETTER = LetterFiled(id="l", on=DAY, about="d1")

_NEXT: list[tuple[str, tuple[MatterEvent, ...], dict[str, str]]] = [
    (
        "it arose",
        (AROSE,),
        {
            "make_efforts": "may",
            "demand_meeting": "warned",
            "meet_and_confer": "not_now",
            "file_joint_letter": "not_now",
            "file_discovery_motion": "not_now",
        },
    ),
    (
        "efforts failed",
        (AROSE, FAILED),
        {
            "make_efforts": "may",
            "demand_meeting": "may",
            "meet_and_confer": "not_now",
            "file_joint_letter": "not_now",
            "file_discovery_motion": "not_now",
        },
    ),
    (
        "a meeting was demanded",
        (AROSE, FAILED, DEMAND),
        {
            "make_efforts": "may",
            "demand_meeting": "not_now",
            "meet_and_confer": "must",
            "offer_dates": "may",
            "choose_location": "must",
            "file_joint_letter": "not_now",
            "file_discovery_motion": "not_now",
        },
    ),
    ("they met", (AROSE, FAILED, DEMAND, MET), {"file_joint_letter": "must", "file_discovery_motion": "not_now"}),
    (
        "the letter is filed",
        (AROSE, FAILED, DEMAND, MET, LETTER),
        {
            "file_joint_letter": "not_now",
            "file_discovery_motion": "not_now",
            "determine_proceedings": "court",
        },
    ),
    (
        "the Court disposed of it",
        (AROSE, FAILED, DEMAND, MET, LETTER, DeterminationEntered(id="x", on=DAY, about="d1", disposes=True)),
        {},
    ),
    (
        "the order directs the first meeting",
        (ReferenceMade(id="r", on=DAY, about="d1"),),
        {
            "make_efforts": "may",
            "meet_and_confer": "must",
            "offer_dates": "may",
            "choose_location": "not_now",
            "file_joint_letter": "not_now",
            "file_discovery_motion": "not_now",
        },
    ),
]


def _acts(*events: MatterEvent, about: str = "d1") -> list[NextAct]:
    return [act for act in next_acts(fold(events), OLD, as_of=DAY) if act.about == about]


@pytest.mark.parametrize(("events", "leave"), [row[1:] for row in _NEXT], ids=[row[0] for row in _NEXT])
def test_what_may_be_done_in_a_dispute(events: tuple[MatterEvent, ...], leave: dict[str, str]) -> None:
    acts = _acts(*events)

    assert leave == {str(act.act): act.leave.value for act in acts}
    assert all(act.why and act.by for act in acts)


def test_every_must_and_every_bar_quotes_the_order() -> None:
    for act in _acts(AROSE, FAILED, DEMAND):
        if act.leave in {Leave.MUST, Leave.NOT_NOW}:
            assert act.quote is not None, act


def test_where_the_text_held_does_not_say_nobody_is_told_that_it_is_allowed() -> None:
    """The stored text of 2010 has no gate before motions: not in the text held is not the same as not there."""
    acts = [act for act in next_acts(fold((AROSE,)), NEW, as_of=DAY) if str(act.act) == "file_discovery_motion"]

    assert [act.leave for act in acts] == [Leave.WARNED]
    assert "not in the text held" in acts[0].why


MOTION = (
    MotionFiled(id="mf", on=DAY, about="m1", how=None),
    HearingSet(id="hs", on=DAY, about="h1", motion="m1", hearing_on=dt.date(2007, 12, 14)),
)
SIGNED = SubmissionStipulated(id="s", on=DAY, about="m1")
_SUBMIT = [
    ((), {"submit_without_argument": "may", "notify_court": "not_now"}),
    ((SIGNED,), {"notify_court": "must"}),
    ((SIGNED, CourtNotified(id="n", on=DAY, about="m1")), {"notify_court": "not_now"}),
]


@pytest.mark.parametrize(("more", "leave"), _SUBMIT)
def test_submission_takes_two_acts(more: tuple[MatterEvent, ...], leave: dict[str, str]) -> None:
    acts = {str(act.act): act.leave.value for act in _acts(*MOTION, *more, about="m1")}

    assert leave == {act: acts[act] for act in acts if act in {"submit_without_argument", "notify_court"}}


def test_a_filing_before_the_order_asks_for_no_copy_and_one_after_it_does() -> None:
    early = PaperEFiled(id="p1", on=dt.date(2007, 7, 2), about="early")
    late = PaperEFiled(id="p2", on=DAY, about="late")
    acts = next_acts(fold((ORDER, early, late)), OLD, as_of=DAY)

    assert [act.about for act in acts if str(act.act) == "lodge_chambers_copy"] == ["late"]


def test_an_unanswered_request_is_the_answering_partys_to_answer() -> None:
    served = DiscoveryServed(id="s", on=DAY, about="r1", to="birch", type=RequestType.INTERROGATORY, number="7")
    (act,) = next_acts(fold((served,)), OLD, as_of=DAY)

    assert (act.by, act.why) == (("birch",), "interrogatory 7 is unanswered.")
