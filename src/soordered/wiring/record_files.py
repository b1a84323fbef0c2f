"""A matter's record as a file: out of the database, checked without it, and into another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.db import transaction

from soordered.casework.ports import LoadedMatter
from soordered.casework.view_of_matter import withheld_positions
from soordered.disputes.names import Side
from soordered.provenance.problems import BadInputError, SoOrderedError
from soordered.record.checkpoints import Checkpoint, signed_checkpoint
from soordered.record.entry import Header, MatterId
from soordered.record.export_file import EmptyRecordError, Export, export_bytes, last_link, papers_named
from soordered.record.signatures import fingerprint, fingerprint_of_private, public_of_private
from soordered.record.verification import Verification
from soordered.record.verify_export import entries_of_export, verify_export
from soordered.store.event_log import StoredEventLog
from soordered.store.key_ring import people_who_signed, public_keys_of
from soordered.store.stored_record import (
    import_entries,
    keep_checkpoint,
    keep_file,
    kept_files,
    public_keys,
    stored_checkpoints,
    stored_entries,
)
from soordered.wiring.database import OpenDatabase, random_salt
from soordered.wiring.verified_file import FileUnreadableError, read_bytes

_LONGEST_NAME = 100


class NoCheckpointError(SoOrderedError):
    """A checkpoint was asked for, and none can be signed."""

    def __init__(self) -> None:
        super().__init__(
            "There is no checkpoint: no signing key is set. Make one with `soordered doctor --make-keys`, and set "
            "SOORDERED_SIGNING_KEY to its file. Nothing was written."
        )


class UnknownReaderError(BadInputError):
    """Somebody to make a file for who is not in the matter.

    Args:
        reader: who was named.
        known: who may be.
    """

    def __init__(self, reader: str, *, known: tuple[str, ...]) -> None:
        super().__init__(
            f"Nobody in this matter reads as {reader!r}.",
            expected=f"one of: {', '.join(known)}.",
            remedy="Name a side, the court, or a party by its id.",
        )


class BrokenRecordError(SoOrderedError):
    """A record's file that does not hold; nothing of it was taken in.

    Args:
        path: the file.
        found: what checking it found.
    """

    def __init__(self, path: Path, found: Verification) -> None:
        first = found.breaks[0]
        super().__init__(
            f"{path} does not hold ({len(found.breaks)} places; the first: {first}). Nothing was taken in. "
            f"Run `soordered verify {path}` to see all, and ask for the file again."
        )


class PartRecordError(SoOrderedError):
    """A record's file that was made for some readers: a matter cannot go on from it.

    Args:
        path: the file.
        found: what checking it found.
    """

    def __init__(self, path: Path, found: Verification) -> None:
        super().__init__(
            f"{path} was made for {', '.join(found.audience or ())} and withholds {len(found.withheld)} entries; a matter "
            "moves with its whole record. Export it without --for."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A record's file that was made.

    Args:
        data: its bytes.
        found: what checking it found.
        checkpoint: the newest signed end in it, ``None`` if none is.
    """

    data: bytes
    found: Verification
    checkpoint: Checkpoint | None

    @property
    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        return sha256(self.data).hexdigest()


def export_matter(
    matter: MatterId, *, database: OpenDatabase, now: dt.datetime, audience: Sequence[str] = ()
) -> Exported:
    """Make the file of a matter's record; where a signing key is set, its end is signed first.

    Args:
        matter: the matter.
        database: where it is kept.
        now: the present moment.
        audience: sides and ids of parties for whom it is made; the whole record without.

    Raises:
        EmptyRecordError: there is no such matter.
        UnknownReaderError: a reader is not in the matter.
        DamagedRowError: a row cannot be read.
        KeyFileError: the signing key cannot be used.
    """
    using = database.using
    with transaction.atomic(using=using):
        entries = stored_entries(matter, using=using)
        if not entries:
            raise EmptyRecordError(matter)
        private = database.settings.signing_key()
        name = str(database.settings.signing_key_file)
        checkpoints = stored_checkpoints(matter, using=using)
        if private is not None:
            key = fingerprint_of_private(private, name=name)
            position = entries[-1].header.position
            if not any((mark.position, mark.key) == (position, key) for mark in checkpoints):
                mark = signed_checkpoint(
                    matter=matter,
                    position=position,
                    link=last_link(matter, entries),
                    made_at=now,
                    private=private,
                    name=name,
                )
                keep_checkpoint(mark, public_of_private(private, name=name), using=using)
                checkpoints = stored_checkpoints(matter, using=using)
        reads = frozenset(audience)
        loaded = StoredEventLog(random_salt, using=using).load(matter) if reads else LoadedMatter(matter=matter)
        known = (*(side.value for side in Side), *loaded.state.parties)
        for reader in audience:
            if reader not in known:
                raise UnknownReaderError(reader, known=known)
        signers = public_keys_of(people_who_signed(entries), using=using)
        papers = kept_files((paper for entry in entries for paper in papers_named(entry)), using=using)
        keys = public_keys((mark.key for mark in checkpoints), using=using)
    data = export_bytes(
        Export(
            matter=matter,
            entries=entries,
            audience=reads or None,
            hidden=withheld_positions(loaded, reads) if reads else frozenset(),
            checkpoints=checkpoints,
            keys=keys,
            signers=signers,
            papers=papers,
        )
    )
    return Exported(
        data=data, found=verify_export(data, keys=keys), checkpoint=checkpoints[-1] if checkpoints else None
    )


def import_record(path: Path, *, database: OpenDatabase) -> Verification:
    """Take in a matter that was exported from another installation, under its own id.

    Args:
        path: the file.
        database: where it is to be kept.

    Raises:
        FileUnreadableError: it cannot be read.
        BrokenRecordError: it does not hold.
        PartRecordError: it withholds entries.
        MatterTakenError: a matter of that id is here.
    """
    data = read_bytes(path, expected="the file of a record")
    found = verify_export(data, name=str(path))
    if not found.holds:
        raise BrokenRecordError(path, found)
    if found.audience is not None:
        raise PartRecordError(path, found)
    matter, entries, papers, checkpoints, keys = entries_of_export(data)
    for entry in entries:
        _check_names(path, entry.header)
    known = {fingerprint(key, name=str(path)): key for key in keys}
    with transaction.atomic(using=database.using):
        import_entries(matter, entries, using=database.using)
        for paper in papers.values():
            keep_file(paper, using=database.using)
        for mark in checkpoints:
            if mark.key in known:
                keep_checkpoint(mark, known[mark.key], using=database.using)
    return found


def _check_names(path: Path, header: Header) -> None:
    for name, text in (
        ("matter", header.matter),
        ("kind", header.kind),
        ("actor", header.actor),
        ("role", header.role),
        ("side", header.side),
    ):
        if len(text) > _LONGEST_NAME or not text.isprintable():
            raise FileUnreadableError(
                path,
                f"the {name} of entry {header.position} is {text[:30]!r}",
                expected=f"names of at most {_LONGEST_NAME} printable characters.",
            )
