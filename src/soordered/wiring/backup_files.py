"""A back-up of the whole installation in one file, and an empty database filled from it.

Lines of canonical JSON, as a record's file has: the head with the count of each table and the locking keys that its
private texts need; a line for each row; the digest of it all. The keys themselves are never in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import transaction

from soordered.provenance.problems import BadInputError, SoOrderedError
from soordered.record.canonical import JsonValue, NotCanonicalError, canonical_bytes, object_from_json
from soordered.record.entry import MatterId
from soordered.record.export_file import Export, export_bytes, last_link, papers_named
from soordered.record.verification import Break, Fault, Verification
from soordered.record.verify_export import verify_export
from soordered.store.private_texts import locking_keys_in_use
from soordered.store.rows import DamagedRowError
from soordered.store.stored_record import chain_end, kept_files, public_keys, stored_checkpoints, stored_entries
from soordered.store.summaries import every_matter
from soordered.store.table_lines import counted_tables, fill_tables, one_moment, rows_of_tables
from soordered.wiring.database import OpenDatabase
from soordered.wiring.new_files import FileTakenError
from soordered.wiring.store_settings import LOCKING_KEYS
from soordered.wiring.verified_file import FileUnreadableError

BACKUP_FORMAT = "soordered-backup/1"


class NoBackupError(BadInputError):
    """A file that is no back-up, or not a whole one.

    Args:
        path: the file.
        why: what is wrong.
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path} is no back-up that can be restored: {why}.",
            expected=f"a file in the form {BACKUP_FORMAT}, as `soordered backup` writes it.",
            remedy="Take another back-up; nothing was restored.",
        )


class KeysMissingError(SoOrderedError):
    """A back-up whose private texts nobody could read: their keys are not at hand.

    Args:
        path: the back-up.
        missing: fingerprints of the keys that are missing.
        held: fingerprints of the keys at hand.
    """

    def __init__(self, path: Path, *, missing: tuple[str, ...], held: tuple[str, ...]) -> None:
        super().__init__(
            f"{path} holds private texts locked under {', '.join(missing)}; at hand: {', '.join(held) or 'no key'}. "
            f"Put the key file of that installation back and name it in {LOCKING_KEYS}; it is never in a back-up. "
            "Without it the drafts and marks of both sides are lost for ever, so nothing was restored."
        )
        self.missing = missing


