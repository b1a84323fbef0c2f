"""Change counsel of record on the docketed substitution; until then nobody comes and nobody goes."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.caller import CHAMBERS
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import SubstituteCounsel
from soordered.disputes.refusal import refused


def substitute_counsel(
    desk: Desk, asking: Asking, *, leaves: str, entry: str, new_counsel: str = "", name: str = "", lead: bool = False
) -> Answer:
    """Change counsel of record on the docketed substitution.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        leaves: id of the counsel who leaves.
        entry: docket number.
        new_counsel: id of the one who comes; empty for nobody.
        name: full name.
        lead: whether the new one is lead trial counsel.
    """

    def make(scene: Scene) -> Made:
        caller = asking.caller
        if caller.role not in CHAMBERS and scene.state.side_of(leaves) is not caller.side:
            return refused("The other side's counsel is not yours to change.")
        if new_counsel and scene.state.side_of(new_counsel) is not None:
            return refused(f"{new_counsel!r} is in this matter already.")
        return [
            SubstituteCounsel(
                id=scene.event, by=scene.by, about=leaves, new_counsel=new_counsel, name=name, entry=entry, lead=lead
            )
        ]

    return perform(desk, asking, CaseAct.SUBSTITUTE_COUNSEL, make)
