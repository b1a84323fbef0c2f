"""Withdraw a motion: free inside the window under every reading, by leave after it."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import WithdrawMotion


def withdraw_motion(desk: Desk, asking: Asking, *, motion: str) -> Answer:
    """Withdraw a motion: free inside the window under every reading, by leave after it.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        motion: its id.
    """
    return perform(
        desk,
        asking,
        CaseAct.WITHDRAW_MOTION,
        lambda scene: [WithdrawMotion(id=scene.event, by=scene.by, about=motion)],
        dated=True,
    )
