"""The worked examples of court time, asked of the engine: what was expected and what came out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from soordered.calendars.days import DaySureness, NonDay
from soordered.deadlines.dates_from_periods import due_from_anchors, fixed
from soordered.deadlines.deadline import Deadline, Moment
from soordered.deadlines.length_from_text import period_from_text
from soordered.deadlines.plan_of_period import Anchor
from soordered.deadlines.readings import FROM_RECEIPT
from soordered.lawbook.examples_from_data import KINDS, Example, ExampleDay
from soordered.lawbook.shipped_files import SHIPPED, LawbookPack
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rank import Rank
from soordered.rules.timing import Direction


@dataclass(frozen=True, slots=True)
class ExampleOutcome:
    """What the engine made of one example.

    Args:
        example: the example.
        deadline: what was counted.
        differences: what differs, in words; empty where all is as expected.
    """

    example: Example
    deadline: Deadline
    differences: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether every date, every reading and every assumed day is as expected."""
        return not self.differences

    @property
    def got(self) -> str:
        """The prevailing date that came out, in the form of the example."""
        return _in_form(self.deadline.prevailing)


def run_examples(chosen: Iterable[Example], pack: LawbookPack = SHIPPED) -> tuple[ExampleOutcome, ...]:
    """Count every example.

    Args:
        chosen: the examples.
        pack: the lawbook to count by.
    """
    return tuple(_outcome(example, pack) for example in chosen)


def deadline_of(example: Example, pack: LawbookPack = SHIPPED) -> Deadline:
    """Count what an example asks.

    Args:
        example: the example; its given days are added to its court's calendar.
        pack: the lawbook to count by.
    """
    law = time_law(example.court, tuple(_nonday(day) for day in example.given), pack=pack)
    trigger = dt.datetime.fromisoformat(example.trigger)
    regime = example.rule if example.family != "frcp" else None  # civil examples let the date decide
    clock = dt.time.fromisoformat(example.clock) if example.clock else None
    if example.period == "fixed date":
        return fixed(trigger.date(), law, clock=clock, regime=regime)
    typed = period_from_text(example.period)
    anchors = [Anchor(on=trigger.date(), at=trigger.time() if "T" in example.trigger else None)]
    if example.received:
        anchors.append(Anchor(on=dt.date.fromisoformat(example.received), departure=FROM_RECEIPT))
    return due_from_anchors(
        typed.length,
        Direction(example.direction),
        tuple(anchors),
        law,
        clock=clock,
        served_trigger=bool(example.service),
        service=example.service,
        filing=example.filing,
        rank=Rank(example.rank) if example.rank else None,
        regime=regime,
    )


def _outcome(example: Example, pack: LawbookPack) -> ExampleOutcome:
    deadline = deadline_of(example, pack)
    found: list[str] = []
    three = {"act_by": example.act_by, "prevailing": example.prevailing, "latest": example.latest}
    got = {"act_by": deadline.act_by, "prevailing": deadline.prevailing, "latest": deadline.outer}
    for name, expected in three.items():
        if _in_form(got[name]) != expected:
            found.append(f"{name} is {_in_form(got[name])}, expected {expected}")
    readings = {reading.label: _in_form(reading.due) for reading in deadline.readings}
    for label in sorted(readings.keys() | example.readings.keys()):
        mine, expected = readings.get(label, "no reading"), example.readings.get(label, "no reading")
        if mine != expected:
            found.append(f"{label} is {mine}, expected {expected}")
    if deadline.readings[0].regime != example.rule:
        found.append(f"counted by {deadline.readings[0].regime}, expected {example.rule}")
    found += _days_that_differ(example, pack)
    return ExampleOutcome(example, deadline, tuple(found))


def _days_that_differ(example: Example, pack: LawbookPack) -> list[str]:
    """Say which days the example assumes that the court's calendar holds otherwise."""
    calendar = time_law(example.court, pack=pack).calendar
    return [
        f"{day.date} is no {day.kind} day in the calendar ({day.name})"
        for day in example.days
        if all(KINDS[day.kind] is not nonday.layer for nonday in calendar.nondays(day.date))
    ]


def _nonday(day: ExampleDay) -> NonDay:
    return NonDay(
        date=day.date,
        name=day.name,
        layer=KINDS[day.kind],
        authority="given in the example",
        sureness=DaySureness.PUBLISHED,
    )


def _in_form(moment: Moment) -> str:
    if moment.clock is None:
        return moment.date.isoformat()
    return f"{moment.date.isoformat()}T{moment.clock.isoformat('minutes')}"


def outcome_fields(outcome: ExampleOutcome) -> dict[str, object]:
    """Return what the engine made of an example, as JSON-ready fields."""
    example = outcome.example
    return {
        "id": example.id,
        "topic": example.topic,
        "rule": example.rule,
        "court": example.court,
        "asked": f"{example.period} {example.direction} {example.trigger}",
        "expected": {
            "act_by": example.act_by,
            "prevailing": example.prevailing,
            "latest": example.latest,
            "readings": example.readings,
        },
        "got": {
            "act_by": _in_form(outcome.deadline.act_by),
            "prevailing": _in_form(outcome.deadline.prevailing),
            "latest": _in_form(outcome.deadline.outer),
            "readings": {reading.label: _in_form(reading.due) for reading in outcome.deadline.readings},
        },
        "ok": outcome.ok,
        "differences": list(outcome.differences),
        "authority": example.authority,
        "why": example.why,
    }
