"""Salted commitments: a text is bound now and shown later, or never.

A commitment says nothing about its text to those who do not hold the salt, however short the text is; with text and
salt in hand anybody can check that it is the text that was bound.
"""

from __future__ import annotations

import hashlib
import hmac

from soordered.record.entry import SALT_BYTES, Digest, Salt


def commitment(salt: Salt, text: bytes) -> Digest:
    """Bind a text: HMAC-SHA256 of it under a salt of 32 random bytes.

    Args:
        salt: fresh for each text, and kept with it.
        text: the bytes bound.

    Raises:
        ValueError: the salt is of another length; a short one could be guessed.
    """
    if len(salt) != SALT_BYTES:
        msg = f"a salt is {SALT_BYTES} random bytes; got {len(salt)}"
        raise ValueError(msg)
    return Digest(hmac.digest(salt, text, hashlib.sha256))


def opens(bound: Digest, *, salt: Salt, text: bytes) -> bool:
    """Say whether a text and its salt are what a commitment bound.

    Args:
        bound: the commitment.
        salt: the salt said to belong to it.
        text: the text said to have been bound.
    """
    return len(salt) == SALT_BYTES and hmac.compare_digest(commitment(salt, text), bound)
