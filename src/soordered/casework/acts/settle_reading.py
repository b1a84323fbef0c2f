"""Settle a contested point of counting: for one's own view alone, or by order; by stipulation it is an agreement."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.caller import CHAMBERS
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.private_events import keep_private_event
from soordered.deadlines.deadline import SettledHow
from soordered.disputes.commands import SettleReading
from soordered.disputes.events_time import ReadingSettled


def settle_reading(
    desk: Desk, asking: Asking, *, label: str, over: tuple[str, ...] = (), authority: str = "", about: str = ""
) -> Answer:
    """Settle a contested point of counting: a side for itself, and nobody else sees it; the Court for all.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        label: the reading that holds from now on.
        over: labels of the readings it ends; empty for all others on the point.
        authority: the order, in words.
        about: id of the dispute or motion; empty for the whole matter.
    """

    def make(scene: Scene) -> Made:
        if asking.caller.role in CHAMBERS:
            return [
                SettleReading(
                    id=scene.event,
                    by=scene.by,
                    about=about,
                    label=label,
                    how=SettledHow.ORDERED,
                    over=over,
                    authority=authority,
                )
            ]
        own = ReadingSettled(
            id=scene.event,
            on=scene.today,
            at=scene.hour,
            by=scene.by,
            about=about,
            label=label,
            how=SettledHow.OWN_SIDE,
            over=over,
            authority=authority,
        )
        keep_private_event(desk.private, asking.matter, asking.caller, own, at=desk.clock.now())
        return []

    return perform(desk, asking, CaseAct.SETTLE_READING, make)
