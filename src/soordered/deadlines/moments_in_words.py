"""Moments in words, always with the weekday."""

from __future__ import annotations

from soordered.deadlines.deadline import Moment
from soordered.provenance.dates_in_words import clock_in_words, day_in_words


def moment_in_words(moment: Moment) -> str:
    """Write a moment as ``Wed 10 Nov 2010, 4:30 p.m.``; without an hour, the day alone."""
    day = day_in_words(moment.date)
    return day if moment.clock is None else f"{day}, {clock_in_words(moment.clock)}"
