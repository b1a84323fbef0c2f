"""Notify the Court that a motion is submitted without argument; the second of two acts, before the hour the order names."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import NotifyCourt


def notify_court(desk: Desk, asking: Asking, *, motion: str) -> Answer:
    """Notify the Court that a motion is submitted without argument; the second of two acts, before the hour the order names.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        motion: its id.
    """
    return perform(
        desk,
        asking,
        CaseAct.NOTIFY_COURT,
        lambda scene: [NotifyCourt(id=scene.event, by=scene.by, about=motion)],
        dated=True,
    )
