"""Rulebooks by the digest of what they say, kept as the TOML a person can read."""

from __future__ import annotations

from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.rulebook import Rulebook
from soordered.store.stored_record import keep_file, kept_file


class StoredRulebooks:
    """Rulebooks in the tables.

    Args:
        using: Django's name of the database.
    """

    def __init__(self, *, using: str = "default") -> None:
        self._using = using

    def get(self, digest: str) -> Rulebook | None:
        """Return the rulebook with that digest, ``None`` if it is not held."""
        data = kept_file(digest, using=self._using)
        return None if data is None else rulebook_from_toml(data.decode(), name=f"rulebook {digest[:16]}")

    def put(self, book: Rulebook) -> str:
        """Keep a rulebook and return its digest; the same rulebook has the same digest."""
        return keep_file(toml_from_rulebook(book).encode(), using=self._using)
