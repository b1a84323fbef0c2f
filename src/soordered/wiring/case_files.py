"""A case file into a matter's record, and a matter's record back into a case file."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from django.db import transaction

from soordered.casework.audience_of_act import audience_of
from soordered.casework.caller import PersonId, Role
from soordered.casework.case_of_record import adoption_for, head_of
from soordered.casework.orders_in_case import events_of_orders, orders_in_case
from soordered.casework.ports import LoadedMatter, NewEntry
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import EffortMade, EffortShared
from soordered.disputes.events_paper import RulebookAdopted, RulebookCountersigned
from soordered.disputes.events_reference import OrderAdopted, OrderNoticed, OrderSuperseded
from soordered.disputes.evolve import fold
from soordered.disputes.names import Side, Visibility
from soordered.disputes.state import Matter, OrderState
from soordered.intake.text_from_file import MOST_BYTES
from soordered.record.acts import MatterOpened, NoticeHeld, OrderHeld, Recorded, SittingHeld
from soordered.record.entry import MatterId
from soordered.record.export_file import EmptyRecordError
from soordered.rulefiles.case_file import CaseFile, CaseHead, Notice, OrderEntry, Sitting
from soordered.rulefiles.case_from_toml import FIRST_SUPPORTED
from soordered.rulefiles.toml_from_case import toml_from_case
from soordered.store.event_log import StoredEventLog
from soordered.store.rulebooks import StoredRulebooks
from soordered.store.stored_record import MatterTakenError, keep_file, kept_file
from soordered.wiring.case import Case
from soordered.wiring.database import OpenDatabase, random_salt
from soordered.wiring.verified_file import read_bytes

_ACTOR = PersonId("import")
_FILES = ("file", "rules", "text")
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedCase:
    """What came of a case file.

    Args:
        matter: the id of the matter it made.
        entries: how many entries its record holds.
        adopted: the orders whose rulebook was adopted for the side that imported it.
    """

    matter: MatterId
    entries: int
    adopted: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWritten:
    """A matter as a case file, with the files that its orders need.

    Args:
        text: the case file.
        files: the orders' files, by the name that the case file gives them.
        left_out: orders of which no rulebook is held, by id.
    """

    text: str
    files: Mapping[str, bytes]
    left_out: tuple[str, ...]


def import_case(
    path: Path, *, database: OpenDatabase, now: dt.datetime, matter: str = "", side: Side | None = None
) -> ImportedCase:
    """Make a matter of a case file, whole or not at all.

    Args:
        path: the case file.
        database: where it is to be kept.
        now: the present moment.
        matter: the matter's id; made from the title if none.
        side: the side whose view the orders' rulebooks are to be; without it none is adopted yet.

    Raises:
        BadInputError: the case cannot be run; the message names file, line and remedy.
        MatterTakenError: a matter of that id is here.
    """
    case = Case.load(path)
    using = database.using
    log = StoredEventLog(random_salt, using=using)
    taken = MatterId(matter) if matter else matter_id(case.file.head.title)
    with transaction.atomic(using=using):
        if log.load(taken).version:
            raise MatterTakenError(taken)
        acts: list[Recorded] = [_opened(case.file, now.date())]
        acts += [_order_held(order, path.parent, on=now.date(), using=using) for order in case.file.orders]
        if case.file.sitting is not None:
            acts.append(_sitting_held(case.file.sitting, now.date()))
        acts += [event for event in case.file.events if event.on == FIRST_SUPPORTED]
        acts += events_of_orders(orders_in_case(case.file, case.books))
        adopted = _adoptions(case, now.date(), side, using=using)
        acts += adopted
        acts += [event for event in case.file.events if event.on != FIRST_SUPPORTED]
        version = log.append(taken, 0, _entries(acts, now))
    return ImportedCase(matter=taken, entries=version, adopted=tuple(event.about for event in adopted))


def matter_id(title: str) -> MatterId:
    """Return an id for a matter from its short caption, e.g. ``"alder-media-v-birch"``."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return MatterId(re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-") or "matter")


