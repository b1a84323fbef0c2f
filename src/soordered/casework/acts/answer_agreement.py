"""Agree to what the other side proposed, or decline it; or take one's own proposal back."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import AcceptAgreement, DeclineAgreement


def accept_agreement(desk: Desk, asking: Asking, *, proposal: str) -> Answer:
    """Agree to what the other side proposed; what was agreed on is recorded with it, as signed by both.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        proposal: its id.
    """

    def make(scene: Scene) -> Made:
        return [AcceptAgreement(id=scene.event, by=scene.by, proposal=proposal)]

    return perform(desk, asking, CaseAct.ANSWER_AGREEMENT, make)


def decline_agreement(desk: Desk, asking: Asking, *, proposal: str, answer: str = "") -> Answer:
    """Decline what the other side proposed, or take one's own proposal back.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        proposal: its id.
        answer: in words.
    """

    def make(scene: Scene) -> Made:
        return [DeclineAgreement(id=scene.event, by=scene.by, proposal=proposal, answer=answer)]

    return perform(desk, asking, CaseAct.ANSWER_AGREEMENT, make)
