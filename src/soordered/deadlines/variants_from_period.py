"""Every way to count one period that gives a date of its own: the prevailing one, and each contested point that bites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from zoneinfo import ZoneInfo

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.days import Layer
from soordered.calendars.regimes import Backward, ExtraDays, Regime
from soordered.deadlines import readings as known
from soordered.deadlines.count_days import Count, CountSteps
from soordered.deadlines.readings import Base, Departure
from soordered.provenance.reasons import Step
from soordered.rules.timing import Unit

_NONE: Layers = frozenset()
_BUSINESS = frozenset({Unit.BUSINESS_DAY, Unit.COURT_DAY})
_CLOCK_UNITS = frozenset({Unit.HOUR, Unit.MINUTE})
_ORDER_WORDS_OUT = frozenset(
    {Layer.SUNDAY, Layer.SATURDAY, Layer.FEDERAL, Layer.NOTICE, Layer.SATURDAY_OBSERVED, Layer.FEDERAL_UNVERIFIED}
)
_CERTAIN = frozenset({Layer.SUNDAY, Layer.SATURDAY, Layer.FEDERAL, Layer.NOTICE})
_CONTESTED = (
    Layer.STATE,
    Layer.STATE_UNVERIFIED,
    Layer.SATURDAY_OBSERVED,
    Layer.FEDERAL_UNVERIFIED,
    Layer.CLOSING,
)


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
class Variant:
    """One way to count, with its result.

    Args:
        base: the reading it starts from.
        departures: the contested points at which it leaves it.
        regime: version of the rule.
        day: day number on which it ends.
        clock: the hour.
        steps: the count.
    """

    base: Base
    departures: tuple[Departure, ...]
    regime: Regime
    day: int
    clock: dt.time | None
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """How a period is counted, before the question which days are left out."""

    base: Base
    departures: tuple[Departure, ...] = ()
    n: int
    skips: bool
    rolls: bool
    roll_forward: bool
    extra: int = 0


@dataclass(frozen=True, slots=True)
class _Switch:
    """A contested layer: in or out of the days left out, against the prevailing reading."""

    layer: Layer
    departure: Departure


def variants(ask: Ask, on: dt.date, at: dt.time | None, regime: Regime, calendar: CourtCalendar) -> list[Variant]:
    """List every variant of a period under one version of the rule; the prevailing one first.

    Args:
        ask: what is counted.
        on: the trigger's day.
        at: the trigger's hour; needed for hours.
        regime: the version of the rule.
        calendar: the court's days.

    Raises:
        OutsideCalendarError: a count leaves the calendar.
    """
    if ask.unit in _CLOCK_UNITS:
        return _hour_variants(ask, dt.datetime.combine(on, at or dt.time()), regime, calendar)
    found: list[Variant] = []
    start = on.toordinal()
    base_layers, switches = _layers(ask.unit in _BUSINESS, ask.forward, regime)
    inaccessible = ask.filing and Layer.INACCESSIBLE in regime.nondays
    for shape in _shapes(ask, regime) + _late(ask, at, start, base_layers, calendar):
        count = Count(
            calendar=calendar,
            regime=regime,
            start=start,
            n=shape.n,
            unit=ask.unit,
            forward=ask.forward,
            skip=base_layers if shape.skips else _NONE,
            land=base_layers if shape.rolls else _NONE,
            roll_forward=shape.roll_forward,
            extra=shape.extra,
            past_inaccessible=inaccessible and shape.rolls,
        )
        day = count.landing()
        if known.RUNS_ON in shape.departures and day >= start:
            continue  # running on would reach the event itself
        found.append(_variant(shape, (), count, day))
        if shape.rolls or shape.skips:
            found += _contested(shape, count, base_layers, switches, day)
    return found


def _variant(shape: _Shape, more: tuple[Departure, ...], count: Count, day: int) -> Variant:
    return Variant(
        base=shape.base,
        departures=shape.departures + more,
        regime=count.regime,
        day=day,
        clock=None,
        steps=CountSteps(count),
    )


def _contested(shape: _Shape, count: Count, base: Layers, switches: tuple[_Switch, ...], day: int) -> list[Variant]:
    """Count again for each set of contested layers that has a day within reach."""
    calendar = count.calendar
    widest = base.union(switch.layer for switch in switches)
    far = day
    if widest != base:
        far = replace(count, skip=widest if shape.skips else _NONE, land=widest if shape.rolls else _NONE).landing()
    low, high = min(count.start, day, far), max(count.start, day, far)
    certain = calendar.table(_CERTAIN & base)
    biting = [
        switch
        for switch in switches
        if any(certain.is_open(number) for number in calendar.days_of(switch.layer, low, high))
    ]
    stands = (False, True) if count.past_inaccessible and calendar.days_of(Layer.INACCESSIBLE, low, high) else (False,)
    found: list[Variant] = []
    for chosen in product((False, True), repeat=len(biting)):
        layers = base.symmetric_difference(switch.layer for switch, on in zip(biting, chosen, strict=True) if on)
        departures = tuple(switch.departure for switch, on in zip(biting, chosen, strict=True) if on)
        for stand in stands:
            if not stand and not departures:
                continue
            varied = replace(
                count,
                skip=layers if shape.skips else _NONE,
                land=layers if shape.rolls else _NONE,
                past_inaccessible=count.past_inaccessible and not stand,
            )
            end = varied.landing()
            if known.RUNS_ON in shape.departures and end >= count.start:
                continue
            more = (*departures, known.INACCESSIBLE_STANDS) if stand else departures
            found.append(_variant(shape, more, varied, end))
    return found


@lru_cache(maxsize=256)
def _layers(business: bool, forward: bool, regime: Regime) -> tuple[Layers, tuple[_Switch, ...]]:  # noqa: FBT001
    """Return the layers that the prevailing reading leaves out, and those that are contested."""
    observed = Layer.SATURDAY in regime.nondays
    if business:
        return _ORDER_WORDS_OUT, (
            _Switch(Layer.STATE, known.STATE_OUT),
            _Switch(Layer.STATE_UNVERIFIED, known.UNVERIFIED_STATE_OUT),
            _Switch(Layer.SATURDAY_OBSERVED, known.OBSERVED_OPEN),
            _Switch(Layer.FEDERAL_UNVERIFIED, known.UNVERIFIED_OPEN),
            _Switch(Layer.CLOSING, known.CLOSINGS_OUT),
        )
    base = set(regime.nondays | regime.nondays_after_only if forward else regime.nondays) - {Layer.INACCESSIBLE}
    base.add(Layer.FEDERAL_UNVERIFIED)
    switches = [_Switch(Layer.FEDERAL_UNVERIFIED, known.UNVERIFIED_OPEN), _Switch(Layer.CLOSING, known.CLOSINGS_OUT)]
    if observed:
        base.add(Layer.SATURDAY_OBSERVED)
        switches.append(_Switch(Layer.SATURDAY_OBSERVED, known.OBSERVED_OPEN))
    if Layer.STATE in base:
        switches.append(_Switch(Layer.STATE, known.FEDERAL_ONLY))
        switches.append(_Switch(Layer.STATE_UNVERIFIED, known.UNVERIFIED_STATE_OUT))
    return frozenset(base), tuple(switches)


@lru_cache(maxsize=4096)
def _shapes(ask: Ask, regime: Regime) -> tuple[_Shape, ...]:
    """List the ways to count a period that differ in more than which days are left out."""
    short = ask.n < regime.excludes_under
    extra = regime.extra_days if ask.forward and ask.extra_method in regime.extra_days_methods else 0
    shapes: list[_Shape] = []

    def add(
        base: Base, *departures: Departure, n: int = ask.n, skips: bool = False, rolls: bool = True, extra: int = extra
    ) -> None:
        forward = ask.forward or known.RUNS_ON in departures
        shapes.append(
            _Shape(base=base, departures=departures, n=n, skips=skips, rolls=rolls, roll_forward=forward, extra=extra)
        )

    if ask.unit in _BUSINESS:
        add(known.BUSINESS_DAYS, skips=True)
        return tuple(shapes)
    runs_on = not ask.forward and regime.backward is Backward.UNSETTLED
    if ask.unit is Unit.CALENDAR_DAY:
        add(known.CALENDAR_DAYS)
        add(known.CALENDAR_DAYS, known.LITERAL_CALENDAR, rolls=False)
        if short and ask.n:
            add(known.CALENDAR_DAYS, known.CALENDAR_UNDER_THRESHOLD, skips=True)
        if runs_on:
            add(known.CALENDAR_DAYS, known.RUNS_ON)
        return tuple(shapes)
    skips = short and ask.unit is Unit.DAY and ask.n > 0
    add(known.RULE_6, skips=skips)
    if runs_on:
        add(known.RULE_6, known.RUNS_ON, skips=False)
    if skips and ask.by_order and not (ask.n == 1 and ask.clock is not None):
        add(known.RULE_6, known.STRAIGHT_COUNT, rolls=False)
    if ask.unit is Unit.DAY and ask.n == 1 and not ask.forward and ask.clock is not None and not ask.of_rule:
        add(known.RULE_6, known.LITERAL_DAY, rolls=False)
    if skips and extra and regime.extra_days_order is ExtraDays.WITH_PERIOD:
        add(known.RULE_6, known.EXTRA_MERGED, n=ask.n + extra, skips=ask.n + extra < regime.excludes_under, extra=0)
    return tuple(shapes)


def _late(ask: Ask, at: dt.time | None, start: int, layers: Layers, calendar: CourtCalendar) -> tuple[_Shape, ...]:
    """Read "the next business day" anew where the filing fell outside office hours."""
    if not (ask.n == 1 and ask.forward and ask.unit in _BUSINESS and ask.clock is not None) or ask.of_rule:
        return ()
    after_hours = at is not None and calendar.clerk_closes is not None and at >= calendar.clerk_closes
    if not after_hours and calendar.table(layers).is_open(start):
        return ()
    return (
        _Shape(
            base=known.BUSINESS_DAYS,
            departures=(known.AFTER_FIRST_DAY,),
            n=2,
            skips=True,
            rolls=True,
            roll_forward=True,
        ),
    )


def _hour_variants(ask: Ask, trigger: dt.datetime, regime: Regime, calendar: CourtCalendar) -> list[Variant]:
    zone = ZoneInfo(calendar.zone)
    length = dt.timedelta(hours=ask.n) if ask.unit is Unit.HOUR else dt.timedelta(minutes=ask.n)
    begins = trigger.replace(tzinfo=zone).astimezone(dt.UTC)
    ends = (begins + length if ask.forward else begins - length).astimezone(zone)
    if not calendar.first <= ends.date() <= calendar.last:
        raise calendar.outside()
    words = f"{ask.n} {ask.unit}s {'after' if ask.forward else 'before'}, as they elapse"
    cite = regime.cites.get("hours", "")
    steps = (
        Step(date=trigger.date(), counted=None, why=f"the trigger, at {trigger:%H:%M}; the count starts at once",
             authority=cite),
        Step(date=ends.date(), counted=None, why=f"{words}: {ends:%H:%M}", authority=cite),
    )  # fmt: skip

    def stays(*departures: Departure) -> Variant:
        return Variant(base=known.HOURS, departures=departures, regime=regime, day=ends.date().toordinal(),
                       clock=ends.time(), steps=steps)  # fmt: skip

    base, switches = _layers(False, ask.forward, regime)
    shape = _Shape(base=known.HOURS, departures=() if regime.counts_hours else (known.HOURS_ROLLED,), n=0, skips=False,
                   rolls=True, roll_forward=ask.forward)  # fmt: skip
    count = Count(
        calendar=calendar, regime=regime, start=ends.date().toordinal(), n=0, unit=Unit.DAY, forward=ask.forward,
        skip=_NONE, land=base, roll_forward=ask.forward,
        past_inaccessible=ask.filing and Layer.INACCESSIBLE in regime.nondays,
    )  # fmt: skip
    day = count.landing()
    rolled = [_variant(shape, (), count, day), *_contested(shape, count, base, switches, day)]
    moved = [replace(found, clock=ends.time(), steps=(*steps, *found.steps[1:])) for found in rolled]
    if regime.counts_hours:
        return moved if ask.of_rule else [*moved, stays(known.HOURS_NOT_ROLLED)]
    return [stays(), *moved]
