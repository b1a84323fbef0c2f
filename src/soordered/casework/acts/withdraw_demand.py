"""Take back a demand of one's own side."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import WithdrawDemand


def withdraw_demand(desk: Desk, asking: Asking, *, about: str, demand: str) -> Answer:
    """Take back a demand of one's own side.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        demand: id of the demand.
    """
    return perform(
        desk,
        asking,
        CaseAct.WITHDRAW_DEMAND,
        lambda scene: [WithdrawDemand(id=scene.event, by=scene.by, about=about, demand=demand)],
        about=about,
    )
