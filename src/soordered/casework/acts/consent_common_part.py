"""Consent to a common part of the letter, word for word."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import ConsentCommonPart


def consent_common_part(desk: Desk, asking: Asking, *, about: str, proposal: str) -> Answer:
    """Consent to a common part that the other side proposed.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        proposal: its id.
    """
    return perform(
        desk,
        asking,
        CaseAct.CONSENT_COMMON_PART,
        lambda scene: [ConsentCommonPart(id=scene.event, by=scene.by, about=about, proposal=proposal)],
        about=about,
    )
