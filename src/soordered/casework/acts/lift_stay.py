"""Enter that a stay is lifted."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import LiftStay
from soordered.disputes.names import StayEffect


def lift_stay(
    desk: Desk, asking: Asking, *, entry: str, about: str = "", effect: StayEffect = StayEffect.UNSAID
) -> Answer:
    """Enter that a stay is lifted.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        entry: docket number.
        about: as in the stay.
        effect: what the order says about the clocks that were running.
    """
    return perform(
        desk,
        asking,
        CaseAct.LIFT_STAY,
        lambda scene: [LiftStay(id=scene.event, by=scene.by, about=about, entry=entry, effect=effect)],
    )
