"""The state of an installation: its settings, database, keys and records, each checked and told with its remedy."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.db import DatabaseError, connections

from soordered.lawbook.shipped_files import SHIPPED
from soordered.provenance.problems import BadInputError, SoOrderedError
from soordered.record.private_texts import KEY_BYTES, LockingKey
from soordered.record.signatures import fingerprint_of_private, new_key
from soordered.store.private_texts import KeyFolder, locking_keys_in_use, rotate
from soordered.store.summaries import every_matter, lost_matters, rebuild_summaries
from soordered.store.table_lines import counted_tables
from soordered.wiring.accepted_lawbook import accepted_lawbook
from soordered.wiring.backup_files import verify_matter
from soordered.wiring.database import OpenDatabase, database_name, missing_migrations
from soordered.wiring.new_files import write_new
from soordered.wiring.store_settings import DATABASE, LOCKING_KEYS, SIGNING_KEY, StoreSettings


class State(StrEnum):
    """How one thing stands."""

    GOOD = "good"
    NOTE = "note"  # nothing is wrong, and somebody should know
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at.

    Args:
        name: what.
        state: how it stands.
        found: what was found, in a sentence without secrets.
        remedy: what to do, where something is to be done.
    """

    name: str
    state: State
    found: str
    remedy: str = ""


def checks_of_installation(
    settings: StoreSettings, *, environment: Mapping[str, str], records: bool = False
) -> tuple[Check, ...]:
    """Look at an installation and change nothing; nothing that is wrong stops the rest from being looked at.

    Args:
        settings: of the store.
        environment: the environment variables.
        records: whether to check every matter's record too.
    """
    checks = [_lawbook()]
    checks += list(_settings(settings, environment))
    checks += list(_database(settings, records=records))
    return tuple(checks)


def _lawbook() -> Check:
    """Say which lawbook counts, and what is wrong with one that was accepted."""
    try:
        pack = accepted_lawbook()
    except BadInputError as trouble:
        return Check(name="lawbook", state=State.WRONG, found=trouble.got, remedy=trouble.remedy)
    if not pack.files:
        return Check(name="lawbook", state=State.GOOD, found=f"Lawbook {pack.label} is installed.")
    state = State.NOTE if pack.unsigned else State.GOOD
    return Check(name="lawbook", state=state, found=f"Lawbook {pack.label} was accepted over {SHIPPED.version}.")


