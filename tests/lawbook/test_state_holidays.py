"""State holidays in counts: an unverified one opens a labelled reading and moves no prevailing date."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.deadlines.dates_from_periods import due
from soordered.deadlines.deadline import Deadline
from soordered.lawbook.time_law_from_data import courts, time_law
from soordered.rules.timing import Direction, Length, Unit

AFTER, BEFORE = Direction.AFTER, Direction.BEFORE
FORTNIGHT = Length(14, Unit.DAY)
LABEL = "unverified-state-days-out"
STATED = [
    court
    for court in courts()
    if court not in ("federal", "cacd", "caed", "cand", "casd") and time_law(court).family == "frcp"
]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def shown(deadline: Deadline) -> dict[str, str]:
    return {reading.label: reading.due.date.isoformat() for reading in deadline.readings}


def state_days(court: str, date: str) -> list[tuple[str, Layer]]:
    found = time_law(court).calendar.nondays(day(date))
    return [(nonday.name, nonday.layer) for nonday in found if nonday.layer in (Layer.STATE, Layer.STATE_UNVERIFIED)]


@pytest.mark.parametrize(
    ("court", "on", "holiday", "next_day"),
    [
        ("mad", "2026-04-20", "Patriots' Day", "2026-04-21"),
        ("med", "2026-04-20", "Patriots' Day", "2026-04-21"),
        ("mad", "2026-03-17", "Evacuation Day (Suffolk County)", "2026-03-18"),
        ("mad", "2026-06-17", "Bunker Hill Day (Suffolk County)", "2026-06-18"),
        ("txsd", "2026-03-02", "Texas Independence Day", "2026-03-03"),
        ("txwd", "2026-04-21", "San Jacinto Day", "2026-04-22"),
        ("akd", "2027-10-18", "Alaska Day", "2027-10-19"),
        ("akd", "2026-03-30", "Seward's Day", "2026-03-31"),
        ("utd", "2026-07-24", "Pioneer Day", "2026-07-27"),
        ("utd", "2024-06-17", "Juneteenth National Freedom Day", "2024-06-18"),
        ("laed", "2026-02-17", "Mardi Gras", "2026-02-18"),
        ("alsd", "2026-02-17", "Mardi Gras (Mobile and Baldwin Counties)", "2026-02-18"),
        ("njd", "2025-11-04", "General Election Day", "2025-11-05"),
        ("mdd", "2026-11-03", "General Election Day", "2026-11-04"),
        ("insd", "2026-04-03", "Good Friday", "2026-04-06"),
        ("ndd", "2026-04-03", "Good Friday", "2026-04-06"),
        ("hid", "2026-03-26", "Prince Jonah Kuhio Kalanianaole Day", "2026-03-27"),
        ("dcd", "2026-04-16", "Emancipation Day", "2026-04-17"),
        ("dcd", "2021-01-20", "Inauguration Day", "2021-01-21"),
        ("vtd", "2026-03-03", "Town Meeting Day", "2026-03-04"),
        ("rid", "2026-08-10", "Victory Day", "2026-08-11"),
        ("prd", "2026-01-06", "Epiphany", "2026-01-07"),
        ("vid", "2026-03-31", "Transfer Day", "2026-04-01"),
        ("gud", "2026-07-21", "Liberation Day", "2026-07-22"),
        ("nmid", "2026-12-08", "Constitution Day", "2026-12-09"),
        ("nvd", "1997-10-31", "Nevada Day", "1997-11-03"),
        ("nvd", "2026-11-27", "Family Day", "2026-11-30"),
    ],
)
def test_a_last_day_on_an_unverified_state_day_stands_and_has_a_reading(
    court: str, on: str, holiday: str, next_day: str
) -> None:
    deadline = due(FORTNIGHT, AFTER, day(on) - dt.timedelta(days=14), time_law(court), regime="frcp-2009")

    assert (holiday, Layer.STATE_UNVERIFIED) in state_days(court, on)
    assert (deadline.act_by.date, deadline.prevailing.date) == (day(on), day(on))
    assert shown(deadline)[LABEL] == next_day
    assert any("held unverified" in note for note in deadline.notes)


@pytest.mark.parametrize(
    ("court", "date", "name"),
    [
        # on a Sunday and on a Saturday
        ("utd", "2022-07-25", "Pioneer Day, on the Monday"),
        ("utd", "2027-07-23", "Pioneer Day, observed on the Friday"),
        ("akd", "2026-10-19", "Alaska Day, on the Monday"),
        ("nysd", "2022-02-11", None),  # Lincoln's Birthday on a Saturday: New York moves only a Sunday
        ("nysd", "2023-02-13", "Lincoln's Birthday, on the Monday"),
        ("txsd", "2027-08-27", "Lyndon Baines Johnson Day"),
        ("txsd", "2023-08-28", None),  # on a Sunday: lost
        ("rid", "2026-07-06", "Independence Day, kept by the state on the Monday"),
        # in force from and until
        ("vaed", "2020-01-17", "Lee-Jackson Day"),
        ("vaed", "2021-01-15", None),
        ("vaed", "2019-11-05", None),
        ("vaed", "2021-11-02", "Election Day"),
        ("utd", "2026-04-03", None),
        ("utd", "2027-03-26", "Good Friday"),
        ("gand", "2019-04-22", "Confederate Memorial Day, since 2016 State Holiday"),
        ("gand", "2020-04-10", "State Holiday, on Good Friday"),
        ("ksd", "2004-02-12", "Lincoln's Birthday"),
        ("ksd", "2007-02-12", None),
        ("lawd", "2022-06-03", "Confederate Memorial Day"),
        ("lawd", "2024-06-03", None),
        ("scd", "2024-05-10", "Confederate Memorial Day"),
        ("scd", "2024-04-22", None),
        ("paed", "1976-02-12", "Lincoln's Birthday"),
        ("paed", "1979-02-12", None),
        ("wied", "2010-09-14", "Partisan primary"),
        ("wied", "2026-08-11", "Partisan primary"),
        # optional, in part of the state, or half a day
        ("txsd", "2026-04-03", None),
        ("cod", "2026-03-31", None),
        ("ded", "2026-11-05", None),
        ("kyed", "2026-04-03", None),
        # elections in the years that have one
        ("insd", "2023-11-07", "Election Day of cities"),
        ("insd", "2025-11-04", None),
        ("nysd", "2025-11-04", "General Election Day"),
        ("ilnd", "2025-11-04", None),
        # a day that was at issue in an appeal is no holiday of Tennessee
        ("tned", "2026-11-27", None),
    ],
)
def test_a_day_of_a_state(court: str, date: str, name: str | None) -> None:
    assert [found for found, _ in state_days(court, date)] == ([] if name is None else [name])


class TestTheExamplesOfTheCommitteeNote:
    """Rows N05 to N07 of the shared examples, in the courts where Patriots' Day is kept."""

    @pytest.mark.parametrize("court", ["mad", "med"])
    def test_after_an_event_the_state_day_counts_in_one_reading(self, court: str) -> None:
        deadline = due(FORTNIGHT, AFTER, day("2008-04-07"), time_law(court), regime="frcp-2009")

        assert shown(deadline) == {"rule-6": "2008-04-21", LABEL: "2008-04-22"}

    @pytest.mark.parametrize("court", ["mad", "med"])
    def test_before_an_event_it_counts_in_none(self, court: str) -> None:
        deadline = due(FORTNIGHT, BEFORE, day("2008-05-05"), time_law(court), regime="frcp-2009")

        assert shown(deadline) == {"rule-6": "2008-04-21"}

    @pytest.mark.parametrize("court", ["mad", "med"])
    def test_with_the_office_closed_that_day_it_moves_on(self, court: str) -> None:
        closed = NonDay(
            date=day("2008-04-21"),
            name="clerk's office closed",
            layer=Layer.INACCESSIBLE,
            authority="notice",
            sureness=DaySureness.PUBLISHED,
        )

        deadline = due(FORTNIGHT, BEFORE, day("2008-05-05"), time_law(court, (closed,)), regime="frcp-2009")

        assert deadline.prevailing.date == day("2008-04-22")

    def test_before_2009_the_state_day_was_at_issue_in_both_directions(self) -> None:
        deadline = due(Length(5, Unit.DAY), BEFORE, day("2008-04-25"), time_law("mad"))

        assert LABEL in shown(deadline)
        assert deadline.act_by.date < deadline.prevailing.date


