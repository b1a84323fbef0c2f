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
    back = named.direction is Direction.BEFORE
    apart = (on.weekday() - named.weekday.number if back else named.weekday.number - on.weekday()) % _WEEK or _WEEK
    day = on - dt.timedelta(days=apart) if back else on + dt.timedelta(days=apart)
    deadline = fixed(day, law, clock=named.clock)
    event = Step(date=on, counted=None, why="the event that the day stands beside")
    readings = tuple(
        replace(
            reading,
            steps=(
                event,
                *(
                    step._replace(why=f"the nearest {named.weekday} {named.direction} it, as the words name it")
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
