"""Enter the Court's new date for an act; it is fixed, and never rolls."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import OrderExtension
from soordered.rules.vocabulary import ActCode


def order_extension(
    desk: Desk,
    asking: Asking,
    *,
    about: str,
    act: ActCode,
    until: dt.date,
    clock: dt.time | None = None,
    entry: str = "",
) -> Answer:
    """Enter the Court's new date for an act; it is fixed, and never rolls.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute or motion.
        act: for which act.
        until: the day.
        clock: the hour, if given.
        entry: docket number.
    """
    return perform(
        desk,
        asking,
        CaseAct.ORDER_EXTENSION,
        lambda scene: [
            OrderExtension(id=scene.event, by=scene.by, about=about, act=act, until=until, clock=clock, entry=entry)
        ],
    )
