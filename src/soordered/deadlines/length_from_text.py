"""A period as a person types it: "10 business days", "five (5) calendar days", "1 day by 4:30 p.m."."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from soordered.provenance.problems import BadInputError
from soordered.rules.length import Bound, Length, Unit
from soordered.rules.number_words import SINGLE_WORDS

LARGEST_NUMBER = 41_000
"""The largest number of units that a period may have: more days than the calendar holds end nowhere."""

_UNITS = {
    "day": Unit.DAY,
    "calendar day": Unit.CALENDAR_DAY,
    "consecutive day": Unit.CALENDAR_DAY,
    "business day": Unit.BUSINESS_DAY,
    "working day": Unit.BUSINESS_DAY,
    "court day": Unit.COURT_DAY,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "calendar month": Unit.MONTH,
    "year": Unit.YEAR,
    "hour": Unit.HOUR,
    "minute": Unit.MINUTE,
}
_BOUNDS = {
    "within": Bound.WITHIN,
    "at least": Bound.AT_LEAST,
    "not less than": Bound.AT_LEAST,
    "no later than": Bound.NO_LATER_THAN,
    "not later than": Bound.NO_LATER_THAN,
}
_PERIOD = re.compile(
    r"""\s*(?:(?P<bound>within|at\ least|not?\ less\ than|not?\ later\ than)\s+)?
    (?:the\s+)?
    (?P<number>-?\d[\d,]*|[a-z]+(?:[ -][a-z]+){0,4}?)\s*
    (?:\(\s*(?P<figure>\d[\d,]*)\s*\)\s*)?
    -?\s*,?\s*(?P<unit>(?:calendar|consecutive|business|working|court)?\s*(?:day|week|month|year|hour|minute))s?
    (?:\s*,?\s*(?P<hour_bound>by|at|before|no\ later\ than)\s+(?P<clock>.+?))?\s*\.?\s*""",
    re.VERBOSE,
)
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?")


class UnreadablePeriodError(BadInputError):
    """A text that is no period.

    Args:
        text: what was given.
        why: what is wrong with it, in a sentence; empty when nothing of it fits.
    """

    def __init__(self, text: str, why: str = "") -> None:
        super().__init__(
            f"{text!r} is no period that can be counted." + (f" {why}" if why else ""),
            expected="a number of 0 or more and a unit (days, calendar days, business days, court days, weeks, months,"
            ' years, hours, minutes), such as "10 business days", "five (5) days" or "1 day by 4:30 p.m.".',
            remedy="Type the period again, in the words of the order.",
        )


class TooLongError(BadInputError):
    """A period of more units than any calendar holds.

    Args:
        text: what was given.
        n: its number.
    """

    def __init__(self, text: str, n: int) -> None:
        super().__init__(
            f"{text!r} is {n:,} units long.",
            expected=f"at most {LARGEST_NUMBER:,}.",
            remedy="Check the number.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPeriod:
    """A period as typed.

    Args:
        length: how long.
        bound: how the words bind.
        clock: the hour at which it ends, if typed.
    """

    length: Length
    bound: Bound = Bound.WITHIN
    clock: dt.time | None = None


@lru_cache(maxsize=1024)
def period_from_text(text: str) -> TypedPeriod:
    """Read a typed period; what was read is kept, since a text always reads the same.

    Args:
        text: number in words or figures (or both, which must agree), unit, and if need be an hour: "by 4:30 p.m.",
            "before noon".

    Raises:
        UnreadablePeriodError: it is no period; word and figure differ; the hour is none.
        TooLongError: it has more than ``LARGEST_NUMBER`` units.
    """
    match = _PERIOD.fullmatch(" ".join(text.lower().split()))
    if match is None:
        raise UnreadablePeriodError(text)
    n = _number(match["number"], text)
    if match["figure"] is not None and _number(match["figure"], text) != n:
        raise UnreadablePeriodError(text, f"The word ({match['number']}) and the figure ({match['figure']}) differ.")
    if n < 0:
        raise UnreadablePeriodError(text, "A period cannot be negative; say before or after instead.")
    if n > LARGEST_NUMBER:
        raise TooLongError(text, n)
    bound = _BOUNDS[(match["bound"] or "within").replace("no less", "not less")]
    if match["hour_bound"] == "before":
        bound = Bound.BEFORE
    return TypedPeriod(
        length=Length(n, _UNITS[" ".join(match["unit"].split())]),
        bound=bound,
        clock=None if match["clock"] is None else _hour(match["clock"], text),
    )


def _number(words: str, text: str) -> int:
    figures = words.replace(",", "")
    if figures.lstrip("-").isdigit():
        return int(figures)
    if words in ("a", "an", "next"):
        return 1
    total, seen = 0, False
    for word in re.split(r"[ -]+", words):
        if word == "and" and seen:
            continue
        if word == "hundred":
            total = max(total, 1) * 100
        elif word in SINGLE_WORDS:
            total += SINGLE_WORDS[word]
        else:
            raise UnreadablePeriodError(text, f"{word!r} is no number.")
        seen = True
    return total


def _hour(words: str, text: str) -> dt.time:
    if words in ("noon", "12 noon", "12:00 noon"):
        return dt.time(12)
    match = _CLOCK.fullmatch(words)
    if match is None:
        raise UnreadablePeriodError(text, f"{words!r} is no hour.")
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or "")[:1]
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12) or (not half and match[2] is None):
        raise UnreadablePeriodError(text, f"{words!r} is no hour; write 16:30 or 4:30 p.m.")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.time(hour, minute)
