"""The day of the week that an order names beside an event: "the Wednesday before the hearing"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.dates_from_periods import fixed
from soordered.deadlines.deadline import Deadline
from soordered.provenance.reasons import Step
from soordered.rules.timing import Direction, NamedDay

_WEEK = 7


def day_named_beside(named: NamedDay, on: dt.date, law: TimeLaw) -> Deadline:
    """Return the deadline that a named day is: the nearest such day before or after the event, never the event's own.

    A named day is not counted, so Rule 6 does not move it; when the court is closed on it the readings are those of a
    printed date.

    Args:
        named: the day and the event it stands beside.
        on: the event's day.
        law: versions of the rule and the court's calendar.

    Raises:
        OutsideCalendarError: the day lies outside 1938 to 2050.

    Source:
        Fed. R. Civ. P. 6(a), 2009 committee note, on fixed times.
    """
    day = _named(named, on)
    deadline = fixed(day, law, clock=named.clock)
    event = Step(date=on, counted=None, why="the event that the day stands beside")
    readings = tuple(
        replace(
            reading,
            steps=(
                event,
                *(
                    step._replace(why=f"{_which(named)} {named.direction} it, as the words name it")
                    if step.date == day
                    else step
                    for step in reading.steps
                ),
            ),
        )
        for reading in deadline.readings
    )
    notes = tuple(note.replace("The printed date", "The named day") for note in deadline.notes)
    return replace(deadline, readings=readings, notes=notes)


def _named(named: NamedDay, on: dt.date) -> dt.date:
    side = -1 if named.direction is Direction.BEFORE else 1
    if named.of_week:
        monday = on - dt.timedelta(days=on.weekday())
        return monday + dt.timedelta(days=side * _WEEK * named.nth + named.weekday.number)
    apart = side * (named.weekday.number - on.weekday()) % _WEEK or _WEEK
    return on + dt.timedelta(days=side * (apart + _WEEK * (named.nth - 1)))


def _which(named: NamedDay) -> str:
    if named.of_week:
        return f"the {named.weekday} of the week" if named.nth == 1 else f"the {named.weekday} {named.nth} weeks"
    return f"the nearest {named.weekday}" if named.nth == 1 else f"{named.weekday} number {named.nth}"