def case_of_matter(matter: MatterId, *, database: OpenDatabase, side: Side | None = None) -> CaseWritten:
    """Write a matter back as a case file.

    Args:
        matter: the matter.
        database: where it is kept.
        side: whose rulebooks to write where both sides hold their own; those that hold for all without.

    Raises:
        EmptyRecordError: there is no such matter.
    """
    using = database.using
    loaded = StoredEventLog(random_salt, using=using).load(matter)
    if not loaded.version:
        raise EmptyRecordError(matter)
    acts = [entry.act for entry in loaded.entries if entry.act is not None]
    held = {act.order: act for act in acts if isinstance(act, OrderHeld)}
    files: dict[str, bytes] = {}
    orders = [_entry_of_held(act, files, using=using) for act in held.values()]
    left_out = []
    for order in loaded.state.orders.values():
        if order.id in held:
            continue
        entry = _entry_of_adopted(order, loaded.state, files, side=side, using=using)
        if entry is None:
            left_out.append(order.id)
        else:
            orders.append(entry)
    case = CaseFile(
        name=matter,
        head=_head(loaded),
        orders=tuple(orders),
        events=tuple(_told(loaded, {order.id for order in orders}, set(held))),
        sitting=_sitting([act for act in acts if isinstance(act, SittingHeld)]),
        as_of=next((act.as_of for act in reversed(acts) if isinstance(act, MatterOpened)), None),
    )
    return CaseWritten(text=toml_from_case(case), files=files, left_out=tuple(left_out))


# --- from a case file


def _opened(case: CaseFile, on: dt.date) -> MatterOpened:
    head = case.head
    return MatterOpened(
        id="matter",
        on=on,
        title=head.title,
        court=head.court,
        number=head.number,
        district_judge=head.district_judge,
        district_initials=head.district_initials,
        magistrate_judge=head.magistrate_judge,
        magistrate_initials=head.magistrate_initials,
        caption_source=head.source,
        as_of=case.as_of,
    )


def _order_held(order: OrderEntry, folder: Path, *, on: dt.date, using: str) -> OrderHeld:
    digests = {
        kind: keep_file(read_bytes(folder / name, expected="an order's file", most=MOST_BYTES), using=using)
        for kind in _FILES
        if (name := str(getattr(order, kind)))
    }
    return OrderHeld(
        id=f"held:{order.id}",
        on=on,
        order=order.id,
        rulebook=order.rulebook,
        file=Path(order.file).name,
        file_sha256=digests.get("file", ""),
        rules=Path(order.rules).name,
        rules_sha256=digests.get("rules", ""),
        text=Path(order.text).name,
        text_sha256=digests.get("text", ""),
        made=order.made,
        entered=order.entered,
        served=order.served,
        service=order.service,
        motion=order.motion,
        notices=tuple(NoticeHeld(on=notice.on, how=notice.how, to=notice.to) for notice in order.notices),
        superseded_on=order.superseded_on,
        superseded_by=order.superseded_by,
        supersedes=order.supersedes,
    )


def _sitting_held(sitting: Sitting, on: dt.date) -> SittingHeld:
    return SittingHeld(
        id="sitting",
        on=on,
        weekdays=sitting.weekdays,
        clock=sitting.clock,
        courtroom=sitting.courtroom,
        sitting_source=sitting.source,
    )


def _adoptions(case: Case, on: dt.date, side: Side | None, *, using: str) -> list[RulebookAdopted]:
    if side is None:
        return []
    shelf = StoredRulebooks(using=using)
    return [
        RulebookAdopted(
            id=f"rulebook:{order.id}", on=on, by=side.value, about=order.id, rulebook=shelf.put(case.books[order.id])
        )
        for order in case.file.orders
    ]


