"""Record that a meeting was held; a fact, whatever its manner: what the order asks for and it lacked is contested."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_conferral import MeetingHeld
from soordered.disputes.refusal import refused


def record_meeting(desk: Desk, asking: Asking, *, meeting: MeetingHeld) -> Answer:
    """Record that a meeting was held.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        meeting: day, hour, mode, place, who came, how long; its id is given here.
    """

    def make(scene: Scene) -> Made:
        if meeting.about not in scene.state.disputes:
            return refused(f"There is no dispute {meeting.about!r}; open it first.")
        return fact(scene, meeting)

    return perform(desk, asking, CaseAct.RECORD_MEETING, make, about=meeting.about)
