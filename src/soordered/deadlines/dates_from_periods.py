"""From a period and a trigger to a deadline: act by, prevailing, latest arguable, with every reading and its steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from soordered.calendars.days import Layer
from soordered.calendars.regimes import Backward, Regime
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines import readings as known
from soordered.deadlines.deadline import Deadline, Moment, Reading, Settlement, Standing
from soordered.deadlines.live_variants_from_settlements import only, settled
from soordered.deadlines.readings import Departure
from soordered.deadlines.variants_from_period import Ask, Variant, variants
from soordered.provenance.problems import BadInputError
from soordered.provenance.reasons import Step
from soordered.rules.length import Bound, Direction, Length, Unit
from soordered.rules.rank import Rank

KEPT_ANSWERS = 1 << 14
"""How many answers are kept, so that a matter's facts of one day are counted once: some thirty megabytes at most."""

_CLOCK_UNITS = frozenset({Unit.HOUR, Unit.MINUTE})
SAFE_OUT = frozenset({Layer.SUNDAY, Layer.SATURDAY, Layer.FEDERAL})
_NO_EXTRA = frozenset({"hand", "left_at_office", "left_at_home"})
_SAME_METHOD = {"ecf": "electronic", "email": "electronic", "e-mail": "electronic", "personal": "hand"}


class UnknownServiceError(BadInputError):
    """A way of service that the rule does not know.

    Args:
        service: what was named.
        methods: those that are known.
    """

    def __init__(self, service: str, *, methods: Iterable[str]) -> None:
        super().__init__(
            f"{service!r} is no way of service.",
            expected=f"one of {', '.join(sorted(methods))}.",
            remedy="Leave it out if the period does not run from service.",
        )


class UnknownFilingError(BadInputError):
    """A manner of filing that is none."""

    def __init__(self, filing: str) -> None:
        super().__init__(
            f"{filing!r} is no manner of filing.",
            expected="electronic, paper, or none for an act that is no filing.",
            remedy="Correct it; it decides when the last day ends.",
        )


