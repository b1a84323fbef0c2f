"""Put a rulebook made from an order in force: a side in its own view, the judge for all."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import Command, RecordFact
from soordered.disputes.commands_paper import AdoptRulebook
from soordered.disputes.events_reference import OrderAdopted
from soordered.disputes.names import Side
from soordered.disputes.refusal import refused
from soordered.rules.rulebook import Rulebook


def adopt_order(
    desk: Desk,
    asking: Asking,
    *,
    order: str,
    book: Rulebook,
    made: dt.date | None = None,
    entered: dt.date | None = None,
    served: dt.date | None = None,
    service: str = "",
    motion: str = "",
) -> Answer:
    """Put a rulebook made from an order in force: a side in its own view, the judge for all.

    What one side adopts is that side's view, until the other countersigns it or the Court adopts one.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        order: the order's id in this matter.
        book: its rules, as reviewed.
        made: the order's date; ``None`` for the date the rulebook holds.
        entered: when it was entered on the docket.
        served: when it was served.
        service: how it was served.
        motion: id of the motion it gives one-time directions about.
    """

    def make(scene: Scene) -> Made:
        source = book.sources[0] if book.sources else None
        day = made or (source.dated if source is not None else None)
        if day is None:
            return refused("The order bears no date that was read; give the day it was made.")
        if day > scene.today:
            return refused(f"The order is dated {day}, which has not come.")
        digest = desk.rulebooks.put(book)
        commands: list[Command] = []
        held = scene.state.orders.get(order)
        if held is None:
            adopted = OrderAdopted(
                id=f"{scene.event}-order",
                on=day,
                by=Side.COURT.value,
                about=order,
                title=source.title if source is not None else order,
                judge=source.judge if source is not None else "",
                entered=entered,
                served=served,
                service=service,
                motion=motion,
            )
            commands.append(RecordFact(adopted))
        before = [one for one in held.adoptions if _same_side(scene, one.by)] if held is not None else []
        replaces = before[-1].id if before else ""
        commands.append(AdoptRulebook(id=scene.event, by=scene.by, about=order, rulebook=digest, replaces=replaces))
        return commands

    return perform(desk, asking, CaseAct.ADOPT_ORDER, make)


def _same_side(scene: Scene, by: str) -> bool:
    return scene.state.side_of(by) is scene.state.side_of(scene.by)
