"""What was recorded under a kind and version is read for ever: fields are added with a default, or the version changes.

``kinds.json`` holds the fields of each kind as they were recorded; ``SOORDERED_UPDATE_KINDS=1`` adds what is new to it,
and never takes anything away.
"""

from __future__ import annotations

import json
import os
from dataclasses import MISSING, fields
from pathlib import Path

from soordered.record.acts import ALL_KINDS
from soordered.record.event_from_payload import UPCASTERS, VERSIONS, version_of

HELD = Path(__file__).parent / "kinds.json"


def kinds_now() -> dict[str, dict[str, str]]:
    return {kind: {item.name: str(item.type) for item in fields(cls)} for kind, cls in sorted(ALL_KINDS.items())}


def kinds_held() -> dict[str, dict[str, str]]:
    held: dict[str, dict[str, str]] = json.loads(HELD.read_text(encoding="utf-8"))
    if os.environ.get("SOORDERED_UPDATE_KINDS"):
        held = {**held, **{kind: {**now, **held.get(kind, {})} for kind, now in kinds_now().items()}}
        HELD.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return held


def test_no_field_was_taken_away_or_made_another_without_a_new_version() -> None:
    """Give the kind a new version in VERSIONS, and a step in UPCASTERS that makes the new fields of the old."""
    now = kinds_now()
    broken = [
        f"{kind}.{name}: {declared}, now {now.get(kind, {}).get(name, 'gone')}"
        for kind, held in kinds_held().items()
        if version_of(kind) == 1
        for name, declared in held.items()
        if now.get(kind, {}).get(name) not in (declared, f"{declared} | None")
    ]

    assert broken == []


def test_every_field_that_was_added_since_has_a_default() -> None:
    """An entry recorded before the field was there reads as its default."""
    held = kinds_held()
    without = [
        f"{kind}.{item.name}"
        for kind, cls in ALL_KINDS.items()
        if kind in held and version_of(kind) == 1
        for item in fields(cls)
        if item.name not in held[kind] and item.default is MISSING
    ]

    assert without == []


def test_every_older_version_has_its_step() -> None:
    steps = {(kind, step) for kind, version in VERSIONS.items() for step in range(1, version)}

    assert set(UPCASTERS) == steps
    assert set(VERSIONS) <= set(ALL_KINDS)
