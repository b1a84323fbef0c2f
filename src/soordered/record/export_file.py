"""The file that a matter's record leaves in: lines of canonical JSON, the same bytes for the same record.

1. the head: format, matter, for whom, how many entries, the last link;
2. one line for each entry, in order: its header with payload and salt; or its header alone, when what it said was
   erased; or its position and digest alone, when it is not for these readers;
3. the kept papers that the entries shown name, the checkpoints with the public keys that check them, and the public
   keys of those who signed a letter;
4. the end: the digest of every byte before it.

``docs/reference/record-file.md`` describes each line.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from soordered.disputes.events_paper import RulebookAdopted
from soordered.provenance.problems import SoOrderedError
from soordered.record.acts import OrderHeld, PaperKept, PayloadErased, Recorded
from soordered.record.audiences import Audience, audience_changes, may_read
from soordered.record.canonical import CanonicalFormError, NotCanonicalError, canonical_bytes, object_from_json
from soordered.record.chain import first_link, header_digest, header_fields, link_after
from soordered.record.checkpoints import Checkpoint, checkpoint_fields
from soordered.record.entry import Digest, Entry, MatterId
from soordered.record.event_from_payload import UnreadablePayloadError, event_from_payload

EXPORT_FORMAT = "soordered-record/1"
_DIGEST_DIGITS = 64


class EmptyRecordError(SoOrderedError):
    """A matter of which nothing is recorded, or nothing for these readers.

    Args:
        matter: the matter.
    """

    def __init__(self, matter: MatterId) -> None:
        super().__init__(f"There is no record of {matter!r}. Look the matter's id up with `soordered export --list`.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What is written into the file.

    Args:
        matter: the matter.
        entries: all of them, in order.
        audience: for whom; ``None`` for the whole record.
        hidden: positions of entries whose words are withheld from that audience besides.
        checkpoints: in order of position.
        keys: public keys in PEM that check them.
        signers: public keys in PEM of the people who signed letters, by the person's id.
        papers: the kept files, by the SHA-256 of their bytes in hexadecimal.
    """

    matter: MatterId
    entries: Sequence[Entry]
    audience: Audience | None = None
    hidden: frozenset[int] = frozenset()
    checkpoints: Sequence[Checkpoint] = ()
    keys: Sequence[bytes] = ()
    signers: Mapping[str, bytes] = field(default_factory=dict)
    papers: Mapping[str, bytes]


def export_bytes(export: Export) -> bytes:
    """Write the file.

    Args:
        export: what goes into it.

    Raises:
        EmptyRecordError: the matter has no entries.
    """
    if not export.entries:
        raise EmptyRecordError(export.matter)
    shown = _shown(export)
    link = first_link(export.matter)
    lines: list[Mapping[str, object]] = []
    named: dict[str, None] = {}
    for entry in export.entries:
        digest = header_digest(entry.header)
        link = link_after(link, digest)
        if entry.header.position in shown:
            lines.append(_entry_line(entry))
            named.update(dict.fromkeys(papers_named(entry)))
        else:
            lines.append({"withheld": entry.header.position, "digest": digest.hex()})
    lines.extend(
        {"paper": {"sha256": name, "size": len(data)}, "base64": base64.b64encode(data).decode()}
        for name in sorted(named)
        if (data := export.papers.get(name)) is not None
    )
    lines.extend({"checkpoint": checkpoint_fields(checkpoint)} for checkpoint in export.checkpoints)
    lines.extend({"key": key.decode()} for key in export.keys)
    lines.extend({"signer": person, "key": export.signers[person].decode()} for person in sorted(export.signers))
    head = {
        "format": EXPORT_FORMAT,
        "matter": export.matter,
        "audience": None if export.audience is None else sorted(export.audience),
        "entries": len(export.entries),
        "last": link.hex(),
    }
    return with_end(b"".join(canonical_bytes(line) + b"\n" for line in [head, *lines]))


def with_end(body: bytes) -> bytes:
    """Return the lines of a file with its last one, which is the digest of them."""
    return body + canonical_bytes({"end": hashlib.sha256(body).hexdigest()}) + b"\n"


def papers_named(entry: Entry) -> tuple[str, ...]:
    """Return the digests of the kept files that an entry names.

    Args:
        entry: an entry; an erased or unreadable one names none.
    """
    act = _act_of(entry)
    match act:
        case PaperKept():
            named: Iterable[str] = (act.sha256,)
        case OrderHeld():
            named = (act.file_sha256, act.rules_sha256, act.text_sha256)
        case RulebookAdopted() if len(act.rulebook) == _DIGEST_DIGITS:
            named = (act.rulebook,)
        case _:
            named = ()
    return tuple(name for name in named if name)


def _shown(export: Export) -> frozenset[int]:
    """Return the positions that these readers are shown; an erased entry, only with the act that erased it."""
    every = frozenset(entry.header.position for entry in export.entries)
    if export.audience is None:
        return every
    changes = audience_changes(export.entries)
    readable = {entry.header.position for entry in export.entries if may_read(entry, export.audience, changes)}
    readable -= export.hidden
    erased_by = {
        act.position: entry.header.position
        for entry in export.entries
        if entry.header.position in readable and isinstance(act := _act_of(entry), PayloadErased)
    }
    erased = {entry.header.position for entry in export.entries if entry.payload is None}
    return frozenset(position for position in readable if position not in erased or position in erased_by)


def _act_of(entry: Entry) -> Recorded | None:
    if entry.payload is None:
        return None
    try:
        return event_from_payload(entry.payload, kind=entry.header.kind, version=entry.header.version)
    except (UnreadablePayloadError, NotCanonicalError):
        return None  # the file is written as the record stands; verify says what is wrong with it


def _entry_line(entry: Entry) -> Mapping[str, object]:
    header = {**header_fields(entry.header), "previous": entry.header.previous.hex()}
    if entry.payload is None or entry.salt is None:
        return {"entry": header}
    salt = entry.salt.hex()
    try:
        payload = object_from_json(entry.payload, where="payload")
        if canonical_bytes(payload) == entry.payload:
            return {"entry": header, "payload": payload, "salt": salt}
    except (NotCanonicalError, CanonicalFormError):
        pass  # damaged where it is kept: written as it stands, for verify to say so
    return {"entry": header, "damaged": base64.b64encode(entry.payload).decode(), "salt": salt}


def last_link(matter: MatterId, entries: Iterable[Entry]) -> Digest:
    """Return the link at which a chain ends, worked out from its headers."""
    link = first_link(matter)
    for entry in entries:
        link = link_after(link, header_digest(entry.header))
    return link
