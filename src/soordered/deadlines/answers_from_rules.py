"""Rules whose dates depend on nothing but the day of their trigger, compiled into an answer table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from soordered.calendars.open_days import EPOCH
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.answer_table import AnswerRow, AnswerTable, answer_row, combined_row, fixed_row
from soordered.deadlines.columns_from_ask import LayerTables
from soordered.deadlines.dates_from_periods import fixed
from soordered.deadlines.method_of_service import extra_method
from soordered.deadlines.obligations_from_rules import is_filing
from soordered.deadlines.shapes_from_ask import Ask
from soordered.provenance.problems import BadInputError
from soordered.rules.rule import Rank, Rule
from soordered.rules.timing import (
    CourtSets,
    Direction,
    EarliestOf,
    FixedDate,
    LatestOf,
    NamedDay,
    NotBefore,
    OnSilence,
    Period,
    Recurring,
    Standard,
    Timing,
    Unit,
    Window,
)

_CLOCK_UNITS = frozenset({Unit.HOUR, Unit.MINUTE})


class SameRuleError(BadInputError):
    """Two rules of one id, so that an id would not name a row.

    Args:
        rule_id: the id.
    """

    def __init__(self, rule_id: str) -> None:
        super().__init__(
            f"Two rules are called {rule_id!r}.",
            expected="rules whose ids differ.",
            remedy="Compile the rules of one order at a time.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledRules:
    """The rules of a list that compile, as one table, and why the others do not.

    Args:
        table: ``due[rule, day]``; ``None`` when no rule compiles.
        numbers: by rule id, its number in the table.
        left_out: by rule id, why its dates depend on more than the day of its trigger.
    """

    table: AnswerTable | None
    numbers: dict[str, int]
    left_out: dict[str, str]


def compiled_rules(rules: Iterable[Rule], law: TimeLaw, *, service: str = "") -> CompiledRules:
    """Compile every rule whose dates depend on nothing but the day of its trigger.

    The dates are those that ``obligations`` gives for a fact with a day and nothing else: no hour, no day of receipt.

    Args:
        rules: rules of any source.
        law: versions of the counting rule and the court's calendar.
        service: how the triggers were served, for rules that run from service.

    Raises:
        OutsideCalendarError: a printed date lies outside 1938 to 2050.
        UnknownServiceError: the service is none.
        SameRuleError: two rules bear one id.
    """
    tables = LayerTables(law)
    rows: list[AnswerRow] = []
    numbers: dict[str, int] = {}
    left_out: dict[str, str] = {}
    kept: dict[Ask, AnswerRow] = {}
    for rule in rules:
        if rule.id in numbers or rule.id in left_out:
            raise SameRuleError(rule.id)
        row = "it has no time" if rule.timing is None else _row(rule, rule.timing, tables, service, kept)
        if isinstance(row, str):
            left_out[rule.id] = row
        else:
            numbers[rule.id] = len(rows)
            rows.append(row)
    table = AnswerTable(rows, first=tables.first) if rows else None
    return CompiledRules(table=table, numbers=numbers, left_out=left_out)


def answer_row_of_rule(rule: Rule, tables: LayerTables, *, service: str = "") -> AnswerRow | str:
    """Compile one rule, or say in words why its dates depend on more than the day of its trigger.

    Args:
        rule: the rule.
        tables: the court's tables.
        service: how the triggers were served, for a rule that runs from service.

    Raises:
        OutsideCalendarError: a printed date lies outside 1938 to 2050.
        UnknownServiceError: the service is none.
    """
    return "it has no time" if rule.timing is None else _row(rule, rule.timing, tables, service, {})


def ask_of(rule: Rule, period: Period, law: TimeLaw, *, service: str = "") -> Ask:
    """Return what a rule's period asks to be counted.

    Args:
        rule: the rule.
        period: its period.
        law: versions of the counting rule and the court's calendar.
        service: how the trigger was served.

    Raises:
        UnknownServiceError: the service is none.
    """
    rank = rule.source.rank
    return Ask(
        n=period.length.n,
        unit=period.length.unit,
        forward=period.direction is Direction.AFTER,
        clock=period.clock,
        by_order=rank in (Rank.CASE_ORDER, Rank.STANDING_ORDER),
        of_rule=rank in (Rank.LOCAL_RULE, Rank.FEDERAL_RULE),
        extra_method=extra_method(service, law) if rule.served_trigger else "",
        filing=is_filing(rule.act),
    )


def _row(rule: Rule, timing: Timing, tables: LayerTables, service: str, kept: dict[Ask, AnswerRow]) -> AnswerRow | str:
    """Compile a timing, or say in words why it does not compile."""
    match timing:
        case Period():
            return _period(rule, timing, tables, service, kept)
        case FixedDate():
            return _printed(timing, tables)
        case NamedDay():
            return "it names a day of the week beside an event"
        case EarliestOf() | LatestOf():
            triggers = {option.trigger if isinstance(option, Period) else None for option in timing.options}
            if len(triggers) != 1 or None in triggers:
                return "it runs from more than one event"
            found = [_row(rule, option, tables, service, kept) for option in timing.options]
            rows = [row for row in found if not isinstance(row, str)]
            reasons = [row for row in found if isinstance(row, str)]
            return reasons[0] if reasons else combined_row(rows, later=isinstance(timing, LatestOf))
        case NotBefore():
            return _row(rule, timing.opens, tables, service, kept)
        case Window():
            return _row(rule, timing.closes, tables, service, kept)
        case OnSilence():
            return _row(rule, timing.period, tables, service, kept)
        case Standard():
            return "it is a standard for people to judge"
        case Recurring() | CourtSets():
            return "the Court says when"
        case _:
            assert_never(timing)


def _period(
    rule: Rule, period: Period, tables: LayerTables, service: str, kept: dict[Ask, AnswerRow]
) -> AnswerRow | str:
    if period.length.unit in _CLOCK_UNITS:
        return "it runs from an hour"
    if period.anchors:
        return "its words fit more than one event"
    ask = ask_of(rule, period, tables.law, service=service)
    row = kept.get(ask)
    if row is None:
        row = kept[ask] = answer_row(ask, tables)
    return row


def _printed(timing: FixedDate, tables: LayerTables) -> AnswerRow:
    deadline = fixed(timing.date, tables.law, clock=timing.clock)
    dates = {
        "act_by": deadline.act_by.date,
        "prevailing": deadline.prevailing.date,
        "outer": deadline.outer.date,
        **{reading.label: reading.due.date for reading in deadline.readings[1:]},
    }
    return fixed_row({name: _number(date) for name, date in dates.items()}, tables)


def _number(date: dt.date) -> int:
    return date.toordinal() - EPOCH
