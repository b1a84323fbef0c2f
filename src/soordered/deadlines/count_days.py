"""One count, complete: where it lands, and every step by which it gets there."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import overload

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.days import Layer
from soordered.calendars.regimes import ExtraDays, Regime
from soordered.provenance.reasons import Step
from soordered.rules.length import Unit

ORDER_WORDS_CITE = "the order's own words"
"""Authority for a day left out because the order counts business or court days."""

KEPT_STEPS = 1 << 14
"""How many steps are kept: the counts of one matter pass the same days again and again."""

_INACCESSIBLE = Layer.INACCESSIBLE
_ORDER_UNITS = frozenset({Unit.BUSINESS_DAY, Unit.COURT_DAY})


@dataclass(slots=True, kw_only=True)
class Count:
    """A period under one reading: enough to land it and to list its steps.

    Not frozen, though nothing changes one: freezing costs a call for each field, and every reading of every count makes
    one.

    Args:
        calendar: the court's days.
        regime: the version of the rule.
        start: day number of the trigger.
        n: how many units.
        unit: of what.
        forward: whether it runs after the trigger.
        skip: layers left out while counting; empty when every day counts.
        land: layers on which the last day does not stay; empty when nothing rolls.
        roll_forward: which way the last day moves.
        extra: days added for service.
        past_inaccessible: whether a last day on which the clerk's office cannot be reached moves on.
    """

    calendar: CourtCalendar
    regime: Regime
    start: int
    n: int
    unit: Unit
    forward: bool
    skip: Layers
    land: Layers
    roll_forward: bool
    extra: int = 0
    past_inaccessible: bool = False

    def raw(self) -> int:
        """Return the day number on which the count ends before anything moves it."""
        if self.unit in _CALENDAR_LENGTHS:
            return _shifted(self.start, self.n if self.forward else -self.n, self.unit, self.calendar)
        if self.n == 0 or not self.skip:
            return self.start + self.n if self.forward else self.start - self.n
        table = self.calendar.table(self.skip)
        try:
            return table.after(self.start, self.n) if self.forward else table.before(self.start, self.n)
        except IndexError:
            raise self.calendar.outside() from None

    def landing(self) -> int:
        """Return the day number on which the period ends.

        Raises:
            OutsideCalendarError: the count leaves the calendar.
        """
        day = self.raw()
        if self.extra and self.regime.extra_days_order is ExtraDays.WITH_PERIOD:
            day = self._rolled(day + self.extra)
        else:
            day = self._rolled(day)
            if self.extra:
                day = self._rolled(day + self.extra)
        if self.past_inaccessible:
            while self.calendar.days_of(_INACCESSIBLE, day, day):
                day = self._next_open(day + 1)
        return day

    def _rolled(self, day: int) -> int:
        calendar = self.calendar
        if not calendar.first_number <= day <= calendar.last_number:
            raise calendar.outside()
        if not self.land:
            return day
        table = calendar.table(self.land)
        try:
            return table.next_open(day) if self.roll_forward else table.previous_open(day)
        except IndexError:
            raise calendar.outside() from None

    def _next_open(self, day: int) -> int:
        try:
            return self.calendar.table(self.land).next_open(day)
        except IndexError:
            raise self.calendar.outside() from None

    def steps(self) -> Iterator[Step]:
        """Yield every step: the trigger, each day counted or left out, days added, the roll, the landing."""
        cites = self.regime.cites
        trigger = dt.date.fromordinal(self.start)
        yield Step(date=trigger, counted=None, why="the trigger, itself not counted", authority=cites["days"])
        end = self.raw()
        if self.unit in _CALENDAR_LENGTHS:
            yield self._note(end, f"{self.n} {self.unit}s {'after' if self.forward else 'before'} the trigger")
        else:
            yield from self._days(end)
        day = end
        moved = False
        if self.extra:
            if self.regime.extra_days_order is not ExtraDays.WITH_PERIOD:
                rolled = self._rolled(day)
                yield from self._roll_steps(day, rolled)
                day = rolled
            for number in range(1, self.extra + 1):
                yield self._note(day + number, f"day {number} of {self.extra} added for service", cites["extra"])
            day, moved = day + self.extra, True
        rolled = self._rolled(day)
        yield from self._roll_steps(day, rolled)
        moved = moved or rolled != day
        day = rolled
        while self.past_inaccessible and (closed := self.calendar.days_of(_INACCESSIBLE, day, day)):
            found = self.calendar.nonday(dt.date.fromordinal(closed[0]), frozenset({_INACCESSIBLE}))
            name = found.name if found else "clerk's office inaccessible"
            yield self._note(day, f"{name}: a filing moves forward", cites.get("inaccessible", self.regime.cite))
            following = self._next_open(day + 1)
            yield from self._roll_steps(day + 1, following)
            day, moved = following, True
        if moved:
            yield self._note(day, "the last day")

    def _days(self, end: int) -> list[Step]:
        step = 1 if self.forward else -1
        table = self.calendar.table(self.skip) if self.skip else None
        fromordinal = dt.date.fromordinal
        days = range(self.start + step, end + step, step)
        # by place: a step by names takes half as long again
        if table is None:
            found = [Step(fromordinal(day), True, "", "", number) for number, day in enumerate(days, start=1)]
        else:
            found = []
            number, flags, first, by_order = 0, table.flags, table.first, self.unit in _ORDER_UNITS
            for day in days:
                if flags[day - first]:
                    number += 1
                    found.append(Step(fromordinal(day), True, "", "", number))
                else:
                    found.append(_left_out(self.calendar, self.regime, self.skip, day, by_order))
        if found and found[-1].counted:
            last = found[-1]
            found[-1] = Step(last.date, True, "the last day of the count", "", last.number)
        return found

    def _roll_steps(self, day: int, landing: int) -> Iterator[Step]:
        step = 1 if landing > day else -1
        topic = "roll" if step == 1 else "backward"
        words = "runs on to the next open day" if step == 1 else "goes back to the open day before"
        for passed in range(day, landing, step):
            date = dt.date.fromordinal(passed)
            why, authority = _reason(self.calendar, self.regime, self.land, date, topic)
            yield Step(date=date, counted=None, why=f"{why}: the period {words}", authority=authority)

    def _note(self, day: int, why: str, authority: str = "") -> Step:
        return Step(date=dt.date.fromordinal(day), counted=None, why=why, authority=authority)


def _reason(calendar: CourtCalendar, regime: Regime, layers: Layers, date: dt.date, topic: str) -> tuple[str, str]:
    found = next(nonday for nonday in calendar.nondays(date) if nonday.layer in layers)
    cite = regime.cites.get(topic, regime.cite)
    return found.name, f"{found.authority}; {cite}" if found.authority else cite


@lru_cache(maxsize=KEPT_STEPS)
def _left_out(calendar: CourtCalendar, regime: Regime, layers: Layers, day: int, by_order: bool) -> Step:  # noqa: FBT001
    date = dt.date.fromordinal(day)
    if by_order:  # no rule leaves days out of these units: the order's words do
        found = next(nonday for nonday in calendar.nondays(date) if nonday.layer in layers)
        why, authority = found.name, found.authority or ORDER_WORDS_CITE
    else:
        why, authority = _reason(calendar, regime, layers, date, "days")
    return Step(date=date, counted=False, why=why, authority=authority)


class CountSteps(Sequence[Step]):
    """The steps of a count, written out when first looked at.

    Args:
        count: the count.
    """

    __slots__ = ("_count", "_made")

    def __init__(self, count: Count) -> None:
        self._count = count
        self._made: tuple[Step, ...] | None = None

    def _steps(self) -> tuple[Step, ...]:
        if self._made is None:
            self._made = tuple(self._count.steps())
        return self._made

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Step, ...]: ...
    def __getitem__(self, index: int | slice) -> Step | tuple[Step, ...]:
        return self._steps()[index]

    def __len__(self) -> int:
        return len(self._steps())

    def __iter__(self) -> Iterator[Step]:
        return iter(self._steps())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, CountSteps):
            return self is other or self._steps() == other._steps()
        return self._steps() == other

    def __hash__(self) -> int:
        return hash(self._steps())

    def __reduce__(self) -> tuple[type[tuple[Step, ...]], tuple[tuple[Step, ...]]]:
        return tuple, (self._steps(),)  # another process needs the steps, not the calendar they came from

    def __repr__(self) -> str:
        return f"CountSteps({len(self)} steps)"


_CALENDAR_LENGTHS = frozenset({Unit.WEEK, Unit.MONTH, Unit.YEAR})


def _shifted(start: int, n: int, unit: Unit, calendar: CourtCalendar) -> int:
    if unit is Unit.WEEK:
        return start + 7 * n
    day = dt.date.fromordinal(start)
    months = day.year * 12 + day.month - 1 + (n if unit is Unit.MONTH else 12 * n)
    year, month = divmod(months, 12)
    if not calendar.first.year <= year <= calendar.last.year:
        raise calendar.outside()
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).toordinal()
