"""Ask the Court for leave."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import SeekLeave


def seek_leave(desk: Desk, asking: Asking, *, about: str, to: str = "withdraw") -> Answer:
    """Ask the Court for leave.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the motion or dispute.
        to: what for.
    """
    return perform(
        desk,
        asking,
        CaseAct.SEEK_LEAVE,
        lambda scene: [SeekLeave(id=scene.event, by=scene.by, about=about, to=to)],
        about=about,
    )
