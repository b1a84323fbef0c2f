"""Agree to a protocol of the other side, or decline it."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.opening_hour import too_late_to_open
from soordered.disputes.commands_paper import AgreeProtocol, DeclineProtocol
from soordered.disputes.exchange_of_dispute import exchange_of


def agree_protocol(desk: Desk, asking: Asking, *, about: str, protocol: str) -> Answer:
    """Agree to a protocol: from here on it binds both, and nothing opens but by it.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        protocol: its id.
    """

    def make(scene: Scene) -> Made:
        dispute = scene.state.disputes.get(about)
        proposals = exchange_of(scene.state, dispute).proposals if dispute is not None else ()
        proposal = next((one for one in proposals if one.id == protocol), None)
        barred = too_late_to_open(scene, about, proposal.opens_on) if proposal is not None else None
        return barred or [AgreeProtocol(id=scene.event, by=scene.by, about=about, protocol=protocol)]

    return perform(desk, asking, CaseAct.ANSWER_PROTOCOL, make, about=about)


def decline_protocol(desk: Desk, asking: Asking, *, about: str, protocol: str, answer: str = "") -> Answer:
    """Decline a protocol.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        protocol: its id.
        answer: in words.
    """

    def make(scene: Scene) -> Made:
        return [DeclineProtocol(id=scene.event, by=scene.by, about=about, protocol=protocol, answer=answer)]

    return perform(desk, asking, CaseAct.ANSWER_PROTOCOL, make, about=about)
