"""Propose how both exchange their parts: at one hour, a full court day or more before the letter's act-by date."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.opening_hour import too_late_to_open
from soordered.disputes.commands_paper import ProposeProtocol
from soordered.disputes.names import Side


def propose_protocol(
    desk: Desk,
    asking: Asking,
    *,
    about: str,
    opens_on: dt.date,
    opens_at: dt.time,
    marks_on: dt.date | None = None,
    marks_at: dt.time | None = None,
    first_turn: Side | None = None,
    replaces: str = "",
    words: str = "",
) -> Answer:
    """Propose how both exchange their parts of the letter.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        opens_on: the day on which both open.
        opens_at: the hour, in the court's time.
        marks_on: the day on which settlement marks are compared, if they are to be.
        marks_at: the hour.
        first_turn: the side that may revise first; ``None`` for no turns.
        replaces: id of the protocol it takes the place of, for a later hour.
        words: anything else.
    """

    def make(scene: Scene) -> Made:
        barred = too_late_to_open(scene, about, opens_on)
        if barred is not None:
            return barred
        return [
            ProposeProtocol(
                id=scene.event,
                by=scene.by,
                about=about,
                opens_on=opens_on,
                opens_at=opens_at,
                marks_on=marks_on,
                marks_at=marks_at,
                first_turn=first_turn,
                replaces=replaces,
                words=words,
            )
        ]

    return perform(desk, asking, CaseAct.PROPOSE_PROTOCOL, make, about=about)
