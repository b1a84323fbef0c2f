"""Confirm a shared entry of the other side, or dispute it: the entry itself stays as it was written."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import ConfirmEffort, DisputeEffort


def answer_effort(desk: Desk, asking: Asking, *, about: str, effort: str, answer: str = "") -> Answer:
    """Confirm a shared entry of the other side, or dispute it.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        effort: id of the entry.
        answer: what is said instead; empty to confirm.
    """

    def make(scene: Scene) -> Made:
        if answer:
            return [DisputeEffort(id=scene.event, by=scene.by, about=about, effort=effort, answer=answer)]
        return [ConfirmEffort(id=scene.event, by=scene.by, about=about, effort=effort)]

    return perform(desk, asking, CaseAct.ANSWER_EFFORT, make, about=about)
