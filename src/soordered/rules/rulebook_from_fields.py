"""Plain keys and values read back as a rulebook."""

from __future__ import annotations

from collections.abc import Mapping

from soordered.provenance.problems import Problem
from soordered.rules.checked_fields import CheckedFields, FieldsError
from soordered.rules.rule import Rule, Source
from soordered.rules.rule_from_fields import quote_from_fields, rule_from_fields, source_from_fields
from soordered.rules.rulebook import Rulebook, Unread


def rulebook_from_fields(fields: Mapping[str, object]) -> Rulebook:
    """Read a rulebook from keys and values.

    Args:
        fields: as ``rulebook_fields`` writes them.

    Raises:
        FieldsError: an unknown or missing key, a value of the wrong kind, a word outside its vocabulary, an id given
            twice, or a rule of a source that the book does not name.
    """
    table = CheckedFields(fields)
    sources: dict[str, Source] = {}
    for item in table.tables("source"):
        source = source_from_fields(item)
        _once(source.id, taken=source.id in sources, table=item, kind="source")
        sources[source.id] = source
    rules: dict[tuple[str, str], Rule] = {}
    for item in table.tables("rule"):
        rule = rule_from_fields(item, sources=sources)
        _once(rule.id, taken=(rule.source.id, rule.id) in rules, table=item, kind="rule of a source")
        rules[rule.source.id, rule.id] = rule
    book = Rulebook(
        rules=tuple(rules.values()),
        sources=tuple(sources.values()),
        unread=tuple(_unread(item) for item in table.tables("unread")),
        problems=tuple(_problem(item) for item in table.tables("problem")),
    )
    table.done()
    return book


def _unread(table: CheckedFields) -> Unread:
    unread = Unread(quote=quote_from_fields(table), why=table.text("why"))
    table.done()
    return unread


def _problem(table: CheckedFields) -> Problem:
    problem = Problem(what=table.text("what"), where=table.text("where"), remedy=table.text("remedy"))
    table.done()
    return problem


def _once(name: str, *, taken: bool, table: CheckedFields, kind: str) -> None:
    if taken:
        raise FieldsError(
            (*table.path, "id"),
            f"the id {name!r} stands here a second time.",
            expected=f"an id of its own for every {kind}.",
            remedy="Rename one of the two.",
        )
