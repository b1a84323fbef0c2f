"""A record that was written once is read and verified for ever: the example of the documentation was, and is not remade."""

from __future__ import annotations

import hashlib
from pathlib import Path

from soordered.record.acts import PayloadErased
from soordered.record.checkpoints import checkpoint_from_bytes
from soordered.record.event_from_payload import event_from_payload
from soordered.record.verify_export import entries_of_export, verify_export


def test_it_is_the_file_that_was_written(checkout: Path) -> None:
    data = (checkout / "docs" / "concepts" / "record" / "record.jsonl").read_bytes()

    assert hashlib.sha256(data).hexdigest() == "d78490ec3b1483aebd6f394f7ded961a308f7651fa160ce0850873153d40ae88"


def test_it_holds(checkout: Path) -> None:
    folder = checkout / "docs" / "concepts" / "record"
    anchor = checkpoint_from_bytes((folder / "kept.checkpoint").read_bytes(), name="kept.checkpoint")

    found = verify_export(
        (folder / "record.jsonl").read_bytes(), keys=[(folder / "server.pub.pem").read_bytes()], anchors=[anchor]
    )

    assert found.holds
    assert (found.entries, found.withheld, [gone.position for gone in found.erased]) == (8, (3,), [5])
    assert found.anchored_to == 8


def test_its_entries_are_read(checkout: Path) -> None:
    _, entries, *_ = entries_of_export((checkout / "docs" / "concepts" / "record" / "record.jsonl").read_bytes())

    acts = [
        event_from_payload(entry.payload, kind=entry.header.kind, version=entry.header.version)
        for entry in entries
        if entry.payload is not None
    ]

    assert len(acts) == 6
    assert [act.position for act in acts if isinstance(act, PayloadErased)] == [5]
