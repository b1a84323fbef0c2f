"""What a count needs: the versions of the counting rule, and the calendar of the court."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from soordered.calendars.court import CourtCalendar
from soordered.calendars.regimes import Regime
from soordered.provenance.problems import BadInputError

_Made = TypeVar("_Made")


class UnknownRegimeError(BadInputError):
    """A version of the rule that the lawbook does not hold.

    Args:
        regime: what was asked for.
        known: ids that are held.
    """

    def __init__(self, regime: str, *, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no version of the counting rule called {regime!r}.",
            expected=f"one of {', '.join(known)}.",
            remedy="Leave the regime out to let the date decide.",
        )


class NoRegimeError(BadInputError):
    """A day on which no version of a rule was in force.

    Args:
        day: the day.
        family: ``frcp``, ``frap``, ``frbp`` or ``frcrimp``.
        first: first day of the earliest version held.
    """

    def __init__(self, day: dt.date, *, family: str, first: dt.date | None) -> None:
        begins = f"the first held begins on {first}" if first else "none is held"
        super().__init__(
            f"No version of the {family} counting rule was in force on {day}; {begins}.",
            expected="a day on which the rule was in force.",
            remedy="Check the date, or name the version to count by.",
        )


@dataclass(frozen=True, slots=True, eq=False)
class TimeLaw:
    """The law of time for one court; compared by identity, so that answers can be kept for it.

    Args:
        regimes: every version of the rule and its kin, each family in order of its dates.
        calendar: the court's days.
        version: the lawbook's version.
        family: the rule that governs in this court: ``frcp``, or ``frap`` in a court of appeals.
    """

    regimes: tuple[Regime, ...]
    calendar: CourtCalendar
    version: str
    family: str = "frcp"
    _kept: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    def kept(self, make: Callable[[TimeLaw], _Made]) -> _Made:
        """Return what a function makes of this law: made once, and gone when the law is.

        What is worked out for a law can be large. Kept here, and not in a table of all laws, it holds no law alive that
        nobody asks any more.

        Args:
            make: makes it; the key under which it is kept.
        """
        found = self._kept.get(make)
        if found is None:
            found = self._kept[make] = make(self)
        return cast("_Made", found)

    def regime_on(self, day: dt.date, family: str | None = None) -> Regime:
        """Return the version in force on a day.

        Args:
            day: the day.
            family: another rule than the one that governs in this court.

        Raises:
            NoRegimeError: there was none.
        """
        if family is None:
            family = self.family
        for regime in reversed(self.regimes):
            if regime.family == family and regime.in_force <= day and (regime.ends is None or day <= regime.ends):
                return regime
        first = next((regime.in_force for regime in self.regimes if regime.family == family), None)
        raise NoRegimeError(day, family=family, first=first)

    def regime(self, regime_id: str) -> Regime:
        """Return a version by its id.

        Raises:
            UnknownRegimeError: there is none of that id; the message lists them.
        """
        for regime in self.regimes:
            if regime.id == regime_id:
                return regime
        raise UnknownRegimeError(regime_id, known=tuple(regime.id for regime in self.regimes))
