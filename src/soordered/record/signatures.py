"""Ed25519 signatures over bytes, and their keys as PEM files: the one place that makes, holds and checks keys.

A key is known by its fingerprint, the SHA-256 of its 32 public bytes. A private key is PKCS #8, under a passphrase if one
is given; a public key is a SubjectPublicKeyInfo, as ``openssl pkey -pubout`` writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from soordered.provenance.problems import BadInputError

SIGNATURE_BYTES = 64
"""The length of every Ed25519 signature."""

_PUBLIC = "an Ed25519 public key in PEM, as `soordered lawbook key` writes it."
_PRIVATE = "an Ed25519 private key in PEM, as `soordered lawbook key` writes it."


class KeyFileError(BadInputError):
    """A file that holds no key that can be used.

    Args:
        name: the file.
        what: what is wrong.
        expected: what would have been right.
        remedy: what to do next.
    """

    def __init__(
        self, name: str, what: str, *, expected: str, remedy: str = "Check the file; nothing was done."
    ) -> None:
        super().__init__(f"{name}: {what}", expected=expected, remedy=remedy)


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A new key.

    Args:
        private: its private half, in PEM; whoever has it can sign.
        public: its public half, in PEM; whoever has it can check.
    """

    private: bytes
    public: bytes


def new_key(passphrase: bytes = b"") -> KeyPair:
    """Make a key from the system's source of chance.

    Args:
        passphrase: what the private half is to be locked with; left open without it.
    """
    private = Ed25519PrivateKey.generate()
    lock: KeySerializationEncryption = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    return KeyPair(
        private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock),
        private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )


def sign(message: bytes, private: bytes, *, name: str, passphrase: bytes = b"") -> bytes:
    """Sign a message.

    Args:
        message: what to sign, whole.
        private: the private key, in PEM.
        name: where the key came from, for messages.
        passphrase: what the key is locked with.

    Returns:
        64 bytes.

    Raises:
        KeyFileError: the key is none, is of another kind, or its passphrase is missing or wrong.
    """
    return _private(private, name, passphrase).sign(message)


def is_signed(message: bytes, signature: bytes, public: bytes, *, name: str) -> bool:
    """Say whether a signature was made over exactly this message with this key.

    Args:
        message: what is said to be signed.
        signature: the signature.
        public: the public key, in PEM.
        name: where the key came from, for messages.

    Raises:
        KeyFileError: the key is none, or of another kind.
    """
    try:
        _public(public, name).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def fingerprint(public: bytes, *, name: str) -> str:
    """Return the name by which a public key is known: the SHA-256 of its 32 bytes, in hex.

    Args:
        public: the public key, in PEM.
        name: where it came from, for messages.

    Raises:
        KeyFileError: it is none, or of another kind.
    """
    return _fingerprint(_public(public, name))


def fingerprint_of_private(private: bytes, *, name: str, passphrase: bytes = b"") -> str:
    """Return the fingerprint of the public half of a private key.

    Args:
        private: the private key, in PEM.
        name: where it came from, for messages.
        passphrase: what it is locked with.

    Raises:
        KeyFileError: it is none, is of another kind, or its passphrase is missing or wrong.
    """
    return _fingerprint(_private(private, name, passphrase).public_key())


def public_of_private(private: bytes, *, name: str, passphrase: bytes = b"") -> bytes:
    """Return the public half of a private key, in PEM.

    Args:
        private: the private key, in PEM.
        name: where it came from, for messages.
        passphrase: what it is locked with.

    Raises:
        KeyFileError: it is none, is of another kind, or its passphrase is missing or wrong.
    """
    key = _private(private, name, passphrase).public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _fingerprint(key: Ed25519PublicKey) -> str:
    return sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()


def _public(pem: bytes, name: str) -> Ed25519PublicKey:
    if b"PRIVATE KEY-----" in pem:
        raise KeyFileError(
            name,
            "it holds a private key.",
            expected=_PUBLIC,
            remedy="Take it away from here; whoever can read it can sign in its owner's name.",
        )
    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        raise KeyFileError(name, "it holds no public key.", expected=_PUBLIC) from None
    if not isinstance(key, Ed25519PublicKey):
        raise KeyFileError(name, "it holds a key of another kind.", expected=_PUBLIC)
    return key


def _private(pem: bytes, name: str, passphrase: bytes) -> Ed25519PrivateKey:
    locked = b"-----BEGIN ENCRYPTED PRIVATE KEY-----" in pem
    if locked and not passphrase:
        raise KeyFileError(
            name,
            "it is locked, and no passphrase was given.",
            expected="its passphrase.",
            remedy="Give it; see the docs.",
        )
    try:
        key = load_pem_private_key(pem, passphrase if locked else None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        what = "its passphrase is another." if locked else "it holds no private key."
        raise KeyFileError(name, what, expected=_PRIVATE) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(name, "it holds a key of another kind.", expected=_PRIVATE)
    return key
