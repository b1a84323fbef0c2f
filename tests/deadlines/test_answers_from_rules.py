"""A compiled rule gives, for every day of its trigger, the dates that the plain reading gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from soordered.calendars.open_days import EPOCH
from soordered.deadlines.answers_from_rules import CompiledRules, SameRuleError, compiled_rules
from soordered.deadlines.facts import Fact
from soordered.deadlines.obligations_from_rules import obligations
from soordered.deadlines.rows_of_days import NO_DAY, RowError
from soordered.lawbook.rulebook_from_data import federal_rules, local_rules, shipped_order
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import (
    Bound,
    CourtSets,
    Direction,
    EarliestOf,
    FixedDate,
    LatestOf,
    Length,
    NotBefore,
    OnSilence,
    Period,
    Silence,
    Standard,
    Timing,
    Unit,
    Window,
)
from soordered.rules.vocabulary import Scope, Trigger

LAW = time_law("cand")
ORDERS = [shipped_order("cand-spero-2007-07-30"), shipped_order("cand-spero-2010-07-07")]
FEDERAL = [
    federal_rules(dt.date(2007, 7, 30)),
    federal_rules(dt.date(2024, 1, 1)),
    local_rules("cand", dt.date(2024, 1, 1)),
]
SHIPPED = {
    f"{place} {rule.id}": replace(rule, id=f"{place} {rule.id}", in_force_from=dt.date(1900, 1, 1), in_force_until=None)
    for place, book in enumerate([*ORDERS, *FEDERAL])
    for rule in book.rules
}
"""Every shipped rule, in force on every day, so that every day can be compared."""


def plain_reading(rule: Rule, days: Iterable[dt.date], trigger: Trigger) -> dict[int, tuple[int, ...]]:
    """Bring the rule to life once for each day, and keep its three dates by day number."""
    standing = replace(rule, scope=Scope.STANDING)
    facts = [Fact(id=str(day), trigger=trigger, on=day, order=rule.source.id) for day in days]
    found = obligations(Rulebook(sources=(rule.source,), rules=(standing,)), facts, LAW)
    return {
        one.fact.on.toordinal() - EPOCH: tuple(
            moment.date.toordinal() - EPOCH
            for moment in (one.deadline.act_by, one.deadline.prevailing, one.deadline.outer)
        )
        for one in found
        if one.fact is not None and one.deadline is not None
    }


def compare(compiled: CompiledRules, rule: Rule, days: list[dt.date]) -> int:
    """Compare one rule day by day; return how many days were compared."""
    assert compiled.table is not None
    trigger = _trigger(rule.timing)
    expected = plain_reading(rule, days, trigger)
    numbers = np.array(sorted(expected), dtype=np.int32)
    answers = compiled.table.due(compiled.numbers[rule.id], numbers)
    columns = (answers.act_by.tolist(), answers.prevailing.tolist(), answers.outer.tolist())
    for day, *found in zip(numbers.tolist(), *columns, strict=True):
        assert expected[day] == tuple(found), f"{rule.id} from {dt.date.fromordinal(day + EPOCH)}"
    return len(expected)


def _trigger(timing: Timing | None) -> Trigger:
    match timing:
        case Period() if isinstance(timing.trigger, Trigger):
            return timing.trigger
        case EarliestOf() | LatestOf():
            return _trigger(timing.options[0])
        case NotBefore():
            return _trigger(timing.opens)
        case Window():
            return _trigger(timing.closes)
        case OnSilence():
            return _trigger(timing.period)
    raise AssertionError(timing)


def days_between(first: dt.date, last: dt.date, step: int = 1) -> list[dt.date]:
    return [dt.date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1, step)]


COMPILED = compiled_rules(SHIPPED.values(), LAW)
PERIODS = [name for name in COMPILED.numbers if not isinstance(SHIPPED[name].timing, FixedDate)]


@pytest.mark.parametrize("name", PERIODS)
def test_a_shipped_rule_gives_the_plain_dates_of_days_across_the_changes_of_the_rule(name: str) -> None:
    rule = SHIPPED[name]
    days = [
        *days_between(dt.date(2009, 11, 1), dt.date(2010, 1, 15)),
        *days_between(dt.date(1939, 1, 2), dt.date(2050, 6, 1), 199),
    ]

    assert compare(COMPILED, rule, days) == len(days)


@pytest.mark.slow
@pytest.mark.parametrize("name", PERIODS)
def test_a_shipped_rule_gives_the_plain_dates_of_every_day(name: str) -> None:
    days = days_between(dt.date(1939, 1, 1), dt.date(2049, 12, 31))

    assert compare(COMPILED, SHIPPED[name], days) == len(days)


def _period(n: int, unit: Unit, direction: Direction = Direction.AFTER) -> Period:
    return Period(length=Length(n, unit), direction=direction, bound=Bound.WITHIN, trigger=Trigger.MEETING_HELD)


BASE = next(rule for rule in SHIPPED.values() if isinstance(rule.timing, Period) and rule.scope is Scope.STANDING)


@pytest.mark.parametrize(
    "timing",
    [
        _period(5, Unit.BUSINESS_DAY),
        EarliestOf((_period(10, Unit.CALENDAR_DAY), _period(6, Unit.COURT_DAY))),
        LatestOf((_period(10, Unit.CALENDAR_DAY), _period(6, Unit.COURT_DAY))),
        NotBefore(_period(7, Unit.DAY, Direction.BEFORE)),
        Window(choices=2, closes=_period(14, Unit.BUSINESS_DAY)),
        OnSilence(_period(30, Unit.DAY), Silence.DEEMED_DENIED),
    ],
)
def test_every_form_of_time_that_compiles_gives_the_plain_dates(timing: Timing) -> None:
    rule = replace(BASE, timing=timing)
    days = days_between(dt.date(2007, 11, 1), dt.date(2008, 1, 31))

    assert compare(compiled_rules([rule], LAW), rule, days) == len(days)


@pytest.mark.parametrize(
    ("timing", "why"),
    [
        (None, "no time"),
        (CourtSets(), "Court"),
        (Standard(words="promptly"), "people"),
        (_period(72, Unit.HOUR), "hour"),
        (replace(_period(7, Unit.DAY), anchors=(Trigger.RULING_SERVED,)), "more than one event"),
        (EarliestOf((_period(7, Unit.DAY), FixedDate(date=dt.date(2008, 1, 2)))), "more than one event"),
    ],
)
def test_a_rule_that_needs_more_than_a_day_is_left_out_and_the_reason_said(timing: Timing | None, why: str) -> None:
    compiled = compiled_rules([replace(BASE, timing=timing)], LAW)

    assert compiled.table is None
    assert why in compiled.left_out[BASE.id]


def test_a_printed_date_is_the_same_from_every_day() -> None:
    """Saturday 5 January 2008 does not move; the last open day before it is the safe one."""
    compiled = compiled_rules([replace(BASE, timing=FixedDate(date=dt.date(2008, 1, 5)))], LAW)
    assert compiled.table is not None
    answers = compiled.table.due(0, np.array([13_000, 15_000], dtype=np.int32))

    friday, saturday = (dt.date(2008, 1, day).toordinal() - EPOCH for day in (4, 5))
    assert answers.act_by.tolist() == [friday, friday]
    assert answers.prevailing.tolist() == [saturday, saturday]


def test_days_that_have_no_answer_say_why() -> None:
    assert COMPILED.table is not None
    days = np.array([NO_DAY, -20_000, 40_000, -11_600, 29_584], dtype=np.int32)
    rules = np.full(len(days), COMPILED.numbers[PERIODS[0]])

    answers = COMPILED.table.due(rules, days)

    outside = [RowError.NO_TRIGGER, RowError.OUTSIDE, RowError.OUTSIDE, RowError.NO_RULE, RowError.END_OUTSIDE]
    assert answers.codes.tolist() == outside
    assert set(answers.prevailing.tolist()) == {NO_DAY}


def test_three_days_for_service_are_added_where_the_rule_runs_from_service() -> None:
    served = [rule for rule in SHIPPED.values() if rule.served_trigger and rule.id in COMPILED.numbers]
    assert served

    by_mail = compiled_rules(served, LAW, service="mail")

    days = np.array([dt.date(2024, 7, 1).toordinal() - EPOCH], dtype=np.int32)
    for rule in served:
        assert by_mail.table is not None
        assert COMPILED.table is not None
        plain = COMPILED.table.due(COMPILED.numbers[rule.id], days).prevailing
        assert (by_mail.table.due(by_mail.numbers[rule.id], days).prevailing > plain).all()


def test_two_rules_of_one_id_are_refused() -> None:
    with pytest.raises(SameRuleError, match=BASE.id):
        compiled_rules([BASE, BASE], LAW)
