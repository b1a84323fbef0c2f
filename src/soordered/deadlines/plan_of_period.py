"""A period with all that is asked of it but its trigger: worked out once, then counted from any day in microseconds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from soordered.calendars.day_table import DayTable
from soordered.calendars.days import Layer
from soordered.calendars.regimes import Regime
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines import readings as known
from soordered.deadlines.deadline import (
    Deadline,
    Moment,
    Reading,
    Settlement,
    Standing,
    deadline_of,
    moment_at,
    reading_of,
)
from soordered.deadlines.live_variants_from_settlements import only, settled
from soordered.deadlines.method_of_service import extra_method
from soordered.deadlines.readings import Departure
from soordered.deadlines.shapes_from_ask import Ask, counts_alike
from soordered.deadlines.variants_from_period import Variant, Version
from soordered.provenance.problems import BadInputError
from soordered.rules.length import Bound, Direction, Length, Unit
from soordered.rules.rank import Rank

KEPT_ANSWERS = 1 << 13
"""How many answers are kept for a court, so that a matter's facts of one day are counted once: ten megabytes at most."""

KEPT_PLANS = 512
"""How many periods are kept worked out for a court: some kilobytes each."""

_CLOCK_UNITS = frozenset({Unit.HOUR, Unit.MINUTE})
SAFE_OUT = frozenset({Layer.SUNDAY, Layer.SATURDAY, Layer.FEDERAL})


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


class _Kept:
    """What is kept for one law: periods worked out, and answers; it goes when the law goes.

    Args:
        law: the law.
    """

    __slots__ = ("count", "count_from_each", "plan", "version")

    def __init__(self, law: TimeLaw) -> None:
        def plan(  # noqa: PLR0917  what is kept is kept by place
            length: Length,
            direction: Direction,
            bound: Bound,
            clock: dt.time | None,
            served_trigger: bool,  # noqa: FBT001
            service: str,
            filing: str,
            rank: Rank | None,
            settlements: tuple[Settlement, ...],
            side: str,
            regime: str | None,
            reading: str | None,
        ) -> Plan:
            return Plan(
                length=length, direction=direction, law=law, bound=bound, clock=clock, served_trigger=served_trigger,
                service=service, filing=filing, rank=rank, settlements=settlements, side=side, regime=regime,
                reading=reading,
            )  # fmt: skip

        def version(ask: Ask, regime: Regime) -> Version:
            return Version(ask, regime, law.calendar)

        self.plan = lru_cache(maxsize=KEPT_PLANS)(plan)
        self.version = lru_cache(maxsize=KEPT_PLANS)(version)
        self.count = lru_cache(maxsize=KEPT_ANSWERS)(Plan.count)
        self.count_from_each = lru_cache(maxsize=KEPT_ANSWERS)(Plan.count_from_each)


def plan_of(  # noqa: PLR0917  what is kept is kept by place
    length: Length,
    direction: Direction,
    law: TimeLaw,
    bound: Bound,
    clock: dt.time | None,
    served_trigger: bool,  # noqa: FBT001
    service: str,
    filing: str,
    rank: Rank | None,
    settlements: tuple[Settlement, ...],
    side: str,
    regime: str | None,
    reading: str | None,
) -> Plan:
    """Work out a period, or return it as worked out before; for arguments and errors see ``dates_from_periods.due``."""
    return law.kept(_Kept).plan(
        length, direction, bound, clock, served_trigger, service, filing, rank, settlements, side, regime, reading
    )