def _entries(acts: Sequence[Recorded], now: dt.datetime) -> list[NewEntry]:
    state = fold([act for act in acts if isinstance(act, MatterEvent)])
    shared = frozenset(act.effort for act in acts if isinstance(act, EffortShared))
    return [
        NewEntry(
            act=act,
            actor=_ACTOR,
            role=Role.ADMINISTRATOR,
            side=None,
            recorded_at=now,
            visible_to=_readers(act, state, shared),
        )
        for act in acts
    ]


def _readers(act: Recorded, state: Matter, shared: frozenset[str]) -> tuple[str, ...]:
    """Return who may read an entry; a private note of an effort stays with the side that made it."""
    if isinstance(act, EffortMade) and act.visibility is Visibility.PRIVATE and act.id not in shared:
        side = state.side_of(act.by)
        return () if side is None else (side.value,)
    return audience_of(act, state)


# --- back to a case file


def _head(loaded: LoadedMatter) -> CaseHead:
    head = head_of(loaded)
    return CaseHead(
        **{item.name: getattr(head, item.name) for item in fields(head) if item.name != "title"},
        title=head.title or str(loaded.matter),
    )


def _entry_of_held(act: OrderHeld, files: dict[str, bytes], *, using: str) -> OrderEntry:
    names = {
        kind: _file_of(act.order, getattr(act, kind), getattr(act, f"{kind}_sha256"), files, using=using)
        for kind in _FILES
    }
    return OrderEntry(
        id=act.order,
        rulebook=act.rulebook,
        file=names["file"],
        rules=names["rules"],
        text=names["text"],
        made=act.made,
        entered=act.entered,
        served=act.served,
        service=act.service,
        motion=act.motion,
        notices=tuple(Notice(on=notice.on, how=notice.how, to=notice.to) for notice in act.notices),
        superseded_on=act.superseded_on,
        superseded_by=act.superseded_by,
        supersedes=act.supersedes,
    )


def _file_of(order: str, name: str, digest: str, files: dict[str, bytes], *, using: str) -> str:
    """Add a kept file under a name of its own, and return the name; an erased one is named and not there."""
    if not name:
        return ""
    data = kept_file(digest, using=using)
    free = name if name not in files or files[name] == data else f"{matter_id(order)}-{name}"
    if data is not None:
        files[free] = data
    return free


def _entry_of_adopted(
    order: OrderState, state: Matter, files: dict[str, bytes], *, side: Side | None, using: str
) -> OrderEntry | None:
    adoption = adoption_for(order, state, side)
    data = None if adoption is None else kept_file(adoption.rulebook, using=using)
    adopted = order.adopted
    if data is None or adopted is None:
        return None
    name = f"{matter_id(order.id)}.toml"
    files[name] = data
    return OrderEntry(
        id=order.id,
        rules=name,
        made=state.on(adopted),
        entered=adopted.entered,
        served=adopted.served,
        service=adopted.service,
        motion=adopted.motion,
        notices=tuple(
            Notice(on=state.on(notice), how=notice.how, to=notice.to) for notice in state.standing(order.notices)
        ),
    )


def _told(loaded: LoadedMatter, written: set[str], held: set[str]) -> list[MatterEvent]:
    """Return the events that the case file tells; those of orders stand in the orders' own tables."""
    told: list[MatterEvent] = []
    for entry in loaded.entries:
        event = entry.event
        match event:
            case None:
                continue
            case OrderAdopted() | OrderNoticed() if event.about in written:
                continue
            case OrderSuperseded() if event.about in held and event.id == f"end:{event.about}":
                continue
            case RulebookAdopted() | RulebookCountersigned():
                continue  # the rulebook itself is written beside the order
            case _:
                told.append(event)
    return told


def _sitting(held: Sequence[SittingHeld]) -> Sitting | None:
    if not held:
        return None
    last = held[-1]
    return Sitting(weekdays=last.weekdays, clock=last.clock, courtroom=last.courtroom, source=last.sitting_source)
