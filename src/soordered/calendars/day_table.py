"""One compact table per set of layers: which days are open, and landing on them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress

from soordered.provenance.reasons import Step

OFTEN = 64
"""From how many askings on it is worth to make the dates of all days: some milliseconds, once."""


@lru_cache(maxsize=4)
def _numbers(first: int, last: int) -> tuple[int, ...]:
    """Return the day numbers of a calendar, so that its tables share them: a table alone takes a quarter of the room."""
    return tuple(range(first, last + 1))


class DayTable:
    """The open days of one court under one set of layers, by day number (``date.toordinal``).

    ``open_days`` holds the numbers of the open days in order, ``flags`` one byte a day, 1 for an open one. ``left_out``
    keeps what a count says of the other days, by the rule that leaves them out and by place: each is said but once.

    Args:
        first: first day number held.
        last: last day number held.
        sundays: whether Sundays are left out.
        saturdays: whether Saturdays are.
        nondays: day numbers of the other days left out; those outside the range are passed over.
    """

    __slots__ = ("_dates", "_sought", "first", "flags", "last", "left_out", "open_days")

    def __init__(self, *, first: int, last: int, sundays: bool, saturdays: bool, nondays: Iterable[int]) -> None:
        week = bytes(
            not ((sundays and weekday == 6) or (saturdays and weekday == 5))  # day number 1 was a Monday
            for weekday in ((first + 6 + offset) % 7 for offset in range(7))
        )
        size = last - first + 1
        flags = bytearray((week * (size // 7 + 1))[:size])
        for number in nondays:
            if first <= number <= last:
                flags[number - first] = 0
        self.first = first
        self.last = last
        self.flags = bytes(flags)
        self.open_days: list[int] = list(compress(_numbers(first, last), flags))

        self.left_out: dict[str, dict[int, Step]] = {}
        self._dates: list[dt.date] | None = None
        self._sought = 0

    def dates(self, low: int, high: int) -> Sequence[dt.date]:
        """Return open days by their places in ``open_days``, as dates; laid out for all days once they are sought often.

        Args:
            low: the first place.
            high: the place after the last.
        """
        dates = self._dates
        if dates is None:
            self._sought += 1
            if self._sought < OFTEN:
                return [*map(dt.date.fromordinal, self.open_days[low:high])]
            dates = self._dates = [*map(dt.date.fromordinal, self.open_days)]
        return dates[low:high]

    def is_open(self, day: int) -> bool:
        """Say whether a day number is open."""
        return self.flags[day - self.first] == 1

    def next_open(self, day: int) -> int:
        """Return the first open day on or after ``day``.

        Raises:
            IndexError: the table ends before one.
        """
        return self.open_days[bisect_left(self.open_days, day)]

    def previous_open(self, day: int) -> int:
        """Return the last open day on or before ``day``.

        Raises:
            IndexError: the table begins after it.
        """
        return self._at(bisect_right(self.open_days, day) - 1)

    def after(self, day: int, n: int) -> int:
        """Return the nth open day after ``day`` (n from 1).

        Raises:
            IndexError: the table ends before it.
        """
        return self.open_days[bisect_right(self.open_days, day) + n - 1]

    def before(self, day: int, n: int) -> int:
        """Return the nth open day before ``day`` (n from 1).

        Raises:
            IndexError: the table begins after it.
        """
        return self._at(bisect_left(self.open_days, day) - n)

    def _at(self, place: int) -> int:
        if place < 0:
            raise IndexError
        return self.open_days[place]
