"""What a private text may hold: any words that everybody can read back to the byte."""

from __future__ import annotations

from soordered.record.canonical import canonical_bytes


def check_words(text: str) -> None:
    """Refuse a text that is no valid Unicode, for it could be neither bound nor signed.

    Args:
        text: the words.

    Raises:
        CanonicalFormError: a lone surrogate stands in it.
    """
    canonical_bytes({"text": text})
