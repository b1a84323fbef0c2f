"""The ports of casework kept in lists: a record, private texts, a clock that is told the time."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from soordered.calendars.time_law import TimeLaw
from soordered.casework.caller import PersonId, StreamId
from soordered.casework.desk import Desk
from soordered.casework.ports import (
    LoadedMatter,
    NewEntry,
    Notice,
    PrivateText,
    RecordedEntry,
    VersionConflictError,
)
from soordered.disputes.append_only import Log
from soordered.disputes.evolve import fold
from soordered.lawbook.rulebook_from_data import federal_rules, local_rules
from soordered.lawbook.time_law_from_data import time_law
from soordered.record.acts import AnyRecordAct
from soordered.record.entry import Entry, MatterId, Salt
from soordered.record.entry_from_event import ChainEnd, Recording, chain_start, entry_from_event
from soordered.rules.fields_from_rulebook import rulebook_fields
from soordered.rules.rulebook import Rulebook


class ListedLog:
    """A record in a list; its entries are made as the real one makes them, so that their bytes can be searched."""

    def __init__(self, ids: CountedIds) -> None:
        self._ids = ids
        self.chains: dict[MatterId, list[Entry]] = {}
        self._loaded: dict[MatterId, LoadedMatter] = {}
        self._ends: dict[MatterId, ChainEnd] = {}
        self.before_append: list[Sequence[NewEntry]] = []

    def load(self, matter: MatterId) -> LoadedMatter:
        return self._loaded.get(matter) or LoadedMatter(matter=matter)

    def append(self, matter: MatterId, expected: int, new: Sequence[NewEntry]) -> int:
        if self.before_append:  # somebody else writes first
            self._write(matter, self.before_append.pop())
        found = self.load(matter).version
        if found != expected:
            raise VersionConflictError(matter, expected=expected, found=found)
        self._write(matter, new)
        return self.load(matter).version

    def _write(self, matter: MatterId, new: Sequence[NewEntry]) -> None:
        end = self._ends.get(matter) or chain_start(matter)
        loaded = self.load(matter)
        entries, events = Log(loaded.entries), []
        for one in new:
            recording = Recording(
                event=one.act,
                actor=one.actor,
                role=one.role.value,
                side=one.side.value if one.side is not None else "",
                recorded_at=one.recorded_at,
                visible_to=one.visible_to,
                salt=self._ids.salt(),
            )
            entry, end = entry_from_event(recording, after=end)
            self.chains.setdefault(matter, []).append(entry)
            entries = entries.plus(RecordedEntry(entry.header, one.act))
            if not isinstance(one.act, AnyRecordAct):
                events.append(one.act)
        self._ends[matter] = end
        self._loaded[matter] = LoadedMatter(matter=matter, entries=entries, state=fold(events, loaded.state))


class ListedTexts:
    """Private texts in lists, one a stream and key."""

    def __init__(self) -> None:
        self.held: dict[tuple[MatterId, StreamId, str], list[PrivateText]] = {}

    def put(self, matter: MatterId, stream: StreamId, text: PrivateText) -> None:
        self.held.setdefault((matter, stream, text.key), []).append(text)

    def get(self, matter: MatterId, stream: StreamId, key: str) -> PrivateText | None:
        return next(reversed(self.held.get((matter, stream, key), ())), None)

    def keys(self, matter: MatterId, stream: StreamId, prefix: str = "") -> tuple[str, ...]:
        return tuple(
            sorted(
                key
                for held_matter, held_stream, key in self.held
                if (held_matter, held_stream) == (matter, stream) and key.startswith(prefix)
            )
        )

    def history(self, matter: MatterId, stream: StreamId, key: str) -> tuple[PrivateText, ...]:
        return tuple(self.held.get((matter, stream, key), ()))

    def delete(self, matter: MatterId, stream: StreamId, key: str) -> None:
        self.held.pop((matter, stream, key), None)


class ListedRulebooks:
    """Rulebooks by a digest of what they say."""

    def __init__(self) -> None:
        self.held: dict[str, Rulebook] = {}

    def get(self, digest: str) -> Rulebook | None:
        return self.held.get(digest)

    def put(self, book: Rulebook) -> str:
        digest = hashlib.sha256(repr(rulebook_fields(book)).encode()).hexdigest()
        self.held[digest] = book
        return digest


class ShippedCourts:
    """The law of the courts as it ships."""

    def __init__(self) -> None:
        self._law: dict[str, TimeLaw] = {}
        self._rules: dict[tuple[str, dt.date], Rulebook] = {}

    def law(self, court: str) -> TimeLaw:
        if court not in self._law:
            self._law[court] = time_law(court)
        return self._law[court]

    def rules_on(self, court: str, day: dt.date) -> Rulebook:
        key = (court, day)
        if key not in self._rules:
            self._rules[key] = federal_rules(day).joined(local_rules(court, day))
        return self._rules[key]


class HashedKeys:
    """Signatures that are digests of person and message."""

    def sign(self, person: PersonId, message: bytes) -> bytes:
        return hashlib.sha256(person.encode() + b"\0" + message).digest()

    def verify(self, person: PersonId, message: bytes, signature: bytes) -> bool:
        return signature == self.sign(person, message)


class ToldClock:
    """A clock that is told the time."""

    def __init__(self, now: dt.datetime) -> None:
        self.time = now

    def now(self) -> dt.datetime:
        return self.time


class ListedOutbox:
    """What is to be sent, once each."""

    def __init__(self) -> None:
        self.notices: dict[str, Notice] = {}

    def post(self, notices: Sequence[Notice]) -> None:
        for notice in notices:
            self.notices.setdefault(notice.id, notice)


class CountedIds:
    """Ids by number."""

    def __init__(self) -> None:
        self._count = 0

    def new(self, kind: str) -> str:
        self._count += 1
        return f"{kind}-{self._count}"

    def salt(self) -> Salt:
        self._count += 1
        return Salt(hashlib.sha256(f"salt {self._count}".encode()).digest())


class Office:
    """A desk of fakes, with each fake at hand."""

    def __init__(self, now: dt.datetime) -> None:
        self.ids = CountedIds()
        self.log = ListedLog(self.ids)
        self.private = ListedTexts()
        self.rulebooks = ListedRulebooks()
        self.clock = ToldClock(now)
        self.outbox = ListedOutbox()
        self.desk = Desk(
            log=self.log,
            private=self.private,
            rulebooks=self.rulebooks,
            courts=COURTS,
            keys=HashedKeys(),
            clock=self.clock,
            outbox=self.outbox,
            ids=self.ids,
        )

    def copied(self) -> Office:
        """Return another office that stands where this one does; nothing done in one is seen in the other."""
        other = Office(self.clock.time)
        other.ids.__dict__.update(self.ids.__dict__)
        other.log.chains = {name: list(chain) for name, chain in self.log.chains.items()}
        other.log._loaded = dict(self.log._loaded)
        other.log._ends = dict(self.log._ends)
        other.private.held = {key: list(texts) for key, texts in self.private.held.items()}
        other.rulebooks.held = dict(self.rulebooks.held)
        other.outbox.notices = dict(self.outbox.notices)
        return other


COURTS = ShippedCourts()
