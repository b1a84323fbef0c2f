"""Sentences with binding words that no rule came from: each listed alone, with the reason.

Every sentence with words that bind (*shall, must, ordered, no later than* …) and no rule is listed, and so is every binding
clause that gave none beside others that did. Weaker words (*may, will, should*) are listed as far as a tenth of the text
goes: a list longer than that would hide what matters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.norms_from_sentences import disclaims
from soordered.orders.norms_from_text import SentenceReading, TextReading
from soordered.orders.order_text import OrderText
from soordered.rules.rulebook import Unread

BINDING = re.compile(
    r"\b(?:shall|must|may not|will not|no later than|not later than|(?:is|are|be)\s(?:[a-z]+ly\s|hereby\s|further\s|also\s)?(?:ordered|required|directed|prohibited|forbidden)"
    r"|ordered that|hereby orders?|(?:is|are)\s(?:not\s)?to\s(?!the\b|a\b|an\b)[a-z]+|(?:at least|within|not less than)\s(?:[a-z-]+\s)?(?:\(?\d+\)?\s)?(?:business\s|court\s|calendar\s)?(?:days?|hours?)|due (?:by|on))\b"
)
WEAKER = re.compile(
    r"\b(?:may|will|should|cannot|need not|needs?|required|requires|expects?|due|deadline|limited|permitted|allowed|vacated|continued|set for|days?|hours?|pages?|copies|copy|deemed|stayed)\b"
)
_ENACTING = re.compile(
    r"^(?:it is |and )?(?:hereby |so |further )*(?:ordered|done and ordered)\b[^a-z]*(?:signed.*)?$|^\(?(?:signed|hereby ordered|ordered) by|^so ordered"
)
_PAST = re.compile(r"\b(?:was|were|had|has been|have been|held|filed|argues?|contends?|found|did|moved|see|cf)\b")
_CURT = re.compile(r"\b(?:no|not|never|only|none|mandatory|required)\b")
_LONG = 220
_SHARE, _ROOM, _CLIPPED, _SHORTEST = 10, 150, 100, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A place to be listed: where, why, and how binding its words are (0 the most)."""

    start: int
    end: int
    label: str
    why: str
    weak: int


def unread_from_reading(reading: TextReading, text: OrderText) -> tuple[Unread, ...]:
    """Return the sentences and clauses with binding words that gave no rule, in the order of the text.

    Args:
        reading: the sentences, read.
        text: the order's text, to quote from.
    """
    places = [place for one in reading.sentences for place in _places(one, reading.folded)]
    budget = len(text.original) // _SHARE + _ROOM
    kept: list[_Place] = []
    strong = [place for place in places if place.weak == 0]
    if sum(_cost(text, place) for place in strong) > budget:
        strong = [_clipped(place) for place in strong]
    used = sum(_cost(text, place) for place in strong)
    kept.extend(strong)
    for place in sorted((place for place in places if place.weak), key=lambda one: (one.weak, one.end - one.start)):
        cost = _cost(text, place)
        if used + cost <= budget * 19 // 20:
            kept.append(place)
            used += cost
    kept = [_trimmed(text.clean, place) for place in kept]
    kept.sort(key=lambda place: place.start)
    return tuple(
        Unread(quote=text.quote(place.start, place.end, paragraph=place.label or None), why=place.why) for place in kept
    )


def _places(one: SentenceReading, folded: str) -> list[_Place]:
    sentence = one.sentence
    words = folded[sentence.start : sentence.end]
    if sentence.heading or _ENACTING.match(words) or words.endswith("that:"):
        return []
    quoted = [found for found in one.clauses if found.clause.quoted]
    if quoted and len(quoted) == len(one.clauses):
        return []  # authority and reported speech bind nobody
    label = sentence.label.strip("().")
    if one.norms:
        return _beside(one, folded, label)
    start, end = _stretch(one)
    if BINDING.search(words) is not None:
        return [_Place(start=start, end=end, label=label, why=_why(one, folded), weak=0)]
    bare = len(words) < 60 and words.endswith(".") and _CURT.search(words) is not None
    if WEAKER.search(words) is None and not bare:
        return []
    weak = 1 if one.clauses and any(not found.clause.conditional for found in one.clauses) else 2
    if _PAST.search(words):
        weak += 2
    if bare:
        weak = 3
    return [_Place(start=start, end=end, label=label, why=_why(one, folded), weak=weak)]


def _beside(one: SentenceReading, folded: str, label: str) -> list[_Place]:
    """Return the clauses and the tails of a sentence that gave no rule, although the sentence gave one."""
    spans = sorted((find.start, find.end) for norm in one.norms for find in norm.finds)
    places: list[_Place] = []
    for found in one.clauses:
        clause = found.clause
        free = _free(clause.subject[0], clause.end, spans)
        if clause.quoted or free[1] - free[0] < _SHORTEST or WEAKER.search(folded, *free) is None:
            continue
        strong = not found.norms and not clause.conditional and BINDING.search(folded, *clause.nucleus) is not None
        if strong or not found.norms or free[0] > clause.nucleus[1]:
            why = found.why or "words of a rule's sentence that no production reads"
            places.append(_Place(start=free[0], end=free[1], label=label, why=why, weak=0 if strong else 3))
    if not one.clauses:
        free = _free(one.sentence.start, one.sentence.end, spans)
        if free[1] - free[0] >= _SHORTEST and WEAKER.search(folded, *free) is not None:
            why = "words of a rule's sentence that no production reads"
            places.append(_Place(start=free[0], end=free[1], label=label, why=why, weak=4))
    return places


def _free(start: int, end: int, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the longest stretch between two places that no span covers."""
    best, at = (start, start), start
    for first, last in spans:
        if last <= at or first >= end:
            continue
        if first - at > best[1] - best[0]:
            best = (at, first)
        at = max(at, last)
    return (at, end) if end - at > best[1] - best[0] else best


def _stretch(one: SentenceReading) -> tuple[int, int]:
    """Return the sentence, or of a long one only its first binding clause to its last."""
    sentence = one.sentence
    clauses: list[Clause] = [found.clause for found in one.clauses if not found.clause.quoted]
    if sentence.end - sentence.start <= _LONG or not clauses:
        return sentence.start, sentence.end
    return clauses[0].start, max(clause.end for clause in clauses)


def _trimmed(clean: str, place: _Place) -> _Place:
    start, end = place.start, place.end
    while start < end - 1 and clean[start] in " ,;:.)":
        start += 1
    while end > start + 1 and clean[end - 1] in " ,;":
        end -= 1
    return replace(place, start=start, end=end)


def _cost(text: OrderText, place: _Place) -> int:
    span = text.span(place.start, place.end)
    return span.end - span.start


def _clipped(place: _Place) -> _Place:
    end = min(place.end, place.start + _CLIPPED)
    return _Place(start=place.start, end=end, label=place.label, why=place.why, weak=place.weak)


def _why(one: SentenceReading, folded: str) -> str:
    if disclaims(folded, one.sentence):
        return "declares that what was announced is not ordered"
    reasons = [found.why for found in one.clauses if found.why]
    return reasons[0] if reasons else "no production of the grammar reads it"
