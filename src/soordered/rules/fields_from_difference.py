"""A difference as plain keys and values, for JSON."""

from __future__ import annotations

from soordered.rules.checked_fields import Fields
from soordered.rules.difference_from_rulebooks import Difference, RuleChange
from soordered.rules.fields_from_rule import quote_fields, source_fields


def difference_fields(difference: Difference) -> Fields:
    """Return a difference as keys and values.

    Args:
        difference: from ``difference``.

    Returns:
        ``before`` and ``after`` (the sources), ``changes``, ``same``, ``not_held``.
    """
    return {
        "before": {} if difference.before is None else source_fields(difference.before),
        "after": {} if difference.after is None else source_fields(difference.after),
        "changes": [_change(change) for change in difference.changes],
        "same": list(difference.same),
        "not_held": list(difference.not_held),
    }


def _change(change: RuleChange) -> Fields:
    before, after = change.quotes()
    return {
        "rule": change.rule_id,
        "kind": str(change.kind),
        "fields": [{"field": item.field, "before": item.before, "after": item.after} for item in change.fields],
        "quote_before": {} if before is None else quote_fields(before),
        "quote_after": {} if after is None else quote_fields(after),
    }
