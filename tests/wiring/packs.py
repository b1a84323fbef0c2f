"""Lawbook packs for the tests: California with one holiday more, signed by a publisher of ours."""

from __future__ import annotations

from pathlib import Path

from soordered.lawbook.shipped_files import LawbookPack, shipped_bytes
from soordered.lawbook.version import LAWBOOK_VERSION
from soordered.record.signatures import KeyPair, fingerprint, new_key, sign
from soordered.rulefiles.lawbook_pack_from_toml import (
    PackSignature,
    lawbook_pack_from_toml,
    signed_message,
    toml_from_lawbook_pack,
)

KEY, STRANGER = new_key(), new_key()

EXTRA_DAY = """
[[holiday]]
name = "Founders Day"
from = 2007-01-01
month = 12
day = 7
cite = "an act made for this test"
"""


def california(version: str = "2027.1.1", follows: str = LAWBOOK_VERSION, day: str = EXTRA_DAY) -> str:
    """An unsigned pack whose California keeps 7 December."""
    text = shipped_bytes("time/states/CA").decode() + day
    return pack_of({"time/states/CA": text}, version, follows, "California keeps Founders Day on 7 December.")


def pack_of(files: dict[str, str], version: str = "2027.1.1", follows: str = LAWBOOK_VERSION, words: str = "x") -> str:
    """An unsigned pack of these files."""
    return toml_from_lawbook_pack(LawbookPack(version, files, words), follows=follows)


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """A shipped file with one passage replaced."""
    text = shipped_bytes(name).decode()
    assert text.count(old) == 1
    return {name: text.replace(old, new)}


def signed(text: str, key: KeyPair = KEY) -> str:
    """The same pack, signed."""
    read = lawbook_pack_from_toml(text, name="a pack")
    value = sign(signed_message(read.pack, follows=read.follows), key.private, name="a key")
    signature = PackSignature(fingerprint(key.public, name="a key"), value)
    return toml_from_lawbook_pack(read.pack, follows=read.follows, signature=signature)


def trust(folder: Path, *, name: str = "Our publisher") -> Path:
    """Put our publisher's public key among the trusted ones of a lawbook's folder."""
    keys = folder / "keys"
    keys.mkdir(parents=True, exist_ok=True)
    path = keys / f"{name}.pub.pem"
    path.write_bytes(KEY.public)
    return path
