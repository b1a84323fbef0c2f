"""Say that informal efforts have been unsuccessful: a standard for people, recorded and not judged."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_conferral import EffortsFailed


def declare_efforts_failed(desk: Desk, asking: Asking, *, about: str) -> Answer:
    """Say that informal efforts have been unsuccessful.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
    """

    def make(scene: Scene) -> Made:
        return fact(scene, EffortsFailed(id="", on=scene.today, at=scene.hour, about=about))

    return perform(desk, asking, CaseAct.DECLARE_EFFORTS_FAILED, make, about=about)
