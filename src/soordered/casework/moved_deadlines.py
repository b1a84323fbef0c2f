"""What moves or stops a date once it is computed: the Court's extension, a stipulation that may, a stay."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from soordered.calendars.days import Layer
from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.dates_from_periods import due, fixed
from soordered.deadlines.deadline import Deadline, Moment, Reading, Standing
from soordered.deadlines.facts import Obligation
from soordered.disputes.events_time import (
    ComplaintWaived,
    ExtensionAgreed,
    ExtensionDenied,
    ExtensionOrdered,
    ExtensionRequested,
    ShorterTimeAsked,
    StayEntered,
)
from soordered.disputes.names import StayEffect
from soordered.disputes.state import Matter, Stay
from soordered.rules.rule import Rank
from soordered.rules.timing import Direction, Length, Period, Unit
from soordered.rules.vocabulary import Act, ActCode

_OPEN = frozenset({Layer.SUNDAY, Layer.SATURDAY, Layer.FEDERAL})
_OPEN_UNITS = frozenset({Unit.BUSINESS_DAY, Unit.COURT_DAY})
_STIPULABLE = frozenset({Act.ANSWER_DISCOVERY, Act.OBJECT_TO_SUBPOENA})

Extension = (
    ExtensionRequested | ExtensionOrdered | ExtensionDenied | ExtensionAgreed | ComplaintWaived | ShorterTimeAsked
)
Extensions = dict[tuple[ActCode, str], list[Extension]]


def extensions_by_act(matter: Matter) -> Extensions:
    """Index extensions by act and subject, each list by day."""
    found: Extensions = {}
    for event in matter.standing(matter.extensions):
        found.setdefault((event.act, event.about), []).append(event)
    return found


def extended(
    obligation: Obligation, extensions: Extensions, law: TimeLaw
) -> tuple[Obligation, Deadline | None, tuple[str, ...]]:
    """Apply what was ordered or agreed about the time of one obligation.

    Args:
        obligation: with its computed dates.
        extensions: from ``extensions_by_act``.
        law: the law of time for the court.

    Returns:
        the obligation as it now stands, its dates before if they moved, and notes. An agreement between counsel moves
        no date that an order fixed; it moves the time to answer a discovery request (Rule 29(b)).
    """
    events = extensions.get((obligation.rule.act, obligation.about), [])
    before = obligation.deadline
    if not events or before is None:
        return obligation, None, ()
    notes: list[str] = []
    moved = before
    for event in events:
        match event:
            case ExtensionOrdered():
                moved = fixed(event.until, law, clock=event.clock)
                notes.append(
                    f"The Court fixed {event.until} on {event.on}{f' (entry {event.entry})' if event.entry else ''}; "
                    "a date fixed by order does not roll."
                )
            case ExtensionAgreed():
                if _may_be_stipulated(obligation):
                    moved = fixed(event.until, law)
                    notes.append(
                        f"Counsel stipulated {event.until} on {event.on} (Fed. R. Civ. P. 29(b)); leave is needed if it "
                        "interferes with the close of discovery, a hearing or trial."
                    )
                else:
                    notes.append(
                        f"Counsel agreed on {event.until} on {event.on}; the date is fixed by order and an agreement "
                        "does not move it. Ask the Court (N.D. Cal. Civil L.R. 6-1(b), 6-2, or the rule of your court)."
                    )
            case ComplaintWaived():
                notes.append(
                    f"{event.by or 'A side'} agreed on {event.on} not to complain until {event.until}; "
                    "the date itself stands."
                )
            case ExtensionDenied():
                notes.append(f"The Court denied more time on {event.on}.")
            case ExtensionRequested() | ShorterTimeAsked():
                asked = "More" if isinstance(event, ExtensionRequested) else "Less"
                until = f" until {event.until}" if event.until else ""
                notes.append(f"{asked} time was asked on {event.on}{until}; until the Court orders it the date stands.")
            case _:
                assert_never(event)
    if moved is before:
        return obligation, None, tuple(notes)
    return replace(obligation, deadline=moved), before, tuple(notes)


def _may_be_stipulated(obligation: Obligation) -> bool:
    return obligation.rule.act in _STIPULABLE and obligation.rule.source.rank is Rank.FEDERAL_RULE


class Stays:
    """The stays of a matter by what they stay and by day, so that each clock looks only at those that may touch it."""

    __slots__ = ("_by_about", "_open_until")

    def __init__(self, matter: Matter) -> None:
        self._by_about: dict[str, list[Stay]] = {}
        self._open_until: dict[str, list[dt.date]] = {}
        for stay in sorted(_as_corrected(matter), key=_entered):
            self._by_about.setdefault(stay.entered.about, []).append(stay)
            ends = self._open_until.setdefault(stay.entered.about, [])
            ends.append(max(_lifted(stay), ends[-1] if ends else dt.date.min))

    def over(self, obligation: Obligation) -> list[Stay]:
        """Return the stays in force while an obligation's clock ran, by day, none of the same days twice.

        A stay entered before the clock began, and not yet lifted, counts from the day the clock began. A period counted
        back from an event is left alone: what moves it is the event.

        Args:
            obligation: with its dates.
        """
        deadline, fact = obligation.deadline, obligation.fact
        if deadline is None or fact is None or not self._by_about or deadline.outer.date < fact.on:
            return []
        found: list[Stay] = []
        for about in {"", obligation.about}:
            stays, ends = self._by_about.get(about, []), self._open_until.get(about, [])
            place = bisect_right(stays, deadline.outer.date, key=_entered)
            while place and ends[place - 1] > fact.on:
                place -= 1
                if _lifted(stays[place]) > fact.on:
                    found.append(_from(stays[place], fact.on))
        return _apart(sorted(found, key=lambda stay: (_entered(stay), _lifted(stay))))


def _as_corrected(matter: Matter) -> Iterator[Stay]:
    """Return the stays that were not entered in error and lasted a day or more, on their corrected days."""
    for stay in matter.stays:
        lifted = stay.lifted if stay.lifted is not None and matter.stands(stay.lifted) else None
        first = matter.on(stay.entered)
        if not matter.stands(stay.entered) or (lifted is not None and matter.on(lifted) <= first):
            continue
        yield Stay(
            entered=replace(stay.entered, on=first),
            lifted=None if lifted is None else replace(lifted, on=matter.on(lifted)),
        )


def _apart(stays: list[Stay]) -> list[Stay]:
    """Let no day of two stays that overlap be counted twice."""
    found: list[Stay] = []
    until = dt.date.min
    for stay in stays:
        if _lifted(stay) > until:
            found.append(_from(stay, until))
            until = _lifted(stay)
    return found


def _from(stay: Stay, day: dt.date) -> Stay:
    return stay if stay.entered.on >= day else Stay(entered=replace(stay.entered, on=day), lifted=stay.lifted)


def _entered(stay: Stay) -> dt.date:
    return stay.entered.on


def _lifted(stay: Stay) -> dt.date:
    return stay.lifted.on if stay.lifted is not None else dt.date.max


def after_stay(obligation: Obligation, stay: Stay, law: TimeLaw) -> tuple[Obligation, tuple[str, ...]]:
    """Count on after a stay was lifted: what was left resumes, or the whole period begins again; both when unsaid.

    Args:
        obligation: with the dates it had when the stay came.
        stay: lifted.
        law: the law of time for the court.
    """
    deadline, lifted = obligation.deadline, stay.lifted
    if deadline is None or lifted is None:
        return obligation, ()
    said = lifted.effect if lifted.effect is not StayEffect.UNSAID else stay.entered.effect
    tolled = tuple(_tolled(obligation, reading, stay.entered, lifted.on, law) for reading in deadline.readings)
    reset = _reset(obligation, lifted.on, law)
    if said is StayEffect.TOLLED or not reset:
        readings = tolled
    elif said is StayEffect.RESET:
        readings = reset
    else:
        readings = tolled + tuple(replace(reading, standing=Standing.ARGUABLE) for reading in reset)
    moments = [reading.due for reading in readings]
    earliest = min(moments, key=lambda moment: moment.sort_key)
    calendar = law.calendar
    safe = replace(earliest, date=calendar.previous_open(earliest.date, _OPEN))
    words = {
        StayEffect.TOLLED: "the time left resumed, as the order says",
        StayEffect.RESET: "the whole period began again, as the order says",
        StayEffect.UNSAID: "whether the time left resumes or the whole period begins again is not said: both are shown",
    }[said]
    note = f"Stayed from {stay.entered.on} to {lifted.on}; {words}."
    moved = replace(
        deadline,
        act_by=safe,
        prevailing=readings[0].due,
        outer=max(moments, key=lambda moment: moment.sort_key),
        readings=_one_a_moment(readings),
    )
    return replace(obligation, deadline=moved), (note,)


def _tolled(obligation: Obligation, reading: Reading, stay: StayEntered, lifted: dt.date, law: TimeLaw) -> Reading:
    """Let what was left of a reading resume on the day the stay is lifted.

    Business and court days that were left are counted again from there; of other periods the days of the stay are added.
    """
    timing = obligation.rule.timing
    stayed = lifted - stay.on
    if isinstance(timing, Period) and timing.length.unit in _OPEN_UNITS and timing.direction is Direction.AFTER:
        left = sum(1 for step in reading.steps if step.counted and step.date > stay.on)
        again = due(
            Length(left, timing.length.unit), timing.direction, lifted, law,
            bound=timing.bound, clock=timing.clock, rank=obligation.rule.source.rank,
        )  # fmt: skip
        same = next((one for one in again.readings if one.label == reading.label), again.readings[0])
        landed, why, steps = same.due.date, f"{Length(left, timing.length.unit)} were left", same.steps
    else:
        landed, steps = law.calendar.next_open(reading.due.date + stayed, _OPEN), reading.steps
        why = f"the {stayed.days} days of the stay are added"
    return replace(
        reading,
        label=f"{reading.label}+tolled",
        due=replace(reading.due, date=landed),
        because=f"{reading.because} The time left resumes on {lifted}: {why}.",
        settled_by="what the order entering or lifting the stay says about running time",
        steps=steps,
    )


def _reset(obligation: Obligation, lifted: dt.date, law: TimeLaw) -> tuple[Reading, ...]:
    timing = obligation.rule.timing
    if not isinstance(timing, Period):
        return ()
    again = due(
        timing.length,
        timing.direction,
        lifted,
        law,
        bound=timing.bound,
        clock=timing.clock,
        rank=obligation.rule.source.rank,
    )
    return tuple(
        replace(
            reading,
            label=f"{reading.label}+reset",
            because=f"{reading.because} The whole period begins again when the stay is lifted.",
            settled_by="what the order entering or lifting the stay says about running time",
        )
        for reading in again.readings
    )


def _one_a_moment(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    kept: dict[Moment, Reading] = {}
    for reading in readings:
        kept.setdefault(reading.due, reading)
    return tuple(kept.values())
