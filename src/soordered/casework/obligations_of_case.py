"""From the orders in force and the facts of a matter to its obligations, each order with its own facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from soordered.calendars.time_law import TimeLaw
from soordered.casework.lawbook_of_case import DisplacedObligation, Lawbook, RulesOn, lawbook_of_case
from soordered.casework.orders_in_case import OrderInCase, displaced_in_case
from soordered.deadlines.deadline import Settlement
from soordered.deadlines.facts import Fact, Obligation
from soordered.deadlines.obligations_from_rules import obligations
from soordered.disputes.facts_from_matter import facts_from_matter
from soordered.disputes.names import Track
from soordered.disputes.rules_for_dispute import PROCEDURE
from soordered.disputes.state import Matter
from soordered.rules.precedence import Conflict
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, Scope, Trigger

_PROCEDURE_TRIGGERS = frozenset(
    {
        Trigger.DISPUTE_AROSE,
        Trigger.EFFORTS_FAILED,
        Trigger.MEETING_DEMANDED,
        Trigger.MEETING_HELD,
        Trigger.LETTER_FILED,
        Trigger.LETTER_RECEIVED,
        Trigger.DETERMINATION_ENTERED,
    }
)
# triggers from which only the judge's own order counts; no version of the lawbook is looked up for their days
_ORDERS_OWN = _PROCEDURE_TRIGGERS | {Trigger.PAPER_E_FILED, Trigger.PAPER_FILED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """The rules of a case, brought to life.

    Args:
        obligations: the orders' obligations, then those of the lawbook that a dispute needs beside them.
        displaced: what rules of the lawbook would ask, had an order not taken their place.
        conflicts: what nothing ranks between orders and lawbook, each with the facts it concerns.
    """

    obligations: tuple[Obligation, ...]
    displaced: tuple[DisplacedObligation, ...] = ()
    conflicts: tuple[tuple[Conflict, tuple[Fact, ...]], ...] = ()


def obligations_of_case(
    matter: Matter,
    orders: Sequence[OrderInCase],
    *,
    law: TimeLaw,
    rules_on: RulesOn,
    settlements: tuple[Settlement, ...] = (),
    side: str = "",
) -> Brought:
    """Bring the rules of a case to life.

    Args:
        matter: the facts.
        orders: the orders with their rules and lives.
        law: the law of time for the court.
        rules_on: federal and local rules of a day.
        settlements: contested points settled.
        side: whose view this is.
    """
    facts = facts_from_matter(matter)
    one_time = frozenset(dispute.id for dispute in matter.disputes.values() if dispute.track is Track.CASE)

    def of_orders(taken: Sequence[Fact]) -> list[Obligation]:
        return [
            obligation
            for order in orders
            for obligation in _of_order(order, taken, one_time, law=law, settlements=settlements, side=side)
        ]

    def of_lawbook(taken: Sequence[Fact], directed: Sequence[Obligation]) -> Lawbook:
        return lawbook_of_case(
            matter, orders, taken, law=law, rules_on=rules_on, directed=directed, orders_own=_ORDERS_OWN
        )

    found = of_orders(facts)
    lawbook = of_lawbook(facts, found)
    derived = _opposition_dates(facts, (*_governing(found, orders), *lawbook.governing))
    if derived:
        # what waited for an opposition's date waits no longer: the orders are brought to life again with it
        found = of_orders((*facts, *derived))
        lawbook.add(of_lawbook(derived, found))
    return Brought(
        obligations=(*_governing(found, orders), *lawbook.governing),
        displaced=tuple(lawbook.displaced),
        conflicts=tuple((conflict, tuple(about)) for conflict, about in lawbook.conflicts.items()),
    )


def _governing(found: list[Obligation], orders: Sequence[OrderInCase]) -> list[Obligation]:
    """Leave out what a rule displaced by another order would ask, while both orders are in force."""
    lives = {order.entry.id: order for order in orders}
    yielding: dict[tuple[str, str], list[OrderInCase]] = {}
    for gone in displaced_in_case(orders):
        yielding.setdefault((gone.order, gone.rule), []).append(lives[gone.by_order])
    if not yielding:
        return found
    return [
        obligation
        for obligation in found
        if not any(
            obligation.fact is None or order.binds_on(obligation.fact.on)
            for order in yielding.get((obligation.rule.source.id, obligation.rule.id), ())
        )
    ]


def _of_order(
    order: OrderInCase,
    facts: Sequence[Fact],
    one_time: frozenset[str],
    *,
    law: TimeLaw,
    settlements: tuple[Settlement, ...],
    side: str,
) -> list[Obligation]:
    own = [fact for fact in facts if (fact.order == order.entry.id if fact.order else order.binds_on(fact.on))]
    found: list[Obligation] = []
    for rules, taken in _tracks(order.book, own, one_time):
        if rules:
            found += obligations(replace(order.book, rules=rules), taken, law, settlements=settlements, side=side)
    return found


def _tracks(
    book: Rulebook, facts: Sequence[Fact], one_time: frozenset[str]
) -> list[tuple[tuple[Rule, ...], Sequence[Fact]]]:
    """Keep the one-time directions and the standing procedure apart, each with the disputes of its own track."""
    procedure = [rule for rule in book if rule.act in PROCEDURE]
    if len({rule.scope for rule in procedure if rule.act in {Act.MEET_AND_CONFER, Act.FILE_JOINT_LETTER}}) < 2:
        return [(book.rules, facts)]
    once = [fact for fact in facts if fact.trigger not in _PROCEDURE_TRIGGERS or fact.about in one_time]
    later = [fact for fact in facts if fact.trigger not in _PROCEDURE_TRIGGERS or fact.about not in one_time]
    return [
        (tuple(rule for rule in procedure if rule.scope is Scope.CASE), once),
        (tuple(rule for rule in procedure if rule.scope is Scope.STANDING), later),
        (tuple(rule for rule in book if rule.act not in PROCEDURE), facts),
    ]


def _opposition_dates(facts: Sequence[Fact], found: Sequence[Obligation]) -> tuple[Fact, ...]:
    """Return the day each opposition is due by order or local rule, where the docket gives none."""
    given = {fact.about for fact in facts if fact.trigger is Trigger.OPPOSITION_DUE}
    derived = []
    for obligation in found:
        deadline = obligation.deadline
        if obligation.rule.act is not Act.FILE_OPPOSITION or deadline is None or obligation.about in given:
            continue
        cite = obligation.rule.authority.cite if obligation.rule.authority else obligation.rule.id
        derived.append(
            Fact(
                id=f"{obligation.id}/{Trigger.OPPOSITION_DUE}",
                trigger=Trigger.OPPOSITION_DUE,
                on=deadline.prevailing.date,
                about=obligation.about,
                source=f"computed from {cite}; the docket's own date governs",
            )
        )
    return tuple(derived)
