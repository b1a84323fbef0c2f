"""A rulebook as plain keys and values, and the same values made ready for JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from soordered.provenance.problems import Problem
from soordered.rules.checked_fields import Fields, FieldValue
from soordered.rules.fields_from_rule import quote_fields, rule_fields, source_fields
from soordered.rules.rulebook import Rulebook, Unread


def rulebook_fields(book: Rulebook) -> Fields:
    """Return a rulebook as keys and values.

    Args:
        book: the rulebook.

    Returns:
        ``source``, ``rule``, ``unread``, ``problem``: lists of tables, empty ones left out.
        ``rulebook_from_fields`` is the way back.
    """
    parts: dict[str, Sequence[FieldValue]] = {
        "source": [source_fields(source) for source in book.sources],
        "rule": [rule_fields(rule) for rule in book.rules],
        "unread": [unread_fields(unread) for unread in book.unread],
        "problem": [problem_fields(problem) for problem in book.problems],
    }
    return {key: tables for key, tables in parts.items() if tables}


def unread_fields(unread: Unread) -> Fields:
    """Return an unread sentence as keys and values.

    Args:
        unread: the sentence and why no rule came of it.
    """
    return {**quote_fields(unread.quote), "why": unread.why}


def problem_fields(problem: Problem) -> Fields:
    """Return a problem as keys and values.

    Args:
        problem: what, where, remedy.
    """
    return {"what": problem.what, "where": problem.where, "remedy": problem.remedy}


def json_ready(value: FieldValue) -> FieldValue:
    """Return the same value with dates as ``2007-07-30`` and hours as ``16:30``.

    Args:
        value: keys and values of this package; ``rule_from_fields`` reads them back from either form.
    """
    match value:
        case dt.datetime() | dt.date():
            return value.isoformat()
        case dt.time():
            return value.isoformat() if value.second or value.microsecond else value.strftime("%H:%M")
        case str() | bool() | int() | float():
            return value
        case Mapping():
            return {key: json_ready(item) for key, item in value.items()}
        case _:
            return [json_ready(item) for item in value]
