"""A record's file, checked without the database: the chain, what each entry says, signatures, openings, letters."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from soordered.record.acts import PayloadErased, Recorded
from soordered.record.canonical import NotCanonicalError
from soordered.record.chain import first_link, link_after, link_of
from soordered.record.checkpoints import Checkpoint, is_genuine
from soordered.record.commitments import opens
from soordered.record.entry import Digest, Entry, MatterId
from soordered.record.event_from_payload import UnreadablePayloadError, event_from_payload
from soordered.record.export_file import papers_named
from soordered.record.lines_of_export import (
    CheckpointLine,
    EntryLine,
    HeadLine,
    KeyLine,
    Line,
    PaperLine,
    SignerLine,
    WithheldLine,
    lines_of_export,
)
from soordered.record.signatures import KeyFileError, fingerprint
from soordered.record.verification import Break, Erasure, Fault, Signed, Verification
from soordered.record.verify_letters import verify_letters, verify_signatures


@dataclass(slots=True)
class _Check:
    """What one check has found so far; lives for one check only."""

    matter: MatterId
    breaks: list[Break]
    shown: list[int] = field(default_factory=list)
    withheld: list[int] = field(default_factory=list)
    gone: list[EntryLine] = field(default_factory=list)
    acts: dict[int, Recorded] = field(default_factory=dict)
    links: dict[int, Digest] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)

    def broken(self, fault: Fault, what: str, *positions: int, line: int | None = None) -> None:
        self.breaks.append(Break(fault=fault, positions=positions, line=line, what=what))


def verify_export(
    data: bytes, *, keys: Sequence[bytes] = (), anchors: Sequence[Checkpoint] = (), name: str = "the file"
) -> Verification:
    """Check a record's file.

    Args:
        data: the file's bytes.
        keys: public keys in PEM that whoever verifies knows; a key that only the file brings proves nothing alone.
        anchors: checkpoints that were kept outside the file.
        name: the file's name, for messages.

    Raises:
        KeyFileError: a key given cannot be used.
    """
    lines, breaks = lines_of_export(data)
    head = lines[0] if lines and isinstance(lines[0], HeadLine) else None
    check = _Check(matter=head.matter if head else MatterId(""), breaks=list(breaks))
    if head is None:
        check.broken(Fault.UNREADABLE, f"{name} does not begin as the file of a record does.", line=1)
    _chain(check, lines)
    erased = _erasures(check)
    last = _last(check, head)
    _papers(check, lines)
    opened, letters, more = verify_letters(check.acts)
    check.breaks.extend(more)
    signatures = _signers(check, lines)
    signed = _signatures(check, lines, keys=keys, anchors=anchors)
    return Verification(
        matter=check.matter,
        audience=head.audience if head else None,
        entries=last,
        shown=tuple(check.shown),
        withheld=tuple(check.withheld),
        erased=erased,
        signed=signed,
        opened=opened,
        letters=letters,
        signatures=signatures,
        papers=sum(isinstance(line, PaperLine) for line in lines),
        breaks=tuple(check.breaks),
    )


def _chain(check: _Check, lines: Sequence[Line]) -> None:
    link, position = first_link(check.matter), 0
    for line in lines:
        match line:
            case EntryLine():
                header = line.entry.header
                _in_place(check, position, header.position, line.line)
                if header.matter != check.matter:
                    what = f"the entry is of the matter {header.matter!r}, the file of {check.matter!r}."
                    check.broken(Fault.CHAIN_BROKEN, what, header.position, line=line.line)
                if header.previous != link:
                    what = (
                        "the later entry does not follow the earlier: the header of one of them was changed."
                        if position
                        else "the entry does not begin the chain of this matter."
                    )
                    places = tuple(sorted({position, header.position} - {0}))
                    check.broken(Fault.CHAIN_BROKEN, what, *places, line=line.line)
                link, position = link_of(header), header.position
                _payload(check, line)
            case WithheldLine():
                _in_place(check, position, line.position, line.line)
                link, position = link_after(link, line.digest), line.position
                check.withheld.append(position)
            case HeadLine() if line is not lines[0]:
                check.broken(Fault.UNREADABLE, "a second head.")
                continue
            case _:
                continue
        check.links[position] = link


def _in_place(check: _Check, before: int, here: int, line: int) -> None:
    if here == before + 1:
        return
    if here > before + 1:
        missing = f"entry {before + 1}" if here == before + 2 else f"entries {before + 1} to {here - 1}"
        what = f"{missing} should stand here, and does not."
    else:
        what = f"entry {here} stands here, after entry {before}."
    check.broken(Fault.OUT_OF_ORDER, what, *sorted({before + 1, here}), line=line)


def _payload(check: _Check, line: EntryLine) -> None:
    entry, position = line.entry, line.entry.header.position
    if entry.payload is None or entry.salt is None:
        check.gone.append(line)
        return
    check.shown.append(position)
    if not opens(entry.header.commitment, salt=entry.salt, text=entry.payload):
        what = f"what the entry says ({entry.header.kind}) is not what was committed to when it was made."
        check.broken(Fault.PAYLOAD_CHANGED, what, position, line=line.line)
        return
    try:
        check.acts[position] = event_from_payload(entry.payload, kind=entry.header.kind, version=entry.header.version)
    except (UnreadablePayloadError, NotCanonicalError) as error:
        check.broken(Fault.PAYLOAD_UNREADABLE, error.got, position, line=line.line)
    for paper in papers_named(entry):
        check.named.setdefault(paper, position)


def _erasures(check: _Check) -> tuple[Erasure, ...]:
    acts = {act.position: (by, act) for by, act in check.acts.items() if isinstance(act, PayloadErased)}
    found = []
    for line in check.gone:
        position = line.entry.header.position
        by, act = acts.get(position, (0, None))
        if act is None or by <= position:
            what = f"what the entry said ({line.entry.header.kind}) is gone, and no recorded act erased it."
            check.broken(Fault.PAYLOAD_MISSING, what, position, line=line.line)
            continue
        found.append(
            Erasure(position=position, kind=line.entry.header.kind, by=by, on=act.on, why=act.why or act.source)
        )
    return tuple(found)


def _last(check: _Check, head: HeadLine | None) -> int:
    last = max(check.links, default=0)
    if head is None:
        return last
    if last != head.entries:
        what = f"the file ends at entry {last}; its head says {head.entries}."
        check.broken(Fault.CUT_OFF, what, *sorted({last + 1, head.entries} - {0}))
    elif head.last != check.links.get(last, b"").hex() and not any(
        item.fault in (Fault.CHAIN_BROKEN, Fault.OUT_OF_ORDER) for item in check.breaks
    ):
        what = "the chain does not end where the file's head says it does: the last header or the head was changed."
        check.broken(Fault.CHAIN_BROKEN, what, last)
    if head.audience is None and check.withheld:
        what = "the file says that it is the whole record, and withholds entries."
        check.broken(Fault.PAYLOAD_MISSING, what, *check.withheld)
    return last


def _papers(check: _Check, lines: Sequence[Line]) -> None:
    held = set()
    for line in lines:
        if not isinstance(line, PaperLine):
            continue
        held.add(line.sha256)
        if hashlib.sha256(line.data).hexdigest() != line.sha256:
            place = (check.named[line.sha256],) if line.sha256 in check.named else ()
            what = f"the kept paper {line.sha256[:16]} has other bytes than were recorded."
            check.broken(Fault.PAPER_CHANGED, what, *place, line=line.line)
    for paper, position in check.named.items():
        if paper not in held:
            what = f"the paper {paper[:16]} that the entry names is not in the file."
            check.broken(Fault.PAPER_MISSING, what, position)


def _signers(check: _Check, lines: Sequence[Line]) -> int:
    signers = {line.person: line.public for line in lines if isinstance(line, SignerLine)}
    headers = {line.entry.header.position: line.entry.header for line in lines if isinstance(line, EntryLine)}
    try:
        checked, breaks = verify_signatures(check.acts, headers, signers)
    except KeyFileError as error:
        check.broken(Fault.UNREADABLE, error.got)
        return 0
    check.breaks.extend(breaks)
    return checked


def _signatures(
    check: _Check, lines: Sequence[Line], *, keys: Sequence[bytes], anchors: Sequence[Checkpoint]
) -> tuple[Signed, ...]:
    known = {fingerprint(key, name="the key given"): key for key in keys}
    brought: dict[str, bytes] = {}
    for line in lines:
        if isinstance(line, KeyLine):
            try:
                brought[fingerprint(line.public, name="a key in the file")] = line.public
            except KeyFileError as error:
                check.broken(Fault.UNREADABLE, error.got, line=line.line)
    found: list[Signed] = []
    for line in lines:
        if isinstance(line, CheckpointLine):
            mark = _signed(check, line.checkpoint, known=known, brought=brought, line=line.line)
            found.extend([mark] if mark else [])
    for anchor in anchors:
        mark = _signed(check, anchor, known=known, brought=brought, line=None)
        found.extend([mark] if mark else [])
    return tuple(found)


def _signed(
    check: _Check,
    checkpoint: Checkpoint,
    *,
    known: Mapping[str, bytes],
    brought: Mapping[str, bytes],
    line: int | None,
) -> Signed | None:
    where = "the checkpoint kept outside" if line is None else "the checkpoint"
    position = checkpoint.position
    public = known.get(checkpoint.key) or brought.get(checkpoint.key)
    if public is None:
        what = f"{where} is signed with the key {checkpoint.key[:16]}, which nobody gave."
        check.broken(Fault.SIGNATURE_WRONG, what, position, line=line)
        return None
    if not is_genuine(checkpoint, public, name="the key"):
        what = f"{where} does not bear the signature of the key {checkpoint.key[:16]}."
        check.broken(Fault.SIGNATURE_WRONG, what, position, line=line)
        return None
    if checkpoint.matter != check.matter:
        what = f"{where} is of the matter {checkpoint.matter!r}."
        check.broken(Fault.CHECKPOINT_WRONG, what, position, line=line)
        return None
    link = check.links.get(position)
    if link is None:
        what = f"{where} covers entry {position}, and the file does not reach it: its end was cut off."
        check.broken(Fault.CUT_OFF, what, position, line=line)
        return None
    if link != checkpoint.link:
        what = f"{where} was signed over another chain: something up to entry {position} was changed since."
        check.broken(Fault.CHECKPOINT_WRONG, what, *range(1, position + 1), line=line)
        return None
    return Signed(
        position=position,
        made_at=checkpoint.made_at,
        key=checkpoint.key,
        known=checkpoint.key in known,
        outside=line is None,
    )


def entries_of_export(
    data: bytes,
) -> tuple[MatterId, tuple[Entry, ...], dict[str, bytes], tuple[Checkpoint, ...], tuple[bytes, ...]]:
    """Return what a whole record's file holds, to be put into another store; verify it first.

    Args:
        data: the file's bytes.

    Returns:
        the matter, its entries, the kept files by digest, the checkpoints, and the public keys.
    """
    lines, _ = lines_of_export(data)
    head = next((line for line in lines if isinstance(line, HeadLine)), None)
    return (
        head.matter if head else MatterId(""),
        tuple(line.entry for line in lines if isinstance(line, EntryLine)),
        {line.sha256: line.data for line in lines if isinstance(line, PaperLine)},
        tuple(line.checkpoint for line in lines if isinstance(line, CheckpointLine)),
        tuple(line.public for line in lines if isinstance(line, KeyLine)),
    )
