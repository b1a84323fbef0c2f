"""Commitments: bound now, shown later."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.record.commitments import commitment, opens
from soordered.record.entry import Salt

SALTS = st.binary(min_size=32, max_size=32).map(Salt)


@given(SALTS, st.binary())
def test_the_text_that_was_bound_opens_it(salt: Salt, text: bytes) -> None:
    assert opens(commitment(salt, text), salt=salt, text=text)


@given(SALTS, st.binary(), st.binary())
def test_no_other_text_opens_it(salt: Salt, text: bytes, other: bytes) -> None:
    assert opens(commitment(salt, text), salt=salt, text=other) == (text == other)


def test_the_same_text_under_two_salts_shows_no_likeness() -> None:
    assert commitment(Salt(bytes(32)), b"yes") != commitment(Salt(bytes(31) + b"\1"), b"yes")


def test_a_short_salt_is_refused() -> None:
    with pytest.raises(ValueError, match="a salt is 32 random bytes; got 3"):
        commitment(Salt(b"abc"), b"yes")


def test_a_short_salt_opens_nothing() -> None:
    assert not opens(commitment(Salt(bytes(32)), b"yes"), salt=Salt(b""), text=b"yes")
