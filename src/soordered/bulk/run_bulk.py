"""One bulk run: an input read in blocks, answered by an engine, written in the order of the blocks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from soordered.bulk.answers_from_block import check_columns
from soordered.bulk.blocks_from_file import Block, Source, blocks, source_at
from soordered.bulk.engines.engine import Engine, Progress
from soordered.bulk.file_from_tables import CannotWriteTableError, FileFromTables
from soordered.bulk.plan import BulkPlan, Law
from soordered.bulk.workers import BulkDone, PartsFromBlocks, TablesFromBlocks, part_of
from soordered.lawbook.time_law_from_data import time_law
from soordered.provenance.problems import BadInputError
from soordered.rules.fields_from_rule import rule_fields

RECORD = "run.json"
"""The file of a folder of parts that says which run they belong to."""

EDGE = 1 << 16
"""Bytes of an input's beginning and end by which it is known again."""


class OtherRunError(BadInputError):
    """A folder that holds the parts of another run.

    Args:
        folder: the folder.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds parts of a run over another input, or with other options.",
            expected="a folder of the same run, or one that is not there yet.",
            remedy="Name another folder, or remove this one.",
        )


def run_bulk(source: Path, target: Path, plan: BulkPlan, engine: Engine, *, progress: Progress) -> BulkDone:
    """Count the dates of every row of a file.

    The output is the same, byte for byte, whatever the engine and the number of its workers. Memory holds a few blocks
    for each worker, never the file.

    Args:
        source: a ``.parquet`` or ``.csv`` file with the columns trigger and period, or trigger and rule; court,
            direction and service may stand beside them.
        target: a ``.parquet`` or ``.csv`` file, which appears when all is written; or a folder, which gets a part for
            each block of the input: a run that was broken off goes on where it stood.
        plan: what is to be done.
        engine: what works the blocks.
        progress: told after each block how many rows are done, of how many.

    Raises:
        UnreadableTableError, NothingToCountError, TakenColumnError, ColumnKindError: the input cannot be counted.
        UnknownCourtError: the plan's court is none.
        CannotWriteTableError, OtherRunError: the output cannot be written.
    """
    known = source_at(source)
    if target.exists() and target.samefile(source):
        raise CannotWriteTableError(target, why="it is the input")
    time_law(plan.court, pack=plan.law.pack)
    check_columns(plan, name=known.path.name, columns=known.columns)
    if is_one_file(target):
        return _into_file(known, target, plan, engine, progress)
    return _into_folder(known, target, plan, engine, progress)


def is_one_file(target: Path) -> bool:
    """Say whether an output is one file, and no folder of parts."""
    return target.suffix.lower() in {".parquet", ".csv"}


def _into_file(source: Source, target: Path, plan: BulkPlan, engine: Engine, progress: Progress) -> BulkDone:
    if not target.parent.is_dir():
        raise CannotWriteTableError(target, why="its folder is not there")
    total, nothing = BulkDone(), True
    written: Future[None] | None = None
    # One thread writes while the next block is read and counted; the executor is left first, so that all is written.
    with FileFromTables(target) as file, ThreadPoolExecutor(1) as writer:
        for tables in engine.results(partial(TablesFromBlocks, plan, source), blocks(source)):
            for rows, table in tables:
                if written is not None:
                    written.result()
                if table.num_rows or nothing:  # the first table, be it empty, gives the columns
                    written = writer.submit(file.write, table)
                    nothing = False
                total = total.plus(rows, table)
            progress(total.rows, source.rows)
        if written is not None:
            written.result()
    return total


def _into_folder(source: Source, folder: Path, plan: BulkPlan, engine: Engine, progress: Progress) -> BulkDone:
    _claim(folder, _record(source, plan))
    there: list[Block] = []

    def missing() -> Iterator[Block]:
        for block in blocks(source):
            if part_of(folder, block.number).exists():
                there.append(block)
            else:
                yield block

    done = BulkDone()
    for part in engine.results(partial(PartsFromBlocks, plan, source, folder), missing()):
        done = replace(
            done,
            rows=done.rows + part.rows,
            written=done.written + part.written,
            errors=done.errors + part.errors,
            parts=done.parts + 1,
        )
        progress(done.rows + sum(block.size for block in there), source.rows)
    return replace(done, rows=done.rows + sum(block.size for block in there), kept_parts=len(there))


def _claim(folder: Path, record: str) -> None:
    """Make the folder, or see that it belongs to this run."""
    held = folder / RECORD
    try:
        if held.exists():
            if held.read_text(encoding="utf-8") != record:
                raise OtherRunError(folder)
            return
        folder.mkdir(exist_ok=True)
        if any(folder.iterdir()):
            raise OtherRunError(folder)
        held.write_text(record, encoding="utf-8")
    except OSError as error:
        raise CannotWriteTableError(folder, why=error.strerror or str(error)) from None


def _record(source: Source, plan: BulkPlan) -> str:
    """Say what a run is over: two runs of one record give the same parts."""
    digest = hashlib.sha256()
    with source.path.open("rb") as file:
        digest.update(file.read(EDGE))
        size = file.seek(0, 2)
        file.seek(max(0, size - EDGE))
        digest.update(file.read(EDGE))
    digest.update(json.dumps(_plan_fields(plan), sort_keys=True, default=str).encode())
    fields = {"bytes": size, "lawbook": plan.law.pack.label, "of": digest.hexdigest()}
    return json.dumps(fields, indent=1) + "\n"


def _plan_fields(plan: BulkPlan) -> dict[str, object]:
    laws = [_law_fields(law) for law in (plan.law, plan.instead) if law is not None]
    return {
        "court": plan.court,
        "direction": plan.direction,
        "rank": plan.rank,
        "readings": plan.readings,
        "names_lawbook": plan.names_lawbook,
        "laws": laws,
    }


def _law_fields(law: Law) -> dict[str, object]:
    notices = [(notice.court, repr(notice.nondays), repr(notice.opens)) for notice in law.notices]
    pack = [law.pack.label, *sorted(law.pack.files.items())]
    return {"rules": [rule_fields(rule) for rule in law.rules], "notices": notices, "pack": pack}
