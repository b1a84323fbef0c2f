"""One act that may, must or cannot be done now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soordered.provenance.spans import Quote
from soordered.rules.rule import Rule
from soordered.rules.vocabulary import ActCode, Bearer, BearerCode


class Leave(StrEnum):
    """Whether an act is open to somebody now."""

    MUST = "must"
    MAY = "may"
    WARNED = "warned"  # it can be done, and will be recorded as contested
    NOT_NOW = "not_now"
    COURT = "court"  # the Court's move


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAct:
    """One act with who may do it, or why not.

    Args:
        act: what.
        by: who, in the vocabulary's codes or as sides.
        about: the dispute, motion, filing, request or ruling.
        leave: whether it is open now.
        why: in a sentence.
        rule: id of the rule it rests on; empty when no rule in force speaks to it.
        quote: the rule's words.
    """

    act: ActCode
    by: tuple[str, ...]
    about: str
    leave: Leave
    why: str
    rule: str = ""
    quote: Quote | None = None


def bearers_or(rule: Rule | None, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Return who a rule binds or allows, as codes; others where there is no rule."""
    if rule is None:
        return otherwise
    return tuple(_bearer(code) for code in rule.bearers) or otherwise


def _bearer(code: BearerCode) -> str:
    return code.value if isinstance(code, Bearer) else code.words
