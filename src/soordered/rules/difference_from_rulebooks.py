"""What changed from one rulebook to another, rule by rule and field by field, each with its words.

A text that begins in the middle of its order does not hold what came before: a rule missing there is *not in the text
held*, never *removed*. The same norm in other words is no change, and neither is a slip of typing in a mark or a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from soordered.provenance.spans import Quote
from soordered.rules.checked_fields import FieldValue
from soordered.rules.fields_from_rule import rule_fields
from soordered.rules.rule import Rule, Source
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Facet


class ChangeKind(StrEnum):
    """What became of a rule."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    NOT_HELD_AFTER = "not_held_after"  # the later text begins after the place where it would stand
    NOT_HELD_BEFORE = "not_held_before"  # the earlier text does


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One value that differs.

    Args:
        field: the keys that lead to it, e.g. ``"timing.unit"``.
        before: as it was, empty if it was not said.
        after: as it is, empty if it is not said.
    """

    field: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.field}: {self.before or 'not said'} → {self.after or 'not said'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """What became of one rule.

    Args:
        kind: added, removed, changed, or not in the text held.
        before: the rule in the earlier book.
        after: the rule in the later book.
        fields: what differs, for a changed rule.
    """

    kind: ChangeKind
    before: Rule | None = None
    after: Rule | None = None
    fields: tuple[FieldChange, ...] = ()

    @property
    def rule_id(self) -> str:
        """The rule's id in the book that has it."""
        rule = self.before or self.after
        return rule.id if rule is not None else ""

    def quotes(self) -> tuple[Quote | None, Quote | None]:
        """Return the words before and after that show the change, as far as each book has them."""
        facets = tuple(facet for change in self.fields for facet in _facets_of(change.field))
        return _quote_of(self.before, facets), _quote_of(self.after, facets)

    def __str__(self) -> str:
        match self.kind:
            case ChangeKind.NOT_HELD_AFTER:
                said = "not in the later text held, which begins in the middle of its order"
            case ChangeKind.NOT_HELD_BEFORE:
                said = "not in the earlier text held, which begins in the middle of its order"
            case _:
                said = str(self.kind)
        shown = "; ".join(str(change) for change in self.fields)
        return f"{self.rule_id}: {said}{f' ({shown})' if shown else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Everything that differs between two rulebooks.

    Args:
        before: the source of the earlier book, ``None`` if it names none.
        after: the source of the later one.
        changes: rule by rule, in the order of the earlier book, added rules after them.
        same: ids of the rules that say the same in both.
        not_held: parts outside the rules that only one of the texts holds, in words.
    """

    before: Source | None
    after: Source | None
    changes: tuple[RuleChange, ...]
    same: tuple[str, ...]
    not_held: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes or self.not_held)


def difference(before: Rulebook, after: Rulebook) -> Difference:
    """Compare two rulebooks.

    Args:
        before: the earlier one.
        after: the later one.

    Returns:
        the difference; words that only people weigh are compared when both books hold their texts' words.
    """
    pairs = _pairs(before, after)
    worded = _has_words(before) and _has_words(after)
    first_before, first_after = _first_shared(before, pairs, place=0), _first_shared(after, pairs, place=1)
    changes: list[RuleChange] = []
    same: list[str] = []
    for place, old in enumerate(before.rules):
        new = pairs.get(old.id)
        if new is None:
            unheld = _partial(after) and place < first_before
            changes.append(RuleChange(kind=ChangeKind.NOT_HELD_AFTER if unheld else ChangeKind.REMOVED, before=old))
        elif fields := tuple(_field_changes(old, new, worded=worded)):
            changes.append(RuleChange(kind=ChangeKind.CHANGED, before=old, after=new, fields=fields))
        else:
            same.append(old.id)
    taken = {new.id for new in pairs.values()}
    for place, new in enumerate(after.rules):
        if new.id not in taken:
            unheld = _partial(before) and place < first_after
            changes.append(RuleChange(kind=ChangeKind.NOT_HELD_BEFORE if unheld else ChangeKind.ADDED, after=new))
    return Difference(
        before=before.sources[0] if before.sources else None,
        after=after.sources[0] if after.sources else None,
        changes=tuple(changes),
        same=tuple(same),
        not_held=tuple(_parts_not_held(before, after)),
    )


_SILENT = frozenset(
    {"id", "source", "summary", "verified", "authority", "supports", "doubts", "in_force_from", "in_force_until"}
)
_WORDS = re.compile(r"(?:^|\.)(?:words|on_failure|exceptions)$|^artifact\.parts$|^fallbacks\.\d+\.artifact\.parts$")
_PLACE_WORDS = re.compile(r"place\.words$")
_LETTERS = re.compile(r"[^\w]+")
_FACETS: tuple[tuple[str, tuple[Facet, ...]], ...] = (
    ("timing", (Facet.DEADLINE, Facet.CUTOFF_TIME, Facet.HEARING_SCHEDULE)),
    ("manner.place", (Facet.LOCATION,)),
    ("manner.attendance", (Facet.ATTENDANCE,)),
    ("manner", (Facet.MEETING, Facet.LOCATION, Facet.ATTENDANCE)),
    ("artifact.copies", (Facet.COPIES,)),
    ("artifact.limits", (Facet.PAGE_LIMIT,)),
    ("artifact.mark", (Facet.FORMAT_REQUIREMENT,)),
    ("artifact", (Facet.CONTENT_REQUIREMENT, Facet.FORMAT_REQUIREMENT)),
    ("consequence", (Facet.SANCTION,)),
)


def _pairs(before: Rulebook, after: Rulebook) -> dict[str, Rule]:
    """Match rules by id, then those left over by act, scope and force, in the order of the texts."""
    pairs = {old.id: new for old in before.rules if (new := after.rule(old.id)) is not None}
    taken = {new.id for new in pairs.values()}
    left = [new for new in after.rules if new.id not in taken]
    for old in before.rules:
        if old.id in pairs:
            continue
        match = next((new for new in left if _alike(old, new)), None)
        if match is not None:
            pairs[old.id] = match
            left.remove(match)
    return pairs


def _alike(one: Rule, two: Rule) -> bool:
    return (one.act, one.scope, one.modality) == (two.act, two.scope, two.modality)


def _partial(book: Rulebook) -> bool:
    return any(source.partial for source in book.sources)


def _first_shared(book: Rulebook, pairs: Mapping[str, Rule], *, place: int) -> int:
    """Return the place of the first rule that both books hold; every place, if they hold none together."""
    shared = set(pairs) if place == 0 else {new.id for new in pairs.values()}
    return next((number for number, rule in enumerate(book.rules) if rule.id in shared), len(book.rules))


def _has_words(book: Rulebook) -> bool:
    return any(support.quote.text for rule in book.rules for support in rule.supports)


def _parts_not_held(before: Rulebook, after: Rulebook) -> Iterator[str]:
    if _partial(after) and not _partial(before):
        yield "caption and opening: not in the later text held"
    if _partial(before) and not _partial(after):
        yield "caption and opening: not in the earlier text held"


def _field_changes(old: Rule, new: Rule, *, worded: bool) -> Iterator[FieldChange]:
    before, after = dict(_flat(rule_fields(old))), dict(_flat(rule_fields(new)))
    for field in dict.fromkeys((*before, *after)):
        said, says = before.get(field, ()), after.get(field, ())
        if _is_words(field) and not worded:
            continue
        if {_plain(item) for item in said} != {_plain(item) for item in says}:
            yield FieldChange(field=field, before=", ".join(said), after=", ".join(says))


def _is_words(field: str) -> bool:
    return bool(_WORDS.search(field)) and not _PLACE_WORDS.search(field)


def _flat(fields: Mapping[str, FieldValue], prefix: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every value inside keys and values under the path of its keys; a list of plain values is one."""
    for key, value in fields.items():
        if not prefix and key in _SILENT:
            continue
        path = f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{path}.")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            tables = [item for item in value if isinstance(item, Mapping)]
            for place, table in enumerate(tables, 1):
                yield from _flat(table, f"{path}.{place}.")
            if not tables:
                yield path, tuple(str(item) for item in value)
        else:
            yield path, (_shown(value),)


def _shown(value: FieldValue) -> str:
    match value:
        case True:
            return "yes"
        case False:
            return "no"
        case _:
            return str(value)


def _plain(words: str) -> str:
    """Take off what typing adds: case, punctuation, quotation marks, spaces."""
    return _LETTERS.sub(" ", words).strip().casefold()


def _facets_of(field: str) -> tuple[Facet, ...]:
    return next((facets for start, facets in _FACETS if field.startswith(start)), ())


def _quote_of(rule: Rule | None, facets: tuple[Facet, ...]) -> Quote | None:
    if rule is None:
        return None
    return next((quote for facet in facets if (quote := rule.quote(facet)) is not None), rule.quote())
