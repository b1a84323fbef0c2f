"""The law-and-motion calendar of a case: what is on, what is submitted, what came off."""

from __future__ import annotations

from soordered.casework.case_run import HearingRun, OnCalendar
from soordered.deadlines.deadline import Moment
from soordered.disputes.events_motion import HearingHeld, HearingSet
from soordered.disputes.state import Hearing, Matter, Motion
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Recurring
from soordered.rules.vocabulary import Act


def hearings_of_case(matter: Matter, book: Rulebook, *, zone: str) -> tuple[HearingRun, ...]:
    """List every hearing with where it stands, in order of time.

    Args:
        matter: the facts to date.
        book: the rules in force, for the sitting days.
        zone: the court's zone.
    """
    days = frozenset(
        day.number
        for rule in book.for_act(Act.HEAR_MOTIONS)
        if isinstance(rule.timing, Recurring)
        for day in rule.timing.weekdays
    )
    found = [_hearing(matter, hearing, days, zone) for hearing in matter.hearings.values()]
    return tuple(sorted(found, key=lambda hearing: (hearing.when is None, hearing.when and hearing.when.sort_key)))


def _hearing(matter: Matter, hearing: Hearing, days: frozenset[int], zone: str) -> HearingRun:
    motion = matter.motions.get(hearing.motion)
    settings = [entry for entry in hearing.entries if isinstance(entry, HearingSet) and matter.stands(entry)]
    last = settings[-1] if settings else None
    when = None if last is None else Moment(*matter.heard_on(last), zone)
    return HearingRun(
        id=hearing.id,
        motion=hearing.motion,
        title=motion.filed.title if motion is not None and motion.filed is not None else "",
        when=when,
        place=last.place if last is not None else "",
        state=_state(matter, hearing, motion),
        sitting=None if when is None or not days else when.date.weekday() in days,
    )


def _state(matter: Matter, hearing: Hearing, motion: Motion | None) -> OnCalendar:
    if any(isinstance(entry, HearingHeld) and matter.stands(entry) for entry in hearing.entries):
        return OnCalendar.HELD
    if motion is not None and matter.standing(motion.withdrawals):
        return OnCalendar.WITHDRAWN
    if matter.setting_of(hearing) is None:
        return OnCalendar.VACATED
    if motion is not None and matter.standing(motion.stipulations):
        return OnCalendar.SUBMITTED if matter.standing(motion.notices) else OnCalendar.STIPULATED
    return OnCalendar.SET
