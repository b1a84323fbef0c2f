"""A signature holds for one message and one key; a key that cannot be used is refused with its reason."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as another_kind
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from soordered.record.signatures import (
    SIGNATURE_BYTES,
    KeyFileError,
    fingerprint,
    fingerprint_of_private,
    is_signed,
    new_key,
    sign,
)

KEY, OTHER = new_key(), new_key()
LOCKED = new_key(b"a long passphrase")
_OTHER_KIND = another_kind(SECP256R1())
EC_PUBLIC = _OTHER_KIND.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
EC_PRIVATE = _OTHER_KIND.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@given(message=st.binary(max_size=200))
def test_what_was_signed_is_signed_by_that_key_only(message: bytes) -> None:
    signature = sign(message, KEY.private, name="k")

    assert len(signature) == SIGNATURE_BYTES
    assert is_signed(message, signature, KEY.public, name="k")
    assert not is_signed(message, signature, OTHER.public, name="o")


@given(message=st.binary(min_size=1, max_size=200), place=st.integers(min_value=0), bit=st.integers(0, 7))
def test_one_changed_bit_of_the_message_breaks_it(message: bytes, place: int, bit: int) -> None:
    changed = bytearray(message)
    changed[place % len(message)] ^= 1 << bit

    assert not is_signed(bytes(changed), sign(message, KEY.private, name="k"), KEY.public, name="k")


@given(place=st.integers(0, SIGNATURE_BYTES - 1), bit=st.integers(0, 7))
def test_one_changed_bit_of_the_signature_breaks_it(place: int, bit: int) -> None:
    changed = bytearray(sign(b"an order", KEY.private, name="k"))
    changed[place] ^= 1 << bit

    assert not is_signed(b"an order", bytes(changed), KEY.public, name="k")


@pytest.mark.parametrize("signature", [b"", b"short", bytes(SIGNATURE_BYTES), bytes(SIGNATURE_BYTES + 1)])
def test_what_is_no_signature_signs_nothing(signature: bytes) -> None:
    assert not is_signed(b"an order", signature, KEY.public, name="k")


def test_a_key_is_known_by_the_same_fingerprint_from_both_halves() -> None:
    assert fingerprint(KEY.public, name="k") == fingerprint_of_private(KEY.private, name="k")
    assert fingerprint(KEY.public, name="k") != fingerprint(OTHER.public, name="o")
    assert len(fingerprint(KEY.public, name="k")) == 64


def test_a_locked_key_signs_with_its_passphrase_only() -> None:
    signature = sign(b"m", LOCKED.private, name="k", passphrase=b"a long passphrase")

    assert is_signed(b"m", signature, LOCKED.public, name="k")
    with pytest.raises(KeyFileError, match="locked, and no passphrase"):
        sign(b"m", LOCKED.private, name="k")
    with pytest.raises(KeyFileError, match="its passphrase is another"):
        sign(b"m", LOCKED.private, name="k", passphrase=b"a wrong one")


@pytest.mark.parametrize(
    ("pem", "match"),
    [
        (b"", "holds no public key"),
        (b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "holds no public key"),
        (KEY.private, "it holds a private key"),
        (LOCKED.private, "it holds a private key"),
        (EC_PUBLIC, "of another kind"),
    ],
)
def test_a_file_that_is_no_public_key_is_refused(pem: bytes, match: str) -> None:
    with pytest.raises(KeyFileError, match=match):
        is_signed(b"m", bytes(SIGNATURE_BYTES), pem, name="k.pem")


@pytest.mark.parametrize(
    ("pem", "match"), [(b"", "no private key"), (KEY.public, "no private key"), (EC_PRIVATE, "of another kind")]
)
def test_a_file_that_is_no_private_key_is_refused(pem: bytes, match: str) -> None:
    with pytest.raises(KeyFileError, match=match):
        sign(b"m", pem, name="k.pem")