class Plan:
    """A period with all that is asked of it but its trigger; compared by identity, so that answers can be kept for it.

    For arguments see ``dates_from_periods.due``.
    """

    __slots__ = (
        "_after", "_ask", "_bare_days", "_bound_notes", "_calendar", "_clocked", "_filing", "_hour", "_law", "_length",
        "_may_note", "_pinned", "_reading", "_safe", "_settlements", "_side", "_versions", "kept",
    )  # fmt: skip

    def __init__(
        self,
        *,
        length: Length,
        direction: Direction,
        law: TimeLaw,
        bound: Bound,
        clock: dt.time | None,
        served_trigger: bool,
        service: str,
        filing: str,
        rank: Rank | None,
        settlements: tuple[Settlement, ...],
        side: str,
        regime: str | None,
        reading: str | None,
    ) -> None:
        if filing not in ("electronic", "paper", "none"):
            raise UnknownFilingError(filing)
        self._length = length
        self._law = law
        self.kept = law.kept(_Kept)
        self._calendar = law.calendar
        self._filing = filing
        self._settlements = settlements
        self._side = side
        self._reading = reading
        self._clocked = length.unit in _CLOCK_UNITS
        self._ask = Ask(
            n=length.n,
            unit=length.unit,
            forward=direction is Direction.AFTER,
            clock=clock,
            by_order=rank in (Rank.CASE_ORDER, Rank.STANDING_ORDER),
            of_rule=rank in (Rank.LOCAL_RULE, Rank.FEDERAL_RULE),
            extra_method=extra_method(service, law) if served_trigger else "",
            filing=filing != "none",
        )
        self._after = self._ask.forward and length.n > 0
        self._hour = clock
        if clock is None and filing == "paper" and not self._clocked:
            self._hour = law.calendar.clerk_closes
        self._pinned = None if regime is None else self._version(law.regime(regime))
        self._versions: list[Version] = []
        self._safe: tuple[Regime, DayTable] | None = None
        self._bare_days = rank is None and length.unit is Unit.DAY
        self._bound_notes = self._notes_of_words(bound, served_trigger=served_trigger, service=service)
        self._may_note = bool(self._bare_days or self._bound_notes or self._clocked or filing == "paper")

    def _notes_of_words(self, bound: Bound, *, served_trigger: bool, service: str) -> list[str]:
        """Say what the words leave to be minded, whatever the day."""
        notes: list[str] = []
        if bound is Bound.BEFORE and self._hour is not None:
            notes.append(f"Before {self._hour:%H:%M}, so that hour itself is late.")
        if served_trigger and not service:
            notes.append("How it was served is not said: no days for service are added.")
        if bound is Bound.AT_LEAST and self._ask.forward:
            notes.append(
                "This is the first day on which the act may be done; the latest arguable date is the safe one."
            )
        return notes

    def _version(self, regime: Regime) -> Version:
        return self.kept.version(self._ask, regime)

    def count(self, on: dt.date, at: dt.time | None) -> Deadline:
        """Count the period from one moment.

        Args:
            on: day of the trigger, in the court's zone.
            at: hour of the trigger; required for a period in hours or minutes.

        Raises:
            OutsideCalendarError: the trigger or an end lies outside 1938 to 2050.
            MissingHourError: hours are counted from a day without an hour.
            NoRegimeError: no version of the rule was in force on the trigger.
            UnknownReadingError: the reading asked for is none.
        """
        self._check_hour(on, at)
        self._calendar.check(on)
        notes: list[str] = []
        return self._deadline(on, on, self._under_each_regime(on, at, notes), notes)

    def count_from_each(self, anchors: tuple[Anchor, ...]) -> Deadline:
        """Count the period from each moment that the same words can fairly mean; the first is the prevailing one.

        For errors see ``count``.
        """
        plain = anchors[0]
        self._check_hour(plain.on, plain.at)
        notes: list[str] = []
        found: list[Variant] = []
        for anchor in anchors:
            self._calendar.check(anchor.on)
            if anchor.at is None and self._clocked:
                notes.append(f"It may also be counted from another moment, on {anchor.on}, whose hour is not known.")
                continue
            counted = self._under_each_regime(anchor.on, anchor.at, notes)
            departure = anchor.departure
            found += counted if departure is None else [variant.departing(departure) for variant in counted]
        return self._deadline(plain.on, min(anchor.on for anchor in anchors), found, notes)

    def _check_hour(self, on: dt.date, at: dt.time | None) -> None:
        if at is None and self._clocked:
            raise MissingHourError(self._length, on)

    def _deadline(self, on: dt.date, begins: dt.date, found: list[Variant], notes: list[str]) -> Deadline:
        if self._reading is not None:
            found = only(found, self._reading, notes)
        if self._may_note:
            self._note_closing(notes)
            self._note_method(on, found[0].branch.regime, notes)
            notes += self._bound_notes
        return self._drawn(on, begins, found, notes)

    def _under_each_regime(self, on: dt.date, at: dt.time | None, notes: list[str]) -> list[Variant]:
        """Count under the version of the rule that governs, and beside it under one that came or went meanwhile."""
        start = on.toordinal()
        version = self._pinned
        if version is not None:
            return version.variants(start, at)
        version = self._governing(start, on)
        found = version.variants(start, at)
        if len(found) == 1:
            straddled = found[0].day
        else:
            days = [variant.day for variant in found]
            straddled = max(days) if self._ask.forward else min(days)
            if straddled < start:
                straddled = min(days)
        if version.first <= straddled <= version.last:
            return found
        other = self._governing(straddled, dt.date.fromordinal(straddled))
        if counts_alike(version.regime, other.regime, self._ask):
            return found
        beside = other.variants(start, at)
        if {variant.day for variant in beside} <= {variant.day for variant in found}:
            return found
        first, second = (found, beside) if self._ask.forward else (beside, found)
        change = max(version.regime.in_force, other.regime.in_force)
        notes.append(
            f"The counting rule changed on {change}, within this period: {first[0].branch.regime.cite} governs the"
            f" prevailing reading, {second[0].branch.regime.cite} the other (28 U.S.C. 2074(a))."
        )
        return first + [variant.departing(known.LATER_RULE) for variant in second]

    def _governing(self, day: int, on: dt.date) -> Version:
        for version in self._versions:
            if version.first <= day <= version.last:
                return version
        version = self._version(self._law.regime_on(on))
        self._versions.append(version)
        return version

    def _note_closing(self, notes: list[str]) -> None:
        if self._filing != "paper" or self._ask.clock is not None or self._clocked:
            return
        hour = self._hour
        if hour is None:
            notes.append("The closing hour of the clerk's office is not in the lawbook; a paper filing must meet it.")
        else:
            notes.append(
                f"A paper filing must reach the clerk's office before it closes, ordinarily at {hour:%H:%M}; see its notices."
            )

    def _note_method(self, on: dt.date, regime: Regime, notes: list[str]) -> None:
        n = self._length.n
        if self._bare_days and 0 < n < regime.excludes_under:
            straight = on + dt.timedelta(days=n if self._ask.forward else -n)
            notes.append(
                f"Weekends and holidays are left out, as {regime.cite} did for any period under {regime.excludes_under}"
                f" days; if an order meant days straight through, they end on {straight}: say whose text set the period."
            )
        if self._clocked and not regime.counts_hours:
            notes.append(
                f"{regime.cite} has no method for hours: the count rests on the order's own words, and whether it runs"
                " on from a day that is not open was unsettled until Fed. R. Civ. P. 6(a)(2) of Dec. 1, 2009."
            )

    def _drawn(self, on: dt.date, begins: dt.date, found: list[Variant], notes: list[str]) -> Deadline:
        """Draw the three dates from the variants, settled points considered."""
        calendar, law = self._calendar, self._law
        zone = calendar.zone
        if len(found) == 1:
            prevailing = found[0]
            readings: tuple[Reading, ...] = (self._reading_of(prevailing, prevails=True),)
            earliest = outer = readings[0].due
            first = last = prevailing.day
        else:
            live, view = settled(found, self._settlements, self._side) if self._settlements else (found, found)
            prevailing = view[0] if not view[0].branch.departures else min(view, key=_supported)
            prevails = prevailing.moment
            others = [variant for variant in _one_a_moment(live) if variant.moment != prevails]
            readings = (
                self._reading_of(prevailing, prevails=True),
                *[self._reading_of(variant, prevails=False) for variant in others],
            )
            soonest = min(view, key=_moment)
            first = soonest.day
            earliest = moment_at(dt.date.fromordinal(first), soonest.clock or self._hour, zone)
            latest = 0
            for place, variant in enumerate(others, start=1):
                if variant.moment > (others[latest - 1].moment if latest else prevails):
                    latest = place
            outer = readings[latest].due
            last = (others[latest - 1] if latest else prevailing).day
        act_by = self._act_by(earliest, first, begins, prevailing.branch.regime, notes)
        start = on.toordinal()
        low = start if act_by is earliest and start <= first else min(start, act_by.date.toordinal())
        notes += calendar.notes_of(low, max(last, start))
        if calendar.also_zones and earliest.clock is not None:
            notes.append(f"Hours are those of {zone}; part of the district keeps {', '.join(calendar.also_zones)}.")
        return deadline_of(
            act_by,
            readings[0].due,
            outer,
            readings,
            self._settlements,
            law.version,
            tuple(dict.fromkeys(notes)) if notes else (),
        )

    def _reading_of(self, variant: Variant, *, prevails: bool) -> Reading:
        branch = variant.branch
        return reading_of(
            branch.label,
            moment_at(dt.date.fromordinal(variant.day), variant.clock or self._hour, self._calendar.zone),
            branch.regime.id,
            branch.because,
            branch.authority,
            Standing.PREVAILING if prevails else branch.standing,
            branch.settled_by,
            variant.steps(),
        )

    def _act_by(self, earliest: Moment, day: int, begins: dt.date, regime: Regime, notes: list[str]) -> Moment:
        """Return the last day on or before the earliest reading that is not closed on every view."""
        held = self._safe
        if held is None or held[0] is not regime:
            held = self._safe = regime, self._calendar.table(SAFE_OUT & regime.nondays)
        if held[1].is_open(day):
            return earliest
        safe = self._calendar.previous_open(earliest.date, SAFE_OUT & regime.nondays)
        if self._after and safe <= begins <= earliest.date:
            notes.append(f"No open court day lies between the trigger and {earliest.date}; act on the day itself.")
            return earliest
        return moment_at(safe, earliest.clock, earliest.zone)


