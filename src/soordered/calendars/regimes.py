"""A version of Rule 6 (or a rule with the same text) as a value; the numbers come from the lawbook's data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from soordered.calendars.days import Layer


class ExtraDays(StrEnum):
    """Where the extra days for service go in the order of operations."""

    NONE = "none"
    WITH_PERIOD = "with_period"  # added to the prescribed period, before any roll
    AFTER_ROLL = "after_roll"  # after the period would otherwise expire, then rolled again (since 1 Dec 2005)


class Backward(StrEnum):
    """How a period before an event lands when its last day is no open day."""

    UNSETTLED = "unsettled"  # the text spoke only of running on (before 1 Dec 2009)
    BACK = "back"  # Rule 6(a)(5) of 2009


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """One version of the counting rule.

    Args:
        id: e.g. ``"frcp-2005"``.
        family: ``frcp``, ``frap``, ``frbp`` or ``frcrimp``.
        in_force: first day.
        ends: last day, ``None`` while in force.
        excludes_under: periods of fewer days than this leave out intermediate non-days; 0 when every day counts.
        nondays: layers the text makes non-days whatever the direction.
        nondays_after_only: layers it makes non-days only for a period measured after an event.
        backward: how a period before an event lands.
        extra_days: how many days late service adds.
        extra_days_order: where they go.
        extra_days_methods: service methods that earn them (``mail``, ``clerk``, ``electronic``, ``other_consented`` …).
        counts_hours: whether the text has a method for hours.
        spares_calendar_days: whether the text itself lets "calendar days" switch the leaving out off.
        cite: the rule's own citation, e.g. ``"Fed. R. Civ. P. 6(a) (2005)"``.
        cites: sub-rules by topic (``days``, ``hours``, ``roll``, ``backward``, ``holiday``, ``inaccessible``,
            ``last_day``, ``extra``) under their number of the day.
        source: where the text was read.
    """

    id: str
    family: str
    in_force: dt.date
    ends: dt.date | None
    excludes_under: int
    nondays: frozenset[Layer]
    nondays_after_only: frozenset[Layer]
    backward: Backward
    extra_days: int
    extra_days_order: ExtraDays
    extra_days_methods: frozenset[str]
    counts_hours: bool
    cite: str
    cites: dict[str, str]
    source: str = ""
    spares_calendar_days: bool = False

    def __hash__(self) -> int:
        return hash(self.id)
