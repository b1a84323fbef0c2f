"""The shipped law of time: courts, their calendars, what is missing and said to be."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from soordered.lawbook import time_law_from_data as data
from soordered.lawbook.shipped_files import LawbookDataError
from soordered.lawbook.time_law_from_data import UnknownCourtError, courts, time_law
from soordered.lawbook.version import LAWBOOK_VERSION


def test_there_are_ninety_four_districts_and_one_without_a_name() -> None:
    assert len(courts()) == len(set(courts())) == 95
    assert courts()[0] == "federal"


@pytest.mark.parametrize("court", courts())
def test_every_court_has_a_calendar_a_zone_and_its_gaps(court: str) -> None:
    calendar = time_law(court).calendar

    assert (calendar.court, ZoneInfo(calendar.zone).key) == (court, calendar.zone)
    assert calendar.name
    assert all(ZoneInfo(zone).key != calendar.zone for zone in calendar.also_zones)
    assert calendar.state == "CA" or calendar.notes


@pytest.mark.parametrize(
    ("court", "name", "state", "zone"),
    [
        ("cand", "Northern District of California", "CA", "America/Los_Angeles"),
        ("nysd", "Southern District of New York", "NY", "America/New_York"),
        ("azd", "District of Arizona", "AZ", "America/Phoenix"),
        ("gud", "District of Guam", "GU", "Pacific/Guam"),
        ("prd", "District of Puerto Rico", "PR", "America/Puerto_Rico"),
        ("dcd", "District of Columbia", "DC", "America/New_York"),
    ],
)
def test_some_courts(court: str, name: str, state: str, zone: str) -> None:
    calendar = time_law(court).calendar

    assert (calendar.name, calendar.state, calendar.zone) == (name, state, zone)


def test_the_law_of_a_court_is_made_once() -> None:
    assert time_law("cand") is time_law("cand")
    assert time_law("cand").version == LAWBOOK_VERSION


@pytest.mark.parametrize("court", ["", "CAND", "ca9", "candd", "../regimes"])
def test_an_unknown_court_is_refused_with_the_way_to_the_list(court: str) -> None:
    with pytest.raises(UnknownCourtError, match=r"There is no court .* in the lawbook.*soordered courts.*cand"):
        time_law(court)


def test_every_state_with_a_court_has_a_file_and_no_file_is_without_a_court(checkout: Path) -> None:
    folder = checkout / "src" / "soordered" / "lawbook" / "data" / "time"

    rows = tomllib.loads((folder / "courts.toml").read_text(encoding="utf-8")).values()

    assert {row["state"] for row in rows if row["state"]} == {path.stem for path in (folder / "states").glob("*.toml")}


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (data._text, 5),
        (data._number, "5"),
        (data._number, True),
        (data._list, {}),
        (data._table, []),
    ],
)
def test_broken_data_is_our_fault_and_said_so(check: Callable[[object], object], value: object) -> None:
    with pytest.raises(LawbookDataError, match="the lawbook's data should hold"):
        check(value)


def test_a_date_that_is_none_in_the_data_is_our_fault() -> None:
    with pytest.raises(LawbookDataError, match="should hold a date"):
        data._date("2010-07-07", dt.date(2010, 7, 7))


def test_a_missing_file_says_to_install_again() -> None:
    with pytest.raises(LawbookDataError, match=r"data/time/no-such-file.toml is missing; install the package again"):
        data._data("no-such-file")
