"""Rows of the record, from values and back."""

from __future__ import annotations

import json

from soordered.provenance.problems import SoOrderedError
from soordered.record.chain import moment_from_text, moment_text
from soordered.record.entry import Digest, Entry, Header, MatterId, Salt
from soordered.store.models import EntryRow, PayloadRow


class DamagedRowError(SoOrderedError):
    """A row of the record that no longer holds what was written.

    Args:
        matter: the matter.
        position: of the entry.
        why: what is wrong with it.
    """

    def __init__(self, matter: MatterId, position: int, why: str) -> None:
        super().__init__(
            f"Entry {position} of {matter!r} is damaged in the database: {why}. "
            "Nothing was shown. Verify the matter, and restore it from a back-up or an export."
        )
        self.matter = matter
        self.position = position


def entry_row(header: Header) -> EntryRow:
    """Return the row of a header."""
    return EntryRow(
        matter=header.matter,
        position=header.position,
        kind=header.kind,
        version=header.version,
        actor=header.actor,
        role=header.role,
        side=header.side,
        recorded_at=moment_text(header.recorded_at),
        visible_to=json.dumps(header.visible_to),
        previous=header.previous,
        commitment=header.commitment,
    )


def payload_row(entry: Entry) -> PayloadRow | None:
    """Return the row of a payload, ``None`` for one that was erased."""
    if entry.payload is None or entry.salt is None:
        return None
    return PayloadRow(
        matter=entry.header.matter, position=entry.header.position, payload=entry.payload, salt=entry.salt
    )


def entry_from_rows(row: EntryRow, payload: PayloadRow | None) -> Entry:
    """Return the entry that two rows hold.

    Raises:
        DamagedRowError: a row holds what was never written.
    """
    matter = MatterId(row.matter)
    try:
        recorded_at = moment_from_text(row.recorded_at)
        readers = json.loads(row.visible_to)
    except ValueError as error:
        raise DamagedRowError(matter, row.position, str(error)) from None
    if not isinstance(readers, list) or not all(isinstance(reader, str) for reader in readers):
        raise DamagedRowError(matter, row.position, "its readers are no list of names")
    header = Header(
        matter=matter,
        position=row.position,
        kind=row.kind,
        version=row.version,
        actor=row.actor,
        role=row.role,
        side=row.side,
        recorded_at=recorded_at,
        visible_to=tuple(readers),
        previous=Digest(bytes(row.previous)),
        commitment=Digest(bytes(row.commitment)),
    )
    if payload is None:
        return Entry(header=header, payload=None, salt=None)
    return Entry(header=header, payload=bytes(payload.payload), salt=Salt(bytes(payload.salt)))
