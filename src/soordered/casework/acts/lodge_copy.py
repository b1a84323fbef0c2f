"""Log that a chambers copy was handed in."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_discovery import ChambersCopyLodged
from soordered.disputes.refusal import refused


def lodge_copy(desk: Desk, asking: Asking, *, copy: ChambersCopyLodged) -> Answer:
    """Log that a chambers copy of a filing was handed in; a mark other than the order's is contested.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        copy: when, of which filing, with what mark; its id is given here.
    """

    def make(scene: Scene) -> Made:
        if copy.about not in scene.state.filings and copy.about not in scene.state.same_filing:
            return refused(f"There is no filing {copy.about!r} on record.")
        return fact(scene, copy)

    return perform(desk, asking, CaseAct.LODGE_COPY, make)
