"""One count from one day in the Northern District of California, and its dates in short."""

from __future__ import annotations

import datetime as dt

from soordered.deadlines.dates_from_periods import due
from soordered.deadlines.deadline import Deadline, SettledHow, Settlement
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.timing import Direction, Length, Unit

LAW = time_law("cand")
AFTER, BEFORE = Direction.AFTER, Direction.BEFORE
NOON, HALF_PAST_FOUR = dt.time(12), dt.time(16, 30)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def three(deadline: Deadline) -> tuple[str, str, str]:
    return deadline.act_by.isoformat(), deadline.prevailing.isoformat(), deadline.outer.isoformat()


def shown(deadline: Deadline) -> dict[str, str]:
    return {reading.label: reading.due.isoformat() for reading in deadline.readings}


def count(n: int, unit: Unit, on: str, direction: Direction = AFTER, **more: object) -> Deadline:
    return due(Length(n, unit), direction, day(on), LAW, **more)  # type: ignore[arg-type]


def settled(
    label: str, how: SettledHow = SettledHow.ORDERED, *, over: tuple[str, ...] = (), side: str = ""
) -> Settlement:
    return Settlement(label=label, how=how, authority="order of the day", on=day("2007-01-01"), over=over, side=side)
