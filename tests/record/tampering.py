"""Ways to tamper with a record's file, by whoever has it in hand and by whoever can also put its digests right."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

from soordered.record.canonical import canonical_bytes
from soordered.record.export_file import with_end

Tamper = Callable[[list[bytes], random.Random], set[int]]
"""Changes the lines of entries in place; returns the positions it touched."""


def flip(lines: list[bytes], chance: random.Random) -> set[int]:
    """Change one bit of one line."""
    at = chance.randrange(len(lines))
    row = bytearray(lines[at])
    row[chance.randrange(len(row))] ^= 1 << chance.randrange(8)
    lines[at] = bytes(row)
    return {at + 1}


def reword(lines: list[bytes], chance: random.Random) -> set[int]:
    """Change what an entry says, and keep the line well formed."""
    at = chance.randrange(len(lines))
    fields = json.loads(lines[at])
    table = fields[chance.choice(["payload", "entry"])]
    key = chance.choice([key for key, value in table.items() if isinstance(value, str)])
    table[key] = table[key][::-1] + "0"
    lines[at] = canonical_bytes(fields)
    return {at + 1}


def drop(lines: list[bytes], chance: random.Random) -> set[int]:
    """Take one entry out."""
    at = chance.randrange(len(lines))
    del lines[at]
    return {at + 1}


def swap(lines: list[bytes], chance: random.Random) -> set[int]:
    """Put two entries in each other's place."""
    one, two = chance.sample(range(len(lines)), 2)
    lines[one], lines[two] = lines[two], lines[one]
    return {one + 1, two + 1}


def insert(lines: list[bytes], chance: random.Random) -> set[int]:
    """Put a copy of an entry somewhere, numbered as if it belonged there."""
    at = chance.randrange(len(lines))
    fields = json.loads(lines[chance.randrange(len(lines))])
    fields["entry"]["position"] = at + 1
    lines.insert(at, canonical_bytes(fields))
    return {at + 1}


def truncate(lines: list[bytes], chance: random.Random) -> set[int]:
    """Cut off the last entries."""
    at = chance.randrange(1, len(lines))
    del lines[at:]
    return {at + 1}


TAMPERINGS: tuple[Tamper, ...] = (flip, reword, drop, swap, insert, truncate)


def tampered(data: bytes, tamper: Tamper, chance: random.Random, *, mend_end: bool) -> tuple[bytes, set[int]]:
    """Tamper with a file.

    Args:
        data: the file.
        tamper: how.
        chance: seeded.
        mend_end: whether whoever does it also writes the last line anew.

    Returns:
        the file as tampered with, and the positions touched.
    """
    rows = data.split(b"\n")[:-1]
    count = json.loads(rows[0])["entries"]
    entries = rows[1 : 1 + count]
    before = list(entries)
    touched = tamper(entries, chance)
    if entries == before:  # two equal lines swapped, or nothing to change
        touched = set()
    body = b"".join(row + b"\n" for row in [rows[0], *entries, *rows[1 + count : -1]])
    return (with_end(body) if mend_end else body + rows[-1] + b"\n"), touched
