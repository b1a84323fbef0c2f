"""The steps by which a date was found: the reason is part of the answer."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Step(NamedTuple):
    """One step of a count.

    A tuple with names, unlike the other values: every reading of every count has a score of them, and a frozen dataclass
    takes four times as long to make.

    Args:
        date: the day the step speaks of.
        counted: ``True`` if the day was counted, ``False`` if it was passed over, ``None`` if the step is no day of
            the count (the trigger, a roll, three days added).
        why: the reason in plain words, e.g. ``"Veterans Day, on the Monday"``.
        authority: the rule, statute or order that gives the reason; empty for an ordinary counted day.
        number: the ordinal of a counted day, from 1; ``None`` otherwise.
    """

    date: dt.date
    counted: bool | None
    why: str
    authority: str = ""
    number: int | None = None
