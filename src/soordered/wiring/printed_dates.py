"""A date that a text prints, as the Python face asks for it: never counted, never moved, and yet not always safe."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from soordered.deadlines.dates_from_periods import fixed as fixed_under
from soordered.deadlines.deadline import Deadline
from soordered.wiring.counting import ImpossibleDateError, law_of

if TYPE_CHECKING:
    from pathlib import Path


def fixed(
    on: str | dt.date,
    *,
    court: str = "cand",
    clock: dt.time | None = None,
    calendar: str | Path | None = None,
    regime: str | None = None,
) -> Deadline:
    """Give the deadline that a date printed in an order is.

    Args:
        on: the date; text in ISO 8601 or a date.
        court: CM/ECF id of the court, ``"federal"`` for federal holidays only.
        clock: the hour, if printed.
        calendar: a TOML file of the court's notices; see ``soordered.rulefiles.days_from_toml``.
        regime: id of a version of Rule 6, whatever the date says.

    Returns:
        the deadline: the printed date prevails wherever it falls, and the date to act by is the last open day up to it.

    Raises:
        BadInputError: something given is none of what is expected; the message says what, and what to do.

    Source:
        Fed. R. Civ. P. 6(a), 2009 committee note.

    Example:
        >>> sunday = fixed("2021-05-30")
        >>> str(sunday.act_by.date), str(sunday.prevailing.date)
        ('2021-05-28', '2021-05-30')
    """
    if isinstance(on, str):
        try:
            day = dt.date.fromisoformat(on)
        except ValueError:
            raise ImpossibleDateError(on, name="on") from None
    elif isinstance(on, dt.datetime):
        raise ImpossibleDateError(repr(on), name="on")
    else:
        day = on
    return fixed_under(day, law_of(court, calendar), clock=clock, regime=regime)
