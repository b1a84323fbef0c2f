"""Who bears a norm: the subject of its clause, or, in the passive, whoever such an act falls to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from soordered.orders.patterns import Pattern
from soordered.orders.words_of_bearers import BEARER_WORDS
from soordered.rules.vocabulary import Bearer

_NO_NAMES: Mapping[str, Bearer] = {}


_PRONOUNS = frozenset({"they", "both", "all", "all shall"})
_OF_THE_COURT = frozenset({Bearer.COURT, Bearer.CLERK, Bearer.DISTRICT_JUDGE, Bearer.MAGISTRATE_JUDGE})
_HEAD = Pattern(
    r"\s*(?:(?:the|this|that|then|and|also|assigned|presiding|magistrate|district|chief)\s)*"
)  # "leave of the court": not the court


@cache
def _rows() -> tuple[tuple[Pattern, Bearer], ...]:
    return tuple((Pattern(rf"\b(?:{words})(?![a-z])"), code) for words, code in BEARER_WORDS)


def bearer_from_words(words: str, names: Mapping[str, Bearer] = _NO_NAMES) -> Bearer | None:
    """Return the bearer that a subject names, ``None`` if it names nobody.

    Example: ``"lead trial counsel for both parties"`` is ``lead_trial_counsel``; ``"the motion"`` is nobody.

    Args:
        words: the subject of a clause, folded.
        names: names of parties from the caption, folded, with their sides ("acme" is the plaintiff).
    """
    return _bearer(words) or next((code for name, code in names.items() if name in words), None)


@lru_cache(maxsize=4096)
def _bearer(words: str) -> Bearer | None:
    if words.strip() in _PRONOUNS:
        return Bearer.PARTIES
    for row, code in _rows():
        match = row.search(words)
        if match and (code not in _OF_THE_COURT or _HEAD.fullmatch(words, 0, match.start())):
            return code
    return None


def bearers_in(words: str, names: Mapping[str, Bearer] = _NO_NAMES) -> tuple[Bearer, ...]:
    """Return every bearer that a list of people names, in its order ("counsel, parties, and insurers")."""
    found: list[Bearer] = []
    for part in re.split(r",|\band\b|;", words):
        code = bearer_from_words(part, names) if part.strip() else None
        if code is not None and code not in found:
            found.append(code)
    return tuple(found)
