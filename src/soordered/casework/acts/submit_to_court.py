"""Submit something to the Court with notice to all; chambers sees it from here on, and nothing before."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import SubmitToCourt
from soordered.disputes.letter_of_dispute import digest_of
from soordered.disputes.refusal import refused


def submit_to_court(
    desk: Desk,
    asking: Asking,
    *,
    title: str,
    text: str,
    about: str = "",
    noticed: tuple[str, ...] = (),
    entry: str = "",
) -> Answer:
    """Submit something to the Court with notice to all.

    Args:
        desk: the ports.
        asking: who asks, and of which matter; staff act on an approval that names the text's digest.
        title: as captioned; a paper of one side is not called joint.
        text: its words.
        about: id of the dispute or motion.
        noticed: ids of those who had notice; empty for all.
        entry: docket number, once it has one.
    """

    def make(scene: Scene) -> Made:
        if "joint" in title.casefold():
            return refused("A paper of one side is not called joint; a joint letter is handed over as both signed it.")
        return [
            SubmitToCourt(
                id=scene.event, by=scene.by, about=about, title=title, text=text, noticed=noticed, entry=entry
            )
        ]

    return perform(desk, asking, CaseAct.SUBMIT_TO_COURT, make, about=about, digest=digest_of(text))
