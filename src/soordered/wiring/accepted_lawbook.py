"""The lawbook that counts: the shipped one, or the packs a user accepted in the folder that SOORDERED_LAWBOOK names."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from soordered.lawbook.shipped_files import SHIPPED, LawbookPack
from soordered.provenance.problems import BadInputError
from soordered.wiring.lawbook_folders import folder, keys_folder

if TYPE_CHECKING:
    from pathlib import Path

    from soordered.rulefiles.accepted_packs_from_toml import AcceptedPacks

ACCEPTED = "accepted.toml"
"""The file in it that lists the packs."""

LARGEST_PACK = 20_000_000
"""Bytes that a pack may have."""


class PackUnreadableError(BadInputError):
    """A lawbook pack that cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path} cannot be read: {why}.",
            expected="a lawbook pack, in UTF-8.",
            remedy="Check the path; nothing was counted or changed.",
        )


class OvertakenPackError(BadInputError):
    """Accepted packs that were made for another version than the one that is installed."""

    def __init__(self, path: Path, *, over: str, shipped: str) -> None:
        super().__init__(
            f"{path} was accepted over lawbook {over}, and {shipped} is installed.",
            expected="packs for the lawbook that is installed.",
            remedy="Take the file away, or get a pack for this version; dates must not rest on a mixture.",
        )


class ChangedPackError(BadInputError):
    """An accepted pack that is no longer the file that was accepted."""

    def __init__(self, path: Path, *, what: str) -> None:
        super().__init__(
            f"{path} {what}.",
            expected="the pack as it was accepted.",
            remedy="Find out who changed it; take the folder away to count by the shipped lawbook.",
        )


def accepted_lawbook() -> LawbookPack:
    """Return the accepted pack, or the lawbook as shipped.

    Raises:
        PackUnreadableError, AcceptedListError, OvertakenPackError: the list of accepted packs cannot be used.
        LawbookPackError, ChangedPackError: a pack is damaged, or no longer the one that was accepted.
        UntrustedPackError, ForgedPackError: its signature does not hold, or its publisher is no longer trusted.
    """
    place = folder()
    if place is None:
        return SHIPPED
    path = place / ACCEPTED
    try:
        state = path.stat()
    except FileNotFoundError:
        return SHIPPED
    except OSError as error:
        raise PackUnreadableError(path, error.strerror or "it is not there") from None
    return _accepted(path, state.st_mtime_ns, state.st_size, _keys_as_they_are())


def _keys_as_they_are() -> str:
    """Say where the trusted keys lie and when one was last put there or taken away."""
    place = keys_folder()
    try:
        return "" if place is None else f"{place} {place.stat().st_mtime_ns}"
    except OSError:
        return f"{place} is not there"


def accepted_packs(place: Path) -> AcceptedPacks | None:
    """Return the list of the packs accepted in a folder, ``None`` if it holds none.

    Args:
        place: the folder.

    Raises:
        PackUnreadableError, AcceptedListError: the list cannot be read.
        OvertakenPackError: they were accepted over another shipped lawbook.
    """
    from soordered.rulefiles.accepted_packs_from_toml import accepted_packs_from_toml  # noqa: PLC0415  only with packs

    path = place / ACCEPTED
    if not path.exists():
        return None
    found = accepted_packs_from_toml(pack_text(path), name=str(path))
    if found.over != SHIPPED.version:
        raise OvertakenPackError(path, over=found.over, shipped=SHIPPED.version)
    return found


@lru_cache(maxsize=4)
def _accepted(path: Path, _changed: int, _size: int, _keys: str) -> LawbookPack:
    from hashlib import sha256  # noqa: PLC0415  only with packs

    from soordered.rulefiles.lawbook_pack_from_toml import lawbook_pack_from_toml  # noqa: PLC0415  only with packs
    from soordered.wiring.publishers import publisher_of  # noqa: PLC0415

    found = accepted_packs(path.parent)
    pack = SHIPPED
    for entry in () if found is None else found.packs:
        place = path.parent / entry.file
        text = pack_text(place)
        if sha256(text.encode()).hexdigest() != entry.sha256:
            raise ChangedPackError(place, what="does not fit the sha256 with which it was accepted")
        read = lawbook_pack_from_toml(text, name=str(place))
        if read.follows != pack.version:
            raise ChangedPackError(place, what=f"follows lawbook {read.follows}, and {pack.version} stands before it")
        pack = put_on(pack, read.pack, publisher="" if entry.unsigned else publisher_of(read, name=str(place)))
    return pack


def put_on(before: LawbookPack, pack: LawbookPack, *, publisher: str) -> LawbookPack:
    """Return the lawbook that a pack makes of another.

    Args:
        before: the lawbook it is put on.
        pack: the pack.
        publisher: who signed it; empty for a pack that nobody vouches for.
    """
    return replace(
        pack,
        files={**before.files, **pack.files},
        unsigned=before.unsigned or not publisher,
        publisher=publisher,
    )


def pack_text(path: Path) -> str:
    """Read the text of a pack.

    Raises:
        PackUnreadableError: it is not there, too large, or no UTF-8.
    """
    try:
        if path.stat().st_size > LARGEST_PACK:
            raise PackUnreadableError(path, f"it has more than {LARGEST_PACK:,} bytes")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise PackUnreadableError(path, error.strerror or "it is not there") from None
    except UnicodeDecodeError:
        raise PackUnreadableError(path, "it is not UTF-8") from None
