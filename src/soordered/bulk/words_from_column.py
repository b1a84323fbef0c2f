"""A column of words as places in a list of its words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from soordered.provenance.problems import BadInputError


class ColumnKindError(BadInputError):
    """A column that does not hold what it should.

    Args:
        column: the column.
        kind: what it holds.
        expected: what it should hold.
    """

    def __init__(self, column: str, *, kind: str, expected: str) -> None:
        super().__init__(f"The column {column} holds {kind}.", expected=expected, remedy="Convert it first.")


def words_of(name: str, column: pa.ChunkedArray) -> tuple[npt.NDArray[np.integer], list[str | None]]:
    """Return a column of words as places in a list of its words, in the order of the words.

    Args:
        name: the column's name, for messages.
        column: words, coded by a dictionary or not; an empty one says nothing, as a missing one does.

    Raises:
        ColumnKindError: it holds no words.
    """
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
