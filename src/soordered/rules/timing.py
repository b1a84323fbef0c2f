"""When something is to be done: a closed union of the forms that real orders use."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from soordered.rules.length import Bound, Direction, Length, Unit
from soordered.rules.vocabulary import TriggerCode

__all__ = [
    "Bound",
    "CourtSets",
    "Direction",
    "EarliestOf",
    "FixedDate",
    "LatestOf",
    "Length",
    "NamedDay",
    "NotBefore",
    "OnSilence",
    "Period",
    "Recurring",
    "Silence",
    "Standard",
    "Timing",
    "Unit",
    "Weekday",
    "Window",
]


class Weekday(StrEnum):
    """Days of the week as labels print them."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"

    @property
    def number(self) -> int:
        """Monday is 0, as in ``date.weekday()``."""
        return list(Weekday).index(self)


class Silence(StrEnum):
    """What silence until the end of a period means."""

    DEEMED_DENIED = "deemed_denied"
    DEEMED_SUBMITTED = "deemed_submitted"
    DEEMED_ADMITTED = "deemed_admitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time counted from a trigger.

    Args:
        length: how long.
        direction: after or before the trigger.
        bound: how the words bind.
        trigger: what it is counted from.
        clock: the hour of the last day at which it ends, if the text gives one (24-hour local time of the court).
        anchors: further triggers that the same words can fairly mean; each yields a reading ("the date for service of
            the opposition": due, or in fact served).
    """

    length: Length
    direction: Direction
    bound: Bound
    trigger: TriggerCode
    clock: dt.time | None = None
    anchors: tuple[TriggerCode, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedDate:
    """A date printed in the text; never computed, never rolled (2009 committee note to Rule 6).

    Args:
        date: the date.
        clock: the hour, if printed.
        bound: ``on`` for a day something happens, ``no_later_than`` for a limit.
    """

    date: dt.date
    clock: dt.time | None = None
    bound: Bound = Bound.NO_LATER_THAN


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day of the week, named by the event it stands beside: "by noon on the Wednesday before the hearing".

    Unless the words say more, it is the nearest such day, never the day of the event itself, and it does not move when the court is closed on it.

    Args:
        weekday: which day.
        direction: before or after the event.
        bound: how the words bind.
        trigger: the event.
        clock: the hour, if printed (24-hour local time of the court).
        nth: which such day, counted from the event: 4 for "the fourth Friday after".
        of_week: whether the words name the nth week before or after the event's own and then the day in it ("Thursday
            of the week before"); a week begins on Monday.
    """

    weekday: Weekday
    direction: Direction
    bound: Bound
    trigger: TriggerCode
    clock: dt.time | None = None
    nth: int = 1
    of_week: bool = False


@dataclass(frozen=True, slots=True)
class EarliestOf:
    """Whichever of several comes first."""

    options: tuple[Timing, ...]


@dataclass(frozen=True, slots=True)
class LatestOf:
    """Whichever of several comes last."""

    options: tuple[Timing, ...]


@dataclass(frozen=True, slots=True)
class NotBefore:
    """Not until a moment: an act before it is early."""

    opens: Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """So many choices inside a stretch of time ("two dates within the next 14 business days").

    Args:
        choices: how many are to be named.
        opens: when the stretch begins, ``None`` for at once.
        closes: when it ends.
    """

    choices: int
    closes: Timing
    opens: Timing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A sitting that comes round: "Friday mornings, at 9:30 a.m.".

    Args:
        weekdays: on which days.
        clock: at what hour, if printed.
        weeks_of_month: the 1st, 2nd … such day of the month only; empty for every one.
        ends: the hour at which the sitting ends, if printed.
    """

    weekdays: tuple[Weekday, ...]
    clock: dt.time | None = None
    weeks_of_month: tuple[int, ...] = ()
    ends: dt.time | None = None


@dataclass(frozen=True, slots=True)
class OnSilence:
    """What happens by itself if nobody acts until the end of a period."""

    period: Period
    effect: Silence


@dataclass(frozen=True, slots=True)
class CourtSets:
    """The Court will say when; no date can be given until it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A standard for people to judge ("in a timely manner", "best efforts"), with a period that guides but does not bind.

    Args:
        words: the standard in the source's words or ours; asked, never computed.
        soft: the guiding period, if the text gives one.
    """

    words: str
    soft: Period | None = None


Timing = (
    Period
    | FixedDate
    | NamedDay
    | EarliestOf
    | LatestOf
    | NotBefore
    | Window
    | Recurring
    | OnSilence
    | CourtSets
    | Standard
)
