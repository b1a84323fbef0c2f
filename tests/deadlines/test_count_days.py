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


START = dt.date(2010, 7, 7)


def count(
    n: int,
    *,
    forward: bool = True,
    skips: bool = False,
    extra: int = 0,
    calendar: CourtCalendar = JULY,
    past: frozenset[Layer] = frozenset(),
) -> Count:
    return Count(
        calendar=calendar,
        regime=REGIME,
        n=n,
        unit=Unit.DAY,
        forward=forward,
        skip=WEEKEND if skips else frozenset(),
        land=WEEKEND,
        roll_forward=forward,
        extra=extra,
        past=past,
    )


def landing(made: Count, start: dt.date = START) -> str:
    return dt.date.fromordinal(made.landing(start.toordinal())).isoformat()


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (count(2), "2010-07-09"),
        (count(3), "2010-07-12"),
        (count(3, skips=True), "2010-07-12"),
        (count(2, forward=False), "2010-07-05"),
        (count(2, extra=3), "2010-07-12"),
        (count(0), "2010-07-07"),
    ],
)
def test_where_it_lands(made: Count, expected: str) -> None:
    assert landing(made) == expected


def test_one_count_serves_every_day() -> None:
    made = count(3, forward=False)

    assert [landing(made, dt.date(2010, 7, number)) for number in (14, 15, 16)] == [
        "2010-07-09", "2010-07-12", "2010-07-13",
    ]  # fmt: skip


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
        made.landing(START.toordinal())


def test_an_inaccessible_last_day_at_the_end_of_the_calendar_is_refused() -> None:
    closed = NonDay(date=dt.date(2010, 7, 16), name="flood", layer=Layer.INACCESSIBLE, authority="notice")
    made = count(2, calendar=JULY.with_days((closed,)), past=frozenset({Layer.INACCESSIBLE}))

    with pytest.raises(OutsideCalendarError):
        made.landing(dt.date(2010, 7, 14).toordinal())


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
    start = START.toordinal()
    steps, again, other = CountSteps(count(3), start), CountSteps(count(3), start), CountSteps(count(2), start)

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
    made = count(n, forward=forward, skips=skips, extra=extra, calendar=time_law("federal").calendar)
    start = START.toordinal()

    assert CountSteps(made, start)[-1].date.toordinal() == made.landing(start)


@given(st.integers(1, 90), st.booleans(), st.dates(dt.date(1940, 1, 1), dt.date(2049, 1, 1)))
def test_the_steps_go_day_by_day(n: int, forward: bool, start: dt.date) -> None:  # noqa: FBT001
    """Counted days and days left out come in one row, none twice, none passed over, the counted ones numbered."""
    made = count(n, forward=forward, skips=True, calendar=time_law("federal").calendar)

    _, *days = CountSteps(made, start.toordinal())

    step = dt.timedelta(days=1 if forward else -1)
    assert [one.date for one in days] == [start + step * number for number in range(1, len(days) + 1)]
    assert [one.number for one in days if one.counted] == list(range(1, n + 1))
    assert all((one.date.weekday() < 5) is one.counted for one in days)
    assert days[-1].why == "the last day of the count"
