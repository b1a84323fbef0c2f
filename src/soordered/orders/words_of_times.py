"""The words of times: months, hours, dates, units, bounds and directions, as patterns for folded text and as values."""

from __future__ import annotations

import datetime as dt
import re

from soordered.rules.timing import Bound, Direction, Unit

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

CLOCK = (
    r"(?:(?:12(?::00)?\s)?(?:noon|midnight)|(?:\d{1,2}|l\d)(?:[:.]\d{2})?\s?(?:a\.\s?m\.|p\.\s?m\.|am\b|pm\b|a\.m\b|p\.m\b|o'clock)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?!\d))(?:\s?\(?(?:pacific|eastern|central|mountain|local|[pecm][sd]?t)\b(?:\s(?:standard |daylight |prevailing )?time)?\)?)?"
)
DATE = (
    rf"(?:(?:(?P<weekday>{WEEKDAY}),?\s)?"
    rf"(?:(?P<month>{MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>(?:19|20)\d\d))?(?!:?\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:day of\s)?(?P<month2>{MONTH})\.?,?\s(?P<year2>(?:19|20)\d\d)"
    rf"|(?<![\d/.-])(?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})(?:/(?P<year3>\d{{4}}|\d{{2}}))?(?![\d/])"
    rf"|(?<!\d)(?P<year4>(?:19|20)\d\d)-(?P<month4>\d\d)-(?P<day4>\d\d)(?!\d)))"
)
UNIT = r"(?:full\s|clear\s|whole\s|entire\s)?(?P<kind>calendar|business|court|working|work|judicial|consecutive)?[\s-]?(?P<unit>days?|weeks?|months?|years?|hours?|minutes?)(?![a-z])(?:'s\b|')?"
BOUND = (
    r"(?P<bound>(?:by )?in no (?:case|event) (?:later|more) than|(?:by )?(?:no |not )?later than|(?:by )?(?:no|not) more than|(?:by )?(?:no|not) (?:less|fewer) than|(?:by )?at least|fewer than|less than|no (?:earlier|sooner) than|not (?:earlier|sooner) than|up to|a minimum of|on or before|on or by"
    r"|within|inside of|inside|before|prior to|to and including|through and including|until|through|due (?:by|on|in|within)|due|by|upon|on|after|for|have|has|gets?|granted|given|allowed|in|following|extended to|set for)"
)
DIRECTION = r"(?P<direction>immediately (?:before|after|following|preceding)|before|prior to|preceding|in advance of|ahead of|after|of|from|following|since|upon|thereafter|thereof|later)(?![a-z])"


def clock_from_words(words: str) -> dt.time | None:
    """Read an hour of the day from folded words, ``None`` if they name none.

    Example: ``"4:30 p.m."`` is 16:30, ``"noon"`` 12:00, ``"midnight"`` 23:59 of the day (its last minute).
    """
    words = re.sub(r"^l(?=\d)", "1", words)  # a one that the scanner took for a letter
    if "noon" in words:
        return dt.time(12)
    if "midnight" in words:
        return dt.time(23, 59)
    match = re.match(r"\s?(\d{1,2})(?:[:.](\d{2}))?\s?(a|p)?", words)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] == "p" and hour < 12:
        hour += 12
    elif match[3] == "a" and hour == 12:
        hour = 0
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def date_from_match(match: re.Match[str], dated: dt.date | None) -> dt.date | None:
    """Return the date of a ``DATE`` match; a missing year is the first on or after ``dated``; ``None`` if impossible."""
    month_words = match["month"] or match["month2"]
    month = MONTHS[month_words] if month_words else int(match["month3"] or match["month4"])
    day = int(match["day"] or match["day2"] or match["day3"] or match["day4"])
    year_words = match["year"] or match["year2"] or match["year3"] or match["year4"]
    try:
        if year_words is None:
            if dated is None:
                return None
            date = dt.date(dated.year, month, day)
            return date if date >= dated else dt.date(dated.year + 1, month, day)
        year = int(year_words)
        if year < 100:
            year += 2000 if year < 70 else 1900
        return dt.date(year, month, day)
    except ValueError:
        return None


def bound_of(words: str, direction: Direction) -> Bound:
    """Return the bound that folded words set: "at least" is ``at_least``, "due by" ``no_later_than``."""
    if words.endswith(("earlier than", "sooner than")):
        return Bound.WITHIN  # the earliest day, not the last
    match words.removeprefix("by "):
        case (
            "within"
            | "inside of"
            | "inside"
            | "due within"
            | "have"
            | "has"
            | "get"
            | "gets"
            | "granted"
            | "given"
            | "allowed"
            | "for"
            | "in"
            | "due in"
            | "due"
            | ""
        ):
            if direction is Direction.BEFORE and words in {"", "due"}:
                return Bound.BEFORE  # "seven days before the hearing"
            return Bound.WITHIN
        case (
            "at least"
            | "no less than"
            | "not less than"
            | "no fewer than"
            | "not fewer than"
            | "fewer than"
            | "less than"
            | "a minimum of"
        ):
            return Bound.AT_LEAST
        case "before" | "prior to":
            return Bound.BEFORE
        case "on" | "upon" | "set for":
            return Bound.ON
        case _:
            return Bound.NO_LATER_THAN


def unit_of(kind: str | None, unit: str) -> Unit:
    """Return the unit of a length from the word before it ("court", "working") and the unit as printed ("days")."""
    match kind:
        case "business" | "working" | "work":
            return Unit.BUSINESS_DAY
        case "court" | "judicial":
            return Unit.COURT_DAY
        case "calendar" | "consecutive":
            return Unit.CALENDAR_DAY
        case _:
            return Unit(unit.rstrip("s").removesuffix("'"))


def direction_of(words: str) -> Direction:
    """Return on which side of its event a period lies."""
    return Direction.BEFORE if words.removeprefix("immediately ") in _BEFORE else Direction.AFTER


ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_BEFORE = frozenset(("before", "prior to", "preceding", "in advance of", "ahead of"))
