"""Every reading of one period from every day, as columns: the array twin of ``variants_from_period``.

Each landing is a look-up in the table of one set of layers. The dates of one day are those of the scalar engine: the
prevailing one, each contested point taken the other way by itself, and the earliest and the latest of all ways to take
all points together. Where adding a layer can only move an end one way, the two ends are the landings under the fewest
and under the most layers; elsewhere every set of layers is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from soordered.calendars.court import Layers
from soordered.calendars.open_day_arrays import Days, OpenDayArrays, arrays_for, moved_past
from soordered.calendars.open_days import EPOCH, OUTSIDE
from soordered.calendars.regimes import ExtraDays, Regime
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines import readings as known
from soordered.deadlines.plan_of_period import SAFE_OUT
from soordered.deadlines.shapes_from_ask import (
    ORDER_WORDS,
    Ask,
    DaysOut,
    Shape,
    counts_alike,
    days_out,
    late_shapes,
    shapes,
    ways_past,
)
from soordered.deadlines.stretches_from_law import DAYS_IN_UNIT, MONTHS_IN_UNIT, HoursInTableError, days_of, regimes_of

Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.intp]

_NONE: Layers = frozenset()
_A_SUNDAY = 7
"""A day number that no court is open on: ``date.fromordinal(7)`` was a Sunday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The dates of one period, a row for each trigger, in days since 1970; ``OUTSIDE`` where it has none.

    Args:
        act_by: the safe date.
        prevailing: the date that the governing text supports best.
        outer: the latest arguable date.
        readings: by label, the date if that one point is taken the other way; the prevailing one where it is idle.
    """

    act_by: Days
    prevailing: Days
    outer: Days
    readings: dict[str, Days]


@dataclass(slots=True, kw_only=True)
class _Counted:
    """What one version of the rule gives for some triggers."""

    plain: Days
    low: Days
    high: Days
    labelled: dict[str, Days]


class LayerTables:
    """The tables of a court under the sets of layers that its readings need, each laid out on first use.

    Args:
        law: versions of the counting rule and the court's calendar.
    """

    def __init__(self, law: TimeLaw) -> None:
        self.law = law
        self.first = law.calendar.first_number - EPOCH
        self.last = law.calendar.last_number - EPOCH
        self._tables: dict[Layers, OpenDayArrays] = {}
        self._moved: dict[tuple[Layers, Layers], Days | None] = {}

    def moved(self, layers: Layers, past: Layers) -> Days | None:
        """Return, by slot, where a filing goes that is due on a day; ``None`` where it goes nowhere.

        Args:
            layers: the layers left out.
            past: layers of days on which the clerk's office cannot be reached.
        """
        key = layers, past
        if key not in self._moved:
            self._moved[key] = moved_past(self.law.calendar, past, self.of(layers))
        return self._moved[key]

    def of(self, layers: Layers) -> OpenDayArrays:
        """Return the table of the days open under a set of layers."""
        table = self._tables.get(layers)
        if table is None:
            table = self._tables[layers] = arrays_for(self.law.calendar, layers)
        return table


def columns(ask: Ask, days: Days, tables: LayerTables) -> Columns:
    """Count one period from many days under every reading.

    Args:
        ask: what is counted.
        days: triggers, all inside the calendar and on or after the first day of the first version of the rule.
        tables: the court's tables.

    Raises:
        HoursInTableError: the unit ends at an hour.
    """
    if ask.unit not in DAYS_IN_UNIT and ask.unit not in MONTHS_IN_UNIT:
        raise HoursInTableError(ask.unit)
    law = tables.law
    regimes = regimes_of(law)
    governs = _regime_numbers(days, regimes, law)
    counted = _Counted(
        plain=np.full_like(days, OUTSIDE), low=np.full_like(days, OUTSIDE), high=np.full_like(days, OUTSIDE),
        labelled={},
    )  # fmt: skip
    for numbers in _alike(ask, regimes, law):
        rows = np.flatnonzero(np.isin(governs, numbers))
        if rows.size:
            _put(counted, rows, _Version(ask, regimes[numbers[0]], tables).counted(days[rows]))
    prevails = governs.copy()
    _straddling(ask, days, counted, prevails, tables)
    act_by = _act_by(ask, days, counted.low, prevails, tables)
    lost = (counted.low > tables.last) | (counted.high > tables.last) | (act_by > tables.last)
    for column in (act_by, counted.plain, counted.high, *counted.labelled.values()):
        column[lost] = OUTSIDE
    return Columns(act_by=act_by, prevailing=counted.plain, outer=counted.high, readings=counted.labelled)


def labels_of(ask: Ask, law: TimeLaw) -> tuple[str, ...]:
    """List the labels that the readings of a period can bear in this court, whatever the day.

    Args:
        ask: what is counted.
        law: versions of the counting rule and the court's calendar.
    """
    found: dict[str, None] = {}
    for regime in regimes_of(law):
        found |= dict.fromkeys(shape.departures[0].label for shape in shapes(ask, regime)[1:])
        for switch in days_out(ask.unit in ORDER_WORDS, ask.forward, regime).switches:
            if law.calendar.holds(switch.layer):
                found[switch.departure.label] = None
        for _, departures in ways_past(ask, regime, law.calendar):
            found |= dict.fromkeys(departure.label for departure in departures)
    if _late(ask, days_out(True, True, regimes_of(law)[-1]), law):
        found[known.AFTER_FIRST_DAY.label] = None
    found[known.LATER_RULE.label] = None
    return tuple(found)


def shifted_by_months(days: Days, n: int | npt.NDArray[np.int64], *, first: int, last: int) -> Days:
    """Move days by whole months, to the last day of a month that is too short.

    Args:
        days: days since 1970.
        n: how many months, negative for back.
        first: the first day of the calendar.
        last: its last day.

    Returns:
        the days, ``OUTSIDE`` for those that leave the calendar.
    """
    exact = days.astype("datetime64[D]")
    month = exact.astype("datetime64[M]")
    begins = month.astype("datetime64[D]")
    target = month + np.asarray(n).astype("timedelta64[M]")
    there = target.astype("datetime64[D]")
    length = (target + np.timedelta64(1, "M")).astype("datetime64[D]") - there
    moved = (there + np.minimum(exact - begins, length - np.timedelta64(1, "D"))).astype(np.int64)
    return np.where((moved < first) | (moved > last), OUTSIDE, moved).astype(np.int32)


def _regime_numbers(days: Days, regimes: tuple[Regime, ...], law: TimeLaw) -> npt.NDArray[np.intp]:
    begins = np.array([days_of(regime, law)[0] for regime in regimes], dtype=np.int32)
    return np.searchsorted(begins, days, side="right") - 1


def _alike(ask: Ask, regimes: tuple[Regime, ...], law: TimeLaw) -> list[list[int]]:
    """Group the versions of the rule that count this alike, by number."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, regime in enumerate(regimes):
        out = days_out(ask.unit in ORDER_WORDS, ask.forward, regime)
        how = (shapes(ask, regime), regime.extra_days_order, ways_past(ask, regime, law.calendar))
        groups.setdefault((*how, out.base, out.switches), []).append(number)
    return list(groups.values())


