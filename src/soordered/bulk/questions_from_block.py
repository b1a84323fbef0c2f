"""The columns of one block as numbers: the day of each row's trigger, and which question each row asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from soordered.bulk.dates_from_rows import Places, Question
from soordered.calendars.open_day_arrays import Days
from soordered.calendars.open_days import EPOCH
from soordered.deadlines.rows_of_days import NO_DAY, Triggers
from soordered.provenance.problems import BadInputError

FEW_COMBINATIONS = 1 << 20
"""Combinations of words up to which a table of them all is kept; beyond it the rows are sorted."""


class ColumnKindError(BadInputError):
    """A column that does not hold what it should.

    Args:
        column: the column.
        kind: what it holds.
        expected: what it should hold.
    """

    def __init__(self, column: str, *, kind: str, expected: str) -> None:
        super().__init__(f"The column {column} holds {kind}.", expected=expected, remedy="Convert it first.")


def days_of(column: pa.ChunkedArray, zone: Callable[[], str]) -> Days:
    """Return a column of triggers as days since 1970, ``NO_DAY`` where a row has none.

    Args:
        column: dates, moments, ISO texts such as ``2024-07-01``, or whole numbers of days since 1970.
        zone: gives the court's time zone, for moments that have one: the day is that of the court.

    Raises:
        ColumnKindError: it is none of these.
    """
    kind = column.type
    if pa.types.is_dictionary(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return _from_texts(column)
    if pa.types.is_timestamp(kind):
        if kind.tz is not None:
            column = pc.local_timestamp(column.cast(pa.timestamp(kind.unit, tz=zone())))
        column = pc.floor_temporal(column, unit="day").cast(pa.date32())
    elif pa.types.is_date64(kind):
        column = column.cast(pa.date32())
    elif not (pa.types.is_date32(kind) or pa.types.is_integer(kind)):
        raise ColumnKindError("trigger", kind=str(kind), expected="dates, ISO texts, or days since 1970.")
    if pa.types.is_date32(column.type):
        column = column.cast(pa.int32())
    if column.null_count:
        column = pc.fill_null(column.cast(pa.int64()), int(NO_DAY))
    return Triggers(_numbers(column)).days()


def questions_of(columns: Sequence[pa.ChunkedArray | None]) -> tuple[list[Question], Places]:
    """Find the different questions of a block.

    Args:
        columns: period or rule, court, direction, service; ``None`` for one that the input does not have.

    Returns:
        the questions, and by row the place of its question.

    Raises:
        ColumnKindError: a column holds no words.
    """
    names = ("period", "court", "direction", "service")
    coded = [None if column is None else _coded(name, column) for name, column in zip(names, columns, strict=True)]
    rows = next(len(one[0]) for one in coded if one is not None)
    key = np.zeros(rows, dtype=np.int64)
    sizes: list[int] = []
    for one in coded:
        sizes.append(1 if one is None else len(one[1]))
        if one is not None and sizes[-1] > 1:
            key *= sizes[-1]
            key += one[0]
        elif one is None:
            continue
    found, of_row = _distinct(key, int(np.prod(sizes, dtype=np.int64)))
    words: list[list[str | None]] = []
    rest = found
    for one, size in zip(reversed(coded), reversed(sizes), strict=True):
        rest, places = (rest, np.zeros_like(rest)) if size == 1 else (rest // size, rest % size)
        held: list[str | None] = [None] if one is None else one[1]
        words.append([held[place] for place in places.tolist()])
    return [Question(*parts) for parts in zip(*reversed(words), strict=True)], of_row


def _distinct(key: npt.NDArray[np.int64], combinations: int) -> tuple[npt.NDArray[np.int64], Places]:
    if combinations == 1:
        return np.zeros(1, dtype=np.int64), np.zeros(len(key), dtype=np.intp)
    if combinations > FEW_COMBINATIONS:
        found, of_row = np.unique(key, return_inverse=True)
        return found, of_row.astype(np.intp)
    there = np.zeros(combinations, dtype=bool)
    there[key] = True
    found = np.flatnonzero(there).astype(np.int64)
    places = np.zeros(combinations, dtype=np.intp)
    places[found] = np.arange(len(found))
    return found, places.take(key)


def _coded(name: str, column: pa.ChunkedArray) -> tuple[npt.NDArray[np.integer], list[str | None]]:
    """Return a column of words as places in a list of its words, in the order of the words."""
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_null(kind):
        return np.zeros(len(column), dtype=np.int32), [None]
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        raise ColumnKindError(name, kind=str(kind), expected="words.")
    coded = _one_dictionary(column)
    words: list[str | None] = coded.dictionary.to_pylist()
    indices = coded.indices
    if indices.null_count:
        indices = pc.fill_null(indices, len(words))
        words.append(None)
    places: npt.NDArray[np.integer] = indices.to_numpy(zero_copy_only=False)
    distinct = {word: place for place, word in enumerate(dict.fromkeys(word or None for word in words))}
    if len(distinct) == len(words):
        return places, words
    merged = np.array([distinct[word or None] for word in words], dtype=np.int32)  # an empty cell says nothing
    return merged.take(places), list(distinct)


def _one_dictionary(column: pa.ChunkedArray) -> pa.DictionaryArray:
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    coded = coded.unify_dictionaries().combine_chunks()
    return coded.chunk(0) if isinstance(coded, pa.ChunkedArray) else coded


def _from_texts(column: pa.ChunkedArray) -> Days:
    places, words = _coded("trigger", column)
    return np.array([_day(word) for word in words], dtype=np.int32).take(places)


def _day(text: str | None) -> int:
    if text is None:
        return int(NO_DAY)
    try:
        return dt.date.fromisoformat(text.strip()).toordinal() - EPOCH
    except ValueError:
        return int(NO_DAY)


def _numbers(column: pa.ChunkedArray) -> npt.NDArray[np.integer]:
    whole = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    found: npt.NDArray[np.integer] = whole.to_numpy(zero_copy_only=False)
    return found
