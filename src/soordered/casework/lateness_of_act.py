"""Under which readings an act was late, or a duty is overdue."""

from __future__ import annotations

from soordered.casework.case_run import Lateness
from soordered.deadlines.deadline import Deadline, Moment
from soordered.rules.rule import Rule
from soordered.rules.timing import Bound, EarliestOf, LatestOf, Period


def lateness_of(deadline: Deadline, moment: Moment, rule: Rule) -> Lateness:
    """Measure an act by every reading of its deadline.

    Args:
        deadline: with its readings.
        moment: when the act was done; without an hour if none is recorded.
        rule: for whether its words bind *before* an hour or *by* it.
    """
    strictly = _strict(rule)
    late: list[str] = []
    kept: list[str] = []
    unknown = False
    for reading in deadline.readings:
        answer = _past(reading.due, moment, strictly=strictly)
        unknown = unknown or answer is None
        (late if answer else kept).append(reading.label)
    named = (("act_by", deadline.act_by), ("prevailing", deadline.prevailing), ("outer", deadline.outer))
    past = tuple(name for name, due in named if _past(due, moment, strictly=strictly))
    return Lateness(late=tuple(late), in_time=tuple(kept), past=past, hour_unknown=unknown)


def overdue_on(deadline: Deadline, as_of: Moment) -> Lateness:
    """Say which readings have run out by a moment; a day without an hour has not run past the hours of that day."""
    late = tuple(reading.label for reading in deadline.readings if _over(reading.due, as_of))
    kept = tuple(reading.label for reading in deadline.readings if not _over(reading.due, as_of))
    named = (("act_by", deadline.act_by), ("prevailing", deadline.prevailing), ("outer", deadline.outer))
    return Lateness(late=late, in_time=kept, past=tuple(name for name, due in named if _over(due, as_of)))


def _over(due: Moment, as_of: Moment) -> bool:
    if as_of.clock is None or due.date != as_of.date:
        return as_of.date > due.date
    return as_of.sort_key > due.sort_key


def _past(due: Moment, moment: Moment, *, strictly: bool) -> bool | None:
    """Say whether an act came too late; ``None`` when it turns on an hour that is not recorded."""
    if moment.date != due.date:
        return moment.date > due.date
    if due.clock is None:
        return False
    if moment.clock is None:
        return None
    return moment.clock >= due.clock if strictly else moment.clock > due.clock


def _strict(rule: Rule) -> bool:
    match rule.timing:
        case Period():
            return rule.timing.bound is Bound.BEFORE and rule.timing.clock is not None
        case EarliestOf() | LatestOf():
            return any(isinstance(option, Period) and option.bound is Bound.BEFORE for option in rule.timing.options)
        case _:
            return False
