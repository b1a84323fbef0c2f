"""What the use cases need from outside, and nothing more: the record, private texts, keys, a clock, post, new ids.

The record holds what all who may see a matter share, in one sequence a matter. Drafts, marks and notes of one side are
kept apart from it, one stream a side: writing there changes no version, sequence or chain that anybody else can see.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from soordered.calendars.time_law import TimeLaw
from soordered.casework.caller import PersonId, Role, StreamId
from soordered.disputes.events import MatterEvent
from soordered.disputes.names import Side
from soordered.disputes.state import Matter
from soordered.provenance.problems import SoOrderedError
from soordered.record.acts import AnyRecordAct, Recorded
from soordered.record.entry import Header, MatterId, Salt
from soordered.rules.rulebook import Rulebook


class VersionConflictError(SoOrderedError):
    """Somebody else recorded something between reading and writing; nothing of this act was recorded.

    Args:
        matter: the matter.
        expected: the version that was read.
        found: the version that is there now.
    """

    def __init__(self, matter: MatterId, *, expected: int, found: int) -> None:
        super().__init__(
            f"The record of {matter!r} stands at version {found}; this act was made on version {expected}. "
            "Nothing of it was recorded. Read the matter again and repeat the act."
        )
        self.matter = matter
        self.expected = expected
        self.found = found


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """One entry of the record, read.

    Args:
        header: what the chain covers.
        act: what happened, or what was done with the record; ``None`` when the payload was erased.
    """

    header: Header
    act: Recorded | None

    @property
    def event(self) -> MatterEvent | None:
        """The event of the matter, ``None`` for an erased one and for an act of keeping the record."""
        return None if self.act is None or isinstance(self.act, AnyRecordAct) else self.act


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedMatter:
    """A matter as the record holds it. One that does not exist has no entries and version 0.

    Args:
        matter: its id.
        entries: in order.
        state: what their events fold to; an adapter may keep it and let it grow.
    """

    matter: MatterId
    entries: Sequence[RecordedEntry] = ()
    state: Matter = field(default_factory=Matter)

    @property
    def version(self) -> int:
        """How many entries the record holds."""
        return len(self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An event to be recorded, with who recorded it in what capacity.

    Args:
        act: what happened, or what is done with the record.
        actor: the person who acts in the system.
        role: in what capacity.
        side: where that person stands; ``None`` for none.
        recorded_at: now, an aware moment.
        visible_to: who may read the payload: sides, ids of parties, ``"court"``; sorted, without doubles.
    """

    act: Recorded
    actor: PersonId
    role: Role
    side: Side | None
    recorded_at: dt.datetime
    visible_to: tuple[str, ...]


class EventLog(Protocol):
    """The record of matters: it grows by whole acts and never changes."""

    def load(self, matter: MatterId) -> LoadedMatter:
        """Return a matter; an unknown one is empty, at version 0."""
        ...

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
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateText:
    """One version of a text that only its own side, or chambers, may read.

    Args:
        key: what it is, e.g. ``"draft/d1/i1/position/alder"``.
        body: its words.
        by: who wrote this version.
        at: when, an aware moment.
    """

    key: str
    body: str
    by: PersonId
    at: dt.datetime


class PrivateTexts(Protocol):
    """Private texts, one stream for each side of a matter, for each non-party and for chambers."""

    def put(self, matter: MatterId, stream: StreamId, text: PrivateText) -> None:
        """Keep a new version of a text; the ones before stay in its history."""
        ...

    def get(self, matter: MatterId, stream: StreamId, key: str) -> PrivateText | None:
        """Return the newest version of a text, ``None`` if there is none."""
        ...

    def keys(self, matter: MatterId, stream: StreamId, prefix: str = "") -> tuple[str, ...]:
        """Return the keys of the texts a stream holds, sorted."""
        ...

    def history(self, matter: MatterId, stream: StreamId, key: str) -> tuple[PrivateText, ...]:
        """Return every version of a text, the oldest first."""
        ...

    def delete(self, matter: MatterId, stream: StreamId, key: str) -> None:
        """Remove a text with its history; one that is not there is no error."""
        ...


class Rulebooks(Protocol):
    """Rulebooks by the digest of what they say, so that an adoption names exactly one text."""

    def get(self, digest: str) -> Rulebook | None:
        """Return the rulebook with that digest, ``None`` if it is not held."""
        ...

    def put(self, book: Rulebook) -> str:
        """Keep a rulebook and return its digest; the same rulebook has the same digest."""
        ...


class Courts(Protocol):
    """The law of time, and the federal and local rules, of each court."""

    def law(self, court: str) -> TimeLaw:
        """Return the law of time of a court.

        Args:
            court: CM/ECF id.
        """
        ...

    def rules_on(self, court: str, day: dt.date) -> Rulebook:
        """Return the federal and local rules as in force in a court on a day."""
        ...


class KeyRing(Protocol):
    """The keys by which people sign."""

    def sign(self, person: PersonId, message: bytes) -> bytes:
        """Sign a message with a person's key."""
        ...

    def verify(self, person: PersonId, message: bytes, signature: bytes) -> bool:
        """Say whether a signature over a message is that person's."""
        ...


class Clock(Protocol):
    """The time."""

    def now(self) -> dt.datetime:
        """Return the present moment, aware of its zone."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Word to be sent that something was recorded; it holds no text of the matter.

    Args:
        id: the same for the same notice, so that nothing is sent twice.
        matter: the matter.
        event: id of the event.
        kind: the event's code.
        to: sides, ids of parties, or ``"court"``.
    """

    id: str
    matter: MatterId
    event: str
    kind: str
    to: tuple[str, ...]


class Outbox(Protocol):
    """What is to be sent; posting the same notice twice sends it once."""

    def post(self, notices: Sequence[Notice]) -> None:
        """Take notices to be sent."""
        ...


class Identifiers(Protocol):
    """New ids and salts that nobody can guess."""

    def new(self, kind: str) -> str:
        """Return an id never given before.

        Args:
            kind: a word it may begin with, for people who read it.
        """
        ...

    def salt(self) -> Salt:
        """Return 32 random bytes."""
        ...
