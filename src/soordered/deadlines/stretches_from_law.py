"""The stretches of time in which a unit is counted one way: what the table needs to know of the versions of the rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.calendars.court import Layers
from soordered.calendars.days import Layer
from soordered.calendars.open_days import EPOCH
from soordered.calendars.regimes import Regime
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.length_from_text import LARGEST_NUMBER
from soordered.deadlines.shapes_from_ask import ORDER_WORDS, Ask, days_out, shapes
from soordered.provenance.problems import BadInputError
from soordered.rules.timing import Unit

EVERY_PERIOD = 1 << 20
"""The threshold of a unit whose every period leaves out non-days."""

DAYS_IN_UNIT = {
    Unit.DAY: 1, Unit.CALENDAR_DAY: 1, Unit.BUSINESS_DAY: 1, Unit.COURT_DAY: 1, Unit.WEEK: 7,
}  # fmt: skip
"""Units that are so many days long; months and years are not, hours and minutes end at an hour."""

MONTHS_IN_UNIT = {Unit.MONTH: 1, Unit.YEAR: 12}


class HoursInTableError(BadInputError):
    """A unit that a table of days cannot count.

    Args:
        unit: what was asked for.
    """

    def __init__(self, unit: str) -> None:
        units = ", ".join([*DAYS_IN_UNIT, *MONTHS_IN_UNIT])
        super().__init__(
            f"A table of days cannot count by {str(unit)!r}.",
            expected=f"one of {units}.",
            remedy="Count hours and minutes one by one with so.due; they turn on the hour of the trigger.",
        )


class WrongNumberError(BadInputError):
    """A number of units that no period has.

    Args:
        n: what was given.
    """

    def __init__(self, n: int) -> None:
        super().__init__(
            f"{n} is no length of a period.",
            expected=f"0 to {LARGEST_NUMBER:,}.",
            remedy="Check the number; say before or after instead of a negative one.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Consecutive versions of the rule that count one unit in one direction alike.

    Args:
        first: the first day of a trigger to which they apply, since 1970.
        last: the last such day.
        under: periods of fewer units leave out non-days while they are counted.
        out: the layers left out while counting and on which a last day does not stay.
        inaccessible: whether a filing moves past days on which the clerk's office cannot be reached.
    """

    first: int
    last: int
    under: int
    out: Layers
    inaccessible: bool


def plain_ask(n: int, unit: Unit, *, forward: bool) -> Ask:
    """Ask for a period and nothing else: no hour, no rank, no service, an electronic filing."""
    return Ask(n=n, unit=unit, forward=forward, clock=None, by_order=False, of_rule=False, extra_method="", filing=True)


def regimes_of(law: TimeLaw) -> tuple[Regime, ...]:
    """Return the versions of the rule that governs in a court, in order of their dates."""
    return tuple(regime for regime in law.regimes if regime.family == law.family)


def days_of(regime: Regime, law: TimeLaw) -> tuple[int, int]:
    """Return the first and the last day since 1970 on which a version was in force and the calendar holds."""
    first = max(regime.in_force, law.calendar.first)
    last = min(regime.ends or dt.date.max, law.calendar.last)
    return first.toordinal() - EPOCH, last.toordinal() - EPOCH


def stretches(unit: Unit, *, forward: bool, law: TimeLaw) -> tuple[Stretch, ...]:
    """List how a unit is counted from day to day of the trigger, the latest stretch first.

    Args:
        unit: a unit of days, weeks, months or years.
        forward: after the trigger, or before it.
        law: versions of the rule and the court's calendar.

    Raises:
        HoursInTableError: the unit ends at an hour.
    """
    if unit not in DAYS_IN_UNIT and unit not in MONTHS_IN_UNIT:
        raise HoursInTableError(unit)
    found: list[Stretch] = []
    for regime in reversed(regimes_of(law)):
        first, last = days_of(regime, law)
        if first > last:
            continue
        stretch = Stretch(
            first=first,
            last=last,
            under=_under(unit, regime, forward=forward),
            out=days_out(unit in ORDER_WORDS, forward, regime).base,
            inaccessible=Layer.INACCESSIBLE in regime.nondays and law.calendar.holds(Layer.INACCESSIBLE),
        )
        if found and _alike(stretch, found[-1]):
            later = found.pop()
            stretch = Stretch(
                first=first, last=later.last, under=later.under, out=later.out, inaccessible=later.inaccessible
            )
        found.append(stretch)
    return tuple(found)


def _under(unit: Unit, regime: Regime, *, forward: bool) -> int:
    """Return the number of units from which on every day of a period is counted."""
    if shapes(plain_ask(EVERY_PERIOD, unit, forward=forward), regime)[0].skips:
        return EVERY_PERIOD
    threshold = regime.excludes_under
    short = threshold > 1 and shapes(plain_ask(threshold - 1, unit, forward=forward), regime)[0].skips
    return threshold if short else 0


def _alike(one: Stretch, other: Stretch) -> bool:
    return (one.under, one.out, one.inaccessible) == (other.under, other.out, other.inaccessible)
