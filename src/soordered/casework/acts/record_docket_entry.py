"""Record what stands on the docket: references, motions, hearings, rulings, filings, people, and the Court's own acts."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.audience_of_act import on_docket
from soordered.casework.caller import CHAMBERS
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events import MatterEvent, kind_of
from soordered.disputes.events_matter import (
    CounselAppeared,
    CounselSubstituted,
    LeadChanged,
    PartyJoined,
    PartySubstituted,
)
from soordered.disputes.events_motion import CourtNotified
from soordered.disputes.events_paper import MaterialWithheld, RulebookAdopted, SubmittedToCourt
from soordered.disputes.events_time import EventWithdrawn, TriggerCorrected
from soordered.disputes.refusal import refused
from soordered.disputes.state import Matter

# these have a use case of their own, with more to ask than a docket number
_ELSEWHERE = EventWithdrawn | TriggerCorrected | RulebookAdopted | MaterialWithheld | SubmittedToCourt | CourtNotified


def record_docket_entry(desk: Desk, asking: Asking, *, event: MatterEvent) -> Answer:
    """Record what stands on the docket.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        event: what the docket says, with its entry or its source; its id is given here.
    """

    def make(scene: Scene) -> Made:
        if isinstance(event, _ELSEWHERE) or not on_docket(event, Matter()):
            return refused(f"{kind_of(event)} does not stand on a docket; it has an act of its own.")
        if not (getattr(event, "entry", "") or event.source):
            return refused("Give the docket number, or what shows the entry; chambers and the other side rely on it.")
        barred = _of_others(scene, event)
        return barred or fact(scene, event, by=event.by)

    return perform(desk, asking, CaseAct.RECORD_DOCKET_ENTRY, make)


def _of_others(scene: Scene, event: MatterEvent) -> Made | None:
    """Refuse that one side enters the other's counsel or parties: whom they let in or out is theirs, or chambers'.

    Nobody takes an id that names somebody else, so that nobody is put on another side by an entry about another.
    """
    state, caller = scene.loaded.state, scene.asking.caller
    named: tuple[str, ...]
    match event:
        case CounselAppeared():
            named, new, side = (event.about, event.party), "", state.side_of(event.party)
        case CounselSubstituted():
            named, new, side = (event.about,), event.new_counsel, state.side_of(event.about)
        case LeadChanged():
            named, new, side = (event.about, event.party), "", state.side_of(event.party)
        case PartySubstituted():
            named, new, side = (event.about,), event.new_party, state.side_of(event.about)
        case PartyJoined():
            named, new, side = (event.about,), "", event.side
        case _:
            return None
    if new and state.side_of(new) is not None:
        return refused(f"{new!r} is in this matter already.")
    sides = {known for name in named if (known := state.side_of(name)) is not None} | {side}
    if sides - {None} and len(sides) == 1 and (caller.role in CHAMBERS or sides == {caller.side}):
        return None
    return refused("The other side's people are entered by that side, or by chambers from the docket.")
