"""Sentences with binding words that no rule came from: each listed alone, with the reason."""

from __future__ import annotations

import re

from soordered.orders.norms_from_sentences import disclaims
from soordered.orders.norms_from_text import SentenceReading, TextReading
from soordered.orders.order_text import OrderText
from soordered.rules.rulebook import Unread

BINDING = re.compile(
    r"\b(?:shall|must|may not|will not|no later than|not later than|(?:is|are|be)\s(?:[a-z]+ly\s|hereby\s|further\s|also\s)?(?:ordered|required|directed|prohibited|forbidden)"
    r"|ordered that|hereby orders?|(?:is|are)\s(?:not\s)?to\s(?!the\b|a\b|an\b)[a-z]+|(?:at least|within|not less than)\s(?:[a-z-]+\s)?(?:\(?\d+\)?\s)?(?:business\s|court\s|calendar\s)?(?:days?|hours?)|due (?:by|on))\b"
)
_LONG = 220
_ENACTING = re.compile(
    r"^(?:it is |and )?(?:hereby |so |further )*(?:ordered|done and ordered)\b[^a-z]*(?:signed.*)?$|^\(?(?:signed|hereby ordered|ordered) by|^so ordered"
)


def unread_from_reading(reading: TextReading, text: OrderText) -> tuple[Unread, ...]:
    """Return the sentences with binding words that gave no rule.

    Args:
        reading: the sentences, read.
        text: the order's text, to quote from.
    """
    found: list[Unread] = []
    for one in reading.sentences:
        sentence = one.sentence
        words = reading.folded[sentence.start : sentence.end]
        if (
            one.norms
            or sentence.heading
            or BINDING.search(words) is None
            or _ENACTING.match(words)
            or words.endswith("that:")
        ):
            continue
        reported = [clause for clause in one.clauses if clause.clause.quoted]
        if reported and len(reported) == len(one.clauses):
            continue  # authority and reported speech bind nobody
        start, end = _place(one)
        found.append(
            Unread(
                quote=text.quote(start, end, paragraph=sentence.label.strip("().") or None),
                why=_why(one, reading.folded),
            )
        )
    return tuple(found)


def _place(one: SentenceReading) -> tuple[int, int]:
    """Return the sentence, or of a long one only its first binding clause to its last."""
    sentence = one.sentence
    clauses = [clause.clause for clause in one.clauses if not clause.clause.quoted]
    if sentence.end - sentence.start <= _LONG or not clauses:
        return sentence.start, sentence.end
    return clauses[0].start, max(clause.end for clause in clauses)


def _why(one: SentenceReading, folded: str) -> str:
    if disclaims(folded, one.sentence):
        return "declares that what was announced is not ordered"
    reasons = [clause.why for clause in one.clauses if clause.why]
    return reasons[0] if reasons else "no production of the grammar reads it"
