"""Who may read which entry: as its header says, until a later act of keeping the record says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from soordered.disputes.events import MatterEvent
from soordered.disputes.evolve import fold
from soordered.disputes.names import Withheld
from soordered.record.acts import AnyRecordAct, AudienceChanged, HoldLifted, HoldPlaced, Recorded
from soordered.record.entry import Entry, Header
from soordered.record.event_from_payload import event_from_payload

Audience = frozenset[str]
"""Sides and ids of parties for whom somebody reads."""


def audience_changes(entries: Iterable[Entry]) -> dict[int, tuple[str, ...]]:
    """Return who may read each entry whose readers were changed, by its position; the last change counts.

    What was clawed back, sequestered or redacted is for the side whose words it was alone; what was destroyed, for none.

    Args:
        entries: of one matter, in order.

    Raises:
        UnreadablePayloadError: an entry cannot be read, so that nobody can say who may.
    """
    found: dict[int, tuple[str, ...]] = {}
    headers: dict[str, Header] = {}
    events: list[MatterEvent] = []
    for entry in entries:
        if entry.payload is None:
            continue
        act = event_from_payload(entry.payload, kind=entry.header.kind, version=entry.header.version)
        headers[act.id] = entry.header
        if isinstance(act, AudienceChanged):
            found[act.position] = act.visible_to
        elif not isinstance(act, AnyRecordAct):
            events.append(act)
    state = fold(events)
    for name, held in state.withheld.items():
        header, event = headers.get(name), state.seen.get(name)
        if header is None or event is None or not state.stands(held):
            continue
        owner = state.side_of(event.by) if held.how is not Withheld.DESTROYED else None
        readers = found.get(header.position, header.visible_to)
        found[header.position] = tuple(reader for reader in readers if owner is not None and reader == owner.value)
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
