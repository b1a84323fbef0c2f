"""Sign the letter: the very text that was read, and no other."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import SignLetter
from soordered.record.signed_words import signed_words


def sign_letter(desk: Desk, asking: Asking, *, about: str, digest: str) -> Answer:
    """Sign the letter; once a word of it changes, the signature is void.

    Args:
        desk: the ports.
        asking: counsel of record, or a party that appears for itself.
        about: id of the dispute.
        digest: SHA-256 of the text that was read.
    """

    def make(scene: Scene) -> Made:
        person = asking.caller.person
        lawyer, party = scene.state.counsel.get(person), scene.state.parties.get(person)
        name = asking.caller.name or (lawyer.name if lawyer is not None else party.name if party is not None else "")
        signature = desk.keys.sign(person, signed_words(asking.matter, about, digest))
        return [
            SignLetter(
                id=scene.event,
                by=scene.by,
                about=about,
                digest=digest,
                name=name,
                signature=signature.hex(),
                parties=asking.caller.parties,
            )
        ]

    return perform(desk, asking, CaseAct.SIGN_LETTER, make, about=about)
