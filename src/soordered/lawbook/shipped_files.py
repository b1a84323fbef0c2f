"""The files of the lawbook as the package ships them, and a pack that a user accepted in place of some of them."""

from __future__ import annotations

import os
from collections.abc import Callable
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
        unsigned: whether any of them was accepted although no trusted publisher had signed it.
        publisher: who signed the last of them, as the user's folder of keys names them; empty for nobody.
    """

    version: str = LAWBOOK_VERSION
    files: dict[str, str] = field(default_factory=dict)
    words: str = ""
    unsigned: bool = False
    publisher: str = ""

    @property
    def label(self) -> str:
        """What every date counted by it names: its version, and whether nobody vouches for it."""
        return f"{self.version} (unsigned pack)" if self.unsigned else self.version


SHIPPED = LawbookPack()
"""The lawbook as shipped: nothing stands in place of anything."""


def shipped_bytes(name: str) -> bytes:
    """Return a shipped file.

    Args:
        name: its path below the data folder, without the ending, such as ``time/regimes``.

    Raises:
        LawbookDataError: the package holds no such file.
    """
    # what pkgutil.get_data does; to import it, or importlib.resources, would cost every start some milliseconds more
    path = f"data/{name}.toml"
    get_data: Callable[[str], bytes] = globals()["__loader__"].get_data  # also of a package in a zip file
    try:
        return get_data(os.path.join(os.path.dirname(__file__), *path.split("/")))  # noqa: PTH118, PTH120
    except OSError:
        msg = f"the shipped file {path} is missing; install the package again"
        raise LawbookDataError(msg) from None


@lru_cache(maxsize=256)
def shipped_table(name: str, pack: LawbookPack = SHIPPED) -> dict[str, object]:
    """Return a file of the lawbook, read.

    Args:
        name: as for ``shipped_bytes``.
        pack: the files that stand in place of shipped ones.

    Raises:
        LawbookDataError: the package holds no such file.
    """
    import tomllib  # noqa: PLC0415  only where a file is read, so that to import the counting part stays quick

    text = pack.files.get(name)
    return tomllib.loads(shipped_bytes(name).decode() if text is None else text)
