"""Record how notice of an order was given in this matter: the ground for any later talk of a breach."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_reference import OrderNoticed
from soordered.disputes.refusal import refused


def give_notice_of_order(
    desk: Desk, asking: Asking, *, order: str, on: dt.date, how: str, to: tuple[str, ...] = (), source: str = ""
) -> Answer:
    """Record how notice of an order was given in this matter.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        order: its id.
        on: the day.
        how: by which way.
        to: ids of those who had it; empty for all.
        source: what shows it.
    """

    def make(scene: Scene) -> Made:
        if order not in scene.state.orders:
            return refused(f"There is no order {order!r} in this matter.")
        return fact(scene, OrderNoticed(id="", on=on, about=order, how=how, to=to, source=source))

    return perform(desk, asking, CaseAct.GIVE_NOTICE_OF_ORDER, make)
