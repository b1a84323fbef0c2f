"""How motions, hearings and rulings grow by their events."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from soordered.disputes.draft import Draft
from soordered.disputes.events_motion import (
    CourtNotified,
    HearingHeld,
    HearingSet,
    HearingVacated,
    LeaveDenied,
    LeaveGiven,
    LeaveSought,
    MotionEvent,
    MotionFiled,
    MotionWithdrawn,
    ObjectionFiled,
    OppositionFiled,
    ReplyFiled,
    RulingEntered,
    SubmissionStipulated,
)
from soordered.disputes.evolve_filing import note_filing
from soordered.disputes.state import NONE, Motion


def evolve_motion(draft: Draft, event: MotionEvent) -> None:
    """Write one event of a motion, hearing or ruling into the draft."""
    match event:
        case HearingSet():
            motion = event.motion or event.about
            hearing = draft.hearing(event.about, motion=motion)
            if event.about not in draft.hearings:
                found = draft.motion(motion)
                draft.motions[motion] = replace(found, hearings=found.hearings.plus(event.about))
            draft.hearings[event.about] = replace(hearing, entries=hearing.entries.plus(event))
        case HearingVacated() | HearingHeld():
            hearing = draft.hearing(event.about)
            draft.hearings[event.about] = replace(hearing, entries=hearing.entries.plus(event))
        case RulingEntered():
            draft.rulings[event.about] = replace(draft.ruling(event.about), entered=event)
        case ObjectionFiled():
            ruling = draft.ruling(event.about)
            draft.rulings[event.about] = replace(ruling, objections=ruling.objections.plus(event))
            note_filing(draft, event)
        case (
            MotionFiled()
            | OppositionFiled()
            | ReplyFiled()
            | SubmissionStipulated()
            | CourtNotified()
            | MotionWithdrawn()
            | LeaveSought()
            | LeaveGiven()
            | LeaveDenied()
        ):
            draft.motions[event.about] = _grown(draft.motion(event.about), event)
            if isinstance(event, MotionFiled | OppositionFiled | ReplyFiled):
                note_filing(draft, event)
        case _:
            assert_never(event)


def _grown(
    old: Motion,
    event: MotionFiled
    | OppositionFiled
    | ReplyFiled
    | SubmissionStipulated
    | CourtNotified
    | MotionWithdrawn
    | LeaveSought
    | LeaveGiven
    | LeaveDenied,
) -> Motion:
    match event:
        case MotionFiled():
            outlived = old.outlived
            for entry in old.withdrawals:
                outlived = outlived.plus(entry)
            return replace(old, filed=event, withdrawals=NONE, outlived=outlived)
        case OppositionFiled():
            return replace(old, oppositions=old.oppositions.plus(event))
        case ReplyFiled():
            return replace(old, replies=old.replies.plus(event))
        case SubmissionStipulated():
            return replace(old, stipulations=old.stipulations.plus(event))
        case CourtNotified():
            return replace(old, notices=old.notices.plus(event))
        case MotionWithdrawn():
            return replace(old, withdrawals=old.withdrawals.plus(event))
        case LeaveSought() | LeaveGiven() | LeaveDenied():
            return replace(old, leave=old.leave.plus(event))
        case _:
            assert_never(event)
