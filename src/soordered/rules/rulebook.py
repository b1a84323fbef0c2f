"""A set of rules with what was not understood beside them: where reader, lawbook and engine meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soordered.provenance.problems import Problem
from soordered.provenance.spans import Quote
from soordered.rules.rule import Rule, Source
from soordered.rules.vocabulary import Act, ActCode, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence with binding words that no rule came from.

    Args:
        quote: the sentence.
        why: why it was not made into a rule.
    """

    quote: Quote
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The rules of one or several sources.

    Args:
        rules: in the order of their sources.
        sources: the texts they come from.
        unread: binding sentences nobody made a rule of: shown, never dropped.
        problems: doubts about the text.
    """

    rules: tuple[Rule, ...]
    sources: tuple[Source, ...] = ()
    unread: tuple[Unread, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def rule(self, rule_id: str) -> Rule | None:
        """Return the rule with that id, or ``None``."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def for_act(self, act: ActCode | Act, *, scope: Scope | None = None) -> tuple[Rule, ...]:
        """Return the rules about an act, in book order, of one scope if asked."""
        return tuple(rule for rule in self.rules if rule.act == act and (scope is None or rule.scope is scope))

    def joined(self, other: Rulebook) -> Rulebook:
        """Return one book with the rules of both, this one's first."""
        return Rulebook(
            rules=self.rules + other.rules,
            sources=self.sources + other.sources,
            unread=self.unread + other.unread,
            problems=self.problems + other.problems,
        )
