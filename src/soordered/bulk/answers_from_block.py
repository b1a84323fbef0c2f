"""One block in, one block out: the input's columns with the dates beside them, or only the rows that a change moves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from soordered.bulk.dates_from_rows import BlockDates, DatesFromRows, Places
from soordered.bulk.days_from_triggers import TriggerDays, trigger_days
from soordered.bulk.plan import BulkPlan, NothingToCountError, TakenColumnError
from soordered.bulk.questions_from_block import questions_of
from soordered.deadlines.answer_table import DATES
from soordered.lawbook.time_law_from_data import UnknownCourtError

LAWBOOK = "lawbook"
"""The column, and after ``soordered.`` the key of a Parquet file's metadata, that names the lawbook counted by."""

OPTIONAL = ("court", "direction", "service")
"""Columns that an input may have beside its trigger and its period or rule."""

ERROR = "error"
_WORDS = pa.dictionary(pa.int32(), pa.string())


class AnswersFromBlock:
    """Answers the blocks of one input, one after another, with compiled periods kept between them.

    Args:
        plan: the run.
        by_rule: whether the rows name rules instead of periods.
    """

    def __init__(self, plan: BulkPlan, *, by_rule: bool) -> None:
        self._plan = plan
        self._asked = "rule" if by_rule else "period"
        self._before = DatesFromRows(plan, plan.law, by_rule=by_rule)
        self._after = None if plan.instead is None else DatesFromRows(plan, plan.instead, by_rule=by_rule)

    def answers(self, block: pa.Table, *, first_row: int) -> pa.Table:
        """Answer a block.

        Args:
            block: some rows of the input.
            first_row: the number of its first row in the whole input, from 0.
        """
        questions, of_row = questions_of([_column(block, name) for name in (self._asked, *OPTIONAL)])
        triggers = trigger_days(block.column("trigger"), partial(self._zones, block))
        days = triggers.days
        found = _told(self._before.dates(questions, of_row, days), triggers)
        if self._after is None:
            return self._named(_with_dates(block, found, ""))
        tried = _told(self._after.dates(questions, of_row, days), triggers)
        moved = np.zeros(len(days), dtype=bool)
        for name in DATES:
            moved |= found.columns[name] != tried.columns[name]
        rows = np.flatnonzero(moved)
        kept = block.take(pa.array(rows)).add_column(0, "row", pa.array(rows.astype(np.int64) + first_row))
        return self._named(_with_dates(_with_dates(kept, _only(found, rows), ""), _only(tried, rows), "new_"))

    def _named(self, block: pa.Table) -> pa.Table:
        """Name the lawbook, so that each date can be computed again: for the whole file, and in each row if asked."""
        laws = {LAWBOOK: self._plan.law}
        if self._plan.instead is not None:
            laws[f"new_{LAWBOOK}"] = self._plan.instead
        if self._plan.names_lawbook:
            places = pa.array(np.zeros(block.num_rows, dtype=np.int32))
            for name, law in laws.items():
                block = block.append_column(name, pa.DictionaryArray.from_arrays(places, pa.array([law.pack.label])))
        named = {f"soordered.{name}": law.pack.label for name, law in laws.items()}
        return block.replace_schema_metadata({**(block.schema.metadata or {}), **named})

    def _zones(self, block: pa.Table) -> list[tuple[Places | None, str]]:
        """Return the rows of each court with its zone."""
        courts = _column(block, "court")
        if courts is None:
            return [(None, self._zone(None))]
        questions, of_row = questions_of([courts, None, None, None])
        return [
            (np.flatnonzero(of_row == place), self._zone(question.words)) for place, question in enumerate(questions)
        ]

    def _zone(self, court: str | None) -> str:
        try:
            return self._before.zone(court)
        except UnknownCourtError:
            return "UTC"  # the row is refused for its court all the same


def check_columns(plan: BulkPlan, *, name: str, columns: Sequence[str]) -> None:
    """Refuse an input that lacks what a count needs, or holds a column of the answer already.

    Args:
        plan: the run.
        name: the input's name.
        columns: its columns.

    Raises:
        NothingToCountError: a column that the count needs is not there.
        TakenColumnError: a column stands where the answer is to go.
    """
    for needed in ("trigger", "rule" if plan.by_rule(columns) else "period"):
        if needed not in columns:
            raise NothingToCountError(name, missing=needed, held=list(columns))
    for column in added_columns(plan):
        if column in columns:
            raise TakenColumnError(name, column=column)


def added_columns(plan: BulkPlan) -> tuple[str, ...]:
    """Name the columns that a run adds to those of its input, in their order."""
    dates = (*DATES, *plan.readings, ERROR)
    named = (LAWBOOK,) if plan.names_lawbook else ()
    if plan.instead is None:
        return (*dates, *named)
    return ("row", *dates, *(f"new_{name}" for name in dates), *named, *(f"new_{name}" for name in named))


def _column(block: pa.Table, name: str) -> pa.ChunkedArray | None:
    return block.column(name) if name in block.column_names else None


def _only(found: BlockDates, rows: npt.NDArray[np.intp]) -> BlockDates:
    columns = {name: dates[rows] for name, dates in found.columns.items()}
    errors = None if found.errors is None else found.errors[rows]
    return BlockDates(columns=columns, errors=errors, messages=found.messages)


def _told(found: BlockDates, triggers: TriggerDays) -> BlockDates:
    """Say of rows whose trigger could not be read what is wrong with it, instead of that there is none."""
    if triggers.wrong is None:
        return found
    errors = np.full(len(triggers.days), -1, dtype=np.int32) if found.errors is None else found.errors
    told = np.where(triggers.wrong >= 0, triggers.wrong + np.int32(len(found.messages)), errors).astype(np.int32)
    return BlockDates(columns=found.columns, errors=told, messages=(*found.messages, *triggers.messages))


def _with_dates(block: pa.Table, found: BlockDates, prefix: str) -> pa.Table:
    errors = found.errors
    bad = None if errors is None else errors >= 0
    for name, dates in found.columns.items():
        block = block.append_column(prefix + name, pa.array(dates, mask=bad).view(pa.date32()))
    if errors is None or bad is None:
        return block.append_column(prefix + ERROR, pa.nulls(block.num_rows, _WORDS))
    places = pa.array(errors, mask=~bad)
    return block.append_column(prefix + ERROR, pa.DictionaryArray.from_arrays(places, pa.array(found.messages)))
