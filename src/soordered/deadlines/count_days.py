"""One count, complete: where it lands, and every step by which it gets there."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import count as numbers_from
from itertools import repeat
from typing import cast, overload

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.regimes import ExtraDays, Regime
from soordered.provenance.reasons import Step
from soordered.rules.length import Unit

ORDER_WORDS_CITE = "the order's own words"
"""Authority for a day left out because the order counts business or court days."""

KEPT_COUNTS = 64
"""How many counts stay written out: who looks at one step mostly looks at the next."""

_ORDER_UNITS = frozenset({Unit.BUSINESS_DAY, Unit.COURT_DAY})
_CALENDAR_LENGTHS = frozenset({Unit.WEEK, Unit.MONTH, Unit.YEAR})

_NONE: Layers = frozenset()
_YES, _NO_WORDS = repeat(True), repeat("")

# What ``Step._make`` does, without a call in Python: a count of a hundred days has a hundred steps.
_step_of = cast("Callable[[Iterable[object]], Step]", partial(tuple.__new__, Step))


class Count:
    """How a period is counted under one reading, whatever day it runs from.

    Made once for all the days that a period is counted from; its tables are looked up here, not in each count.

    Args:
        calendar: the court's days.
        regime: the version of the rule.
        n: how many units.
        unit: of what.
        forward: whether it runs after the trigger.
        skip: layers left out while counting; empty when every day counts.
        land: layers on which the last day does not stay; empty when nothing rolls.
        roll_forward: which way the last day moves.
        extra: days added for service.
        past: layers of days on which the clerk's office cannot be reached, past which a last day moves on.
    """

    __slots__ = (
        "_cite", "_goes", "_land", "_long", "_skip", "_stays", "calendar", "extra", "forward", "land", "n", "past", "regime",
        "roll_forward", "skip", "unit",
    )  # fmt: skip

    def __init__(
        self,
        *,
        calendar: CourtCalendar,
        regime: Regime,
        n: int,
        unit: Unit,
        forward: bool,
        skip: Layers,
        land: Layers,
        roll_forward: bool,
        extra: int = 0,
        past: Layers = frozenset(),
    ) -> None:
        self.calendar = calendar
        self.regime = regime
        self.n = n
        self.unit = unit
        self.forward = forward
        self.skip = skip
        self.land = land
        self.roll_forward = roll_forward
        self.extra = extra
        self.past = past
        self._long = unit in _CALENDAR_LENGTHS
        self._skip = calendar.table(skip) if skip and n and not self._long else None
        self._land = calendar.table(land) if land else None
        self._goes = n if forward else -n
        # no rule leaves days out of the units of orders: the order's words do
        self._cite = "" if unit in _ORDER_UNITS else regime.cites.get("days", regime.cite)
        # a day counted to under the layers that it may not end on is open already
        self._stays = self._skip is not None and skip == land and not extra and not past

    def raw(self, start: int) -> int:
        """Return the day number on which the count from a day ends before anything moves it.

        Raises:
            OutsideCalendarError: open days are counted, and the calendar ends before the last.
        """
        table = self._skip
        if table is None:
            if self._long:
                return _shifted(start, self._goes, self.unit, self.calendar)
            return start + self._goes
        days = table.open_days
        place = bisect_right(days, start) + self.n - 1 if self.forward else bisect_left(days, start) - self.n
        if not 0 <= place < len(days):
            raise self.calendar.outside()
        return days[place]

    def landing(self, start: int) -> int:
        """Return the day number on which the period from a day ends.

        Raises:
            OutsideCalendarError: the count leaves the calendar.
        """
        day = self.raw(start)
        if self._stays:
            return day
        if self.extra and self.regime.extra_days_order is ExtraDays.WITH_PERIOD:
            day = self._rolled(day + self.extra)
        else:
            day = self._rolled(day)
            if self.extra:
                day = self._rolled(day + self.extra)
        while self.past and self._unreachable(day) is not None:
            day = self._next_open(day + 1)
        return day

    def _rolled(self, day: int) -> int:
        calendar, table = self.calendar, self._land
        if not calendar.first_number <= day <= calendar.last_number:
            raise calendar.outside()
        if table is None or table.flags[day - table.first]:
            return day
        try:
            return table.next_open(day) if self.roll_forward else table.previous_open(day)
        except IndexError:
            raise calendar.outside() from None

    def _next_open(self, day: int) -> int:
        try:
            return self.calendar.table(self.land).next_open(day)
        except IndexError:
            raise self.calendar.outside() from None

    def _unreachable(self, day: int) -> str | None:
        """Say why the clerk's office could not be reached on a day, ``None`` if it could."""
        if not any(self.calendar.days_of(layer, day, day) for layer in self.past):
            return None
        found = self.calendar.nonday(dt.date.fromordinal(day), self.past)
        return found.name if found else "clerk's office inaccessible"

    def steps(self, start: int) -> list[Step]:
        """Return every step of a count: the trigger, each day counted or left out, days added, the roll, the landing."""
        cites = self.regime.cites
        found = [Step(dt.date.fromordinal(start), None, "the trigger, itself not counted", cites["days"])]
        end = self.raw(start)
        if self._long:
            found.append(_note(end, f"{self.n} {self.unit}s {'after' if self.forward else 'before'} the trigger"))
        elif self.n:
            self._add_days(found, start, end)
        day = end
        moved = False
        if self.extra:
            if self.regime.extra_days_order is not ExtraDays.WITH_PERIOD:
                rolled = self._rolled(day)
                found += self._roll_steps(day, rolled)
                day = rolled
            for number in range(1, self.extra + 1):
                found.append(_note(day + number, f"day {number} of {self.extra} added for service", cites["extra"]))
            day, moved = day + self.extra, True
        rolled = self._rolled(day)
        if rolled != day:
            found += self._roll_steps(day, rolled)
            day, moved = rolled, True
        while self.past and (name := self._unreachable(day)) is not None:
            authority = cites.get("inaccessible", self.regime.cite)
            found.append(_note(day, f"{name}: a filing moves forward", authority))
            following = self._next_open(day + 1)
            found += self._roll_steps(day + 1, following)
            day, moved = following, True
        if moved:
            found.append(_note(day, "the last day"))
        return found

    def _add_days(self, found: list[Step], start: int, end: int) -> None:
        """Add a step for each day from the trigger to the end: those counted first, those left out put between them."""
        table = self._skip or self.calendar.table(_NONE)
        if self.forward:
            place = bisect_right(table.open_days, start)
            dates = table.dates(place, place + self.n - 1)
        else:
            place = bisect_left(table.open_days, start)
            dates = table.dates(place - self.n + 1, place)[::-1]
        first = len(found)
        found += map(_step_of, zip(dates, _YES, _NO_WORDS, _NO_WORDS, numbers_from(1)))
        found.append(Step(dt.date.fromordinal(end), True, "the last day of the count", "", self.n))
        if abs(end - start) == self.n:
            return
        begins, flags, held = table.first, table.flags, table.left_out.setdefault(self._cite, {})
        if self.forward:
            place = flags.find(0, start + 1 - begins, end - begins)
            while place >= 0:
                found.insert(first + place + begins - start - 1, held.get(place) or self._left_out(place, held))
                place = flags.find(0, place + 1, end - begins)
        else:
            place = flags.rfind(0, end + 1 - begins, start - begins)
            while place >= 0:
                found.insert(first + start - place - begins - 1, held.get(place) or self._left_out(place, held))
                place = flags.rfind(0, end + 1 - begins, place)

    def _left_out(self, place: int, held: dict[int, Step]) -> Step:
        """Write the step of a day that is left out, by its place in the calendar, and keep it."""
        date = dt.date.fromordinal(self.calendar.first_number + place)
        name, authority = self.calendar.basis(date, self.skip)
        if self._cite:
            authority = f"{authority}; {self._cite}" if authority else self._cite
        found = held[place] = Step(date, False, name, authority or ORDER_WORDS_CITE)
        return found

    def _roll_steps(self, day: int, landing: int) -> Iterator[Step]:
        step = 1 if landing > day else -1
        topic = "roll" if step == 1 else "backward"
        words = "runs on to the next open day" if step == 1 else "goes back to the open day before"
        for passed in range(day, landing, step):
            date = dt.date.fromordinal(passed)
            why, authority = _reason(self.calendar, self.regime, self.land, date, topic)
            yield Step(date, None, f"{why}: the period {words}", authority)


