"""Sentences so full of numbers and binding words that no order's are: listed, not read, so that no text stalls the reader."""

from __future__ import annotations

from collections.abc import Sequence

from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence

_SHORT = 10_000  # a text of so few characters is read whatever it holds
_ROOM = 600  # marks that any text may hold beside its share
_SHARE = 50 / 1000  # marks a character; orders hold 33 in a thousand characters, the fullest short ones 95
_MOST = 150  # marks in one sentence; the fullest that we know holds 21
_MARK = Pattern(
    r"\d+|\b(?:days?|hours?|weeks?|months?|pages?|words|shall|must|may|will|should|fail|within|before|after|by)\b"
)


def crowded(folded: str, every: Sequence[Sentence]) -> frozenset[int]:
    """Return the numbers of the sentences that are not read because the text up to them is too full.

    Args:
        folded: the clean text, folded.
        every: its sentences.
    """
    if len(folded) < _SHORT:
        return frozenset()
    found: set[int] = set()
    marks = 0
    for number, one in enumerate(every):
        here = 1 + sum(1 for _ in _MARK.finditer(folded, one.start, one.end))  # each sentence costs its time too
        if here > _MOST or marks + here > _ROOM + _SHARE * one.end:
            found.add(number)
        else:
            marks += here
    return frozenset(found)
