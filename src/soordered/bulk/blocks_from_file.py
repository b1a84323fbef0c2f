"""A Parquet or CSV file read block by block; a block is the same rows whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from soordered.provenance.problems import BadInputError

BLOCK_ROWS = 1 << 20
"""The most rows of a block: what one worker holds at a time."""

CSV_BYTES = 1 << 24
"""Bytes of a CSV file that make a block."""

_WORD_COLUMNS = ("period", "rule", "court", "direction", "service")


class UnreadableTableError(BadInputError):
    """A file that is no table.

    Args:
        path: the file.
        why: what its reader said.
    """

    def __init__(self, path: Path, *, why: str) -> None:
        super().__init__(
            f"{path} cannot be read as a table: {why}.",
            expected="a Parquet file (.parquet) or a CSV file (.csv, in UTF-8, with a line of names).",
            remedy="Check the path and the form.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Some rows of an input.

    Args:
        number: its number, from 0.
        first_row: the number of its first row in the whole input.
        source: the file, for a block that its worker reads by itself.
        row_group: which group of rows of the file, for such a block.
        rows: the rows themselves, for a block that was read already.
        size: how many rows.
    """

    number: int
    first_row: int
    size: int
    source: Path | None = None
    row_group: int = 0
    rows: pa.Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An input that was opened and looked at.

    Args:
        path: the file.
        columns: its columns.
        rows: how many it has; not known of a CSV file before it is read.
    """

    path: Path
    columns: tuple[str, ...]
    rows: int | None


def source_at(path: Path) -> Source:
    """Open a file and see what it holds.

    Args:
        path: a ``.parquet`` or ``.csv`` file.

    Raises:
        UnreadableTableError: it is neither.
    """
    try:
        if path.suffix.lower() == ".csv":
            with _csv(path) as reader:
                return Source(path=path, columns=tuple(reader.schema.names), rows=None)
        with pq.ParquetFile(path) as file:
            names = tuple(file.schema_arrow.names)
            return Source(path=path, columns=names, rows=file.metadata.num_rows)
    except OSError as error:
        raise UnreadableTableError(path, why=error.strerror or str(error)) from None
    except pa.ArrowException as error:
        raise UnreadableTableError(path, why=_first_line(error)) from None


def blocks(source: Source) -> Iterator[Block]:
    """List the blocks of an input in order: the groups of rows of a Parquet file, stretches of a CSV file.

    Args:
        source: the input.

    Raises:
        UnreadableTableError: a stretch of a CSV file is broken.
    """
    if source.rows is not None:
        with pq.ParquetFile(source.path) as file:
            sizes = [file.metadata.row_group(number).num_rows for number in range(file.metadata.num_row_groups)]
            if not sizes:
                yield Block(number=0, first_row=0, size=0, rows=file.schema_arrow.empty_table())
        first = 0
        for number, size in enumerate(sizes):
            yield Block(number=number, first_row=first, size=size, source=source.path, row_group=number)
            first += size
        return
    try:
        with _csv(source.path) as reader:
            number = first = 0
            for number, batch in enumerate(reader, start=1):
                rows = pa.Table.from_batches([batch])
                yield Block(number=number - 1, first_row=first, size=batch.num_rows, rows=rows)
                first += batch.num_rows
            if not number:
                yield Block(number=0, first_row=0, size=0, rows=reader.schema.empty_table())
    except pa.ArrowException as error:
        raise UnreadableTableError(source.path, why=_first_line(error)) from None


def rows_of(block: Block) -> Iterator[pa.Table]:
    """Yield the rows of a block, at most ``BLOCK_ROWS`` at a time.

    Args:
        block: the block.

    Raises:
        UnreadableTableError: its part of the file is broken.
    """
    if block.rows is not None:
        yield block.rows
        return
    if block.source is None:
        msg = "a block has rows or a place to read them from"
        raise ValueError(msg)
    try:
        names = [name for name in pq.read_schema(block.source).names if name in _WORD_COLUMNS]
        with pq.ParquetFile(block.source, read_dictionary=names, memory_map=True) as file:
            if block.size <= BLOCK_ROWS:
                yield file.read_row_group(block.row_group, use_threads=False)
                return
            for batch in file.iter_batches(BLOCK_ROWS, row_groups=[block.row_group], use_threads=False):
                yield pa.Table.from_batches([batch])
    except (OSError, pa.ArrowException) as error:
        raise UnreadableTableError(block.source, why=_first_line(error)) from None


def _csv(path: Path) -> pc.CSVStreamingReader:
    """Open a CSV file with every column as text, so that one block is typed like the next."""
    with path.open("rb") as file:
        head = file.readline(1 << 16)
    names = pc.open_csv(pa.BufferReader(head)).schema.names if head.strip() else []
    return pc.open_csv(
        path,
        read_options=pc.ReadOptions(block_size=CSV_BYTES, use_threads=False),
        convert_options=pc.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""]
        ),
    )


def _first_line(error: BaseException) -> str:
    return str(error).split("\n", 1)[0].rstrip(".")
