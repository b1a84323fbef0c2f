"""Rules brought to life by facts: obligations with their dates, or waiting, never with an invented date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

from soordered.calendars.days import Layer
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines import readings as known
from soordered.deadlines.combined_deadlines import earliest_of, latest_of
from soordered.deadlines.dates_from_periods import due_from_anchors, fixed
from soordered.deadlines.day_named_beside_event import day_named_beside
from soordered.deadlines.deadline import Deadline, Settlement
from soordered.deadlines.facts import Fact, Obligation, Waiting
from soordered.deadlines.plan_of_period import Anchor
from soordered.deadlines.readings import Departure, from_anchor
from soordered.rules.rule import Rank, Rule
from soordered.rules.rulebook import Rulebook
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
    Unit,
    Window,
)
from soordered.rules.vocabulary import Act, Other, Scope, Trigger, TriggerCode

_OWN_ORDER = frozenset({Trigger.ORDER_DATED, Trigger.ORDER_ENTERED, Trigger.ORDER_SERVED})
_ORDERS = frozenset({Rank.CASE_ORDER, Rank.STANDING_ORDER})
_DEMANDS = frozenset({Trigger.MEETING_DEMANDED, Trigger.REQUEST_MADE})
_CLOCK_UNITS = frozenset({Unit.HOUR, Unit.MINUTE})
_FILINGS = frozenset(
    {Act.E_FILE_PAPER, Act.WITHDRAW_MOTION, Act.REQUEST_EXTENSION, Act.OBJECT_TO_RULING, Act.SEEK_LEAVE}
)
_COURT_OPEN = frozenset({Layer.SUNDAY, Layer.SATURDAY, Layer.FEDERAL})


class _Facts:
    """Facts by trigger, and by trigger and matter, so that each rule looks only at its own."""

    __slots__ = ("_by_about", "_by_trigger", "_last")

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_trigger: dict[TriggerCode, list[Fact]] = {}
        self._by_about: dict[tuple[TriggerCode, str], list[Fact]] = {}
        self._last: dict[tuple[TriggerCode, str], Fact] = {}
        for fact in facts:
            self._by_trigger.setdefault(fact.trigger, []).append(fact)
            self._by_about.setdefault((fact.trigger, fact.about), []).append(fact)
            last = self._last.get((fact.trigger, fact.about))
            if last is None or last.on <= fact.on:
                self._last[fact.trigger, fact.about] = fact

    def of(self, trigger: TriggerCode) -> Sequence[Fact]:
        return self._by_trigger.get(trigger, ())

    def beside(self, trigger: TriggerCode, about: str) -> Sequence[Fact]:
        """Return the facts of a trigger in one matter; none if several name no matter, for nobody knows which belongs."""
        found = self._by_about.get((trigger, about), ())
        return found if about or len(found) == 1 else ()

    def last(self, trigger: TriggerCode, about: str) -> Fact | None:
        """Return the last fact of a trigger in one matter, or in the whole case."""
        return self._last.get((trigger, about)) or self._last.get((trigger, ""))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A timing worked out from facts: the date, or why there is none."""

    deadline: Deadline | None
    waiting: Waiting | None = None
    detail: str = ""


_SameDate = tuple[int, int, dt.date, dt.time | None, dt.date | None, str]
"""Which rule and period, by identity, and what of a fact its date depends on."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stays the same while a rulebook is brought to life."""

    facts: _Facts
    law: TimeLaw
    settlements: tuple[Settlement, ...]
    side: str
    dated: dict[_SameDate, _Dated]


