"""What checking a record's file found: values, for every face to show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from soordered.record.entry import MatterId


class Fault(StrEnum):
    """Kinds of what can be wrong with a record's file."""

    UNREADABLE = "unreadable"  # a line that is no line of such a file
    CUT_OFF = "cut_off"  # lines at the end are missing
    OUT_OF_ORDER = "out_of_order"  # an entry is missing, doubled or in another place
    CHAIN_BROKEN = "chain_broken"  # an entry does not follow the one before it
    PAYLOAD_CHANGED = "payload_changed"  # what an entry says is not what was committed to
    PAYLOAD_MISSING = "payload_missing"  # it is gone, and no recorded act says so
    PAYLOAD_UNREADABLE = "payload_unreadable"  # it is what was committed to, and not what its kind says
    CHECKPOINT_WRONG = "checkpoint_wrong"  # a signed end of the chain is another than the chain's
    SIGNATURE_WRONG = "signature_wrong"  # a signature is not of the key it names
    OPENING_WRONG = "opening_wrong"  # an opened text is not the one that was bound
    LETTER_CHANGED = "letter_changed"  # a letter's text is not the one that was signed
    PAPER_CHANGED = "paper_changed"  # a kept file has other bytes than were recorded
    PAPER_MISSING = "paper_missing"  # a kept file that an entry names is not there


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One place where a record does not hold.

    Args:
        fault: what kind.
        positions: the entries concerned, in order; empty when it is about the file.
        line: of the file, from 1; ``None`` when it is about no single line.
        what: in one sentence.
    """

    fault: Fault
    positions: tuple[int, ...] = ()
    line: int | None = None
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"

    @property
    def where(self) -> str:
        """The place, for a reader."""
        place = ""
        if self.positions:
            first, last = self.positions[0], self.positions[-1]
            place = f"entry {first}" if first == last else f"entries {first} to {last}"
        line = "" if self.line is None else f"line {self.line}"
        return ", ".join(part for part in (place, line) if part) or "the whole file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What an entry said was erased, by a recorded act.

    Args:
        position: of the entry.
        kind: the code of the event it was.
        by: position of the act that erased it.
        on: the day of that act.
        why: its ground, in words.
    """

    position: int
    kind: str
    by: int
    on: dt.date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A checkpoint that holds.

    Args:
        position: the last entry it covers.
        made_at: when it was signed.
        key: fingerprint of the signing key.
        known: whether that key was given by whoever verifies, and not by the file alone.
        outside: whether the checkpoint itself was kept outside the file.
    """

    position: int
    made_at: dt.datetime
    key: str
    known: bool
    outside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What checking a record's file found.

    Args:
        matter: the matter, as the file names it.
        audience: for whom it was made; ``None`` for the whole record.
        entries: how many entries the file holds, shown or not.
        shown: positions of those whose payload was checked.
        withheld: positions of those that are not for these readers.
        erased: those whose payload was erased by a recorded act.
        signed: the checkpoints that hold.
        opened: how many texts of an agreed exchange were checked against what was bound.
        letters: how many letters' texts were checked against what was signed.
        signatures: how many signatures under letters were checked with the keys that the file brings.
        papers: how many kept files were checked against their digests.
        breaks: what is wrong; empty when all holds.
    """

    matter: MatterId
    audience: tuple[str, ...] | None
    entries: int
    shown: tuple[int, ...]
    withheld: tuple[int, ...]
    erased: tuple[Erasure, ...]
    signed: tuple[Signed, ...]
    opened: int
    letters: int
    signatures: int
    papers: int
    breaks: tuple[Break, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.breaks

    @property
    def signed_to(self) -> int:
        """The last entry that a checkpoint by a known key covers, 0 for none."""
        return max((mark.position for mark in self.signed if mark.known), default=0)

    @property
    def anchored_to(self) -> int:
        """The last entry that a checkpoint kept outside the file covers, 0 for none."""
        return max((mark.position for mark in self.signed if mark.outside and mark.known), default=0)
