"""A refusal: why an act through the system cannot be done, with the order's words."""

from __future__ import annotations

from dataclasses import dataclass

from soordered.provenance.spans import Quote
from soordered.rules.rule import Rule
from soordered.rules.vocabulary import Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """One reason.

    Args:
        words: what stands in the way, and what to do instead.
        rule: id of the rule it rests on; empty when it rests on the record alone.
        quote: the rule's words.
    """

    words: str
    rule: str = ""
    quote: Quote | None = None

    def __str__(self) -> str:
        return self.words if self.quote is None else f"{self.words} {self.quote}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act through the system that cannot be done now; nothing was recorded.

    Args:
        reasons: one or more.
    """

    reasons: tuple[Ruled, ...]

    def __str__(self) -> str:
        return " ".join(str(reason) for reason in self.reasons)


def refused(words: str, rule: Rule | None = None, facet: Facet | None = None) -> Refusal:
    """Return a refusal for one reason.

    Args:
        words: what stands in the way, and what to do instead.
        rule: the rule it rests on.
        facet: which of its words to quote.
    """
    if rule is None:
        return Refusal((Ruled(words=words),))
    quote = (rule.quote(facet) if facet else None) or rule.quote()
    return Refusal((Ruled(words=words, rule=rule.id, quote=quote),))
