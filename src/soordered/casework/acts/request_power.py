"""Ask the Court to use a power it has reserved; it is nobody's duty before it is ordered."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import RequestPower
from soordered.rules.vocabulary import ActCode


def request_power(desk: Desk, asking: Asking, *, act: ActCode, against: str, why: str, about: str = "") -> Answer:
    """Ask the Court to use a power it has reserved; it is nobody's duty before it is ordered.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        act: the power.
        against: id of the party or side.
        why: the ground, in words.
        about: id of the dispute.
    """
    return perform(
        desk,
        asking,
        CaseAct.REQUEST_POWER,
        lambda scene: [RequestPower(id=scene.event, by=scene.by, about=about, act=act, against=against, why=why)],
        about=about,
    )
