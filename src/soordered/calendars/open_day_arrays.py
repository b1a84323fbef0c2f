"""The array face of the table of open days: the same numbers seen by numpy, without a copy."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.days import Layer
from soordered.calendars.open_days import EPOCH, OUTSIDE, OpenDays

Days = npt.NDArray[np.int32]
"""Days since 1 January 1970; ``OUTSIDE`` for one that the calendar does not hold."""

Column = Literal["next_open", "previous_open", "index", "before"]

Slots = npt.NDArray[np.intp]


class OpenDayArrays:
    """The arrays of ``OpenDays`` as numpy sees them.

    Args:
        base: the day of slot 0.
        next_open: by slot, the first open day on or after the day.
        previous_open: by slot, the last open day on or before it.
        index: by slot, the place in ``inverse`` of the last open day on or before it.
        before: by slot, the place of the first open day on or after it.
        inverse: the open days in order, between two entries of ``OUTSIDE``.
    """

    __slots__ = ("_by_day", "base", "before", "index", "inverse", "next_open", "previous_open")

    def __init__(
        self,
        *,
        base: int,
        next_open: Days,
        previous_open: Days,
        index: Days,
        before: Days,
        inverse: Days,
    ) -> None:
        self.base = base
        self.next_open = next_open
        self.previous_open = previous_open
        self.index = index
        self.before = before
        self.inverse = inverse
        self._by_day: dict[Column, Days] = {}

    def by_day(self, column: Column) -> Days:
        """Return a column turned so that a day is its own place, days before 1970 counted from the end.

        A look-up that wraps (``mode="wrap"``) then needs no slots; only days inside the calendar may be looked up.
        """
        turned = self._by_day.get(column)
        if turned is None:
            columns = {
                "next_open": self.next_open, "previous_open": self.previous_open, "index": self.index,
                "before": self.before,
            }  # fmt: skip
            turned = self._by_day[column] = np.roll(columns[column][1:-1], self.base + 1)
        return turned

    def slots(self, days: Days) -> Slots:
        """Return the slots of days; those outside the calendar get a slot that a clipping look-up takes to an end."""
        return np.subtract(days, self.base, dtype=np.intp)

    def after(self, days: Days, n: int) -> Days:
        """Return the nth open day after each day (n from 1), ``OUTSIDE`` where the table ends before it."""
        return self.inverse.take(self.index.take(self.slots(days), mode="clip") + np.intp(n), mode="clip")

    def earlier(self, days: Days, n: int) -> Days:
        """Return the nth open day before each day (n from 1), ``OUTSIDE`` where the table begins after it."""
        return self.inverse.take(self.before.take(self.slots(days), mode="clip") - np.intp(n), mode="clip")

    def landing(self, days: Days, *, forward: bool) -> Days:
        """Return the first open day on or after each day, or the last on or before it."""
        return (self.next_open if forward else self.previous_open).take(self.slots(days), mode="clip")


def arrays_of(table: OpenDays) -> OpenDayArrays:
    """See a table through numpy; nothing is copied."""
    return OpenDayArrays(
        base=table.base,
        next_open=np.frombuffer(table.next_open, dtype=np.int32),
        previous_open=np.frombuffer(table.previous_open, dtype=np.int32),
        index=np.frombuffer(table.index, dtype=np.int32),
        before=np.frombuffer(table.before, dtype=np.int32),
        inverse=np.frombuffer(table.inverse, dtype=np.int32),
    )


def arrays_for(calendar: CourtCalendar, layers: Layers) -> OpenDayArrays:
    """Lay out a court's open days as arrays, for the sets of layers that only readings need.

    Args:
        calendar: the court's days.
        layers: the layers left out.
    """
    first, last = calendar.first_number, calendar.last_number
    size = last - first + 1
    weekday = (np.arange(first, last + 1) + 6) % 7
    opens = np.ones(size, dtype=bool)
    if Layer.SUNDAY in layers:
        opens &= weekday != 6
    if Layer.SATURDAY in layers:
        opens &= weekday != 5
    for layer in layers:
        opens[np.asarray(calendar.days_of(layer, first, last), dtype=np.intp) - first] = False
    base = first - EPOCH - 1
    found = np.flatnonzero(opens)
    inverse = np.full(len(found) + 2, OUTSIDE, dtype=np.int32)
    inverse[1:-1] = found + (base + 1)
    index = np.zeros(size + 2, dtype=np.int32)
    np.cumsum(opens, out=index[1:-1])
    before = np.zeros(size + 2, dtype=np.int32)
    before[1:-1] = index[:-2] + 1
    index[-1] = before[-1] = len(inverse) - 1
    next_open, previous_open = inverse[before], inverse[index]
    next_open[0] = previous_open[-1] = OUTSIDE
    return OpenDayArrays(
        base=base,
        next_open=next_open,
        previous_open=previous_open,
        index=index,
        before=before,
        inverse=inverse,
    )


def moved_past(calendar: CourtCalendar, layers: Layers, table: OpenDayArrays) -> Days | None:
    """Return, by slot, where a filing goes that is due on a day; ``None`` where it goes nowhere.

    Args:
        calendar: the court's days.
        layers: layers of days on which the clerk's office cannot be reached.
        table: the days on which it is open but for them.
    """
    first, last = calendar.first_number, calendar.last_number
    numbers = sorted({number for layer in layers for number in calendar.days_of(layer, first, last)}, reverse=True)
    if not numbers:
        return None
    days = np.arange(table.base, table.base + last - first + 3, dtype=np.int32)
    days[0] = days[-1] = OUTSIDE
    for number in numbers:
        slot = number - EPOCH - table.base
        following = int(table.next_open[slot + 1])
        days[slot] = following if following == OUTSIDE else days[following - table.base]
    return days
