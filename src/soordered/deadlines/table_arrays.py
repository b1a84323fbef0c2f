"""The array face of a court's table: a million counts in chunks that stay in the cache, no row in Python."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from soordered.calendars.court import Layers
from soordered.calendars.days import Layer
from soordered.calendars.open_day_arrays import Days, OpenDayArrays, arrays_of
from soordered.calendars.open_days import EPOCH, OUTSIDE, OpenDays
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.answer_table import Answers
from soordered.deadlines.columns_from_ask import LayerTables, columns, shifted_by_months
from soordered.deadlines.kept_answers import KeptAnswers
from soordered.deadlines.length_from_text import LARGEST_NUMBER
from soordered.deadlines.rows_of_days import NO_DAY, Codes, RowError, Triggers, WrongArrayError, numbers, refuse
from soordered.deadlines.shapes_from_ask import Ask
from soordered.deadlines.stretches_from_law import (
    DAYS_IN_UNIT,
    MONTHS_IN_UNIT,
    Stretch,
    WrongNumberError,
    plain_ask,
    regimes_of,
    stretches,
)
from soordered.rules.timing import Direction, Unit

CHUNK = 65_536
"""Rows that are worked on at once: what they need stays in the processor's second cache."""

BLOCK = 2 * CHUNK
"""Rows that are checked at once: one check for them all costs less than one for each chunk."""

NEAR_CHANGE = 60
"""Days within which a count back to a change of the rule, or out of the calendar, is looked at row by row."""

INACCESSIBLE: Layers = frozenset({Layer.INACCESSIBLE})

Errors = Literal["raise", "mark"]

Numbers = int | np.integer | npt.NDArray[np.integer]

_smallest, _largest = np.minimum.reduce, np.maximum.reduce


class _Room:
    """Room for what lies between a chunk's triggers and its ends; one for a whole call, so that it stays in the cache.

    Args:
        size: rows of a chunk.
    """

    __slots__ = ("places", "slots")

    def __init__(self, size: int) -> None:
        self.slots = np.empty(size, dtype=np.intp)
        self.places = np.empty(size, dtype=np.int32)


