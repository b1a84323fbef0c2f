"""State one's parts openly, from one's drafts, where no exchange is agreed."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.drafts import bound_from_drafts
from soordered.disputes.commands_paper import StateParts
from soordered.disputes.refusal import refused


def state_parts(desk: Desk, asking: Asking, *, about: str) -> Answer:
    """State one's parts openly: the other side reads them from here on.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
    """

    def make(scene: Scene) -> Made:
        dispute = scene.state.disputes.get(about)
        if dispute is None:
            return refused(f"There is no dispute {about!r}.")
        bound = bound_from_drafts(scene, dispute)
        statements = tuple(one.statement(by=scene.by, about=about, on=scene.today, at=scene.hour) for one in bound)
        return [StateParts(id=scene.event, by=scene.by, about=about, statements=statements)]

    return perform(desk, asking, CaseAct.STATE_PARTS, make, about=about)