def obligations(
    rulebook: Rulebook,
    facts: Sequence[Fact],
    law: TimeLaw,
    *,
    settlements: tuple[Settlement, ...] = (),
    side: str = "",
) -> tuple[Obligation, ...]:
    """Bring every rule that has a time to life.

    A standing rule runs from each fact of its trigger, a rule for the case at hand from one; a rule whose trigger has
    not happened waits. A rule of an order runs from that order's own date only. Only rules in force on the day of the
    trigger run. Where one order holds a rule for the case at hand and a standing rule for the same act from the same
    trigger, the fact that the first takes does not start the second.

    Args:
        rulebook: rules of any source.
        facts: what happened or is set to happen; order does not matter for the dates.
        law: versions of the counting rule and the court's calendar.
        settlements: contested points settled for the matter.
        side: whose view this is, for settlements of one side for itself.

    Returns:
        obligations in the order of the rulebook, within a rule in the order of the facts; where two sources have a rule
        of one id, the source's id stands before it.

    Raises:
        OutsideCalendarError: a date lies outside 1938 to 2050.
        UnknownServiceError: a fact names a way of service that is none.
    """
    setting = _Setting(_Facts(facts), law, settlements, side, {})
    taken = _taken_by_case_rules(rulebook, setting.facts)
    found: list[Obligation] = []
    sources: dict[str, set[str]] = {}
    for rule in rulebook.rules:
        sources.setdefault(rule.id, set()).add(rule.source.id)
    for rule in rulebook.rules:
        if rule.timing is not None:
            name = rule.id if len(sources[rule.id]) == 1 else f"{rule.source.id}/{rule.id}"
            found += _of_rule(rule, name, rule.timing, setting, taken)
    return tuple(found)


def _of_rule(
    rule: Rule, name: str, timing: Timing, setting: _Setting, taken: dict[tuple[str, object, TriggerCode], str]
) -> list[Obligation]:
    triggers = _triggers(timing)
    if not triggers:
        dated = _dated(rule, timing, None, setting)
        return [_obligation(rule, name, None, dated, mark="fixed")]
    occasions = _occasions(rule, triggers, setting.facts, taken)
    if not occasions and isinstance(timing, Standard):
        return [_obligation(rule, name, None, _Dated(None, Waiting.FOR_JUDGMENT, timing.words))]
    if not occasions:
        detail = f"{_words(triggers[0])} has not happened"
        return [_obligation(rule, name, None, _Dated(None, Waiting.FOR_TRIGGER, detail))]
    return [_obligation(rule, name, fact, _dated(rule, timing, fact, setting)) for fact in occasions]


def _obligation(rule: Rule, name: str, fact: Fact | None, dated: _Dated, *, mark: str = "") -> Obligation:
    return Obligation(
        id=f"{name}@{fact.id if fact else mark}",
        rule=rule,
        fact=fact,
        about=fact.about if fact else "",
        deadline=_with_doubts(dated.deadline, rule.doubts),
        waiting=dated.waiting,
        detail=dated.detail,
    )


def _with_doubts(deadline: Deadline | None, doubts: tuple[str, ...]) -> Deadline | None:
    """Say beside a date what is not known about the text of the rule that gives it."""
    if deadline is None or not doubts:
        return deadline
    return replace(deadline, notes=(*deadline.notes, *doubts))


def _occasions(
    rule: Rule,
    triggers: Sequence[TriggerCode],
    facts: _Facts,
    taken: dict[tuple[str, object, TriggerCode], str],
) -> list[Fact]:
    """Return the facts that start a rule: those of its first trigger, or of a later one in matters without the first."""
    found: list[Fact] = []
    seen: set[str] = set()
    for place, trigger in enumerate(triggers):
        for fact in facts.of(trigger):
            if not _starts(rule, fact):
                continue
            if place and fact.about in seen:
                continue
            if rule.scope is Scope.STANDING and taken.get((rule.source.id, rule.act, trigger)) == fact.id:
                continue
            found.append(fact)
        seen |= {fact.about for fact in found}
    if rule.scope is Scope.CASE and len(found) > 1:
        return [_case_fact(rule, found)]
    return found


def _starts(rule: Rule, fact: Fact) -> bool:
    if fact.trigger in _OWN_ORDER and rule.source.rank in _ORDERS and fact.order != rule.source.id:
        return False
    return rule.in_force_on(fact.on)


