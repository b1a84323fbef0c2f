"""The reference page of the states' holidays, written from the lawbook's data."""

from __future__ import annotations

import datetime as dt
import pkgutil
import tomllib
from collections import defaultdict
from collections.abc import Mapping

from soordered.lawbook.time_law_from_data import courts, time_law

Row = Mapping[str, object]

_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_PLUS = {1: "the day after ", -3: "three days before ", 0: ""}
_EASTER = {-47: "Shrove Tuesday", -3: "Thursday before Easter", -2: "Friday before Easter", 1: "Monday after Easter"}
_YEARS = {
    (1, 0): "",
    (2, 0): ", even years",
    (4, 0): ", years of a presidential election",
    (4, 1): ", years after a presidential election",
    (4, 3): ", years before a presidential election",
}


def state_holidays_page() -> str:
    """Every state day that the lawbook holds, by state, with its authority; California's stand apart."""
    lines = [
        "# Holidays of the states",
        "",
        "These are the days that a state or territory keeps and the federal statute does not, as the lawbook holds them.",
        "California is not among them: its judicial holidays rest on its statutes and move a date.",
        "All of these are *unverified* but Nevada Day, which a decision of its circuit counted.",
        "A count that turns on one shows a reading, `unverified-state-days-out`; the prevailing date does not move.",
        "*Recalled* means that the statute's number is known and its text was not read.",
        "*Read in a public copy* means that a copy of one year was read, not the state's own code.",
        "A day of one county is held only where the district court itself sits in that county.",
        "Days that an employee may choose, half days and days of mere observance are left out.",
        "Before 1990 the lists are less sure still.",
    ]
    seats: defaultdict[str, list[str]] = defaultdict(list)
    for court in courts():
        seats[time_law(court).calendar.state].append(court)
    for state in sorted(seats.keys() - {"", "CA"}):
        data = tomllib.loads((pkgutil.get_data("soordered.lawbook", f"data/time/states/{state}.toml") or b"").decode())
        lines += ["", f"## {state} ({', '.join(seats[state])})", ""]
        if not data["holiday"]:
            lines.append("None beside the federal ones is known.")
            continue
        lines += ["| day | when | authority |", "| --- | --- | --- |"]
        lines += [f"| {row['name']} | {_when(row)} | {row['cite']} |" for row in data["holiday"]]
        moves = [f"a {str(row['falls_on']).capitalize()} {row['words']}" for row in data.get("observance", [])]
        lines += ["", f"Kept besides: {' and '.join(moves)}." if moves else "On a weekend a day is not moved."]
    return "\n".join(lines) + "\n"


def _when(row: Row) -> str:
    words = _day(row)
    shifts = row.get("shifts")
    if isinstance(shifts, list) and any(shifts):
        moves = (f"{_WEEKDAYS[weekday]} {days:+}" for weekday, days in enumerate(shifts) if days)
        words += f", moved by its weekday ({', '.join(moves)})"
    words += _YEARS[_number(row, "every", 1), _number(row, "of", 0)]
    words += "".join(f", {word} {row[word]}" for word in ("from", "until") if isinstance(row.get(word), dt.date))
    return words


def _day(row: Row) -> str:
    dates = row.get("dates")
    if isinstance(dates, list):
        return f"{len(dates)} listed dates"
    if "easter" in row:
        return _EASTER[_number(row, "easter", 0)]
    month = _MONTHS[_number(row, "month", 0)]
    if "nth" not in row:
        return f"{row['day']} {month}"
    weekday = str(row["weekday"]).capitalize()
    return f"{_PLUS[_number(row, 'plus', 0)]}the {_NTH[_number(row, 'nth', 0)]} {weekday} of {month}"


def _number(row: Row, key: str, otherwise: int) -> int:
    value = row.get(key, otherwise)
    assert isinstance(value, int)
    return value
