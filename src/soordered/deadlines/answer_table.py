"""Answers compiled once: for each period, its dates from every day of the calendar, so that a portfolio is one gather."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from soordered.calendars.open_day_arrays import Days
from soordered.calendars.open_days import OUTSIDE
from soordered.deadlines.columns_from_ask import Columns, LayerTables, columns
from soordered.deadlines.rows_of_days import NO_DAY, Codes, RowError
from soordered.deadlines.shapes_from_ask import Ask
from soordered.deadlines.stretches_from_law import regimes_of

CHUNK = 16_384
"""Rows that are gathered at once."""

DATES = ("act_by", "prevailing", "outer")
"""The three dates of every deadline, in the order of the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """The dates of one period from every slot of the calendar; ``NO_DAY`` where there is none.

    Args:
        columns: by name: the three dates, then the readings by label.
        codes: by slot, why there is no date.
    """

    columns: dict[str, Days]
    codes: Codes


def answer_row(ask: Ask, tables: LayerTables) -> AnswerRow:
    """Compile one period: its dates from every day of the calendar.

    Args:
        ask: the period.
        tables: the court's tables.

    Raises:
        HoursInTableError: its unit ends at an hour.
    """
    begins = regimes_of(tables.law)[0].in_force.toordinal()
    offset = tables.law.calendar.first_number - tables.first
    counted_from = max(begins - offset, tables.first)
    return _framed(columns(ask, np.arange(counted_from, tables.last + 1, dtype=np.int32), tables), counted_from, tables)


def fixed_row(dates: dict[str, int], tables: LayerTables) -> AnswerRow:
    """Compile a printed date, which is the same from every day.

    Args:
        dates: the three dates by name, and readings by label, in days since 1970.
        tables: the court's tables.
    """
    size = tables.last - tables.first + 3
    codes = np.zeros(size, dtype=np.uint8)
    codes[[0, -1]] = RowError.OUTSIDE
    held = {name: np.full(size, day, dtype=np.int32) for name, day in dates.items()}
    for column in held.values():
        column[[0, -1]] = NO_DAY
    return AnswerRow(columns=held, codes=codes)


def combined_row(rows: Sequence[AnswerRow], *, later: bool) -> AnswerRow:
    """Compile whichever of several periods from one trigger comes first, or last: date by date.

    Args:
        rows: the periods.
        later: whether the last counts.
    """
    choose = np.maximum if later else np.minimum
    codes = np.maximum.reduce([row.codes for row in rows])
    held: dict[str, Days] = {}
    for name in DATES:
        held[name] = choose.reduce([row.columns[name] for row in rows])
        held[name][codes != RowError.NONE] = NO_DAY
    return AnswerRow(columns=held, codes=codes)


def _framed(counted: Columns, counted_from: int, tables: LayerTables) -> AnswerRow:
    size = tables.last - tables.first + 3
    codes = np.full(size, RowError.NO_RULE, dtype=np.uint8)
    codes[[0, -1]] = RowError.OUTSIDE
    inside = slice(counted_from - tables.first + 1, size - 1)
    lost = counted.prevailing == OUTSIDE
    codes[inside] = np.where(lost, RowError.END_OUTSIDE, RowError.NONE)
    held: dict[str, Days] = {}
    named = {"act_by": counted.act_by, "prevailing": counted.prevailing, "outer": counted.outer, **counted.readings}
    for name, dates in named.items():
        whole = np.full(size, NO_DAY, dtype=np.int32)
        whole[inside] = np.where(lost, np.int32(NO_DAY), dates)
        held[name] = whole
    return AnswerRow(columns=held, codes=codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Dates of many rows; day numbers since 1970, ``NO_DAY`` where a row has none.

    Args:
        act_by: the safe dates.
        prevailing: the dates that the governing text supports best.
        outer: the latest arguable dates.
        readings: by label, the dates if that one point is taken the other way.
        codes: why a row has no date.
    """

    act_by: Days
    prevailing: Days
    outer: Days
    readings: dict[str, Days]
    codes: Codes

    @property
    def columns(self) -> dict[str, Days]:
        """Every column by name, the three dates first."""
        return {"act_by": self.act_by, "prevailing": self.prevailing, "outer": self.outer, **self.readings}


class AnswerTable:
    """``due[rule, day]`` for a list of compiled periods.

    Args:
        rows: the compiled periods; a period's number is its place in the list.
        first: the first day of the calendar, since 1970.
        labels: the readings to keep; every one that a row knows by default.
    """

    def __init__(self, rows: Sequence[AnswerRow], *, first: int, labels: Iterable[str] | None = None) -> None:
        self.base = first - 1
        self.width = len(rows[0].codes)
        self.size = len(rows)
        if labels is None:
            labels = dict.fromkeys(name for row in rows for name in row.columns if name not in DATES)
        self.labels = tuple(labels)
        self._columns = {
            name: np.concatenate([row.columns.get(name, row.columns["prevailing"]) for row in rows])
            for name in (*DATES, *self.labels)
        }
        self._codes = np.concatenate([row.codes for row in rows])
        self._starts = np.arange(self.size, dtype=np.intp) * self.width - self.base

    def due(self, rule: npt.NDArray[np.integer] | int, days: Days, *, names: Sequence[str] | None = None) -> Answers:
        """Gather the dates of many rows.

        Args:
            rule: the number of each row's period, or one for all rows; each below the number of periods.
            days: each row's trigger, since 1970; ``NO_DAY`` for none.
            names: which dates and readings to gather; all by default.
        """
        wanted = tuple(self._columns) if names is None else tuple(names)
        # One piece for all columns: the system hands out memory for it faster than for one piece each.
        found = dict(zip(wanted, np.empty((len(wanted), len(days)), dtype=np.int32), strict=True))
        codes = np.empty(len(days), dtype=np.uint8)
        slots, places = np.empty(CHUNK, dtype=np.intp), np.empty(CHUNK, dtype=np.int32)
        low, high = np.int32(self.base), np.int32(self.base + self.width - 1)
        for start in range(0, len(days), CHUNK):
            chunk = slice(start, min(start + CHUNK, len(days)))
            at, place = slots[: chunk.stop - start], places[: chunk.stop - start]
            np.maximum(days[chunk], low, out=place)
            np.minimum(place, high, out=place)
            at[:] = place
            at += self._starts[rule] if isinstance(rule, int) else self._starts.take(rule[chunk], mode="clip")
            for name, dates in found.items():
                np.take(self._columns[name], at, out=dates[chunk], mode="clip")
            np.take(self._codes, at, out=codes[chunk], mode="clip")
        if codes.any():
            codes[(codes == RowError.OUTSIDE) & (days == NO_DAY)] = RowError.NO_TRIGGER
        nothing = np.empty(0, dtype=np.int32)
        return Answers(
            act_by=found.get("act_by", nothing),
            prevailing=found.get("prevailing", nothing),
            outer=found.get("outer", nothing),
            readings={name: dates for name, dates in found.items() if name not in DATES},
            codes=codes,
        )
