"""Patterns of the grammar: compiled when first used, and not tried where a word they need does not stand.

A pattern such as ``failure to [^.;]{1,160} will be deemed`` costs time at every place of a sentence; a look at which words
the sentence holds tells at once that most patterns cannot match in it.  ``needs_of_patterns.py`` holds what each pattern
needs; a pattern that is not in it is tried everywhere, so a missing row costs time and never a match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from sys import maxsize

from soordered.orders.needs_of_patterns import NEEDS
from soordered.orders.prefixes_of_patterns import PREFIXES
from soordered.orders.signals_from_text import Signals, SignalText

_MADE: list[Pattern] = []


class Pattern:
    """A regular expression that is compiled when it is first used, and spared where it cannot match.

    Its methods are those of :class:`re.Pattern`. Over a :class:`SignalText` they look first whether what the expression
    needs stands there.

    Args:
        source: the expression.
        flags: flags of :mod:`re`.
    """

    __slots__ = ("_compiled", "_find_all", "_full", "_match", "_own", "_search", "flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keep the expression; nothing is compiled yet."""
        self.source = source
        self.flags = int(flags)
        self._own = 1 << len(_MADE)
        self._compiled: re.Pattern[str] | None = None
        self._search: Callable[[str, int, int], re.Match[str] | None] = self._first_search
        self._match: Callable[[str, int, int], re.Match[str] | None] = self._first_match
        self._full: Callable[[str, int, int], re.Match[str] | None] = self._first_full
        self._find_all: Callable[[str, int, int], Iterator[re.Match[str]]] = self._first_find_all
        _MADE.append(self)

    @property
    def key(self) -> str:
        """The name under which its needs are written down."""
        return blake2b(f"{self.flags} {self.source}".encode(), digest_size=6).hexdigest()

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Find the first match between two places."""
        if isinstance(text, SignalText):
            if (
                text.low <= start
                and end <= text.high
                and (end == text.high or text[end - 1] == " " or not text[end].isalpha())
            ):
                if not text.possible & self._own:
                    return None
            elif not text.may(self._own, start, end):
                return None
        return self._search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Give every match between two places."""
        if isinstance(text, SignalText):
            if (
                text.low <= start
                and end <= text.high
                and (end == text.high or text[end - 1] == " " or not text[end].isalpha())
            ):
                if not text.possible & self._own:
                    return iter(())
            elif not text.may(self._own, start, end):
                return iter(())
        return self._find_all(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Match at a place."""
        return self._match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Match all from one place to another."""
        return self._full(text, start, end)

    def findall(self, text: str) -> list[str]:
        """Return the words of every match; for an expression with at most one group."""
        return [match[match.re.groups] for match in self.finditer(text)]

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """Cut a text at every match; for an expression without groups."""
        if isinstance(text, SignalText) and not text.may(self._own, 0, maxsize):
            return [text]
        return self.compiled().split(text, maxsplit)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Put other words in place of every match."""
        return self.compiled().sub(new, text, count)

    def compiled(self) -> re.Pattern[str]:
        """Return the compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(_led(self.source, self.flags, PREFIXES.get(self.key, "")), self.flags)
            self._search, self._match = self._compiled.search, self._compiled.match
            self._full, self._find_all = self._compiled.fullmatch, self._compiled.finditer
        return self._compiled

    def _first_search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        return self.compiled().search(text, start, end)

    def _first_match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        return self.compiled().match(text, start, end)

    def _first_full(self, text: str, start: int, end: int) -> re.Match[str] | None:
        return self.compiled().fullmatch(text, start, end)

    def _first_find_all(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        return self.compiled().finditer(text, start, end)


def patterns() -> tuple[Pattern, ...]:
    """Return every pattern made so far; the bit of one is ``1`` shifted by its index."""
    return tuple(_MADE)


def signal_text(text: str, places: Sequence[tuple[int, int]]) -> SignalText:
    """Let a text know the signals of its sentences, so that patterns that cannot match are not tried.

    Args:
        text: the text.
        places: its sentences: ranges in rising order that do not overlap, in characters.
    """
    return SignalText(text, _signals(len(_MADE)), places)


@lru_cache(maxsize=1)
def _signals(count: int) -> Signals:
    return Signals([_written(NEEDS.get(one.key, "")) for one in _MADE[:count]])


def _led(source: str, flags: int, prefix: str) -> str:
    r"""Put a look ahead before an expression, or after its own ``\b``: fewer attempts, the same matches."""
    if prefix.startswith(r"\b"):
        return prefix + source[2:]
    end = "\n)" if flags & re.VERBOSE else ")"  # its last line may end in a comment
    return f"{prefix}(?:{source}{end}" if prefix else source


def _written(needs: str) -> list[list[str]]:
    """Read one row of ``NEEDS``: sets of signals parted by an ampersand."""
    return [one.split() for one in needs.split(" & ") if one]
