"""Which rules stand back in a case, and what nothing ranks: shown beside what governs, never dropped in silence."""

from __future__ import annotations

from collections.abc import Sequence

from soordered.casework.case_run import ConflictRun, DisplacedRun
from soordered.casework.obligations_of_case import Brought
from soordered.casework.orders_in_case import OrderInCase, displaced_in_case
from soordered.deadlines.facts import Fact
from soordered.rules.precedence import Conflict, conflicts
from soordered.rules.rule import Rule


def displaced_of_case(orders: Sequence[OrderInCase], brought: Brought) -> tuple[DisplacedRun, ...]:
    """List the rules that an order displaces: those of other orders, then those of the lawbook that facts would start.

    Args:
        orders: the orders made by then.
        brought: the rules of the case, brought to life.
    """
    books = {order.entry.id: order for order in orders}
    found = [
        _shown(books[gone.order].book.rule(gone.rule), books[gone.by_order].book.rule(gone.by_rule), gone.why, ())
        for gone in displaced_in_case(orders)
    ]
    about: dict[tuple[str, str, str, str], tuple[Rule, Rule, str, list[str]]] = {}
    for entry in brought.displaced:
        rule = entry.obligation.rule
        key = (cite_of(rule), rule.id, entry.by.source.id, entry.by.id)
        about.setdefault(key, (rule, entry.by, entry.why, []))[3].append(entry.obligation.about)
    found += [
        _shown(rule, by, why, tuple(dict.fromkeys(name for name in names if name)))
        for rule, by, why, names in about.values()
    ]
    return tuple(entry for entry in found if entry is not None)


def conflicts_of_case(orders: Sequence[OrderInCase], brought: Brought) -> tuple[ConflictRun, ...]:
    """List what nothing ranks: inside one order, and between orders and lawbook where a fact would start both.

    Args:
        orders: the orders made by then.
        brought: the rules of the case, brought to life.
    """
    found: list[tuple[Conflict, tuple[Fact, ...]]] = [
        (conflict, ()) for order in orders for conflict in conflicts(order.book, order.made)
    ]
    found += brought.conflicts
    return tuple(
        ConflictRun(
            act=conflict.act,
            why=conflict.why,
            rules=tuple(rule.id for rule in conflict.rules),
            cites=tuple(cite_of(rule) for rule in conflict.rules),
            quotes=tuple(_words(rule) for rule in conflict.rules),
            about=tuple(dict.fromkeys(fact.about for fact in facts if fact.about)),
        )
        for conflict, facts in found
    )


def cite_of(rule: Rule) -> str:
    """Return by what a rule is cited: its authority, else the order it stands in.

    Args:
        rule: the rule.
    """
    return rule.authority.cite if rule.authority else f"{rule.source.title}, rule {rule.id}"


def _shown(rule: Rule | None, by: Rule | None, why: str, about: tuple[str, ...]) -> DisplacedRun | None:
    if rule is None or by is None:
        return None
    return DisplacedRun(
        rule=rule.id,
        source=rule.source.id,
        cite=cite_of(rule),
        act=rule.act,
        words=_words(rule),
        by_rule=by.id,
        by_source=by.source.id,
        by_cite=cite_of(by),
        why=why,
        about=about,
    )


def _words(rule: Rule) -> str:
    quote = rule.quote()
    said = str(quote) if quote is not None else ""
    if quote is not None and quote.text is not None:
        said = f"{quote} ({quote.place()})"
    return " ".join(part for part in (rule.summary if quote is None or quote.text is None else "", said) if part)
