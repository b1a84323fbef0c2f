"""Bind texts that the side locked on its own machine: the host keeps what it cannot read, until the side releases it."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.due_exchanges import locked_key
from soordered.casework.ports import PrivateText
from soordered.disputes.commands_paper import CommitTexts
from soordered.disputes.names import Side
from soordered.disputes.refusal import refused
from soordered.record.own_key import OwnLocked, locked_bytes


def commit_locked(desk: Desk, asking: Asking, *, about: str, protocol: str, part: OwnLocked) -> Answer:
    """Bind texts that the side locked on its own machine; what they say is not known here, nor whether they are complete.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        protocol: id of the protocol both agreed on.
        part: the locked part, of the bytes that :func:`soordered.record.bound_texts.bytes_of_parts` writes.
    """

    def make(scene: Scene) -> Made:
        stream = asking.caller.stream
        if stream is None or asking.caller.side not in {Side.PLAINTIFF, Side.DEFENDANT}:
            return refused("Only a side commits its part of the letter.")
        if (part.matter, part.stream) != (asking.matter, stream):
            return refused("This part was locked for another matter or another side.")
        body = locked_bytes(part).decode("utf-8")
        text = PrivateText(key=locked_key(scene.event), body=body, by=asking.caller.person, at=desk.clock.now())
        desk.private.put(asking.matter, stream, text)
        commitment = part.commitment.hex()
        return [CommitTexts(id=scene.event, by=scene.by, about=about, protocol=protocol, commitment=commitment)]

    return perform(desk, asking, CaseAct.COMMIT_TEXTS, make, about=about)
