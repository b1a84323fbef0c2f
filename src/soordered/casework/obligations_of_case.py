"""From the orders in force and the facts of a matter to its obligations, each order with its own facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from soordered.calendars.time_law import TimeLaw
from soordered.casework.orders_in_case import OrderInCase, displaced_in_case
from soordered.deadlines.deadline import Settlement
from soordered.deadlines.facts import Fact, Obligation
from soordered.deadlines.obligations_from_rules import obligations
from soordered.disputes.facts_from_matter import facts_from_matter
from soordered.disputes.names import RequestType, Track
from soordered.disputes.rules_for_dispute import PROCEDURE
from soordered.disputes.state import Matter
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.triggers_from_timing import timing_triggers
from soordered.rules.vocabulary import Act, ActCode, Other, Scope, Trigger, TriggerCode

RulesOn = Callable[[dt.date], Rulebook]
"""Federal and local rules as in force on a day."""

# what a case asks of the lawbook: the clocks beside the judge's own order
_LAWBOOK_ACTS = frozenset(
    {
        Act.ANSWER_DISCOVERY,
        Act.OBJECT_TO_SUBPOENA,
        Act.OBJECT_TO_RULING,
        Act.FILE_OPPOSITION,
        Act.FILE_REPLY,
        Act.FILE_DISCOVERY_MOTION,
        Act.DENY_MOTION,
        Act.DISCLOSE,
    }
)
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


def obligations_of_case(
    matter: Matter,
    orders: Sequence[OrderInCase],
    *,
    law: TimeLaw,
    rules_on: RulesOn,
    settlements: tuple[Settlement, ...] = (),
    side: str = "",
) -> tuple[Obligation, ...]:
    """Bring the rules of a case to life.

    Args:
        matter: the facts.
        orders: the orders with their rules and lives.
        law: the law of time for the court.
        rules_on: federal and local rules of a day.
        settlements: contested points settled.
        side: whose view this is.

    Returns:
        the orders' obligations, then those of the lawbook that a dispute needs beside them.
    """
    facts = facts_from_matter(matter)
    lawbook = _of_lawbook(matter, orders, facts, law=law, rules_on=rules_on)
    derived = _opposition_dates(facts, lawbook)
    if derived:
        lawbook += _of_lawbook(matter, orders, derived, law=law, rules_on=rules_on)
    every = facts + derived
    one_time = frozenset(dispute.id for dispute in matter.disputes.values() if dispute.track is Track.CASE)
    found: list[Obligation] = []
    for order in orders:
        found += _of_order(order, every, one_time, law=law, settlements=settlements, side=side)
    by_order = _opposition_dates(every, found)
    if by_order:
        motions = {fact.about for fact in by_order}
        again = (*(fact for fact in facts if fact.about in motions), *by_order)
        new = {fact.id for fact in by_order}
        for order in orders:
            later = _of_order(order, again, one_time, law=law, settlements=settlements, side=side)
            found += [obligation for obligation in later if obligation.fact is not None and obligation.fact.id in new]
    return (*_governing(found, orders), *lawbook)


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


def _of_lawbook(
    matter: Matter, orders: Sequence[OrderInCase], facts: Sequence[Fact], *, law: TimeLaw, rules_on: RulesOn
) -> tuple[Obligation, ...]:
    governed = {
        (rule.act, trigger) for order in orders for rule in order.book for trigger in timing_triggers(rule.timing)
    }
    versions: dict[tuple[str, dt.date | None], Rule] = {}
    for day in sorted({fact.on for fact in facts if fact.trigger not in _ORDERS_OWN}):
        for rule in rules_on(day):
            if rule.timing is not None and _asked(rule) and not _governed(rule, governed):
                versions.setdefault((rule.id, rule.in_force_from), rule)
    found = obligations(Rulebook(rules=tuple(versions.values())), facts, law)
    return tuple(obligation for obligation in found if obligation.fact is not None and _fits(matter, obligation))


def _governed(rule: Rule, governed: set[tuple[ActCode, TriggerCode]]) -> bool:
    """Say whether an order in the case times the same act from the same event, and so displaces the rule."""
    return any((rule.act, trigger) in governed for trigger in timing_triggers(rule.timing))


def _asked(rule: Rule) -> bool:
    return rule.act in _LAWBOOK_ACTS or (isinstance(rule.act, Other) and "admitted" in rule.act.words)


def _fits(matter: Matter, obligation: Obligation) -> bool:
    """Say whether a rule about requests is the one for the type of request served."""
    fact = obligation.fact
    if fact is None or fact.trigger not in {Trigger.DISCOVERY_SERVED, Trigger.SUBPOENA_SERVED}:
        return True
    request = matter.requests.get(fact.about)
    if request is None or request.served is None:
        return True
    cite = obligation.rule.authority.cite if obligation.rule.authority else obligation.rule.id
    numbers = {kind.civil_rule for kind in RequestType}
    named = next((number for number in numbers if f"P. {number}" in cite or f"-{number}-" in cite), None)
    return named is None or named == request.served.type.civil_rule


def _opposition_dates(facts: Sequence[Fact], lawbook: Sequence[Obligation]) -> tuple[Fact, ...]:
    """Return the day each opposition is due by the local rule, where the docket gives none."""
    given = {fact.about for fact in facts if fact.trigger is Trigger.OPPOSITION_DUE}
    derived = []
    for obligation in lawbook:
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
