"""Every way to count one period that gives a date of its own: the prevailing one, and each contested point that bites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.days import Layer
from soordered.calendars.regimes import Backward, ExtraDays, Regime
from soordered.deadlines import readings as known
from soordered.deadlines.count_days import ORDER_WORDS_CITE, Count, CountSteps
from soordered.deadlines.readings import Base, Departure
from soordered.provenance.reasons import Step
from soordered.rules.length import Unit

_NONE: Layers = frozenset()
ORDER_WORDS = frozenset({Unit.BUSINESS_DAY, Unit.COURT_DAY})
_CLOCK_UNITS = frozenset({Unit.HOUR, Unit.MINUTE})
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


@dataclass(slots=True)
class Variant:
    """One way to count, with its result; not frozen for the reason given at ``Count``.

    Args:
        base: the reading it starts from.
        departures: the contested points at which it leaves it.
        regime: version of the rule.
        day: day number on which it ends.
        count: the count, or the steps of one in hours.
        clock: the hour, for a period in hours.
        doubtful_days: points on which a day in the way of this count is contested.
    """

    base: Base
    departures: tuple[Departure, ...]
    regime: Regime
    day: int
    count: Count | tuple[Step, ...]
    clock: dt.time | None = None
    doubtful_days: frozenset[str] = frozenset()

    def steps(self) -> Sequence[Step]:
        """Return the steps, written out when first looked at."""
        return self.count if isinstance(self.count, tuple) else CountSteps(self.count)

    def departing(self, departure: Departure) -> Variant:
        """Return the same count as part of one more departure from the prevailing reading."""
        return replace(self, departures=(departure, *self.departures))


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
        alone: the layer as a set, made once.
    """

    layer: Layer
    departure: Departure
    alone: Layers = _NONE

    def __post_init__(self) -> None:
        object.__setattr__(self, "alone", frozenset({self.layer}))


class DaysOut:
    """The layers left out by the prevailing reading, and the contested ones.

    Args:
        base: layers left out.
        switches: contested layers, each with the reading that departs on it.
    """

    __slots__ = ("_turned", "base", "certain", "contested", "switches", "widest")

    def __init__(self, base: Layers, switches: tuple[Switch, ...]) -> None:
        self.base = base
        self.switches = switches
        self.widest = base.union(switch.layer for switch in switches)
        self.certain = _CERTAIN & base
        self.contested = frozenset({*(switch.layer for switch in switches), Layer.INACCESSIBLE})
        self._turned: dict[tuple[Layer, ...], Layers] = {(): base}

    def turned(self, layers: tuple[Layer, ...]) -> Layers:
        """Return the layers left out when these are taken the other way."""
        found = self._turned.get(layers)
        if found is None:
            found = self._turned[layers] = self.base.symmetric_difference(layers)
        return found


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
    start = on.toordinal()
    days = days_out(ask.unit in ORDER_WORDS, ask.forward, regime)
    inaccessible = ask.filing and Layer.INACCESSIBLE in regime.nondays and calendar.holds(Layer.INACCESSIBLE)
    found: list[Variant] = []
    for shape in shapes(ask, regime) + late_shapes(ask, at, start, days.base, calendar):
        count = Count(
            calendar=calendar,
            regime=regime,
            start=start,
            n=shape.n,
            unit=ask.unit,
            forward=ask.forward,
            skip=days.base if shape.skips else _NONE,
            land=days.base if shape.rolls else _NONE,
            roll_forward=shape.roll_forward,
            extra=shape.extra,
            past_inaccessible=inaccessible and shape.rolls,
        )
        found += _each_way(shape, count, days)
    return found


def _each_way(shape: Shape, count: Count, days: DaysOut) -> list[Variant]:
    """Count under the prevailing layers and, where a contested day lies in the way, under each set of layers."""
    day = count.landing()
    if shape.skips or shape.rolls:
        low, high = _reach(count, day)
        if count.calendar.contested_between(days.contested, days.certain, low, high):
            return _contested(shape, count, days)
    if _reaches_event(shape, count.start, day):
        return []
    return [Variant(shape.base, shape.departures, count.regime, day, count)]


def _reach(count: Count, day: int) -> tuple[int, int]:
    """Return the first and the last day that a count touches on its way to ``day``."""
    if count.forward:
        return min(count.start, day), max(count.start, day)
    turned = count.raw() if count.roll_forward else replace(count, past_inaccessible=False).landing()
    return min(turned, day), max(count.start, day)


def _reaches_event(shape: Shape, start: int, day: int) -> bool:
    return known.RUNS_ON in shape.departures and day >= start


