"""Enter a stay of a dispute, of a motion, or of the whole matter."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import EnterStay
from soordered.disputes.names import StayEffect


def enter_stay(
    desk: Desk, asking: Asking, *, entry: str, about: str = "", effect: StayEffect = StayEffect.UNSAID
) -> Answer:
    """Enter a stay of a dispute, of a motion, or of the whole matter.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        entry: docket number.
        about: id of the dispute or motion, empty for the whole matter.
        effect: what the order says it does to running clocks.
    """
    return perform(
        desk,
        asking,
        CaseAct.ENTER_STAY,
        lambda scene: [EnterStay(id=scene.event, by=scene.by, about=about, entry=entry, effect=effect)],
    )
