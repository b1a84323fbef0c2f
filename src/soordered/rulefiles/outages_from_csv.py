"""A court's log of outages as CSV: ``start,end`` in the court's time, one outage a row; further columns may follow.

``contradictory`` says ``yes`` where the log contradicts itself: such a row is not used. ``court`` is the CM/ECF id: a row
of another court is refused. ``zone`` is the IANA zone of the times, which must be the court's.
"""

from __future__ import annotations

import csv
import datetime as dt

from soordered.calendars.nondays_from_outages import Outage
from soordered.rulefiles.days_from_toml import DaysFileError

_KNOWN = frozenset({"start", "end", "contradictory", "court", "zone"})


def outages_from_csv(text: str, *, name: str, court: str, zone: str) -> tuple[Outage, ...]:
    """Read a log of outages.

    Args:
        text: the file.
        name: its name, for messages.
        court: CM/ECF id of the court it should be for.
        zone: IANA zone of that court.

    Raises:
        DaysFileError: a column is missing or unknown, a time is none, an outage ends before it begins, or a row is of
            another court or zone.
    """
    lines = csv.DictReader(text.splitlines())
    columns = set(lines.fieldnames or ())
    if not {"start", "end"} <= columns or columns - _KNOWN:
        raise DaysFileError(
            name,
            f"its columns are {', '.join(lines.fieldnames or ['none'])}.",
            expected="start,end and no unknown one.",
        )
    found: list[Outage] = []
    for number, row in enumerate(lines, start=2):
        if row.get("contradictory") == "yes":
            continue
        for key, right in (("court", court), ("zone", zone)):
            if row.get(key) and row[key] != right:
                raise DaysFileError(name, f"line {number} is of {key} {row[key]!r}.", expected=f"{right!r}.")
        found.append(outage(row["start"], row["end"], source=f"{name}, line {number}", name=name))
    return tuple(found)


def outage(start: str, end: str, *, source: str, name: str) -> Outage:
    """Make an outage from its two times.

    Raises:
        DaysFileError: a time is none, bears an offset, or the end is not after the start.
    """
    try:
        begins, ends = dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end)
    except (TypeError, ValueError):
        raise DaysFileError(
            name, f"{source}: {start!r} to {end!r} are no times.", expected="times as 2025-09-09T10:20."
        ) from None
    if begins.tzinfo is not None or ends.tzinfo is not None or ends <= begins:
        raise DaysFileError(
            name,
            f"{source}: {start} to {end} is no outage.",
            expected="a start before its end, in the court's time, without an offset.",
        )
    return Outage(start=begins, end=ends, source=source)
