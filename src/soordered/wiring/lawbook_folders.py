"""Where an accepted lawbook and the keys of trusted publishers lie: two settings of the environment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "SOORDERED_LAWBOOK"
"""The environment variable that names the folder of an accepted lawbook; unset, the shipped one counts."""

KEYS = "SOORDERED_LAWBOOK_KEYS"
"""The environment variable that names the folder of trusted publishers' keys; unset, ``keys`` in the lawbook's folder."""


def folder() -> Path | None:
    """Return the folder of accepted packs, ``None`` if none is named."""
    return _named(FOLDER)


def keys_folder() -> Path | None:
    """Return the folder of trusted keys, ``None`` if none is named."""
    place = _named(KEYS)
    if place is not None:
        return place
    lawbook = folder()
    return None if lawbook is None else lawbook / "keys"


def _named(setting: str) -> Path | None:
    named = os.environ.get(setting, "")
    if not named:
        return None
    from pathlib import Path  # noqa: PLC0415  only where a folder is named

    return Path(named)