class TestNevadaDay:
    """The one day of another state that a decision of its circuit counted."""

    def test_it_moves_the_date_and_the_reading_without_it_is_the_one_to_act_by(self) -> None:
        deadline = due(FORTNIGHT, AFTER, day("2026-10-16"), time_law("nvd"))

        assert shown(deadline) == {"rule-6": "2026-11-02", "federal-only": "2026-10-30"}
        assert deadline.act_by.date == day("2026-10-30")

    def test_its_authority_names_the_decision(self) -> None:
        (found,) = time_law("nvd").calendar.nondays(day("2026-10-30"))

        assert (found.name, found.layer) == ("Nevada Day", Layer.STATE)
        assert "Dietrich" in found.authority


def test_a_day_confirmed_by_the_user_counts_like_a_judicial_holiday_and_the_doubt_goes() -> None:
    confirmed = NonDay(
        date=day("2026-04-20"),
        name="Patriots' Day",
        layer=Layer.STATE,
        authority="the court's list of holidays for 2026",
    )

    deadline = due(FORTNIGHT, AFTER, day("2026-04-06"), time_law("mad", (confirmed,)))

    assert shown(deadline) == {"rule-6": "2026-04-21", "federal-only": "2026-04-20"}
    assert deadline.act_by.date == day("2026-04-20")
    assert deadline.notes == ()