class TableArrays:
    """A court's table as numpy sees it.

    Args:
        law: versions of the counting rule and the court's calendar.
        open_days: gives the scalar face's table for a set of layers; both faces share it.
    """

    def __init__(self, law: TimeLaw, open_days: Callable[[Layers], OpenDays]) -> None:
        self.law = law
        self.tables = LayerTables(law)
        self.first, self.last = self.tables.first, self.tables.last
        self._open_days = open_days
        self._kept = KeptAnswers(self.tables)
        self._shared: dict[Layers, OpenDayArrays] = {}
        self._known: dict[tuple[Unit, bool], list[tuple[Stretch, OpenDayArrays]]] = {}
        self._begins = regimes_of(law)[0].in_force.toordinal() - EPOCH

    def due(
        self,
        triggers: npt.ArrayLike | Sequence[dt.date],
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
        ways = self._ways(unit, forward=forward)
        counts = numbers(n, rows.shape)
        size = len(rows.numbers)
        days = rows.days()
        ends = np.empty(size, dtype=np.int32) if out is None else _room(out, rows)
        codes: Codes | None = None
        room = _Room(min(size, CHUNK))
        for block in _slices(0, size, BLOCK):
            if self._at_once(days[block], _of(counts, block), ways, unit, ends[block], room=room, forward=forward):
                continue
            for chunk in _slices(block.start, block.stop, CHUNK):
                of = _of(counts, chunk)
                if self._at_once(days[chunk], of, ways, unit, ends[chunk], room=room, forward=forward):
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

    def readings(
        self, triggers: npt.ArrayLike | Sequence[dt.date], n: npt.ArrayLike, ask: Ask, *, errors: Errors
    ) -> tuple[Triggers, Answers]:
        """Count a period from every trigger under every reading; see ``Table.readings``.

        Args:
            triggers: the days.
            n: how many units, one for all rows or one a row.
            ask: what is counted, whatever its number.
            errors: whether a row without a date stops the rest.
        """
        rows = Triggers(triggers)
        counts = numbers(n, rows.shape)
        days = rows.days()
        if isinstance(counts, int):
            if not 0 <= counts <= LARGEST_NUMBER:
                raise WrongNumberError(counts)
            return rows, self._refused(
                self._kept.answers({counts: replace(ask, n=counts)}, counts, days, self.codes), errors
            )
        wrong = (counts < 0) | (counts > LARGEST_NUMBER)
        found_wrong = bool(wrong.any())
        if found_wrong:
            counts = np.where(wrong, 0, counts)
        asks = {many: replace(ask, n=many) for many in np.unique(counts).tolist()} or {0: ask}
        answers = self._kept.answers(asks, counts, days, self.codes)
        if found_wrong:
            answers.codes[wrong & (self.codes(days) == RowError.NONE)] = RowError.WRONG_NUMBER
            for column in answers.columns.values():
                column[wrong] = NO_DAY
        return rows, self._refused(answers, errors)

    @staticmethod
    def _refused(answers: Answers, errors: Errors) -> Answers:
        if errors == "raise":
            refuse(answers.codes)
        return answers

    def landed(self, layers: Layers, days: Days, *, forward: bool) -> Days:
        """Return the first open day on or after each day, or the last on or before it."""
        return self._of(layers).landing(days, forward=forward)

    def checked(self, triggers: npt.ArrayLike | Sequence[dt.date]) -> Triggers:
        """Return days that are all inside the calendar and under some version of the rule.

        Raises:
            BadRowsError: one is not.
        """
        rows = Triggers(triggers)
        refuse(self.codes(rows.days()))
        return rows

    def between(self, layers: Layers, starts: Days, ends: Days) -> Days:
        """Count the open days after each start through each end, negative where the end comes first."""
        table = self._of(layers)
        return table.index.take(table.slots(ends), mode="clip") - table.index.take(table.slots(starts), mode="clip")

    def _ways(self, unit: Unit, *, forward: bool) -> list[tuple[Stretch, OpenDayArrays]]:
        found = self._known.get((unit, forward))
        if found is None:
            listed = stretches(unit, forward=forward, law=self.law)
            found = self._known[unit, forward] = [(way, self._of(way.out)) for way in listed]
        return found

    def _of(self, layers: Layers) -> OpenDayArrays:
        table = self._shared.get(layers)
        if table is None:
            table = self._shared[layers] = arrays_of(self._open_days(layers))
        return table

    def _at_once(
        self,
        days: Days,
        counts: Numbers,
        ways: list[tuple[Stretch, OpenDayArrays]],
        unit: Unit,
        ends: Days,
        *,
        room: _Room,
        forward: bool,
    ) -> bool:
        """Count a chunk whose rows all need the same look-ups, or say that they do not."""
        since_1970 = forward and ways[0][0].first <= 0
        low, high = _ends_of(days, self.last) if since_1970 else (int(_smallest(days)), int(_largest(days)))
        way, table = next((pair for pair in ways if low >= pair[0].first), ways[-1])
        if low < way.first or high > way.last or way.inaccessible or unit not in DAYS_IN_UNIT:
            return False
        if isinstance(counts, np.ndarray):
            fewest, most = _ends_of(counts, LARGEST_NUMBER)
            if way.under:
                fewest = int(_smallest(counts))
        else:
            fewest = most = int(counts)
        if fewest < 0 or most > LARGEST_NUMBER:
            return False
        scale = DAYS_IN_UNIT[unit]
        skips = fewest > 0 and most < way.under
        if not skips and fewest < way.under:
            return False
        reach = 2 * most + NEAR_CHANGE if skips else most * scale + NEAR_CHANGE  # more than half of all days are open
        if (high + reach > self.last) if forward else (low - reach < way.first + NEAR_CHANGE):
            return False
        if skips:
            self._counted_open(days, counts, table, ends, room=room, forward=forward)
        else:
            scaled = counts if scale == 1 else np.multiply(counts, scale)
            self._counted_all(days, scaled, table, ends, room=room, forward=forward)
        return True

    @staticmethod
    def _counted_open(
        days: Days, counts: Numbers, table: OpenDayArrays, ends: Days, *, room: _Room, forward: bool
    ) -> None:
        """Count open days only: find the place among them, go on by n, and read the day there."""
        change, step = np.add if forward else np.subtract, _step(counts)
        source, inverse = table.by_day("index" if forward else "before"), table.inverse
        for chunk in _slices(0, len(days), CHUNK):
            slot, place = room.slots[: chunk.stop - chunk.start], room.places[: chunk.stop - chunk.start]
            slot[:] = days[chunk]
            source.take(slot, out=place, mode="wrap")
            change(place, _of(step, chunk), out=place, casting="unsafe")
            slot[:] = place
            inverse.take(slot, out=ends[chunk], mode="clip")

    @staticmethod
    def _counted_all(
        days: Days, counts: Numbers, table: OpenDayArrays, ends: Days, *, room: _Room, forward: bool
    ) -> None:
        """Count every day and land on an open one."""
        change, step = np.add if forward else np.subtract, _step(counts)
        source = table.by_day("next_open" if forward else "previous_open")
        for chunk in _slices(0, len(days), CHUNK):
            slot, place = room.slots[: chunk.stop - chunk.start], room.places[: chunk.stop - chunk.start]
            change(days[chunk], _of(step, chunk), out=place, casting="unsafe")
            slot[:] = place
            source.take(slot, out=ends[chunk], mode="wrap")

    def _row_by_row(
        self,
        days: Days,
        counts: Numbers,
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
        moved = self.tables.moved(way.out, INACCESSIBLE) if way.inaccessible else None
        return ends if moved is None else moved.take(table.slots(ends), mode="clip")


def _room(out: Days, rows: Triggers) -> Days:
    """Return the caller's array as one row, if the answers fit into it."""
    if rows.are_dates or out.dtype != np.int32 or out.shape != rows.shape or not out.flags.c_contiguous:
        raise WrongArrayError(
            "out",
            got=f"of {out.dtype}, shape {out.shape}",
            expected=f"32-bit day numbers in one piece, shape {rows.shape}, for triggers that are day numbers",
        )
    return out.reshape(-1)


def _ends_of(column: npt.NDArray[np.integer], most: int) -> tuple[int, int]:
    """Return bounds of a column: 0 and its largest number if none is negative and none exceeds ``most``.

    Read as unsigned, a negative number is larger than all, so that one pass over the column tells both.
    """
    if column.dtype == np.int32:
        largest = int(_largest(column.view(np.uint32)))
        if largest <= most:
            return 0, largest
    return int(_smallest(column)), int(_largest(column))


def _of(counts: Numbers, rows: slice) -> Numbers:
    """Return the part of a column that belongs to some rows; one number belongs to all."""
    return counts[rows] if isinstance(counts, np.ndarray) else counts


def _step(counts: Numbers) -> Numbers:
    return counts if isinstance(counts, np.ndarray) else np.int32(counts)


def _slices(start: int, stop: int, size: int) -> Iterator[slice]:
    for begin in range(start, stop, size):
        yield slice(begin, min(begin + size, stop))
