"""Sentences with binding words that no rule came from: each listed alone, with the reason.

Every sentence with words that bind (*shall, must, ordered, no later than* …) and no rule is listed, and so is every binding
clause that gave none beside others that did. Weaker words (*may, will, should*) are listed as far as a tenth of the text
goes: a list longer than that would hide what matters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
_LONG = 220
_SHARE, _ROOM, _CLIPPED = 10, 150, 100


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
    for place in sorted((place for place in places if place.weak), key=lambda one: (one.weak, one.start)):
        cost = _cost(text, place)
        if used + cost <= budget * 9 // 10:
            kept.append(place)
            used += cost
    kept.sort(key=lambda place: place.start)
    return tuple(
        Unread(quote=text.quote(place.start, place.end, paragraph=place.label or None), why=place.why) for place in kept
    )


def _places(one: SentenceReading, folded: str) -> list[_Place]:
    sentence = one.sentence
    words = folded[sentence.start : sentence.end]
    if sentence.heading or _ENACTING.match(words) or words.endswith("that:"):
        return []
    label = sentence.label.strip("().")
    if one.norms:
        spans = [(find.start, find.end) for norm in one.norms for find in norm.finds]
        return [
            _Place(start=clause.start, end=clause.end, label=label, why=found.why, weak=0)
            for found in one.clauses
            for clause in (found.clause,)
            if found.why
            and not clause.quoted
            and not clause.conditional
            and BINDING.search(folded, clause.nucleus[0], clause.nucleus[1])
            and all(end <= clause.start or clause.end <= start for start, end in spans)
        ]
    quoted = [found for found in one.clauses if found.clause.quoted]
    if quoted and len(quoted) == len(one.clauses):
        return []  # authority and reported speech bind nobody
    start, end = _stretch(one)
    if BINDING.search(words) is not None:
        return [_Place(start=start, end=end, label=label, why=_why(one, folded), weak=0)]
    if WEAKER.search(words) is None or len(words) < 25:
        return []
    weak = 1 if one.clauses and any(not found.clause.conditional for found in one.clauses) else 2
    if _PAST.search(words):
        weak += 2
    return [_Place(start=start, end=end, label=label, why=_why(one, folded), weak=weak)] if weak < 4 else []


def _stretch(one: SentenceReading) -> tuple[int, int]:
    """Return the sentence, or of a long one only its first binding clause to its last."""
    sentence = one.sentence
    clauses: list[Clause] = [found.clause for found in one.clauses if not found.clause.quoted]
    if sentence.end - sentence.start <= _LONG or not clauses:
        return sentence.start, sentence.end
    return clauses[0].start, max(clause.end for clause in clauses)


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
