"""Deciding on hearings, submission without argument, and withdrawal of motions."""

from __future__ import annotations

import datetime as dt

from soordered.deadlines.deadline import Moment
from soordered.deadlines.moments_in_words import moment_in_words
from soordered.disputes import commands as ask
from soordered.disputes.deciding import Deciding, Outcome
from soordered.disputes.events_motion import (
    CourtNotified,
    HearingSet,
    LeaveGiven,
    MotionWithdrawn,
    SubmissionStipulated,
)
from soordered.disputes.names import Side
from soordered.disputes.refusal import refused
from soordered.rules.timing import Recurring, Weekday
from soordered.rules.vocabulary import Act, Facet


def set_hearing(command: ask.SetHearing, deciding: Deciding) -> Outcome:
    """Set a hearing: a party notices a sitting day only; the Court sits when it likes."""
    if command.hearing_on < deciding.today:
        return refused(f"{command.hearing_on} lies in the past; record a hearing that was held as a fact.")
    if deciding.side_of(command.by) is not Side.COURT:
        for rule in deciding.book.for_act(Act.HEAR_MOTIONS):
            if isinstance(rule.timing, Recurring):
                days = [day.number for day in rule.timing.weekdays]
                if command.hearing_on.weekday() not in days:
                    named = list(Weekday)[command.hearing_on.weekday()]
                    return refused(
                        f"{command.hearing_on} is a {named}; motions are heard on "
                        f"{', '.join(day.value for day in rule.timing.weekdays)}.",
                        rule,
                        Facet.HEARING_SCHEDULE,
                    )
    return HearingSet(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        hearing_on=command.hearing_on,
        hearing_at=command.hearing_at,
        motion=command.motion,
        place=command.place,
        entry=command.entry,
    )


def stipulate_submission(command: ask.StipulateSubmission, deciding: Deciding) -> Outcome:
    """Stipulate to submit: both sides sign."""
    barred = deciding.both_signed(command.signed_by, "A stipulation to submit")
    if barred is not None:
        rule = next(iter(deciding.book.for_act(Act.SUBMIT_WITHOUT_ARGUMENT)), None)
        return refused(barred.reasons[0].words, rule, Facet.PERMISSION)
    return SubmissionStipulated(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        signed_by=command.signed_by,
    )


def notify_court(command: ask.NotifyCourt, deciding: Deciding) -> Outcome:
    """Notify the Court: after the stipulation, and before the hour named."""
    motion = deciding.matter.motions.get(command.about)
    if motion is None or not deciding.matter.standing(motion.stipulations):
        rule = next(iter(deciding.book.for_act(Act.SUBMIT_WITHOUT_ARGUMENT)), None)
        return refused("No stipulation of the parties is on record; notice alone submits nothing.", rule)
    running = deciding.dates_of(Act.NOTIFY_COURT, command.about)
    if running is not None and running.deadline is not None and _past(running.deadline.outer, deciding.now):
        return refused(
            f"The time for notice ran out at {moment_in_words(running.deadline.outer)} under every reading; call chambers.",
            running.rule,
            Facet.CUTOFF_TIME,
        )
    return CourtNotified(id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about)


def withdraw_motion(command: ask.WithdrawMotion, deciding: Deciding) -> Outcome:
    """Withdraw a motion: inside the window under every reading, or with leave."""
    motion = deciding.matter.motions.get(command.about)
    if motion is None or motion.filed is None:
        return refused(f"There is no motion {command.about!r} on record.")
    if deciding.side_of(command.by) is not deciding.side_of(motion.filed.by):
        return refused("Only the side that filed a motion can withdraw it.")
    running = deciding.dates_of(Act.WITHDRAW_MOTION, command.about)
    given = any(isinstance(entry, LeaveGiven) for entry in deciding.matter.standing(motion.leave))
    if running is not None and running.deadline is not None and not given:
        last = running.deadline.act_by
        if _past(last, deciding.now):
            leave = next(iter(deciding.book.for_act(Act.SEEK_LEAVE)), running.rule)
            return refused(
                f"The window closed on {moment_in_words(last)} under at least one reading; seek leave of the Court.",
                leave,
            )
    return MotionWithdrawn(id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about)


def _past(moment: Moment, now: dt.datetime) -> bool:
    return (now.date(), now.time().replace(tzinfo=None)) > moment.sort_key
