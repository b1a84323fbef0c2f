"""The record of a matter as the tables hold it: entries, checkpoints and kept files, read and added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from django.db import connections, models, transaction

from soordered.provenance.problems import SoOrderedError
from soordered.record.acts import RECORD_KINDS, MatterOpened, PayloadErased, Recorded
from soordered.record.chain import link_of
from soordered.record.checkpoints import Checkpoint, checkpoint_bytes, checkpoint_from_bytes
from soordered.record.entry import Digest, Entry, MatterId
from soordered.record.entry_from_event import ChainEnd, chain_start
from soordered.record.event_from_payload import event_from_payload
from soordered.record.export_file import papers_named
from soordered.record.signatures import fingerprint
from soordered.store.models import (
    CheckpointRow,
    EntryRow,
    KeptFileRow,
    KeptFileUseRow,
    PayloadRow,
    PublicKeyRow,
)
from soordered.store.rows import entry_from_rows, entry_row, payload_row
from soordered.store.summaries import summarise

_AT_ONCE = 500


class NotErasableError(SoOrderedError):
    """An entry that no act may erase.

    Args:
        matter: the matter.
        position: of the entry.
        why: the reason.
    """

    def __init__(self, matter: MatterId, position: int, why: str) -> None:
        super().__init__(f"Entry {position} of {matter!r} cannot be erased: {why}. Nothing was recorded.")


def chain_end(matter: MatterId, *, using: str, lock: bool = False) -> ChainEnd:
    """Return where a matter's chain stands.

    Args:
        matter: the matter.
        using: Django's name of the database.
        lock: whether to keep others from adding to it until the transaction ends.
    """
    held = " FOR UPDATE" if lock and connections[using].vendor == "postgresql" else ""  # SQLite locks the whole
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT version, link FROM matter WHERE id = %s{held}", [matter])  # noqa: S608  no words of others
        row = cursor.fetchone()
    if row is None:
        return chain_start(matter)
    return ChainEnd(matter=matter, position=row[0], link=Digest(bytes(row[1])))


def stored_entries(matter: MatterId, *, using: str, after: int = 0) -> list[Entry]:
    """Return the entries of a matter, as the tables hold them.

    Args:
        matter: the matter.
        using: Django's name of the database.
        after: the position after which to begin.

    Raises:
        DamagedRowError: a row holds what was never written.
    """
    # headers first: a payload that is not there by then was erased, and never one that is still to come
    rows = list(EntryRow.objects.using(using).filter(matter=matter, position__gt=after).order_by("position"))
    if not rows:
        return []
    said = PayloadRow.objects.using(using).filter(matter=matter, position__gt=after, position__lte=rows[-1].position)
    payloads = {row.position: row for row in said}
    return [entry_from_rows(row, payloads.get(row.position)) for row in rows]


def add_entries(entries: Sequence[tuple[Entry, Recorded | None]], *, end: ChainEnd, using: str) -> None:
    """Put entries into the tables, inside the caller's transaction; an act that erases takes effect with it.

    Args:
        entries: in order, each with what it says; ``None`` for an erased one that comes from another store.
        end: where the chain then stands.
        using: Django's name of the database.

    Raises:
        NotErasableError: an act erases what it may not.
    """
    _insert(EntryRow, [entry_row(entry.header) for entry, _ in entries], using=using)
    _insert(PayloadRow, [row for entry, _ in entries if (row := payload_row(entry)) is not None], using=using)
    uses = [
        KeptFileUseRow(matter=end.matter, position=entry.header.position, sha256=name)
        for entry, act in entries
        if act is not None
        for name in dict.fromkeys(papers_named(entry))
    ]
    if uses:
        KeptFileUseRow.objects.using(using).bulk_create(uses)
    for entry, act in entries:
        if isinstance(act, PayloadErased):
            _erase(end.matter, act.position, by=entry.header.position, using=using)
    with connections[using].cursor() as cursor:
        if end.position == len(entries):
            cursor.execute(
                "INSERT INTO matter (id, version, link) VALUES (%s, %s, %s)", [end.matter, end.position, end.link]
            )
        else:
            cursor.execute(
                "UPDATE matter SET version = %s, link = %s WHERE id = %s", [end.position, end.link, end.matter]
            )
    opened = [act for _, act in entries if isinstance(act, MatterOpened)]
    summarise(
        end.matter,
        entries=end.position,
        recorded_at=entries[-1][0].header.recorded_at,
        opened=opened[-1] if opened else None,
        using=using,
    )


def _insert(model: type[models.Model], rows: Sequence[models.Model], *, using: str) -> None:
    """Insert rows past the query builder, which costs an act more than all else that it does."""
    columns = [field.attname for field in model._meta.concrete_fields]
    names, places = ", ".join(columns), ", ".join(["%s"] * len(columns))
    with connections[using].cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})",  # noqa: S608  no words of others
            [[getattr(row, column) for column in columns] for row in rows],
        )


def _erase(matter: MatterId, position: int, *, by: int, using: str) -> None:
    row = EntryRow.objects.using(using).filter(matter=matter, position=position).first()
    if row is None or position >= by:
        raise NotErasableError(matter, position, "there is no such entry before the act")
    if row.kind in RECORD_KINDS and row.kind != "paper_kept":
        raise NotErasableError(matter, position, "acts of keeping the record stay, so that it can be read")
    PayloadRow.objects.using(using).filter(matter=matter, position=position).delete()
    uses = KeptFileUseRow.objects.using(using)
    names = list(uses.filter(matter=matter, position=position).values_list("sha256", flat=True))
    uses.filter(matter=matter, position=position).delete()
    still = set(uses.filter(sha256__in=names).values_list("sha256", flat=True))
    KeptFileRow.objects.using(using).filter(sha256__in=[name for name in names if name not in still]).delete()


def import_entries(matter: MatterId, entries: Sequence[Entry], *, using: str) -> None:
    """Put a matter that was verified elsewhere into an empty place, whole or not at all.

    Args:
        matter: the matter.
        entries: all of them, in order.
        using: Django's name of the database.

    Raises:
        MatterTakenError: a matter of that id is here.
    """
    with transaction.atomic(using=using):
        if chain_end(matter, using=using, lock=True).position:
            raise MatterTakenError(matter)
        read = [
            (
                entry,
                None
                if entry.payload is None
                else event_from_payload(entry.payload, kind=entry.header.kind, version=entry.header.version),
            )
            for entry in entries
        ]
        last = entries[-1].header
        end = ChainEnd(matter=matter, position=last.position, link=link_of(last))
        add_entries(read, end=end, using=using)


class MatterTakenError(SoOrderedError):
    """A matter that is here already.

    Args:
        matter: the matter.
    """

    def __init__(self, matter: MatterId) -> None:
        super().__init__(
            f"There is a record of {matter!r} here already; two records of one matter would part ways. "
            "Give another id with --id, or leave the one that is here."
        )


def keep_file(data: bytes, *, using: str) -> str:
    """Keep a file and return the SHA-256 of its bytes; the same bytes are kept once.

    Args:
        data: the file's bytes.
        using: Django's name of the database.
    """
    name = sha256(data).hexdigest()
    KeptFileRow.objects.using(using).bulk_create([KeptFileRow(sha256=name, data=data)], ignore_conflicts=True)
    return name


def kept_file(name: str, *, using: str) -> bytes | None:
    """Return a kept file by the SHA-256 of its bytes, ``None`` if it is not held."""
    row = KeptFileRow.objects.using(using).filter(sha256=name).first()
    return None if row is None else bytes(row.data)


def kept_files(names: Iterable[str], *, using: str) -> dict[str, bytes]:
    """Return the kept files that are held, of those named."""
    found: dict[str, bytes] = {}
    wanted = sorted(set(names))
    for start in range(0, len(wanted), _AT_ONCE):
        rows = KeptFileRow.objects.using(using).filter(sha256__in=wanted[start : start + _AT_ONCE])
        found.update((row.sha256, bytes(row.data)) for row in rows)
    return found


def keep_checkpoint(checkpoint: Checkpoint, public: bytes, *, using: str) -> None:
    """Keep a checkpoint and the key that checks it; keeping it twice keeps it once."""
    key = fingerprint(public, name="the signing key")
    PublicKeyRow.objects.using(using).bulk_create([PublicKeyRow(fingerprint=key, pem=public)], ignore_conflicts=True)
    row = CheckpointRow(
        matter=checkpoint.matter,
        position=checkpoint.position,
        key=checkpoint.key,
        line=checkpoint_bytes(checkpoint),
    )
    CheckpointRow.objects.using(using).bulk_create([row], ignore_conflicts=True)


def stored_checkpoints(matter: MatterId, *, using: str) -> tuple[Checkpoint, ...]:
    """Return the checkpoints of a matter, in order of position.

    Raises:
        CheckpointError: one was damaged.
    """
    rows = CheckpointRow.objects.using(using).filter(matter=matter).order_by("position", "key")
    return tuple(
        checkpoint_from_bytes(bytes(row.line), name=f"checkpoint {row.position} of {matter!r}") for row in rows
    )


def public_keys(fingerprints: Iterable[str], *, using: str) -> tuple[bytes, ...]:
    """Return the public keys with these fingerprints, in that order, as far as they are held."""
    wanted = list(dict.fromkeys(fingerprints))
    held = {row.fingerprint: bytes(row.pem) for row in PublicKeyRow.objects.using(using).filter(fingerprint__in=wanted)}
    return tuple(held[name] for name in wanted if name in held)
