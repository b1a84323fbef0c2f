"""Enter that the Court gives no more time."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import DenyExtension
from soordered.rules.vocabulary import ActCode


def deny_extension(desk: Desk, asking: Asking, *, about: str, act: ActCode, entry: str = "") -> Answer:
    """Enter that the Court gives no more time.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute or motion.
        act: for which act.
        entry: docket number.
    """
    return perform(
        desk,
        asking,
        CaseAct.DENY_EXTENSION,
        lambda scene: [DenyExtension(id=scene.event, by=scene.by, about=about, act=act, entry=entry)],
    )
