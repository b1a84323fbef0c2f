"""Obligations as an iCalendar file: one event each, on the safe date, with its reason and the judge's words."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from soordered.deadlines.deadline import Deadline, Moment
from soordered.deadlines.facts import Obligation
from soordered.provenance.spans import Quote

_LONGEST_SUMMARY = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One obligation as a calendar should hold it.

    Args:
        obligation: with its dates; one that still waits has no place on a calendar and makes no event.
        matter: the case and, if any, the dispute it belongs to, for the title and for an identity of its own.
        sequence: how often its trigger has been corrected; a calendar takes the highest.
        cancelled: whether it no longer binds (its dispute was withdrawn, its trigger taken back).
        disclaimer: what the date was computed from, who verified it, and that it is no legal advice.
    """

    obligation: Obligation
    matter: str
    sequence: int = 0
    cancelled: bool = False
    disclaimer: str = ""


def ics_from_deadlines(entries: Iterable[Entry], *, name: str, stamp: dt.datetime) -> bytes:
    """Write an iCalendar file, the same bytes for the same entries.

    The event stands on the act-by date; the prevailing date is named in its text, the latest arguable date nowhere.

    Args:
        entries: what to put in; the order does not matter.
        name: the calendar's name, as clients show it.
        stamp: when the dates were computed, an aware instant.

    Raises:
        ValueError: two entries have the same identity, or the stamp has no zone.
    """
    if stamp.tzinfo is None:
        msg = f"the stamp of a calendar is an aware instant; got {stamp.isoformat()}"
        raise ValueError(msg)
    calendar = Calendar()
    calendar.add("prodid", "-//So Ordered//soordered//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    taken: set[str] = set()
    for uid, entry in sorted(((event_uid(entry), entry) for entry in entries), key=lambda pair: pair[0]):
        deadline = entry.obligation.deadline
        if deadline is None:
            continue
        if uid in taken:
            msg = f"two entries are both {entry.obligation.id!r} in {entry.matter!r}; each needs an id of its own"
            raise ValueError(msg)
        taken.add(uid)
        calendar.add_component(_event(uid, entry, deadline, stamp))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def event_uid(entry: Entry) -> str:
    """Name the event for good: a moved deadline keeps its name, so that it moves on every calendar and never doubles.

    Args:
        entry: whose matter and obligation id make the name.
    """
    identity = f"{entry.matter}\n{entry.obligation.id}"
    return f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}@soordered"


def _event(uid: str, entry: Entry, deadline: Deadline, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("summary", _summary(entry))
    event.add("description", _description(entry, deadline))
    _add_time(event, deadline.act_by)
    return event


def _add_time(event: Event, moment: Moment) -> None:
    """Put a day on as a whole day, and an hour as an hour of the court's zone, not of the reader's."""
    if moment.clock is None:
        event.add("dtstart", moment.date)
        event.add("dtend", moment.date + dt.timedelta(days=1))
    else:
        event.add("dtstart", dt.datetime.combine(moment.date, moment.clock, tzinfo=ZoneInfo(moment.zone)))


def _summary(entry: Entry) -> str:
    rule = entry.obligation.rule
    title = f"Act by: {rule.act.replace('_', ' ') if isinstance(rule.act, str) else rule.act.words} - {entry.matter}"
    return title if len(title) <= _LONGEST_SUMMARY else title[: _LONGEST_SUMMARY - 3] + "..."


def _description(entry: Entry, deadline: Deadline) -> str:
    rule = entry.obligation.rule
    parts = [f"Act by {_day(deadline.act_by)}."]
    if deadline.prevailing != deadline.act_by:
        parts.append(f"The reading the governing text supports best gives {_day(deadline.prevailing)}.")
    parts += [
        f"{reading.because} ({reading.authority})" if reading.authority else reading.because
        for reading in deadline.readings
        if reading.due in {deadline.act_by, deadline.prevailing}
    ]
    parts += deadline.notes
    parts.append(f"{rule.source.title}: {_quote(rule.quote())}")
    if entry.disclaimer:
        parts.append(entry.disclaimer)
    return "\n".join(parts)


def _quote(quote: Quote | None) -> str:
    if quote is None:
        return "no words held"
    return str(quote) if quote.text is None else f"{quote} ({quote.place()})"


def _day(moment: Moment) -> str:
    hour = "" if moment.clock is None else f" at {moment.clock:%H:%M}"
    return f"{moment.date:%A} {moment.date.day} {moment.date:%B %Y}{hour}"
