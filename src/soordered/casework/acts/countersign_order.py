"""Adopt the rulebook that the other side adopted: from here on it is the matter's."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import CountersignRulebook


def countersign_order(desk: Desk, asking: Asking, *, order: str, adoption: str) -> Answer:
    """Adopt the rulebook that the other side adopted: from here on it is the matter's.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        order: id of the order.
        adoption: id of the adoption.
    """
    return perform(
        desk,
        asking,
        CaseAct.COUNTERSIGN_ORDER,
        lambda scene: [CountersignRulebook(id=scene.event, by=scene.by, about=order, adoption=adoption)],
    )
