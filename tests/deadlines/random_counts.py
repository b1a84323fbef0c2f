"""Random periods from random days, half of them near the days on which the counting rule changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from soordered.calendars.open_days import EPOCH
from soordered.calendars.time_law import TimeLaw
from soordered.rules.timing import Direction, Unit

UNITS = (Unit.DAY, Unit.CALENDAR_DAY, Unit.BUSINESS_DAY, Unit.COURT_DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
FIRST = dt.date(1938, 9, 16)
LAST = dt.date(2050, 12, 31)
LARGEST = {Unit.WEEK: 60, Unit.MONTH: 24, Unit.YEAR: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows of one unit and direction.

    Args:
        unit: the unit.
        direction: the direction.
        days: triggers, since 1970.
        n: units, a row.
    """

    unit: Unit
    direction: Direction
    days: npt.NDArray[np.int32]
    n: npt.NDArray[np.int32]

    def rows(self) -> Iterator[tuple[dt.date, int]]:
        """Yield each row as a date and a number."""
        for day, n in zip(self.days.tolist(), self.n.tolist(), strict=True):
            yield dt.date.fromordinal(day + EPOCH), n


def random_groups(rows: int, law: TimeLaw, *, seed: int) -> list[Group]:
    """Draw rows, shared among the units and directions.

    Args:
        rows: how many in all.
        law: whose changes the days are drawn near.
        seed: of the random numbers.
    """
    random = np.random.default_rng(seed)
    changes = [regime.in_force.toordinal() - EPOCH for regime in law.regimes if regime.family == "frcp"]
    size = rows // (2 * len(UNITS))
    first, last = FIRST.toordinal() - EPOCH, LAST.toordinal() - EPOCH
    found = []
    for unit in UNITS:
        for direction in Direction:
            anywhere = random.integers(first, last + 1, size)
            near = random.choice([*changes, last], size) + random.integers(-40, 41, size)
            days = np.where(random.random(size) < 0.5, anywhere, np.clip(near, first, last)).astype(np.int32)
            usual = random.choice([0, 1, 2, 3, 5, 6, 7, 10, 11, 14, 21, 28, 30], size)
            n = np.where(random.random(size) < 0.7, usual, random.integers(0, 400, size)) % LARGEST.get(unit, 400)
            found.append(Group(unit=unit, direction=direction, days=days, n=n.astype(np.int32)))
    return found
