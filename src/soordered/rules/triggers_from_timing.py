"""The triggers that a timing counts from, whatever its form."""

from __future__ import annotations

from typing import assert_never

from soordered.rules.timing import (
    CourtSets,
    EarliestOf,
    FixedDate,
    LatestOf,
    NamedDay,
    NotBefore,
    OnSilence,
    Period,
    Recurring,
    Standard,
    Timing,
    Window,
)
from soordered.rules.vocabulary import TriggerCode


def timing_triggers(timing: Timing | None) -> tuple[TriggerCode, ...]:
    """Return the triggers a timing counts from, in order, each once.

    Args:
        timing: any form, or none.
    """
    return tuple(dict.fromkeys(_counted_from(timing)))


def _counted_from(timing: Timing | None) -> tuple[TriggerCode, ...]:
    match timing:
        case NamedDay():
            return (timing.trigger,)
        case EarliestOf() | LatestOf():
            return tuple(code for option in timing.options for code in _counted_from(option))
        case NotBefore():
            return _counted_from(timing.opens)
        case Window():
            return _counted_from(timing.opens) + _counted_from(timing.closes)
        case _:
            return tuple(period.trigger for period in timing_periods(timing))


def timing_periods(timing: Timing | None) -> tuple[Period, ...]:
    """Return the periods inside a timing, in order.

    Args:
        timing: any form, or none.
    """
    match timing:
        case None | FixedDate() | NamedDay() | Recurring() | CourtSets():
            return ()
        case Period():
            return (timing,)
        case EarliestOf() | LatestOf():
            return tuple(period for option in timing.options for period in timing_periods(option))
        case NotBefore():
            return timing_periods(timing.opens)
        case Window():
            return timing_periods(timing.opens) + timing_periods(timing.closes)
        case OnSilence():
            return (timing.period,)
        case Standard():
            return timing_periods(timing.soft)
        case _:
            assert_never(timing)
