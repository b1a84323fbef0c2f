"""Own-key mode: the host holds what it cannot read, and the exchange shows what was bound."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.record.canonical import NotCanonicalError
from soordered.record.entry import MatterId
from soordered.record.own_key import (
    OwnKeyError,
    OwnLocked,
    Release,
    locked_bytes,
    locked_from_bytes,
    own_locked,
    release_bytes,
    release_from_bytes,
    released,
)


def _pair(text: bytes = b"seven custodians") -> tuple[OwnLocked, Release]:
    return own_locked(text, matter=MatterId("m"), stream="plaintiff", key="i1", chance=os.urandom)


@given(st.binary(max_size=300))
def test_both_files_together_give_the_text(text: bytes) -> None:
    part, release = _pair(text)

    again = locked_from_bytes(locked_bytes(part), name="part")

    assert released(again, release_from_bytes(release_bytes(release), name="release")) == text


def test_the_part_for_the_host_says_nothing_of_the_text() -> None:
    part, release = _pair()

    for word in (
        b"custodians",
        b"custodians".hex().encode(),
        release.secret.hex().encode(),
        release.salt.hex().encode(),
    ):
        assert word not in locked_bytes(part)


def test_another_release_is_refused() -> None:
    with pytest.raises(OwnKeyError, match="Give the release that was written with this part"):
        released(_pair()[0], _pair()[1])


def test_a_text_other_than_the_bound_one_is_refused() -> None:
    """A side that locks one text and binds another is found out at the exchange."""
    part, release = _pair()

    with pytest.raises(OwnKeyError, match="not the one that was bound"):
        released(part, replace(release, salt=type(release.salt)(bytes(32))))


def test_a_changed_part_does_not_open() -> None:
    part, release = _pair()

    with pytest.raises(OwnKeyError, match="does not open"):
        released(replace(part, body=part.body[:-1] + bytes([part.body[-1] ^ 1])), release)


@pytest.mark.parametrize("data", [b"", b"{}", b'{"format":"soordered-own-key/1"}', b"[]", b'{ "a":1}'])
def test_what_is_neither_is_refused(data: bytes) -> None:
    with pytest.raises((OwnKeyError, NotCanonicalError)):
        locked_from_bytes(data, name="part")
    with pytest.raises((OwnKeyError, NotCanonicalError)):
        release_from_bytes(data, name="release")


def test_a_release_with_a_short_key_is_refused() -> None:
    line = release_bytes(_pair()[1]).replace(_pair()[1].secret.hex().encode(), b"")
    shortened = line.replace(b'"secret":"', b'"secret":"00')

    with pytest.raises(OwnKeyError):
        release_from_bytes(shortened, name="release")