def _put(counted: _Counted, rows: npt.NDArray[np.intp], part: _Counted) -> None:
    counted.plain[rows] = part.plain
    counted.low[rows] = part.low
    counted.high[rows] = part.high
    for label, column in counted.labelled.items():
        if label not in part.labelled:
            column[rows] = part.plain
    for label, dates in part.labelled.items():
        whole = counted.labelled.get(label)
        if whole is None:
            whole = counted.labelled[label] = counted.plain.copy()
        whole[rows] = dates


class _Version:
    """One period under one version of the rule.

    Args:
        ask: what is counted.
        regime: the version.
        tables: the court's tables.
    """

    __slots__ = ("ask", "late", "out", "past", "pasts", "regime", "tables")

    def __init__(self, ask: Ask, regime: Regime, tables: LayerTables) -> None:
        self.ask = ask
        self.regime = regime
        self.tables = tables
        self.out = _contested(ask, regime, tables.law)
        self.pasts = ways_past(ask, regime, tables.law.calendar)
        self.past = self.pasts[0][0]
        self.late = _late(ask, self.out, tables.law)

    def counted(self, days: Days) -> _Counted:
        """Count from some triggers: the prevailing date, each point by itself, the two ends."""
        out, departures = self.out, self.out.switches
        first, *others = shapes(self.ask, self.regime)
        plain = self._landing(first, days, out.base, self.past)
        labelled = {
            switch.departure.label: self._landing(first, days, out.base ^ {switch.layer}, self.past)
            for switch in departures
        }
        for past, more in self.pasts:
            if len(more) == 1:
                labelled[more[0].label] = self._landing(first, days, out.base, past)
        low, high = self._ends(first, days)
        for shape in others:
            dates = self._landing(shape, days, out.base, self.past)
            lives = dates < days if known.RUNS_ON in shape.departures else True
            labelled[shape.departures[0].label] = np.where(lives, dates, plain)
            shape_low, shape_high = self._ends(shape, days)
            low, high = np.minimum(low, shape_low), np.maximum(high, shape_high)
        if self.late is not None:
            shut = np.flatnonzero(self._shut(days))
            late = labelled[known.AFTER_FIRST_DAY.label] = plain.copy()
            late[shut] = self._landing(self.late, days[shut], out.base, self.past)
            late_low, late_high = self._ends(self.late, days[shut])
            low[shut] = np.minimum(low[shut], late_low)
            high[shut] = np.maximum(high[shut], late_high)
        return _Counted(plain=plain, low=low, high=high, labelled=labelled)

    def every_end(self, days: Days) -> Iterator[tuple[Days, Flags]]:
        """Yield the end of every variant, with the rows in which it lives."""
        every = np.ones(len(days), dtype=bool)
        for shape in shapes(self.ask, self.regime):
            for dates in self._each_way(shape, days):
                yield dates, dates < days if known.RUNS_ON in shape.departures else every
        if self.late is not None:
            shut = self._shut(days)
            for dates in self._each_way(self.late, days):
                yield dates, shut

    def _shut(self, days: Days) -> Flags:
        opens: Days = self.tables.of(self.out.base).landing(days, forward=True)
        return np.not_equal(opens, days)

    def _landing(self, shape: Shape, days: Days, layers: Layers, past: Layers) -> Days:
        """Return where one way of counting ends, as ``Count.landing`` does for one day."""
        ask, tables = self.ask, self.tables
        table = tables.of(layers)
        sign = 1 if ask.forward else -1
        if ask.unit in MONTHS_IN_UNIT:
            months = sign * shape.n * MONTHS_IN_UNIT[ask.unit]
            end = shifted_by_months(days, months, first=tables.first, last=tables.last)
        elif shape.n and shape.skips:
            end = table.after(days, shape.n) if ask.forward else table.earlier(days, shape.n)
        else:
            end = days + np.int32(sign * shape.n * DAYS_IN_UNIT[ask.unit])
        first_extra = shape.extra if self.regime.extra_days_order is ExtraDays.WITH_PERIOD else 0
        end = self._rolled(shape, end + np.int32(first_extra), table)
        if shape.extra and not first_extra:
            end = self._rolled(shape, end + np.int32(shape.extra), table)
        moved = tables.moved(layers, past) if past and shape.rolls else None
        return end if moved is None else moved.take(table.slots(end), mode="clip")

    def _rolled(self, shape: Shape, days: Days, table: OpenDayArrays) -> Days:
        if shape.rolls:
            return table.landing(days, forward=shape.roll_forward)
        return np.where((days < self.tables.first) | (days > self.tables.last), np.int32(OUTSIDE), days)

    def _ends(self, shape: Shape, days: Days) -> tuple[Days, Days]:
        """Return the earliest and the latest end over every set of contested layers.

        Where no way lives (each reaches the event it runs back from) the earliest is ``OUTSIDE``, the latest negative.
        """
        out, forward = self.out, self.ask.forward
        widest_past = _NONE.union(*(past for past, _ in self.pasts))
        moves = bool(widest_past) and shape.rolls
        if not (shape.skips or shape.rolls):
            stays = self._landing(shape, days, out.base, _NONE)
            return stays, stays.copy()
        few = self._landing(shape, days, out.base - {switch.layer for switch in out.switches}, _NONE)
        most = self._landing(shape, days, out.widest, widest_past if forward else _NONE)
        runs_on = known.RUNS_ON in shape.departures
        if not runs_on and (forward or not moves):
            return np.minimum(few, most), np.maximum(few, most)
        low, high = few.copy(), few.copy()
        if runs_on:
            low[few >= days], high[few >= days] = OUTSIDE, -OUTSIDE
        rows = np.flatnonzero((few != most) | moves)
        for dates in self._each_way(shape, days[rows]):
            lives = dates < days[rows] if runs_on else True
            low[rows] = np.where(lives, np.minimum(low[rows], dates), low[rows])
            high[rows] = np.where(lives, np.maximum(high[rows], dates), high[rows])
        return low, high

    def _each_way(self, shape: Shape, days: Days) -> Iterator[Days]:
        """Yield the landings under every set of contested layers, the clerk's office reached or not."""
        out = self.out
        switches = out.switches if shape.skips or shape.rolls else ()
        for chosen in product((False, True), repeat=len(switches)):
            taken = frozenset(switch.layer for switch, yes in zip(switches, chosen, strict=True) if yes)
            for past, _ in self.pasts if shape.rolls else self.pasts[:1]:
                yield self._landing(shape, days, out.base ^ taken, past)


