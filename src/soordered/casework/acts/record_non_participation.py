"""Record that the other side would not take part: what was asked, and what came back, in neutral words."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_letter import ParticipationRefused
from soordered.disputes.refusal import refused


def record_non_participation(desk: Desk, asking: Asking, *, about: str, asked: str, answer: str = "") -> Answer:
    """Record that the other side would not take part; it sees the entry, and may answer it.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        asked: what was asked, and when.
        answer: what came back; empty for nothing.
    """

    def make(scene: Scene) -> Made:
        if not asked.strip():
            return refused("Say what was asked of the other side, and when.")
        return fact(
            scene, ParticipationRefused(id="", on=scene.today, at=scene.hour, about=about, asked=asked, answer=answer)
        )

    return perform(desk, asking, CaseAct.RECORD_NON_PARTICIPATION, make, about=about)
