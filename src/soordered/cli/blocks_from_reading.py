"""An order as it was read: its header, each rule beside its words, what was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from soordered.cli.blocks import Block, Field, Fields, Heading, Items, Row, Table, Tone
from soordered.cli.words_for_rules import details_in_words, norm_in_words, timing_in_words
from soordered.orders.header_from_text import OrderHeader
from soordered.provenance.dates_in_words import day_in_words
from soordered.provenance.spans import Quote
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Scope


def reading_page(header: OrderHeader, book: Rulebook, *, name: str) -> tuple[Block, ...]:
    """Lay out an order as it was read.

    Args:
        header: what the order says of itself.
        book: its rules, unread sentences and problems.
        name: the file.
    """
    blocks: list[Block] = [Heading(f"{header.title or 'Order'} ({name})", level=1), Fields(tuple(_header(header)))]
    for title, scope in (("For this case, once", Scope.CASE), ("Standing, every time", Scope.STANDING)):
        rules = [rule for rule in book if rule.scope is scope]
        if rules:
            blocks += [Heading(title), _rules(rules)]
    blocks += _listed("Sentences that bind somebody and became no rule", _unread(book))
    blocks += _listed("Doubts about the text", map(str, book.problems))
    return tuple(blocks)


def _header(header: OrderHeader) -> Iterator[Field]:
    initials = f"({header.initials})" if header.initials else ""
    fields = (
        ("Court", " ".join(part for part in (header.court, header.division) if part)),
        ("Judge", " ".join(part for part in (header.judge, initials) if part)),
        ("District judge", header.district_initials),
        ("Number", "; ".join(header.case_numbers)),
        (
            "Parties",
            "; ".join(f"{party.name} ({party.role})" if party.role else party.name for party in header.parties),
        ),
        ("Dated", day_in_words(header.dated) if header.dated else ""),
        ("Motion referred", header.motion),
        ("Also referred", header.reference_scope),
    )
    for label, value in fields:
        yield Field(label, value or "not in the text held", Tone.PLAIN if value else Tone.QUIET)


def _rules(rules: list[Rule]) -> Table:
    return Table(
        ("Rule", "Says", "When", "Quote", "Sure"),
        tuple(
            Row(
                (
                    rule.id,
                    "; ".join((norm_in_words(rule), *details_in_words(rule))),
                    timing_in_words(rule.timing) if rule.timing is not None else "",
                    words_of(rule),
                    min((support.confidence for support in rule.supports), key=_SURENESS.index, default=""),
                )
            )
            for rule in rules
        ),
    )


_SURENESS = ("low", "medium", "high")


def words_of(rule: Rule) -> str:
    """Quote what supports a rule, each passage once with its place.

    Args:
        rule: the rule.
    """
    passages: dict[str, str] = {}
    for support in rule.supports:
        passages.setdefault(str(support.quote), _placed(support.quote))
    return "; ".join(passages.values())


def _placed(quote: Quote) -> str:
    return str(quote) if quote.text is None else f"{quote} ({quote.place()})"


def _unread(book: Rulebook) -> Iterator[str]:
    for sentence in book.unread:
        yield f"{_placed(sentence.quote)}: {sentence.why}"


def _listed(title: str, lines: Iterable[str]) -> tuple[Block, ...]:
    items = tuple(lines)
    return (Heading(title), Items(items, Tone.WARNING)) if items else ()
