"""Whose entry it is: nobody corrects or takes back what the other side recorded."""

from __future__ import annotations

from soordered.casework.acting import Scene
from soordered.casework.audience_of_act import on_docket
from soordered.casework.caller import CHAMBERS
from soordered.disputes.refusal import Refusal, refused


def not_theirs(scene: Scene, event: str, *, source: str) -> Refusal | None:
    """Refuse to touch an entry that is neither of one's own side nor, with its source, of the docket.

    Args:
        scene: what the act is decided on.
        event: id of the event.
        source: what shows that the docket was put right; empty for nothing.
    """
    found = scene.state.seen.get(event)
    if found is None:
        return refused(f"There is no event {event!r} on record.")
    caller = scene.asking.caller
    docketed = on_docket(found, scene.state)
    if caller.role in CHAMBERS:
        return None if docketed else refused(f"There is no event {event!r} on record.")
    recorded_by = next(
        (entry.header for entry in scene.loaded.entries if entry.act is not None and entry.act.id == event), None
    )
    if recorded_by is not None and caller.side is not None and recorded_by.side == caller.side.value:
        return None
    if docketed and source:
        return None
    if docketed:
        return refused("Give what shows that the docket was put right: the clerk's entry.")
    return refused("What the other side recorded is not yours to correct; say what is contested about it.")
