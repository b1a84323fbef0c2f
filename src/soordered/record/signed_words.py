"""What a signature under a letter is made over: the matter, the dispute and the digest of the text, and nothing else."""

from __future__ import annotations

from soordered.record.canonical import canonical_bytes
from soordered.record.entry import MatterId


def signed_words(matter: MatterId, dispute: str, digest: str) -> bytes:
    """Return the bytes that are signed, so that a signature can be moved to no other letter.

    Args:
        matter: the matter.
        dispute: id of the dispute.
        digest: SHA-256 of the canonical text.
    """
    return canonical_bytes({"digest": digest, "dispute": dispute, "matter": matter, "what": "joint letter"})
