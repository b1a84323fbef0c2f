"""Our state holidays beside those of the Python package holidays, 1990 to 2035: every difference has a reason.

The package (MIT licence) follows what state offices close for; our files follow the statute where we know it. A day of
either that the other lacks stands in the table below with the years between which they differ; a row that is no longer
needed fails, and so does a difference without a row. Only weekdays that are no federal holidays are compared: no other
day can move a date.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

import holidays
import pytest

from soordered.calendars.court import CourtCalendar
from soordered.calendars.days import Layer
from soordered.lawbook.time_law_from_data import courts, time_law

YEARS = range(1990, 2036)

STATUTE = "on the list of the statute that the file names; the package lacks it"
OLDER = "the package begins it later; the statute that the file names is older, or says nothing of a first year"
ENDED = "once on the statute's list, struck since; the package lacks it"
EMPLOYEES = "closes state offices by a statute, order or rule that the file names; the package lacks it"
COUNTY = "a holiday of the county where the court sits; the package holds no part of a state"
WEEKEND = "the file moves it off a weekend; the package leaves it there"
OPTIONAL = "a day that an employee may take in place of another, or half a day: no holiday of the state"
OBSERVANCE = "a day of observance on which nothing closes; the statute's list does not hold it"
PAY = "leave of federal employees near Washington (5 U.S.C. 6103(c)); no statute of the state is known to us"
NO_MOVE = "the package moves it off a weekend; the statute does not"
NO_ELECTION = "the package holds it in every year since 2015; in these there is no election"
OTHER_DAY = "the statute names 10 May, and only since 2000; the package has the fourth Monday of April"

OURS, PEER = "ours alone", "the package's alone"

# Compared on 21 November 2026 with version 0.109.
# (state, whose, holiday, first year, last year, weekdays that differ, why)
DIFFERENCES = (
    ("AL", OURS, "Mardi Gras (Mobile and Baldwin Counties)", 1990, 2035, 46, COUNTY),
    ("AR", OURS, "Christmas Eve", 1990, 2035, 46, STATUTE),
    ("CO", PEER, "Cesar Chavez Day", 2003, 2034, 24, OPTIONAL),
    ("DE", OURS, "General Election Day", 1990, 2006, 9, OLDER),
    ("FL", OURS, "Birthday of Jefferson Davis", 1990, 2035, 39, STATUTE),
    ("FL", OURS, "Birthday of Martin Luther King, Jr., on its own day", 1991, 2032, 25, STATUTE),
    ("FL", OURS, "Birthday of Robert E. Lee", 1990, 2035, 27, STATUTE),
    ("FL", OURS, "Confederate Memorial Day", 1990, 2035, 40, STATUTE),
    ("FL", OURS, "Flag Day", 1990, 2035, 40, STATUTE),
    ("FL", OURS, "General Election Day", 1990, 2034, 23, STATUTE),
    ("FL", OURS, "Good Friday", 1990, 2035, 46, STATUTE),
    ("FL", OURS, "Lincoln's Birthday", 1990, 2035, 39, STATUTE),
    ("FL", OURS, "Pascua Florida Day", 1990, 2035, 40, STATUTE),
    ("FL", OURS, "Susan B. Anthony's Birthday", 1990, 2008, 12, OLDER),
    ("FL", OURS, "Tuskegee Airmen Commemoration Day", 2025, 2035, 11, STATUTE),
    ("GU", OURS, "All Souls' Day", 1991, 2031, 13, WEEKEND),
    ("GU", OURS, "Liberation Day", 1990, 2035, 14, WEEKEND),
    ("GU", OURS, "Our Lady of Camarin Day", 1990, 2035, 14, WEEKEND),
    ("HI", OURS, "General Election Day", 1990, 2006, 9, OLDER),
    ("HI", OURS, "Good Friday", 1990, 2035, 42, STATUTE),
    ("HI", OURS, "King Kamehameha I Day", 1994, 2006, 5, WEEKEND),
    ("IA", OURS, "Day after Thanksgiving", 1990, 2035, 46, EMPLOYEES),
    ("IL", OURS, "General Election Day", 1990, 2006, 9, OLDER),
    ("IL", OURS, "Good Friday", 1990, 2035, 46, STATUTE),
    ("IN", OURS, "Election Day of cities", 1991, 2011, 6, OLDER),
    ("IN", OURS, "General Election Day", 1990, 2006, 9, OLDER),
    ("IN", OURS, "Lincoln's Birthday", 1990, 2035, 46, STATUTE),
    ("IN", OURS, "Primary Election Day", 1990, 2004, 8, OLDER),
    ("IN", OURS, "Primary Election Day of cities", 1991, 2011, 6, OLDER),
    ("IN", PEER, "Election Day", 2017, 2033, 5, NO_ELECTION),
    ("IN", PEER, "Primary Election Day", 2017, 2033, 5, NO_ELECTION),
    ("KS", OURS, "Day after Thanksgiving", 1990, 2035, 46, EMPLOYEES),
    ("KS", OURS, "Lincoln's Birthday", 1990, 2005, 16, ENDED),
    ("KY", OURS, "Confederate Memorial Day and Jefferson Davis Day", 1990, 2035, 46, STATUTE),
    ("KY", OURS, "Day after Thanksgiving", 1990, 2035, 46, EMPLOYEES),
    ("KY", OURS, "Franklin D. Roosevelt Day", 1990, 2035, 46, STATUTE),
    ("KY", OURS, "Lincoln's Birthday", 1990, 2035, 46, STATUTE),
    ("KY", OURS, "Presidential Election Day", 1992, 2032, 11, EMPLOYEES),
    ("KY", OURS, "Robert E. Lee Day", 1990, 2035, 33, STATUTE),
    ("KY", PEER, "Good Friday", 1990, 2035, 46, OPTIONAL),
    ("LA", OURS, "All Saints' Day", 1990, 2035, 34, STATUTE),
    ("LA", OURS, "Battle of New Orleans", 1990, 2035, 33, STATUTE),
    ("LA", OURS, "Confederate Memorial Day", 1991, 2022, 24, ENDED),
    ("LA", OURS, "Day after Thanksgiving", 1990, 2035, 46, EMPLOYEES),
    ("LA", OURS, "General Election Day", 1990, 2006, 9, OLDER),
    ("LA", OURS, "Huey P. Long Day", 1990, 2035, 34, STATUTE),
    ("LA", OURS, "Robert E. Lee Day", 1990, 2022, 19, ENDED),
    ("MA", OURS, "Bunker Hill Day (Suffolk County)", 1990, 2035, 39, COUNTY),
    ("MA", OURS, "Evacuation Day (Suffolk County)", 1991, 2034, 39, COUNTY),
    ("MD", OURS, "Defenders' Day", 1990, 2035, 40, STATUTE),
    ("MD", OURS, "General Election Day", 1990, 2034, 23, STATUTE),
    ("MD", OURS, "Good Friday", 1990, 2035, 46, STATUTE),
    ("MD", OURS, "Lincoln's Birthday", 1990, 2035, 39, STATUTE),
    ("MD", OURS, "Maryland Day", 1990, 2035, 39, STATUTE),
    ("MD", PEER, "Inauguration Day", 1993, 2033, 6, PAY),
    ("MI", OURS, "Day after Thanksgiving", 1990, 2016, 27, OLDER),
    ("MI", OURS, "Lincoln's Birthday", 1990, 2035, 39, STATUTE),
    ("MI", OURS, "New Year's Eve", 2017, 2034, 7, WEEKEND),
    ("MN", OURS, "Day after Thanksgiving", 1990, 2035, 46, EMPLOYEES),
    ("MO", OURS, "Lincoln's Birthday", 1990, 2035, 46, STATUTE),
    ("MT", OURS, "General Election Day", 1990, 2006, 9, OLDER),
    ("NC", OURS, "Anniversary of the Halifax Resolves", 1990, 2035, 40, STATUTE),
    ("NC", OURS, "Anniversary of the Mecklenburg Declaration", 1990, 2035, 39, STATUTE),
    ("NC", OURS, "Confederate Memorial Day", 1990, 2035, 40, STATUTE),
    ("NC", OURS, "General Election Day", 1990, 2034, 23, STATUTE),
    ("NC", OURS, "Greek Independence Day", 1990, 2035, 37, STATUTE),
    ("NC", OURS, "Robert E. Lee's Birthday", 1990, 2035, 27, STATUTE),
    ("NC", OURS, "Yom Kippur", 1991, 2033, 29, STATUTE),
    ("ND", OURS, "Good Friday", 1990, 2035, 46, STATUTE),
    ("NE", OURS, "Day after Thanksgiving", 1990, 2035, 46, STATUTE),
    ("NH", OURS, "Fast Day", 1990, 1991, 2, ENDED),
    ("NH", OURS, "General Election Day", 1990, 2006, 9, OLDER),
    ("NJ", OURS, "General Election Day", 1990, 2035, 32, STATUTE),
    ("NJ", OURS, "Juneteenth Day", 2022, 2035, 11, EMPLOYEES),
    ("NY", OURS, "General Election Day", 1990, 2013, 21, OLDER),
    ("NY", PEER, "Lincoln's Birthday", 1994, 2033, 7, NO_MOVE),
    ("NY", PEER, "Susan B. Anthony Day", 2005, 2035, 19, OBSERVANCE),
    ("OK", OURS, "Day beside Christmas", 1990, 2035, 29, STATUTE),
    ("PA", OURS, "Election Day", 1990, 2035, 46, STATUTE),
    ("PA", OURS, "Flag Day", 1990, 2035, 34, STATUTE),
    ("PA", OURS, "Good Friday", 1990, 2035, 46, STATUTE),
    ("RI", OURS, "Christmas Day, kept by the state on the Monday", 1993, 2032, 7, WEEKEND),
    ("RI", OURS, "Election Day", 1990, 2034, 23, STATUTE),
    ("RI", OURS, "Independence Day, kept by the state on the Monday", 1992, 2026, 6, WEEKEND),
    ("RI", OURS, "New Year's Day, kept by the state on the Monday", 1994, 2033, 7, WEEKEND),
    ("RI", OURS, "Rhode Island Independence Day", 1990, 2035, 39, STATUTE),
    ("RI", OURS, "Veterans' Day, kept by the state on the Monday", 1995, 2034, 7, WEEKEND),
    ("SC", OURS, "Christmas Eve", 2009, 2035, 27, STATUTE),
    ("SC", OURS, "Confederate Memorial Day", 2000, 2035, 36, OTHER_DAY),
    ("SC", OURS, "Day after Christmas", 1990, 2035, 46, STATUTE),
    ("SC", OURS, "Day after Thanksgiving", 1990, 2035, 46, STATUTE),
    ("SC", OURS, "General Election Day", 1990, 1998, 5, ENDED),
    ("SC", PEER, "Confederate Memorial Day", 1990, 2035, 46, OTHER_DAY),
    ("TN", OURS, "General Election Day", 1990, 2034, 23, STATUTE),
    ("TN", OURS, "Primary and county election day", 1990, 2034, 23, STATUTE),
    ("TX", PEER, "Cesar Chavez Day", 2000, 2034, 25, OPTIONAL),
    ("TX", PEER, "Christmas Eve", 1993, 2034, 20, NO_MOVE),
    ("TX", PEER, "Good Friday", 1990, 2035, 45, OPTIONAL),
    ("UT", OURS, "Good Friday", 2027, 2035, 9, STATUTE),
    ("UT", OURS, "Juneteenth National Freedom Day", 2024, 2035, 9, STATUTE),
    ("VA", PEER, "Inauguration Day", 1993, 2033, 6, PAY),
    ("VI", OURS, "Hurricane Supplication Day", 1990, 1999, 10, ENDED),
    ("VI", OURS, "Organic Act Day", 1990, 1999, 10, ENDED),
    ("VT", OURS, "Lincoln's Birthday", 1990, 2018, 29, ENDED),
    ("WA", OURS, "Native American Heritage Day, before 2014 the day after Thanksgiving", 1990, 2013, 24, OLDER),
    ("WI", OURS, "Birthday of Martin Luther King, Jr., on its own day", 1991, 2032, 25, STATUTE),
    ("WI", OURS, "General Election Day", 1990, 2034, 23, STATUTE),
    ("WI", OURS, "Partisan primary", 1990, 2034, 23, STATUTE),
    ("WI", PEER, "Susan B. Anthony Day", 1990, 2035, 27, OBSERVANCE),
    ("WV", OURS, "General Election Day", 1990, 2006, 9, OLDER),
    ("WV", OURS, "Lincoln's Birthday", 1990, 2005, 16, ENDED),
    ("WV", OURS, "Primary Election Day", 1990, 2034, 23, STATUTE),
)

CALENDARS = {
    calendar.state: calendar for calendar in (time_law(court).calendar for court in courts()) if calendar.state
}
STATES = sorted(CALENDARS.keys() - {"CA"})  # California has a table of its own, read from its statutes
FEDERAL = (Layer.FEDERAL, Layer.SATURDAY_OBSERVED)
OF_THE_STATE = (Layer.STATE, Layer.STATE_UNVERIFIED)
MOVED = (", on the Monday", ", observed on the Friday", " (observed)")


def days_of(calendar: CourtCalendar, *layers: Layer) -> set[dt.date]:
    low, high = dt.date(YEARS[0], 1, 1).toordinal(), dt.date(YEARS[-1], 12, 31).toordinal()
    days = {dt.date.fromordinal(number) for layer in layers for number in calendar.days_of(layer, low, high)}
    return {day for day in days if day.weekday() < 5}


def names_of(calendar: CourtCalendar, day: dt.date) -> list[str]:
    return [own_name(nonday.name) for nonday in calendar.nondays(day) if nonday.layer in OF_THE_STATE]


def own_name(name: str) -> str:
    for words in MOVED:
        name = name.removesuffix(words)
    return name


def differences(state: str) -> set[tuple[str, str, str, int, int, int]]:
    calendar = CALENDARS[state]
    federal = days_of(calendar, *FEDERAL)
    ours = days_of(calendar, *OF_THE_STATE) - federal
    package = holidays.country_holidays("US", subdiv=state, years=YEARS)
    peers = {day: name for day, name in package.items() if day.weekday() < 5 and day not in federal}
    years: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for day in ours - peers.keys():
        for name in names_of(calendar, day):
            years[OURS, name].append(day.year)
    for day in peers.keys() - ours:
        years[PEER, own_name(peers[day])].append(day.year)
    return {(state, whose, name, min(found), max(found), len(found)) for (whose, name), found in years.items()}


@pytest.mark.slow
def test_every_state_and_territory_with_a_court_is_compared() -> None:
    assert len(STATES) == 54
    assert set(STATES) <= set(holidays.country_holidays("US").subdivisions)


@pytest.mark.parametrize("state", STATES)
def test_our_days_are_the_package_s_but_for_the_differences_listed(state: str) -> None:
    assert differences(state) == {row[:6] for row in DIFFERENCES if row[0] == state}


def test_every_difference_is_listed_once_with_a_reason() -> None:
    assert len({row[:3] for row in DIFFERENCES}) == len(DIFFERENCES)
    assert all(reason for *_, reason in DIFFERENCES)


def test_the_states_without_a_day_of_their_own() -> None:
    assert {state for state in STATES if not days_of(CALENDARS[state], *OF_THE_STATE)} == {
        "AZ", "ID", "OH", "OR", "SD", "WY",
    }  # fmt: skip
