"""One entry of a matter's record: a header, which the chain covers, and a payload stored apart from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import NewType

MatterId = NewType("MatterId", str)
Digest = NewType("Digest", bytes)  # 32 bytes of SHA-256
Salt = NewType("Salt", bytes)  # 32 random bytes, one for each payload

SALT_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the chain says of an entry for ever; it holds codes and identifiers, no text of the parties.

    Args:
        matter: the matter; one chain each.
        position: from 1, without gaps.
        kind: the event's code, as in ``disputes.events.KINDS`` or ``record.acts.RECORD_KINDS``.
        version: the version of that kind's fields, from 1.
        actor: id of the person who acted.
        role: the code of the role that person acted in.
        side: the side that person stands on; empty for none.
        recorded_at: when the entry was made, an aware moment.
        visible_to: who may read the payload: sides and ids of parties, sorted, without doubles.
        previous: the link of the entry before, or the first link of the matter.
        commitment: HMAC-SHA256 of the payload under its salt.
    """

    matter: MatterId
    position: int
    kind: str
    version: int
    actor: str
    role: str
    side: str
    recorded_at: dt.datetime
    visible_to: tuple[str, ...]
    previous: Digest
    commitment: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A header with its payload and salt, or without both when they were erased.

    Args:
        header: what the chain covers.
        payload: RFC 8785 JSON of the event; ``None`` once erased.
        salt: what the commitment was made with; ``None`` once erased.
    """

    header: Header
    payload: bytes | None
    salt: Salt | None

    def without_payload(self) -> Entry:
        """Return the entry with its payload and salt gone; the header stays as it is."""
        return replace(self, payload=None, salt=None)
