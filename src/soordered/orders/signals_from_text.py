"""Which patterns of the grammar may match in a stretch of text: one look at its words, many patterns spared.

A *signal* is a word, the beginning, end or middle of one, a digit or a mark. A pattern needs a signal of each of up to
three sets (``needs_of_patterns.py``); a sentence's words tell at once which patterns have what they need.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Self

SETS = 3  # of signals, for one pattern
TOKEN = re.compile(r"[a-z]+|[^a-z\s]")
"""A word of the letters a to z, or a mark, in a text in small letters."""
_UNUSUAL = re.compile("[\u0130\u0131\u017f\u212a]")  # under IGNORECASE these match an i, an s or a k
_LONGEST_WORD = 40
_MOST_WORDS = 1 << 16
_ALL = -1
_PARTS = frozenset("<>~")


class Signals:
    """Which patterns every signal serves.

    A word's bits stand in ``SETS`` rows of one bit a pattern: in each row those patterns whose set of that row the
    word serves. The bits of a text's words together, row over row, leave the patterns of which every set is served.

    Args:
        needs: for each pattern the sets of signals of which it needs one each: ``=shall`` a whole word, ``<requir`` its
            beginning, ``>ern`` its end, ``~file`` any part, ``!0`` a digit, ``!;`` the mark itself.
    """

    def __init__(self, needs: Sequence[Sequence[Sequence[str]]]) -> None:
        """Turn the needs about."""
        self._width = len(needs)
        self._bits: dict[str, int] = {}
        self._beyond = -1 << self._width  # patterns made later may match anywhere
        self._served = 0  # the sets that a pattern does not have
        for number, sets in enumerate(needs):
            for row in range(SETS):
                bit = 1 << (row * self._width + number)
                if row >= len(sets):
                    self._served |= bit
                for signal in sets[row] if row < len(sets) else ():
                    self._bits[signal] = self._bits.get(signal, 0) | bit
        self._parts: dict[str, list[tuple[str, str, int]]] = {}
        for signal, bits in self._bits.items():
            if signal[0] in _PARTS:
                self._parts.setdefault(signal[1:3], []).append((signal[0], signal[1:], bits))
        self._seen = _Seen(self)

    def of_text(self, text: str) -> int:
        """Return the patterns that may match in a text, as bits."""
        lower = text.lower()
        if not lower.isascii() and _UNUSUAL.search(text):
            return _ALL
        found = reduce(or_, map(self._seen.__getitem__, TOKEN.findall(lower)), self._served)
        return found & found >> self._width & found >> 2 * self._width | self._beyond

    def of_word(self, word: str) -> int:
        """Return the bits of one word in small letters, or of one mark, in all rows."""
        if not ("a" <= word[0] <= "z"):
            return self._bits.get("!0" if word.isdigit() else "!" + word, 0)
        if len(word) > _LONGEST_WORD:
            return _ALL
        found = self._bits.get("=" + word, 0)
        for place in range(len(word) - 1):
            for kind, part, bits in self._parts.get(word[place : place + 2], ()):
                if word.startswith(part, place) and (
                    kind == "~" or (place == 0 if kind == "<" else place + len(part) == len(word))
                ):
                    found |= bits
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
    """

    __slots__ = ("_begins", "_known", "_places", "_signals", "_wide", "high", "low", "possible")

    _begins: list[int]
    _known: list[int | None]
    _places: Sequence[tuple[int, int]]
    _signals: Signals
    _wide: tuple[int, int, int]
    high: int
    """Where the sentence ends at which one looks."""
    low: int
    """Where it begins."""
    possible: int
    """The patterns that may match in it, as bits."""

    def __new__(cls, text: str, signals: Signals, places: Sequence[tuple[int, int]]) -> Self:
        """Make one; see the class."""
        made = super().__new__(cls, text)
        made._signals = signals
        made._places = places
        made._begins = [start for start, _ in places]
        made._known = [None] * len(places)
        made._wide = 0, -1, _ALL
        made.low, made.high, made.possible = 0, -1, _ALL
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

    def may(self, pattern: int, start: int, end: int) -> bool:
        """Say whether a pattern may match between two places; never wrongly no.

        Args:
            pattern: its bit.
            start: from where it would be tried.
            end: to where; beyond the text's end means to its end.
        """
        end = min(end, len(self))
        possible = self._look(start, end)
        if possible & pattern:
            return True  # else a word cut in two by the end of the range may be another word
        return end < len(self) and self[end].isalpha() and self[end - 1].isalpha()

    def _look(self, start: int, end: int) -> int:
        """Return the patterns of the sentence that holds a range, which is looked at from now on, or of the range."""
        index = bisect_right(self._begins, start) - 1
        if index >= 0 and end <= self._places[index][1]:
            self.low, self.high = self._places[index]
            known = self._known[index]
            if known is None:
                known = self._known[index] = self._signals.of_text(self[self.low : self.high])
            self.possible = known
            return known
        if (start, end) != self._wide[:2]:
            self._wide = start, end, self._signals.of_text(self[start:end])
        return self._wide[2]
