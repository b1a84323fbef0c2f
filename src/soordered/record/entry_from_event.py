"""The next entry of a matter's chain, made of what is to be recorded."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.record.acts import Recorded, code_of
from soordered.record.chain import first_link, link_of
from soordered.record.commitments import commitment
from soordered.record.entry import Digest, Entry, Header, MatterId, Salt
from soordered.record.event_from_payload import version_of
from soordered.record.payload_from_event import payload_from_event


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainEnd:
    """Where a matter's chain stands.

    Args:
        matter: the matter.
        position: of its last entry, 0 for none.
        link: what the next entry follows.
    """

    matter: MatterId
    position: int
    link: Digest


def chain_start(matter: MatterId) -> ChainEnd:
    """Return where the chain of a matter stands before its first entry."""
    return ChainEnd(matter=matter, position=0, link=first_link(matter))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What is to be recorded, by whom, and for whom to read.

    Args:
        event: an event of the dispute, or an act of keeping the record.
        actor: id of the person who acts.
        role: the code of the role that person acts in.
        side: the side that person stands on, empty for none.
        recorded_at: now, an aware moment.
        visible_to: who may read it: sides and ids of parties, in any order.
        salt: 32 random bytes.
    """

    event: Recorded
    actor: str
    role: str
    side: str
    recorded_at: dt.datetime
    visible_to: tuple[str, ...]
    salt: Salt


def entry_from_event(recording: Recording, *, after: ChainEnd) -> tuple[Entry, ChainEnd]:
    """Make the entry that follows, and say where the chain then stands.

    Args:
        recording: what is recorded.
        after: where the chain stands.

    Raises:
        CanonicalFormError: a text is no valid Unicode, or a number too large.
    """
    payload = payload_from_event(recording.event)
    kind = code_of(recording.event)
    header = Header(
        matter=after.matter,
        position=after.position + 1,
        kind=kind,
        version=version_of(kind),
        actor=recording.actor,
        role=str(recording.role),
        side=str(recording.side),
        recorded_at=recording.recorded_at,
        visible_to=tuple(sorted(set(map(str, recording.visible_to)))),
        previous=after.link,
        commitment=commitment(recording.salt, payload),
    )
    entry = Entry(header=header, payload=payload, salt=recording.salt)
    return entry, ChainEnd(matter=after.matter, position=header.position, link=link_of(header))
