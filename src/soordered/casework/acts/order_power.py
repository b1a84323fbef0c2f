"""Enter the Court's use of a reserved power: only from here on it is an order."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import OrderPower
from soordered.rules.vocabulary import ActCode


def order_power(
    desk: Desk, asking: Asking, *, act: ActCode, against: str, terms: str, entry: str, about: str = ""
) -> Answer:
    """Enter the Court's use of a reserved power: only from here on it is an order.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        act: the power.
        against: id of the party or side.
        terms: what is ordered.
        entry: docket number.
        about: id of the dispute.
    """
    return perform(
        desk,
        asking,
        CaseAct.ORDER_POWER,
        lambda scene: [
            OrderPower(id=scene.event, by=scene.by, about=about, act=act, against=against, terms=terms, entry=entry)
        ],
    )
