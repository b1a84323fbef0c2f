"""The keys by which people sign, made at their first signature and locked as private texts are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soordered.casework.caller import PersonId
from soordered.record.entry import Entry
from soordered.record.private_texts import LockedText, locked, unlocked
from soordered.record.signatures import is_signed, new_key, sign
from soordered.store.models import PersonKeyRow
from soordered.store.private_texts import KeyFolder, place_of_person


class StoredKeyRing:
    """People's signing keys in the tables.

    Args:
        folder: the locking keys at hand.
        using: Django's name of the database.
    """

    def __init__(self, folder: KeyFolder, *, using: str = "default") -> None:
        self._folder = folder
        self._using = using

    def sign(self, person: PersonId, message: bytes) -> bytes:
        """Sign a message with a person's key; the first signature makes it.

        Raises:
            NoLockingKeyError: no locking key is set.
            WrongKeyError: the person's key is locked under one that is not at hand.
        """
        row = self._row(person) or self._made(person)
        lock = LockedText(key=row.locking_key, wrapped=bytes(row.wrapped), body=bytes(row.body))
        private = unlocked(lock, place=place_of_person(person), keys=self._folder.keys)
        return sign(message, private, name=f"the key of {person!r}")

    def verify(self, person: PersonId, message: bytes, signature: bytes) -> bool:
        """Say whether a signature over a message is that person's; nobody without a key has signed anything."""
        row = self._row(person)
        return row is not None and is_signed(message, signature, bytes(row.public), name=f"the key of {person!r}")

    def _row(self, person: PersonId) -> PersonKeyRow | None:
        return PersonKeyRow.objects.using(self._using).filter(person=person).first()

    def _made(self, person: PersonId) -> PersonKeyRow:
        pair = new_key()
        lock = locked(pair.private, place=place_of_person(person), key=self._folder.current, chance=self._folder.chance)
        row = PersonKeyRow(
            person=person, public=pair.public, locking_key=lock.key, wrapped=lock.wrapped, body=lock.body
        )
        # two first signatures at once: the one that came first stands for both
        PersonKeyRow.objects.using(self._using).bulk_create([row], ignore_conflicts=True)
        return PersonKeyRow.objects.using(self._using).get(person=person)


def people_who_signed(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the ids of the people who signed a letter of a matter, sorted."""
    return tuple(sorted({entry.header.actor for entry in entries if entry.header.kind == "letter_signed"}))


def public_keys_of(people: Sequence[str], *, using: str) -> dict[str, bytes]:
    """Return the public halves of people's keys, in PEM, as far as they are held."""
    rows = PersonKeyRow.objects.using(using).filter(person__in=people)
    return {row.person: bytes(row.public) for row in rows}
