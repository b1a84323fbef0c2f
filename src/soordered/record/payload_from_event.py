"""The payload of an event: what it says, in the one byte form that its commitment binds."""

from __future__ import annotations

from soordered.record.acts import Recorded
from soordered.record.canonical import canonical_bytes
from soordered.record.fields_of_kind import written


def payload_from_event(event: Recorded) -> bytes:
    """Write an event, or an act of keeping the record, as RFC 8785 JSON; its kind and version stand in the header.

    Args:
        event: what is recorded.

    Raises:
        CanonicalFormError: a text is no valid Unicode, or a number is too large to be read the same everywhere.
    """
    return canonical_bytes(written(event))