class MissingHourError(BadInputError):
    """A period in hours whose trigger has no hour.

    Args:
        length: the period.
        on: the trigger's day.
    """

    def __init__(self, length: Length, on: dt.date) -> None:
        super().__init__(
            f"{length} cannot be counted from {on} alone.",
            expected="the hour of the trigger, such as 2007-11-02T10:23.",
            remedy="Give the hour.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One moment that a period may fairly be counted from.

    Args:
        on: the day.
        at: the hour, if known.
        departure: the reading that counting from it is; ``None`` for the plain one.
    """

    on: dt.date
    at: dt.time | None = None
    departure: Departure | None = None


def due(
    length: Length,
    direction: Direction,
    on: dt.date,
    law: TimeLaw,
    *,
    bound: Bound = Bound.WITHIN,
    clock: dt.time | None = None,
    at: dt.time | None = None,
    received_on: dt.date | None = None,
    served_trigger: bool = False,
    service: str = "",
    filing: str = "electronic",
    rank: Rank | None = None,
    settlements: tuple[Settlement, ...] = (),
    side: str = "",
    regime: str | None = None,
    reading: str | None = None,
) -> Deadline:
    """Count a period from its trigger, under every reading that is live.

    Args:
        length: how long, in the unit of the text.
        direction: after or before the trigger.
        on: day of the trigger, in the court's zone.
        law: versions of the rule and the court's calendar.
        bound: how the words bind; ``at_least`` so many days before an event gives the last day as well.
        clock: the hour of the last day at which it ends, if the text gives one.
        at: hour of the trigger; required for a period in hours or minutes.
        received_on: day on which the other side had the trigger, if different.
        served_trigger: whether the period runs "after being served", so that a method of service can add days.
        service: method of service: ``hand``, ``mail``, ``clerk``, ``electronic`` (or ``ecf``), ``other_consented``.
        filing: ``electronic``, ``paper`` (the last day ends when the clerk's office closes) or ``none``.
        rank: whose text set the period; ``None`` when not known.
        settlements: contested points settled for the matter.
        side: whose view this is, for settlements of one side for itself.
        regime: id of a version of the rule to count by, whatever the dates say.
        reading: label of the one reading to give, instead of all that are live.

    Returns:
        the deadline; its readings are every live one with a date of its own, the prevailing first.

    Raises:
        OutsideCalendarError: the trigger or an end lies outside 1938 to 2050.
        UnknownRegimeError, UnknownServiceError, UnknownFilingError, UnknownReadingError: a name is none.
        MissingHourError: hours are counted from a day without an hour.

    Source:
        Fed. R. Civ. P. 6 in its versions; the orders' own words where they displace it.
    """
    anchors = [Anchor(on=on, at=at)]
    if received_on is not None and received_on != on:
        anchors.append(Anchor(on=received_on, departure=known.FROM_RECEIPT))
    return due_from_anchors(
        length, direction, tuple(anchors), law, bound=bound, clock=clock, served_trigger=served_trigger,
        service=service, filing=filing, rank=rank, settlements=settlements, side=side, regime=regime, reading=reading,
    )  # fmt: skip


def due_from_anchors(
    length: Length,
    direction: Direction,
    anchors: tuple[Anchor, ...],
    law: TimeLaw,
    *,
    bound: Bound = Bound.WITHIN,
    clock: dt.time | None = None,
    served_trigger: bool = False,
    service: str = "",
    filing: str = "electronic",
    rank: Rank | None = None,
    settlements: tuple[Settlement, ...] = (),
    side: str = "",
    regime: str | None = None,
    reading: str | None = None,
) -> Deadline:
    """Count a period from each moment that the same words can fairly mean; the first is the prevailing one.

    Arguments, result, errors and source are those of ``due``; answers are kept, so that asking again costs nothing.
    """
    return _deadline(
        _Request(
            length=length,
            direction=direction,
            anchors=anchors,
            law=law,
            bound=bound,
            clock=clock,
            served_trigger=served_trigger,
            service=service,
            filing=filing,
            rank=rank,
            settlements=settlements,
            side=side,
            regime=regime,
            reading=reading,
        )
    )


@dataclass(slots=True, kw_only=True)
class _Request:
    """All that a deadline depends on; equal requests have one answer. Not frozen for the reason given at ``Count``."""

    length: Length
    direction: Direction
    anchors: tuple[Anchor, ...]
    law: TimeLaw
    bound: Bound
    clock: dt.time | None
    served_trigger: bool
    service: str
    filing: str
    rank: Rank | None
    settlements: tuple[Settlement, ...]
    side: str
    regime: str | None
    reading: str | None

    def __hash__(self) -> int:  # the cheap fields that differ most; equality still looks at all
        return hash((self.length.n, self.anchors[0].on, self.clock))


@lru_cache(maxsize=KEPT_ANSWERS)
def _deadline(request: _Request) -> Deadline:
    length, law, anchors, clock, filing = request.length, request.law, request.anchors, request.clock, request.filing
    calendar = law.calendar
    notes: list[str] = []
    if length.unit in _CLOCK_UNITS and anchors[0].at is None:
        raise MissingHourError(length, anchors[0].on)
    if filing not in ("electronic", "paper", "none"):
        raise UnknownFilingError(filing)
    ask = Ask(
        n=length.n,
        unit=length.unit,
        forward=request.direction is Direction.AFTER,
        clock=clock,
        by_order=request.rank in (Rank.CASE_ORDER, Rank.STANDING_ORDER),
        of_rule=request.rank in (Rank.LOCAL_RULE, Rank.FEDERAL_RULE),
        extra_method=extra_method(request.service, law) if request.served_trigger else "",
        filing=filing != "none",
    )
    found: list[Variant] = []
    for anchor in anchors:
        calendar.check(anchor.on)
        if anchor.at is None and length.unit in _CLOCK_UNITS:
            notes.append(f"It may also be counted from another moment, on {anchor.on}, whose hour is not known.")
            continue
        counted = _under_each_regime(ask, anchor, law, request.regime, notes)
        departure = anchor.departure
        found += counted if departure is None else [variant.departing(departure) for variant in counted]
    if request.reading is not None:
        found = only(found, request.reading, notes)
    hour = clock
    if clock is None and filing == "paper" and length.unit not in _CLOCK_UNITS:
        hour = calendar.clerk_closes
        if hour is None:
            notes.append("The closing hour of the clerk's office is not in the lawbook; a paper filing must meet it.")
        else:
            notes.append(
                f"A paper filing must reach the clerk's office before it closes, ordinarily at {hour:%H:%M}; see its notices."
            )
    if request.rank is None and length.unit is Unit.DAY and 0 < length.n < found[0].regime.excludes_under:
        notes.append(_straight_note(request, found[0].regime))
    if length.unit in _CLOCK_UNITS and not found[0].regime.counts_hours:
        notes.append(
            f"{found[0].regime.cite} has no method for hours: the count rests on the order's own words, and whether it runs"
            " on from a day that is not open was unsettled until Fed. R. Civ. P. 6(a)(2) of Dec. 1, 2009."
        )
    if request.bound is Bound.BEFORE and hour is not None:
        notes.append(f"Before {hour:%H:%M}, so that hour itself is late.")
    if request.served_trigger and not request.service:
        notes.append("How it was served is not said: no days for service are added.")
    if request.bound is Bound.AT_LEAST and ask.forward:
        notes.append("This is the first day on which the act may be done; the latest arguable date is the safe one.")
    return _drawn(request, found, hour, notes)


def _straight_note(request: _Request, regime: Regime) -> str:
    days = request.length.n if request.direction is Direction.AFTER else -request.length.n
    straight = request.anchors[0].on + dt.timedelta(days=days)
    return (
        f"Weekends and holidays are left out, as {regime.cite} did for any period under {regime.excludes_under} days; if"
        f" an order meant days straight through, they end on {straight}: say whose text set the period."
    )


def extra_method(service: str, law: TimeLaw) -> str:
    """Return the method of service as the versions of the rule name it; empty when none is named.

    Raises:
        UnknownServiceError: no version knows it.
    """
    if not service:
        return ""
    method = _SAME_METHOD.get(service, service)
    methods = frozenset().union(*(regime.extra_days_methods for regime in law.regimes))
    if method not in methods and method not in _NO_EXTRA:
        raise UnknownServiceError(service, methods=methods | _NO_EXTRA | _SAME_METHOD.keys())
    return method


def _under_each_regime(
    ask: Ask, anchor: Anchor, law: TimeLaw, regime_id: str | None, notes: list[str]
) -> list[Variant]:
    """Count under the version of the rule that governs, and beside it under one that came or went meanwhile."""
    calendar = law.calendar
    if regime_id is not None:
        return variants(ask, anchor.on, anchor.at, law.regime(regime_id), calendar)
    regime = law.regime_on(anchor.on)
    found = variants(ask, anchor.on, anchor.at, regime, calendar)
    ends = dt.date.fromordinal(max(variant.day for variant in found))
    begins = dt.date.fromordinal(min(variant.day for variant in found))
    straddled = (ends if ends >= anchor.on else begins) if ask.forward else begins
    if regime.in_force <= straddled and (regime.ends is None or straddled <= regime.ends):
        return found
    other = law.regime_on(straddled)
    if counts_alike(regime, other, ask):
        return found
    beside = variants(ask, anchor.on, anchor.at, other, calendar)
    if {variant.day for variant in beside} <= {variant.day for variant in found}:
        return found
    first, second = (found, beside) if ask.forward else (beside, found)
    change = max(regime.in_force, other.in_force)
    notes.append(
        f"The counting rule changed on {change}, within this period: {first[0].regime.cite} governs the prevailing"
        f" reading, {second[0].regime.cite} the other (28 U.S.C. 2074(a))."
    )
    return first + [variant.departing(known.LATER_RULE) for variant in second]


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


def _drawn(request: _Request, found: list[Variant], hour: dt.time | None, notes: list[str]) -> Deadline:
    """Draw the three dates from the variants, settled points considered."""
    law, anchors, settlements = request.law, request.anchors, request.settlements
    zone = law.calendar.zone
    if len(found) == 1:
        prevailing = found[0]
        readings = [_reading(prevailing, hour, zone, prevails=True)]
        earliest = outer = readings[0].due
    else:
        live, view = settled(found, settlements, request.side)
        prevailing = view[0] if not view[0].departures else min(view, key=_supported)
        readings = [_reading(prevailing, hour, zone, prevails=True)]
        readings += [
            _reading(variant, hour, zone, prevails=False)
            for variant in _one_a_moment(live)
            if (variant.day, variant.clock) != (prevailing.day, prevailing.clock)
        ]
        first = min(view, key=_moment)
        earliest = Moment(dt.date.fromordinal(first.day), first.clock or hour, zone)
        outer = max((reading.due for reading in readings), key=lambda moment: moment.sort_key)
    act_by = _act_by(earliest, prevailing.regime, request, notes)
    low = min(anchors[0].on, act_by.date)
    notes += law.calendar.notes_between(low, max(outer.date, anchors[0].on))
    if law.calendar.also_zones and earliest.clock is not None:
        notes.append(f"Hours are those of {zone}; part of the district keeps {', '.join(law.calendar.also_zones)}.")
    return Deadline(
        act_by=act_by,
        prevailing=readings[0].due,
        outer=outer,
        readings=tuple(readings),
        settlements=settlements,
        lawbook=law.version,
        notes=tuple(dict.fromkeys(notes)),
    )


def _supported(variant: Variant) -> tuple[int, bool, int]:
    if not variant.departures:
        return 0, False, variant.day
    weak = any(departure.standing is Standing.WEAK for departure in variant.departures)
    return len(variant.departures), weak, variant.day


def _moment(variant: Variant) -> tuple[int, dt.time]:
    return variant.day, variant.clock or dt.time.max


def _one_a_moment(found: list[Variant]) -> list[Variant]:
    """Keep for each moment the variant that departs least from the prevailing reading, in order of time."""
    kept: dict[tuple[int, dt.time], Variant] = {}
    for variant in found:
        moment = _moment(variant)
        held = kept.get(moment)
        if held is None or _supported(variant) < _supported(held):
            kept[moment] = variant
    return [variant for _, variant in sorted(kept.items(), key=lambda item: item[0])]


def _reading(variant: Variant, hour: dt.time | None, zone: str, *, prevails: bool) -> Reading:
    departures, base = variant.departures, variant.base
    due_at = Moment(dt.date.fromordinal(variant.day), variant.clock or hour, zone)
    if not departures:
        return Reading(
            label=base.label,
            due=due_at,
            regime=variant.regime.id,
            because=base.because,
            authority=_with_rule(base.authority, variant.regime.cite) if base.of_rule else base.authority,
            standing=Standing.PREVAILING if prevails else Standing.ARGUABLE,
            steps=variant.steps(),
        )
    weak = any(departure.standing is Standing.WEAK for departure in departures)
    other = Standing.WEAK if weak else Standing.ARGUABLE
    return Reading(
        label="+".join(departure.label for departure in departures),
        due=due_at,
        regime=variant.regime.id,
        because=" ".join(departure.because for departure in departures),
        authority="; ".join(departure.authority for departure in departures),
        standing=Standing.PREVAILING if prevails else other,
        settled_by="; ".join(departure.settled_by for departure in departures),
        steps=variant.steps(),
    )


@lru_cache(maxsize=256)
def _with_rule(authority: str, cite: str) -> str:
    return f"{authority}; {cite}" if authority else cite


def _act_by(earliest: Moment, regime: Regime, request: _Request, notes: list[str]) -> Moment:
    """Return the last day on or before the earliest reading that is open on every view."""
    out = SAFE_OUT & regime.nondays
    safe = request.law.calendar.previous_open(earliest.date, out)
    if safe == earliest.date:
        return earliest
    begins = min(anchor.on for anchor in request.anchors)
    forward = request.direction is Direction.AFTER and request.length.n > 0
    if forward and safe <= begins <= earliest.date:
        notes.append(f"No open court day lies between the trigger and {earliest.date}; act on the day itself.")
        return earliest
    return Moment(safe, earliest.clock, earliest.zone)


def fixed(date: dt.date, law: TimeLaw, *, clock: dt.time | None = None, regime: str | None = None) -> Deadline:
    """Give the deadline that a date printed in a text is: not computed, not moved.

    Args:
        date: the date.
        law: versions of the rule and the court's calendar.
        clock: the hour, if printed.
        regime: id of a version of the rule, whatever the date says.

    Raises:
        OutsideCalendarError: the date lies outside 1938 to 2050.
        UnknownRegimeError: the version is none.

    Source:
        Fed. R. Civ. P. 6(a), 2009 committee note.
    """
    calendar = law.calendar
    calendar.check(date)
    version = law.regime(regime) if regime is not None else law.regime_on(date)
    zone = calendar.zone
    step = Step(date=date, counted=None, why="the date printed in the text", authority=known.FIXED.authority)
    printed = Moment(date, clock, zone)
    readings = [
        Reading(
            label=known.FIXED.label, due=printed, regime=version.id, because=known.FIXED.because,
            authority=known.FIXED.authority, standing=Standing.PREVAILING, steps=(step,),
        )
    ]  # fmt: skip
    out = SAFE_OUT & version.nondays
    notes = list(calendar.notes_between(date, date))
    safe = calendar.previous_open(date, out)
    if safe != date:
        notes.append(f"The printed date is no open court day and does not move; {safe} is the last open day before it.")
        if version.backward is Backward.UNSETTLED:
            rolled = calendar.next_open(date, version.nondays - {Layer.INACCESSIBLE})
            departure = known.FIXED_ROLLED
            readings.append(
                Reading(
                    label=departure.label, due=Moment(rolled, clock, zone), regime=version.id,
                    because=departure.because, authority=departure.authority, standing=departure.standing,
                    settled_by=departure.settled_by, steps=(step,),
                )
            )  # fmt: skip
    return Deadline(
        act_by=Moment(safe, clock, zone), prevailing=printed, outer=readings[-1].due, readings=tuple(readings),
        lawbook=law.version, notes=tuple(notes),
    )  # fmt: skip
