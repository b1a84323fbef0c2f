"""See whether the agreed hour has brought the opening; asking for it opens nothing."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.exchange_of_dispute import exchange_of
from soordered.disputes.refusal import refused


def open_texts(desk: Desk, asking: Asking, *, about: str) -> Answer:
    """Say whether the texts are open. At the agreed hour, when both are bound, they open whoever asks for whatever.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
    """

    def make(scene: Scene) -> Made:
        dispute = scene.state.disputes.get(about)
        exchange = exchange_of(scene.state, dispute) if dispute is not None else None
        if exchange is None or exchange.protocol is None:
            return refused("No exchange is agreed on.")
        if exchange.opened:
            return []
        if not exchange.due(scene.now):
            return refused(f"The texts open at {exchange.opens:%Y-%m-%d %H:%M}, and not before.")
        return refused("What is bound is not released, or cannot be shown as it was bound; nothing opens for anybody.")

    return perform(desk, asking, CaseAct.OPEN_TEXTS, make, about=about)
