"""The compact table of one court's open days under one set of layers: every landing is one or two look-ups.

Days are numbered from 1 January 1970, as ``numpy.datetime64`` and Arrow do, so that both faces share one table. The slot
of a day is ``day - base``; the first and the last slot of each array stand for every day before and after the calendar
and hold ``OUTSIDE``, which leads to itself, so that no look-up needs a check of its own.
"""

from __future__ import annotations

import datetime as dt
from array import array
from itertools import accumulate, compress

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.days import Layer

EPOCH = dt.date(1970, 1, 1).toordinal()
"""What ``date.toordinal`` gives for day 0 of the table."""

OUTSIDE = 1 << 20
"""The day that stands for every day outside the calendar: later than any that a calendar holds."""


class OpenDays:
    """Which days are open, as five arrays of 32-bit numbers.

    Args:
        base: the day of slot 0, the one before the calendar's first.
        next_open: by slot, the first open day on or after the day.
        previous_open: by slot, the last open day on or before it.
        index: by slot, the place in ``inverse`` of the last open day on or before it; the nth after it is n places on.
        before: by slot, the place of the first open day on or after it; the nth before it is n places back.
        inverse: the open days in order, between two entries of ``OUTSIDE``.
        moved: for each open day on which the clerk's office cannot be reached, the day to which a filing moves.
    """

    __slots__ = ("base", "before", "index", "inverse", "moved", "next_open", "previous_open")

    def __init__(
        self,
        *,
        base: int,
        next_open: array[int],
        previous_open: array[int],
        index: array[int],
        before: array[int],
        inverse: array[int],
        moved: dict[int, int],
    ) -> None:
        self.base = base
        self.next_open = next_open
        self.previous_open = previous_open
        self.index = index
        self.before = before
        self.inverse = inverse
        self.moved = moved


def open_days(calendar: CourtCalendar, layers: Layers) -> OpenDays:
    """Lay out the days of a court that are open when these layers are left out.

    Args:
        calendar: the court's days.
        layers: the layers left out.
    """
    table = calendar.table(layers)
    base = calendar.first_number - EPOCH - 1
    inverse = [OUTSIDE, *compress(range(base + 1, base + 1 + len(table.flags)), table.flags), OUTSIDE]
    index = list(accumulate(table.flags, initial=0))
    before = [0, *accumulate(table.flags, initial=1)]
    index.append(len(inverse) - 1)
    before[-1] = len(inverse) - 1
    next_open = [inverse[place] for place in before]
    previous_open = [inverse[place] for place in index]
    next_open[0] = previous_open[-1] = OUTSIDE
    return OpenDays(
        base=base,
        next_open=array("i", next_open),
        previous_open=array("i", previous_open),
        index=array("i", index),
        before=array("i", before),
        inverse=array("i", inverse),
        moved=_moved(calendar, next_open, base),
    )


def _moved(calendar: CourtCalendar, next_open: list[int], base: int) -> dict[int, int]:
    """Say where a filing goes that is due on a day on which the clerk's office cannot be reached."""
    days = calendar.days_of(Layer.INACCESSIBLE, calendar.first_number, calendar.last_number)
    moved: dict[int, int] = {}
    for number in reversed(days):
        day = number - EPOCH
        following = next_open[day + 1 - base]
        moved[day] = moved.get(following, following)
    return moved
