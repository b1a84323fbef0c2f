"""Private texts under lock: only the key opens them, and only as what they are."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.record.entry import MatterId
from soordered.record.private_texts import (
    DamagedTextError,
    KeyLengthError,
    LockedText,
    LockingKey,
    TextPlace,
    WrongKeyError,
    locked,
    locking_key,
    relocked,
    unlocked,
)

PLACE = TextPlace(matter=MatterId("m"), stream="plaintiff", key="draft/i1", version=1)
KEY = LockingKey(bytes(range(32)))
NEW = LockingKey(bytes(32))


def _locked(text: bytes = b"we would take seven") -> LockedText:
    return locked(text, place=PLACE, key=KEY, chance=os.urandom)


@given(st.binary(max_size=500))
def test_the_key_opens_what_it_locked(text: bytes) -> None:
    assert unlocked(_locked(text), place=PLACE, keys=(NEW, KEY)) == text


def test_the_same_text_never_looks_the_same() -> None:
    assert _locked().body != _locked().body
    assert _locked().wrapped != _locked().wrapped


def test_a_text_put_under_a_new_key_opens_with_it_alone() -> None:
    old = _locked()

    new = relocked(old, place=PLACE, keys=(KEY,), new=NEW, chance=os.urandom)

    assert unlocked(new, place=PLACE, keys=(NEW,)) == b"we would take seven"
    assert new.body == old.body
    with pytest.raises(WrongKeyError):
        unlocked(new, place=PLACE, keys=(KEY,))


def test_another_key_is_refused_with_the_remedy() -> None:
    with pytest.raises(WrongKeyError) as refused:
        unlocked(_locked(), place=PLACE, keys=(NEW,))

    assert str(refused.value) == (
        f"The private texts are locked under the key {KEY.fingerprint}; at hand: {NEW.fingerprint}. "
        "Put the key file back that was used when they were written; without it nobody can read them."
    )


@pytest.mark.parametrize(
    "place",
    [
        replace(PLACE, matter=MatterId("n")),
        replace(PLACE, stream="defendant"),
        replace(PLACE, key="draft/i2"),
        replace(PLACE, version=2),
    ],
)
def test_a_text_in_the_place_of_another_does_not_open(place: TextPlace) -> None:
    with pytest.raises(DamagedTextError):
        unlocked(_locked(), place=place, keys=(KEY,))


@pytest.mark.parametrize("part", ["wrapped", "body"])
@given(at=st.integers(0, 1000), bit=st.integers(0, 7))
def test_one_bit_changed_and_it_does_not_open(part: str, at: int, bit: int) -> None:
    whole = _locked()
    data = bytearray(getattr(whole, part))
    data[at % len(data)] ^= 1 << bit
    changed = replace(whole, wrapped=bytes(data)) if part == "wrapped" else replace(whole, body=bytes(data))

    with pytest.raises(DamagedTextError):
        unlocked(changed, place=PLACE, keys=(KEY,))


@pytest.mark.parametrize("text", ["", "zz", "00" * 31, "00" * 33, "not a key"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(KeyLengthError):
        locking_key(text, name="key.txt")


def test_a_key_never_prints_itself() -> None:
    assert KEY.secret.hex() not in repr(KEY)
    assert repr(KEY) == f"LockingKey({KEY.fingerprint})"
    assert locking_key(KEY.secret.hex() + "\n", name="key.txt") == KEY
