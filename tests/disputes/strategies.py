"""Random events of a matter, as they might be recorded: in any order, about anything, sane or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import MISSING, fields

from hypothesis import strategies as st

from soordered.deadlines.deadline import SettledHow
from soordered.disputes.events import KINDS, MatterEvent
from soordered.disputes.events_matter import Ground, Settled
from soordered.disputes.names import (
    AgreedOn,
    CommonPart,
    Effort,
    Registration,
    RequestType,
    Side,
    StayEffect,
    Track,
    Visibility,
    Withheld,
)
from soordered.rules.rule import Mode
from soordered.rules.vocabulary import Act, Trigger

_DAYS = st.dates(dt.date(2007, 7, 30), dt.date(2008, 7, 30))
_HOURS = st.sampled_from([dt.time(9), dt.time(12), dt.time(16, 30)])
_NAMES = st.sampled_from(["d1", "d2", "d3", "m1", "i1", "o1", "alder", "birch", "amory", ""])
_PEOPLE = st.sampled_from(["plaintiff", "defendant", "court", "alder", "birch", "amory", ""])
_EVENTS = st.integers(0, 30).map(lambda number: f"e{number}")

# every type that a field of an event declares
_BY_TYPE: dict[str, st.SearchStrategy[object]] = {
    "str": st.one_of(_NAMES, _EVENTS),
    "dt.date": _DAYS,
    "dt.date | None": st.one_of(st.none(), _DAYS),
    "dt.time": _HOURS,
    "dt.time | None": st.one_of(st.none(), _HOURS),
    "tuple[dt.date, ...]": st.lists(_DAYS, max_size=2).map(tuple),
    "tuple[str, ...]": st.lists(_NAMES, max_size=3).map(tuple),
    "bool": st.booleans(),
    "bool | None": st.one_of(st.none(), st.booleans()),
    "int": st.integers(0, 3),
    "int | None": st.one_of(st.none(), st.integers(0, 300)),
    "ActCode": st.sampled_from(list(Act)),
    "ActCode | None": st.one_of(st.none(), st.sampled_from(list(Act))),
    "TriggerCode": st.sampled_from(list(Trigger)),
    "Side": st.sampled_from(list(Side)),
    "Side | None": st.one_of(st.none(), st.sampled_from(list(Side))),
    "Track": st.sampled_from(list(Track)),
    "Effort": st.sampled_from(list(Effort)),
    "Visibility": st.sampled_from(list(Visibility)),
    "Mode": st.sampled_from(list(Mode)),
    "Registration": st.sampled_from(list(Registration)),
    "Registration | None": st.one_of(st.none(), st.sampled_from(list(Registration))),
    "RequestType": st.sampled_from(list(RequestType)),
    "StayEffect": st.sampled_from(list(StayEffect)),
    "SettledHow": st.sampled_from(list(SettledHow)),
    "Ground": st.sampled_from(list(Ground)),
    "Settled": st.sampled_from(list(Settled)),
    "AgreedOn": st.sampled_from(list(AgreedOn)),
    "CommonPart": st.sampled_from(list(CommonPart)),
    "Withheld": st.sampled_from(list(Withheld)),
    "Quote | None": st.none(),
}


@st.composite
def event_of(draw: Callable[[st.SearchStrategy[object]], object], cls: type[MatterEvent]) -> MatterEvent:
    """Draw an event of one kind, every field from what its type allows."""
    given: dict[str, object] = {}
    for item in fields(cls):
        if item.name == "id":
            given["id"] = draw(_EVENTS)
        elif item.name == "by":
            given["by"] = draw(_PEOPLE)
        elif item.name == "about":
            given["about"] = draw(_NAMES)
        elif item.default is MISSING or draw(st.booleans()):
            given[item.name] = draw(_BY_TYPE[str(item.type)])
    make: Callable[..., MatterEvent] = cls
    return make(**given)


def any_event() -> st.SearchStrategy[MatterEvent]:
    """Draw an event of any kind."""
    return st.sampled_from(list(KINDS.values())).flatmap(event_of)


def histories(longest: int = 25) -> st.SearchStrategy[list[MatterEvent]]:
    """Draw a history, each event with an id of its own."""
    return st.lists(any_event(), max_size=longest, unique_by=lambda event: event.id)
