"""Holiday rules give the days that published lists and statutes give, with their history."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from soordered.calendars.court import CourtCalendar
from soordered.calendars.days import DaySureness, Layer
from soordered.calendars.holidays_from_rules import HolidayRule, ObservanceRule, easter_sunday, ruled_days
from soordered.lawbook.time_law_from_data import time_law

CAND = time_law("cand").calendar
FEDERAL = time_law("federal").calendar


def days_of(calendar: CourtCalendar, first: int, last: int, *layers: Layer) -> set[dt.date]:
    low, high = dt.date(first, 1, 1).toordinal(), dt.date(last, 12, 31).toordinal()
    return {dt.date.fromordinal(number) for layer in layers for number in calendar.days_of(layer, low, high)}


def on_weekdays(days: set[dt.date]) -> set[dt.date]:
    return {day for day in days if day.weekday() < 5}


def listed(path: Path) -> set[dt.date]:
    with path.open(encoding="utf-8", newline="") as file:
        return {dt.date.fromisoformat(row["date"]) for row in csv.DictReader(file)}


def test_federal_holidays_1997_to_2030_are_those_of_the_list(shared: Path) -> None:
    expected = listed(shared / "corpus" / "holidays" / "federal_1997_2030.csv")

    assert on_weekdays(days_of(FEDERAL, 1997, 2030, Layer.FEDERAL, Layer.SATURDAY_OBSERVED)) == expected


def test_california_judicial_holidays_2010_to_2026_are_those_of_the_list(shared: Path) -> None:
    expected = listed(shared / "corpus" / "holidays" / "california_judicial_2010_2026.csv")

    assert on_weekdays(days_of(CAND, 2010, 2026, Layer.STATE)) == expected


def test_executive_order_closings_of_the_list_are_held_as_closings(shared: Path) -> None:
    with (shared / "corpus" / "holidays" / "special_closings.csv").open(encoding="utf-8", newline="") as file:
        ordered = {
            dt.date.fromisoformat(row["date"])
            for row in csv.DictReader(file)
            if row["nature"] == "executive-order closing"
        }

    assert ordered <= days_of(CAND, 1997, 2030, Layer.CLOSING)


def test_furlough_days_of_2013_are_ordinary_days(shared: Path) -> None:
    """N.D. Cal. called them regular court days; e-filing was up."""
    with (shared / "corpus" / "holidays" / "special_closings.csv").open(encoding="utf-8", newline="") as file:
        furloughs = [dt.date.fromisoformat(row["date"]) for row in csv.DictReader(file) if "furlough" in row["name"]]

    assert furloughs
    layers = {nonday.layer for day in furloughs for nonday in CAND.nondays(day)}
    assert layers <= {Layer.STATE_UNVERIFIED}  # one of them is Admission Day


@pytest.mark.parametrize(
    ("day", "layer", "name"),
    [
        # history of the Monday holidays
        ("1970-02-22", Layer.FEDERAL, "Washington's Birthday"),
        ("1971-02-15", Layer.FEDERAL, "Washington's Birthday"),
        ("1970-05-30", Layer.FEDERAL, "Memorial Day"),
        ("1971-05-31", Layer.FEDERAL, "Memorial Day"),
        ("1971-10-11", Layer.FEDERAL, "Columbus Day"),
        # Veterans Day was a Monday in October for seven years
        ("1971-10-25", Layer.FEDERAL, "Veterans Day"),
        ("1977-10-24", Layer.FEDERAL, "Veterans Day"),
        ("1978-11-11", Layer.FEDERAL, "Veterans Day"),
        ("1978-11-10", Layer.SATURDAY_OBSERVED, "Veterans Day, observed on the Friday"),
        ("1953-11-11", Layer.FEDERAL, "Armistice Day"),
        ("1954-11-11", Layer.FEDERAL, "Veterans Day"),
        # first years
        ("1986-01-20", Layer.FEDERAL, "Birthday of Martin Luther King, Jr."),
        ("2021-06-18", Layer.SATURDAY_OBSERVED, "Juneteenth National Independence Day, observed on the Friday"),
        ("2022-06-20", Layer.FEDERAL, "Juneteenth National Independence Day, on the Monday"),
        # Thanksgiving before and after the statute of 1941
        ("1939-11-23", Layer.FEDERAL_UNVERIFIED, "Thanksgiving Day"),
        ("1944-11-23", Layer.FEDERAL, "Thanksgiving Day"),
        ("1945-11-22", Layer.FEDERAL, "Thanksgiving Day"),
        # Sundays
        ("2007-11-12", Layer.FEDERAL, "Veterans Day, on the Monday"),
        ("1966-12-26", Layer.FEDERAL, "Christmas Day, on the Monday"),
        ("1949-12-26", Layer.FEDERAL_UNVERIFIED, "Christmas Day, on the Monday"),
        # Fridays for Saturdays, for pay and leave, since September 1959
        ("1959-07-03", Layer.CLOSING, "Friday before Independence Day, employees excused by executive order"),
        ("1964-07-03", Layer.SATURDAY_OBSERVED, "Independence Day, observed on the Friday"),
        # over the turn of the year
        ("2021-12-31", Layer.SATURDAY_OBSERVED, "New Year's Day, observed on the Friday"),
        ("2010-12-31", Layer.SATURDAY_OBSERVED, "New Year's Day, observed on the Friday"),
        # California
        ("2024-04-01", Layer.STATE, "Cesar Chavez Day, on the Monday"),
        ("2023-02-13", Layer.STATE, "Lincoln Day, on the Monday"),
        ("2022-09-23", Layer.STATE, "Native American Day"),
        ("2021-09-24", Layer.STATE_UNVERIFIED, "Native American Day"),
        ("2021-10-11", Layer.STATE, "Columbus Day"),
        ("2010-09-09", Layer.STATE_UNVERIFIED, "Admission Day"),
        ("2026-11-09", Layer.STATE_UNVERIFIED, "Diwali, on the Monday"),  # a state holiday, no judicial one
        ("2002-11-29", Layer.STATE, "Day after Thanksgiving"),
        ("2002-04-01", Layer.STATE, "Cesar Chavez Day, on the Monday"),
        ("2001-03-30", Layer.STATE_UNVERIFIED, "Cesar Chavez Day, observed on the Friday"),
        # closings
        ("2007-12-24", Layer.CLOSING, "Christmas Eve, closed by executive order"),
        ("2025-12-26", Layer.CLOSING, "day after Christmas, closed by executive order"),
    ],
)
def test_a_day_and_its_name(day: str, layer: Layer, name: str) -> None:
    assert name in {nonday.name for nonday in CAND.nondays(dt.date.fromisoformat(day)) if nonday.layer is layer}


@pytest.mark.parametrize(
    "day",
    [
        "1985-01-21",  # the year before King Day
        "2020-06-19",  # the year before Juneteenth
        "2021-01-20",  # Inauguration Day counts in the capital only
        "1971-02-22",  # the old Washington's Birthday
        "1975-11-11",  # Veterans Day was in October
        "2013-07-05",  # a furlough day
    ],
)
def test_days_that_are_none(day: str) -> None:
    assert FEDERAL.nondays(dt.date.fromisoformat(day)) == ()


def test_columbus_day_left_the_state_in_2022_and_stays_federal() -> None:
    layers = {nonday.layer for nonday in CAND.nondays(dt.date(2022, 10, 10))}

    assert layers == {Layer.FEDERAL}


def test_every_day_has_an_authority_and_unverified_ones_say_so() -> None:
    numbers = range(CAND.first.toordinal(), CAND.last.toordinal() + 1)
    found = [nonday for number in numbers for nonday in CAND.nondays(dt.date.fromordinal(number))]
    holidays = [nonday for nonday in found if nonday.layer not in (Layer.SATURDAY, Layer.SUNDAY)]

    assert [nonday for nonday in holidays if not nonday.authority] == []
    doubtful = (Layer.STATE_UNVERIFIED, Layer.FEDERAL_UNVERIFIED)
    assert all(nonday.sureness is DaySureness.UNVERIFIED for nonday in holidays if nonday.layer in doubtful)


@pytest.mark.parametrize(
    ("nth", "expected"),
    [(1, "2024-09-02"), (3, "2024-09-16"), (5, "2024-09-30"), (-1, "2024-09-30"), (-2, "2024-09-23")],
)
def test_the_nth_monday_of_a_month(nth: int, expected: str) -> None:
    rule = HolidayRule(
        name="a Monday", layer=Layer.STATE, first=dt.date(2024, 1, 1), last=dt.date(2024, 12, 31), month=9, nth=nth
    )

    assert [dt.date.fromordinal(number).isoformat() for number in rule.ordinals()] == [expected]


def test_the_last_monday_of_december_needs_the_next_year() -> None:
    rule = HolidayRule(
        name="a Monday", layer=Layer.STATE, first=dt.date(2024, 1, 1), last=dt.date(2024, 12, 31), month=12, nth=-1
    )

    assert list(rule.ordinals()) == [dt.date(2024, 12, 30).toordinal()]


def test_a_doubtful_holiday_stays_doubtful_where_it_is_moved_to() -> None:
    first, last = dt.date(2023, 1, 1), dt.date(2023, 12, 31)
    rule = HolidayRule(
        name="a day", layer=Layer.STATE_UNVERIFIED, first=first, last=last, month=1, day=22, authority="a statute"
    )
    move = ObservanceRule(
        falls_on=6, moves=1, words="on the Monday", layer=Layer.STATE, first=first, last=last, authority="another"
    )

    days = [day.nonday(dt.date.fromordinal(number)) for number, day in ruled_days((rule,), (move,))]

    assert [(day.date.isoformat(), day.layer) for day in days] == [
        ("2023-01-22", Layer.STATE_UNVERIFIED),
        ("2023-01-23", Layer.STATE_UNVERIFIED),
    ]


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (1818, "1818-03-22"),  # as early as it can be
        (1943, "1943-04-25"),  # as late as it can be
        (1954, "1954-04-18"),  # the two years of the century in which
        (1981, "1981-04-19"),  # the plain rule of the moon is set right
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2026, "2026-04-05"),
        (2038, "2038-04-25"),
        (2049, "2049-04-18"),
    ],
)
def test_easter_sunday(year: int, easter: str) -> None:
    assert dt.date.fromordinal(easter_sunday(year)).isoformat() == easter


@pytest.mark.parametrize("year", range(1938, 2051))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    easter = dt.date.fromordinal(easter_sunday(year))

    assert easter.weekday() == 6
    assert (3, 22) <= (easter.month, easter.day) <= (4, 25)


def rule(first: int, last: int, **how: object) -> HolidayRule:
    plain = HolidayRule(name="a day", layer=Layer.STATE, first=dt.date(first, 1, 1), last=dt.date(last, 12, 31))
    return replace(plain, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("holiday", "expected"),
    [
        # Good Friday and Mardi Gras, from Easter
        (rule(2025, 2026, easter=-2), ["2025-04-18", "2026-04-03"]),
        (rule(2024, 2025, easter=-47), ["2024-02-13", "2025-03-04"]),
        # the Tuesday after the first Monday: never 1 November
        (rule(2022, 2026, month=11, nth=1, plus=1, every=2), ["2022-11-08", "2024-11-05", "2026-11-03"]),
        # the January after a presidential election, a Sunday put on the Monday, a Saturday left
        (
            rule(2005, 2029, month=1, day=20, every=4, of=1, shifts=(0, 0, 0, 0, 0, 0, 1)),
            ["2005-01-20", "2009-01-20", "2013-01-21", "2017-01-20", "2021-01-20", "2025-01-20", "2029-01-20"],
        ),
        # Christmas Eve away from Christmas as it is kept: Friday to Thursday, Saturday and Sunday to Friday
        (
            rule(2021, 2023, month=12, day=24, shifts=(0, 0, 0, 0, -1, -1, -2)),
            ["2021-12-23", "2022-12-23", "2023-12-22"],
        ),
        # the Friday before the third Monday
        (rule(2020, 2020, month=1, nth=3, plus=-3), ["2020-01-17"]),
    ],
)
def test_days_from_easter_in_some_years_and_shifted(holiday: HolidayRule, expected: list[str]) -> None:
    assert [dt.date.fromordinal(number).isoformat() for number in holiday.ordinals()] == expected


def test_a_shifted_day_is_moved_by_no_observance_rule() -> None:
    first, last = dt.date(2029, 1, 1), dt.date(2029, 12, 31)
    to_friday = ObservanceRule(
        falls_on=5, moves=-1, words="on the Friday", layer=Layer.STATE, first=first, last=last, authority="a statute"
    )
    inauguration = rule(2029, 2029, month=1, day=20, shifts=(0, 0, 0, 0, 0, 0, 1))

    assert [number for number, _ in ruled_days((inauguration,), (to_friday,))] == [dt.date(2029, 1, 20).toordinal()]


def test_a_rule_in_force_from_a_day_gives_none_before_it() -> None:
    holiday = replace(rule(2026, 2027, easter=-2), first=dt.date(2026, 5, 6))

    assert [dt.date.fromordinal(number).isoformat() for number in holiday.ordinals()] == ["2027-03-26"]
