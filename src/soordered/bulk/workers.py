"""What the workers of a bulk run do with a block: hand its answers back, or write them into a part of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from soordered.bulk.answers_from_block import ERROR, AnswersFromBlock
from soordered.bulk.blocks_from_file import Block, Source, rows_of
from soordered.bulk.file_from_tables import FileFromTables
from soordered.bulk.plan import BulkPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkDone:
    """What a bulk run, or a part of one, did.

    Args:
        rows: rows read; for a whole run with those of the parts that were there already.
        written: rows written.
        errors: rows written without a date.
        parts: parts written, for a run into a folder.
        kept_parts: parts that were there already.
    """

    rows: int = 0
    written: int = 0
    errors: int = 0
    parts: int = 0
    kept_parts: int = 0

    def plus(self, rows: int, table: pa.Table) -> BulkDone:
        """Return the sum with one table more.

        Args:
            rows: rows read for it.
            table: the answers.
        """
        bad = table.num_rows - table.column(ERROR).null_count
        return BulkDone(rows=self.rows + rows, written=self.written + table.num_rows, errors=self.errors + bad)


class TablesFromBlocks:
    """Answers blocks and hands the answers back.

    Args:
        plan: the run.
        source: the input.
    """

    def __init__(self, plan: BulkPlan, source: Source) -> None:
        self._answers = AnswersFromBlock(plan, by_rule=plan.by_rule(source.columns))

    def __call__(self, block: Block) -> list[tuple[int, pa.Table]]:
        """Return the answers to a block, each table with the number of rows read for it."""
        return list(self.tables(block))

    def tables(self, block: Block) -> Iterator[tuple[int, pa.Table]]:
        """Yield the answers to a block, each table with the number of rows read for it."""
        first = block.first_row
        for rows in rows_of(block):
            yield rows.num_rows, self._answers.answers(rows, first_row=first)
            first += rows.num_rows


class PartsFromBlocks:
    """Answers blocks and writes each into a part of its own.

    Args:
        plan: the run.
        source: the input.
        folder: where the parts go.
    """

    def __init__(self, plan: BulkPlan, source: Source, folder: Path) -> None:
        self._tables = TablesFromBlocks(plan, source)
        self._folder = folder

    def __call__(self, block: Block) -> BulkDone:
        """Write the part of a block and say what it holds."""
        done = BulkDone()
        with FileFromTables(part_of(self._folder, block.number)) as file:
            for rows, table in self._tables.tables(block):
                file.write(table)
                done = done.plus(rows, table)
        return done


def part_of(folder: Path, number: int) -> Path:
    """Return where a folder keeps the part of a block."""
    return folder / f"part-{number:05}.parquet"
