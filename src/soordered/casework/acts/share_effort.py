"""Share a private note of an effort: from here on the other side sees it, and may confirm or dispute it."""

from __future__ import annotations

from dataclasses import replace

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.private_events import forget_private_event, private_events
from soordered.disputes.commands import RecordFact
from soordered.disputes.events_conferral import EffortMade
from soordered.disputes.names import Visibility
from soordered.disputes.refusal import refused


def share_effort(desk: Desk, asking: Asking, *, about: str, effort: str) -> Answer:
    """Share a private note of an effort, as it was written.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        effort: id of the note.
    """

    def make(_scene: Scene) -> Made:
        notes = private_events(desk.private, asking.matter, asking.caller)
        note = next((one for one in notes if isinstance(one, EffortMade) and one.id == effort), None)
        if note is None or note.about != about:
            return refused(f"Your side has no private note {effort!r} in this dispute.")
        return [RecordFact(replace(note, visibility=Visibility.SHARED))]

    answer = perform(desk, asking, CaseAct.SHARE_EFFORT, make, about=about)
    for event in answer.events:
        if isinstance(event, EffortMade):
            forget_private_event(desk.private, asking.matter, asking.caller, event)
    return answer
