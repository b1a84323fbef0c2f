"""A deadline: three dates drawn from its readings, each with steps and authority."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from soordered.provenance.reasons import Step


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or an hour of it, in the court's time zone.

    Args:
        date: the day.
        clock: the hour; ``None`` for the end of the day.
        zone: IANA name of the court's zone; needed where there is an hour.
    """

    date: dt.date
    clock: dt.time | None = None
    zone: str = "America/Los_Angeles"

    def instant(self) -> dt.datetime:
        """Return the aware instant; a day without an hour ends at its last microsecond."""
        from zoneinfo import ZoneInfo  # noqa: PLC0415  most counts have no hour, and it takes its time to load

        return dt.datetime.combine(self.date, self.clock or dt.time.max, tzinfo=ZoneInfo(self.zone))

    def isoformat(self) -> str:
        """Return ``2007-11-27``, or with an hour ``2010-11-10T16:30:00-08:00``."""
        if self.clock is None:
            return self.date.isoformat()
        return self.instant().isoformat()

    @property
    def sort_key(self) -> tuple[dt.date, dt.time]:
        """Order moments of one court: a day without an hour ends after every hour of it."""
        return self.date, self.clock or dt.time.max


class Standing(StrEnum):
    """How well the governing text supports a reading."""

    PREVAILING = "prevailing"
    ARGUABLE = "arguable"
    WEAK = "weak"  # arguable, yet never to be relied on


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read the words, with the date it gives.

    Args:
        label: stable name, e.g. ``"federal-holidays-only"``; see ``docs/reference/readings.md``.
        due: when.
        regime: id of the counting rule's version.
        because: the point in one sentence.
        authority: what supports it.
        standing: how well.
        settled_by: the fact or ruling that would settle the point, in words; empty when none is open.
        steps: the count.
    """

    label: str
    due: Moment
    regime: str
    because: str
    authority: str
    standing: Standing
    settled_by: str = ""
    steps: Sequence[Step] = ()


class SettledHow(StrEnum):
    """By what a reading was settled for a matter."""

    OWN_SIDE = "own_side"  # that side's own view only; never the other's latest arguable date
    STIPULATED = "stipulated"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A contested point settled for a matter; an event of the matter, received here as a value.

    Args:
        label: the reading that holds from now on.
        over: labels of the readings it ends; empty for all others on the same point.
        how: by whom.
        side: whose view, for ``own_side``.
        authority: the stipulation or order, in words.
        on: when it was settled.
    """

    label: str
    how: SettledHow
    authority: str
    on: dt.date
    over: tuple[str, ...] = ()
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When something is due.

    Args:
        act_by: the last open court day on or before the earliest live reading, at the earlier hour if any: the safe date.
        prevailing: the reading the governing text supports best.
        outer: the last live reading (*latest arguable*: do not calendar).
        readings: every live reading, the prevailing one first.
        settlements: settled points that shaped it.
        lawbook: version of the shipped law it was computed with.
        notes: doubts to be shown with the dates (an unverified day, a straddled change of the rule).
    """

    act_by: Moment
    prevailing: Moment
    outer: Moment
    readings: tuple[Reading, ...]
    settlements: tuple[Settlement, ...] = ()
    lawbook: str = ""
    notes: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the prevailing reading."""
        return tuple(self.readings[0].steps)

    @property
    def contested(self) -> bool:
        """Whether the three dates differ."""
        return not (self.act_by == self.prevailing == self.outer)


class _OpenMoment:
    __slots__ = ("clock", "date", "zone")

    def __init__(self, date: dt.date, clock: dt.time | None, zone: str) -> None:
        self.date = date
        self.clock = clock
        self.zone = zone


class _OpenReading:
    __slots__ = ("authority", "because", "due", "label", "regime", "settled_by", "standing", "steps")

    def __init__(  # noqa: PLR0917  in the order of the fields of Reading
        self,
        label: str,
        due: Moment,
        regime: str,
        because: str,
        authority: str,
        standing: Standing,
        settled_by: str,
        steps: Sequence[Step],
    ) -> None:
        self.label = label
        self.due = due
        self.regime = regime
        self.because = because
        self.authority = authority
        self.standing = standing
        self.settled_by = settled_by
        self.steps = steps


class _OpenDeadline:
    __slots__ = ("act_by", "lawbook", "notes", "outer", "prevailing", "readings", "settlements")

    def __init__(  # noqa: PLR0917  in the order of the fields of Deadline
        self,
        act_by: Moment,
        prevailing: Moment,
        outer: Moment,
        readings: tuple[Reading, ...],
        settlements: tuple[Settlement, ...],
        lawbook: str,
        notes: tuple[str, ...],
    ) -> None:
        self.act_by = act_by
        self.prevailing = prevailing
        self.outer = outer
        self.readings = readings
        self.settlements = settlements
        self.lawbook = lawbook
        self.notes = notes


def moment_at(date: dt.date, clock: dt.time | None, zone: str) -> Moment:
    """Make a moment as ``Moment`` does, ten times as fast.

    A frozen dataclass is filled by one call for each field, which costs more than the whole count. The makers here fill
    an open twin with the same slots and close it afterwards, by its class.
    """
    made = _OpenMoment(date, clock, zone)
    made.__class__ = Moment  # type: ignore[assignment]
    return made  # type: ignore[return-value]


def reading_of(  # noqa: PLR0917  in the order of the fields of Reading
    label: str,
    due: Moment,
    regime: str,
    because: str,
    authority: str,
    standing: Standing,
    settled_by: str,
    steps: Sequence[Step],
) -> Reading:
    """Make a reading as ``Reading`` does, for the reason given at ``moment_at``."""
    made = _OpenReading(label, due, regime, because, authority, standing, settled_by, steps)
    made.__class__ = Reading  # type: ignore[assignment]
    return made  # type: ignore[return-value]


def deadline_of(  # noqa: PLR0917  in the order of the fields of Deadline
    act_by: Moment,
    prevailing: Moment,
    outer: Moment,
    readings: tuple[Reading, ...],
    settlements: tuple[Settlement, ...],
    lawbook: str,
    notes: tuple[str, ...],
) -> Deadline:
    """Make a deadline as ``Deadline`` does, for the reason given at ``moment_at``."""
    made = _OpenDeadline(act_by, prevailing, outer, readings, settlements, lawbook, notes)
    made.__class__ = Deadline  # type: ignore[assignment]
    return made  # type: ignore[return-value]
