"""How the matter itself grows: orders, references, dates, stays, people, powers, contested points."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from soordered.disputes.draft import Draft
from soordered.disputes.events_matter import (
    ContestSettled,
    CounselAppeared,
    CounselSubstituted,
    FactContested,
    JudgeRecused,
    LeadChanged,
    MatterChange,
    MatterReassigned,
    PartyJoined,
    PartySubstituted,
    PowerOrdered,
    PowerRequested,
)
from soordered.disputes.events_reference import (
    MotionStatusEntered,
    OrderAdopted,
    OrderNoticed,
    OrderSuperseded,
    ReferenceEvent,
    ReferenceMade,
    ReferenceNoticed,
)
from soordered.disputes.events_time import (
    ActDone,
    ComplaintWaived,
    DateKnown,
    EventWithdrawn,
    ExtensionAgreed,
    ExtensionDenied,
    ExtensionOrdered,
    ExtensionRequested,
    Happened,
    ReadingSettled,
    ShorterTimeAsked,
    StayEntered,
    StayLifted,
    TimeEvent,
    TriggerCorrected,
)
from soordered.disputes.names import Track
from soordered.disputes.state import Counsel, OrderState, Party, Stay


def evolve_reference(draft: Draft, event: ReferenceEvent) -> None:
    """Write one event of reference or of orders in force into the draft."""
    match event:
        case ReferenceMade():
            draft.references = draft.references.plus(event)
            if event.about:
                draft.disputes[event.about] = replace(draft.dispute(event.about), track=Track.CASE)
        case ReferenceNoticed():
            draft.reference_notices = draft.reference_notices.plus(event)
        case MotionStatusEntered():
            motion = draft.motion(event.about)
            draft.motions[event.about] = replace(motion, statuses=motion.statuses.plus(event))
        case OrderAdopted():
            old = draft.orders.get(event.about)
            draft.orders[event.about] = (
                replace(old, adopted=event) if old else OrderState(id=event.about, adopted=event)
            )
            if event.motion:
                draft.disputes[event.motion] = replace(draft.dispute(event.motion), track=Track.CASE)
        case OrderNoticed():
            order = draft.orders.get(event.about)
            if order is not None:
                draft.orders[event.about] = replace(order, notices=order.notices.plus(event))
        case OrderSuperseded():
            order = draft.orders.get(event.about)
            if order is not None:
                draft.orders[event.about] = replace(order, superseded=event)
        case _:
            assert_never(event)


def evolve_time(draft: Draft, event: TimeEvent) -> None:
    """Write one event that moves, stops, settles or corrects dates into the draft."""
    match event:
        case DateKnown():
            draft.known_dates = draft.known_dates.plus(event)
        case Happened():
            draft.happenings = draft.happenings.plus(event)
        case ActDone():
            draft.acts_done = draft.acts_done.plus(event)
        case (
            ExtensionRequested()
            | ExtensionOrdered()
            | ExtensionDenied()
            | ExtensionAgreed()
            | ComplaintWaived()
            | ShorterTimeAsked()
        ):
            draft.extensions = draft.extensions.plus(event)
        case StayEntered():
            draft.open_stays.setdefault(event.about, []).append(len(draft.stays))
            draft.stays.append(Stay(entered=event))
        case StayLifted():
            if places := draft.open_stays.get(event.about):
                place = places.pop()
                draft.stays[place] = replace(draft.stays[place], lifted=event)
        case TriggerCorrected():
            draft.corrections[_first_named(draft, event)] = event
        case EventWithdrawn():
            _withdraw(draft, event)
        case ReadingSettled():
            draft.settlements = draft.settlements.plus(event)
        case _:
            assert_never(event)


def _first_named(draft: Draft, event: TriggerCorrected) -> str:
    """Return the event that a correction is about in the end, where it corrects another correction."""
    named = event.corrects
    passed = {event.id}
    while isinstance(earlier := draft.seen.get(named), TriggerCorrected) and named not in passed:
        passed.add(named)
        named = earlier.corrects
    return named


def _withdraw(draft: Draft, event: EventWithdrawn) -> None:
    """Take an event back; a correction taken back lets the one before it hold again, a withdrawal taken back, the event."""
    draft.withdrawn_events[event.withdraws] = event
    match draft.seen.get(event.withdraws):
        case TriggerCorrected() as gone:
            named = _first_named(draft, gone)
            left = [
                one
                for one in draft.seen.values()
                if isinstance(one, TriggerCorrected)
                and one.id not in draft.withdrawn_events
                and _first_named(draft, one) == named
            ]
            draft.corrections.pop(named, None)
            if left:
                draft.corrections[named] = left[-1]
        case EventWithdrawn() as gone:
            draft.withdrawn_events.pop(gone.withdraws, None)
        case _:
            pass


def evolve_matter(draft: Draft, event: MatterChange) -> None:
    """Write one event about people, powers or contested points into the draft."""
    match event:
        case PartyJoined():
            draft.parties[event.about] = Party(
                id=event.about,
                name=event.name,
                side=event.side,
                self_represented=event.self_represented,
                registration=event.registration,
            )
        case PartySubstituted():
            old = draft.parties.get(event.about)
            if old is not None:
                draft.parties[event.about] = replace(old, left_on=event.on)
                draft.parties[event.new_party] = replace(old, id=event.new_party, name=event.name)
                for lawyer in list(draft.counsel.values()):
                    if lawyer.party == event.about:
                        draft.counsel[lawyer.id] = replace(lawyer, party=event.new_party)
        case CounselAppeared():
            draft.counsel[event.about] = Counsel(id=event.about, name=event.name, party=event.party, lead=event.lead)
        case CounselSubstituted():
            gone = draft.counsel.get(event.about)
            party = gone.party if gone else ""
            if gone is not None:
                draft.counsel[event.about] = replace(gone, left_on=event.on)
            if event.new_counsel:
                draft.counsel[event.new_counsel] = Counsel(
                    id=event.new_counsel, name=event.name, party=party, lead=event.lead
                )
        case LeadChanged():
            for counsel in list(draft.counsel.values()):
                if counsel.party == event.party:
                    draft.counsel[counsel.id] = replace(counsel, lead=counsel.id == event.about)
        case JudgeRecused() | MatterReassigned():
            draft.judges = draft.judges.plus(event)
        case PowerRequested() | PowerOrdered():
            draft.powers = draft.powers.plus(event)
        case FactContested():
            draft.contested = draft.contested.plus(event)
        case ContestSettled():
            draft.contests_settled = draft.contests_settled.plus(event)
        case _:
            assert_never(event)
