"""Checkpoints: the end of a chain, signed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from soordered.record.canonical import NotCanonicalError
from soordered.record.chain import link_of
from soordered.record.checkpoints import (
    Checkpoint,
    CheckpointError,
    checkpoint_bytes,
    checkpoint_from_bytes,
    is_genuine,
    signed_checkpoint,
)
from soordered.record.entry import Digest, MatterId
from soordered.record.signatures import KeyFileError, new_key
from tests.record.chains import MATTER, NOON, chained, offers

KEYS = new_key()


def _checkpoint() -> Checkpoint:
    last = chained(offers(3))[-1].header
    return signed_checkpoint(
        matter=MATTER, position=3, link=link_of(last), made_at=NOON, private=KEYS.private, name="key"
    )


def test_a_checkpoint_is_its_signers() -> None:
    assert is_genuine(_checkpoint(), KEYS.public, name="key")
    assert not is_genuine(_checkpoint(), new_key().public, name="key")


@pytest.mark.parametrize(
    "change",
    [
        {"matter": MatterId("other")},
        {"position": 4},
        {"link": Digest(bytes(32))},
        {"made_at": NOON + dt.timedelta(seconds=1)},
        {"key": "0" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_nothing_of_it_can_be_changed(change: dict[str, object]) -> None:
    changed: Checkpoint = replace(_checkpoint(), **change)  # type: ignore[arg-type]  # each row holds a field of its own type

    assert not is_genuine(changed, KEYS.public, name="key")


def test_it_is_kept_as_one_line() -> None:
    kept = checkpoint_bytes(_checkpoint())

    assert kept.count(b"\n") == 1
    assert checkpoint_from_bytes(kept, name="kept") == _checkpoint()


@pytest.mark.parametrize(
    "data", [b"{}", b'{"format":"x"}', checkpoint_bytes(_checkpoint()).replace(b"checkpoint/1", b"checkpoint/2")]
)
def test_what_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(CheckpointError, match="is no checkpoint"):
        checkpoint_from_bytes(data, name="kept")


def test_another_spelling_of_it_is_refused() -> None:
    with pytest.raises(NotCanonicalError):
        checkpoint_from_bytes(checkpoint_bytes(_checkpoint()).replace(b":", b": "), name="kept")


def test_a_public_key_signs_nothing() -> None:
    with pytest.raises(KeyFileError):
        signed_checkpoint(
            matter=MATTER, position=1, link=Digest(bytes(32)), made_at=NOON, private=KEYS.public, name="key.pem"
        )
