"""Take an entry back that was made in error; it stays on record, and nothing runs from it."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.own_entries import binds_others, not_theirs
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import RecordFact
from soordered.disputes.events_time import EventWithdrawn
from soordered.disputes.refusal import refused


def withdraw_entry(desk: Desk, asking: Asking, *, event: str, why: str, source: str = "") -> Answer:
    """Take an entry back that was made in error.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        event: id of the event.
        why: in words.
        source: what shows it; needed for an entry of the docket that another recorded.
    """

    def make(scene: Scene) -> Made:
        barred = not_theirs(scene, event, source=source)
        if barred is not None:
            return barred
        if not why.strip():
            return refused("Say why the entry was made in error.")
        if binds_others(scene.state.seen[event], scene.state):
            return refused("What was agreed, bound, opened or signed is not taken back; it has acts of its own.")
        return [
            RecordFact(
                EventWithdrawn(
                    id=scene.event,
                    on=scene.today,
                    at=scene.hour,
                    by=scene.by,
                    about=scene.state.seen[event].about,
                    source=source,
                    withdraws=event,
                    why=why,
                )
            )
        ]

    return perform(desk, asking, CaseAct.WITHDRAW_ENTRY, make)
