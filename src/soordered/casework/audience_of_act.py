"""Who may read what is recorded: the two sides, a non-party whose dispute it is, and the Court once it is on the docket."""

from __future__ import annotations

from soordered.deadlines.deadline import SettledHow
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_discovery import ChambersCopyLodged, PaperEFiled
from soordered.disputes.events_letter import DeterminationEntered, LetterFiled
from soordered.disputes.events_matter import (
    ContestSettled,
    CounselAppeared,
    CounselSubstituted,
    FactContested,
    JudgeRecused,
    LeadChanged,
    MatterReassigned,
    PartyJoined,
    PartySubstituted,
    PowerOrdered,
    PowerRequested,
    Settled,
)
from soordered.disputes.events_motion import (
    CourtNotified,
    HearingHeld,
    HearingSet,
    HearingVacated,
    LeaveDenied,
    LeaveGiven,
    LeaveSought,
    MotionFiled,
    MotionWithdrawn,
    ObjectionFiled,
    OppositionFiled,
    ReplyFiled,
    RulingEntered,
)
from soordered.disputes.events_paper import MaterialWithheld, RulebookAdopted, SubmittedToCourt
from soordered.disputes.events_reference import (
    MotionStatusEntered,
    OrderAdopted,
    OrderNoticed,
    OrderSuperseded,
    ReferenceMade,
    ReferenceNoticed,
)
from soordered.disputes.events_time import (
    DateKnown,
    EventWithdrawn,
    ExtensionDenied,
    ExtensionOrdered,
    ExtensionRequested,
    ReadingSettled,
    ShorterTimeAsked,
    StayEntered,
    StayLifted,
    TriggerCorrected,
)
from soordered.disputes.names import Side
from soordered.disputes.state import Matter
from soordered.record.acts import AnyRecordAct, MatterOpened, OrderHeld, Recorded, SittingHeld

SIDES = (Side.DEFENDANT.value, Side.PLAINTIFF.value)
COURT = Side.COURT.value

# what stands on the docket, or was asked of the Court with notice to all
_DOCKETED = (
    PartyJoined
    | PartySubstituted
    | CounselAppeared
    | CounselSubstituted
    | LeadChanged
    | JudgeRecused
    | MatterReassigned
    | ReferenceMade
    | ReferenceNoticed
    | MotionStatusEntered
    | OrderAdopted
    | OrderNoticed
    | OrderSuperseded
    | MotionFiled
    | OppositionFiled
    | ReplyFiled
    | HearingSet
    | HearingVacated
    | HearingHeld
    | CourtNotified
    | MotionWithdrawn
    | LeaveSought
    | LeaveGiven
    | LeaveDenied
    | RulingEntered
    | ObjectionFiled
    | PaperEFiled
    | ChambersCopyLodged
    | LetterFiled
    | DeterminationEntered
    | ExtensionRequested
    | ExtensionOrdered
    | ExtensionDenied
    | ShorterTimeAsked
    | StayEntered
    | StayLifted
    | PowerRequested
    | PowerOrdered
    | SubmittedToCourt
    | DateKnown
)


def audience_of(act: Recorded, matter: Matter) -> tuple[str, ...]:
    """Return who may read an entry, sorted and without doubles.

    Args:
        act: what is recorded.
        matter: the facts, with the act itself among them or not.
    """
    if isinstance(act, MatterOpened | OrderHeld | SittingHeld):
        return tuple(sorted((*SIDES, COURT)))
    if isinstance(act, AnyRecordAct):  # what is done with the record may be about what the Court has not been given
        return SIDES
    match act:  # what changes an entry is for those who may read the entry
        case TriggerCorrected(corrects=named) | EventWithdrawn(withdraws=named) | MaterialWithheld(event=named):
            found = matter.seen.get(named)
            if found is not None and found.id != act.id:
                return audience_of(found, matter)
        case _:
            pass
    if on_docket(act, matter):
        return tuple(sorted({*SIDES, COURT, *_non_parties(matter)}))
    return tuple(sorted({*SIDES, *_concerned(act, matter)}))


def on_docket(act: MatterEvent, matter: Matter) -> bool:
    """Say whether an event stands on the docket or was submitted with notice to all, so that chambers may see it."""
    match act:
        case TriggerCorrected():
            return _about_docketed(act.corrects, matter)
        case EventWithdrawn():
            return _about_docketed(act.withdraws, matter)
        case MaterialWithheld():
            return _about_docketed(act.event, matter)
        case FactContested():
            return False
        case ContestSettled():
            return act.how is Settled.ORDERED and _about_docketed(act.event, matter)
        case ReadingSettled():
            return act.how is SettledHow.ORDERED
        case RulebookAdopted():
            return act.by == COURT
        case _:
            return isinstance(act, _DOCKETED)


def _about_docketed(named: str, matter: Matter) -> bool:
    found = matter.seen.get(named)
    return found is not None and on_docket(found, matter)


def _non_parties(matter: Matter) -> tuple[str, ...]:
    return tuple(party.id for party in matter.parties.values() if party.side is Side.NON_PARTY)


def _concerned(act: MatterEvent, matter: Matter) -> tuple[str, ...]:
    """Return the non-party whom a dispute concerns, for an event about it or about one of its requests or issues."""
    named = getattr(act, "non_party", "")  # the entry that opens a dispute names it
    if named:
        return (named,)
    dispute = matter.disputes.get(act.about)
    if dispute is None or dispute.arose is None or not dispute.arose.non_party:
        return ()
    return (dispute.arose.non_party,)
