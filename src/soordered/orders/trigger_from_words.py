"""The trigger code that a noun phrase stands for."""

from __future__ import annotations

from functools import cache, lru_cache

from soordered.orders.patterns import Pattern
from soordered.orders.words_of_triggers import TRIGGER_WORDS
from soordered.rules.vocabulary import Other, Trigger, TriggerCode


def pattern_from_phrase(phrase: str) -> str:
    """Turn a phrase of the table language into a pattern for folded text (``*`` is up to five words)."""
    return phrase.replace(" *", r"(?: [^\s,;.:]{1,24}){0,5}? ?").replace("* ", r"(?:[^\s,;.:]{1,24} ){0,5}?")


@cache
def _rows() -> tuple[tuple[Pattern, Trigger], ...]:
    return tuple((Pattern(rf"\b(?:{pattern_from_phrase(phrase)})"), code) for phrase, code in TRIGGER_WORDS)


@lru_cache(maxsize=4096)
def trigger_from_words(words: str) -> TriggerCode:
    """Return the code of the event that some words name.

    Example: ``"the date for service of the opposition"`` is ``opposition_due``; what no row knows is kept in its words.

    Args:
        words: a noun phrase in folded text, e.g. ``"the demand"``.
    """
    plain = " ".join(words.split())
    for row, code in _rows():
        if row.search(plain):
            return code
    return Other(plain[:80])