def _contested(ask: Ask, regime: Regime, law: TimeLaw) -> DaysOut:
    """Return the layers left out and the contested ones of which this court has a day at all."""
    out = days_out(ask.unit in ORDER_WORDS, ask.forward, regime)
    return DaysOut(out.base, tuple(switch for switch in out.switches if law.calendar.holds(switch.layer)))


def _late(ask: Ask, out: DaysOut, law: TimeLaw) -> Shape | None:
    """Return how "the next business day" is read from a day that is shut."""
    first = law.calendar.first_number
    found = late_shapes(ask, None, first + (_A_SUNDAY - first) % 7, out.base, law.calendar)
    return found[0] if found else None


def _straddling(ask: Ask, days: Days, counted: _Counted, prevails: npt.NDArray[np.intp], tables: LayerTables) -> None:
    """Count again, under the other version of the rule, the periods within which the rule changed."""
    law = tables.law
    regimes = regimes_of(law)
    far = np.where(counted.high >= days, counted.high, counted.low) if ask.forward else counted.low
    inside = (counted.low <= tables.last) & (counted.high <= tables.last)
    other = _regime_numbers(far, regimes, law)
    counted.low[inside & (other < 0)] = OUTSIDE
    rows = np.flatnonzero(inside & (other >= 0) & (other != prevails))
    governs = prevails.copy()
    for one, two in np.unique(np.stack((governs[rows], other[rows]), axis=1), axis=0).tolist():
        if counts_alike(regimes[one], regimes[two], ask):
            continue
        both = rows[(governs[rows] == one) & (other[rows] == two)]
        _both_ways(ask, days, counted, prevails, rows=both, other=two, tables=tables)


