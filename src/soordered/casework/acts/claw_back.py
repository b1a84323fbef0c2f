"""Claw back what was given in error, or withhold by order: its words are shown to nobody else; that it happened stays."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import WithholdMaterial
from soordered.disputes.names import Withheld


def claw_back(
    desk: Desk, asking: Asking, *, event: str, why: str, how: Withheld = Withheld.CLAWED_BACK, authority: str = ""
) -> Answer:
    """Claw back what one's own entry says; the judge may have any withheld.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        event: id of the entry.
        why: the ground, in words that disclose nothing.
        how: clawed back, sequestered, redacted or destroyed.
        authority: the rule, agreement or order it rests on.
    """
    return perform(
        desk,
        asking,
        CaseAct.CLAW_BACK,
        lambda scene: [
            WithholdMaterial(id=scene.event, by=scene.by, event=event, how=how, why=why, authority=authority)
        ],
    )
