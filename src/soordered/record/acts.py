"""What is recorded beside the events of the dispute: the caption, the orders' texts, and what is done with the record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.disputes.events import KINDS, MatterEvent
from soordered.rules.timing import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAct:
    """An act of keeping the record.

    Args:
        id: unique in the matter.
        on: the day it was done, in the court's zone.
        by: who did it: the id of a person, a side, or ``"court"``.
        source: what it rests on (an order, an agreement), in words.
    """

    id: str
    on: dt.date
    by: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterOpened(RecordAct):
    """The matter was opened under its caption; a later one puts the caption right.

    Args:
        title: the short caption.
        court: CM/ECF id.
        number: the case number, as captioned.
        district_judge: the judge assigned.
        district_initials: that judge's initials.
        magistrate_judge: the judge to whom discovery is referred.
        magistrate_initials: that judge's initials.
        caption_source: where number and names come from.
        as_of: the day a case file asked to be run for, if it came from one that did.
    """

    title: str
    court: str
    number: str = ""
    district_judge: str = ""
    district_initials: str = ""
    magistrate_judge: str = ""
    magistrate_initials: str = ""
    caption_source: str = ""
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHeld:
    """How notice of an order was given.

    Args:
        on: the day.
        how: by which way.
        to: ids of those who had it; empty for all.
    """

    on: dt.date
    how: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderHeld(RecordAct):
    """An order with where its rules come from was put on the record; a later one of the same order replaces it.

    Args:
        order: its id in this matter.
        rulebook: id of a shipped rulebook, or empty.
        file: name of the file with the order's text, or empty.
        file_sha256: digest of that file, which is kept with the record.
        rules: name of the rulebook in TOML, or empty.
        rules_sha256: digest of that file.
        text: name of the file with the text beside a shipped rulebook, or empty.
        text_sha256: digest of that file.
        made: its date; ``None`` for the date the rulebook holds.
        entered: when it was entered on the docket.
        served: when it was served.
        service: how it was served.
        motion: id of the motion it gives one-time directions about.
        notices: how notice of it was given.
        superseded_on: the day it ceased to bind.
        superseded_by: id of the order in its place.
        supersedes: id of the order it displaces.
    """

    order: str
    rulebook: str = ""
    file: str = ""
    file_sha256: str = ""
    rules: str = ""
    rules_sha256: str = ""
    text: str = ""
    text_sha256: str = ""
    made: dt.date | None = None
    entered: dt.date | None = None
    served: dt.date | None = None
    service: str = ""
    motion: str = ""
    notices: tuple[NoticeHeld, ...] = ()
    superseded_on: dt.date | None = None
    superseded_by: str = ""
    supersedes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingHeld(RecordAct):
    """When motions are heard was put on the record, where the order's text does not say.

    Args:
        weekdays: on which days.
        clock: at what hour.
        courtroom: where.
        sitting_source: what it rests on.
    """

    weekdays: tuple[Weekday, ...]
    clock: dt.time | None = None
    courtroom: str = ""
    sitting_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadErased(RecordAct):
    """What an entry said was destroyed; its header and commitment stay, and the chain with them.

    Args:
        position: of the entry.
        why: in words (clawback and destruction, retention, an order to destroy).
    """

    position: int
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceChanged(RecordAct):
    """Who may read an entry was changed: fewer for a sequestration, more for a disclosure.

    Args:
        position: of the entry.
        visible_to: who may read it from here on: sides and ids of parties, sorted; empty for nobody.
        why: in words.
    """

    position: int
    visible_to: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldPlaced(RecordAct):
    """A litigation hold: nothing of this matter is erased until it is lifted, but by order.

    Args:
        why: in words.
    """

    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLifted(RecordAct):
    """A litigation hold was lifted.

    Args:
        hold: id of the hold.
        why: in words.
    """

    hold: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKept(RecordAct):
    """A file was put beside the record: a letter as signed, an exhibit, a docketed copy.

    Args:
        name: the file's name.
        sha256: digest of its bytes, in hexadecimal.
        size: its length in bytes.
        what: what it is, in words.
    """

    name: str
    sha256: str
    size: int
    what: str = ""


AnyRecordAct = (
    MatterOpened | OrderHeld | SittingHeld | PayloadErased | AudienceChanged | HoldPlaced | HoldLifted | PaperKept
)
Recorded = MatterEvent | AnyRecordAct

RECORD_KINDS: dict[str, type[AnyRecordAct]] = {
    "matter_opened": MatterOpened,
    "order_held": OrderHeld,
    "sitting_held": SittingHeld,
    "payload_erased": PayloadErased,
    "audience_changed": AudienceChanged,
    "hold_placed": HoldPlaced,
    "hold_lifted": HoldLifted,
    "paper_kept": PaperKept,
}
ALL_KINDS: dict[str, type[Recorded]] = {**KINDS, **RECORD_KINDS}
_CODES: dict[type[Recorded], str] = {cls: code for code, cls in ALL_KINDS.items()}


def code_of(recorded: Recorded) -> str:
    """Return the code of an event or of an act of keeping the record, e.g. ``"payload_erased"``."""
    return _CODES[type(recorded)]
