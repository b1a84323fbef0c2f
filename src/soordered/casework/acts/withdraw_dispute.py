"""Give up a dispute that one's own side raised."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import WithdrawDispute


def withdraw_dispute(desk: Desk, asking: Asking, *, about: str, why: str = "") -> Answer:
    """Give up a dispute that one's own side raised.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        why: in words.
    """
    return perform(
        desk,
        asking,
        CaseAct.WITHDRAW_DISPUTE,
        lambda scene: [WithdrawDispute(id=scene.event, by=scene.by, about=about, why=why)],
        about=about,
    )
