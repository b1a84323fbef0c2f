"""Dates and hours in words, always with the weekday and never by the machine's locale."""

from __future__ import annotations

import datetime as dt

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_IN_FULL = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: dt.date) -> str:
    """Write a day as ``Tue 27 Nov 2007``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_in_words(day: dt.date) -> str:
    """Write a day's month as ``November 2007``."""
    return f"{_MONTHS_IN_FULL[day.month - 1]} {day.year}"


def clock_in_words(clock: dt.time) -> str:
    """Write an hour as a lawyer does: ``4:30 p.m.``, ``noon``, ``midnight``."""
    match clock.hour, clock.minute:
        case 12, 0:
            return "noon"
        case 0, 0:
            return "midnight"
        case hour, minute:
            return f"{hour % 12 or 12}:{minute:02} {'a.m.' if hour < 12 else 'p.m.'}"  # noqa: RUF100
