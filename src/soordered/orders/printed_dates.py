"""Dates as orders print them beside a signature, a filing stamp or a hearing."""

from __future__ import annotations

import datetime as dt
import re

from soordered.orders.patterns import Pattern

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
PRINTED_DATE = (
    rf"(?:{_MONTH}\s{{1,4}}\d{{1,2}}(?:st|nd|rd|th)?\s{{0,2}},?\s{{1,4}}\d{{4}}"
    rf"|(?:this\s{{1,3}}|the\s{{1,3}})?\d{{1,2}}(?:st|nd|rd|th)?\s{{1,4}}(?:day\s{{1,4}}of\s{{1,4}})?{_MONTH}\s{{0,2}},?\s{{1,4}}\d{{4}}"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?![\d-])|(?:19|20)\d{2}-\d{2}-\d{2}(?!\d))"
)
"""A pattern, without groups, for a day printed in full; meant for use without regard to case."""

_WORDS = Pattern(rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})\D{{0,6}}(?P<year>\d{{4}})", re.IGNORECASE)
_DAY_FIRST = Pattern(
    rf"(?P<day>\d{{1,2}})\s*(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?P<month>{_MONTH})\D{{0,6}}(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_FIGURES = Pattern(r"(?P<month>\d{1,2})[/-](?P<day>\d{1,2})[/-](?P<year>\d{4}|\d{2})")
_ISO = Pattern(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_CENTURY_TURN = 50


def date_from_print(words: str) -> dt.date | None:
    """Read one date in an American form: "July 30, 2007", "30th day of July, 2007", "7/30/07", "2007-07-30".

    Args:
        words: the date, alone or with a few words around it.

    Returns:
        The day, or ``None`` when the words hold none or one that no calendar has (30 February).
    """
    for form in (_ISO, _WORDS, _DAY_FIRST, _FIGURES):
        match = form.search(words)
        if match is None:
            continue
        year = int(match["year"])
        if len(match["year"]) == 2:
            year += 1900 if year >= _CENTURY_TURN else 2000
        month = int(match["month"]) if match["month"].isdigit() else _month(match["month"])
        try:
            return dt.date(year, month, int(match["day"]))
        except ValueError:
            return None
    return None


def _month(word: str) -> int:
    start = word.lower()[:3]
    return next(number for number, name in enumerate(_MONTHS, start=1) if name.startswith(start))
