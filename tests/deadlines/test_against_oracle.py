"""The package and a day-by-day count, written apart, give the same prevailing date for any court, day and period."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from soordered.calendars.days import Layer
from soordered.deadlines.dates_from_periods import due
from soordered.lawbook.time_law_from_data import courts, time_law
from soordered.rules.timing import Direction, Length, Unit
from tests.deadlines import oracle

DIRECTIONS = st.sampled_from(Direction)
# Nevada Day is counted on authority, and the oracle knows no day of Nevada: tests/lawbook/test_state_holidays.py does
COURTS = st.sampled_from(
    [court for court in courts() if court not in ("federal", "nvd") and time_law(court).family == "frcp"]
)
CALIFORNIA = ("cand", "cacd", "caed", "casd")
CHANGES = (oracle.SATURDAYS_OUT, oracle.ELEVEN, oracle.DAYS_ARE_DAYS)


def days(first: dt.date, last: dt.date) -> st.SearchStrategy[dt.date]:
    return st.dates(min_value=first, max_value=last)


def _far_from_changes(day: dt.date, n: int) -> None:
    assume(all(abs((day - change).days) > 2 * n + 30 for change in CHANGES))


@settings(max_examples=800)
@example(dt.date(1961, 12, 1), 19, Direction.BEFORE, "almd")  # Veterans Day on a Saturday while Saturdays still counted
@given(days(dt.date(1939, 1, 1), dt.date(2049, 12, 31)), st.integers(1, 60), DIRECTIONS, COURTS)
def test_days_by_the_rule_in_force(on: dt.date, n: int, direction: Direction, court: str) -> None:
    _far_from_changes(on, n)
    assume(court not in CALIFORNIA or on >= dt.date(2002, 6, 1))

    deadline = due(Length(n, Unit.DAY), direction, on, time_law(court))

    forward = direction is Direction.AFTER
    expected = oracle.by_rule(on, n, forward=forward, in_california=court in CALIFORNIA)
    assert expected == deadline.prevailing.date


@settings(max_examples=500)
@given(days(dt.date(1939, 1, 1), dt.date(2049, 12, 31)), st.integers(1, 60), DIRECTIONS, COURTS)
def test_calendar_days(on: dt.date, n: int, direction: Direction, court: str) -> None:
    _far_from_changes(on, n)
    assume(court not in CALIFORNIA or on >= dt.date(2002, 6, 1))

    deadline = due(Length(n, Unit.CALENDAR_DAY), direction, on, time_law(court))

    forward = direction is Direction.AFTER
    expected = oracle.by_rule(on, n, forward=forward, in_california=court in CALIFORNIA, calendar_days=True)
    assert expected == deadline.prevailing.date


@settings(max_examples=500)
@given(
    days(dt.date(1939, 1, 1), dt.date(2049, 6, 30)),
    st.integers(1, 60),
    DIRECTIONS,
    COURTS,
    st.sampled_from((Unit.BUSINESS_DAY, Unit.COURT_DAY)),
)
def test_business_and_court_days(on: dt.date, n: int, direction: Direction, court: str, unit: Unit) -> None:
    deadline = due(Length(n, unit), direction, on, time_law(court))

    assert oracle.business(on, n, forward=direction is Direction.AFTER) == deadline.prevailing.date


@pytest.mark.parametrize("court", ["federal", "cand"])
def test_every_day_of_the_calendar_is_open_or_not_as_the_oracle_says(court: str) -> None:
    """The table and the walk agree on each of the days from 1938 to 2050."""
    calendar = time_law(court).calendar
    out = frozenset(
        {Layer.SATURDAY, Layer.SUNDAY, Layer.FEDERAL, Layer.FEDERAL_UNVERIFIED, Layer.SATURDAY_OBSERVED}
        | ({Layer.STATE} if court == "cand" else set())
    )
    first = dt.date(2002, 1, 1) if court == "cand" else dt.date(1938, 5, 14)
    day, differing = first, []
    while day <= calendar.last:
        if calendar.is_open(day, out) == oracle.is_out(day, saturdays=True, state=court == "cand"):
            differing.append(day)
        day += oracle.ONE

    assert differing == []
