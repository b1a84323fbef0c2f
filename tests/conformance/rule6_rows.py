"""The worked examples of ``conformance/rule6.csv``, and what each asks of the public face.

Two tables carry the file's words over: its units, and the kinds of its assumed holidays.
"""

from __future__ import annotations

import csv
import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from soordered.calendars.days import Layer
from soordered.lawbook.time_law_from_data import time_law

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a unit of the file is asked for.

    Args:
        words: the unit as one types it.
        reading: label of the reading the unit stands for, ``None`` for the prevailing one.
        safe: whether the file's answer is the safe date.
    """

    words: str
    reading: str | None = None
    safe: bool = False


UNITS = {
    "days": Asked(words="days"),
    "days_raw": Asked(words="days", reading="straight-count"),
    "business_days": Asked(words="business days"),
    "calendar_days": Asked(words="calendar days"),
    "calendar_days_noroll": Asked(words="calendar days", reading="calendar-days-literal"),
    "calendar_days_last_working": Asked(words="calendar days", safe=True),
    "calendar_days_excl_weekends": Asked(words="calendar days", reading="calendar-days-under-threshold"),
    "hours": Asked(words="hours"),
    "fixed_date": Asked(words="fixed"),
    "clock_business": Asked(words="business days"),
    "clock_calendar": Asked(words="day", reading="literal-day-before"),
}

KINDS = {
    "state": "state",
    "inaccessible": "inaccessible",
    "closure": "holiday",  # in the file: treated as a holiday in this row
    "not-holiday": "open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the file."""

    id: str
    regime: str
    trigger: str
    period: str
    unit: str
    direction: str
    assumed: tuple[tuple[dt.date, str, str], ...]
    expected: str
    note: str

    @property
    def n(self) -> int:
        """The period without the days for service."""
        return int(self.period.split("+")[0])

    @property
    def served(self) -> bool:
        """Whether three days for service come on top."""
        return "+" in self.period

    @property
    def asked(self) -> Asked:
        """How the unit is asked for."""
        if self.unit.startswith("clock@"):
            return UNITS["clock_" + self.unit.partition("_")[2]]
        return UNITS[self.unit]

    @property
    def clock(self) -> dt.time | None:
        """The hour in the unit, if there is one."""
        if not self.unit.startswith("clock@"):
            return None
        return dt.time.fromisoformat(self.unit.removeprefix("clock@").partition("_")[0])

    def days_file(self) -> str:
        """The row's assumptions as a file of a court's notices.

        Days that our calendar of federal holidays does not hold are added; a Friday kept for a Saturday holiday, which
        the row does not name, is an ordinary day in it.
        """
        added = [(date, name, KINDS[kind]) for date, name, kind in self.assumed if kind in KINDS]
        named = {date for date, _, _ in self.assumed}
        fridays = [(date, "an ordinary Friday", "open") for date in self._fridays_kept() if date not in named]
        return "\n".join(
            f'[[day]]\ndate = {date}\nkind = "{kind}"\nname = "{name}"\n' for date, name, kind in added + fridays
        )

    def _fridays_kept(self) -> list[dt.date]:
        ends = dt.date.fromisoformat(self.trigger[:10]), dt.date.fromisoformat(self.expected[:10])
        low, high = min(ends).toordinal() - 10, max(ends).toordinal() + 10
        days = time_law("federal").calendar.days_of(Layer.SATURDAY_OBSERVED, low, high)
        return [dt.date.fromordinal(number) for number in days]


def rows() -> list[Row]:
    """Read the file; an empty list where the shared folder is missing (the fixture then says so)."""
    shared = Path(os.environ.get("SOORDERED_SHARED") or CHECKOUT.parent / "shared")
    path = shared / "conformance" / "rule6.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return rows_of(file)


def rows_of(lines: Iterable[str]) -> list[Row]:
    """Read rows from lines, the first of which names the columns."""
    return [_row(fields) for fields in csv.DictReader(lines)]


def _row(fields: dict[str, str]) -> Row:
    return Row(
        id=fields["id"],
        regime=fields["regime"],
        trigger=fields["trigger"],
        period=fields["period"],
        unit=fields["unit"],
        direction=fields["direction"],
        assumed=tuple(_assumed(entry) for entry in fields["holidays_assumed"].split(";") if entry.strip() != "none"),
        expected=fields["expected"],
        note=fields["note"],
    )


def _assumed(entry: str) -> tuple[dt.date, str, str]:
    date, _, rest = entry.strip().partition(" ")
    name, _, kind = rest.rpartition(" [")
    return dt.date.fromisoformat(date), name, kind.rstrip("]")