def _both_ways(
    ask: Ask,
    days: Days,
    counted: _Counted,
    prevails: npt.NDArray[np.intp],
    *,
    rows: Rows,
    other: int,
    tables: LayerTables,
) -> None:
    """Give both ends where the other version gives a date that the governing one does not."""
    regimes = regimes_of(tables.law)
    here, there = (_Version(ask, regimes[number], tables) for number in (int(prevails[rows[0]]), other))
    own = list(here.every_end(days[rows]))
    new = np.zeros(len(rows), dtype=bool)
    for dates, lives in there.every_end(days[rows]):
        new |= lives & ~_among(dates, own)
    kept = rows[new]
    beside = there.counted(days[kept])
    low, high = np.minimum(counted.low[kept], beside.low), np.maximum(counted.high[kept], beside.high)
    if ask.forward:
        departing = beside.plain
    else:
        departing = counted.plain[kept].copy()
        _put(counted, kept, beside)
        prevails[kept] = other
    column = counted.labelled.setdefault(known.LATER_RULE.label, counted.plain.copy())
    column[kept] = departing
    counted.low[kept], counted.high[kept] = low, high


def _among(dates: Days, others: list[tuple[Days, Flags]]) -> Flags:
    found = np.zeros(len(dates), dtype=bool)
    for other, lives in others:
        found |= (dates == other) & lives
    return found


def _act_by(ask: Ask, days: Days, earliest: Days, prevails: npt.NDArray[np.intp], tables: LayerTables) -> Days:
    """Return the last day on or before the earliest reading that is not closed on every view."""
    regimes = regimes_of(tables.law)
    safe = np.empty_like(earliest)
    outs = [SAFE_OUT & regime.nondays for regime in regimes]
    for out in dict.fromkeys(outs):
        rows = np.flatnonzero(np.isin(prevails, [number for number, one in enumerate(outs) if one == out]))
        safe[rows] = tables.of(out).landing(earliest[rows], forward=False)
    if not (ask.forward and ask.n > 0):
        return safe
    return np.where((safe <= days) & (days <= earliest), earliest, safe)
