"""Demand a meeting of lead trial counsel; an early demand is recorded as contested, and its clock runs."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import DemandMeeting


def demand_meeting(desk: Desk, asking: Asking, *, about: str, how: str = "") -> Answer:
    """Demand a meeting of lead trial counsel; an early demand is recorded as contested, and its clock runs.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        how: by which way it is sent.
    """
    return perform(
        desk,
        asking,
        CaseAct.DEMAND_MEETING,
        lambda scene: [DemandMeeting(id=scene.event, by=scene.by, about=about, how=how)],
        about=about,
    )
