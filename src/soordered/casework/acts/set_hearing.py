"""Set a hearing, or move it: the Court on any day, a party on a sitting day."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import SetHearing


def set_hearing(
    desk: Desk,
    asking: Asking,
    *,
    hearing: str,
    hearing_on: dt.date,
    hearing_at: dt.time | None = None,
    motion: str = "",
    place: str = "",
    entry: str = "",
) -> Answer:
    """Set a hearing, or move it: the Court on any day, a party on a sitting day.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        hearing: its id; the same id moves it.
        hearing_on: the day.
        hearing_at: the hour.
        motion: id of the motion or dispute to be heard.
        place: the courtroom.
        entry: docket number.
    """
    return perform(
        desk,
        asking,
        CaseAct.SET_HEARING,
        lambda scene: [
            SetHearing(
                id=scene.event,
                by=scene.by,
                about=hearing,
                hearing_on=hearing_on,
                hearing_at=hearing_at,
                motion=motion,
                place=place,
                entry=entry,
            )
        ],
    )
