"""Lawbook packs for the tests: California with one holiday more."""

from __future__ import annotations

from soordered.lawbook.shipped_files import LawbookPack, shipped_bytes
from soordered.lawbook.version import LAWBOOK_VERSION
from soordered.rulefiles.lawbook_pack_from_toml import toml_from_lawbook_pack

EXTRA_DAY = """
[[holiday]]
name = "Founders Day"
from = 2007-01-01
month = 12
day = 7
cite = "an act made for this test"
"""


def california(version: str = "2027.1.1", follows: str = LAWBOOK_VERSION, day: str = EXTRA_DAY) -> str:
    """A pack whose California keeps 7 December."""
    text = shipped_bytes("time/states/CA").decode() + day
    pack = LawbookPack(version, {"time/states/CA": text}, "California keeps Founders Day on 7 December.")
    return toml_from_lawbook_pack(pack, follows=follows)
