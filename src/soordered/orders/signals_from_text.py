"""Which of the words that the grammar's patterns need stand in a stretch of text: one look, many patterns spared.

A *signal* is a word, the beginning, end or middle of one, a digit or a mark. Each has a bit; a stretch of text has the
bits of what it holds; a pattern's need is a set of bits of which the stretch must hold one. ``needs_of_patterns.py`` is
where the needs come from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Protocol, Self

Need = tuple[int, ...]
"""Sets of bits, of each of which a text must hold at least one; empty for a pattern of which nothing is known."""

TOKEN = re.compile(r"[a-z]+|[^a-z\s]")
"""A word of the letters a to z, or a mark, in a text in small letters."""
_UNUSUAL = re.compile("[\u0130\u0131\u017f\u212a]")  # under IGNORECASE these match an i, an s or a k
_LONGEST_WORD = 40
_MOST_WORDS = 1 << 16
_ALL = -1
_PARTS = frozenset("<>~")


class Scanner(Protocol):
    """What finds in one pass which patterns may match where; see the ``fast-text`` extra."""

    def patterns_in(self, text: str, places: Sequence[tuple[int, int]]) -> list[int]:
        """Return for each place the patterns that may match in it or reach into it.

        A pattern of number ``n`` is the bit ``1 << n``. One bit too many costs time; one too few loses a match.

        Args:
            text: the text.
            places: ranges of it in rising order that do not overlap, in characters.
        """
        ...


class Signals:
    """The bits of the signals that patterns need, and of the words seen so far.

    Args:
        needs: for each pattern the sets of signals of which it needs one each: ``=shall`` a whole word, ``<requir`` its
            beginning, ``>ern`` its end, ``~file`` any part, ``!0`` a digit, ``!;`` the mark itself.
    """

    def __init__(self, needs: Iterable[Sequence[Iterable[str]]]) -> None:
        self._bits: dict[str, int] = {}
        self._parts: dict[str, list[tuple[str, str, int]]] = {}
        self._seen = _Seen(self)
        self.needs: list[Need] = [tuple(reduce(or_, map(self._bit, one)) for one in several) for several in needs]
        for signal, bit in self._bits.items():
            kind, word = signal[0], signal[1:]
            if kind in _PARTS:
                self._parts.setdefault(word[:2], []).append((kind, word, bit))

    def _bit(self, signal: str) -> int:
        return self._bits.setdefault(signal, 1 << len(self._bits))

    def of_text(self, text: str) -> int:
        """Return the bits of the signals that stand in a text."""
        lower = text.lower()
        if not lower.isascii() and _UNUSUAL.search(text):
            return _ALL
        return reduce(or_, map(self._seen.__getitem__, TOKEN.findall(lower)), 0)

    def of_word(self, word: str) -> int:
        """Return the bits of one word in small letters, or of one mark."""
        if not ("a" <= word[0] <= "z"):
            return self._bits.get("!0" if word.isdigit() else "!" + word, 0)
        if len(word) > _LONGEST_WORD:
            return _ALL
        found = self._bits.get("=" + word, 0)
        for place in range(len(word) - 1):
            for kind, part, bit in self._parts.get(word[place : place + 2], ()):
                if word.startswith(part, place) and (
                    kind == "~" or (place == 0 if kind == "<" else place + len(part) == len(word))
                ):
                    found |= bit
        return found


class _Seen(dict[str, int]):
    """The bits of every word seen, up to a number of words."""

    def __init__(self, signals: Signals) -> None:
        super().__init__()
        self._signals = signals

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self._signals.of_word(word)
        self[word] = found
        return found


class SignalText(str):
    """A text that knows the signals of its sentences; in all else a string.

    Args:
        text: the text.
        signals: what patterns need.
        places: its sentences: ranges in rising order that do not overlap.
        scanner: what looks for the patterns themselves, if there is one.
    """

    __slots__ = ("_begins", "_high", "_known", "_low", "_mask", "_places", "_scanned", "_signals", "_wide")

    _begins: list[int]
    _high: int
    _known: list[int | None]
    _low: int
    _mask: int
    _places: Sequence[tuple[int, int]]
    _scanned: bool
    _signals: Signals
    _wide: tuple[int, int, int]

    def __new__(
        cls, text: str, signals: Signals, places: Sequence[tuple[int, int]], scanner: Scanner | None = None
    ) -> Self:
        """Make one; see the class."""
        made = super().__new__(cls, text)
        made._signals = signals
        made._places = places
        made._begins = [start for start, _ in places]
        made._scanned = scanner is not None
        made._known = [None] * len(places) if scanner is None else list(scanner.patterns_in(text, places))
        made._low, made._high, made._mask = 0, -1, _ALL
        made._wide = 0, -1, _ALL
        return made

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Travel to another process as the plain string."""
        return str, (str(self),)

    def part(self, start: int, end: int) -> SignalText:
        """Return a part that knows its own signals; the text itself where the part is all of it.

        Args:
            start: where it begins, in characters; before the text's beginning means there.
            end: after its last; beyond the text's end means there.
        """
        start, end = max(start, 0), min(end, len(self))
        return self if (start, end) == (0, len(self)) else SignalText(self[start:end], self._signals, ())

    def may(self, needs: Need, own: int, start: int, end: int) -> bool:
        """Say whether a pattern may match between two places; never wrongly no.

        Args:
            needs: what the pattern needs.
            own: the pattern's own bit, as a scanner counts.
            start: from where it would be tried.
            end: to where; beyond the text's end means to its end.
        """
        mask = self._mask if self._low <= start and end <= self._high else self._look(start, end)
        if self._scanned:
            return mask & own != 0
        for need in needs:
            if not mask & need:  # a word cut in two by the end of the range may be another word
                return end != self._high and end < len(self) and self[end].isalpha()
        return True

    def _look(self, start: int, end: int) -> int:
        """Return the bits of the sentence that holds a range, which is the one looked at from now on, or of the range."""
        end = min(end, len(self))
        index = bisect_right(self._begins, start) - 1
        if index >= 0 and end <= self._places[index][1]:
            self._low, self._high = self._places[index]
            known = self._known[index]
            if known is None:
                known = self._known[index] = self._signals.of_text(self[self._low : self._high])
            self._mask = known
            return known
        if (start, end) != self._wide[:2]:
            self._wide = start, end, _ALL if self._scanned else self._signals.of_text(self[start:end])
        return self._wide[2]
