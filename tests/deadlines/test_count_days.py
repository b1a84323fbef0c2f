"""The count itself: landing, and steps that are written out when looked at."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.calendars.court import CourtCalendar, OutsideCalendarError
from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.deadlines.count_days import Count, CountSteps
from soordered.deadlines.dates_from_periods import due
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.timing import Direction, Length, Unit

WEEKEND = frozenset({Layer.SATURDAY, Layer.SUNDAY})
REGIME = time_law("federal").regime("frcp-2009")
JULY = CourtCalendar(
    court="x", name="a fortnight", zone="UTC", state="", first=dt.date(2010, 7, 5), last=dt.date(2010, 7, 18)
)


def count(n: int, *, start: str = "2010-07-07", forward: bool = True, skips: bool = False, extra: int = 0) -> Count:
    return Count(
        calendar=JULY,
        regime=REGIME,
        start=dt.date.fromisoformat(start).toordinal(),
        n=n,
        unit=Unit.DAY,
        forward=forward,
        skip=WEEKEND if skips else frozenset(),
        land=WEEKEND,
        roll_forward=forward,
        extra=extra,
    )


def landing(made: Count) -> str:
    return dt.date.fromordinal(made.landing()).isoformat()


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (count(2), "2010-07-09"),
        (count(3), "2010-07-12"),
        (count(3, skips=True), "2010-07-12"),
        (count(2, forward=False), "2010-07-05"),
        (count(3, start="2010-07-14", forward=False), "2010-07-09"),
        (count(2, extra=3), "2010-07-12"),
        (count(0), "2010-07-07"),
    ],
)
def test_where_it_lands(made: Count, expected: str) -> None:
    assert landing(made) == expected


@pytest.mark.parametrize(
    "made",
    [
        count(30),
        count(30, forward=False),
        count(30, skips=True),
        count(30, forward=False, skips=True),
        count(10),  # Saturday 17 July: no open day is left to roll to
        count(8, extra=3),
    ],
)
def test_off_the_calendar_is_refused(made: Count) -> None:
    with pytest.raises(OutsideCalendarError, match="runs from 2010-07-05 to 2010-07-18"):
        made.landing()


def test_an_inaccessible_last_day_at_the_end_of_the_calendar_is_refused() -> None:
    closed = NonDay(date=dt.date(2010, 7, 16), name="flood", layer=Layer.INACCESSIBLE, authority="notice")
    made = Count(
        calendar=JULY.with_days((closed,)),
        regime=REGIME,
        start=dt.date(2010, 7, 14).toordinal(),
        n=2,
        unit=Unit.DAY,
        forward=True,
        skip=frozenset(),
        land=WEEKEND,
        roll_forward=True,
        past_inaccessible=True,
    )

    with pytest.raises(OutsideCalendarError):
        made.landing()


def test_the_steps_of_an_inaccessible_day() -> None:
    """Wednesday 21 July 2010 was flooded, and so was the day after."""
    closed = tuple(
        NonDay(
            date=dt.date(2010, 7, number),
            name="clerk's office flooded",
            layer=Layer.INACCESSIBLE,
            authority="notice",
            sureness=DaySureness.PUBLISHED,
        )
        for number in (21, 22)
    )
    law = time_law("cand", closed)

    deadline = due(Length(14, Unit.DAY), Direction.AFTER, dt.date(2010, 7, 7), law)

    assert [(step.date.day, step.why, step.authority) for step in deadline.steps[-3:]] == [
        (21, "clerk's office flooded: a filing moves forward", "Fed. R. Civ. P. 6(a)(3)"),
        (22, "clerk's office flooded: a filing moves forward", "Fed. R. Civ. P. 6(a)(3)"),
        (23, "the last day", ""),
    ]
    assert deadline.act_by.isoformat() == "2010-07-21"


def test_steps_are_a_sequence_and_equal_when_they_say_the_same() -> None:
    steps, again, other = CountSteps(count(3)), CountSteps(count(3)), CountSteps(count(2))

    assert steps == again == tuple(steps)
    assert steps != other
    assert hash(steps) == hash(again)
    assert steps[0].why == "the trigger, itself not counted"
    assert len(steps[1:]) == len(steps) - 1
    assert repr(steps) == f"CountSteps({len(steps)} steps)"


def test_an_answer_can_be_carried_to_another_process() -> None:
    deadline = due(Length(10, Unit.BUSINESS_DAY), Direction.AFTER, dt.date(2007, 11, 9), time_law("cand"))

    parcel = pickle.dumps(deadline)

    assert pickle.loads(parcel) == deadline  # noqa: S301  our own value
    assert len(parcel) < 10_000  # the steps go along, the calendar does not


@given(st.integers(0, 40), st.booleans(), st.booleans(), st.integers(0, 5))
def test_the_steps_end_where_it_lands(n: int, forward: bool, skips: bool, extra: int) -> None:  # noqa: FBT001
    law = time_law("federal")
    made = Count(
        calendar=law.calendar,
        regime=REGIME,
        start=dt.date(2010, 7, 7).toordinal(),
        n=n,
        unit=Unit.DAY,
        forward=forward,
        skip=WEEKEND if skips else frozenset(),
        land=WEEKEND,
        roll_forward=forward,
        extra=extra,
    )

    assert CountSteps(made)[-1].date.toordinal() == made.landing()
