"""A court's notices as a TOML file that a user keeps: closings, inaccessible days, holidays by notice, ordinary days.

The file::

    court = "cand"                       # optional: refuses to be used for another court

    [[day]]
    date = 2010-11-26                    # the day
    kind = "closing"                     # see below
    name = "closed for the day"          # what to print
    authority = "Notice of Nov. 1, 2010" # what it rests on

``kind`` is one of

- ``holiday``: declared a holiday for this court by its own notice; left out by every reading;
- ``state``: a judicial holiday of the state, where the lawbook lacks it or holds it unverified;
- ``closing``: the court or its clerk's office is closed; contested, so it yields a reading;
- ``inaccessible``: the clerk's office cannot be reached; a filing due that day moves forward;
- ``open``: an ordinary court day by the court's own word, whatever order or list says otherwise.

Outages of the filing system, in the court's time, and the court's own rule on them::

    outage_log = "outages.csv"           # beside this file; see rulefiles.outages_from_csv

    [outage_rule]
    hours = 2                            # an outage of more than so many hours within a day moves its filings
    after = 17:00:00                     # an outage of any length at or after this hour does
    authority = "W.D. Wash. LCR 6"

    [[outage]]
    start = 2025-09-09T10:20:00
    end = 2025-09-09T12:30:00
    authority = "notice of the clerk"
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass

from soordered.calendars.court import CalendarNote
from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.calendars.nondays_from_outages import Outage, OutageRule
from soordered.provenance.problems import BadInputError

_LAYERS = {
    "holiday": Layer.NOTICE,
    "state": Layer.STATE,
    "closing": Layer.CLOSING,
    "inaccessible": Layer.INACCESSIBLE,
}
_KINDS = (*_LAYERS, "open")
_KEYS = frozenset({"date", "kind", "name", "authority"})
_TOP = frozenset({"court", "day", "outage", "outage_rule", "outage_log"})
_LONGEST_HOURS = 24


class DaysFileError(BadInputError):
    """A file of a court's notices that cannot be used.

    Args:
        name: the file.
        what: what is wrong, with its place.
        expected: what would have been right.
    """

    def __init__(self, name: str, what: str, *, expected: str) -> None:
        super().__init__(f"{name}: {what}", expected=expected, remedy="Correct the file; nothing was counted.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticedDays:
    """What a file of notices says.

    Args:
        court: the court it is for, empty for any.
        nondays: days that some reading leaves out.
        opens: days that are ordinary court days by the court's word.
        outages: times during which the filing system was out.
        outage_rule: the court's own rule on them.
        outage_log: name of a file with more of them, empty if there is none.
        notes: what is to be said with dates that days of the file touch.
    """

    court: str
    nondays: tuple[NonDay, ...]
    opens: tuple[dt.date, ...]
    outages: tuple[Outage, ...] = ()
    outage_rule: OutageRule | None = None
    outage_log: str = ""
    notes: tuple[CalendarNote, ...] = ()


def days_from_toml(text: str, *, name: str) -> NoticedDays:
    """Read a file of a court's notices.

    Args:
        text: the file.
        name: its name, for messages.

    Raises:
        DaysFileError: it is no TOML, or a key, kind or date in it is none.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DaysFileError(name, f"it is no TOML: {error}.", expected="a file as rulefiles.days_from_toml.") from None
    unknown = data.keys() - _TOP
    if unknown:
        raise DaysFileError(name, f"the key {min(unknown)!r} is unknown.", expected=f"{', '.join(sorted(_TOP))}.")
    court, rows = data.get("court", ""), data.get("day", [])
    if not isinstance(court, str) or not isinstance(rows, list):
        raise DaysFileError(name, "court is a text and day a list of tables.", expected='court = "cand" and [[day]].')
    nondays: list[NonDay] = []
    opens: list[dt.date] = []
    for number, row in enumerate(rows, start=1):
        where = f"day {number}"
        if not isinstance(row, dict):
            raise DaysFileError(name, f"{where} is no table.", expected="[[day]] and its keys.")
        if row.keys() - _KEYS:
            raise DaysFileError(
                name,
                f"{where} has the unknown key {min(row.keys() - _KEYS)!r}.",
                expected=f"{', '.join(sorted(_KEYS))}.",
            )
        date, kind = row.get("date"), row.get("kind")
        if not isinstance(date, dt.date) or isinstance(date, dt.datetime):
            raise DaysFileError(name, f"{where} has no date.", expected="date = 2010-11-26, without quotes.")
        if not isinstance(kind, str) or kind not in _KINDS:
            raise DaysFileError(name, f"{where} has the kind {kind!r}.", expected=f"one of {', '.join(_KINDS)}.")
        if kind == "open":
            opens.append(date)
            continue
        words, authority = row.get("name", kind), row.get("authority", f"notice in {name}")
        if not isinstance(words, str) or not isinstance(authority, str):
            raise DaysFileError(name, f"{where}: name and authority are texts.", expected='name = "closed".')
        nondays.append(
            NonDay(date=date, name=words, layer=_LAYERS[kind], authority=authority, sureness=DaySureness.PUBLISHED)
        )
    log = data.get("outage_log", "")
    if not isinstance(log, str):
        raise DaysFileError(name, "outage_log is no text.", expected='outage_log = "outages.csv".')
    outages = _outages(data.get("outage", []), name)
    if (outages or log) and not court:
        raise DaysFileError(name, "it has outages and names no court.", expected='court = "cand": hours need a zone.')
    return NoticedDays(
        court=court,
        nondays=tuple(nondays),
        opens=tuple(opens),
        outages=outages,
        outage_rule=_outage_rule(data.get("outage_rule"), name),
        outage_log=log,
    )


