"""Record what happened outside the docket: a deposition, an act done, a date learned, that one will not complain."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_time import ActDone, ComplaintWaived, Happened


def record_event(desk: Desk, asking: Asking, *, event: Happened | ActDone | ComplaintWaived) -> Answer:
    """Record what happened outside the docket.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        event: what happened; its id is given here. That a side will not complain, only that side can say.
    """

    def make(scene: Scene) -> Made:
        return fact(scene, event, by=event.by if isinstance(event, Happened) and event.by else None)

    return perform(desk, asking, CaseAct.RECORD_EVENT, make, about=event.about)
