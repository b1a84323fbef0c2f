"""Claw back what was given in error, or withhold by order: its words are shown to nobody else; that it happened stays."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.audience_of_act import on_docket
from soordered.casework.caller import CHAMBERS
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import WithholdMaterial
from soordered.disputes.events_conferral import EffortDisputed, EffortMade
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.disputes.events_paper import CommonPartProposed
from soordered.disputes.names import Withheld
from soordered.disputes.refusal import Refusal, refused
from soordered.record.acts import PayloadErased
from soordered.record.audiences import standing_holds

_WORDS_ALONE = PositionStated | CompromiseProposed | CommonPartProposed | EffortMade | EffortDisputed
"""What can be destroyed whole: no clock starts with it and no duty ends by it."""


def claw_back(
    desk: Desk, asking: Asking, *, event: str, why: str, how: Withheld = Withheld.CLAWED_BACK, authority: str = ""
) -> Answer:
    """Claw back what one's own entry says; the judge may have any withheld.

    What is destroyed is deleted, with the salt of its commitment; the entry's header stays, and the chain with it.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        event: id of the entry.
        why: the ground, in words that disclose nothing.
        how: clawed back, sequestered, redacted or destroyed.
        authority: the rule, agreement or order it rests on.
    """

    def make(scene: Scene) -> Made:
        found = scene.state.seen.get(event)
        if found is not None and on_docket(found, scene.state) and asking.caller.role not in CHAMBERS:
            return refused("It stands on the docket; only the Court can seal or strike it there.")
        withhold = WithholdMaterial(id=scene.event, by=scene.by, event=event, how=how, why=why, authority=authority)
        if how is not Withheld.DESTROYED:
            return [withhold]
        erased = _erased(scene, event, why=why, authority=authority)
        return erased if isinstance(erased, Refusal) else [withhold, erased]

    return perform(desk, asking, CaseAct.CLAW_BACK, make)


def _erased(scene: Scene, event: str, *, why: str, authority: str) -> PayloadErased | Refusal:
    """Return the act that deletes what an entry says, or say why it has to stay."""
    found = scene.state.seen.get(event)
    entry = next((one for one in scene.loaded.entries if one.act is not None and one.act.id == event), None)
    if found is None or entry is None:
        return refused(f"There is no event {event!r} on record.")
    if not isinstance(found, _WORDS_ALONE):
        return refused("Clocks may run from this entry, so its date stays; have it sequestered or redacted instead.")
    acts = [one.act for one in scene.loaded.entries if one.act is not None]
    if standing_holds(acts) and scene.asking.caller.role not in CHAMBERS:
        return refused("A litigation hold stands on this matter; only the Court can have anything destroyed.")
    return PayloadErased(
        id=f"{scene.event}-erased",
        on=scene.today,
        by=scene.by,
        source=authority,
        position=entry.header.position,
        why=why,
    )
