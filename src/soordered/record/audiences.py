"""Who may read which entry: as its header says, until a later act of keeping the record says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from soordered.disputes.events_paper import MaterialWithheld
from soordered.disputes.names import Withheld
from soordered.record.acts import AudienceChanged, HoldLifted, HoldPlaced, Recorded
from soordered.record.entry import Entry, Header
from soordered.record.event_from_payload import event_from_payload

Audience = frozenset[str]
"""Sides and ids of parties for whom somebody reads."""


def audience_changes(entries: Iterable[Entry]) -> dict[int, tuple[str, ...]]:
    """Return who may read each entry whose readers were changed, by its position; the last change counts.

    What was clawed back, sequestered, redacted or destroyed is for the side that recorded it alone.

    Args:
        entries: of one matter, in order.

    Raises:
        UnreadablePayloadError: an entry cannot be read, so that nobody can say who may.
    """
    found: dict[int, tuple[str, ...]] = {}
    places: dict[str, Header] = {}
    for entry in entries:
        if entry.payload is None:
            continue
        act = event_from_payload(entry.payload, kind=entry.header.kind, version=entry.header.version)
        places[act.id] = entry.header
        match act:
            case AudienceChanged():
                found[act.position] = act.visible_to
            case MaterialWithheld() if (named := places.get(act.event)) is not None:
                keeps = act.how is not Withheld.DESTROYED and named.side
                found[named.position] = (named.side,) if keeps else ()
            case _:
                continue
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
