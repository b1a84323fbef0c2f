"""A case file read from TOML.

A case file says who is in a case, which orders are in force, and what happened, in order of time::

    title = "Alder Media v. Birch Relations"   # the short caption
    court = "cand"                             # CM/ECF id: soordered courts lists them
    number = "C-06-01234 AB (JCS)"             # optional, with district_judge, district_initials,
                                               # magistrate_judge, magistrate_initials
    as_of = 2007-12-31                         # optional: run for this day unless another is asked for

    [sitting]                                  # optional: what the order's text does not hold
    weekdays = ["Friday"]
    clock = 09:30:00
    courtroom = "Courtroom A"

    [[party]]                                  # id, name, side; self_represented, registration = "paper"
    id = "alder"
    name = "Alder Media, Inc."
    side = "plaintiff"                         # plaintiff, defendant, non_party

    [[counsel]]                                # id, name, for; lead = true
    id = "amory"
    name = "A. Amory"
    for = "alder"
    lead = true

    [[order]]                                  # one of rulebook (shipped id), file (the order's text), rules (TOML)
    id = "o1"
    rulebook = "cand-spero-2007-07-30"
    text = "order.txt"                         # optional: the quotes come from here
    made = 2007-07-30                          # optional, with entered, served, service, motion,
                                               # supersedes, superseded_on, superseded_by
    notice = [{ on = 2007-07-31, how = "ecf" }]

    [[date]]                                   # a date of the case that is known
    trigger = "discovery_cutoff"
    date = 2008-02-29

    [[request]]                                # the discovery ledger
    id = "rog-7"
    type = "interrogatory"                     # interrogatory, production, admission, subpoena
    number = "7"
    by = "alder"
    to = "birch"
    served = 2007-06-01
    service = "mail"
    answered = { on = 2007-07-05, text = "Objection: vague." }

    [[event]]                                  # what happened; kinds and their keys: docs/reference/events.md
    kind = "meeting_demanded"
    on = 2007-11-09                            # or a local date and time: 2007-11-09T15:20:00
    about = "d1"                               # the dispute
    by = "alder"

An event's ``kind`` is one of ``disputes.events.KINDS``, or the code of a trigger (``"deposition"``). Events stand in
order of time. Unknown keys, impossible dates, unknown people and events out of order are refused with their line.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import MISSING
from dataclasses import fields as fields_of

from soordered.deadlines.deadline import SettledHow
from soordered.disputes.events import KINDS, MatterEvent
from soordered.disputes.events_discovery import DiscoveryAnswered, DiscoveryServed
from soordered.disputes.events_matter import CounselAppeared, Ground, PartyJoined, Settled
from soordered.disputes.events_time import DateKnown, EventWithdrawn, Happened, TriggerCorrected
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
from soordered.rulefiles.case_file import CaseFile, CaseFileError, CaseHead, Notice, OrderEntry, Sitting, words_of
from soordered.rulefiles.lines_from_toml import line_of, lines_from_toml
from soordered.rules.checked_fields import CheckedFields, FieldPath, FieldsError, nearest
from soordered.rules.rule import Mode
from soordered.rules.timing import Weekday
from soordered.rules.vocabulary import Act, Trigger

FIRST_SUPPORTED = dt.date(1938, 1, 1)

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_DATE_WORDS = re.compile(r"\d{4}-\d{2}-\d{2}")


def case_from_toml(text: str, *, name: str) -> CaseFile:
    """Read a case file.

    Args:
        text: the file's text.
        name: the file's name, for messages.

    Raises:
        CaseFileError: no TOML, an impossible date, an unknown key, kind, person or event, events out of order.
    """
    try:
        table = CheckedFields(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(error, text, name) from None
    try:
        return _case(table, text=text, name=name)
    except FieldsError as error:
        line = line_of(error.path, lines_from_toml(text))
        raise CaseFileError(
            name, line, words_of(error.path), got=error.what, expected=error.expected, remedy=error.remedy
        ) from None


def _no_toml(error: tomllib.TOMLDecodeError, text: str, name: str) -> CaseFileError:
    found = _AT_LINE.search(str(error))
    lines = text.splitlines()
    line = int(found[1]) if found else len(lines) or 1
    date = _DATE_WORDS.search(lines[line - 1]) if "date" in str(error) and line <= len(lines) else None
    if date is not None:
        return CaseFileError(
            name,
            line,
            "",
            got=f"{date[0]} is no day of the calendar.",
            expected="a day that exists, as 2007-07-30.",
            remedy="Correct the date and run again.",
        )
    return CaseFileError(
        name,
        line,
        "",
        got=f"this is no TOML: {_AT_LINE.sub('', str(error)).strip()}.",
        expected="TOML 1.0: keys and values, texts in quotation marks, dates as 2007-07-30.",
        remedy="Correct the line and run again.",
    )


def _case(table: CheckedFields, *, text: str, name: str) -> CaseFile:
    head = CaseHead(
        title=table.text("title"),
        court=table.text("court"),
        number=table.text("number", ""),
        district_judge=table.text("district_judge", ""),
        district_initials=table.text("district_initials", ""),
        magistrate_judge=table.text("magistrate_judge", ""),
        magistrate_initials=table.text("magistrate_initials", ""),
        source=table.text("source", "the case file"),
    )
    as_of = table.day_or_none("as_of")
    sitting = _sitting(table.table_or_none("sitting"))
    orders = tuple(_order(item) for item in table.tables("order"))
    if not orders:
        table.refuse(
            "order",
            "no order is in force.",
            expected="one [[order]] or more, with rulebook, file or rules.",
            remedy="Add the judge's order.",
        )
    _unique((order.id, order.place) for order in orders)
    reader = _EventReader()
    reader.people(table)
    reader.dates(table.tables("date"))
    reader.requests(table.tables("request"))
    for item in table.tables("event"):
        reader.event(item)
    table.done()
    reader.check_references()
    return CaseFile(
        name=name,
        head=head,
        orders=orders,
        events=tuple(reader.background + reader.events),
        sitting=sitting,
        as_of=as_of,
        text=text,
        places=reader.places,
    )


def _sitting(table: CheckedFields | None) -> Sitting | None:
    if table is None:
        return None
    sitting = Sitting(
        weekdays=table.choices("weekdays", Weekday),
        clock=table.hour_or_none("clock"),
        courtroom=table.text("courtroom", ""),
        source=table.text("source", "the case file"),
    )
    table.done()
    return sitting


def _order(table: CheckedFields) -> OrderEntry:
    given = [key for key in ("rulebook", "file", "rules") if key in table]
    if len(given) != 1:
        table.refuse(
            given[1] if given else "rulebook",
            f"{' and '.join(given)} are given." if given else "nothing says where the order's rules come from.",
            expected="exactly one of rulebook (a shipped id), file (the order's text) and rules (a rulebook in TOML).",
            remedy="Keep one of them." if given else 'Add one, such as rulebook = "cand-spero-2007-07-30".',
        )
    notices = []
    for item in table.tables("notice"):
        notices.append(Notice(on=item.day("on"), how=item.text("how", ""), to=item.texts("to")))
        item.done()
    entry = OrderEntry(
        rulebook=table.text("rulebook", ""),
        file=table.text("file", ""),
        rules=table.text("rules", ""),
        text=table.text("text", ""),
        id=table.text("id", table.text("rulebook", "") or table.text("file", "") or table.text("rules", "")),
        made=table.day_or_none("made"),
        entered=table.day_or_none("entered"),
        served=table.day_or_none("served"),
        service=table.text("service", ""),
        motion=table.text("motion", ""),
        notices=tuple(notices),
        superseded_on=table.day_or_none("superseded_on"),
        superseded_by=table.text("superseded_by", ""),
        supersedes=table.text("supersedes", ""),
        place=table.path,
    )
    table.done()
    for key, day in (("entered", entry.entered), ("served", entry.served), ("superseded_on", entry.superseded_on)):
        if entry.made is not None and day is not None and day < entry.made:
            table.refuse(
                key,
                f"{day} is before the order was made, on {entry.made}.",
                expected=f"{entry.made} or a later day.",
                remedy="Correct one of the two dates.",
            )
    return entry


def _unique(named: Iterable[tuple[str, FieldPath]]) -> None:
    seen: dict[str, FieldPath] = {}
    for found, path in named:
        if found in seen:
            raise FieldsError(
                (*path, "id"),
                f"the id {found!r} is taken by {words_of(seen[found])}.",
                expected="an id of its own.",
                remedy="Rename one of the two.",
            )
        seen[found] = path


class _EventReader:
    """Reads one file's events; what it knows of people and ids grows as it goes."""

    def __init__(self) -> None:
        self.background: list[MatterEvent] = []
        self.events: list[MatterEvent] = []
        self.places: dict[str, FieldPath] = {}
        self._people = {side.value for side in Side}
        self._last: tuple[dt.date, dt.time] = (dt.date.min, dt.time.min)
        self._last_path: FieldPath = ()

    def people(self, table: CheckedFields) -> None:
        for item in table.tables("party"):
            party = PartyJoined(
                id=f"party:{item.text('id')}",
                on=FIRST_SUPPORTED,
                about=item.text("id"),
                name=item.text("name"),
                side=item.choice("side", Side),
                self_represented=item.flag("self_represented"),
                registration=item.choice("registration", Registration, Registration.ECF),
            )
            item.done()
            self._keep(party, item.path, self.background)
            self._people.add(party.about)
        for item in table.tables("counsel"):
            counsel = CounselAppeared(
                id=f"counsel:{item.text('id')}",
                on=FIRST_SUPPORTED,
                about=item.text("id"),
                name=item.text("name"),
                party=item.text("for"),
                lead=item.flag("lead"),
            )
            item.done()
            self._known(item, "for", counsel.party)
            self._keep(counsel, item.path, self.background)
            self._people.add(counsel.about)

    def dates(self, tables: Iterable[CheckedFields]) -> None:
        for item in tables:
            trigger = item.code("trigger", Trigger)
            date = item.day("date")
            known = DateKnown(
                id=item.text("id", f"date:{trigger}"),
                on=item.day("on") if "on" in item else FIRST_SUPPORTED,
                about=item.text("about", ""),
                source=item.text("source", ""),
                trigger=trigger,
                date=date,
                clock=item.hour_or_none("clock"),
            )
            item.value("on")
            item.done()
            self._keep(known, item.path, self.background)

    def requests(self, tables: Iterable[CheckedFields]) -> None:
        for item in tables:
            request = item.text("id")
            served = DiscoveryServed(
                id=f"request:{request}",
                on=item.day("served"),
                by=item.text("by", ""),
                about=request,
                source=item.text("source", ""),
                type=item.choice("type", RequestType),
                number=item.text("number", ""),
                text=item.text("text", ""),
                service=item.text("service", ""),
                to=item.text("to", ""),
                compliance_on=item.day_or_none("compliance_on"),
            )
            self._known(item, "by", served.by)
            self._known(item, "to", served.to)
            self._keep(served, item.path, self.background)
            answered = item.table_or_none("answered")
            if answered is not None:
                answer = DiscoveryAnswered(
                    id=f"answer:{request}",
                    on=answered.day("on"),
                    by=served.to,
                    about=request,
                    text=answered.text("text", ""),
                    objected=answered.flag("objected"),
                    service=answered.text("service", ""),
                )
                answered.done()
                self._keep(answer, answered.path, self.background)
            item.done()

    def event(self, item: CheckedFields) -> None:
        kind = item.text("kind")
        cls = KINDS.get(kind)
        raw = item.value("on")
        given: dict[str, object] = {}
        if isinstance(raw, dt.datetime) and raw.tzinfo is None:
            given = {"on": raw.date(), "at": raw.time()}
        if cls is None and kind in _TRIGGERS:
            cls, given["trigger"] = Happened, Trigger(kind)
        if cls is None:
            item.refuse(
                "kind",
                f"there is no kind of event {kind!r}.",
                expected="a kind of event such as meeting_demanded, meeting_held, letter_filed, paper_e_filed.",
                remedy=nearest(kind, dict.fromkeys((*KINDS, *_TRIGGERS))) or "docs/reference/events.md lists them.",
            )
        for name, read, default in _readers(cls):
            if name not in given:
                given[name] = default if item.value(name) is None and default is not MISSING else read(item, name)
        if not given["id"]:
            given["id"] = f"e{item.path[-1]}"
        item.done()
        make: Callable[..., MatterEvent] = cls
        event = make(**given)
        self._known(item, "by", event.by)
        carried = self._last[1] if event.on == self._last[0] else dt.time.min
        moment = event.on, event.at or carried
        if moment < self._last:
            item.refuse(
                "on",
                f"this event of {_when(event.on, event.at or dt.time.min)} stands after "
                f"{words_of(self._last_path)} of {_when(*self._last)}.",
                expected="events in order of time.",
                remedy="Move it up to its place, or correct its date. A date put right later is an event of kind "
                "trigger_corrected.",
            )
        self._last, self._last_path = moment, item.path
        self._keep(event, item.path, self.events)

    def check_references(self) -> None:
        """Refuse a correction of an event that is not in the file."""
        for event in self.events:
            key, target = "", ""
            match event:
                case TriggerCorrected():
                    key, target = "corrects", event.corrects
                case EventWithdrawn():
                    key, target = "withdraws", event.withdraws
                case _:
                    continue
            if target not in self.places:
                raise FieldsError(
                    (*self.places[event.id], key),
                    f"there is no event {target!r}.",
                    expected="the id of an event of this file (give that event an id).",
                    remedy=nearest(target, self.places) or "Give the event an id and name it here.",
                )

    def _known(self, item: CheckedFields, key: str, who: str) -> None:
        if who and who not in self._people:
            item.refuse(
                key,
                f"nobody in this file is called {who!r}.",
                expected=f"one of: {', '.join(sorted(self._people))}.",
                remedy=nearest(who, self._people) or "Add the [[party]] or [[counsel]].",
            )

    def _keep(self, event: MatterEvent, path: FieldPath, into: list[MatterEvent]) -> None:
        if event.id in self.places:
            _unique(((event.id, self.places[event.id]), (event.id, path)))
        self.places[event.id] = path
        into.append(event)
        if isinstance(event, PartyJoined | CounselAppeared):
            self._people.add(event.about)
        new = getattr(event, "new_party", "") or getattr(event, "new_counsel", "")
        if new:
            self._people.add(new)


