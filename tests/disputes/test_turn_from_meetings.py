"""Whose turn the place is: it survives withdrawn, merged and repeated meetings, and the Court's own room."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import DisputesMerged, DisputeWithdrawn, MeetingDemanded, MeetingHeld
from soordered.disputes.events_reference import ReferenceMade
from soordered.disputes.events_time import EventWithdrawn, TriggerCorrected
from soordered.disputes.evolve import fold
from soordered.disputes.names import Side
from soordered.disputes.turn_from_meetings import next_turn, turns_of_meetings
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.rules.rule import Mode
from soordered.rules.rulebook import Rulebook

BOOK = shipped_order("cand-spero-2007-07-30")
P, D = Side.PLAINTIFF, Side.DEFENDANT


def _day(number: int) -> dt.date:
    return dt.date(2007, 8, 1) + dt.timedelta(days=number)


def _met(number: int, about: str, *, mode: Mode = Mode.IN_PERSON, by: Side | None = None) -> MeetingHeld:
    return MeetingHeld(id=f"m{number}", on=_day(number), about=about, mode=mode, chosen_by=by)


FIRST: tuple[MatterEvent, ...] = (
    ReferenceMade(id="r", on=_day(0), about="motion"),
    _met(2, "motion", by=Side.COURT),
)

_TURNS: list[tuple[str, tuple[MatterEvent, ...], Side, dict[str, Side]]] = [
    ("before any meeting it is the plaintiff's", (), P, {}),
    ("after one, the defendant's", (_met(1, "d1"),), D, {}),
    ("after two, the plaintiff's", (_met(1, "d1"), _met(2, "d2")), P, {}),
    # the Court's own room: no party chose it, yet some may say it was the first turn
    ("the Court's room takes no turn", FIRST, P, {"per-meeting-court-room-counts": D, "per-dispute-court-room-counts": D}),
    ("the Court's room, then one", (*FIRST, _met(3, "d1")), D, {"per-meeting-court-room-counts": P, "per-dispute-court-room-counts": P}),
    # a second meeting in one dispute flips the count of meetings, not that of disputes
    ("repeated in one dispute", (_met(1, "d1"), _met(2, "d1")), P, {"per-dispute": D, "per-dispute-court-room-counts": D}),
    # a dispute given up after its meeting gives no turn back; before it, it took none
    ("withdrawn after the meeting", (_met(1, "d1"), DisputeWithdrawn(id="w", on=_day(2), about="d1")), D, {}),
    ("withdrawn before a meeting", (MeetingDemanded(id="x", on=_day(1), about="d1"), DisputeWithdrawn(id="w", on=_day(2), about="d1")), P, {}),
    # merged disputes are one dispute, their meetings still two
    ("merged", (_met(1, "d1"), _met(2, "d2"), DisputesMerged(id="g", on=_day(3), about="d1", merged=("d2",))), P, {"per-dispute": D, "per-dispute-court-room-counts": D}),
    # a call is at no place that anybody chose
    ("by telephone", (_met(1, "d1", mode=Mode.TELEPHONE),), P, {}),
    ("by video", (_met(1, "d1", mode=Mode.VIDEO), _met(2, "d1")), D, {}),
    # a meeting entered in error took no turn
    ("entered in error", (_met(1, "d1"), EventWithdrawn(id="e", on=_day(2), withdraws="m1")), P, {}),
]  # fmt: skip


@pytest.mark.parametrize(("events", "side", "others"), [row[1:] for row in _TURNS], ids=[row[0] for row in _TURNS])
def test_whose_turn_it_is(events: tuple[MatterEvent, ...], side: Side, others: dict[str, Side]) -> None:
    turn = next_turn(fold(events), BOOK)
    assert turn is not None

    assert side is turn.side
    assert others == {reading.label: reading.side for reading in turn.readings[1:]}
    assert turn.readings[0].because
    assert turn.quote is not None


def test_each_meeting_has_the_turn_it_took() -> None:
    matter = fold((*FIRST, _met(3, "d1"), _met(4, "d2"), _met(5, "d3")))

    assert turns_of_meetings(matter, BOOK) == {"m3": P, "m4": D, "m5": P}


def test_a_corrected_day_puts_the_meetings_in_their_right_order() -> None:
    matter = fold((_met(3, "d1"), _met(4, "d2"), TriggerCorrected(id="c", on=_day(6), corrects="m3", to=_day(5))))

    assert turns_of_meetings(matter, BOOK) == {"m4": P, "m3": D}


def test_without_a_rule_that_alternates_there_is_no_turn() -> None:
    """An order that says nothing of places leaves nothing to count: none is invented."""
    assert next_turn(fold((_met(1, "d1"),)), Rulebook(rules=())) is None
