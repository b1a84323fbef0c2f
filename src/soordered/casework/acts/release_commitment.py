"""Take one's commitment back after the hour passed and the other side had bound nothing; the texts stay private."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import ReleaseCommitment


def release_commitment(desk: Desk, asking: Asking, *, about: str, protocol: str, why: str = "") -> Answer:
    """Take one's commitment back after the hour passed and the other side had bound nothing; the texts stay private.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        protocol: id of the protocol.
        why: in words.
    """
    return perform(
        desk,
        asking,
        CaseAct.RELEASE_COMMITMENT,
        lambda scene: [ReleaseCommitment(id=scene.event, by=scene.by, about=about, protocol=protocol, why=why)],
        about=about,
    )
