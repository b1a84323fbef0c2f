"""The lawbook that counts: the shipped one, or the pack a user accepted in the folder that SOORDERED_LAWBOOK names."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from soordered.lawbook.shipped_files import SHIPPED, LawbookPack
from soordered.provenance.problems import BadInputError

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "SOORDERED_LAWBOOK"
"""The environment variable that names the folder of an accepted lawbook; unset, the shipped one counts."""

ACCEPTED = "accepted.toml"
"""The file in it."""

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
    """An accepted pack that was made for another version than the one that is installed."""

    def __init__(self, path: Path, *, follows: str, shipped: str) -> None:
        super().__init__(
            f"{path} was accepted over lawbook {follows}, and {shipped} is installed.",
            expected="a pack for the lawbook that is installed.",
            remedy="Take the file away, or get a pack for this version; dates must not rest on a mixture.",
        )


def folder() -> Path | None:
    """Return the folder of accepted packs, ``None`` if none is named."""
    named = os.environ.get(FOLDER, "")
    if not named:
        return None
    from pathlib import Path  # noqa: PLC0415  only where a folder is named

    return Path(named)


def accepted_lawbook() -> LawbookPack:
    """Return the accepted pack, or the lawbook as shipped.

    Raises:
        PackUnreadableError, OvertakenPackError: the accepted file cannot be used.
        LawbookPackError: it is damaged.
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
    return _accepted(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _accepted(path: Path, _changed: int, _size: int) -> LawbookPack:
    from soordered.rulefiles.lawbook_pack_from_toml import lawbook_pack_from_toml  # noqa: PLC0415  only with a pack

    read = lawbook_pack_from_toml(pack_text(path), name=str(path))
    if read.follows != SHIPPED.version:
        raise OvertakenPackError(path, follows=read.follows, shipped=SHIPPED.version)
    return read.pack


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
