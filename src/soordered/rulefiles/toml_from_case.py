"""A case written as TOML that ``case_from_toml`` reads back: people, orders and the ledger first, then what happened.

Two things a case file has no words for are left out: the quote beside a contested point, which ``run`` finds again in
the order, and the order of two events that were entered against time, which is put right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, fields
from enum import StrEnum

from soordered.disputes.events import MatterEvent, kind_of
from soordered.disputes.events_discovery import DiscoveryAnswered, DiscoveryServed
from soordered.disputes.events_matter import CounselAppeared, PartyJoined
from soordered.disputes.events_time import DateKnown
from soordered.rulefiles.case_file import CaseFile, OrderEntry, Sitting
from soordered.rulefiles.case_from_toml import FIRST_SUPPORTED
from soordered.rulefiles.toml_from_fields import toml_comment, toml_from_fields
from soordered.rules.checked_fields import Fields, FieldValue
from soordered.rules.vocabulary import Other

_HEAD = "A case for So Ordered: who is in it, which orders bind, what happened. docs/guide/case-file.md says more."
_NOT_IN_FILES = frozenset({"quote"})


def toml_from_case(case: CaseFile) -> str:
    """Write a case as TOML.

    Args:
        case: as read from a file, or as worked out from a record.

    Returns:
        text that reads back to the same head, orders, sitting and events.
    """
    background, events = _split(case.events)
    table: Fields = {
        **_without({key: getattr(case.head, key) for key in _HEAD_KEYS}),
        **({} if case.head.source == "the case file" else {"source": case.head.source}),
        **({} if case.as_of is None else {"as_of": case.as_of}),
    }
    if case.sitting is not None:
        table["sitting"] = _sitting(case.sitting)
    answers = {event.about: event for event in background if isinstance(event, DiscoveryAnswered)}
    table["party"] = [_party(event) for event in background if isinstance(event, PartyJoined)]
    table["counsel"] = [_counsel(event) for event in background if isinstance(event, CounselAppeared)]
    table["order"] = [_order(order) for order in case.orders]
    table["date"] = [_date(event) for event in background if isinstance(event, DateKnown)]
    table["request"] = [
        _request(event, answers.get(event.about)) for event in background if isinstance(event, DiscoveryServed)
    ]
    table["event"] = [_event(event) for event in events]
    return toml_comment(_HEAD) + "\n" + toml_from_fields({key: value for key, value in table.items() if value != []})


def in_order_of_time(events: Sequence[MatterEvent]) -> tuple[MatterEvent, ...]:
    """Return events in an order that a case file may have: as they stand where that is one, else by day and hour.

    Args:
        events: as recorded.
    """
    last = dt.date.min, dt.time.min
    for event in events:
        moment = event.on, event.at or (last[1] if event.on == last[0] else dt.time.min)
        if moment < last:
            return tuple(sorted(events, key=lambda event: event.sort_key))
        last = moment
    return tuple(events)


_HEAD_KEYS = (
    "title",
    "court",
    "number",
    "district_judge",
    "district_initials",
    "magistrate_judge",
    "magistrate_initials",
)


def _split(events: Iterable[MatterEvent]) -> tuple[list[MatterEvent], tuple[MatterEvent, ...]]:
    """Part what stands in tables of its own from what stands among the events."""
    background: list[MatterEvent] = []
    told: list[MatterEvent] = []
    served = {event.about: event for event in events if isinstance(event, DiscoveryServed) and _is_ledger(event)}
    people = {event.about for event in events if isinstance(event, PartyJoined) and _is_first(event, "party")}
    for event in events:
        match event:
            case PartyJoined():
                plain = _is_first(event, "party")
            case CounselAppeared():
                plain = _is_first(event, "counsel") and event.party in people
            case DateKnown():
                plain = not event.by and event.at is None and event.on == FIRST_SUPPORTED
            case DiscoveryServed():
                plain = served.get(event.about) is event and {event.by, event.to} <= {*people, ""}
            case DiscoveryAnswered():
                asked = served.get(event.about)
                plain = asked is not None and _is_answer(event, asked) and {asked.by, asked.to} <= {*people, ""}
            case _:
                plain = False
        (background if plain else told).append(event)
    return background, in_order_of_time(told)


def _is_first(event: PartyJoined | CounselAppeared, table: str) -> bool:
    return (
        event.id == f"{table}:{event.about}"
        and event.on == FIRST_SUPPORTED
        and (event.at, event.by, event.source) == (None, "", "")
    )


def _is_ledger(event: DiscoveryServed) -> bool:
    return event.id == f"request:{event.about}" and event.at is None


def _is_answer(event: DiscoveryAnswered, asked: DiscoveryServed) -> bool:
    return event.id == f"answer:{event.about}" and event.by == asked.to and (event.at, event.source) == (None, "")


def _without(given: Fields) -> Fields:
    """Leave out what holds anyway where a key is missing."""
    return {key: value for key, value in given.items() if value not in ("", [], None, False)}


def _party(event: PartyJoined) -> Fields:
    paper = event.registration.value != "ecf"
    return {
        "id": event.about,
        "name": event.name,
        "side": event.side.value,
        **({"self_represented": True} if event.self_represented else {}),
        **({"registration": event.registration.value} if paper else {}),
    }


def _counsel(event: CounselAppeared) -> Fields:
    return {"id": event.about, "name": event.name, "for": event.party, **({"lead": True} if event.lead else {})}


def _order(order: OrderEntry) -> Fields:
    given: Fields = {"id": order.id}
    for item in fields(order):
        if item.name not in ("id", "notices", "place") and (value := getattr(order, item.name)):
            given[item.name] = value
    if order.notices:
        given["notice"] = [
            {"on": notice.on, **_without({"how": notice.how, "to": list(notice.to)})} for notice in order.notices
        ]
    return given


def _sitting(sitting: Sitting) -> Fields:
    given: Fields = {"weekdays": [weekday.value for weekday in sitting.weekdays]}
    if sitting.clock is not None:
        given["clock"] = sitting.clock
    if sitting.courtroom:
        given["courtroom"] = sitting.courtroom
    if sitting.source != "the case file":
        given["source"] = sitting.source
    return given


def _date(event: DateKnown) -> Fields:
    given = _without(
        {
            "id": "" if event.id == f"date:{event.trigger}" else event.id,
            "about": event.about,
            "source": event.source,
        }
    )
    given |= {"trigger": str(event.trigger), "date": event.date}
    return given if event.clock is None else {**given, "clock": event.clock}


def _request(event: DiscoveryServed, answer: DiscoveryAnswered | None) -> Fields:
    given: Fields = {"id": event.about, "type": event.type.value, "served": event.on}
    for key in ("number", "text", "by", "to", "service", "source"):
        if value := getattr(event, key):
            given[key] = value
    if event.compliance_on is not None:
        given["compliance_on"] = event.compliance_on
    if answer is not None:
        given["answered"] = {
            "on": answer.on,
            **_without({"text": answer.text, "objected": answer.objected, "service": answer.service}),
        }
    return given


def _event(event: MatterEvent) -> Fields:
    given: Fields = {"kind": kind_of(event), "id": event.id, "on": event.on}
    if event.at is not None:
        given["at"] = event.at
    for item in fields(event):
        if item.name in _NOT_IN_FILES or item.name in given or item.name == "at":
            continue
        value = getattr(event, item.name)
        if value is None or (item.default is not MISSING and value == item.default):
            continue
        given[item.name] = _value(value)
    return given


def _value(value: object) -> FieldValue:
    match value:
        case StrEnum() | Other():
            return str(value)
        case str() | bool() | int() | dt.date() | dt.time():
            return value
        case tuple():
            return [_value(item) for item in value]
        case _:
            msg = f"a case file has no form for {value!r}"
            raise TypeError(msg)
