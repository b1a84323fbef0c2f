"""An event read back from its payload, whichever version of its kind wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from soordered.provenance.problems import BadInputError
from soordered.record.acts import ALL_KINDS, Recorded
from soordered.record.canonical import JsonValue, object_from_json
from soordered.record.fields_of_kind import UnreadableFieldError, read_as

Fields = dict[str, JsonValue]
Upcaster = Callable[[Fields], Fields]

VERSIONS: Mapping[str, int] = MappingProxyType({})
"""The current version of each kind whose fields were ever renamed, removed or given another meaning; 1 for the rest."""

UPCASTERS: Mapping[tuple[str, int], Upcaster] = MappingProxyType({})
"""By kind and version: from the fields of that version to those of the next."""


class UnreadablePayloadError(BadInputError):
    """A payload that is not what its header says.

    Args:
        kind: the kind its header names.
        version: the version its header names.
        why: what is wrong.
    """

    def __init__(self, kind: str, version: int, why: str) -> None:
        super().__init__(
            f"An entry of kind {kind!r}, version {version}, cannot be read: {why}.",
            expected="the fields of that kind and version, as docs/reference/events.md lists them.",
            remedy="If a newer So Ordered wrote it, read it with that one; else verify the file it comes from.",
        )


def version_of(kind: str) -> int:
    """Return the version in which a kind is written today."""
    return VERSIONS.get(kind, 1)


def event_from_payload(
    payload: bytes,
    *,
    kind: str,
    version: int,
    upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
    versions: Mapping[str, int] = VERSIONS,
) -> Recorded:
    """Read an event from its payload; an older version is brought up to today's, step by step.

    Args:
        payload: RFC 8785 JSON of the event's fields.
        kind: as the header says.
        version: as the header says.
        upcasters: the steps from each older version.
        versions: the versions written today.

    Raises:
        UnreadablePayloadError: an unknown kind, a version from the future, or fields that the kind does not have.
    """
    cls = ALL_KINDS.get(kind)
    if cls is None:
        raise UnreadablePayloadError(kind, version, "there is no such kind")
    given = object_from_json(payload, where=f"the payload of an entry of kind {kind!r}")
    today = versions.get(kind, 1)
    if not 1 <= version <= today:
        raise UnreadablePayloadError(kind, version, f"this program knows versions 1 to {today}")
    for step in range(version, today):
        given = upcasters[kind, step](given)
    try:
        return read_as(cls, given)
    except UnreadableFieldError as error:
        raise UnreadablePayloadError(kind, version, str(error)) from None
