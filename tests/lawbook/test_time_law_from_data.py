"""The shipped law of time: courts, their calendars, what is missing and said to be."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import soordered as so
from soordered.calendars.days import Layer
from soordered.lawbook import time_law_from_data as data
from soordered.lawbook.shipped_files import LawbookDataError
from soordered.lawbook.time_law_from_data import (
    UnknownCourtError,
    UnknownDivisionError,
    WrongCircuitError,
    courts,
    divisions,
    time_law,
)
from soordered.lawbook.version import LAWBOOK_VERSION
from soordered.provenance.problems import BadInputError

APPEALS = (*(f"ca{number}" for number in range(1, 12)), "cadc", "cafc")
_DAYS = tuple(dt.date(2021, 1, 1) + dt.timedelta(days=day) for day in range(365))
DISTRICTS = tuple(court for court in courts() if court not in (*APPEALS, "federal"))


def test_there_are_ninety_four_districts_thirteen_courts_of_appeals_and_one_without_a_name() -> None:
    assert len(courts()) == len(set(courts())) == 1 + 94 + 13
    assert courts() == ("federal", *DISTRICTS, *APPEALS)


@pytest.mark.parametrize("district", DISTRICTS)
def test_a_judgment_of_every_district_goes_to_one_circuit_and_to_the_federal_one(district: str) -> None:
    found = []
    for court in APPEALS:
        try:
            found.append(time_law(f"{court}/{district}").calendar.court)
        except WrongCircuitError:
            continue

    assert len(found) == 2
    assert found[1] == f"cafc/{district}"


@pytest.mark.parametrize(
    ("court", "district", "state", "zone"),
    [
        ("ca1", "prd", "MA", "America/New_York"),
        ("ca3", "vid", "PA", "America/New_York"),
        ("ca5", "txsd", "LA", "America/Chicago"),
        ("ca9", "nmid", "CA", "America/Los_Angeles"),
        ("ca10", "utd", "CO", "America/Denver"),
        ("cadc", "dcd", "DC", "America/New_York"),
    ],
)
def test_a_court_of_appeals_sits_with_its_clerk(court: str, district: str, state: str, zone: str) -> None:
    law = time_law(f"{court}/{district}")

    assert (law.family, law.calendar.state, law.calendar.zone) == ("frap", state, zone)
    assert law.regime_on(dt.date(2010, 1, 4)).id == "frap-2009"
    assert time_law(district).family == "frcp"


def test_the_holidays_of_both_states_count_in_a_court_of_appeals() -> None:
    """San Jacinto Day is Texas's, and Mardi Gras Louisiana's."""
    days = dt.date(2025, 3, 4), dt.date(2025, 4, 21)
    held = {
        court: [any(found.layer.startswith("state") for found in time_law(court).calendar.nondays(day)) for day in days]
        for court in ("ca5", "txsd", "ca5/txsd", "ca5/laed")
    }

    assert held == {
        "ca5": [True, False], "txsd": [False, True], "ca5/txsd": [True, True], "ca5/laed": [True, False],
    }  # fmt: skip


def test_without_the_court_below_a_court_of_appeals_says_what_is_missing() -> None:
    whole = data.FIRST_DAY, data.LAST_DAY
    saying = {
        court
        for court in ("cand", "ca9", "ca9/ord", "cadc", "cafc", "cafc/txed")
        if any("name that court behind a stroke" in words for words in time_law(court).calendar.notes_between(*whole))
    }

    assert saying == {"ca9", "cafc"}


@pytest.mark.parametrize(
    ("court", "error"),
    [
        ("ca9/nysd", WrongCircuitError),
        ("cadc/cand", WrongCircuitError),
        ("cafc/federal", WrongCircuitError),
        ("ca9/", UnknownCourtError),
        ("/cand", UnknownCourtError),
        ("cand/ord", UnknownDivisionError),
        ("txwd/", UnknownCourtError),
        ("txwd/elpaso", UnknownDivisionError),
        ("ca9/ca8", UnknownCourtError),
        ("ca9/ord/cand", UnknownCourtError),
    ],
)
def test_what_is_no_court_above_that_court_is_refused(court: str, error: type[BadInputError]) -> None:
    with pytest.raises(error):
        time_law(court)


@pytest.mark.parametrize("court", [court for court in courts() if divisions(court)])
def test_the_divisions_of_a_district_keep_its_times_and_share_its_days(court: str) -> None:
    whole = time_law(court).calendar
    parts = [time_law(f"{court}/{name}").calendar for name, _, _ in divisions(court)]

    assert {part.zone for part in parts} >= {whole.zone, *whole.also_zones}
    assert len({part.zone for part in parts}) > 1
    for part in parts:
        assert (part.state, part.also_zones) == (whole.state, ())
        assert part.name.startswith(f"{whole.name}, ")
        assert [part.nondays(day) for day in _DAYS] == [whole.nondays(day) for day in _DAYS]


def test_an_hour_is_told_in_the_division_s_own_time() -> None:
    """Two days of hours before nine on Monday in El Paso; the clocks change on Sunday."""
    there, seat = (so.due("48 hours", before="2024-03-11T09:00", court=court) for court in ("txwd/el-paso", "txwd"))

    assert there.prevailing.isoformat() == "2024-03-08T08:00:00-07:00"
    assert seat.prevailing.isoformat() == "2024-03-08T08:00:00-06:00"


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


@pytest.mark.parametrize("court", ["", "CAND", "ca12", "candd", "../regimes"])
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


@pytest.mark.parametrize(
    ("court", "day", "layers"),
    [
        ("ca9", "2018-12-05", {Layer.CLOSING, Layer.NOTICE}),  # open, and a holiday for all deadlines by its notice
        ("ca9/ord", "2018-12-05", {Layer.CLOSING, Layer.NOTICE}),
        ("cand", "2018-12-05", {Layer.CLOSING}),
        ("ca9", "2008-12-26", set()),  # shut, and no holiday by its notice
        ("cand", "2008-12-26", {Layer.CLOSING}),
        ("ca9", "2021-06-18", {Layer.SATURDAY_OBSERVED, Layer.NOTICE}),
        ("ca3", "2014-12-26", {Layer.CLOSING, Layer.NOTICE}),
        ("ca2", "2014-12-26", {Layer.CLOSING}),
    ],
)
def test_days_by_a_courts_own_notice(court: str, day: str, layers: set[Layer]) -> None:
    held = {nonday.layer for nonday in time_law(court).calendar.nondays(dt.date.fromisoformat(day))}

    assert held == layers


def test_every_file_of_notices_is_of_a_court_that_says_so(checkout: Path) -> None:
    folder = checkout / "src" / "soordered" / "lawbook" / "data" / "time"
    rows = tomllib.loads((folder / "courts_of_appeals.toml").read_text(encoding="utf-8"))["court"]
    rows |= tomllib.loads((folder / "courts.toml").read_text(encoding="utf-8"))

    assert {court for court, row in rows.items() if row.get("notices")} == {
        path.stem for path in (folder / "notices").iterdir()
    }
