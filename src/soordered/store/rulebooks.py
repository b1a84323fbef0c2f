"""Rulebooks by the digest of what they say, kept as the TOML a person can read."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.rulebook import Rulebook
from soordered.store.stored_record import keep_file, kept_file

_KEPT = 256


class StoredRulebooks:
    """Rulebooks in the tables.

    Args:
        using: Django's name of the database.
    """

    def __init__(self, *, using: str = "default") -> None:
        self._using = using
        self._read: OrderedDict[str, Rulebook] = OrderedDict()  # a digest never comes to mean another rulebook
        self._lock = Lock()

    def get(self, digest: str) -> Rulebook | None:
        """Return the rulebook with that digest, ``None`` if it is not held."""
        with self._lock:
            if digest in self._read:
                self._read.move_to_end(digest)
                return self._read[digest]
        data = kept_file(digest, using=self._using)
        if data is None:
            return None
        book = rulebook_from_toml(data.decode(), name=f"rulebook {digest[:16]}")
        with self._lock:
            self._read[digest] = book
            while len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return book

    def put(self, book: Rulebook) -> str:
        """Keep a rulebook and return its digest; the same rulebook has the same digest."""
        return keep_file(toml_from_rulebook(book).encode(), using=self._using)
