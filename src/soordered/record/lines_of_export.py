"""The lines of a record's file, read one by one; what is no such line is set down as a break and passed over."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from soordered.record.canonical import (
    CanonicalFormError,
    JsonValue,
    NotCanonicalError,
    canonical_bytes,
    object_from_canonical,
)
from soordered.record.chain import moment_from_text
from soordered.record.checkpoints import Checkpoint, checkpoint_from_fields
from soordered.record.entry import Digest, Entry, Header, MatterId, Salt
from soordered.record.export_file import EXPORT_FORMAT
from soordered.record.verification import Break, Fault

_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """What the file says of itself."""

    matter: MatterId
    audience: tuple[str, ...] | None
    entries: int
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry that is shown."""

    entry: Entry
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldLine:
    """An entry of which the digest alone is there."""

    position: int
    digest: Digest
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A kept file."""

    sha256: str
    data: bytes
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointLine:
    """A signed end of the chain."""

    checkpoint: Checkpoint
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """A public key that the file brings."""

    public: bytes
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerLine:
    """The public key that the installation keeps for a person."""

    person: str
    public: bytes
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLine:
    """The digest of what stands before it."""

    sha256: str
    line: int


Line = HeadLine | EntryLine | WithheldLine | PaperLine | CheckpointLine | KeyLine | SignerLine | EndLine


def lines_of_export(data: bytes) -> tuple[tuple[Line, ...], tuple[Break, ...]]:
    """Read the lines of a file, and say which are none.

    Args:
        data: the file's bytes.

    Returns:
        the lines that could be read, in order, and what is wrong with the rest or with the end of the file.
    """
    lines: list[Line] = []
    breaks: list[Break] = []
    rows = data.split(b"\n")
    cut = rows.pop() != b""
    for number, row in enumerate(rows, 1):
        try:
            lines.append(_line(object_from_canonical(row, where=f"line {number}"), number))
        except (NotCanonicalError, CanonicalFormError, ValueError) as error:
            why = error.got if isinstance(error, NotCanonicalError) else f"line {number}: {error}."
            breaks.append(Break(fault=Fault.UNREADABLE, line=number, what=why))
    breaks.extend(_end_breaks(lines, rows, cut=cut))
    return tuple(lines), tuple(breaks)


def _end_breaks(lines: Sequence[Line], rows: Sequence[bytes], *, cut: bool) -> list[Break]:
    last = lines[-1] if lines else None
    if cut or not isinstance(last, EndLine) or last.line != len(rows):
        return [Break(fault=Fault.CUT_OFF, line=len(rows) + cut, what="the file's own last line is not there.")]
    ends = [line for line in lines if isinstance(line, EndLine)]
    body = b"".join(row + b"\n" for row in rows[:-1])
    if len(ends) > 1:
        return [Break(fault=Fault.UNREADABLE, line=ends[0].line, what="the file ends twice.")]
    if hashlib.sha256(body).hexdigest() != last.sha256:
        return [Break(fault=Fault.UNREADABLE, line=last.line, what="the file's bytes are others than its end says.")]
    return []


def _line(fields: dict[str, JsonValue], number: int) -> Line:
    match fields:
        case {
            "format": str(form),
            "matter": str(matter),
            "audience": audience,
            "entries": int(count),
            "last": str(last),
        }:
            if form != EXPORT_FORMAT:
                msg = f"the format is {form!r}; this program reads {EXPORT_FORMAT!r}"
                raise ValueError(msg)
            return HeadLine(matter=MatterId(matter), audience=_audience(audience), entries=count, last=last)
        case {"entry": dict(header), **rest}:
            return EntryLine(entry=_entry(header, rest), line=number)
        case {"withheld": int(position), "digest": str(digest), **rest} if not rest:
            return WithheldLine(position=position, digest=Digest(_hex(digest)), line=number)
        case {"paper": {"sha256": str(sha256), "size": int(size)}, "base64": str(text), **rest} if not rest:
            try:
                data = base64.b64decode(text, validate=True)
            except binascii.Error:
                data = b""
            if len(data) != size:
                msg = f"the paper {sha256[:16]} has {len(data)} bytes, not {size}"
                raise ValueError(msg)
            return PaperLine(sha256=sha256, data=data, line=number)
        case {"checkpoint": dict(checkpoint), **rest} if not rest:
            return CheckpointLine(checkpoint=checkpoint_from_fields(checkpoint), line=number)
        case {"signer": str(person), "key": str(key), **rest} if not rest:
            return SignerLine(person=person, public=key.encode(), line=number)
        case {"key": str(key), **rest} if not rest:
            return KeyLine(public=key.encode(), line=number)
        case {"end": str(sha256), **rest} if not rest:
            return EndLine(sha256=sha256, line=number)
        case _:
            msg = f"a line with {', '.join(sorted(fields)) or 'nothing'} is none of such a file"
            raise ValueError(msg)


def _audience(value: JsonValue) -> tuple[str, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        msg = "the audience is no list"
        raise ValueError(msg)  # noqa: TRY004  every line that is none is said in one way
    return tuple(_text(item) for item in value)


def _entry(header: dict[str, JsonValue], rest: dict[str, JsonValue]) -> Entry:
    read = _header(header)
    match rest:
        case {"payload": dict(payload), "salt": str(salt), **more} if not more:
            return Entry(header=read, payload=canonical_bytes(payload), salt=Salt(_hex(salt)))
        case {"damaged": str(damaged), "salt": str(salt), **more} if not more:
            return Entry(header=read, payload=base64.b64decode(damaged), salt=Salt(bytes.fromhex(salt)))
        case {}:
            if rest:
                msg = f"an entry with {', '.join(sorted(rest))} beside its header"
                raise ValueError(msg)
            return Entry(header=read, payload=None, salt=None)


def _header(fields: dict[str, JsonValue]) -> Header:
    match fields:
        case {
            "matter": str(matter),
            "position": int(position),
            "kind": str(kind),
            "version": int(version),
            "actor": str(actor),
            "role": str(role),
            "side": str(side),
            "recorded_at": str(recorded_at),
            "visible_to": list(visible_to),
            "previous": str(previous),
            "commitment": str(commitment),
            **rest,
        } if not rest:
            return Header(
                matter=MatterId(matter),
                position=position,
                kind=kind,
                version=version,
                actor=actor,
                role=role,
                side=side,
                recorded_at=moment_from_text(recorded_at),
                visible_to=tuple(_text(reader) for reader in visible_to),
                previous=Digest(_hex(previous)),
                commitment=Digest(_hex(commitment)),
            )
        case _:
            msg = f"a header with {', '.join(sorted(fields)) or 'nothing'}"
            raise ValueError(msg)


def _text(value: JsonValue) -> str:
    if not isinstance(value, str):
        msg = f"{value!r} is no text"
        raise ValueError(msg)  # noqa: TRY004  every line that is none is said in one way
    return value


def _hex(text: str, size: int = _DIGEST_BYTES) -> bytes:
    data = bytes.fromhex(text)
    if len(data) != size or data.hex() != text:
        msg = f"{text[:20]!r} is no digest of {size} bytes"
        raise ValueError(msg)
    return data
