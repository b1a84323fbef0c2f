"""An act is measured by every reading of its deadline, and a missing hour is said, not guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.casework.case_run import Lateness
from soordered.casework.lateness_of_act import lateness_of, overdue_on
from soordered.deadlines.deadline import Deadline, Moment, Reading, Standing
from soordered.rules.rule import Rank, Rule, Source
from soordered.rules.timing import Bound, Direction, EarliestOf, Length, Period, Standard, Timing, Unit
from soordered.rules.vocabulary import Act, Bearer, Modality, Trigger

DAY, NEXT, THIRD = dt.date(2007, 11, 27), dt.date(2007, 11, 28), dt.date(2007, 11, 29)
NOON, LATER = dt.time(12), dt.time(12, 1)


def _rule(timing: Timing) -> Rule:
    return Rule(
        id="r",
        bearers=(Bearer.PARTIES,),
        modality=Modality.MUST,
        act=Act.LODGE_CHAMBERS_COPY,
        source=Source(id="o", title="O", rank=Rank.CASE_ORDER),
        timing=timing,
    )


def _period(bound: Bound, clock: dt.time | None = NOON) -> Period:
    return Period(
        length=Length(1, Unit.BUSINESS_DAY),
        direction=Direction.AFTER,
        bound=bound,
        trigger=Trigger.PAPER_E_FILED,
        clock=clock,
    )


def _deadline(clock: dt.time | None = NOON) -> Deadline:
    readings = tuple(
        Reading(
            label=label,
            due=Moment(day, clock),
            regime="frcp-2005",
            because="",
            authority="",
            standing=Standing.ARGUABLE,
        )
        for label, day in (("first", DAY), ("second", NEXT))
    )
    return Deadline(
        act_by=Moment(DAY, clock), prevailing=Moment(DAY, clock), outer=Moment(NEXT, clock), readings=readings
    )


_ACTS = [
    # before noon: at noon it is late; no later than noon: at noon it is not
    (Bound.BEFORE, NOON, Moment(DAY, dt.time(11, 59)), ()),
    (Bound.BEFORE, NOON, Moment(DAY, NOON), ("first",)),
    (Bound.NO_LATER_THAN, NOON, Moment(DAY, NOON), ()),
    (Bound.NO_LATER_THAN, NOON, Moment(DAY, LATER), ("first",)),
    (Bound.BEFORE, NOON, Moment(NEXT, LATER), ("first", "second")),
    (Bound.WITHIN, None, Moment(DAY, dt.time(23, 59)), ()),
    (Bound.WITHIN, None, Moment(NEXT), ("first",)),
    (Bound.WITHIN, None, Moment(THIRD), ("first", "second")),
    # "before" a day without an hour still takes in that day's own last minute
    (Bound.BEFORE, None, Moment(DAY, dt.time(23, 59)), ()),
]


@pytest.mark.parametrize(("bound", "clock", "moment", "late"), _ACTS)
def test_late_under_which_readings(bound: Bound, clock: dt.time | None, moment: Moment, late: tuple[str, ...]) -> None:
    found = lateness_of(_deadline(clock), moment, _rule(_period(bound, clock)))

    assert late == found.late
    assert {"first", "second"} == {*found.late, *found.in_time}
    assert not found.hour_unknown


def test_the_right_day_without_an_hour_is_not_known() -> None:
    found = lateness_of(_deadline(), Moment(DAY), _rule(_period(Bound.BEFORE)))

    assert Lateness(late=(), in_time=("first", "second"), past=(), hour_unknown=True) == found


def test_whichever_comes_first_binds_as_strictly_as_its_parts() -> None:
    rule = _rule(EarliestOf((_period(Bound.BEFORE), _period(Bound.WITHIN))))

    assert lateness_of(_deadline(), Moment(DAY, NOON), rule).late == ("first",)


def test_a_standard_for_people_is_not_strict() -> None:
    assert lateness_of(_deadline(), Moment(DAY, NOON), _rule(Standard(words="promptly"))).late == ()


_OVER = [
    (Moment(DAY), ()),
    (Moment(DAY, NOON), ()),
    (Moment(DAY, LATER), ("act_by", "prevailing")),
    (Moment(NEXT), ("act_by", "prevailing")),
    (Moment(THIRD), ("act_by", "prevailing", "outer")),
]


@pytest.mark.parametrize(("as_of", "past"), _OVER)
def test_a_day_without_an_hour_has_not_run_past_the_hours_of_that_day(as_of: Moment, past: tuple[str, ...]) -> None:
    assert past == overdue_on(_deadline(), as_of).past
