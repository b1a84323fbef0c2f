"""A printed time and its place in the clean text."""

from __future__ import annotations

from dataclasses import dataclass

from soordered.rules.timing import FixedDate, NamedDay, Period, Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """One printed time.

    Args:
        start: its first character in the clean text.
        end: after its last.
        timing: what it says.
        production: the name of the production that read it.
        bound_words: the words that bind it, as folded (``"no later than"``), empty if none.
        core: place of the bare core (the date, the length), for a quote without its bound.
        weekday: the weekday printed with a date.
        doubt: what is wrong with it, in a sentence; empty if nothing.
        remedy: what to do about the doubt.
        anchored: whether the text names the event it is counted from.
        anchor: the words of that event, folded.
    """

    start: int
    end: int
    timing: Period | FixedDate | NamedDay
    production: str
    bound_words: str = ""
    core: tuple[int, int] = (0, 0)
    weekday: Weekday | None = None
    doubt: str = ""
    remedy: str = ""
    anchored: bool = True
    anchor: str = ""
