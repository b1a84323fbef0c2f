"""A shipped rulebook with the words of the order beside it, when the case supplies the order's text."""

from __future__ import annotations

from dataclasses import replace

from soordered.provenance.problems import Problem
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Standard


def quoted_rulebook(shipped: Rulebook, read: Rulebook, *, name: str, sha256: str = "") -> Rulebook:
    """Put the quotes of a reading into a reviewed rulebook.

    Args:
        shipped: rules in our words, with places only.
        read: what the reader made of the order's own text.
        name: the text's file, for messages.
        sha256: digest of the text, to be compared with the one the rulebook was reviewed against.

    Returns:
        the shipped rules; each that the reading holds as well carries its quotes. The shipped rules govern: where the
        text was read otherwise, a problem says so.
    """
    by_id = {rule.id: rule for rule in read}
    unused = list(read)
    rules = []
    missing = []
    for rule in shipped:
        twin = _twin(rule, by_id, unused)
        if twin is None:
            missing.append(rule.id)
            rules.append(rule)
        else:
            unused.remove(twin)
            rules.append(replace(rule, supports=twin.supports))
    problems = []
    if missing:
        problems.append(
            Problem(
                what=f"No words were found for {', '.join(missing)}.",
                where=name,
                remedy="Compare the text with the rulebook: page and line are given instead of the quote.",
            )
        )
    held = shipped.sources[0].sha256 if shipped.sources else ""
    if held and sha256 and held != sha256:
        problems.append(
            Problem(
                what="The text is not the one the rulebook was reviewed against (another digest).",
                where=name,
                remedy="Check that it is the same order; read it with file = instead if it is not.",
            )
        )
    return replace(shipped, rules=tuple(rules), problems=(*shipped.problems, *problems))


def _twin(rule: Rule, by_id: dict[str, Rule], unused: list[Rule]) -> Rule | None:
    """Return the rule as read that says the same; words that say something else are never put beside it."""
    same = by_id.get(rule.id)
    if same is not None and same in unused and _alike(same, rule):
        return same
    return next((other for other in unused if _alike(other, rule)), None)


def _alike(one: Rule, other: Rule) -> bool:
    if (one.act, one.scope, one.modality) != (other.act, other.scope, other.modality):
        return False
    if isinstance(one.timing, Standard | None) and isinstance(other.timing, Standard | None):
        return True  # a standard for people, in our words or the judge's, or no time at all
    return one.timing == other.timing
