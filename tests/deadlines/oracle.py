"""Court time counted the slow way, day by day, written apart from the package and sharing none of its tables.

It knows the federal holidays by walking through each month, California's judicial holidays since 2002, and four texts
of Rule 6 by their first days. It gives the one prevailing date; the package must give the same.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

ONE = dt.timedelta(days=1)
SATURDAYS_OUT = dt.date(1963, 7, 1)
ELEVEN = dt.date(1985, 8, 1)
DAYS_ARE_DAYS = dt.date(2009, 12, 1)


def _named_weekdays(year: int, month: int, weekday: int) -> list[dt.date]:
    day = dt.date(year, month, 1)
    found = []
    while day.month == month:
        if day.weekday() == weekday:
            found.append(day)
        day += ONE
    return found


def _federal_dates(year: int) -> list[dt.date]:
    """The statute's own days, before any moves to another."""
    days = [dt.date(year, 1, 1), dt.date(year, 7, 4), dt.date(year, 12, 25), _named_weekdays(year, 9, 0)[0]]
    if year >= 1971:
        days += [_named_weekdays(year, 2, 0)[2], _named_weekdays(year, 5, 0)[-1], _named_weekdays(year, 10, 0)[1]]
    else:
        days += [dt.date(year, 2, 22), dt.date(year, 5, 30)]
    days.append(_named_weekdays(year, 10, 0)[3] if 1971 <= year <= 1977 else dt.date(year, 11, 11))
    if year >= 1986:
        days.append(_named_weekdays(year, 1, 0)[2])
    if year >= 2021:
        days.append(dt.date(year, 6, 19))
    thanksgivings = _named_weekdays(year, 11, 3)
    early = {1939: 23, 1940: 21, 1941: 20}  # proclaimed a week early in those years
    days.append(dt.date(year, 11, early[year]) if year in early else thanksgivings[-1 if year < 1942 else 3])
    return days


@cache
def federal(year: int, *, fridays: bool = True) -> frozenset[dt.date]:
    """Days of one calendar year on which a federal holiday falls or is kept; Fridays for Saturdays if asked."""
    kept = set()
    for named in (year - 1, year, year + 1):
        for day in _federal_dates(named):
            kept.add(day)
            if day.weekday() == 6:
                kept.add(day + ONE)
            if fridays and day.weekday() == 5 and day >= dt.date(1959, 9, 22):
                kept.add(day - ONE)
    return frozenset(day for day in kept if day.year == year)


@cache
def california(year: int) -> frozenset[dt.date]:
    """Days of one calendar year that California's courts keep and the federal statute does not know."""
    days = []
    if year >= 2002:
        days += [dt.date(year, 2, 12), dt.date(year, 3, 31), _named_weekdays(year, 11, 3)[3] + ONE]
    if year >= 2022:
        days.append(_named_weekdays(year, 9, 4)[3])
    kept = set(days)
    kept |= {day + ONE for day in days if day.weekday() == 6}
    kept |= {day - ONE for day in days if day.weekday() == 5}
    return frozenset(kept)


def is_out(day: dt.date, *, saturdays: bool, state: bool) -> bool:
    """Whether a day is left out; where Saturdays count, no Friday stands in for one."""
    if day.weekday() == 6 or (saturdays and day.weekday() == 5) or day in federal(day.year, fridays=saturdays):
        return True
    return state and day in california(day.year)


def count(start: dt.date, n: int, *, forward: bool, leaves_out: bool, saturdays: bool, state: bool) -> dt.date:
    """Walk n days from a day, those left out not counted."""
    day, left = start, n
    while left:
        day += ONE if forward else -ONE
        if not (leaves_out and is_out(day, saturdays=saturdays, state=state)):
            left -= 1
    return day


def land(day: dt.date, *, forward: bool, saturdays: bool, state: bool) -> dt.date:
    """Walk on from a day that is left out."""
    while is_out(day, saturdays=saturdays, state=state):
        day += ONE if forward else -ONE
    return day


def by_rule(start: dt.date, n: int, *, forward: bool, in_california: bool, calendar_days: bool = False) -> dt.date:
    """Count days under the text in force on the first of the two days."""
    saturdays = start >= SATURDAYS_OUT
    state = in_california and saturdays and (forward or start < DAYS_ARE_DAYS)
    threshold = 0 if start >= DAYS_ARE_DAYS else 11 if start >= ELEVEN else 7
    end = count(
        start,
        n,
        forward=forward,
        leaves_out=n < threshold and not calendar_days,
        saturdays=saturdays,
        state=state,
    )
    return land(end, forward=forward, saturdays=saturdays, state=state)


def business(start: dt.date, n: int, *, forward: bool) -> dt.date:
    """Count business days: weekends and federal holidays out."""
    return count(start, n, forward=forward, leaves_out=True, saturdays=True, state=False)
