"""A sequence that only grows, and whose every earlier state stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar, overload

_Item_co = TypeVar("_Item_co", covariant=True)
_Same = TypeVar("_Same")
_CHUNK = 64


class Log(Sequence[_Item_co], Generic[_Item_co]):
    """An immutable sequence with a cheap ``plus``.

    A tuple copies itself whole for each item added, so that a fold over n events costs n squared;
    here an addition copies one short tail, and now and then the list of full chunks.
    """

    __slots__ = ("_full", "_tail")

    def __init__(self, items: Iterable[_Item_co] = ()) -> None:
        every = tuple(items)
        whole = len(every) - len(every) % _CHUNK
        self._full: tuple[tuple[_Item_co, ...], ...] = tuple(every[n : n + _CHUNK] for n in range(0, whole, _CHUNK))
        self._tail: tuple[_Item_co, ...] = every[whole:]

    def plus(self: Log[_Same], item: _Same) -> Log[_Same]:
        """Return a new sequence with one item more; this one stays as it is."""
        new: Log[_Same] = Log.__new__(Log)
        tail = (*self._tail, item)
        if len(tail) == _CHUNK:
            new._full, new._tail = (*self._full, tail), ()
        else:
            new._full, new._tail = self._full, tail
        return new

    @property
    def last(self) -> _Item_co | None:
        """The newest item, or ``None``."""
        if self._tail:
            return self._tail[-1]
        return self._full[-1][-1] if self._full else None

    @overload
    def __getitem__(self, index: int) -> _Item_co: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_Item_co, ...]: ...
    def __getitem__(self, index: int | slice) -> _Item_co | tuple[_Item_co, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        size = len(self)
        place = index + size if index < 0 else index
        if not 0 <= place < size:
            msg = f"item {index} of a log of {size}"
            raise IndexError(msg)
        chunk, rest = divmod(place, _CHUNK)
        return self._full[chunk][rest] if chunk < len(self._full) else self._tail[rest]

    def __len__(self) -> int:
        return len(self._full) * _CHUNK + len(self._tail)

    def __iter__(self) -> Iterator[_Item_co]:
        return chain(chain.from_iterable(self._full), self._tail)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Log) and self._full == other._full and self._tail == other._tail

    def __hash__(self) -> int:
        return hash((self._full, self._tail))

    def __repr__(self) -> str:
        return f"Log({list(self)!r})"