def _when(day: dt.date, hour: dt.time) -> str:
    return f"{day}" if hour == dt.time.min else f"{day} {hour:%H:%M}"


_Reader = Callable[[CheckedFields, str], object]
_TRIGGERS = frozenset(trigger.value for trigger in Trigger)
_NOT_IN_FILES = frozenset({"quote"})
_CACHE: dict[type[MatterEvent], tuple[tuple[str, _Reader, object], ...]] = {}


def _readers(cls: type[MatterEvent]) -> tuple[tuple[str, _Reader, object], ...]:
    """Return how each key of an event is read, by the type its field declares, and what holds without it."""
    found = _CACHE.get(cls)
    if found is None:
        found = _CACHE[cls] = tuple(
            (item.name, _READERS[str(item.type)], "" if item.name == "id" else item.default)
            for item in fields_of(cls)
            if item.name not in _NOT_IN_FILES
        )
    return found


def _days(item: CheckedFields, key: str) -> tuple[dt.date, ...]:
    raw = item.value(key)
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(isinstance(day, dt.date) for day in raw):
        item.refuse(key, f"{raw!r}.", expected="a list of dates, such as [2007-11-12, 2007-11-14].")
    return tuple(day for day in raw if isinstance(day, dt.date))


def _hour(item: CheckedFields, key: str) -> dt.time:
    hour = item.hour_or_none(key)
    if hour is None:
        item.refuse(key, "missing.", expected="an hour of the day, such as 17:00:00.")
    return hour


