"""Whose entry it is: nobody corrects or takes back what the other side recorded."""

from __future__ import annotations

from soordered.casework.acting import Scene
from soordered.casework.audience_of_act import on_docket
from soordered.casework.caller import CHAMBERS
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import DisputesMerged
from soordered.disputes.events_exchange import ExchangeEvent
from soordered.disputes.events_letter import IssueNarrowed, IssueResolved
from soordered.disputes.events_matter import ContestSettled, FactContested
from soordered.disputes.events_motion import SubmissionStipulated
from soordered.disputes.events_paper import (
    AgreementReached,
    CommonPartConsented,
    LetterHandedOver,
    LetterSigned,
    MaterialWithheld,
    RulebookCountersigned,
)
from soordered.disputes.events_time import ExtensionAgreed, ReadingSettled
from soordered.disputes.refusal import Refusal, refused
from soordered.disputes.state import Matter

# what two agreed on, or a signature bound, is undone by both or by the Court, never by one who says it was an error
_BINDING = (
    ExchangeEvent
    | LetterSigned
    | LetterHandedOver
    | CommonPartConsented
    | AgreementReached
    | RulebookCountersigned
    | MaterialWithheld
    | IssueNarrowed
    | IssueResolved
    | SubmissionStipulated
    | ExtensionAgreed
    | DisputesMerged
    | ReadingSettled
    | ContestSettled
    | FactContested
)


def not_theirs(scene: Scene, event: str, *, source: str) -> Refusal | None:
    """Refuse to touch an entry that is neither of one's own side nor, with its source, of the docket.

    Args:
        scene: what the act is decided on.
        event: id of the event.
        source: what shows that the docket was put right; empty for nothing.
    """
    found = scene.state.seen.get(event)
    if found is None:
        return refused(f"There is no event {event!r} on record.")
    caller = scene.asking.caller
    docketed = on_docket(found, scene.state)
    if caller.role in CHAMBERS:
        return None if docketed else refused(f"There is no event {event!r} on record.")
    recorded_by = next(
        (entry.header for entry in scene.loaded.entries if entry.act is not None and entry.act.id == event), None
    )
    if docketed:
        return None if source else refused("Give what shows that the docket was put right: the clerk's entry.")
    if recorded_by is not None and caller.side is not None and recorded_by.side == caller.side.value:
        return None
    return refused("What the other side recorded is not yours to correct; say what is contested about it.")


def binds_others(event: MatterEvent, state: Matter) -> bool:
    """Say whether an entry binds more than the side that recorded it, or was opened in an exchange.

    Args:
        event: the event.
        state: the facts.
    """
    if isinstance(event, _BINDING):
        return True
    return any(event.id in getattr(one, "parts", ()) for dispute in state.disputes.values() for one in dispute.exchange)
