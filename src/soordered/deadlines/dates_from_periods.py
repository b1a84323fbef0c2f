"""From a period and a trigger to a deadline: act by, prevailing, latest arguable, with every reading and its steps."""

from __future__ import annotations

import datetime as dt

from soordered.calendars.days import Layer
from soordered.calendars.regimes import Backward
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines import readings as known
from soordered.deadlines.deadline import Deadline, Moment, Reading, Settlement, Standing
from soordered.deadlines.plan_of_period import SAFE_OUT, Anchor, counted_for, counted_from_each, plan_of
from soordered.provenance.reasons import Step
from soordered.rules.length import Bound, Direction, Length
from soordered.rules.rank import Rank


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
    plan = plan_of(
        length, direction, law, bound, clock, served_trigger, service, filing, rank, settlements, side, regime, reading
    )
    return counted_for(plan, on, at, received_on)


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
    plan = plan_of(
        length, direction, law, bound, clock, served_trigger, service, filing, rank, settlements, side, regime, reading
    )
    return counted_from_each(plan, anchors)


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
