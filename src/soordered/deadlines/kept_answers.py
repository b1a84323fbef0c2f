"""Answers to many rows under every reading: each period compiled when first met, and kept for the next rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from soordered.calendars.open_day_arrays import Days
from soordered.calendars.open_days import OUTSIDE
from soordered.deadlines.answer_table import DATES, AnswerRow, Answers, AnswerTable, answer_row
from soordered.deadlines.columns_from_ask import Columns, LayerTables, columns, labels_of
from soordered.deadlines.length_from_text import LARGEST_NUMBER
from soordered.deadlines.rows_of_days import NO_DAY, Codes, RowError
from soordered.deadlines.shapes_from_ask import Ask

_Key = TypeVar("_Key", bound=Hashable)
_Kept = TypeVar("_Kept")

KEPT_PERIODS = 128
"""How many compiled periods are kept: about a megabyte each."""

KEPT_TABLES = 8
"""How many tables of several periods are kept."""

MOST_TOGETHER = 64
"""How many different periods are gathered from one table; more are counted one by one."""

WORTH_COMPILING = 4_096
"""Rows from which on it is quicker to compile a period for every day than to count the rows themselves."""


class KeptAnswers:
    """Compiled periods of one court, the last used kept.

    Args:
        tables: the court's tables.
    """

    def __init__(self, tables: LayerTables) -> None:
        self.tables = tables
        self._rows: dict[Ask, AnswerRow] = {}
        self._tables: dict[tuple[tuple[Ask, ...], tuple[str, ...] | None], AnswerTable] = {}

    def row(self, ask: Ask) -> AnswerRow:
        """Return one period compiled."""
        row = self._rows.get(ask)
        return _keep(self._rows, ask, answer_row(ask, self.tables) if row is None else row, most=KEPT_PERIODS)

    def table(self, asks: tuple[Ask, ...], labels: tuple[str, ...] | None = None) -> AnswerTable:
        """Return the table of several periods, in their order.

        Args:
            asks: the periods.
            labels: the readings to hold; every one that some period knows by default.
        """
        key = asks, labels
        table = self._tables.get(key)
        if table is None:
            table = AnswerTable([self.row(ask) for ask in asks], first=self.tables.first, labels=labels)
        return _keep(self._tables, key, table, most=KEPT_TABLES)

    def answers(
        self, asks: dict[int, Ask], n: int | npt.NDArray[np.integer], days: Days, codes: Callable[[Days], Codes]
    ) -> Answers:
        """Count many rows under every reading.

        Args:
            asks: by number of units, what is asked for.
            n: the number of units, one for all rows or one a row.
            days: the triggers.
            codes: says why triggers cannot be counted from.
        """
        if isinstance(n, int):
            return self._alike(asks[n], days, codes)
        many_rows = len(days) >= WORTH_COMPILING * len(asks) or all(ask in self._rows for ask in asks.values())
        if many_rows and len(asks) <= MOST_TOGETHER:
            places = np.zeros(LARGEST_NUMBER + 2, dtype=np.intp)
            places[list(asks)] = np.arange(len(asks))
            table = self.table(tuple(asks.values()))
            return table.due(places.take(n, mode="clip"), days)
        labels = dict.fromkeys(label for ask in asks.values() for label in labels_of(ask, self.tables.law))
        found = _empty(len(days), labels)
        order = np.argsort(n, kind="stable")
        ends = np.searchsorted(n[order], list(asks), side="right")
        starts = np.searchsorted(n[order], list(asks), side="left")
        for ask, start, end in zip(asks.values(), starts.tolist(), ends.tolist(), strict=True):
            rows = order[start:end]
            part = self._alike(ask, days[rows], codes)
            for name, whole in found.columns.items():
                whole[rows] = part.columns.get(name, part.prevailing)
            found.codes[rows] = part.codes
        return found

    def _alike(self, ask: Ask, days: Days, codes: Callable[[Days], Codes]) -> Answers:
        if ask in self._rows or len(days) >= WORTH_COMPILING:
            return self.table((ask,)).due(0, days)
        found = _empty(len(days), labels_of(ask, self.tables.law))
        found.codes[:] = codes(days)
        rows = np.flatnonzero(found.codes == RowError.NONE)
        counted = columns(ask, days[rows], self.tables)
        lost = counted.prevailing == OUTSIDE
        for name, whole in found.columns.items():
            whole[rows] = np.where(lost, np.int32(NO_DAY), _column(counted, name))
        found.codes[rows[lost]] = RowError.END_OUTSIDE
        return found


def _column(counted: Columns, name: str) -> Days:
    dates = {"act_by": counted.act_by, "prevailing": counted.prevailing, "outer": counted.outer}
    return dates[name] if name in DATES else counted.readings.get(name, counted.prevailing)


def _empty(size: int, labels: Iterable[str]) -> Answers:
    return Answers(
        act_by=np.full(size, NO_DAY, dtype=np.int32),
        prevailing=np.full(size, NO_DAY, dtype=np.int32),
        outer=np.full(size, NO_DAY, dtype=np.int32),
        readings={label: np.full(size, NO_DAY, dtype=np.int32) for label in labels},
        codes=np.zeros(size, dtype=np.uint8),
    )


def _keep(kept: dict[_Key, _Kept], key: _Key, value: _Kept, *, most: int) -> _Kept:
    """Put a value last in the order of use, and let the one go that was used longest ago."""
    kept.pop(key, None)
    kept[key] = value
    if len(kept) > most:
        del kept[next(iter(kept))]
    return value
