"""Log a call to chambers during a discovery event that cannot wait, and what chambers said."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_conferral import UrgentCallMade
from soordered.disputes.refusal import refused


def call_chambers(desk: Desk, asking: Asking, *, call: UrgentCallMade) -> Answer:
    """Log a call to chambers during a discovery event that cannot wait.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        call: when, about which dispute, during what, and what chambers said; its id is given here.
    """

    def make(scene: Scene) -> Made:
        if call.about not in scene.state.disputes:
            return refused(f"There is no dispute {call.about!r}; open it first.")
        return fact(scene, call)

    return perform(desk, asking, CaseAct.CALL_CHAMBERS, make, about=call.about)
