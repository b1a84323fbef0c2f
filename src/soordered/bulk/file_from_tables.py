"""Tables written one after another into one Parquet or CSV file, which appears whole or not at all."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from soordered.provenance.problems import BadInputError


class CannotWriteTableError(BadInputError):
    """An output that cannot be written.

    Args:
        path: where it should have gone.
        why: what the operating system said.
    """

    def __init__(self, path: Path, *, why: str) -> None:
        super().__init__(
            f"{path} cannot be written: {why}.",
            expected="a file ending in .parquet or .csv, or a folder, where you may write.",
            remedy="Name another place; nothing was written.",
        )


class FileFromTables:
    """Writes tables into a file beside its place, and puts it there when all are written.

    Args:
        path: where the file is to go; ``.csv`` gives CSV, anything else Parquet.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = path.with_name(f".{path.name}.unfinished")
        self._writer: pq.ParquetWriter | pc.CSVWriter | None = None

    def __enter__(self) -> Self:
        return self

    def write(self, table: pa.Table) -> None:
        """Write one table more; the first one sets the columns.

        Raises:
            CannotWriteTableError: the disk is full, or the folder is not there.
        """
        try:
            if self._writer is None:
                self._writer = self._open(table)
            if isinstance(self._writer, pc.CSVWriter):
                self._writer.write_table(_spelled_out(table))
            else:
                self._writer.write_table(table, row_group_size=max(table.num_rows, 1))
        except OSError as error:
            raise CannotWriteTableError(self._path, why=error.strerror or str(error)) from None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._writer is not None:
                self._writer.close()
            if kind is None and self._beside.exists():
                self._beside.replace(self._path)
        except OSError as trouble:
            if kind is None:  # else the trouble that came first is the one to be told
                raise CannotWriteTableError(self._path, why=trouble.strerror or str(trouble)) from None
        finally:
            with contextlib.suppress(FileNotFoundError):
                self._beside.unlink()

    def _open(self, table: pa.Table) -> pq.ParquetWriter | pc.CSVWriter:
        if self._path.suffix.lower() == ".csv":
            return pc.CSVWriter(str(self._beside), _spelled_out(table).schema)
        words = [field.name for field in table.schema if pa.types.is_dictionary(field.type)]
        return pq.ParquetWriter(self._beside, table.schema, compression="lz4", use_dictionary=words or False)


def _spelled_out(table: pa.Table) -> pa.Table:
    """Return a table whose words stand in every row, as CSV needs them."""
    for place, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type):
            table = table.set_column(place, field.name, table.column(place).cast(pa.string()))
    return table
