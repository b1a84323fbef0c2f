"""One deadline out of several: whichever comes first, or last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from soordered.deadlines.deadline import Deadline, Moment, Reading, Standing


def earliest_of(deadlines: Sequence[Deadline], notes: Sequence[str] = ()) -> Deadline:
    """Return the deadline that is whichever of several comes first, under every pair of their readings.

    Args:
        deadlines: one or more.
        notes: doubts to be added (an option that cannot be dated yet).
    """
    return _combined(deadlines, notes, later=False)


def latest_of(deadlines: Sequence[Deadline], notes: Sequence[str] = ()) -> Deadline:
    """Return the deadline that is whichever of several comes last, under every pair of their readings.

    Args:
        deadlines: one or more.
        notes: doubts to be added (an option that cannot be dated yet).
    """
    return _combined(deadlines, notes, later=True)


def _combined(deadlines: Sequence[Deadline], notes: Sequence[str], *, later: bool) -> Deadline:
    choose = max if later else min
    prevailing = choose((deadline.readings[0] for deadline in deadlines), key=_key)
    kept: dict[tuple[dt.date, dt.time], Reading] = {_key(prevailing): prevailing}
    for together in product(*(deadline.readings for deadline in deadlines)):
        reading = choose(together, key=_key)
        if _key(reading) not in kept:
            standing = Standing.ARGUABLE if reading.standing is Standing.PREVAILING else reading.standing
            kept[_key(reading)] = replace(reading, standing=standing)
    rest = sorted((reading for reading in kept.values() if reading is not prevailing), key=_key)
    return Deadline(
        act_by=choose((deadline.act_by for deadline in deadlines), key=_moment_key),
        prevailing=prevailing.due,
        outer=choose((deadline.outer for deadline in deadlines), key=_moment_key),
        readings=(prevailing, *rest),
        settlements=tuple(dict.fromkeys(held for deadline in deadlines for held in deadline.settlements)),
        lawbook=deadlines[0].lawbook,
        notes=tuple(dict.fromkeys([*(note for deadline in deadlines for note in deadline.notes), *notes])),
    )


def _key(reading: Reading) -> tuple[dt.date, dt.time]:
    return reading.due.sort_key


def _moment_key(moment: Moment) -> tuple[dt.date, dt.time]:
    return moment.sort_key