_READERS: dict[str, _Reader] = {
    "str": lambda item, key: item.text(key),
    "dt.date": lambda item, key: item.day(key),
    "dt.date | None": lambda item, key: item.day(key),
    "dt.time": _hour,
    "dt.time | None": lambda item, key: item.hour_or_none(key),
    "tuple[dt.date, ...]": _days,
    "tuple[str, ...]": lambda item, key: item.texts(key),
    "bool": lambda item, key: item.flag(key),
    "bool | None": lambda item, key: item.flag(key),
    "int": lambda item, key: item.whole(key),
    "int | None": lambda item, key: item.whole(key),
    "ActCode": lambda item, key: item.code(key, Act),
    "ActCode | None": lambda item, key: item.code(key, Act),
    "TriggerCode": lambda item, key: item.code(key, Trigger),
    "Side": lambda item, key: item.choice(key, Side),
    "Side | None": lambda item, key: item.choice(key, Side),
    "Track": lambda item, key: item.choice(key, Track),
    "Effort": lambda item, key: item.choice(key, Effort),
    "Visibility": lambda item, key: item.choice(key, Visibility),
    "Mode": lambda item, key: item.choice(key, Mode),
    "Registration": lambda item, key: item.choice(key, Registration),
    "Registration | None": lambda item, key: item.choice(key, Registration),
    "RequestType": lambda item, key: item.choice(key, RequestType),
    "StayEffect": lambda item, key: item.choice(key, StayEffect),
    "SettledHow": lambda item, key: item.choice(key, SettledHow),
    "Ground": lambda item, key: item.choice(key, Ground),
    "Settled": lambda item, key: item.choice(key, Settled),
    "AgreedOn": lambda item, key: item.choice(key, AgreedOn),
    "CommonPart": lambda item, key: item.choice(key, CommonPart),
    "Withheld": lambda item, key: item.choice(key, Withheld),
}
