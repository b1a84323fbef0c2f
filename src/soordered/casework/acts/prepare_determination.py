"""Prepare a determination: a draft of chambers, which binds nobody before its docket entry."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.caller import COURT_STREAM
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.ports import PrivateText
from soordered.casework.private_words import check_words


def prepare_determination(desk: Desk, asking: Asking, *, about: str, text: str) -> Answer:
    """Prepare a determination on a letter that is on the docket.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        text: the draft.
    """

    def make(_scene: Scene) -> Made:
        check_words(text)
        key = f"determination/{about}"
        draft = PrivateText(key=key, body=text, by=asking.caller.person, at=desk.clock.now())
        desk.private.put(asking.matter, COURT_STREAM, draft)
        return []

    return perform(desk, asking, CaseAct.PREPARE_DETERMINATION, make, about=about)