def _outages(rows: object, name: str) -> tuple[Outage, ...]:
    if not isinstance(rows, list):
        raise DaysFileError(name, "outage is no list of tables.", expected="[[outage]] and its keys.")
    found: list[Outage] = []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or row.keys() - {"start", "end", "authority"}:
            raise DaysFileError(name, f"outage {number} has other keys.", expected="start, end and authority.")
        start, end, source = row.get("start"), row.get("end"), row.get("authority", f"outage {number} in {name}")
        if (
            not (isinstance(start, dt.datetime) and isinstance(end, dt.datetime) and isinstance(source, str))
            or start.tzinfo is not None
            or end.tzinfo is not None
            or end <= start
        ):
            raise DaysFileError(
                name,
                f"outage {number} is none.",
                expected="start = 2025-09-09T10:20:00 and a later end, in the court's time, without an offset.",
            )
        found.append(Outage(start=start, end=end, source=source))
    return tuple(found)


def _outage_rule(row: object, name: str) -> OutageRule | None:
    if row is None:
        return None
    if not isinstance(row, dict) or row.keys() - {"hours", "after", "authority"}:
        raise DaysFileError(name, "outage_rule has other keys.", expected="hours, after and authority.")
    hours, after, authority = row.get("hours"), row.get("after"), row.get("authority")
    if not isinstance(authority, str) or not authority.strip():
        raise DaysFileError(name, "outage_rule names no authority.", expected='authority = "W.D. Wash. LCR 6".')
    if hours is None and after is None:
        raise DaysFileError(name, "outage_rule says neither hours nor after.", expected="at least one of them.")
    if hours is not None and (
        isinstance(hours, bool) or not isinstance(hours, int | float) or not 0 <= hours <= _LONGEST_HOURS
    ):
        raise DaysFileError(name, f"outage_rule has the hours {hours!r}.", expected="a number from 0 to 24.")
    if after is not None and not isinstance(after, dt.time):
        raise DaysFileError(name, f"outage_rule has the hour {after!r}.", expected="after = 17:00:00, without quotes.")
    return OutageRule(
        longer_than=None if hours is None else dt.timedelta(hours=hours), after=after, authority=authority
    )
