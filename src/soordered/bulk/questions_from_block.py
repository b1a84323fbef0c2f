"""The columns of one block as numbers: which question each row asks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from soordered.bulk.dates_from_rows import Places, Question
from soordered.bulk.words_from_column import words_of

FEW_COMBINATIONS = 1 << 20
"""Combinations of words up to which a table of them all is kept; beyond it the rows are sorted."""


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
    coded = [None if column is None else words_of(name, column) for name, column in zip(names, columns, strict=True)]
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
