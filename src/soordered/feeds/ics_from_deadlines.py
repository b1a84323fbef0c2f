"""Deadlines as an iCalendar file: one event each, on the safe date, with its reason and the judge's words."""

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

_LONGEST_SUMMARY = 90  # characters; a phone shows no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a calendar should hold.

    Args:
        id: stable in its matter; what is moved keeps it.
        matter: the case, so that two matters with the same rule and fact are two events.
        when: the day, or the hour of the court's zone.
        title: what a calendar shows first.
        text: the reason, the words, the disclaimer.
        sequence: how often it has been moved; a calendar takes the highest.
        cancelled: whether it no longer binds; it is then taken off calendars that hold it.
    """

    id: str
    matter: str
    when: Moment
    title: str
    text: str
    sequence: int = 0
    cancelled: bool = False


def entry_from_obligation(
    obligation: Obligation,
    *,
    matter: str,
    title: str,
    disclaimer: str,
    sequence: int = 0,
    cancelled: bool = False,
) -> Entry | None:
    """Make the entry of an obligation, or ``None`` while it waits: no date is invented for a calendar.

    The entry stands on the act-by date; the prevailing date is named in its text, the latest arguable date nowhere.

    Args:
        obligation: with its dates.
        matter: the case.
        title: a short name, e.g. ``"Act by: file joint letter"``.
        disclaimer: what the date was computed from, who verified it, and that it is no legal advice.
        sequence: how often its trigger has been corrected.
        cancelled: whether it no longer binds.
    """
    if obligation.deadline is None:
        return None
    return Entry(
        id=obligation.id,
        matter=matter,
        when=obligation.deadline.act_by,
        title=title,
        text="\n".join((*_reasons(obligation.deadline), _words(obligation), disclaimer)),
        sequence=sequence,
        cancelled=cancelled,
    )


def ics_from_deadlines(entries: Iterable[Entry], *, name: str, stamp: dt.datetime) -> bytes:
    """Write an iCalendar file, the same bytes for the same entries.

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
        if uid in taken:
            msg = f"two entries are both {entry.id!r} in {entry.matter!r}; each needs an id of its own"
            raise ValueError(msg)
        taken.add(uid)
        calendar.add_component(_event(uid, entry, stamp))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def event_uid(entry: Entry) -> str:
    """Name the event for good: a moved deadline keeps its name, so that it moves on every calendar and never doubles.

    Args:
        entry: whose matter and id make the name.
    """
    identity = f"{entry.matter}\n{entry.id}"
    return f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}@soordered"


def _event(uid: str, entry: Entry, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("summary", _short(f"{entry.title} - {entry.matter}"))
    event.add("description", entry.text)
    _add_time(event, entry.when)
    return event


def _add_time(event: Event, moment: Moment) -> None:
    """Put a day on as a whole day, and an hour as an hour of the court's zone, not of the reader's."""
    if moment.clock is None:
        event.add("dtstart", moment.date)
        event.add("dtend", moment.date + dt.timedelta(days=1))
    else:
        event.add("dtstart", dt.datetime.combine(moment.date, moment.clock, tzinfo=ZoneInfo(moment.zone)))


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_SUMMARY else title[: _LONGEST_SUMMARY - 3] + "..."


def _reasons(deadline: Deadline) -> tuple[str, ...]:
    best = (
        ()
        if deadline.prevailing == deadline.act_by
        else (f"The reading the governing text supports best gives {_day(deadline.prevailing)}.",)
    )
    shown = [reading for reading in deadline.readings if reading.due in {deadline.act_by, deadline.prevailing}]
    reasons = (f"{item.because} ({item.authority})" if item.authority else item.because for item in shown)
    return (f"Act by {_day(deadline.act_by)}.", *best, *reasons, *deadline.notes)


def _words(obligation: Obligation) -> str:
    return f"{obligation.rule.source.title}: {_quote(obligation.rule.dated_quote())}"


def _quote(quote: Quote | None) -> str:
    if quote is None:
        return "no words held"
    return str(quote) if quote.text is None else f"{quote} ({quote.place()})"


def _day(moment: Moment) -> str:
    hour = "" if moment.clock is None else f" at {moment.clock:%H:%M}"
    return f"{moment.date:%A} {moment.date.day} {moment.date:%B %Y}{hour}"