def _contested(shape: Shape, count: Count, days: DaysOut) -> list[Variant]:
    """Count for each set of contested layers that has a day within reach; the prevailing set first."""
    calendar = count.calendar
    widest = _under(count, shape, days.widest, past_inaccessible=count.past_inaccessible)
    reaches = _reach(count, count.landing()), _reach(widest, widest.landing())
    low, high = min(first for first, _ in reaches), max(last for _, last in reaches)
    biting = [switch for switch in days.switches if calendar.contested_between(switch.alone, days.certain, low, high)]
    stands = (False, True) if count.past_inaccessible and calendar.days_of(Layer.INACCESSIBLE, low, high) else (False,)
    doubtful = frozenset(switch.departure.point for switch in biting)
    if len(stands) > 1:
        doubtful |= {known.INACCESSIBLE_STANDS.point}
    found: list[Variant] = []
    for chosen in product((False, True), repeat=len(biting)):
        taken = [switch for switch, other_way in zip(biting, chosen, strict=True) if other_way]
        layers = days.turned(tuple([switch.layer for switch in taken]))
        departures = tuple([switch.departure for switch in taken])
        for stand in stands:
            varied = _under(count, shape, layers, past_inaccessible=count.past_inaccessible and not stand)
            end = varied.landing()
            if not _reaches_event(shape, count.start, end):
                more = (*departures, known.INACCESSIBLE_STANDS) if stand else departures
                found.append(
                    Variant(shape.base, shape.departures + more, count.regime, end, varied, doubtful_days=doubtful)
                )
    return found


def _under(count: Count, shape: Shape, layers: Layers, *, past_inaccessible: bool) -> Count:
    return Count(
        calendar=count.calendar,
        regime=count.regime,
        start=count.start,
        n=count.n,
        unit=count.unit,
        forward=count.forward,
        skip=layers if shape.skips else _NONE,
        land=layers if shape.rolls else _NONE,
        roll_forward=count.roll_forward,
        extra=count.extra,
        past_inaccessible=past_inaccessible,
    )


DAY_POINTS = frozenset(
    departure.point
    for departure in (
        known.FEDERAL_ONLY,
        known.UNVERIFIED_STATE_OUT,
        known.OBSERVED_OPEN,
        known.CLOSINGS_OUT,
        known.UNVERIFIED_OPEN,
        known.INACCESSIBLE_STANDS,
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


def _hour_variants(ask: Ask, trigger: dt.datetime, regime: Regime, calendar: CourtCalendar) -> list[Variant]:
    from zoneinfo import ZoneInfo  # noqa: PLC0415  most counts have no hour, and it takes its time to load

    zone = ZoneInfo(calendar.zone)
    begins = trigger.replace(tzinfo=zone).astimezone(dt.UTC)
    try:
        length = dt.timedelta(hours=ask.n) if ask.unit is Unit.HOUR else dt.timedelta(minutes=ask.n)
        ends = (begins + length if ask.forward else begins - length).astimezone(zone)
    except OverflowError:
        raise calendar.outside() from None
    if not calendar.first <= ends.date() <= calendar.last:
        raise calendar.outside()
    words = f"{ask.n} {ask.unit}s {'after' if ask.forward else 'before'}, as they elapse: {ends:%H:%M}"
    base = known.HOURS if regime.counts_hours else known.HOURS_WITHOUT_RULE
    cite = regime.cites.get("hours", ORDER_WORDS_CITE)
    begin = f"the trigger, at {trigger:%H:%M}; the count starts at once"
    steps = (
        Step(date=trigger.date(), counted=None, why=begin, authority=cite),
        Step(date=ends.date(), counted=None, why=words, authority=cite),
    )
    stays = Variant(base, (), regime, ends.date().toordinal(), steps, ends.time())
    days = days_out(False, ask.forward, regime)
    shape = Shape(
        base=base,
        departures=() if regime.counts_hours else (known.HOURS_ROLLED,),
        n=0,
        skips=False,
        rolls=True,
        roll_forward=ask.forward,
    )
    count = Count(
        calendar=calendar,
        regime=regime,
        start=ends.date().toordinal(),
        n=0,
        unit=Unit.DAY,
        forward=ask.forward,
        skip=_NONE,
        land=days.base,
        roll_forward=ask.forward,
        past_inaccessible=ask.filing and Layer.INACCESSIBLE in regime.nondays and calendar.holds(Layer.INACCESSIBLE),
    )
    rolled = [
        replace(found, count=(*steps, *list(found.steps())[1:]), clock=ends.time())
        for found in _each_way(shape, count, days)
    ]
    if not regime.counts_hours:
        return [stays, *rolled]
    return rolled if ask.of_rule else [*rolled, stays.departing(known.HOURS_NOT_ROLLED)]
