"""The table of one court: one count in a look-up or two, a million of them in an array, each by the rule of its day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from soordered.calendars.court import Layers, OutsideCalendarError
from soordered.calendars.open_days import EPOCH, OpenDays, open_days
from soordered.calendars.time_law import NoRegimeError, TimeLaw
from soordered.deadlines.dates_from_periods import due
from soordered.deadlines.length_from_text import LARGEST_NUMBER
from soordered.deadlines.stretches_from_law import (
    DAYS_IN_UNIT,
    MONTHS_IN_UNIT,
    Stretch,
    WrongNumberError,
    regimes_of,
    stretches,
)
from soordered.provenance.problems import BadInputError
from soordered.rules.timing import Direction, Length, Unit

if TYPE_CHECKING:
    from soordered.deadlines.table_arrays import TableArrays

_END = "The end of the period"

NEAR_CHANGE = 60
"""Days before a change of the rule within which a count back to it is left to the full engine."""


class UnknownUnitError(BadInputError):
    """A unit or a direction that is none.

    Args:
        word: what was given.
        kind: what it was given for.
        known: what would have been right.
    """

    def __init__(self, word: str, *, kind: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{word!r} is no {kind}.", expected=f"one of {', '.join(known)}.", remedy="Correct it.")


class CourtTable:
    """Every count of one court from 1938 to 2050, behind one scalar and one array face.

    Both give the prevailing date of a period that is typed and no more (no hour, no method of service, an electronic
    filing); ``arrays`` gives every reading as columns. The scalar face never imports numpy.

    Args:
        law: versions of the counting rule and the court's calendar.
    """

    def __init__(self, law: TimeLaw) -> None:
        self.law = law
        self.first = law.calendar.first_number - EPOCH
        self.last = law.calendar.last_number - EPOCH
        self._tables: dict[Layers, OpenDays] = {}
        self._plans: dict[tuple[str, str], tuple[_Way, ...]] = {}
        self._arrays: TableArrays | None = None

    def due_one(self, ordinal: int, n: int, unit: Unit | str, direction: Direction | str) -> int:
        """Count one period.

        Args:
            ordinal: the trigger, as ``date.toordinal`` gives it.
            n: how many units, from 0.
            unit: of what; ``"business_day"`` as well as ``Unit.BUSINESS_DAY``.
            direction: ``after`` or ``before`` the trigger.

        Returns:
            the prevailing date, as ``date.toordinal`` gives it.

        Raises:
            OutsideCalendarError: the trigger or the end lies outside 1938 to 2050.
            NoRegimeError: no version of the rule was in force on the trigger.
            WrongNumberError, UnknownUnitError, HoursInTableError: what is asked for is none.

        Source:
            Fed. R. Civ. P. 6 in its versions, the one in force on the trigger's day.
        """
        ways = self._plans.get((unit, direction))
        if ways is None:
            ways = self._plan(unit, direction)
        day = ordinal - EPOCH
        for way in ways:
            if day >= way.first:
                break
        else:
            raise self._no_rule(ordinal)
        if n < 0 or day > self.last:
            raise WrongNumberError(n) if n < 0 else self._outside(ordinal)
        table = way.table
        try:
            if way.forward:
                if 0 < n < way.under:
                    end = table.inverse[table.index[day - table.base] + n]
                elif way.days:
                    end = table.next_open[day + n * way.days - table.base]
                else:
                    return self._by_engine(ordinal, n, way)
            elif 0 < n < way.under:
                place = table.before[day - table.base] - n
                end = table.inverse[max(0, place)]
            elif way.days:
                slot = day - n * way.days - table.base
                end = table.previous_open[max(0, slot)]
            else:
                return self._by_engine(ordinal, n, way)
        except IndexError:
            raise self._outside(_END) from None
        if end > self.last:
            raise self._outside(_END)
        if way.moves and end in table.moved:
            end = table.moved[end]
            if end > self.last:
                raise self._outside(_END)
        if end < way.near and not way.forward:
            return self._by_engine(ordinal, n, way)
        return end + EPOCH

    @property
    def arrays(self) -> TableArrays:
        """The array face; numpy is imported when it is first asked for."""
        if self._arrays is None:
            from soordered.deadlines.table_arrays import TableArrays  # noqa: PLC0415  numpy takes its time to load

            self._arrays = TableArrays(self.law, self.open_days)
        return self._arrays

    def open_days(self, layers: Layers) -> OpenDays:
        """Return the table of the days open under a set of layers, laid out on first use."""
        table = self._tables.get(layers)
        if table is None:
            table = self._tables[layers] = open_days(self.law.calendar, layers)
        return table

    def _plan(self, unit: Unit | str, direction: Direction | str) -> tuple[_Way, ...]:
        unit, direction = unit_of(unit), direction_of(direction)
        found = stretches(unit, forward=direction is Direction.AFTER, law=self.law)
        ways = tuple(_Way(stretch, self.open_days(stretch.out), unit, direction) for stretch in found)
        self._plans[unit, direction] = ways
        return ways

    def _by_engine(self, ordinal: int, n: int, way: _Way) -> int:
        """Leave to the engine what is no matter of look-ups: months, and counts back over a change of the rule."""
        if n > LARGEST_NUMBER:
            raise WrongNumberError(n)
        found = due(Length(n, way.unit), way.direction, dt.date.fromordinal(ordinal), self.law)
        return found.prevailing.date.toordinal()

    def _no_rule(self, ordinal: int) -> BadInputError:
        if ordinal < self.law.calendar.first_number:
            return self._outside(ordinal)
        first = regimes_of(self.law)[0].in_force
        return NoRegimeError(dt.date.fromordinal(ordinal), family=self.law.family, first=first)

    def _outside(self, what: int | str) -> BadInputError:
        calendar = self.law.calendar
        words = what if isinstance(what, str) else f"Day number {what}"
        return OutsideCalendarError(words, first=calendar.first, last=calendar.last)


class _Way:
    """A stretch with its table, flat for the sake of a fast look-up."""

    __slots__ = ("days", "direction", "first", "forward", "moves", "near", "table", "under", "unit")

    def __init__(self, stretch: Stretch, table: OpenDays, unit: Unit, direction: Direction) -> None:
        self.first = stretch.first
        self.near = stretch.first + NEAR_CHANGE
        self.under = stretch.under
        self.table = table
        self.unit = unit
        self.direction = direction
        self.forward = direction is Direction.AFTER
        self.moves = stretch.inaccessible and bool(table.moved)
        self.days = DAYS_IN_UNIT.get(unit, 0)


def unit_of(word: Unit | str) -> Unit:
    """Return the unit that a word names.

    Raises:
        UnknownUnitError: it names none.
    """
    try:
        return Unit(word)
    except ValueError:
        raise UnknownUnitError(str(word), kind="unit", known=(*DAYS_IN_UNIT, *MONTHS_IN_UNIT)) from None


def direction_of(word: Direction | str) -> Direction:
    """Return the direction that a word names.

    Raises:
        UnknownUnitError: it names none.
    """
    try:
        return Direction(word)
    except ValueError:
        raise UnknownUnitError(str(word), kind="direction", known=tuple(Direction)) from None
