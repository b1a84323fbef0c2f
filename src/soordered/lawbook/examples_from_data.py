"""The worked examples of court time that ship with the package: questions with their answers, in our own words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from soordered.calendars.days import Layer
from soordered.lawbook.shipped_files import LawbookDataError, shipped_table

KINDS = {
    "federal": Layer.FEDERAL,
    "federal-doubtful": Layer.FEDERAL_UNVERIFIED,
    "friday": Layer.SATURDAY_OBSERVED,
    "state": Layer.STATE,
    "state-doubtful": Layer.STATE_UNVERIFIED,
    "closing": Layer.CLOSING,
    "inaccessible": Layer.INACCESSIBLE,
    "notice": Layer.NOTICE,
}
"""The kinds of day that examples name, and the layer of each."""


@dataclass(frozen=True, slots=True)
class ExampleDay:
    """A day that an example assumes.

    Args:
        date: the day.
        kind: a key of ``KINDS``.
        name: what day it is.
    """

    date: dt.date
    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One worked example: a question, what it assumes, and the answer under each reading.

    Args:
        id: stable name.
        topic: what it is about.
        rule: version of the counting rule that governs the prevailing reading.
        court: CM/ECF id; ``federal`` where only federal days matter.
        period: as one types it; ``fixed date`` for a date printed in a text.
        trigger: ISO 8601 day, or day and hour in the court's zone.
        direction: ``after`` or ``before``.
        rank: whose text set the period, empty when not known.
        service: how the paper was served that starts the period, empty when it runs from no service.
        filing: manner of filing.
        clock: the hour of the last day at which it ends, ``HH:MM``, or empty.
        received: the day on which the other side had what starts the period, or empty.
        days: the days other than weekends that lie in the way, as the public calendars have them.
        given: days that no calendar holds and that are part of the question: a court's notice, an inaccessible day.
        act_by: the safe date.
        prevailing: the date of the reading that the text supports best.
        latest: the latest arguable date.
        readings: every reading with a date of its own, by label.
        authority: what the answer rests on.
        why: the answer explained in a sentence.
    """

    id: str
    topic: str
    rule: str
    court: str
    period: str
    trigger: str
    direction: str
    rank: str
    service: str
    filing: str
    clock: str
    received: str
    days: tuple[ExampleDay, ...]
    given: tuple[ExampleDay, ...]
    act_by: str
    prevailing: str
    latest: str
    readings: dict[str, str]
    authority: str
    why: str

    @property
    def family(self) -> str:
        """The family of the rule: ``frcp``, ``frap``, ``frbp`` or ``frcrimp``."""
        return self.rule.partition("-")[0]


@lru_cache(maxsize=1)
def examples() -> tuple[Example, ...]:
    """Return every example, in the order of the file.

    Raises:
        LawbookDataError: the shipped file is broken.
    """
    rows = shipped_table("conformance/court_time")["example"]
    if not isinstance(rows, list):
        msg = "the worked examples are no list"
        raise LawbookDataError(msg)
    return tuple(_example(row) for row in rows)


def _example(row: dict[str, object]) -> Example:
    def text(key: str) -> str:
        value = row.get(key, "")
        if not isinstance(value, str):
            msg = f"example {row.get('id')}: {key} should be a text, not {value!r}"
            raise LawbookDataError(msg)
        return value

    readings = row["readings"]
    if not isinstance(readings, dict):
        msg = f"example {row.get('id')}: its readings should be a table"
        raise LawbookDataError(msg)
    return Example(
        id=text("id"),
        topic=text("topic"),
        rule=text("rule"),
        court=text("court"),
        period=text("period"),
        trigger=text("trigger"),
        direction=text("direction"),
        rank=text("rank"),
        service=text("service"),
        filing=text("filing") or "electronic",
        clock=text("clock"),
        received=text("received"),
        days=_days(row.get("days", [])),
        given=_days(row.get("given", [])),
        act_by=text("act_by"),
        prevailing=text("prevailing"),
        latest=text("latest"),
        readings={str(label): str(due) for label, due in readings.items()},
        authority=text("authority"),
        why=text("why"),
    )


def _days(value: object) -> tuple[ExampleDay, ...]:
    if not isinstance(value, list):
        msg = f"an example's days should be a list, not {value!r}"
        raise LawbookDataError(msg)
    found: list[ExampleDay] = []
    for entry in value:
        date, kind, name = str(entry).split(" ", 2)
        if kind not in KINDS:
            msg = f"an example's day has the kind {kind!r}"
            raise LawbookDataError(msg)
        found.append(ExampleDay(dt.date.fromisoformat(date), kind, name))
    return tuple(found)
