"""Every way to count one period that gives a date of its own: the prevailing one, and each contested point that bites.

What does not depend on the day is worked out once for a period, a version of the rule and a court: the shapes of the
count, its tables, the days on which a contested point can bite, the words of each reading. A count from one day is then
a look-up for each shape, and more only where a contested day lies in its way.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.regimes import Regime
from soordered.deadlines import readings as known
from soordered.deadlines.count_days import ORDER_WORDS_CITE, Count, CountSteps
from soordered.deadlines.deadline import Standing
from soordered.deadlines.readings import Base, Departure
from soordered.deadlines.shapes_from_ask import ORDER_WORDS, Ask, Past, Shape, days_out, late_shapes, shapes, ways_past
from soordered.provenance.reasons import Step
from soordered.rules.length import Unit

_NONE: Layers = frozenset()
_CLOCK_UNITS = frozenset({Unit.HOUR, Unit.MINUTE})


class Branch:
    """One way to count a period under one version of the rule, whatever day it runs from, with its words.

    Args:
        base: the reading it starts from.
        departures: the contested points at which it leaves it.
        regime: version of the rule.
        count: how it is counted; ``None`` for a period in hours, whose steps come with its end.
        doubtful_days: points on which a day in the way of such a count is contested.
    """

    __slots__ = (
        "_departing",
        "authority",
        "base",
        "because",
        "count",
        "departures",
        "distance",
        "doubtful_days",
        "label",
        "regime",
        "settled_by",
        "standing",
    )  # fmt: skip

    def __init__(
        self,
        base: Base,
        departures: tuple[Departure, ...],
        regime: Regime,
        count: Count | None,
        doubtful_days: frozenset[str] = frozenset(),
    ) -> None:
        self.base = base
        self.departures = departures
        self.regime = regime
        self.count = count
        self.doubtful_days = doubtful_days
        weak = any(departure.standing is Standing.WEAK for departure in departures)
        self.distance = 2 * len(departures) + weak
        self.standing = Standing.WEAK if weak else Standing.ARGUABLE
        if departures:
            self.label = "+".join(departure.label for departure in departures)
            self.because = " ".join(departure.because for departure in departures)
            self.authority = "; ".join(departure.authority for departure in departures)
            self.settled_by = "; ".join(departure.settled_by for departure in departures)
        else:
            self.label, self.because, self.settled_by = base.label, base.because, ""
            held = (base.authority, regime.cite if base.of_rule else "")
            self.authority = "; ".join(words for words in held if words)
        self._departing: dict[Departure, Branch] = {}

    def departing(self, departure: Departure) -> Branch:
        """Return the same way as part of one more departure; made once, for there are few."""
        found = self._departing.get(departure)
        if found is None:
            departures = (departure, *self.departures)
            found = Branch(self.base, departures, self.regime, self.count, self.doubtful_days)
            self._departing[departure] = found
        return found


class Variant:
    """The end of a period counted one way.

    Args:
        branch: the way.
        day: day number on which it ends.
        start: day number of the trigger.
        clock: the hour, for a period in hours.
        written: the steps of a period in hours.
    """

    __slots__ = ("branch", "clock", "day", "start", "written")

    def __init__(
        self,
        branch: Branch,
        day: int,
        start: int,
        clock: dt.time | None = None,
        written: tuple[Step, ...] = (),
    ) -> None:
        self.branch = branch
        self.day = day
        self.start = start
        self.clock = clock
        self.written = written

    @property
    def moment(self) -> int:
        """When it ends, as a number to compare with the ends of the same period counted in other ways."""
        clock = self.clock
        if clock is None:
            return self.day
        seconds = self.day * 86_400 + clock.hour * 3600 + clock.minute * 60 + clock.second
        return seconds * 1_000_000 + clock.microsecond

    def steps(self) -> Sequence[Step]:
        """Return the steps, written out when first looked at."""
        count = self.branch.count
        return self.written if count is None else CountSteps(count, self.start)

    def departing(self, departure: Departure) -> Variant:
        """Return the same count as part of one more departure from the prevailing reading."""
        return Variant(self.branch.departing(departure), self.day, self.start, self.clock, self.written)


class Version:
    """A period under one version of the rule in one court.

    Args:
        ask: what is counted.
        regime: the version of the rule.
        calendar: the court's days.
    """

    __slots__ = ("_ask", "_calendar", "_late", "_may_be_late", "_pasts", "_ways", "first", "last", "regime")

    def __init__(self, ask: Ask, regime: Regime, calendar: CourtCalendar) -> None:
        self._ask = ask
        self._calendar = calendar
        self.regime = regime
        self.first = regime.in_force.toordinal()
        self.last = dt.date.max.toordinal() if regime.ends is None else regime.ends.toordinal()
        self._pasts = ways_past(ask, regime, calendar)
        self._may_be_late = ask.n == 1 and ask.forward and ask.unit in ORDER_WORDS and ask.clock is not None
        in_hours = ask.unit in _CLOCK_UNITS
        self._late: _Way | None = None
        self._ways = [self._way(shape) for shape in ([self._hours()] if in_hours else shapes(ask, regime))]

    def variants(self, start: int, at: dt.time | None) -> list[Variant]:
        """List every variant of the period; the prevailing one first.

        Args:
            start: day number of the trigger.
            at: the trigger's hour; needed for hours.

        Raises:
            OutsideCalendarError: a count leaves the calendar.
        """
        if self._ask.unit in _CLOCK_UNITS:
            return self._in_hours(dt.datetime.combine(dt.date.fromordinal(start), at or dt.time()))
        found: list[Variant] = []
        for way in self._ways:
            way.add_ends(start, found)
        if self._may_be_late:
            base = days_out(True, True, self.regime).base
            for shape in late_shapes(self._ask, at, start, base, self._calendar):
                if self._late is None:
                    self._late = self._way(shape)
                self._late.add_ends(start, found)
        return found

    def _way(self, shape: Shape) -> _Way:
        in_hours = self._ask.unit in _CLOCK_UNITS
        unit = Unit.DAY if in_hours else self._ask.unit
        return _Way(shape, unit, self.regime, self._calendar, forward=self._ask.forward, pasts=self._pasts)

    def _hours(self) -> Shape:
        """Return how the day is landed on to which hours have run."""
        counts_hours = self.regime.counts_hours
        return Shape(
            base=known.HOURS if counts_hours else known.HOURS_WITHOUT_RULE,
            departures=() if counts_hours else (known.HOURS_ROLLED,),
            n=0,
            skips=False,
            rolls=True,
            roll_forward=self._ask.forward,
        )

    def _in_hours(self, trigger: dt.datetime) -> list[Variant]:
        from zoneinfo import ZoneInfo  # noqa: PLC0415  most counts have no hour, and it takes its time to load

        ask, regime, calendar = self._ask, self.regime, self._calendar
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
        start, end = trigger.toordinal(), ends.toordinal()
        landed: list[Variant] = []
        self._ways[0].add_ends(end, landed)
        rolled = [
            Variant(
                Branch(found.branch.base, found.branch.departures, regime, None, found.branch.doubtful_days),
                found.day,
                start,
                ends.time(),
                (*steps, *list(found.steps())[1:]),
            )
            for found in landed
        ]
        stays = Variant(Branch(base, (), regime, None), end, start, ends.time(), steps)
        if not regime.counts_hours:
            return [stays, *rolled]
        return rolled if ask.of_rule else [*rolled, stays.departing(known.HOURS_NOT_ROLLED)]


class _Way:
    """One shape of a period with its tables.

    Args:
        shape: the shape.
        unit: of what.
        regime: the version of the rule.
        calendar: the court's days.
        forward: whether it runs after the trigger.
        pasts: how a filing may treat a day on which the clerk's office could not be reached.
    """

    __slots__ = (
        "_before_event", "_biting", "_branches", "_calendar", "_contested", "_count", "_doubts", "_forward", "_out",
        "_pasts", "_plain", "_regime", "_shape", "_unit", "_widest",
    )  # fmt: skip

    def __init__(
        self,
        shape: Shape,
        unit: Unit,
        regime: Regime,
        calendar: CourtCalendar,
        *,
        forward: bool,
        pasts: tuple[Past, ...],
    ) -> None:
        self._shape = shape
        self._unit = unit
        self._regime = regime
        self._calendar = calendar
        self._forward = forward
        self._pasts: tuple[Past, ...] = pasts if shape.rolls else ((_NONE, ()),)
        self._out = days_out(unit in ORDER_WORDS, forward, regime)
        self._count = self._counted(self._out.base, self._pasts[0][0])
        self._plain = Branch(shape.base, shape.departures, regime, self._count)
        self._before_event = known.RUNS_ON in shape.departures
        self._branches: dict[tuple[tuple[int, ...], Layers], list[Branch]] = {}
        self._widest: Count | None = None
        certain = self._out.certain
        self._contested = [
            (number, calendar.contested_days(frozenset({switch.layer}), certain))
            for number, switch in enumerate(self._out.switches)
            if calendar.holds(switch.layer)
        ]
        layers = _NONE.union(*(past for past, _ in self._pasts), (switch.layer for switch in self._out.switches))
        moves = shape.skips or shape.rolls
        self._doubts = calendar.contested_days(frozenset(layers), certain) if moves else ()

    def add_ends(self, start: int, found: list[Variant]) -> None:
        """Add the end under the prevailing layers and, where a contested day lies in the way, under each set of them.

        Args:
            start: day number of the trigger.
            found: what they are added to.
        """
        day = self._count.landing(start)
        doubts = self._doubts
        if doubts:
            low, high = (start, day) if self._forward and start <= day else self._reach(self._count, start, day)
            place = bisect_left(doubts, low)
            if place < len(doubts) and doubts[place] <= high:
                self._add_each_way(start, low, high, found)
                return
        if not (self._before_event and day >= start):
            found.append(Variant(self._plain, day, start))

    def _reach(self, count: Count, start: int, day: int) -> tuple[int, int]:
        """Return the first and the last day that a count touches on its way to ``day``."""
        if self._forward:
            return min(start, day), max(start, day)
        if not count.roll_forward and count.past:
            day_before = self._counted(count.land, _NONE).landing(start)
            return min(day_before, day), max(start, day)
        turned = count.raw(start) if count.roll_forward else day
        return min(turned, day), max(start, day)

    def _add_each_way(self, start: int, low: int, high: int, found: list[Variant]) -> None:
        """Count for each set of contested layers that has a day within reach; the prevailing set first."""
        widest = self._widest
        if widest is None:
            widest = self._widest = self._counted(self._out.widest, _NONE.union(*(past for past, _ in self._pasts)))
        lowest, highest = self._reach(widest, start, widest.landing(start))
        low, high = min(low, lowest), max(high, highest)
        biting = tuple([number for number, days in self._contested if _any_between(days, low, high)])
        past = widest.past
        shut = _NONE.union(layer for layer in past if self._calendar.days_of(layer, low, high)) if past else _NONE
        branches = self._branches.get((biting, shut))
        if branches is None:
            branches = self._branches[biting, shut] = list(self._each_way(biting, shut))
        for branch in branches:
            count = branch.count
            if count is not None:
                day = count.landing(start)
                if not (self._before_event and day >= start):
                    found.append(Variant(branch, day, start))

    def _each_way(self, biting: tuple[int, ...], shut: Layers) -> Iterator[Branch]:
        """Yield a branch for each set of the layers that bite, and for each way past the days when the office is shut."""
        shape, out = self._shape, self._out
        switches = [out.switches[number] for number in biting]
        prevailing = self._pasts[0][0]
        pasts = [(layers, more) for layers, more in self._pasts if layers ^ prevailing <= shut]
        points = [switch.departure.point for switch in switches]
        points += [departure.point for _, more in pasts for departure in more]
        for chosen in product((False, True), repeat=len(switches)):
            taken = [switch for switch, other_way in zip(switches, chosen, strict=True) if other_way]
            layers = out.base.symmetric_difference(switch.layer for switch in taken)
            departures = shape.departures + tuple(switch.departure for switch in taken)
            for past, more in pasts:
                count = self._counted(layers, past)
                yield Branch(shape.base, departures + more, self._regime, count, frozenset(points))

    def _counted(self, layers: Layers, past: Layers) -> Count:
        shape = self._shape
        return Count(
            calendar=self._calendar,
            regime=self._regime,
            n=shape.n,
            unit=self._unit,
            forward=self._forward,
            skip=layers if shape.skips else _NONE,
            land=layers if shape.rolls else _NONE,
            roll_forward=shape.roll_forward,
            extra=shape.extra,
            past=past,
        )


def _any_between(days: Sequence[int], low: int, high: int) -> bool:
    place = bisect_left(days, low)
    return place < len(days) and days[place] <= high
