"""The array face of a court's table: a million counts in chunks that stay in the cache, no row in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from soordered.calendars.court import Layers
from soordered.calendars.open_day_arrays import Days, OpenDayArrays, arrays_of
from soordered.calendars.open_days import EPOCH, OUTSIDE
from soordered.deadlines.columns_from_ask import LayerTables, columns, shifted_by_months
from soordered.deadlines.length_from_text import LARGEST_NUMBER
from soordered.deadlines.rows_of_days import NO_DAY, Codes, RowError, Triggers, numbers, refuse
from soordered.deadlines.stretches_from_law import (
    DAYS_IN_UNIT,
    MONTHS_IN_UNIT,
    Stretch,
    plain_ask,
    regimes_of,
    stretches,
)
from soordered.rules.timing import Direction, Unit

if TYPE_CHECKING:
    from soordered.deadlines.court_table import CourtTable

CHUNK = 16_384
"""Rows that are worked on at once: what they need stays in the processor's second cache."""

NEAR_CHANGE = 60
"""Days within which a count back to a change of the rule, or out of the calendar, is looked at row by row."""

Errors = Literal["raise", "mark"]

_smallest, _largest = np.minimum.reduce, np.maximum.reduce


class TableArrays:
    """A court's table as numpy sees it.

    Args:
        table: the scalar face; both share the arrays.
    """

    def __init__(self, table: CourtTable) -> None:
        self.law = table.law
        self.first, self.last = table.first, table.last
        self.tables = LayerTables(table.law)
        self._table = table
        self._shared: dict[Layers, OpenDayArrays] = {}
        self._begins = regimes_of(table.law)[0].in_force.toordinal() - EPOCH
        self._slots = np.empty(CHUNK, dtype=np.intp)
        self._places = np.empty(CHUNK, dtype=np.int32)

    def due(
        self,
        triggers: npt.ArrayLike,
        n: npt.ArrayLike,
        unit: Unit,
        direction: Direction,
        *,
        errors: Errors,
        out: Days | None = None,
    ) -> tuple[npt.NDArray[np.generic], Codes | None]:
        """Count a period from every trigger; see ``Table.due`` for the arguments and the errors.

        Returns:
            the prevailing dates, and the reason for each row that has none; no reasons at all where every row has one.
        """
        rows = Triggers(triggers)
        forward = direction is Direction.AFTER
        ways = [(way, self._of(way.out)) for way in stretches(unit, forward=forward, law=self.law)]
        counts = numbers(n, rows.shape)
        size = len(rows.numbers)
        days = rows.days()
        ends = np.empty(size, dtype=np.int32) if out is None or out.size != size or rows.are_dates else out.ravel()
        codes: Codes | None = None
        for start in range(0, size, CHUNK):
            chunk = slice(start, min(start + CHUNK, size))
            of = counts if isinstance(counts, int) else counts[chunk]
            if self._at_once(days[chunk], of, ways, unit, ends[chunk], forward=forward):
                continue
            found = self._row_by_row(days[chunk], of, ways, unit, ends[chunk], forward=forward)
            if found is not None:
                if codes is None:
                    codes = np.zeros(size, dtype=np.uint8)
                codes[chunk] = found
        if codes is not None:
            if errors == "raise":
                refuse(codes)
            codes = codes.reshape(rows.shape)
        return rows.given_back(ends), codes

    def layers(self, layers: Layers, which: Literal["is_open", "next_open", "previous_open"], days: Days) -> Days:
        """Look days up in one table; those outside the calendar give ``OUTSIDE``, or closed."""
        table = self._of(layers)
        if which == "is_open":
            return np.equal(table.landing(days, forward=True), days).astype(np.int32)
        return table.landing(days, forward=which == "next_open")

    def between(self, layers: Layers, starts: Days, ends: Days) -> Days:
        """Count the open days after each start through each end, negative where the end comes first."""
        table = self._of(layers)
        return table.index.take(table.slots(ends), mode="clip") - table.index.take(table.slots(starts), mode="clip")

    def _of(self, layers: Layers) -> OpenDayArrays:
        table = self._shared.get(layers)
        if table is None:
            table = self._shared[layers] = arrays_of(self._table.open_days(layers))
        return table

    def _at_once(
        self,
        days: Days,
        counts: int | npt.NDArray[np.integer],
        ways: list[tuple[Stretch, OpenDayArrays]],
        unit: Unit,
        ends: Days,
        *,
        forward: bool,
    ) -> bool:
        """Count a chunk whose rows all need the same look-ups, or say that they do not."""
        low, high = int(_smallest(days)), int(_largest(days))
        if isinstance(counts, int):
            fewest = most = counts
        else:
            fewest, most = int(_smallest(counts)), int(_largest(counts))
        if fewest < 0 or most > LARGEST_NUMBER or unit not in DAYS_IN_UNIT:
            return False
        way, table = next((pair for pair in ways if low >= pair[0].first), ways[-1])
        if low < way.first or high > way.last or table.moved is not None:
            return False
        slots, places = self._slots[: len(days)], self._places[: len(days)]
        reach = most * DAYS_IN_UNIT[unit]
        if most < way.under and fewest > 0:
            far = 2 * reach + NEAR_CHANGE  # more than half of all days are open
            np.subtract(days, np.int32(table.base), out=places)
            slots[:] = places
            np.take(table.index if forward else table.before, slots, out=places, mode="clip")
            places = _moved(places, counts, forward=forward)
            slots[:] = places
            source = table.inverse
        elif fewest >= way.under:
            far = reach + NEAR_CHANGE
            scale = DAYS_IN_UNIT[unit]
            np.subtract(days, np.int32(table.base), out=places)
            places = _moved(places, counts if scale == 1 else np.multiply(counts, scale), forward=forward)
            slots[:] = places
            source = table.next_open if forward else table.previous_open
        else:
            return False
        if (high + far > self.last) if forward else (low - far < way.first + NEAR_CHANGE):
            return False
        np.take(source, slots, out=ends, mode="clip")
        return True

    def _row_by_row(
        self,
        days: Days,
        counts: int | npt.NDArray[np.integer],
        ways: list[tuple[Stretch, OpenDayArrays]],
        unit: Unit,
        ends: Days,
        *,
        forward: bool,
    ) -> Codes | None:
        """Count a chunk in which rows differ, and say why some have no date."""
        n = np.broadcast_to(np.asarray(counts, dtype=np.int64), days.shape)
        codes = self.codes(days)
        codes[(codes == RowError.NONE) & ((n < 0) | (n > LARGEST_NUMBER))] = RowError.WRONG_NUMBER
        ends[:] = OUTSIDE
        near: list[npt.NDArray[np.intp]] = []
        for way, table in ways:
            rows = np.flatnonzero((codes == RowError.NONE) & (days >= way.first) & (days <= way.last))
            if rows.size:
                found = self._landed(days[rows], n[rows], way, table, unit, forward=forward)
                ends[rows] = found
                if not forward:
                    near.append(rows[found < way.first + NEAR_CHANGE])
        for rows in near:
            for many in np.unique(n[rows]).tolist():
                those = rows[n[rows] == many]
                ends[those] = columns(plain_ask(many, unit, forward=False), days[those], self.tables).prevailing
        codes[(codes == RowError.NONE) & (ends > self.last)] = RowError.END_OUTSIDE
        if not codes.any():
            return None
        ends[codes != RowError.NONE] = NO_DAY
        return codes

    def codes(self, days: Days) -> Codes:
        """Say which triggers cannot be counted from, and why."""
        codes = np.zeros(len(days), dtype=np.uint8)
        codes[days < self._begins] = RowError.NO_RULE
        codes[(days < self.first) | (days > self.last)] = RowError.OUTSIDE
        codes[days == NO_DAY] = RowError.NO_TRIGGER
        return codes

    def _landed(
        self,
        days: Days,
        n: npt.NDArray[np.int64],
        way: Stretch,
        table: OpenDayArrays,
        unit: Unit,
        *,
        forward: bool,
    ) -> Days:
        sign = 1 if forward else -1
        if unit in MONTHS_IN_UNIT:
            raw = shifted_by_months(days, sign * MONTHS_IN_UNIT[unit] * n, first=self.first, last=self.last)
        else:
            raw = (days + sign * DAYS_IN_UNIT[unit] * n).astype(np.int32)
        ends = table.landing(raw, forward=forward)
        short = np.flatnonzero((n > 0) & (n < way.under))
        if short.size:
            source = table.index if forward else table.before
            places = source.take(table.slots(days[short]), mode="clip") + sign * n[short]
            ends[short] = table.inverse.take(places, mode="clip")
        return table.past_inaccessible(ends) if way.inaccessible else ends


def _moved(places: Days, counts: int | npt.NDArray[np.integer], *, forward: bool) -> Days:
    step = np.int32(counts) if isinstance(counts, int) else counts
    change = np.add if forward else np.subtract
    change(places, step, out=places, casting="unsafe")
    return places
