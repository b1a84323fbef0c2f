"""The list of packs that make up an accepted lawbook, in the order in which they were accepted.

The file::

    over = "2026.11.1"                # the shipped lawbook they were accepted over

    [[pack]]
    file = "pack-2026.12.1.toml"      # beside this file, as its publisher signed it
    sha256 = "9f…"                    # of that file
    unsigned = true                   # only where somebody accepted it although no trusted publisher had signed it
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass

from soordered.provenance.problems import BadInputError

_FILE = re.compile(r"pack-[0-9a-z.-]{1,80}\.toml")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_HEAD = "# Written by `soordered lawbook update --accept`. Every pack below is checked whenever it counts.\n"


class AcceptedListError(BadInputError):
    """A list of accepted packs that cannot be used.

    Args:
        name: the file.
        what: what is wrong, with its place.
    """

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"{name}: {what}",
            expected="the list as `soordered lawbook update --accept` wrote it.",
            remedy="Take the folder away to count by the shipped lawbook, and accept the packs again.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedPack:
    """One pack that was accepted.

    Args:
        file: its file, beside the list.
        sha256: of that file.
        unsigned: whether somebody accepted it although no trusted publisher had signed it.
    """

    file: str
    sha256: str
    unsigned: bool = False


@dataclass(frozen=True, slots=True)
class AcceptedPacks:
    """The packs of an accepted lawbook.

    Args:
        over: the shipped lawbook they were accepted over.
        packs: in the order in which they were accepted.
    """

    over: str
    packs: tuple[AcceptedPack, ...]


def accepted_packs_from_toml(text: str, *, name: str) -> AcceptedPacks:
    """Read a list of accepted packs.

    Args:
        text: the file.
        name: its name, for messages.

    Raises:
        AcceptedListError: it is no TOML, or a key in it is missing, unknown or of the wrong kind.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AcceptedListError(name, f"it is no TOML: {error}.") from None
    over, rows = data.get("over"), data.get("pack")
    if data.keys() != {"over", "pack"} or not isinstance(over, str) or not isinstance(rows, list) or not rows:
        raise AcceptedListError(name, "it holds something else than over and [[pack]].")
    return AcceptedPacks(over, tuple(_pack(row, name) for row in rows))


def _pack(row: object, name: str) -> AcceptedPack:
    if not isinstance(row, dict) or not {"file", "sha256"} <= row.keys() <= {"file", "sha256", "unsigned"}:
        raise AcceptedListError(name, "a pack's keys are not file, sha256 and perhaps unsigned.")
    file, digest, unsigned = row["file"], row["sha256"], row.get("unsigned", False)
    if not isinstance(file, str) or _FILE.fullmatch(file) is None:
        raise AcceptedListError(name, f"{file!r} is no file of a pack.")
    if not isinstance(digest, str) or _DIGEST.fullmatch(digest) is None or not isinstance(unsigned, bool):
        raise AcceptedListError(name, f"the sha256 or the flag of {file} is none.")
    return AcceptedPack(file=file, sha256=digest, unsigned=unsigned)


def toml_from_accepted_packs(accepted: AcceptedPacks) -> str:
    """Write a list as the file that ``accepted_packs_from_toml`` reads."""
    lines = [f"{_HEAD}over = {json.dumps(accepted.over)}"]
    for pack in accepted.packs:
        lines += ["", "[[pack]]", f"file = {json.dumps(pack.file)}", f"sha256 = {json.dumps(pack.sha256)}"]
        if pack.unsigned:
            lines.append("unsigned = true")
    return "\n".join(lines) + "\n"
