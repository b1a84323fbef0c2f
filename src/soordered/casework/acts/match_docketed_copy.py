"""Match the copy on the docket with the letter as signed: each difference is shown, and none is hidden in the other."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.docketed_copy import compare_docketed_copy
from soordered.disputes.events_paper import DocketedCopyCompared
from soordered.disputes.refusal import refused


def match_docketed_copy(desk: Desk, asking: Asking, *, about: str, letter: str, text: str) -> Answer:
    """Compare the docketed copy with the letter that was handed over, and record what was found.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        letter: id of the filing.
        text: the text of the copy on the docket, with the filing system's own marks.
    """

    def make(scene: Scene) -> Made:
        dispute = scene.state.disputes.get(about)
        over = scene.state.standing(dispute.handed_over) if dispute is not None else ()
        filed = scene.state.standing(dispute.letters) if dispute is not None else ()
        if not over:
            return refused("No letter was handed over here; there is nothing to match the copy with.")
        if letter not in {one.id for one in filed}:
            return refused(f"There is no filing {letter!r} of this letter.")
        found = compare_docketed_copy(over[-1].text, text)
        return fact(
            scene,
            DocketedCopyCompared(
                id="",
                on=scene.today,
                at=scene.hour,
                about=about,
                letter=letter,
                digest=found.digest,
                docketed=found.docketed,
                same=found.same,
                differences=found.differences,
            ),
        )

    return perform(desk, asking, CaseAct.MATCH_DOCKETED_COPY, make, about=about)