def make_keys(folder: Path) -> tuple[Path, Path]:
    """Make a locking key and a signing key for a new installation, each in a file of its owner's alone.

    Args:
        folder: where; it is made if it is not there.

    Returns:
        the files of the locking key and of the signing key; the public half stands beside the latter.

    Raises:
        FileTakenError: a key is there already.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    pair = new_key()
    locking, signing, public = folder / "locking-keys.txt", folder / "signing-key.pem", folder / "signing-key.pub.pem"
    for path, data in (
        (locking, f"{secrets.token_hex(KEY_BYTES)}\n".encode()),
        (signing, pair.private),
        (public, pair.public),
    ):
        write_new(path, data, secret=True)
    return locking, signing


def rotate_keys(database: OpenDatabase, *, tell: Callable[[int], None] | None = None) -> tuple[LockingKey, int]:
    """Make a new locking key, put it first in the key file, and lock every text's key under it.

    The older keys stay in the file, for a rotation that was interrupted; `doctor` says when they lock nothing any more.

    Args:
        database: whose texts.
        tell: is told how many were done so far.

    Raises:
        NoLockingKeyError: no key file is set.
        WrongKeyError: a text is locked under a key that is not in the file.
    """
    path = database.settings.key_file
    held = database.settings.locking_keys()
    in_use = locking_keys_in_use(using=database.using)
    folder = KeyFolder(held, os.urandom)
    if path is None or not held:
        return folder.current, 0  # says what is missing
    new = folder.current
    if in_use.get(new.fingerprint) or not in_use:  # a rotation that was interrupted goes on with the key it had made
        new = LockingKey(os.urandom(KEY_BYTES))
        text = path.read_text(encoding="ascii")
        beside = path.with_name(f".{path.name}.new")
        write_new(beside, f"{new.secret.hex()}\n{text}".encode(), secret=True)
        beside.replace(path)
    keys = KeyFolder(database.settings.locking_keys(), os.urandom)
    return new, rotate(keys, using=database.using, tell=tell)


def rebuild(database: OpenDatabase) -> int:
    """Make everything that is worked out from the events anew; return how many matters there are."""
    return rebuild_summaries(using=database.using)


def _settings(settings: StoreSettings, environment: Mapping[str, str]) -> Iterator[Check]:
    how = DATABASE if environment.get(DATABASE) else "the default"
    yield Check(name="database", state=State.GOOD, found=f"The record is kept at {settings.shown_database} ({how}).")
    try:
        keys = settings.locking_keys()
    except SoOrderedError as error:
        yield Check(name="locking keys", state=State.WRONG, found=str(error))
    else:
        if keys:
            names = ", ".join(key.fingerprint for key in keys)
            yield Check(
                name="locking keys", state=State.GOOD, found=f"{settings.key_file} holds {names}; the first locks."
            )
        else:
            yield Check(
                name="locking keys",
                state=State.NOTE,
                found="No locking key is set: private texts cannot be kept here.",
                remedy=f"Make keys with `soordered doctor --make-keys FOLDER` and name the file in {LOCKING_KEYS}.",
            )
    yield _signing(settings)


def _signing(settings: StoreSettings) -> Check:
    try:
        private = settings.signing_key()
        if private is None:
            return Check(
                name="signing key",
                state=State.NOTE,
                found="No signing key is set: exports carry no checkpoint.",
                remedy=f"Make keys with `soordered doctor --make-keys FOLDER` and name the file in {SIGNING_KEY}.",
            )
        name = fingerprint_of_private(private, name=str(settings.signing_key_file))
    except SoOrderedError as error:
        return Check(name="signing key", state=State.WRONG, found=str(error))
    return Check(name="signing key", state=State.GOOD, found=f"{settings.signing_key_file} holds the key {name}.")


def _database(settings: StoreSettings, *, records: bool) -> Iterator[Check]:
    path = Path(settings.database)
    try:
        using = database_name(settings)
        if not settings.on_postgres and not path.exists():
            yield Check(
                name="tables",
                state=State.NOTE,
                found="The database is not there yet.",
                remedy="It is made by the first command that records something.",
            )
            return
        lacking = missing_migrations(using)
    except (SoOrderedError, DatabaseError) as error:
        yield Check(
            name="tables",
            state=State.WRONG,
            found=f"The database does not answer: {' '.join(str(error).split())}",
            remedy=f"Start the database, or correct {DATABASE}.",
        )
        return
    if lacking:
        yield Check(
            name="tables",
            state=State.NOTE,
            found=f"The tables are of an older version ({', '.join(lacking)} to come).",
            remedy="Back up; the next command that records something brings them up.",
        )
        return
    rows = counted_tables(using=using)
    counts = f"{rows['matter']} matters with {rows['entry']} entries, {rows['private_text']} private texts"
    yield Check(name="tables", state=State.GOOD, found=f"{_engine(using)}; {counts}.")
    yield from _locks(settings, using)
    if rows["matter"] != rows["matter_summary"]:
        yield Check(
            name="list of matters",
            state=State.WRONG,
            found=f"The list holds {rows['matter_summary']} matters, the record {rows['matter']}.",
            remedy="Make it anew with `soordered doctor --rebuild`.",
        )
    if records:
        yield from _records(using)


def _engine(using: str) -> str:
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            return f"PostgreSQL {cursor.fetchone()[0]}"
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
        cursor.execute("PRAGMA synchronous")
        full = cursor.fetchone()[0] == 2
    return f"SQLite {sqlite3.sqlite_version}, journal {journal}, {'full' if full else 'NOT full'} sync"


def _locks(settings: StoreSettings, using: str) -> Iterator[Check]:
    in_use = locking_keys_in_use(using=using)
    try:
        held = {key.fingerprint for key in settings.locking_keys()}
    except SoOrderedError:
        return  # said above
    missing = sorted(in_use.keys() - held)
    if missing:
        texts = sum(in_use[key] for key in missing)
        yield Check(
            name="private texts",
            state=State.WRONG,
            found=f"{texts} private texts are locked under {', '.join(missing)}, which is not in the key file.",
            remedy="Put the key file back that was used when they were written.",
        )
    idle = sorted(held - in_use.keys())
    if in_use and idle:
        yield Check(
            name="older keys",
            state=State.NOTE,
            found=f"{', '.join(idle)} lock nothing any more.",
            remedy="Take the lines out of the key file once every back-up that needs them is gone.",
        )


def _records(using: str) -> Iterator[Check]:
    count = 0
    for matter in every_matter(using=using):
        count += 1
        try:
            found = verify_matter(matter, using=using)
        except SoOrderedError as error:
            yield Check(name=f"record {matter}", state=State.WRONG, found=str(error))
            continue
        for item in found.breaks:
            yield Check(
                name=f"record {matter}",
                state=State.WRONG,
                found=str(item),
                remedy="Restore the matter from a back-up or an export, and find out who can write to the database.",
            )
    for matter in lost_matters(using=using):
        yield Check(
            name=f"record {matter}",
            state=State.WRONG,
            found="Its entries are here, and the table of matters does not know it.",
            remedy="Restore the matter from a back-up or an export, and find out who can write to the database.",
        )
    yield Check(name="records", state=State.GOOD, found=f"{count} records were checked from end to end.")