def _case_fact(rule: Rule, found: Sequence[Fact]) -> Fact:
    own = [fact for fact in found if fact.order == rule.source.id]
    return min(own or found, key=lambda fact: (fact.on, fact.clock or dt.time()))


def _taken_by_case_rules(rulebook: Rulebook, facts: _Facts) -> dict[tuple[str, object, TriggerCode], str]:
    """Say which fact each rule for the case at hand takes, by source, act and trigger."""
    taken: dict[tuple[str, object, TriggerCode], str] = {}
    for rule in rulebook.rules:
        if rule.scope is not Scope.CASE or rule.timing is None:
            continue
        for trigger in _triggers(rule.timing)[:1]:
            found = [fact for fact in facts.of(trigger) if _starts(rule, fact)]
            if found:
                taken[rule.source.id, rule.act, trigger] = _case_fact(rule, found).id
    return taken


def _triggers(timing: Timing) -> tuple[TriggerCode, ...]:
    """Return what a timing is counted from, the plain trigger first; empty when no fact is needed."""
    match timing:
        case Period():
            return (timing.trigger, *timing.anchors)
        case NamedDay():
            return (timing.trigger,)
        case EarliestOf() | LatestOf():
            return tuple(dict.fromkeys(code for option in timing.options for code in _triggers(option)))
        case NotBefore():
            return _triggers(timing.opens)
        case Window():
            return _triggers(timing.closes)
        case OnSilence():
            return _triggers(timing.period)
        case Standard():
            return () if timing.soft is None else _triggers(timing.soft)
        case FixedDate() | Recurring() | CourtSets():
            return ()
        case _:
            assert_never(timing)


def _dated(rule: Rule, timing: Timing, fact: Fact | None, setting: _Setting) -> _Dated:
    match timing:
        case Period():
            return _period(rule, timing, fact, setting)
        case FixedDate():
            return _Dated(fixed(timing.date, setting.law, clock=timing.clock))
        case NamedDay():
            if fact is None:
                return _Dated(None, Waiting.FOR_TRIGGER, f"{_words(timing.trigger)} has not happened")
            return _Dated(day_named_beside(timing, fact.on, setting.law))
        case EarliestOf():
            return _of_several(rule, timing, fact, setting)
        case LatestOf():
            return _of_several(rule, timing, fact, setting)
        case NotBefore():
            return _with_detail(_dated(rule, timing.opens, fact, setting), "not before this; an act before it is early")
        case Window():
            return _with_detail(_dated(rule, timing.closes, fact, setting), f"{timing.choices} to be named by then")
        case OnSilence():
            words = str(timing.effect).replace("_", " ")
            return _with_detail(_dated(rule, timing.period, fact, setting), f"{words} if nobody acts until then")
        case Recurring():
            days = ", ".join(f"{weekday}s" for weekday in timing.weekdays)
            return _Dated(None, Waiting.FOR_COURT, f"{days}{f' at {timing.clock:%H:%M}' if timing.clock else ''}")
        case CourtSets():
            return _Dated(None, Waiting.FOR_COURT, "the Court will say when")
        case Standard():
            soft = None if timing.soft is None else _dated(rule, timing.soft, fact, setting).deadline
            return _Dated(soft, Waiting.FOR_JUDGMENT, timing.words)
        case _:
            assert_never(timing)


def _with_detail(dated: _Dated, words: str) -> _Dated:
    return dated if dated.waiting is not None else replace(dated, detail=words)


def _of_several(rule: Rule, timing: EarliestOf | LatestOf, fact: Fact | None, setting: _Setting) -> _Dated:
    dated: list[Deadline] = []
    missing: list[str] = []
    for option in timing.options:
        found = _dated(rule, option, _fact_for(option, fact, setting.facts), setting)
        if found.deadline is None:
            missing.append(found.detail)
        else:
            dated.append(found.deadline)
    if not dated:
        return _Dated(None, Waiting.FOR_TRIGGER, "; ".join(missing))
    first = isinstance(timing, EarliestOf)
    change = "earlier" if first else "later"
    notes = [f"It may become {change}: {words}." for words in missing]
    return _Dated(earliest_of(dated, notes) if first else latest_of(dated, notes))


