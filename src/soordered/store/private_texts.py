"""Private texts in the tables: what stands there opens only with a key that is kept elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, models, transaction

from soordered.casework.caller import PersonId, StreamId
from soordered.casework.ports import PrivateText
from soordered.provenance.problems import SoOrderedError
from soordered.record.canonical import canonical_bytes, object_from_canonical
from soordered.record.chain import moment_from_text, moment_text
from soordered.record.entry import MatterId
from soordered.record.private_texts import (
    Chance,
    DamagedTextError,
    LockedText,
    LockingKey,
    TextPlace,
    locked,
    relocked,
    unlocked,
)
from soordered.store.models import PersonKeyRow, PrivateTextRow

_TRIES = 5


class NoLockingKeyError(SoOrderedError):
    """A private text cannot be kept: no key to lock it under is set."""

    def __init__(self) -> None:
        super().__init__(
            "Private texts are kept under lock, and no key is set. Make one with `soordered doctor --make-keys`, and "
            "set SOORDERED_KEY_FILE to its file. Keep a copy of it apart from the back-ups of the database."
        )


class BusyTextError(SoOrderedError):
    """A text was written by somebody else again and again in the same moment; nothing was kept."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key!r} is being written elsewhere at this moment. Nothing was kept; save it again.")


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """The keys at hand; new texts are locked under the first.

    Args:
        keys: the first locks, all open.
        chance: where random bytes come from.
    """

    keys: tuple[LockingKey, ...]
    chance: Chance

    @property
    def current(self) -> LockingKey:
        """The key that locks.

        Raises:
            NoLockingKeyError: there is none.
        """
        if not self.keys:
            raise NoLockingKeyError
        return self.keys[0]


class StoredPrivateTexts:
    """One private stream a side, each version of each text under a key of its own.

    Args:
        folder: the keys at hand.
        using: Django's name of the database.
    """

    def __init__(self, folder: KeyFolder, *, using: str = "default") -> None:
        self._folder = folder
        self._using = using

    def put(self, matter: MatterId, stream: StreamId, text: PrivateText) -> None:
        """Keep a new version of a text; the ones before stay in its history.

        Raises:
            NoLockingKeyError: no key is set.
            BusyTextError: others keep writing the same text.
        """
        said = canonical_bytes({"body": text.body, "by": text.by, "at": moment_text(text.at)})
        for _ in range(_TRIES):
            try:
                with transaction.atomic(using=self._using):
                    last = self._rows(matter, stream, text.key).aggregate(last=models.Max("version"))["last"]
                    version = 1 + (last or 0)
                    place = TextPlace(matter=matter, stream=stream, key=text.key, version=version)
                    lock = locked(said, place=place, key=self._folder.current, chance=self._folder.chance)
                    PrivateTextRow.objects.using(self._using).create(
                        matter=matter,
                        stream=stream,
                        key=text.key,
                        version=version,
                        locking_key=lock.key,
                        wrapped=lock.wrapped,
                        body=lock.body,
                    )
            except IntegrityError:  # another version was kept in between
                continue
            return
        raise BusyTextError(text.key)

    def get(self, matter: MatterId, stream: StreamId, key: str) -> PrivateText | None:
        """Return the newest version of a text, ``None`` if there is none.

        Raises:
            WrongKeyError: it is locked under a key that is not at hand.
            DamagedTextError: it was changed.
        """
        row = self._rows(matter, stream, key).order_by("-version").first()
        return None if row is None else self._text(row)

    def keys(self, matter: MatterId, stream: StreamId, prefix: str = "") -> tuple[str, ...]:
        """Return the keys of the texts a stream holds, sorted."""
        rows = PrivateTextRow.objects.using(self._using).filter(matter=matter, stream=stream)
        found = set(rows.values_list("key", flat=True))
        return tuple(sorted(key for key in found if key.startswith(prefix)))

    def history(self, matter: MatterId, stream: StreamId, key: str) -> tuple[PrivateText, ...]:
        """Return every version of a text, the oldest first.

        Raises:
            WrongKeyError: one is locked under a key that is not at hand.
            DamagedTextError: one was changed.
        """
        return tuple(self._text(row) for row in self._rows(matter, stream, key).order_by("version"))

    def delete(self, matter: MatterId, stream: StreamId, key: str) -> None:
        """Remove a text with its history; one that is not there is no error."""
        self._rows(matter, stream, key).delete()

    def _rows(self, matter: MatterId, stream: StreamId, key: str) -> models.QuerySet[PrivateTextRow]:
        return PrivateTextRow.objects.using(self._using).filter(matter=matter, stream=stream, key=key)

    def _text(self, row: PrivateTextRow) -> PrivateText:
        place = _place(row)
        said = object_from_canonical(unlocked(_lock(row), place=place, keys=self._folder.keys), where="a private text")
        match said:
            case {"body": str(body), "by": str(by), "at": str(at)}:
                return PrivateText(key=row.key, body=body, by=PersonId(by), at=moment_from_text(at))
            case _:
                raise DamagedTextError(str(place))


def locking_keys_in_use(*, using: str) -> dict[str, int]:
    """Return how many texts and keys of people each locking key locks, by its fingerprint."""
    found: dict[str, int] = {}
    for rows in (PrivateTextRow.objects.using(using), PersonKeyRow.objects.using(using)):
        for name, count in rows.values_list("locking_key").annotate(count=models.Count("locking_key")):
            found[name] = found.get(name, 0) + count
    return found


def rotate(folder: KeyFolder, *, using: str, tell: Callable[[int], None] | None = None) -> int:
    """Put every text and key that is locked under an older key under the current one; the texts are not touched.

    A rotation that is interrupted is taken up by running it again.

    Args:
        folder: the keys at hand, the new one first.
        using: Django's name of the database.
        tell: is told how many were done so far.

    Returns:
        how many were put under the current key.

    Raises:
        NoLockingKeyError: there is none.
        WrongKeyError: one is locked under a key that is not at hand.
        DamagedTextError: one was changed.
    """
    new = folder.current
    done = 0
    for text in PrivateTextRow.objects.using(using).exclude(locking_key=new.fingerprint):
        lock = relocked(_lock(text), place=_place(text), keys=folder.keys, new=new, chance=folder.chance)
        done += PrivateTextRow.objects.using(using).filter(pk=text.pk).update(**_rewrapped(lock))
        if tell is not None:
            tell(done)
    for person in PersonKeyRow.objects.using(using).exclude(locking_key=new.fingerprint):
        place = place_of_person(person.person)
        lock = relocked(_lock(person), place=place, keys=folder.keys, new=new, chance=folder.chance)
        done += PersonKeyRow.objects.using(using).filter(pk=person.pk).update(**_rewrapped(lock))
        if tell is not None:
            tell(done)
    return done


def place_of_person(person: str) -> TextPlace:
    """Return what the private half of a person's key is bound to."""
    return TextPlace(matter=MatterId(""), stream="person", key=person, version=1)


def _place(row: PrivateTextRow) -> TextPlace:
    return TextPlace(matter=MatterId(row.matter), stream=row.stream, key=row.key, version=row.version)


def _rewrapped(lock: LockedText) -> dict[str, str | bytes]:
    return {"locking_key": lock.key, "wrapped": lock.wrapped}


def _lock(row: PrivateTextRow | PersonKeyRow) -> LockedText:
    return LockedText(key=row.locking_key, wrapped=bytes(row.wrapped), body=bytes(row.body))
