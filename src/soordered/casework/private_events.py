"""Events that one side keeps for itself: its notes of efforts, and points of counting it settles for its own view.

They stand in the side's private stream, in the byte form the record gives its own events, and on no common record.
"""

from __future__ import annotations

import datetime as dt

from soordered.casework.caller import Caller
from soordered.casework.ports import PrivateText, PrivateTexts
from soordered.disputes.events import MatterEvent, kind_of
from soordered.record.acts import AnyRecordAct
from soordered.record.entry import MatterId
from soordered.record.event_from_payload import event_from_payload, version_of
from soordered.record.payload_from_event import payload_from_event

_PREFIX = "event/"


def keep_private_event(
    texts: PrivateTexts, matter: MatterId, caller: Caller, event: MatterEvent, *, at: dt.datetime
) -> None:
    """Keep an event in the caller's own stream.

    Args:
        texts: the private texts.
        matter: the matter.
        caller: whose side keeps it.
        event: the event.
        at: now, an aware moment.
    """
    if caller.stream is None:
        return
    body = payload_from_event(event).decode("utf-8")
    kind = kind_of(event)
    key = f"{_PREFIX}{kind}/{version_of(kind)}/{event.id}"
    texts.put(matter, caller.stream, PrivateText(key=key, body=body, by=caller.person, at=at))


def private_events(texts: PrivateTexts, matter: MatterId, caller: Caller) -> tuple[MatterEvent, ...]:
    """Return the events that only the caller's side has, in order of time."""
    if caller.stream is None:
        return ()
    found: list[MatterEvent] = []
    for key in texts.keys(matter, caller.stream, _PREFIX):
        kind, version, _ = key.removeprefix(_PREFIX).split("/", 2)
        text = texts.get(matter, caller.stream, key)
        if text is not None:
            event = event_from_payload(text.body.encode("utf-8"), kind=kind, version=int(version))
            if not isinstance(event, AnyRecordAct):
                found.append(event)
    return tuple(sorted(found, key=lambda event: event.sort_key))


def forget_private_event(texts: PrivateTexts, matter: MatterId, caller: Caller, event: MatterEvent) -> None:
    """Take an event out of the caller's own stream, once it stands on the common record."""
    if caller.stream is None:
        return
    ending = f"/{event.id}"
    for key in texts.keys(matter, caller.stream, f"{_PREFIX}{kind_of(event)}/"):
        if key.endswith(ending):
            texts.delete(matter, caller.stream, key)