def test_a_court_s_own_notice_settles_the_day_either_way() -> None:
    """A notice that the office is open takes the unverified day away; a notice of a holiday makes it one."""
    plain = time_law("mad", opens=(day("2026-04-20"),))
    holiday = NonDay(date=day("2026-04-20"), name="Patriots' Day", layer=Layer.NOTICE, authority="General Order")

    assert shown(due(FORTNIGHT, AFTER, day("2026-04-06"), plain)) == {"rule-6": "2026-04-20"}
    by_notice = due(FORTNIGHT, AFTER, day("2026-04-06"), time_law("mad", (holiday,)))
    assert by_notice.prevailing.date == day("2026-04-21")


@given(
    st.dates(min_value=dt.date(1964, 1, 1), max_value=dt.date(2049, 6, 30)),
    st.integers(1, 60),
    st.sampled_from(Direction),
    st.sampled_from([court for court in STATED if court != "nvd"]),
)
def test_no_unverified_day_moves_a_prevailing_date(on: dt.date, n: int, direction: Direction, court: str) -> None:
    length = Length(n, Unit.DAY)
    deadline = due(length, direction, on, time_law(court))

    assert deadline.prevailing.date == due(length, direction, on, time_law("federal")).prevailing.date


@pytest.mark.parametrize("court", STATED)
def test_every_state_day_has_an_authority_and_is_unverified_but_for_nevada_day(court: str) -> None:
    calendar = time_law(court).calendar
    low, high = calendar.first_number, calendar.last_number
    numbers = {
        number for layer in (Layer.STATE, Layer.STATE_UNVERIFIED) for number in calendar.days_of(layer, low, high)
    }
    found = [nonday for number in sorted(numbers) for nonday in calendar.nondays(dt.date.fromordinal(number))]
    of_state = [nonday for nonday in found if nonday.layer in (Layer.STATE, Layer.STATE_UNVERIFIED)]

    assert all(nonday.authority for nonday in of_state)
    assert {nonday.name for nonday in of_state if nonday.layer is Layer.STATE} == (
        {"Nevada Day"} if court == "nvd" else set()
    )
    assert all(
        nonday.sureness is DaySureness.UNVERIFIED for nonday in of_state if nonday.layer is Layer.STATE_UNVERIFIED
    )


def test_every_authority_says_how_it_is_known(checkout: Path) -> None:
    folder = checkout / "src" / "soordered" / "lawbook" / "data" / "time" / "states"
    marks = ("[recalled]", "[read in a public copy]", "the Python package holidays", "known from a report")

    for path in folder.glob("*.toml"):
        if path.stem != "CA":
            cites = [row["cite"] for row in tomllib.loads(path.read_text(encoding="utf-8"))["holiday"]]
            assert [cite for cite in cites if not any(mark in cite for mark in marks)] == [], path.name


def test_a_state_with_days_of_its_own_has_a_note_on_them_and_another_has_none() -> None:
    whole = dt.date(2026, 1, 1), dt.date(2026, 12, 31)

    assert len(time_law("mad").calendar.notes_between(*whole)) == 1
    assert time_law("ohsd").calendar.notes_between(*whole) == ()
