"""Recording what happened: an event with its own day, under the id of the request, never of a day to come."""

from __future__ import annotations

from dataclasses import replace

from soordered.casework.acting import Made, Scene
from soordered.disputes.commands import RecordFact
from soordered.disputes.events import MatterEvent
from soordered.disputes.refusal import Refusal, refused


def fact(scene: Scene, event: MatterEvent, *, by: str | None = None) -> Made:
    """Return the command that records a fact, or refuse one that cannot have happened yet.

    Args:
        scene: what the act is decided on.
        event: what happened; it gets the id of the request.
        by: who did it; ``None`` for whoever records it.
    """
    barred = not_yet(scene, event)
    if barred is not None:
        return barred
    return [RecordFact(replace(event, id=scene.event, by=scene.by if by is None else by))]


def not_yet(scene: Scene, event: MatterEvent) -> Refusal | None:
    """Refuse an event of a day or an hour to come: it is no fact."""
    if event.on > scene.today or (
        event.on == scene.today and event.at is not None and event.at > scene.now.time().replace(tzinfo=None)
    ):
        return refused(f"{event.on} has not come; only what happened is recorded as a fact.")
    return None
