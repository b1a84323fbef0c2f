"""A newer lawbook as one TOML file: the files it replaces, each with its digest, the version it makes, and who signed it.

The file::

    version = "2026.12.1"             # the lawbook's version once it is accepted
    follows = "2026.11.1"             # the version it may be put on
    words = "Adds the state day …"    # what it changes, for people

    [signature]                       # written by `soordered lawbook sign`
    key = "5b…"                       # the fingerprint of the publisher's key
    ed25519 = "q8…"                   # over version, follows, words and every file, in base64

    [[file]]
    name = "time/states/CA"           # a file of the lawbook, as `soordered lawbook verify --json` counts them
    sha256 = "9f…"                    # of the text in UTF-8
    text = "…"                        # the whole file

A pack may hold any part of the law: ``time/regimes``, ``time/federal``, ``time/closings``, ``time/courts``,
``time/courts_of_appeals``, ``time/states/CA``, ``time/notices/cand`` (days by a court's own notice), ``rules/frcp``,
``rules/frcp_numbers``, ``rules/cand`` (a court's local rules) and ``orders/…`` (a judge's order as a reviewed rulebook).
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import tomllib
from dataclasses import dataclass
from hashlib import sha256

from soordered.lawbook.shipped_files import LawbookPack
from soordered.provenance.problems import BadInputError

_NAME = re.compile(
    r"time/(?:regimes|federal|closings|courts|courts_of_appeals|states/[A-Z]{2}|notices/[a-z][a-z0-9]{1,9})"
    r"|rules/[a-z][a-z0-9]{1,9}(?:_numbers)?|orders/[a-z0-9-]{1,80}"
)
_VERSION = re.compile(r"\d{4}\.\d{1,2}\.\d{1,3}(?:-[a-z0-9-]{1,40})?")
_FILE_KEYS = frozenset({"name", "sha256", "text"})
_SIGNATURE_KEYS = frozenset({"key", "ed25519"})
_KEYS = frozenset({"version", "follows", "words", "signature", "file"})
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


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
class PackSignature:
    """Who is said to have signed a pack; whether it is so is checked by whoever has the key.

    Args:
        key: the fingerprint of the key.
        value: the signature, over ``signed_message``.
    """

    key: str
    value: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """A pack as read.

    Args:
        pack: its files, version and words.
        follows: the version it may be put on.
        signature: its signature, ``None`` if it has none.
    """

    pack: LawbookPack
    follows: str
    signature: PackSignature | None = None


def lawbook_pack_from_toml(text: str, *, name: str) -> PackFile:
    """Read a pack and check every digest in it.

    Args:
        text: the file.
        name: its name, for messages.

    Raises:
        LawbookPackError: it is no TOML, a key is unknown or missing, a file is none of the lawbook's, or a
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
                name, f"{place!r} is no file of the lawbook, or comes twice.", expected="one such as time/states/CA."
            )
        if sha256(body.encode()).hexdigest() != digest.lower():
            raise LawbookPackError(name, f"the text of {place} does not fit its sha256.", expected="an undamaged pack.")
        try:
            tomllib.loads(body)
        except tomllib.TOMLDecodeError as error:
            raise LawbookPackError(name, f"{place} is no TOML: {error}.", expected="a file of the lawbook.") from None
        files[place] = body
    signature = _signature(data.get("signature"), name)
    return PackFile(pack=LawbookPack(version, files, words), follows=follows, signature=signature)


def signed_message(pack: LawbookPack, *, follows: str) -> bytes:
    """Return what a pack's signature covers: everything in it, in one form that no other pack shares.

    Args:
        pack: files, version, words.
        follows: the version it may be put on.
    """
    lines = ["soordered lawbook pack 1", pack.version, follows, sha256(pack.words.encode()).hexdigest()]
    lines += [f"{sha256(body.encode()).hexdigest()}  {place}" for place, body in sorted(pack.files.items())]
    return "\n".join(lines).encode()


def toml_from_lawbook_pack(pack: LawbookPack, *, follows: str, signature: PackSignature | None = None) -> str:
    """Write a pack as the file that ``lawbook_pack_from_toml`` reads.

    Args:
        pack: files, version, words.
        follows: the version it may be put on.
        signature: its signature, if it has one.
    """
    lines = [f"version = {_quoted(pack.version)}", f"follows = {_quoted(follows)}", f"words = {_quoted(pack.words)}"]
    if signature is not None:
        value = base64.b64encode(signature.value).decode()
        lines += ["", "[signature]", f"key = {_quoted(signature.key)}", f"ed25519 = {_quoted(value)}"]
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


def _signature(value: object, name: str) -> PackSignature | None:
    if value is None:
        return None
    expected = "key, the fingerprint of a key in hex, and ed25519, a signature in base64."
    if not isinstance(value, dict) or value.keys() != _SIGNATURE_KEYS:
        raise LawbookPackError(name, "the keys of its signature are not complete.", expected=expected)
    key = _text(value, "key", name)
    if _FINGERPRINT.fullmatch(key) is None:
        raise LawbookPackError(name, f"{key!r} is no fingerprint of a key.", expected=expected)
    try:
        signed = base64.b64decode(_text(value, "ed25519", name), validate=True)
    except (ValueError, binascii.Error):
        raise LawbookPackError(name, "its signature is no base64.", expected=expected) from None
    return PackSignature(key, signed)


def _text(table: dict[str, object], key: str, name: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise LawbookPackError(name, f"{key} is missing or no text.", expected=f'{key} = "…".')
    return value
