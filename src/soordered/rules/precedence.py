"""Which rule governs when several speak to one act: by rank, by label, and never by silence.

A case order displaces a standing order, that a local rule, that a federal rule, where both count a time for the same
act from the same event. Everything else stands side by side. Two orders of one rank that count differently are a
``Conflict``, shown with both quotes; the later one does not win by being later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from soordered.rules.rule import Rank, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.triggers_from_timing import timing_triggers
from soordered.rules.vocabulary import Act, ActCode, Modality, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Displaced:
    """A rule in force that does not govern, with the rule that takes its place.

    Args:
        rule: the rule displaced.
        by: the rule that governs instead.
        why: the ground: its rank, or the label by which the other names it.
    """

    rule: Rule
    by: Rule
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Rules that speak to one act differently, and that nothing ranks.

    Args:
        act: the act.
        rules: the rules, in book order.
        why: what is at odds.
    """

    act: ActCode
    rules: tuple[Rule, ...]
    why: str

    def quotes(self) -> tuple[str, ...]:
        """Return the words of each rule with the text they come from, one after the other."""
        return tuple(f"{rule.source.title}: {rule.quote() or rule.summary or rule.id}" for rule in self.rules)

    def __str__(self) -> str:
        return f"{self.why} {' / '.join(self.quotes())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Which rules govern an act on a day.

    Args:
        act: the act.
        on: the day.
        governs: the rules that do, the highest rank first; several may stand side by side.
        displaced: the rules in force that do not.
        conflicts: what nothing ranks; the rules concerned all stay in ``governs``.
    """

    act: ActCode
    on: dt.date
    governs: tuple[Rule, ...]
    displaced: tuple[Displaced, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def governing(rulebook: Rulebook, act: ActCode | Act, on: dt.date, *, scope: Scope | None = None) -> Ruling:
    """Say which rules govern an act on a day.

    Args:
        rulebook: the rules of all sources.
        act: the act.
        on: the day; rules not in force on it are left out.
        scope: rules of one scope only, if asked.
    """
    held = [rule for rule in rulebook.for_act(act, scope=scope) if rule.in_force_on(on)]
    labels = [rule for rule in rulebook.rules if rule.overrides and rule.in_force_on(on)]
    live = _live_labels(labels)
    by_label = [found for rule in held if (found := _displaced_by_label(rule, live)) is not None]
    left = _without(held, by_label)
    by_rank = [found for rule in left if (found := _displaced_by_rank(rule, left)) is not None]
    governs = sorted(_without(left, by_rank), key=lambda rule: rank_number(rule.source.rank))
    return Ruling(
        act=act,
        on=on,
        governs=tuple(governs),
        displaced=(*by_label, *by_rank),
        conflicts=(*_conflicts(governs), *_label_conflicts(held, live)),
    )


def rules_in_force(rulebook: Rulebook, on: dt.date) -> Rulebook:
    """Return the rules that govern on a day: in force, and displaced by none.

    Args:
        rulebook: the rules of all sources.
        on: the day.

    Returns:
        the same book with those rules only, in book order; sources, unread sentences and problems are kept.
    """
    kept = {id(rule) for act in _acts(rulebook) for rule in governing(rulebook, act, on).governs}
    return Rulebook(
        rules=tuple(rule for rule in rulebook.rules if id(rule) in kept),
        sources=rulebook.sources,
        unread=rulebook.unread,
        problems=rulebook.problems,
    )


def displaced_rules(rulebook: Rulebook, on: dt.date) -> tuple[Displaced, ...]:
    """Return every rule in force on a day that another displaces.

    Args:
        rulebook: the rules of all sources.
        on: the day.
    """
    return tuple(entry for act in _acts(rulebook) for entry in governing(rulebook, act, on).displaced)


def conflicts(rulebook: Rulebook, on: dt.date) -> tuple[Conflict, ...]:
    """Return everything in a rulebook that nothing ranks, on a day.

    Args:
        rulebook: the rules of all sources.
        on: the day.
    """
    return tuple(conflict for act in _acts(rulebook) for conflict in governing(rulebook, act, on).conflicts)


def rank_number(rank: Rank) -> int:
    """Return 0 for a case order, 1 for a standing order, 2 for a local rule, 3 for a federal rule.

    Args:
        rank: whose rule it is.
    """
    return _RANKS[rank]


_RANKS = {rank: place for place, rank in enumerate(Rank)}


def _acts(rulebook: Rulebook) -> Iterable[ActCode]:
    return dict.fromkeys(rule.act for rule in rulebook.rules)


def _without(rules: Iterable[Rule], displaced: Iterable[Displaced]) -> list[Rule]:
    gone = {id(entry.rule) for entry in displaced}
    return [rule for rule in rules if id(rule) not in gone]


def _live_labels(labels: list[Rule]) -> list[Rule]:
    """Leave out rules that name others and were themselves displaced by name, so that what they named lives again."""
    live = labels
    for _ in labels:
        live = [rule for rule in labels if _displaced_by_label(rule, live) is None]
    return live


def _displaced_by_label(rule: Rule, labels: Iterable[Rule]) -> Displaced | None:
    for other in labels:
        if _names(other, rule) and _reaches(other, rule) and not _names(rule, other):
            return Displaced(
                rule=rule, by=other, why=f"{other.source.title} says that it takes the place of {rule.id}."
            )
    return None


def _displaced_by_rank(rule: Rule, rules: Iterable[Rule]) -> Displaced | None:
    for other in rules:
        if _outranks(other, rule) and _same_event(other, rule):
            why = f"A {_plain(other.source.rank)} displaces a {_plain(rule.source.rank)} where both time the same act."
            return Displaced(rule=rule, by=other, why=why)
    return None


def _names(other: Rule, rule: Rule) -> bool:
    return rule.source.id != other.source.id and (rule.id in other.overrides or rule.source.id in other.overrides)


def _reaches(other: Rule, rule: Rule) -> bool:
    return rank_number(other.source.rank) <= rank_number(rule.source.rank)


def _outranks(other: Rule, rule: Rule) -> bool:
    return rank_number(other.source.rank) < rank_number(rule.source.rank)


def _same_event(one: Rule, two: Rule) -> bool:
    """Say whether both count a time for the act from the same event, in one scope, the first with no less force."""
    return (
        (one.modality is two.modality or (one.modality, two.modality) == (Modality.MUST, Modality.MAY))
        and one.scope is two.scope
        and bool(set(timing_triggers(one.timing)) & set(timing_triggers(two.timing)))
    )


def _conflicts(rules: Iterable[Rule]) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(act=one.act, rules=(one, two), why=f"Two texts of one rank time the same act ({one.act}) differently.")
        for one, two in combinations(rules, 2)
        if _at_odds(one, two)
    )


def _at_odds(one: Rule, two: Rule) -> bool:
    if one.source.rank is not two.source.rank or one.modality is not two.modality or one.scope is not two.scope:
        return False
    if one.timing is None or two.timing is None or one.timing == two.timing:
        return False
    if one.choice and one.choice == two.choice:
        return False
    if (
        one.source.id == two.source.id
    ):  # one text may set two times for two occasions; only one occasion twice is at odds
        return _same_event(one, two) and one.preconditions == two.preconditions and one.bearers == two.bearers
    return one.scope is Scope.STANDING or _same_event(one, two)


def _label_conflicts(held: Iterable[Rule], labels: Iterable[Rule]) -> Iterator[Conflict]:
    for rule in held:
        for other in labels:
            if not _names(other, rule):
                continue
            if not _reaches(other, rule):
                below, above = _plain(other.source.rank), _plain(rule.source.rank)
                why = f"A {below} says that it takes the place of a {above}, which ranks above it."
                yield Conflict(act=rule.act, rules=(rule, other), why=why)
            elif _names(rule, other):
                yield Conflict(
                    act=rule.act, rules=(rule, other), why="Each of two texts says that it takes the other's place."
                )


def _plain(rank: Rank) -> str:
    return str(rank).replace("_", " ")
