"""The shipped law of time: courts, their calendars, what is missing and said to be."""

from __future__ import annotations

import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

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
def test_an_unknown_court_is_refused_with_the_list(court: str) -> None:
    with pytest.raises(UnknownCourtError, match=r"There is no court .* in the lawbook.*cand, "):
        time_law(court)


def test_the_states_said_to_be_held_are_the_files_there_are(checkout: Path) -> None:
    folder = checkout / "src" / "soordered" / "lawbook" / "data" / "time"

    held = tomllib.loads((folder / "states.toml").read_text(encoding="utf-8"))["held"]

    assert sorted(held) == sorted(path.stem for path in (folder / "states").glob("*.toml"))
