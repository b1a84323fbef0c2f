"""A log of outages of a court's filing system, under the court's own outage rule, as days on which filings move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from soordered.calendars.court import CalendarNote
from soordered.calendars.days import DaySureness, Layer, NonDay

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """One time during which the filing system could not be reached.

    Args:
        start: when it began, in the court's zone, without offset.
        end: when it ended.
        source: what shows it: the court's log, a notice.
    """

    start: dt.datetime
    end: dt.datetime
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutageRule:
    """A court's own rule on outages.

    Args:
        longer_than: an outage that lasts longer than this within one day moves that day's filings; ``None`` if the rule
            names no length.
        after: an outage of any length at or after this hour does; ``None`` if the rule names no hour.
        authority: the rule, e.g. ``"W.D. Wash. LCR 6"``.
    """

    longer_than: dt.timedelta | None
    after: dt.time | None
    authority: str


@dataclass(frozen=True, slots=True)
class OutageDays:
    """What a log of outages says about days.

    Args:
        nondays: days whose filings move to the next open day, by the court's rule; without a rule, days whose filings
            may move.
        notes: what is to be said with dates on the other days of the log.
    """

    nondays: tuple[NonDay, ...]
    notes: tuple[CalendarNote, ...]


def nondays_from_outages(outages: Iterable[Outage], rule: OutageRule | None, zone: str) -> OutageDays:
    """Apply a court's outage rule to its log.

    Each outage is measured by itself and within each day apart, as it elapses; lengths are not added up, since a date
    that moves too far is lost and one that stays is only early. Without a rule no day moves for certain: each is noted,
    and that it moves is a reading.

    Args:
        outages: the log.
        rule: the court's outage rule, ``None`` if none is known.
        zone: IANA zone of the court.

    Source:
        Fed. R. Civ. P. 6(a)(3) leaves inaccessibility to the courts; W.D. Wash. LCR 6 is a rule of this kind.
    """
    by_day: dict[dt.date, list[tuple[Outage, dt.datetime, dt.datetime]]] = {}
    for outage in sorted(outages, key=lambda outage: (outage.start, outage.end)):
        for begins, ends in _by_days(outage):
            by_day.setdefault(begins.date(), []).append((outage, begins, ends))
    nondays: list[NonDay] = []
    notes: list[CalendarNote] = []
    for day, parts in by_day.items():
        meeting = [part for part in parts if rule is not None and _meets(part[1], part[2], rule, zone)]
        times = "; ".join(f"{begins:%H:%M} to {_end(ends, day)}" for _, begins, ends in meeting or parts)
        source = "; ".join(dict.fromkeys(outage.source for outage, _, _ in meeting or parts))
        if meeting or rule is None:
            nondays.append(
                NonDay(
                    date=day,
                    name=f"filing system out, {times}",
                    layer=Layer.OUTAGE if rule is None else Layer.INACCESSIBLE,
                    authority=source if rule is None else f"{rule.authority}; {source}",
                    sureness=DaySureness.PUBLISHED,
                )
            )
        if meeting:
            continue
        why = (
            f"by {rule.authority} that moves no filing"
            if rule is not None
            else "no outage rule of this court is given, so a filing due that day stays, and that it moves is a reading;"
            " see the court's rules and Fed. R. Civ. P. 6(a)(3)"
        )
        words = f"The filing system was out on {day}, {times} ({source}); {why}."
        notes.append(CalendarNote(first=day, last=day, words=words))
    return OutageDays(tuple(nondays), tuple(notes))


def _by_days(outage: Outage) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    begins = outage.start
    while begins < outage.end:
        midnight = dt.datetime.combine(begins.date() + _DAY, dt.time())
        ends = min(midnight, outage.end)
        yield begins, ends
        begins = ends


def _meets(begins: dt.datetime, ends: dt.datetime, rule: OutageRule, zone: str) -> bool:
    if rule.longer_than is not None and _elapsed(begins, ends, zone) > rule.longer_than:
        return True
    return rule.after is not None and ends > dt.datetime.combine(begins.date(), rule.after)


def _elapsed(begins: dt.datetime, ends: dt.datetime, zone: str) -> dt.timedelta:
    at = ZoneInfo(zone)
    return ends.replace(tzinfo=at).astimezone(dt.UTC) - begins.replace(tzinfo=at).astimezone(dt.UTC)


def _end(ends: dt.datetime, day: dt.date) -> str:
    return f"{ends:%H:%M}" if ends.date() == day else "midnight"
