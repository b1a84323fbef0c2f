"""The next sittings of a court that sits on certain weekdays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from soordered.calendars.days import Layer
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.deadline import Moment
from soordered.rules.timing import Recurring

_NO_SITTING = frozenset(
    {Layer.SUNDAY, Layer.FEDERAL, Layer.FEDERAL_UNVERIFIED, Layer.SATURDAY_OBSERVED, Layer.NOTICE, Layer.INACCESSIBLE}
)
_DOUBTFUL = frozenset({Layer.STATE, Layer.STATE_UNVERIFIED, Layer.CLOSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One sitting.

    Args:
        on: the day, and the hour if the text gives one.
        doubt: why it may not take place (a state holiday, a closing), empty when nothing speaks against it.
    """

    on: Moment
    doubt: str = ""


def sittings(
    recurring: Recurring, first: dt.date, law: TimeLaw, *, blocked: frozenset[dt.date] = frozenset()
) -> Iterator[Sitting]:
    """Yield the sittings from a day on, holidays left out, to the end of the calendar.

    Args:
        recurring: weekdays, hour, weeks of the month.
        first: the first day that may be one.
        law: the court's calendar.
        blocked: days on which the judge does not sit.

    Raises:
        OutsideCalendarError: ``first`` lies outside 1938 to 2050.
    """
    calendar = law.calendar
    calendar.check(first)
    weekdays = frozenset(weekday.number for weekday in recurring.weekdays)
    for number in range(first.toordinal(), calendar.last.toordinal() + 1):
        day = dt.date.fromordinal(number)
        if day.weekday() not in weekdays or day in blocked:
            continue
        if recurring.weeks_of_month and (day.day - 1) // 7 + 1 not in recurring.weeks_of_month:
            continue
        if calendar.nonday(day, _NO_SITTING) is not None:
            continue
        doubt = calendar.nonday(day, _DOUBTFUL)
        yield Sitting(
            on=Moment(day, recurring.clock, calendar.zone),
            doubt="" if doubt is None else f"{doubt.name} ({doubt.authority}): ask whether the court sits",
        )
