"""The files of the lawbook as the package ships them, and a pack that a user accepted in place of some of them."""

from __future__ import annotations

import pkgutil
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache

from soordered.lawbook.version import LAWBOOK_VERSION


class LawbookDataError(Exception):
    """The shipped data is broken: our fault, never the user's."""


@dataclass(frozen=True, slots=True, eq=False)
class LawbookPack:
    """Files that stand in place of shipped ones; compared by identity, so that answers can be kept for it.

    Args:
        version: the lawbook's version with these files in place.
        files: texts by name, such as ``time/states/CA``.
        words: what the pack changes, for people.
    """

    version: str = LAWBOOK_VERSION
    files: dict[str, str] = field(default_factory=dict)
    words: str = ""


SHIPPED = LawbookPack()
"""The lawbook as shipped: nothing stands in place of anything."""


def shipped_bytes(name: str) -> bytes:
    """Return a shipped file.

    Args:
        name: its path below the data folder, without the ending, such as ``time/regimes``.

    Raises:
        LawbookDataError: the package holds no such file.
    """
    # importlib.resources would cost every start of the command line some milliseconds more
    path = f"data/{name}.toml"
    try:
        data = pkgutil.get_data("soordered.lawbook", path)
    except OSError:
        data = None
    if data is None:
        msg = f"the shipped file {path} is missing; install the package again"
        raise LawbookDataError(msg)
    return data


@lru_cache(maxsize=256)
def shipped_table(name: str, pack: LawbookPack = SHIPPED) -> dict[str, object]:
    """Return a file of the lawbook, read.

    Args:
        name: as for ``shipped_bytes``.
        pack: the files that stand in place of shipped ones.

    Raises:
        LawbookDataError: the package holds no such file.
    """
    text = pack.files.get(name)
    return tomllib.loads(shipped_bytes(name).decode() if text is None else text)