def counted_for(plan: Plan, on: dt.date, at: dt.time | None, received_on: dt.date | None) -> Deadline:
    """Count a period from what happened on a day, and beside it from the day on which the other side had it.

    Answers are kept. For errors see ``Plan.count``.
    """
    if received_on is None or received_on == on:
        return plan.kept.count(plan, on, at)
    return counted_from_each(plan, (Anchor(on=on, at=at), Anchor(on=received_on, departure=known.FROM_RECEIPT)))


def counted_from_each(plan: Plan, anchors: tuple[Anchor, ...]) -> Deadline:
    """Count a period from several moments; answers are kept. For errors see ``Plan.count``."""
    if len(anchors) == 1 and anchors[0].departure is None:
        return plan.kept.count(plan, anchors[0].on, anchors[0].at)
    return plan.kept.count_from_each(plan, anchors)


def _supported(variant: Variant) -> tuple[int, int]:
    return variant.branch.distance, variant.day


def _moment(variant: Variant) -> int:
    return variant.moment


def _one_a_moment(found: list[Variant]) -> list[Variant]:
    """Keep for each moment the variant that departs least from the prevailing reading, in order of time."""
    kept: dict[int, Variant] = {}
    for variant in found:
        moment = variant.moment
        held = kept.get(moment)
        if held is None or variant.branch.distance < held.branch.distance:
            kept[moment] = variant
    return [kept[moment] for moment in sorted(kept)]
