"""Propose a part of the letter that belongs to both sides."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.private_words import check_words
from soordered.disputes.commands_paper import ProposeCommonPart
from soordered.disputes.names import CommonPart


def propose_common_part(desk: Desk, asking: Asking, *, about: str, part: CommonPart, text: str) -> Answer:
    """Propose a common part; it stands in the letter once the other side consents, word for word.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        part: which.
        text: its words.

    Raises:
        CanonicalFormError: the text is no valid Unicode.
    """

    def make(scene: Scene) -> Made:
        check_words(text)
        return [ProposeCommonPart(id=scene.event, by=scene.by, about=about, part=part, text=text)]

    return perform(desk, asking, CaseAct.PROPOSE_COMMON_PART, make, about=about)
