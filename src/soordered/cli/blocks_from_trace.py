"""Why a passage became a rule, and why another did not: the reader's own trace, sentence by sentence."""

from __future__ import annotations

from soordered.cli.blocks import Block, Heading, Items, Paragraph, Tone
from soordered.orders.norms import Norm
from soordered.orders.norms_from_text import SentenceReading
from soordered.orders.order_reading import OrderReading


def trace(reading: OrderReading) -> tuple[Block, ...]:
    """Tell for each sentence which production of the grammar took which words, and why a clause gave no rule.

    Args:
        reading: the order as it was read.
    """
    blocks: list[Block] = [Heading("How it was read, sentence by sentence")]
    for sentence in reading.sentences.sentences:
        lines = (*_taken(reading, sentence), *_left(reading, sentence))
        if lines:
            quote = reading.text.quote(sentence.sentence.start, sentence.sentence.end)
            blocks += [Paragraph(f"{quote} ({quote.place()})", Tone.QUIET), Items(lines)]
    return tuple(blocks)


def _taken(reading: OrderReading, sentence: SentenceReading) -> tuple[str, ...]:
    return tuple(
        f"{find.facet.replace('_', ' ')}, by {find.production}, {find.confidence} confidence: "
        f"{reading.text.quote(find.start, find.end)} [{_norm(norm)}]"
        for norm in sentence.norms
        for find in norm.finds
    )


def _left(reading: OrderReading, sentence: SentenceReading) -> tuple[str, ...]:
    return tuple(
        f"no rule: {reading.text.quote(*clause.clause.nucleus)}: {clause.why}"
        for clause in sentence.clauses
        if not clause.norms and clause.why
    )


def _norm(norm: Norm) -> str:
    who = ", ".join(map(str, norm.bearers)) or "nobody named"
    return f"{who}; {norm.modality}; {norm.act}"
