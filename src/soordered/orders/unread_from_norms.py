"""Sentences with binding words that no rule came from: each listed alone, with the reason."""

from __future__ import annotations

import re

from soordered.orders.norms_from_sentences import disclaims
from soordered.orders.norms_from_text import SentenceReading, TextReading
from soordered.orders.order_text import OrderText
from soordered.rules.rulebook import Unread

BINDING = re.compile(
    r"\b(?:shall|must|may not|ordered|orders|required|requires|directed|directs|prohibited|forbidden|no later than|not later than|will not|(?:is|are) to [a-z]|at least \w+ (?:\w+ )?(?:days?|hours?)|within \w+ (?:\(\d+\) )?(?:\w+ )?(?:days?|hours?)|due (?:by|on)|cannot|should)\b"
)
_SHARE = 10
_ROOM = 200
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
        if one.norms or sentence.heading or BINDING.search(words) is None or _ENACTING.match(words):
            continue
        found.append(
            Unread(
                quote=text.quote(sentence.start, sentence.end, paragraph=sentence.label.strip("().") or None),
                why=_why(one, reading.folded),
            )
        )
    return tuple(found)


def _why(one: SentenceReading, folded: str) -> str:
    if disclaims(folded, one.sentence):
        return "declares that what was announced is not ordered"
    reasons = [clause.why for clause in one.clauses if clause.why]
    return reasons[0] if reasons else "no production of the grammar reads it"
