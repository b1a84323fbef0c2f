"""Law and motion on Fridays: the next sittings, holidays left out, doubtful days said."""

from __future__ import annotations

import datetime as dt
from itertools import islice

import pytest

from soordered.calendars.court import OutsideCalendarError
from soordered.deadlines.sittings_from_recurring import sittings
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.timing import Recurring, Weekday

LAW = time_law("cand")
FRIDAYS = Recurring(weekdays=(Weekday.FRIDAY,), clock=dt.time(9, 30))


def days(recurring: Recurring, first: str, count: int, blocked: frozenset[dt.date] = frozenset()) -> list[str]:
    found = sittings(recurring, dt.date.fromisoformat(first), LAW, blocked=blocked)
    return [sitting.on.isoformat() for sitting in islice(found, count)]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        # a Friday itself is the next sitting
        ("2010-07-09", ["2010-07-09T09:30:00-07:00", "2010-07-16T09:30:00-07:00"]),
        # Christmas 2009 and New Year 2010 were Fridays
        ("2009-12-19", ["2010-01-08T09:30:00-08:00", "2010-01-15T09:30:00-08:00"]),
        # Friday 31 December 2010 was kept for New Year's Day
        ("2010-12-18", ["2011-01-07T09:30:00-08:00", "2011-01-14T09:30:00-08:00"]),
    ],
)
def test_fridays(first: str, expected: list[str]) -> None:
    assert days(FRIDAYS, first, 2) == expected


def test_a_day_the_judge_does_not_sit() -> None:
    blocked = frozenset({dt.date(2010, 7, 9)})

    assert days(FRIDAYS, "2010-07-09", 1, blocked) == ["2010-07-16T09:30:00-07:00"]


def test_a_doubtful_day_is_given_with_its_doubt() -> None:
    """The Friday after Thanksgiving is California's holiday, not the federal courts'."""
    sitting = next(sittings(FRIDAYS, dt.date(2010, 11, 20), LAW))

    assert sitting.on.date == dt.date(2010, 11, 26)
    assert sitting.doubt.startswith("Day after Thanksgiving")


def test_the_second_and_fourth_wednesday() -> None:
    recurring = Recurring(weekdays=(Weekday.WEDNESDAY,), weeks_of_month=(2, 4))

    assert days(recurring, "2010-07-01", 3) == ["2010-07-14", "2010-07-28", "2010-08-11"]


def test_two_weekdays_come_in_order() -> None:
    recurring = Recurring(weekdays=(Weekday.FRIDAY, Weekday.WEDNESDAY))

    assert days(recurring, "2010-07-08", 3) == ["2010-07-09", "2010-07-14", "2010-07-16"]


def test_the_end_of_the_calendar_ends_the_sittings() -> None:
    assert days(FRIDAYS, "2050-12-29", 5) == ["2050-12-30T09:30:00-08:00"]


def test_a_day_outside_is_refused() -> None:
    with pytest.raises(OutsideCalendarError):
        next(sittings(FRIDAYS, dt.date(2051, 1, 1), LAW))