class BrokenBackupError(SoOrderedError):
    """A back-up in which a matter's record does not hold.

    Args:
        path: the back-up.
        matter: the matter.
        found: what checking it found.
    """

    def __init__(self, path: Path, matter: MatterId, found: Verification) -> None:
        super().__init__(
            f"In {path} the record of {matter!r} does not hold: {found.breaks[0]}. Nothing was restored. "
            "Take another back-up."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What a back-up holds.

    Args:
        rows: how many rows of each table.
        keys: fingerprints of the locking keys that its private texts need.
        sha256: digest of the file.
    """

    rows: dict[str, int]
    keys: tuple[str, ...]
    sha256: str


def back_up(path: Path, *, database: OpenDatabase) -> BackedUp:
    """Write the whole installation into a file, as of one moment; others may go on writing.

    Args:
        path: a file that is not there yet.
        database: what to back up.

    Raises:
        FileTakenError: the file is there.
        FileUnreadableError: it cannot be written.
    """
    using = database.using
    try:
        file = path.open("xb")
    except FileExistsError:
        raise FileTakenError(path) from None
    except OSError as error:
        raise FileUnreadableError(path, str(error.strerror).lower(), expected="a place that can be written.") from None
    try:
        path.chmod(0o600)
        digest = hashlib.sha256()
        with file, one_moment(using=using):
            rows = counted_tables(using=using)
            keys = tuple(sorted(locking_keys_in_use(using=using)))
            head: dict[str, object] = {"format": BACKUP_FORMAT, "rows": rows, "locking_keys": list(keys)}
            for line in _lines(head, using=using):
                digest.update(line)
                file.write(line)
            end = canonical_bytes({"end": digest.hexdigest()}) + b"\n"
            digest.update(end)
            file.write(end)
    except BaseException:
        with suppress(FileNotFoundError):
            path.unlink()  # half a back-up is none
        raise
    return BackedUp(rows=rows, keys=keys, sha256=digest.hexdigest())


def restore(path: Path, *, database: OpenDatabase) -> BackedUp:
    """Fill an empty database from a back-up, and check every record in it; all of it or nothing.

    Args:
        path: the back-up.
        database: what to fill.

    Raises:
        NoBackupError: the file is none, or not a whole one.
        KeysMissingError: its private texts need keys that are not at hand.
        NotEmptyError: the database holds something.
        BrokenBackupError: a record in it does not hold.
    """
    head, digest = _checked(path)
    keys = _keys_of(head)
    held = tuple(key.fingerprint for key in database.settings.locking_keys())
    missing = tuple(key for key in keys if key not in held)
    if missing:
        raise KeysMissingError(path, missing=missing, held=held)
    with transaction.atomic(using=database.using):
        rows = fill_tables(_rows(path), using=database.using)
        for matter in every_matter(using=database.using):
            found = verify_matter(matter, using=database.using)
            if not found.holds:
                raise BrokenBackupError(path, matter, found)
    return BackedUp(rows=rows, keys=keys, sha256=digest)


def verify_matter(matter: MatterId, *, using: str) -> Verification:
    """Check the record of a matter where it is kept, against what the database says of its end too.

    Args:
        matter: the matter.
        using: Django's name of the database.

    Raises:
        DamagedRowError: a row is missing or cannot be read at all.
        CheckpointError: a checkpoint cannot be read at all.
    """
    entries = stored_entries(matter, using=using)
    if not entries:
        raise DamagedRowError(matter, 1, "it is missing")
    checkpoints = stored_checkpoints(matter, using=using)
    keys = public_keys((mark.key for mark in checkpoints), using=using)
    papers = kept_files((paper for entry in entries for paper in papers_named(entry)), using=using)
    data = export_bytes(Export(matter=matter, entries=entries, checkpoints=checkpoints, keys=keys, papers=papers))
    found = verify_export(data, keys=keys)
    end, last = chain_end(matter, using=using), entries[-1].header.position
    if end.position == last and end.link == last_link(matter, entries):
        return found
    what = (
        f"the database says that the record ends at entry {end.position}; it ends at entry {last}."
        if end.position != last
        else "the database says that the record ends in another link: its last header was changed."
    )
    places = tuple(sorted({min(last + 1, end.position), last} - {0}))
    return replace(found, breaks=(*found.breaks, Break(fault=Fault.CUT_OFF, positions=places, what=what)))


def _lines(head: dict[str, object], *, using: str) -> Iterator[bytes]:
    yield canonical_bytes(head) + b"\n"
    for row in rows_of_tables(using=using):
        yield canonical_bytes(row) + b"\n"


def _checked(path: Path) -> tuple[dict[str, JsonValue], str]:
    """Read a back-up through once, and return its head and digest; nothing is restored from half a file."""
    body, digest = hashlib.sha256(), hashlib.sha256()
    first, held = b"", b""
    try:
        with path.open("rb") as file:
            for line in file:
                if held:
                    body.update(held)
                first, held = first or line, line
                digest.update(line)
    except OSError as error:
        raise NoBackupError(path, str(error.strerror).lower()) from None
    try:
        head, end = object_from_json(first, where=str(path)), object_from_json(held, where=str(path))
    except NotCanonicalError:
        raise NoBackupError(path, "its first or last line is none of a back-up") from None
    if head.get("format") != BACKUP_FORMAT:
        raise NoBackupError(path, f"its format is {head.get('format')!r}")
    if end.get("end") != body.hexdigest():
        raise NoBackupError(path, "it was cut off, or changed")
    return head, digest.hexdigest()


def _rows(path: Path) -> Iterator[dict[str, JsonValue]]:
    with path.open("rb") as file:
        next(file)
        for line in file:
            row = json.loads(line)
            if "end" not in row:
                yield row


def _keys_of(head: dict[str, JsonValue]) -> tuple[str, ...]:
    keys = head.get("locking_keys")
    return tuple(str(key) for key in keys) if isinstance(keys, list) else ()
