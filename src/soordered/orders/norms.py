"""A norm as one clause states it, its places still in the clean text; several are knit into one rule later."""

from __future__ import annotations

from dataclasses import dataclass

from soordered.orders.sentences_from_text import Sentence
from soordered.rules.rule import Artifact, Confidence, Consequence, Limit, Manner, Precondition
from soordered.rules.timing import Timing
from soordered.rules.vocabulary import ActCode, BearerCode, Facet, Modality, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A typed span: words that support one facet of a norm.

    Args:
        facet: what they support.
        start: first character in the clean text.
        end: after the last.
        production: the grammar's production that found them, for the tracer.
        confidence: how sure the reading is.
    """

    facet: Facet
    start: int
    end: int
    production: str
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One norm of one clause.

    Args:
        sentence: where it stands.
        act: what is to be done.
        modality: with what force.
        bearers: by whom; empty when the clause names nobody and nobody is plain.
        finds: the words, facet by facet; the first is what the norm mainly is.
        timing: when.
        manner: how and where.
        artifact: with which paper.
        preconditions: what must hold first.
        exceptions: what is excepted, in words.
        consequence: what may follow a breach.
        cites: rules it names.
        served: the period runs from being served.
        scope: once or every time; ``None`` until the order as a whole tells.
        continues: it adds to an earlier norm about the same act, rather than stating one of its own.
        topic: a short name for the rule's id when the act's own will not do.
        summary: the norm in words of ours, where the quote alone would mislead.
    """

    sentence: Sentence
    act: ActCode
    modality: Modality
    bearers: tuple[BearerCode, ...]
    finds: tuple[Find, ...]
    timing: Timing | None = None
    manner: Manner | None = None
    artifact: Artifact | None = None
    limits: tuple[Limit, ...] = ()
    preconditions: tuple[Precondition, ...] = ()
    exceptions: tuple[str, ...] = ()
    consequence: Consequence | None = None
    cites: tuple[str, ...] = ()
    served: bool = False
    scope: Scope | None = None
    continues: bool = False
    topic: str = ""
    summary: str = ""
