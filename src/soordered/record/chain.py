"""The chain of a matter: what each link covers, and how one entry follows another.

A link is SHA-256 over the link before it and the digest of the entry's header. Because the digest stands between,
a file may leave a header out and hold its digest alone: the chain can still be followed from end to end, and who reads
it learns that something stands there and nothing else, since the commitment in every header cannot be guessed.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from soordered.record.canonical import canonical_bytes
from soordered.record.entry import Digest, Header, MatterId

_HEADER = b"soordered header 1\n"
_LINK = b"soordered link 1\n"
_MATTER = b"soordered matter 1\n"


def first_link(matter: MatterId) -> Digest:
    """Return what the first entry of a matter follows, so that no chain can pass for another's."""
    return Digest(hashlib.sha256(_MATTER + matter.encode()).digest())


def header_digest(header: Header) -> Digest:
    """Return the digest of a header: everything it says but the link before it."""
    return Digest(hashlib.sha256(_HEADER + canonical_bytes(header_fields(header))).digest())


def link_after(previous: Digest, digest: Digest) -> Digest:
    """Return the link that follows another.

    Args:
        previous: the link before.
        digest: the digest of the header that is added.
    """
    return Digest(hashlib.sha256(_LINK + previous + digest).digest())


def link_of(header: Header) -> Digest:
    """Return the link that a header makes: over all it says, and all that came before it."""
    return link_after(header.previous, header_digest(header))


def header_fields(header: Header) -> dict[str, object]:
    """Return a header as JSON-ready fields, without the link before it."""
    return {
        "matter": header.matter,
        "position": header.position,
        "kind": header.kind,
        "version": header.version,
        "actor": header.actor,
        "role": header.role,
        "side": header.side,
        "recorded_at": moment_text(header.recorded_at),
        "visible_to": list(header.visible_to),
        "commitment": header.commitment.hex(),
    }


def moment_text(moment: dt.datetime) -> str:
    """Write a moment in UTC to the microsecond, e.g. ``"2007-11-09T23:20:00.000000Z"``."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def moment_from_text(text: str) -> dt.datetime:
    """Read what :func:`moment_text` writes.

    Raises:
        ValueError: another form.
    """
    moment = dt.datetime.fromisoformat(text)
    if moment.tzinfo is None or moment_text(moment) != text:
        msg = f"{text!r} is not written as 2007-11-09T23:20:00.000000Z"
        raise ValueError(msg)
    return moment
