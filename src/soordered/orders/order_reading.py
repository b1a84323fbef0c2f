"""An order, read: its text, its header, and the rulebook that its words yield."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from soordered.orders.header_from_text import OrderHeader, OrderKind, header
from soordered.orders.norms_from_text import TextReading, read_sentences
from soordered.orders.order_text import OrderText, order_text
from soordered.orders.printed_order_text import printed_order_text
from soordered.orders.problems_from_reading import problems_of_reading
from soordered.orders.rules_from_norms import rules_from_norms
from soordered.orders.sentences_from_text import fold
from soordered.orders.service_pages import is_service_page
from soordered.orders.unread_from_norms import unread_from_reading
from soordered.provenance.printed_pages import PrintedPages
from soordered.provenance.spans import Quote
from soordered.rules.rule import Rank, Source
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Bearer, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReading:
    """What the reader made of one order.

    Args:
        name: the file's name, or another the caller gave.
        text: the order's text with its map back to the original.
        header: court, judge, dates, number, parties.
        rulebook: rules, unread sentences and problems.
        sentences: every sentence with what became of it, for the tracer.
    """

    name: str
    text: OrderText
    header: OrderHeader
    rulebook: Rulebook
    sentences: TextReading


def read_order(
    original: str, *, name: str, printed: PrintedPages | None = None, sha256: str | None = None
) -> OrderReading:
    """Read an order into rules, unread sentences and problems.

    Never fails on a text: what is not understood is listed.

    Args:
        original: the decoded text, its line breaks untouched.
        name: what to call it, usually the file's name.
        printed: where its characters stand on printed pages, where its file told.
        sha256: digest of the file it was taken from; of the text's own UTF-8 by default.
    """
    text = order_text(original)
    if printed is not None:
        text = printed_order_text(text, printed)
    head = header(text)
    source = source_from_header(head, original, name=name)
    if sha256 is not None:
        source = replace(source, sha256=sha256)
    reading = read_sentences(
        text.clean,
        dated=head.dated,
        names=names_from_header(head),
        guideline=head.kind is OrderKind.GUIDELINE and not head.judge and is_service_page(fold(text.clean)),
        standing=_scope_of(head.kind) is Scope.STANDING,
    )

    def quoting(start: int, end: int, paragraph: str) -> Quote:
        return text.quote(start, end, paragraph=paragraph or None)

    return OrderReading(
        name=name,
        text=text,
        header=head,
        rulebook=Rulebook(
            rules=rules_from_norms(reading, source, quoting, scope=_scope_of(head.kind)),
            sources=(source,),
            unread=unread_from_reading(reading, text),
            problems=head.problems + problems_of_reading(reading, text, name=name),
        ),
        sentences=reading,
    )


def _scope_of(kind: OrderKind) -> Scope | None:
    """Return what a kind of text tells of the scope of its rules; a case order's own words must tell."""
    match kind:
        case OrderKind.STANDING_ORDER | OrderKind.GUIDELINE:
            return Scope.STANDING
        case OrderKind.DOCKET_TEXT:
            return Scope.CASE
        case OrderKind.CASE_ORDER | OrderKind.NOTICE_OF_REFERENCE:
            return None
        case _:
            assert_never(kind)


def source_from_header(head: OrderHeader, original: str, *, name: str) -> Source:
    """Return the order as the source of its rules; its id is the court and the date, else the name given."""
    standing = head.kind in (OrderKind.STANDING_ORDER, OrderKind.GUIDELINE)
    stem = name.rsplit("/", 1)[-1].removesuffix(".txt")
    return Source(
        id=f"{head.court}-{head.dated.isoformat()}" if head.court and head.dated else stem or "order",
        title=head.title,
        rank=Rank.STANDING_ORDER if standing else Rank.CASE_ORDER,
        court=head.court,
        judge=head.judge,
        initials=head.initials,
        dated=head.dated,
        sha256=hashlib.sha256(original.encode("utf-8", errors="surrogatepass")).hexdigest(),
        partial=head.partial,
    )


def names_from_header(head: OrderHeader) -> Mapping[str, Bearer]:
    """Return the parties' names, folded, with their sides; a name's first word alone also stands for it."""
    names: dict[str, Bearer] = {}
    for party in head.parties:
        role = party.role.lower()
        side = (
            Bearer.PLAINTIFF
            if role.startswith(("plaintiff", "petitioner"))
            else Bearer.DEFENDANT
            if role.startswith(("defendant", "respondent"))
            else None
        )
        name = party.name.lower().strip(" ,.")
        if side is None or len(name) < 4:
            continue
        names[name] = side
        first = name.split(",")[0].split()[0] if name.split(",")[0].split() else ""
        if len(first) >= 4 and first not in ("united", "doe", "does", "john", "jane", "state", "city", "county"):
            names.setdefault(first, side)
    return names
