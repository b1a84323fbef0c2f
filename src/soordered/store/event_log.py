"""The event log of use cases on the tables: whole acts, one after another, each on the version it was decided on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock

from django.db import IntegrityError, transaction

from soordered.casework.ports import LoadedMatter, NewEntry, RecordedEntry, VersionConflictError
from soordered.disputes.append_only import Log
from soordered.disputes.events import MatterEvent
from soordered.disputes.evolve import fold
from soordered.disputes.state import Matter
from soordered.record.acts import PayloadErased, Recorded
from soordered.record.chain import link_of
from soordered.record.entry import Entry, MatterId, Salt
from soordered.record.entry_from_event import Recording, chain_start, entry_from_event
from soordered.record.event_from_payload import event_from_payload
from soordered.store.rows import DamagedRowError
from soordered.store.stored_record import add_entries, chain_end, stored_entries

_KEPT = 64


class StoredEventLog:
    """The record of matters in a database.

    The matters read last are kept folded, so that another act on one reads only what was added since; what is kept is
    never trusted beyond the link it ends at.

    Args:
        salts: returns 32 random bytes.
        using: Django's name of the database.
        kept: how many folded matters to keep.
    """

    def __init__(self, salts: Callable[[], Salt], *, using: str = "default", kept: int = _KEPT) -> None:
        self._salts = salts
        self._using = using
        self._size = kept
        self._kept: OrderedDict[MatterId, LoadedMatter] = OrderedDict()
        self._lock = Lock()

    def load(self, matter: MatterId) -> LoadedMatter:
        """Return a matter; an unknown one is empty, at version 0.

        Raises:
            DamagedRowError: an entry does not follow the one before it, or cannot be read.
        """
        with self._lock:
            kept = self._kept.get(matter)
        loaded = kept or LoadedMatter(matter=matter, entries=Log())
        new = stored_entries(matter, using=self._using, after=loaded.version)
        if kept is not None and new:
            read = [_read(entry) for entry in new]
            if _follows(kept, new[0]) and not any(isinstance(entry.act, PayloadErased) for entry in read):
                loaded = _grown(kept, new, read)
            else:
                loaded = LoadedMatter(matter=matter, entries=Log())
                new = stored_entries(matter, using=self._using)
                loaded = _grown(loaded, new, [_read(entry) for entry in new])
        elif new:
            loaded = _grown(loaded, new, [_read(entry) for entry in new])
        if loaded.version:
            self._keep(loaded)
        return loaded

    def append(self, matter: MatterId, expected: int, new: Sequence[NewEntry]) -> int:
        """Add the entries of one act, all or none.

        Args:
            matter: the matter.
            expected: the version the act was decided on.
            new: in order.

        Returns:
            the new version; the entries are safe when it is returned.

        Raises:
            VersionConflictError: the record is not at the expected version.
            CanonicalFormError: an event cannot be written down.
            NotErasableError: an act erases what it may not.
        """
        try:
            with transaction.atomic(using=self._using):
                end = chain_end(matter, using=self._using, lock=True)
                if end.position != expected:
                    raise VersionConflictError(matter, expected=expected, found=end.position)
                made: list[tuple[Entry, Recorded | None]] = []
                for item in new:
                    entry, end = entry_from_event(_recording(item, self._salts()), after=end)
                    made.append((entry, item.act))
                if made:
                    add_entries(made, end=end, using=self._using)
        except IntegrityError:  # two opened the same matter at once, and the other was first
            found = chain_end(matter, using=self._using).position
            raise VersionConflictError(matter, expected=expected, found=found) from None
        return end.position

    def _keep(self, loaded: LoadedMatter) -> None:
        with self._lock:
            self._kept[loaded.matter] = loaded
            self._kept.move_to_end(loaded.matter)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)


def _recording(item: NewEntry, salt: Salt) -> Recording:
    return Recording(
        event=item.act,
        actor=item.actor,
        role=item.role.value,
        side=item.side.value if item.side is not None else "",
        recorded_at=item.recorded_at,
        visible_to=item.visible_to,
        salt=salt,
    )


def _read(entry: Entry) -> RecordedEntry:
    header = entry.header
    if entry.payload is None:
        return RecordedEntry(header=header, act=None)
    return RecordedEntry(header=header, act=event_from_payload(entry.payload, kind=header.kind, version=header.version))


def _follows(kept: LoadedMatter, entry: Entry) -> bool:
    return entry.header.previous == link_of(kept.entries[-1].header)


def _grown(loaded: LoadedMatter, new: Sequence[Entry], read: Sequence[RecordedEntry]) -> LoadedMatter:
    """Return a matter with entries added; a gap or a broken link stops it before anything is decided on it."""
    entries: Log[RecordedEntry] = loaded.entries if isinstance(loaded.entries, Log) else Log(loaded.entries)
    link = link_of(entries[-1].header) if entries else chain_start(loaded.matter).link
    position = len(entries)
    for entry in new:
        position += 1
        if entry.header.position != position:
            raise DamagedRowError(loaded.matter, position, "it is missing")
        if entry.header.previous != link:
            raise DamagedRowError(loaded.matter, position, "it does not follow the entry before it")
        link = link_of(entry.header)
    entries = Log((*entries, *read)) if len(read) > len(entries) else _plus(entries, read)
    return LoadedMatter(matter=loaded.matter, entries=entries, state=_folded(loaded.state, read))


def _plus(entries: Log[RecordedEntry], read: Sequence[RecordedEntry]) -> Log[RecordedEntry]:
    for entry in read:
        entries = entries.plus(entry)
    return entries


def _folded(state: Matter, read: Sequence[RecordedEntry]) -> Matter:
    events: list[MatterEvent] = [entry.event for entry in read if entry.event is not None]
    return fold(events, state)
