"""Choose the place of the next meeting, in turn."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import ChooseLocation


def choose_location(desk: Desk, asking: Asking, *, about: str, place: str) -> Answer:
    """Choose the place of the next meeting, in turn.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        place: where.
    """
    return perform(
        desk,
        asking,
        CaseAct.CHOOSE_LOCATION,
        lambda scene: [ChooseLocation(id=scene.event, by=scene.by, about=about, place=place)],
        about=about,
    )
