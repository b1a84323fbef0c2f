"""An attorney's approval, by name, for staff to do one act; it stays with the side and is used up by the act."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.policy_table import TABLE
from soordered.casework.ports import PrivateText
from soordered.disputes.refusal import refused
from soordered.record.canonical import canonical_bytes


def approve(desk: Desk, asking: Asking, *, approval: str, act: CaseAct, about: str = "", digest: str = "") -> Answer:
    """Approve that staff do one act in the attorney's name.

    Args:
        desk: the ports.
        asking: the attorney, and the matter.
        approval: a new id, by which staff will name it.
        act: the act.
        about: id of the dispute, motion or order; empty where the act is about none.
        digest: SHA-256 of the paper, for one that is handed over.
    """

    def make(scene: Scene) -> Made:
        stream = asking.caller.stream
        key = f"approval/{approval}"
        if not TABLE[act].on_approval:
            return refused(f"Staff cannot {act.words} on an approval.")
        if not approval or stream is None or desk.private.get(asking.matter, stream, key) is not None:
            return refused("An approval bears a new id.")
        fields = {"act": act.value, "about": about, "digest": digest, "by": scene.by}
        body = canonical_bytes(fields).decode("utf-8")
        text = PrivateText(key=key, body=body, by=asking.caller.person, at=desk.clock.now())
        desk.private.put(asking.matter, stream, text)
        return []

    return perform(desk, asking, CaseAct.APPROVE, make)
