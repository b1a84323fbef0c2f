"""The federal and local rules that a case asks for beside its orders, less what an order displaces on the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from soordered.calendars.time_law import TimeLaw
from soordered.casework.orders_in_case import OrderInCase
from soordered.deadlines.facts import Fact, Obligation
from soordered.deadlines.obligations_from_rules import obligations
from soordered.disputes.names import RequestType
from soordered.disputes.state import Matter
from soordered.rules.precedence import Conflict, Ruling, governing
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, ActCode, Other, Scope, Trigger, TriggerCode

RulesOn = Callable[[dt.date], Rulebook]
"""Federal and local rules as in force on a day."""

# what a case asks of the lawbook: the clocks beside the judge's own order
_ASKED = frozenset(
    {
        Act.ANSWER_DISCOVERY,
        Act.OBJECT_TO_SUBPOENA,
        Act.OBJECT_TO_RULING,
        Act.FILE_OPPOSITION,
        Act.FILE_REPLY,
        Act.FILE_DISCOVERY_MOTION,
        Act.WITHDRAW_MOTION,
        Act.DENY_MOTION,
        Act.DISCLOSE,
    }
)
_TYPED = frozenset({Trigger.DISCOVERY_SERVED, Trigger.SUBPOENA_SERVED, Trigger.COMPLIANCE_TIME})


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplacedObligation:
    """What a federal or local rule would ask, had an order not taken its place on the day it arises.

    Args:
        obligation: the rule with the fact that would start it; its dates bind nobody and are not shown.
        by: the rule that governs instead.
        why: the ground.
    """

    obligation: Obligation
    by: Rule
    why: str


@dataclass(slots=True)
class Lawbook:
    """What the lawbook asks in a case, and what it does not.

    Args:
        governing: obligations of rules that nothing displaces.
        displaced: those of rules that an order displaces.
        conflicts: what nothing ranks, each with the facts it concerns.
    """

    governing: list[Obligation] = field(default_factory=list)
    displaced: list[DisplacedObligation] = field(default_factory=list)
    conflicts: dict[Conflict, list[Fact]] = field(default_factory=dict)

    def add(self, other: Lawbook) -> None:
        """Take in what another look at the lawbook found."""
        self.governing += other.governing
        self.displaced += other.displaced
        for conflict, facts in other.conflicts.items():
            self.conflicts.setdefault(conflict, []).extend(facts)


def lawbook_of_case(
    matter: Matter,
    orders: Sequence[OrderInCase],
    facts: Iterable[Fact],
    *,
    law: TimeLaw,
    rules_on: RulesOn,
    directed: Iterable[Obligation] = (),
    orders_own: frozenset[TriggerCode],
) -> Lawbook:
    """Bring the lawbook's rules to life beside the orders.

    Each rule is measured on the day of its fact: an order displaces it only while it binds, and only from the same
    event (``rules.precedence``).

    Args:
        matter: the facts, for the type of each request.
        orders: the orders with their lives.
        facts: what rules may run from.
        law: the law of time for the court.
        rules_on: federal and local rules of a day.
        directed: obligations of the orders; one directed once displaces the lawbook's for its own occasion.
        orders_own: triggers from which only orders count.
    """
    taken = [fact for fact in facts if fact.trigger not in orders_own]
    books = {day: rules_on(day) for day in {fact.on for fact in taken}}
    versions: dict[tuple[str, dt.date | None], Rule] = {}
    for _, book in sorted(books.items()):
        for rule in book:
            if rule.timing is not None and _asked(rule):
                versions.setdefault((rule.id, rule.in_force_from), rule)
    once = {
        (obligation.rule.act, obligation.fact.id): obligation.rule
        for obligation in directed
        if obligation.rule.scope is Scope.CASE and obligation.fact is not None
    }
    rulings = _Rulings(orders, books)
    found = Lawbook()
    for obligation in obligations(Rulebook(rules=tuple(versions.values())), taken, law):
        fact = obligation.fact
        if fact is None or not _fits(matter, obligation):
            continue
        ruling = rulings.of(obligation.rule.act, fact.on)
        gone = next((entry for entry in ruling.displaced if _same_rule(entry.rule, obligation.rule)), None)
        by_direction = once.get((obligation.rule.act, fact.id))
        if gone is not None:
            found.displaced.append(DisplacedObligation(obligation=obligation, by=gone.by, why=gone.why))
        elif by_direction is not None:
            why = "An order directs the act once, for this occasion, and displaces the rule for it."
            found.displaced.append(DisplacedObligation(obligation=obligation, by=by_direction, why=why))
        else:
            found.governing.append(obligation)
        for conflict in ruling.conflicts:
            if any(_same_rule(rule, obligation.rule) for rule in conflict.rules):
                found.conflicts.setdefault(conflict, []).append(fact)
    return found


class _Rulings:
    """Which rules govern an act on a day, worked out once for all days on which the same rules are in force."""

    def __init__(self, orders: Sequence[OrderInCase], books: dict[dt.date, Rulebook]) -> None:
        self._orders = orders
        self._books = books
        self._keys: dict[dt.date, tuple[object, ...]] = {}
        self._joined: dict[tuple[object, ...], Rulebook] = {}
        self._found: dict[tuple[object, ActCode], Ruling] = {}

    def of(self, act: ActCode, day: dt.date) -> Ruling:
        key = self._key(day)
        ruling = self._found.get((key, act))
        if ruling is None:
            book = self._joined.get(key)
            if book is None:
                book = self._books[day]
                for order in reversed([order for order in self._orders if order.binds_on(day)]):
                    book = order.book.joined(book)
                self._joined[key] = book
            ruling = self._found[key, act] = governing(book, act, day)
        return ruling

    def _key(self, day: dt.date) -> tuple[object, ...]:
        key = self._keys.get(day)
        if key is None:
            binding = tuple(place for place, order in enumerate(self._orders) if order.binds_on(day))
            key = self._keys[day] = (binding, tuple((rule.id, rule.in_force_from) for rule in self._books[day]))
        return key


def _same_rule(one: Rule, other: Rule) -> bool:
    return one.id == other.id and one.source.id == other.source.id


def _asked(rule: Rule) -> bool:
    return rule.act in _ASKED or (isinstance(rule.act, Other) and "admitted" in rule.act.words)


def _fits(matter: Matter, obligation: Obligation) -> bool:
    """Say whether a rule about requests is the one for the type of request served."""
    fact = obligation.fact
    if fact is None or fact.trigger not in _TYPED:
        return True
    request = matter.requests.get(fact.about)
    if request is None or request.served is None:
        return True
    cite = obligation.rule.authority.cite if obligation.rule.authority else obligation.rule.id
    numbers = {kind.civil_rule for kind in RequestType}
    named = next((number for number in numbers if f"P. {number}" in cite or f"-{number}-" in cite), None)
    return named is None or named == request.served.type.civil_rule
