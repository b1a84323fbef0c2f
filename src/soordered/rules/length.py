"""How long a period is and which way it runs: all that a plain count needs to know of a rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a period counts, as the text says it; a bare "days" stays ``DAY``, for the rule in force to say."""

    DAY = "day"
    CALENDAR_DAY = "calendar_day"
    BUSINESS_DAY = "business_day"
    COURT_DAY = "court_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"
    MINUTE = "minute"


class Direction(StrEnum):
    """On which side of its trigger a period lies."""

    AFTER = "after"
    BEFORE = "before"


class Bound(StrEnum):
    """How the words bind: ``within`` 5 days, ``at_least`` 5 days before, ``before`` noon."""

    WITHIN = "within"
    NO_LATER_THAN = "no_later_than"
    AT_LEAST = "at_least"
    BEFORE = "before"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Length:
    """A number of units; two lengths of different units are never equal.

    Args:
        n: how many, 0 or more.
        unit: of what.
    """

    n: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.n < 0:
            msg = f"a length is 0 or more; got {self.n} {self.unit}"
            raise ValueError(msg)

    def __str__(self) -> str:
        words = str(self.unit).replace("_", " ")
        return f"{self.n} {words}" if self.n == 1 else f"{self.n} {words}s"
