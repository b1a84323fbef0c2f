"""Provisions: the rules of a reading seen as labels, one for each facet that words support."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.orders.order_reading import OrderReading
from soordered.provenance.spans import Quote
from soordered.rules.rule import Confidence, Limit, Rule, Support
from soordered.rules.timing import (
    CourtSets,
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
    Weekday,
    Window,
)
from soordered.rules.vocabulary import Facet

_TIMED = frozenset({Facet.DEADLINE, Facet.CUTOFF_TIME, Facet.HEARING_SCHEDULE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One label of a reading.

    Args:
        rule: id of the rule it comes from.
        kind: which facet of the rule it shows.
        modality: the rule's force.
        scope: case or standing.
        actor: the bearers' codes, joined by ", ".
        action: the act's code.
        trigger: the code of what the time runs from, if any.
        period: the period, if any.
        date: the printed date, if any.
        clock: the hour, if any.
        weekday: days of the week, if printed.
        amount: a length, if any.
        quote: the words.
        also_at: other places that say the same.
        confidence: how sure the reading is.
    """

    rule: str
    kind: Facet
    modality: str
    scope: str
    actor: str
    action: str
    quote: Quote
    trigger: str | None = None
    period: Period | None = None
    date: dt.date | None = None
    clock: dt.time | None = None
    weekday: tuple[Weekday, ...] = ()
    amount: Limit | None = None
    also_at: tuple[Quote, ...] = ()
    confidence: Confidence = Confidence.HIGH


def provisions(reading: OrderReading) -> tuple[Provision, ...]:
    """Return the provisions of a reading in the order of the text."""
    found = [one for rule in reading.rulebook for one in provisions_of_rule(rule)]
    return tuple(sorted(found, key=lambda one: one.quote.span.start if one.quote.span is not None else 0))


def provisions_of_rule(rule: Rule) -> tuple[Provision, ...]:
    """Return the provisions of one rule, in the order of its supports."""
    found: list[Provision] = []
    limits = list(rule.artifact.limits) if rule.artifact is not None else []
    timed = any(support.facet in _TIMED for support in rule.supports)
    options = list(rule.timing.options) if isinstance(rule.timing, EarliestOf | LatestOf) else []
    for index, support in enumerate(rule.supports):
        shows_time = support.facet in _TIMED or (not timed and index == 0 and support.facet is Facet.OTHER)
        amount = limits.pop(0) if support.facet is Facet.PAGE_LIMIT and limits else None
        timing = rule.timing
        if shows_time and options:
            timing = options.pop(0)  # each of the times has words of its own
        found.append(_provision(rule, support, timing if shows_time else None, amount))
    return tuple(found)


def _provision(rule: Rule, support: Support, timing: Timing | None, amount: Limit | None) -> Provision:
    period, date, clock, weekday = _time_fields(timing)
    if date is not None and not weekday and support.quote.text is not None:
        weekday = tuple(day for day in Weekday if str(day).lower() in support.quote.text.lower())
    return Provision(
        rule=rule.id,
        kind=support.facet,
        modality=str(rule.modality),
        scope=str(rule.scope),
        actor=", ".join(str(bearer) for bearer in rule.bearers),
        action=str(rule.act),
        trigger=str(period.trigger)
        if period is not None
        else str(timing.trigger)
        if isinstance(timing, NamedDay)
        else None,
        period=period,
        date=date,
        clock=clock,
        weekday=weekday,
        amount=amount,
        quote=support.quote,
        also_at=support.also_at,
        confidence=support.confidence,
    )


def _time_fields(timing: Timing | None) -> tuple[Period | None, dt.date | None, dt.time | None, tuple[Weekday, ...]]:
    match timing:
        case Period():
            return timing, None, timing.clock, ()
        case FixedDate():
            return None, timing.date, timing.clock, ()
        case Recurring():
            return None, None, timing.clock, timing.weekdays
        case NamedDay():
            return None, None, timing.clock, (timing.weekday,)
        case EarliestOf(options) | LatestOf(options) if options:
            return _time_fields(options[0])
        case NotBefore(opens):
            return _time_fields(opens)
        case Window():
            return _time_fields(timing.closes)
        case OnSilence():
            return timing.period, None, timing.period.clock, ()
        case None | CourtSets() | Standard() | EarliestOf() | LatestOf():
            return None, None, None, ()