def _note(day: int, why: str, authority: str = "") -> Step:
    return Step(dt.date.fromordinal(day), None, why, authority)


def _reason(calendar: CourtCalendar, regime: Regime, layers: Layers, date: dt.date, topic: str) -> tuple[str, str]:
    name, authority = calendar.basis(date, layers)
    cite = regime.cites.get(topic, regime.cite)
    return name, f"{authority}; {cite}" if authority else cite


@lru_cache(maxsize=KEPT_COUNTS)
def _written(count: Count, start: int) -> tuple[Step, ...]:
    return tuple(count.steps(start))


class CountSteps(Sequence[Step]):
    """The steps of a count, written out when they are looked at, and not held: an answer stays small.

    Args:
        count: how it is counted.
        start: day number of the trigger.
    """

    __slots__ = ("_count", "_start")

    def __init__(self, count: Count, start: int) -> None:
        self._count = count
        self._start = start

    def _steps(self) -> tuple[Step, ...]:
        return _written(self._count, self._start)

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


def _shifted(start: int, n: int, unit: Unit, calendar: CourtCalendar) -> int:
    if unit is Unit.WEEK:
        return start + 7 * n
    day = dt.date.fromordinal(start)
    months = day.year * 12 + day.month - 1 + (n if unit is Unit.MONTH else 12 * n)
    year, month = divmod(months, 12)
    if not calendar.first.year <= year <= calendar.last.year:
        raise calendar.outside()
    begins = dt.date(year, month + 1, 1).toordinal()
    following = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1).toordinal()
    return begins + min(day.day, following - begins) - 1
