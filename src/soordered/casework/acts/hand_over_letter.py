"""Hand the signed letter over for filing; the clocks stop when it stands on the docket, not before."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.caller import PersonId
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import HandOverLetter
from soordered.disputes.refusal import refused
from soordered.record.signed_words import signed_words


def hand_over_letter(desk: Desk, asking: Asking, *, about: str, digest: str) -> Answer:
    """Hand the letter over: complete, after a meeting, as all signed it whose parts it must hold.

    Args:
        desk: the ports.
        asking: who asks, and of which matter; staff act on an approval that names the digest.
        about: id of the dispute.
        digest: SHA-256 of the text signed.
    """

    def make(scene: Scene) -> Made:
        dispute = scene.state.disputes.get(about)
        for signed in scene.state.standing(dispute.signatures) if dispute is not None else ():
            words = signed_words(asking.matter, about, signed.digest)
            if signed.digest == digest and not desk.keys.verify(
                PersonId(signed.by), words, bytes.fromhex(signed.signature)
            ):
                return refused(f"The signature of {signed.name} does not prove itself; have the letter signed again.")
        return [HandOverLetter(id=scene.event, by=scene.by, about=about, digest=digest)]

    return perform(desk, asking, CaseAct.HAND_OVER_LETTER, make, about=about, digest=digest)
