"""Take a hearing off the Court's calendar."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import VacateHearing


def vacate_hearing(desk: Desk, asking: Asking, *, hearing: str, why: str = "") -> Answer:
    """Take a hearing off the Court's calendar.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        hearing: its id.
        why: the entry, in words.
    """
    return perform(
        desk,
        asking,
        CaseAct.VACATE_HEARING,
        lambda scene: [VacateHearing(id=scene.event, by=scene.by, about=hearing, why=why)],
    )
