"""Who may read which entry: as its header says, until a later act of keeping the record says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from soordered.record.acts import AudienceChanged, HoldLifted, HoldPlaced, Recorded
from soordered.record.entry import Entry
from soordered.record.event_from_payload import event_from_payload

Audience = frozenset[str]
"""Sides and ids of parties for whom somebody reads."""

_CHANGES = frozenset({"audience_changed"})


def audience_changes(entries: Iterable[Entry]) -> dict[int, tuple[str, ...]]:
    """Return who may read each entry whose readers were changed, by its position; the last change counts.

    Args:
        entries: of one matter, in order.
    """
    found: dict[int, tuple[str, ...]] = {}
    for entry in entries:
        if entry.header.kind in _CHANGES and entry.payload is not None:
            change = event_from_payload(entry.payload, kind=entry.header.kind, version=entry.header.version)
            if isinstance(change, AudienceChanged):
                found[change.position] = change.visible_to
    return found


def may_read(entry: Entry, audience: Audience, changes: Mapping[int, tuple[str, ...]]) -> bool:
    """Say whether an entry is for these readers.

    Args:
        entry: the entry.
        audience: for whom somebody reads.
        changes: what :func:`audience_changes` found.
    """
    return not audience.isdisjoint(changes.get(entry.header.position, entry.header.visible_to))


def standing_holds(acts: Iterable[Recorded]) -> dict[str, HoldPlaced]:
    """Return the litigation holds that were not lifted, by their ids.

    Args:
        acts: of one matter, in order.
    """
    found: dict[str, HoldPlaced] = {}
    for act in acts:
        match act:
            case HoldPlaced():
                found[act.id] = act
            case HoldLifted():
                found.pop(act.hold, None)
            case _:
                continue
    return found
