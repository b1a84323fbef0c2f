"""The compiled dates of rules as a table for a database: one row for each rule and day, so that a portfolio is one join."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from soordered.bulk.answers_from_block import LAWBOOK
from soordered.bulk.file_from_tables import CannotWriteTableError, FileFromTables
from soordered.bulk.plan import Law
from soordered.calendars.open_days import EPOCH
from soordered.deadlines.answer_table import DATES, AnswerTable
from soordered.deadlines.answers_from_rules import compiled_rules
from soordered.deadlines.method_of_service import extra_method
from soordered.deadlines.rows_of_days import ROW_ERRORS
from soordered.lawbook.time_law_from_data import time_law
from soordered.provenance.problems import BadInputError


class NothingCompilesError(BadInputError):
    """Rules of which none has a date that depends on nothing but the day of its trigger.

    Args:
        left_out: by rule id, why.
    """

    def __init__(self, left_out: dict[str, str]) -> None:
        first = next((f"{rule}: {why}" for rule, why in left_out.items()), "there are no rules")
        super().__init__(
            f"No rule has a date from a day alone ({first}).",
            expected="at least one rule with a period in days, weeks, months or years.",
            remedy="Run the case file instead; it knows the events.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersWritten:
    """What was written.

    Args:
        rows: rows in the table.
        rules: ids of the rules it holds.
        left_out: by rule id, why its dates depend on more than the day of its trigger.
    """

    rows: int
    rules: tuple[str, ...]
    left_out: dict[str, str]


def write_answers(target: Path, law: Law, *, court: str, service: str = "") -> AnswersWritten:
    """Write the dates of every rule from every day of the calendar.

    The columns are ``rule``, ``trigger``, ``act_by``, ``prevailing``, ``outer`` and ``error``; rows stand in the order of
    the rules, then of the days. A portfolio with the columns rule and trigger is dated by one join on both.

    Args:
        target: a ``.parquet`` or ``.csv`` file, which appears when all is written.
        law: the rules, a court's notices and the lawbook.
        court: the court.
        service: how the triggers were served, for rules that run from service.

    Raises:
        UnknownCourtError, UnknownServiceError, SameRuleError: what is asked for is none.
        NothingCompilesError: no rule has such dates.
        CannotWriteTableError: the file cannot be written.
    """
    if not target.parent.is_dir():
        raise CannotWriteTableError(target, why="its folder is not there")
    days = [notice for notice in law.notices if notice.court in ("", court.partition("/")[0])]
    nondays = tuple(day for notice in days for day in notice.nondays)
    opens = tuple(day for notice in days for day in notice.opens)
    held = time_law(court, nondays, opens, law.pack)
    extra_method(service, held)  # refused here even if no rule runs from service
    compiled = compiled_rules(law.rules, held, service=service)
    if compiled.table is None:
        raise NothingCompilesError(compiled.left_out)
    first, last = held.calendar.first.toordinal() - EPOCH, held.calendar.last.toordinal() - EPOCH
    rows = 0
    with FileFromTables(target) as file:
        for table in _tables(compiled.table, compiled.numbers, first, last):
            file.write(table.replace_schema_metadata({f"soordered.{LAWBOOK}": law.pack.label}))
            rows += table.num_rows
    return AnswersWritten(rows=rows, rules=tuple(compiled.numbers), left_out=compiled.left_out)


def _tables(answers: AnswerTable, numbers: dict[str, int], first: int, last: int) -> Iterator[pa.Table]:
    days = np.arange(first, last + 1, dtype=np.int32)
    words = pa.array(ROW_ERRORS.values())
    for rule, number in numbers.items():
        found = answers.due(np.full(len(days), number, dtype=np.intp), days, names=DATES)
        bad = found.codes > 0
        columns: dict[str, pa.Array] = {
            "rule": pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(days), dtype=np.int32)), pa.array([rule])),
            "trigger": pa.array(days).view(pa.date32()),
        }
        columns |= {name: pa.array(found.columns[name], mask=bad).view(pa.date32()) for name in DATES}
        places = pa.array(found.codes.astype(np.int32) - 1, mask=~bad)
        columns["error"] = pa.DictionaryArray.from_arrays(places, words)
        yield pa.table(columns)
