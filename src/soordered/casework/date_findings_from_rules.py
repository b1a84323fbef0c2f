"""Doubts that move a date: words with more than one count, units that change, periods that run into a shipped limit.

Nothing about the law is written here: each period is counted by the engine from every day of a stretch, and what the
engine cannot decide is reported with its own reasons.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from soordered.calendars.time_law import TimeLaw
from soordered.casework.findings import Finding, Severity, finding_on
from soordered.deadlines.dates_from_periods import due, fixed
from soordered.deadlines.deadline import Deadline, Moment, Reading, Standing
from soordered.deadlines.facts import Fact
from soordered.deadlines.obligations_from_rules import obligations
from soordered.rules.precedence import conflicts, displaced_rules
from soordered.rules.rule import Rank, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import EarliestOf, FixedDate, LatestOf, Length, Period, Timing, Unit
from soordered.rules.triggers_from_timing import timing_periods, timing_triggers
from soordered.rules.vocabulary import Act, Facet, Scope, Trigger

STRETCH = 210
"""Days from the order's date on which each period is tried: long enough for every holiday of a season."""

_TIMED = (Facet.DEADLINE, Facet.CUTOFF_TIME, Facet.HEARING_SCHEDULE)
_DAYS = (Unit.DAY, Unit.CALENDAR_DAY, Unit.BUSINESS_DAY, Unit.COURT_DAY)
_LIMITS = (Trigger.DISCOVERY_CUTOFF, Trigger.EXPERT_CUTOFF)


def date_findings(book: Rulebook, law: TimeLaw, *, start: dt.date | None, beside: Rulebook) -> Iterator[Finding]:
    """Find what can move a date.

    Args:
        book: the order's rules.
        law: how days are counted in its court.
        start: the first day tried, usually the order's date; ``None`` if it is not known: then nothing is counted.
        beside: the local and federal rules of the day.
    """
    for rule in book.rules:
        yield from _on_triggers(rule)
        if start is not None:
            yield from _more_than_one_date(rule, law, start)
        yield from _on_fixed_dates(rule, law)
    yield from _units_that_change(book)
    if start is not None:
        yield from _past_the_limit(book, beside, law, start)
        yield from _beside_shipped_rules(book, beside, start)


def _more_than_one_date(rule: Rule, law: TimeLaw, start: dt.date) -> Iterator[Finding]:
    triggers = timing_triggers(rule.timing)
    if not triggers:
        return
    contested: list[tuple[dt.date, Deadline]] = []
    tried = [start] if triggers[0] is Trigger.ORDER_DATED else _days(start)
    for day in tried:
        facts = [Fact(id="tried", trigger=triggers[0], on=day, order=rule.source.id)]
        dated = [found.deadline for found in obligations(Rulebook(rules=(rule,)), facts, law)]
        contested.extend((day, found) for found in dated if found is not None and found.contested)
    if not contested:
        return
    day, widest = max(contested, key=lambda entry: (_spread(entry[1]), -entry[0].toordinal()))
    example = _by_date(widest.readings)
    shown = " ".join(f"{_day_and_hour(reading.due)}: {reading.because}" for reading in example)
    often = f" on {len(contested)} of {len(tried)} days tried" if len(tried) > 1 else ""
    yield finding_on(
        rule,
        "more-than-one-date",
        f"The words give more than one date{often}; counted from {day:%A %-d %B %Y}: {shown}",
        remedy=_settled_by(contested),
        severity=Severity.DATE,
        facets=_TIMED,
        example=example,
    )


def _settled_by(contested: Sequence[tuple[dt.date, Deadline]]) -> str:
    ways = dict.fromkeys(
        way
        for _, found in contested
        for reading in found.readings
        for way in reading.settled_by.split("; ")
        if way  # a reading of several departures names a way for each
    )
    return f"Act by the earliest, or settle it: {'; '.join(ways)}." if ways else "Act by the earliest, or ask chambers."


def _spread(found: Deadline) -> tuple[int, int]:
    live = [reading for reading in found.readings if reading.standing is not Standing.WEAK] or list(found.readings)
    days = [reading.due.date.toordinal() for reading in live]
    return max(days) - min(days), len(found.readings)


def _by_date(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda reading: reading.due.sort_key))


def _day_and_hour(moment: Moment) -> str:
    return f"{moment.date:%A %-d %B %Y}" + (f", {moment.clock:%H:%M}" if moment.clock is not None else "")


def _on_triggers(rule: Rule) -> Iterator[Finding]:
    for period in timing_periods(rule.timing):
        if period.anchors:
            others = " or ".join(_plain(anchor) for anchor in period.anchors)
            yield finding_on(
                rule,
                "unsettled-anchor",
                f"The day it is counted from can be read as {_plain(period.trigger)} or {others}.",
                remedy="Record both days; the earlier end is the safe one.",
                severity=Severity.DATE,
                facets=_TIMED,
            )
        if period.trigger is Trigger.ORDER_DATED:
            yield finding_on(
                rule,
                "date-of-the-order",
                "The date of the order can be the day it was signed, entered on the docket or served.",
                remedy="Count from the day of signing unless the order or chambers says otherwise; record all three.",
                severity=Severity.DATE,
                facets=_TIMED,
            )
        if period.trigger is Trigger.MEETING_DEMANDED:
            yield finding_on(
                rule,
                "demand-sent-or-received",
                "A demand is made when it is sent, or when it is received; the text does not say.",
                remedy="Record both times; count from sending.",
                severity=Severity.DATE,
                facets=_TIMED,
            )


