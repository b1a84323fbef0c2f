"""The rulebook that a user names: an order's text, a rulebook in TOML, or an order that ships with the package."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from soordered.lawbook.rulebook_from_data import shipped_order, shipped_orders
from soordered.lawbook.shipped_files import LawbookPack
from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml
from soordered.rules.rulebook import Rulebook
from soordered.wiring.accepted_lawbook import accepted_lawbook
from soordered.wiring.reading import file_text, read


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRulebook:
    """A rulebook with what it was made from.

    Args:
        book: the rules.
        computed_from: the text and its version, for the line under every output.
        verified: ``"verified by NAME, DATE"``, or ``"unverified"`` where a rule was checked by nobody.
    """

    book: Rulebook
    computed_from: str
    verified: str


def rulebook_at(name: str, *, lawbook: LawbookPack | None = None) -> NamedRulebook:
    """Return the rulebook a user names.

    Args:
        name: path of an order's text or of a rulebook in TOML (``.toml``), or the id of a shipped order.
        lawbook: the lawbook that holds the order; the accepted one, else the shipped, if not given.

    Raises:
        BadInputError: the file is none of these; the message says what was found and what to do.
    """
    path, pack = Path(name), accepted_lawbook() if lawbook is None else lawbook
    if name in shipped_orders(pack) and not path.exists():
        book = shipped_order(name, pack)
    elif path.suffix.lower() == ".toml":
        book = rulebook_from_toml(file_text(path).text, name=name)
    else:
        book = read(path).rulebook
    return NamedRulebook(book=book, computed_from=_version(name, book), verified=_verified(book))


def _version(name: str, book: Rulebook) -> str:
    versions = {source.version or source.sha256[:12] for source in book.sources} - {""}
    return f"{name}, version {', '.join(sorted(versions))}" if versions else name


def _verified(book: Rulebook) -> str:
    checks = {rule.verified for rule in book}
    if None in checks or not checks:
        return "unverified"
    return f"verified by {', '.join(sorted({f'{check.by}, {check.on}' for check in checks if check is not None}))}"
