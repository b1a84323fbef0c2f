"""How a period can be counted that differs in more than a day: its shapes, and the layers that each reading leaves out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.days import Layer
from soordered.calendars.regimes import Backward, ExtraDays, Regime
from soordered.deadlines import readings as known
from soordered.deadlines.readings import Base, Departure
from soordered.rules.length import Unit

ORDER_WORDS = frozenset({Unit.BUSINESS_DAY, Unit.COURT_DAY})
_ORDER_WORDS_OUT = frozenset(
    {Layer.SUNDAY, Layer.SATURDAY, Layer.FEDERAL, Layer.NOTICE, Layer.SATURDAY_OBSERVED, Layer.FEDERAL_UNVERIFIED}
)
_CERTAIN = frozenset({Layer.SUNDAY, Layer.SATURDAY, Layer.FEDERAL, Layer.NOTICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is to be counted, whatever it is counted from.

    Args:
        n: how many units.
        unit: of what.
        forward: after the trigger, or before it.
        clock: the hour that the text gives, if any.
        by_order: a judge's order set the period in its own words.
        of_rule: a rule of court or a statute set it, so that nothing turns on an order's words.
        extra_method: service method that may earn extra days; empty when none can.
        filing: whether the act is a filing, so that inaccessibility can matter.
    """

    n: int
    unit: Unit
    forward: bool
    clock: dt.time | None
    by_order: bool
    of_rule: bool
    extra_method: str
    filing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a period is counted, before the question which days are left out.

    Args:
        base: the reading it starts from.
        departures: the points at which it leaves it.
        n: how many units.
        skips: whether days left out are not counted.
        rolls: whether a last day on a non-day moves.
        roll_forward: which way it moves.
        extra: days added for service.
    """

    base: Base
    departures: tuple[Departure, ...] = ()
    n: int
    skips: bool
    rolls: bool
    roll_forward: bool
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Switch:
    """A contested layer: in or out of the days left out, against the prevailing reading.

    Args:
        layer: the layer.
        departure: the reading that takes it the other way.
    """

    layer: Layer
    departure: Departure


class DaysOut:
    """The layers left out by the prevailing reading, and the contested ones.

    Args:
        base: layers left out.
        switches: contested layers, each with the reading that departs on it.
    """

    __slots__ = ("base", "certain", "switches", "widest")

    def __init__(self, base: Layers, switches: tuple[Switch, ...]) -> None:
        self.base = base
        self.switches = switches
        self.widest = base.union(switch.layer for switch in switches)
        self.certain = _CERTAIN & base


DAY_POINTS = frozenset(
    departure.point
    for departure in (
        known.FEDERAL_ONLY,
        known.UNVERIFIED_STATE_OUT,
        known.OBSERVED_OPEN,
        known.CLOSINGS_OUT,
        known.UNVERIFIED_OPEN,
        known.INACCESSIBLE_STANDS,
        known.OUTAGE_MOVES,
    )
)
"""Points that turn on a day; where no such day lies in the way of a count, the point is not at issue in it."""


@lru_cache(maxsize=256)
def days_out(business: bool, forward: bool, regime: Regime) -> DaysOut:  # noqa: FBT001  its answers are kept by place
    """Return the layers that the prevailing reading leaves out, and those that are contested."""
    if business:
        return DaysOut(
            _ORDER_WORDS_OUT,
            (
                Switch(Layer.STATE, known.STATE_OUT),
                Switch(Layer.STATE_UNVERIFIED, known.UNVERIFIED_STATE_OUT),
                Switch(Layer.SATURDAY_OBSERVED, known.OBSERVED_OPEN),
                Switch(Layer.FEDERAL_UNVERIFIED, known.UNVERIFIED_OPEN),
                Switch(Layer.CLOSING, known.CLOSINGS_OUT),
            ),
        )
    base = set(regime.nondays | regime.nondays_after_only if forward else regime.nondays) - {Layer.INACCESSIBLE}
    base.add(Layer.FEDERAL_UNVERIFIED)
    switches = [Switch(Layer.FEDERAL_UNVERIFIED, known.UNVERIFIED_OPEN), Switch(Layer.CLOSING, known.CLOSINGS_OUT)]
    if Layer.SATURDAY in regime.nondays:
        base.add(Layer.SATURDAY_OBSERVED)
        switches.append(Switch(Layer.SATURDAY_OBSERVED, known.OBSERVED_OPEN))
    if Layer.STATE in base:
        switches.append(Switch(Layer.STATE, known.FEDERAL_ONLY))
        switches.append(Switch(Layer.STATE_UNVERIFIED, known.UNVERIFIED_STATE_OUT))
    return DaysOut(frozenset(base), tuple(switches))


@lru_cache(maxsize=4096)
def shapes(ask: Ask, regime: Regime) -> tuple[Shape, ...]:
    """List the ways to count a period that differ in more than which days are left out."""
    short = ask.n < regime.excludes_under
    extra = regime.extra_days if ask.forward and ask.extra_method in regime.extra_days_methods else 0
    found: list[Shape] = []

    def add(
        base: Base, *departures: Departure, n: int = ask.n, skips: bool = False, rolls: bool = True, extra: int = extra
    ) -> None:
        forward = ask.forward or known.RUNS_ON in departures
        found.append(
            Shape(base=base, departures=departures, n=n, skips=skips, rolls=rolls, roll_forward=forward, extra=extra)
        )

    if ask.unit in ORDER_WORDS:
        add(known.BUSINESS_DAYS, skips=True)
        return tuple(found)
    runs_on = not ask.forward and regime.backward is Backward.UNSETTLED
    if ask.unit is Unit.CALENDAR_DAY:
        add(known.CALENDAR_DAYS)
        add(known.CALENDAR_DAYS, known.LITERAL_CALENDAR, rolls=False)
        if short and ask.n and not regime.spares_calendar_days:
            add(known.CALENDAR_DAYS, known.CALENDAR_UNDER_THRESHOLD, skips=True)
        if runs_on:
            add(known.CALENDAR_DAYS, known.RUNS_ON)
        return tuple(found)
    skips = short and ask.unit is Unit.DAY and ask.n > 0
    day_before = ask.unit is Unit.DAY and ask.n == 1 and not ask.forward and ask.clock is not None and not ask.of_rule
    add(known.DAY_BEFORE if day_before else known.RULE_6, skips=skips)
    if runs_on and not skips:
        add(known.RULE_6, known.RUNS_ON)
    if skips and ask.by_order and not (ask.n == 1 and ask.clock is not None):
        add(known.RULE_6, known.STRAIGHT_COUNT, rolls=False)
    if day_before:
        add(known.RULE_6, known.LITERAL_DAY, rolls=False)
    if skips and extra and regime.extra_days_order is ExtraDays.WITH_PERIOD:
        add(known.RULE_6, known.EXTRA_MERGED, n=ask.n + extra, skips=ask.n + extra < regime.excludes_under, extra=0)
    return tuple(found)


def late_shapes(ask: Ask, at: dt.time | None, start: int, layers: Layers, calendar: CourtCalendar) -> tuple[Shape, ...]:
    """Read "the next business day" anew where the filing fell outside office hours."""
    if not (ask.n == 1 and ask.forward and ask.unit in ORDER_WORDS and ask.clock is not None) or ask.of_rule:
        return ()
    after_hours = at is not None and calendar.clerk_closes is not None and at >= calendar.clerk_closes
    if not after_hours and calendar.table(layers).is_open(start):
        return ()
    return (
        Shape(
            base=known.BUSINESS_DAYS,
            departures=(known.AFTER_FIRST_DAY,),
            n=2,
            skips=True,
            rolls=True,
            roll_forward=True,
        ),
    )


Past = tuple[Layers, tuple[Departure, ...]]
"""Layers past which a filing moves on, and the departures that this is; the prevailing ones first."""


def ways_past(ask: Ask, regime: Regime, calendar: CourtCalendar) -> tuple[Past, ...]:
    """List how a filing may treat a last day on which the clerk's office could not be reached.

    Args:
        ask: what is counted.
        regime: the version of the rule.
        calendar: the court's days.
    """
    if not ask.filing or Layer.INACCESSIBLE not in regime.nondays:
        return ((frozenset(), ()),)
    found: list[Past] = [(frozenset(), ())]
    if calendar.holds(Layer.INACCESSIBLE):
        found = [(frozenset({Layer.INACCESSIBLE}), ()), (frozenset(), (known.INACCESSIBLE_STANDS,))]
    if calendar.holds(Layer.OUTAGE):
        found += [(layers | {Layer.OUTAGE}, (*departures, known.OUTAGE_MOVES)) for layers, departures in found]
    return tuple(found)


def counts_alike(one: Regime, other: Regime, ask: Ask) -> bool:
    """Say whether two versions of the rule count this alike, so that a change from one to the other moves nothing."""
    return (
        (ask.n < one.excludes_under) == (ask.n < other.excludes_under)
        and one.nondays == other.nondays
        and one.nondays_after_only == other.nondays_after_only
        and (ask.forward or one.backward is other.backward)
        and one.counts_hours == other.counts_hours
        and (
            not ask.extra_method
            or (
                (ask.extra_method in one.extra_days_methods) == (ask.extra_method in other.extra_days_methods)
                and one.extra_days_order is other.extra_days_order
            )
        )
    )