def _plain(code: object) -> str:
    return f"{code}".replace("_", " ")


def _on_fixed_dates(rule: Rule, law: TimeLaw) -> Iterator[Finding]:
    for date in _fixed_dates(rule.timing):
        shown = fixed(date.date, law, clock=date.clock)
        if shown.act_by.date != date.date:
            yield finding_on(
                rule,
                "fixed-date-on-a-closed-day",
                f"{date.date:%A %-d %B %Y} is no open court day, and a date that a text prints does not move by itself.",
                remedy=f"Act by {_day_and_hour(shown.act_by)}, or ask chambers.",
                severity=Severity.DATE,
                facets=_TIMED,
            )


def _fixed_dates(timing: Timing | None) -> list[FixedDate]:
    if isinstance(timing, EarliestOf | LatestOf):
        return [date for option in timing.options for date in _fixed_dates(option)]
    return [timing] if isinstance(timing, FixedDate) else []


def _units_that_change(book: Rulebook) -> Iterator[Finding]:
    for source in book.sources or tuple(dict.fromkeys(rule.source for rule in book.rules)):
        units: dict[Unit, list[Rule]] = {}
        for rule in book.rules:
            if rule.source.id == source.id:
                for period in timing_periods(rule.timing):
                    if period.length.unit in _DAYS and period.length.n > 1:
                        units.setdefault(period.length.unit, []).append(rule)
        if len(units) > 1:
            said = "; ".join(
                f"{_plain(unit)}s in {', '.join(dict.fromkeys(rule.id for rule in rules))}"
                for unit, rules in units.items()
            )
            yield finding_on(
                next(iter(units.values()))[0],
                "units-change",
                f"One text counts in more than one unit: {said}.",
                remedy="Check which unit each period has; do not carry one over to the other.",
                severity=Severity.DATE,
                facets=_TIMED,
            )


def _past_the_limit(book: Rulebook, beside: Rulebook, law: TimeLaw, start: dt.date) -> Iterator[Finding]:
    """Say when demand, meeting and letter, each on its last day, would end after the limit on discovery motions."""
    steps = [
        _standing_period(book, Act.MEET_AND_CONFER, Trigger.MEETING_DEMANDED),
        _standing_period(book, Act.FILE_JOINT_LETTER, Trigger.MEETING_HELD),
    ]
    found = [step for step in steps if step is not None]
    limits = [
        rule for rule in beside.for_act(Act.FILE_DISCOVERY_MOTION) if set(timing_triggers(rule.timing)) & {*_LIMITS}
    ]
    if len(found) != len(steps) or not limits:
        return
    last_rule = found[-1][0]
    ends = {day: _chain(day, [period for _, period in found], law, rank=last_rule.source.rank) for day in _days(start)}
    longest = max((end - day).days for day, end in ends.items())
    told: set[tuple[str, Length]] = set()
    for limit in limits:
        period = timing_periods(limit.timing)[0]
        cite = limit.authority.cite if limit.authority else limit.id
        if (cite, period.length) in told:
            continue
        told.add((cite, period.length))
        cutoff = start + dt.timedelta(days=STRETCH - longest)
        last = due(
            period.length, period.direction, cutoff, law, bound=period.bound, rank=limit.source.rank
        ).prevailing.date
        safe = max((day for day, end in ends.items() if end <= last), default=None)
        example = (
            f" With a cut-off on {cutoff}, the last demand that keeps the letter inside it is made on {safe}."
            if safe
            else ""
        )
        yield finding_on(
            last_rule,
            "past-the-limit-on-motions",
            f"Demand, meeting and letter on their last days take up to {longest} days, and {cite} allows {period.length} after "
            f"the {_plain(period.trigger)}.{example}",
            remedy="Demand earlier when a cut-off is near, or ask for more time before it.",
            severity=Severity.DATE,
            facets=_TIMED,
        )


def _days(start: dt.date) -> list[dt.date]:
    return [start + dt.timedelta(days=offset) for offset in range(STRETCH)]


def _standing_period(book: Rulebook, act: Act, trigger: Trigger) -> tuple[Rule, Period] | None:
    for rule in book.for_act(act, scope=Scope.STANDING):
        if isinstance(rule.timing, Period) and rule.timing.trigger == trigger:
            return rule, rule.timing
    return None


def _chain(day: dt.date, periods: Sequence[Period], law: TimeLaw, *, rank: Rank) -> dt.date:
    for period in periods:
        day = due(period.length, period.direction, day, law, bound=period.bound, rank=rank).prevailing.date
    return day


def _beside_shipped_rules(book: Rulebook, beside: Rulebook, start: dt.date) -> Iterator[Finding]:
    joined = book.joined(beside)
    for entry in displaced_rules(joined, start):
        if entry.by in book.rules and entry.rule.timing != entry.by.timing:
            cite = entry.rule.authority.cite if entry.rule.authority else entry.rule.id
            yield finding_on(
                entry.by,
                "displaces-a-shipped-rule",
                f"It takes the place of {cite}, which says otherwise: {entry.rule.summary or entry.rule.id}",
                remedy="Follow the order; keep the rule in mind if the order ends.",
                severity=Severity.NOTE,
                facets=_TIMED,
            )
    for conflict in conflicts(book, start):
        yield finding_on(
            conflict.rules[0],
            "conflict",
            str(conflict),
            remedy="Act by the earlier, and ask chambers which holds.",
            severity=Severity.DATE,
            facets=_TIMED,
        )
