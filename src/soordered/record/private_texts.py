"""Private texts under lock: a key of its own for each text, and that key under one that the database never holds.

The cipher is AES-256-GCM. What a text is (matter, stream, key, version) is bound into its lock, so that nobody can put
one locked text in the place of another unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from soordered.provenance.problems import BadInputError, SoOrderedError
from soordered.record.canonical import canonical_bytes
from soordered.record.entry import MatterId

Chance = Callable[[int], bytes]
"""Returns that many bytes that nobody can guess."""

KEY_BYTES = 32
_NONCE_BYTES = 12


class KeyLengthError(BadInputError):
    """A key that is no key of ours.

    Args:
        name: where it came from.
        size: how many bytes it has.
    """

    def __init__(self, name: str, size: int) -> None:
        super().__init__(
            f"{name} holds {size} bytes.",
            expected=f"a key of {KEY_BYTES} random bytes, written as {2 * KEY_BYTES} hexadecimal digits.",
            remedy="Make one with `soordered doctor --make-keys`, or put back the file that was used before.",
        )


class WrongKeyError(SoOrderedError):
    """A private text is locked under another key than the one at hand.

    Args:
        wanted: fingerprint of the key it is locked under.
        held: fingerprints of the keys at hand.
    """

    def __init__(self, wanted: str, held: tuple[str, ...]) -> None:
        super().__init__(
            f"The private texts are locked under the key {wanted}; at hand: {', '.join(held) or 'none'}. "
            "Put the key file back that was used when they were written; without it nobody can read them."
        )
        self.wanted = wanted


class DamagedTextError(SoOrderedError):
    """A locked text was changed, or stands in the place of another.

    Args:
        what: which text.
    """

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The private text {what} does not open: it was changed, or it is another's. "
            "Restore it from a back-up; nothing was shown."
        )


@dataclass(frozen=True, slots=True)
class LockingKey:
    """The key that locks the keys of texts; kept outside the database.

    Args:
        secret: 32 random bytes.
    """

    secret: bytes

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise KeyLengthError("The key", len(self.secret))

    @property
    def fingerprint(self) -> str:
        """The name by which the key is known; it tells nothing of the key."""
        return hashlib.sha256(b"soordered locking key 1\n" + self.secret).hexdigest()[:16]

    def __repr__(self) -> str:
        return f"LockingKey({self.fingerprint})"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """Which text it is.

    Args:
        matter: the matter.
        stream: whose private stream it stands in.
        key: which text of that stream.
        version: which version of it, from 1.
    """

    matter: MatterId
    stream: str
    key: str
    version: int

    def __str__(self) -> str:
        return f"{self.key!r}, version {self.version}, of {self.stream} in {self.matter!r}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedText:
    """A text that only the holder of a key can read.

    Args:
        key: fingerprint of the locking key.
        wrapped: the text's own key, locked; the nonce first.
        body: the text, locked; the nonce first.
    """

    key: str
    wrapped: bytes
    body: bytes


def locked(text: bytes, *, place: TextPlace, key: LockingKey, chance: Chance) -> LockedText:
    """Lock a text under a key of its own, and that key under the locking key.

    Args:
        text: the text.
        place: which text it is.
        key: the locking key.
        chance: where random bytes come from.
    """
    own = chance(KEY_BYTES)
    return LockedText(
        key=key.fingerprint,
        wrapped=_encrypt(key.secret, own, _bound("key", place), chance),
        body=_encrypt(own, text, _bound("text", place), chance),
    )


def unlocked(text: LockedText, *, place: TextPlace, keys: tuple[LockingKey, ...]) -> bytes:
    """Open a text.

    Args:
        text: the locked text.
        place: which text it is said to be.
        keys: the locking keys at hand.

    Raises:
        WrongKeyError: none of them locked it.
        DamagedTextError: it was changed, or is another text.
    """
    own = _decrypt(_key_for(text, keys).secret, text.wrapped, _bound("key", place), place)
    return _decrypt(own, text.body, _bound("text", place), place)


def relocked(
    text: LockedText, *, place: TextPlace, keys: tuple[LockingKey, ...], new: LockingKey, chance: Chance
) -> LockedText:
    """Put a text's own key under another locking key; the text itself is not touched.

    Args:
        text: the locked text.
        place: which text it is.
        keys: the locking keys at hand.
        new: the key to lock it under.
        chance: where random bytes come from.

    Raises:
        WrongKeyError: none of the keys locked it.
        DamagedTextError: its key was changed, or is another text's.
    """
    bound = _bound("key", place)
    own = _decrypt(_key_for(text, keys).secret, text.wrapped, bound, place)
    return LockedText(key=new.fingerprint, wrapped=_encrypt(new.secret, own, bound, chance), body=text.body)


def locking_key(text: str, *, name: str) -> LockingKey:
    """Read a locking key from its file or setting.

    Args:
        text: 64 hexadecimal digits.
        name: where it came from, for messages.

    Raises:
        KeyLengthError: it is none.
    """
    try:
        secret = bytes.fromhex(text.strip())
    except ValueError:
        raise KeyLengthError(name, 0) from None
    if len(secret) != KEY_BYTES:
        raise KeyLengthError(name, len(secret))
    return LockingKey(secret)


def _key_for(text: LockedText, keys: tuple[LockingKey, ...]) -> LockingKey:
    for key in keys:
        if key.fingerprint == text.key:
            return key
    raise WrongKeyError(text.key, tuple(key.fingerprint for key in keys))


def _bound(what: str, place: TextPlace) -> bytes:
    return canonical_bytes(
        {
            "what": what,
            "matter": place.matter,
            "stream": place.stream,
            "key": place.key,
            "version": place.version,
        }
    )


def _encrypt(secret: bytes, text: bytes, bound: bytes, chance: Chance) -> bytes:
    nonce = chance(_NONCE_BYTES)
    return nonce + AESGCM(secret).encrypt(nonce, text, bound)


def _decrypt(secret: bytes, data: bytes, bound: bytes, place: TextPlace) -> bytes:
    try:
        return AESGCM(secret).decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        raise DamagedTextError(str(place)) from None
