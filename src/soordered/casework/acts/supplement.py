"""Log that a disclosure was learned to be wrong, or was supplemented."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact, not_yet
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.private_events import keep_private_event
from soordered.disputes.events_discovery import DisclosureSupplemented, ErrorLearned


def supplement(desk: Desk, asking: Asking, *, entry: ErrorLearned | DisclosureSupplemented) -> Answer:
    """Log that a disclosure was supplemented, for both sides; or that it was learned to be wrong, for one's own side alone.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        entry: what was learned or supplied; the id of what was learned is the caller's to give.
    """

    def make(scene: Scene) -> Made:
        if isinstance(entry, DisclosureSupplemented):
            return fact(scene, entry)
        barred = not_yet(scene, entry)
        if barred is not None:
            return barred
        keep_private_event(desk.private, asking.matter, asking.caller, entry, at=desk.clock.now())
        return []

    return perform(desk, asking, CaseAct.SUPPLEMENT, make)
