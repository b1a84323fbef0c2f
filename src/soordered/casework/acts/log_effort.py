"""Log an informal effort as a private note of one's own side, until it is shared on purpose."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import not_yet
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.private_events import keep_private_event
from soordered.disputes.events_conferral import EffortMade
from soordered.disputes.names import Effort
from soordered.disputes.refusal import refused


def log_effort(
    desk: Desk,
    asking: Asking,
    *,
    about: str,
    effort: str,
    how: Effort,
    on: dt.date,
    at: dt.time | None = None,
    summary: str = "",
) -> Answer:
    """Log an informal effort as a private note of one's own side.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        effort: a new id for the note.
        how: telephone, e-mail, correspondence …
        on: the day.
        at: the hour.
        summary: what was said.
    """

    def make(scene: Scene) -> Made:
        if about not in scene.state.disputes:
            return refused(f"There is no dispute {about!r}; open it first.")
        if not effort or effort in scene.loaded.state.seen:
            return refused(f"The id {effort!r} is taken; choose another.")
        event = EffortMade(id=effort, on=on, at=at, by=scene.by, about=about, how=how, summary=summary)
        barred = not_yet(scene, event)
        if barred is not None:
            return barred
        keep_private_event(desk.private, asking.matter, asking.caller, event, at=desk.clock.now())
        return []

    return perform(desk, asking, CaseAct.LOG_EFFORT, make, about=about)