def _fact_for(option: Timing, fact: Fact | None, facts: _Facts) -> Fact | None:
    """Return the fact of the same matter that an option is counted from, the last if there are several."""
    triggers = _triggers(option)
    if fact is None or fact.trigger in triggers:
        return fact
    for trigger in triggers:
        found = facts.last(trigger, fact.about)
        if found is not None:
            return found
    return None


def _period(rule: Rule, period: Period, fact: Fact | None, setting: _Setting) -> _Dated:
    if fact is None:
        return _Dated(None, Waiting.FOR_TRIGGER, f"{_words(period.trigger)} has not happened")
    if period.length.unit in _CLOCK_UNITS and fact.clock is None:
        return _Dated(None, Waiting.FOR_TRIGGER, f"the hour of {_words(fact.trigger)} is not known")
    if period.anchors or fact.trigger is Trigger.ORDER_DATED:  # its date depends on other facts as well
        return _counted(rule, period, fact, setting)
    same = id(rule), id(period), fact.on, fact.clock, fact.received_on, fact.service
    dated = setting.dated.get(same)
    if dated is None:
        dated = setting.dated[same] = _counted(rule, period, fact, setting)
    return dated


def _counted(rule: Rule, period: Period, fact: Fact, setting: _Setting) -> _Dated:
    deadline = due_from_anchors(
        period.length,
        period.direction,
        _anchors(period, fact, setting),
        setting.law,
        bound=period.bound,
        clock=period.clock,
        served_trigger=rule.served_trigger,
        service=fact.service if rule.served_trigger else "",
        filing="electronic" if is_filing(rule.act) else "none",
        rank=rule.source.rank,
        settlements=setting.settlements,
        side=setting.side,
    )
    return _Dated(deadline)


def is_filing(act: Act | Other) -> bool:
    """Say whether an act is a filing, so that it matters whether the clerk's office can be reached."""
    return isinstance(act, Act) and (act in _FILINGS or act.startswith("file_"))


def _anchors(period: Period, fact: Fact, setting: _Setting) -> tuple[Anchor, ...]:
    plain = Anchor(on=fact.on, at=fact.clock)
    found = [plain]
    if fact.received_on is not None and fact.received_on != fact.on:
        found.append(Anchor(on=fact.received_on, departure=known.FROM_RECEIPT))
    calendar = setting.law.calendar
    if fact.trigger in _DEMANDS and fact.clock is not None and calendar.clerk_closes is not None:
        late = fact.clock >= calendar.clerk_closes or not calendar.is_open(fact.on, _COURT_OPEN)
        if late and period.length.unit not in _CLOCK_UNITS:
            following = calendar.next_open(fact.on + dt.timedelta(days=1), _COURT_OPEN)
            found.append(Anchor(on=following, departure=known.AFTER_HOURS))
    if fact.trigger is Trigger.ORDER_DATED:
        found += [
            Anchor(on=other.on, at=other.clock, departure=_anchor_departure(code))
            for code in (Trigger.ORDER_ENTERED, Trigger.ORDER_SERVED)
            for other in setting.facts.of(code)
            if other.order == fact.order and other.on != fact.on
        ]
    if period.anchors:
        for code in (period.trigger, *period.anchors):
            if code == fact.trigger:
                continue
            found += [
                Anchor(on=other.on, at=other.clock, departure=_anchor_departure(code))
                for other in setting.facts.beside(code, fact.about)
            ]
    return tuple(found)


@lru_cache(maxsize=256)
def _anchor_departure(code: TriggerCode) -> Departure:
    return from_anchor(_words(code), "other" if isinstance(code, Other) else str(code))


def _words(code: TriggerCode) -> str:
    if isinstance(code, Other):
        return code.words
    return "the " + str(code).replace("_", " ")
