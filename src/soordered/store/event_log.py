"""The event log of use cases on the tables: whole acts, one after another, each on the version it was decided on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from django.db import IntegrityError, transaction

from soordered.casework.ports import LoadedMatter, NewEntry, RecordedEntry, VersionConflictError
from soordered.disputes.append_only import Log
from soordered.disputes.events import MatterEvent
from soordered.disputes.evolve import fold
from soordered.record.acts import PayloadErased, Recorded
from soordered.record.chain import link_of
from soordered.record.entry import Entry, MatterId, Salt
from soordered.record.entry_from_event import ChainEnd, Recording, chain_start, entry_from_event
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
        self._kept: OrderedDict[MatterId, _Kept] = OrderedDict()
        self._lock = Lock()

    def load(self, matter: MatterId) -> LoadedMatter:
        """Return a matter; an unknown one is empty, at version 0.

        Raises:
            DamagedRowError: an entry does not follow the one before it, or cannot be read.
        """
        with self._lock:
            kept = self._kept.get(matter)
        end = chain_end(matter, using=self._using)
        if kept is not None and end == kept.end:
            return kept.loaded
        start = _Kept(loaded=LoadedMatter(matter=matter, entries=Log()), end=chain_start(matter))
        if kept is None or end.position <= kept.end.position:
            found = _grown(start, stored_entries(matter, using=self._using))
        else:
            new = stored_entries(matter, using=self._using, after=kept.end.position)
            erases = any(entry.header.kind == "payload_erased" for entry in new)
            follows = bool(new) and new[0].header.previous == kept.end.link
            found = (
                _grown(kept, new)
                if follows and not erases
                else _grown(start, stored_entries(matter, using=self._using))
            )
        if found.end.position:
            self._keep(found)
        return found.loaded

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
        made: list[tuple[Entry, Recorded | None]] = []
        try:
            with transaction.atomic(using=self._using):
                before = end = chain_end(matter, using=self._using, lock=True)
                if end.position != expected:
                    raise VersionConflictError(matter, expected=expected, found=end.position)
                for item in new:
                    entry, end = entry_from_event(_recording(item, self._salts()), after=end)
                    made.append((entry, item.act))
                if made:
                    add_entries(made, end=end, using=self._using)
        except IntegrityError:  # two opened the same matter at once, and the other was first
            found = chain_end(matter, using=self._using).position
            raise VersionConflictError(matter, expected=expected, found=found) from None
        self._keep_appended(made, before=before, end=end)
        return end.position

    def _keep_appended(self, made: Sequence[tuple[Entry, Recorded | None]], *, before: ChainEnd, end: ChainEnd) -> None:
        """Let what is kept grow by what was just written; if that comes undone, its link will not be the record's."""
        with self._lock:
            kept = self._kept.get(end.matter)
        if kept is None or kept.end != before or any(isinstance(act, PayloadErased) for _, act in made):
            return
        read = [RecordedEntry(header=entry.header, act=act) for entry, act in made]
        self._keep(_Kept(loaded=_with(kept.loaded, read), end=end))

    def _keep(self, found: _Kept) -> None:
        with self._lock:
            self._kept[found.loaded.matter] = found
            self._kept.move_to_end(found.loaded.matter)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A folded matter, and where its chain stood."""

    loaded: LoadedMatter
    end: ChainEnd


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


def _grown(kept: _Kept, new: Sequence[Entry]) -> _Kept:
    """Return a matter with entries added; a gap or a broken link stops it before anything is decided on it."""
    matter, position, link = kept.loaded.matter, kept.end.position, kept.end.link
    for entry in new:
        position += 1
        if entry.header.position != position:
            raise DamagedRowError(matter, position, "it is missing")
        if entry.header.previous != link:
            raise DamagedRowError(matter, position, "it does not follow the entry before it")
        link = link_of(entry.header)
    return _Kept(
        loaded=_with(kept.loaded, [_read(entry) for entry in new]),
        end=ChainEnd(matter=matter, position=position, link=link),
    )


def _with(loaded: LoadedMatter, read: Sequence[RecordedEntry]) -> LoadedMatter:
    entries: Log[RecordedEntry] = loaded.entries if isinstance(loaded.entries, Log) else Log(loaded.entries)
    if len(read) > len(entries):
        entries = Log((*entries, *read))
    else:
        for entry in read:
            entries = entries.plus(entry)
    events: list[MatterEvent] = [entry.event for entry in read if entry.event is not None]
    return LoadedMatter(matter=loaded.matter, entries=entries, state=fold(events, loaded.state))
