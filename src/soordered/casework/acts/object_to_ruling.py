"""Object to a ruling; objections stay nothing by themselves."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import ObjectToRuling


def object_to_ruling(desk: Desk, asking: Asking, *, ruling: str, entry: str = "") -> Answer:
    """Object to a ruling; objections stay nothing by themselves.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        ruling: its id.
        entry: docket number.
    """
    return perform(
        desk,
        asking,
        CaseAct.OBJECT_TO_RULING,
        lambda scene: [ObjectToRuling(id=scene.event, by=scene.by, about=ruling, entry=entry)],
    )
