"""How the conferral of a dispute grows by its events."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from soordered.disputes.draft import Draft
from soordered.disputes.events_conferral import (
    ConferralEvent,
    DatesOffered,
    DemandWithdrawn,
    DisputeArose,
    DisputesMerged,
    DisputeWithdrawn,
    EffortConfirmed,
    EffortDisputed,
    EffortMade,
    EffortsFailed,
    EffortShared,
    LocationChosen,
    MeetingConfirmed,
    MeetingDemanded,
    MeetingDisputed,
    MeetingHeld,
    UrgentCallMade,
)
from soordered.disputes.names import Side, Track, Visibility
from soordered.disputes.state import Dispute


def evolve_conferral(draft: Draft, event: ConferralEvent) -> None:
    """Write one event of conferral into the draft.

    Args:
        draft: the matter being folded.
        event: what happened.
    """
    old = draft.dispute(event.about)
    draft.disputes[event.about] = _grown(old, event)
    if isinstance(event, DisputesMerged):
        draft.merges += 1
        for merged in event.merged:
            if merged != event.about:
                draft.disputes[merged] = replace(draft.dispute(merged), merged_into=event.about)


def _grown(old: Dispute, event: ConferralEvent) -> Dispute:
    match event:
        case DisputeArose():
            return replace(old, arose=event, track=event.track)
        case EffortMade():
            shared = old.shared | {event.id} if event.visibility is Visibility.SHARED else old.shared
            return replace(old, efforts=old.efforts.plus(event), shared=shared)
        case EffortShared():
            return replace(old, shared=old.shared | {event.effort})
        case EffortConfirmed() | EffortDisputed():
            return replace(old, effort_answers=old.effort_answers.plus(event))
        case EffortsFailed():
            return replace(old, efforts_failed=old.efforts_failed.plus(event))
        case MeetingDemanded():
            return replace(old, demands=old.demands.plus(event))
        case DemandWithdrawn():
            return replace(old, demands_withdrawn=old.demands_withdrawn.plus(event))
        case DatesOffered():
            return replace(old, offers=old.offers.plus(event))
        case LocationChosen():
            return replace(old, places=old.places.plus(event))
        case MeetingHeld():
            # nobody demanded it and the Court chose the room: the meeting the order directs
            directed = event.chosen_by is Side.COURT and not old.demands and old.arose is None
            track = Track.CASE if directed else old.track
            return replace(old, meetings=old.meetings.plus(event), track=track)
        case MeetingConfirmed() | MeetingDisputed():
            return replace(old, meeting_answers=old.meeting_answers.plus(event))
        case UrgentCallMade():
            return replace(old, urgent_calls=old.urgent_calls.plus(event))
        case DisputeWithdrawn():
            return replace(old, withdrawn=event)
        case DisputesMerged():
            return old
        case _:
            assert_never(event)
