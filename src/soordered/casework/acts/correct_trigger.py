"""Put the day of an event right: the event stays, the dates run again, and what moved is shown."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.own_entries import binds_others, not_theirs
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import CorrectTrigger
from soordered.disputes.refusal import refused


def correct_trigger(
    desk: Desk,
    asking: Asking,
    *,
    event: str,
    to: dt.date,
    to_clock: dt.time | None = None,
    why: str = "",
    source: str = "",
) -> Answer:
    """Put the day of an event right: one that one's own side recorded, or one of the docket as the clerk corrected it.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        event: id of the event.
        to: the right day.
        to_clock: the right hour, if known.
        why: in words.
        source: what shows it; needed for an entry of the docket that another recorded.
    """

    def make(scene: Scene) -> Made:
        barred = not_theirs(scene, event, source=source)
        if barred is not None:
            return barred
        if binds_others(scene.state.seen[event], scene.state):
            return refused("What was agreed, bound, opened or signed keeps the day on which it was.")
        return [
            CorrectTrigger(
                id=scene.event, by=scene.by, corrects=event, to=to, to_clock=to_clock, why=why, source=source
            )
        ]

    return perform(desk, asking, CaseAct.CORRECT_TRIGGER, make)
