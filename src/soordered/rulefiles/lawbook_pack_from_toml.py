"""A newer lawbook as one TOML file: the files it replaces, each with its digest, and the version it makes.

The file::

    version = "2026.12.1"             # the lawbook's version once it is accepted
    follows = "2026.11.1"             # the version it may be put on
    words = "Adds the state day …"    # what it changes, for people

    [[file]]
    name = "time/states/CA"           # a file of the lawbook, as `soordered lawbook verify --json` counts them
    sha256 = "9f…"                    # of the text in UTF-8
    text = "…"                        # the whole file
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from hashlib import sha256

from soordered.lawbook.shipped_files import LawbookPack
from soordered.provenance.problems import BadInputError

_NAME = re.compile(r"time/(?:regimes|federal|closings|courts|states/[A-Z]{2})")
_VERSION = re.compile(r"\d{4}\.\d{1,2}\.\d{1,3}(?:-[a-z0-9-]{1,40})?")
_FILE_KEYS = frozenset({"name", "sha256", "text"})
_KEYS = frozenset({"version", "follows", "words", "file"})


class LawbookPackError(BadInputError):
    """A file that is no lawbook pack, or a damaged one.

    Args:
        name: the file.
        what: what is wrong, with its place.
        expected: what would have been right.
    """

    def __init__(self, name: str, what: str, *, expected: str) -> None:
        super().__init__(f"{name}: {what}", expected=expected, remedy="Get the pack again; nothing was changed.")


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack as read.

    Args:
        pack: its files, version and words.
        follows: the version it may be put on.
    """

    pack: LawbookPack
    follows: str


def lawbook_pack_from_toml(text: str, *, name: str) -> PackFile:
    """Read a pack and check every digest in it.

    Args:
        text: the file.
        name: its name, for messages.

    Raises:
        LawbookPackError: it is no TOML, a key is unknown or missing, a file is none of the lawbook's time files, or a
            digest does not fit its text.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LawbookPackError(name, f"it is no TOML: {error}.", expected="a lawbook pack.") from None
    if data.keys() - _KEYS:
        raise LawbookPackError(
            name, f"the key {min(data.keys() - _KEYS)!r} is unknown.", expected=", ".join(sorted(_KEYS)) + "."
        )
    version, follows, words = (_text(data, key, name) for key in ("version", "follows", "words"))
    for given in (version, follows):
        if _VERSION.fullmatch(given) is None:
            raise LawbookPackError(name, f"{given!r} is no version.", expected="one such as 2026.12.1.")
    rows = data.get("file")
    if not isinstance(rows, list) or not rows:
        raise LawbookPackError(name, "it replaces no file.", expected="at least one [[file]].")
    files: dict[str, str] = {}
    for row in rows:
        if not isinstance(row, dict) or row.keys() != _FILE_KEYS:
            raise LawbookPackError(name, "a file's keys are not complete.", expected="name, sha256 and text.")
        place, digest, body = (_text(row, key, name) for key in ("name", "sha256", "text"))
        if _NAME.fullmatch(place) is None or place in files:
            raise LawbookPackError(
                name, f"{place!r} is no file of the lawbook's time law, or comes twice.", expected="time/states/CA."
            )
        if sha256(body.encode()).hexdigest() != digest.lower():
            raise LawbookPackError(name, f"the text of {place} does not fit its sha256.", expected="an undamaged pack.")
        try:
            tomllib.loads(body)
        except tomllib.TOMLDecodeError as error:
            raise LawbookPackError(name, f"{place} is no TOML: {error}.", expected="a file of the lawbook.") from None
        files[place] = body
    return PackFile(LawbookPack(version, files, words), follows)


def toml_from_lawbook_pack(pack: LawbookPack, *, follows: str) -> str:
    """Write a pack as the file that ``lawbook_pack_from_toml`` reads.

    Args:
        pack: files, version, words.
        follows: the version it may be put on.
    """
    lines = [f"version = {_quoted(pack.version)}", f"follows = {_quoted(follows)}", f"words = {_quoted(pack.words)}"]
    for place, body in sorted(pack.files.items()):
        lines += [
            "",
            "[[file]]",
            f"name = {_quoted(place)}",
            f"sha256 = {_quoted(sha256(body.encode()).hexdigest())}",
            f"text = {_quoted(body)}",
        ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text(table: dict[str, object], key: str, name: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise LawbookPackError(name, f"{key} is missing or no text.", expected=f'{key} = "…".')
    return value
