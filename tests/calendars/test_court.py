"""A court's calendar: what is open under which layers, landing, and days added by a court's own notice."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.calendars.court import CalendarNote, CourtCalendar, OutsideCalendarError
from soordered.calendars.day_table import DayTable
from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.lawbook.time_law_from_data import time_law

CALENDAR = time_law("cand").calendar
COURT_DAYS = frozenset({Layer.SATURDAY, Layer.SUNDAY, Layer.FEDERAL})
WITH_STATE = COURT_DAYS | {Layer.STATE}
DAYS = st.dates(min_value=dt.date(1938, 2, 1), max_value=dt.date(2050, 11, 30))
LAYER_SETS = st.frozensets(st.sampled_from(Layer))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def added(date: str, layer: Layer) -> NonDay:
    return NonDay(date=day(date), name="closed", layer=layer, authority="notice", sureness=DaySureness.PUBLISHED)


class TestLayers:
    """One day may be left out on several grounds; none hides another."""

    def test_the_day_after_thanksgiving_is_open_until_the_state_is_asked(self) -> None:
        friday = day("2010-11-26")

        assert CALENDAR.is_open(friday, COURT_DAYS)
        assert not CALENDAR.is_open(friday, WITH_STATE)

    def test_why_a_day_is_left_out(self) -> None:
        found = CALENDAR.nonday(day("2010-11-26"), WITH_STATE)

        assert found is not None
        assert (found.name, found.layer) == ("Day after Thanksgiving", Layer.STATE)
        assert "Duffy" in found.authority

    def test_a_holiday_on_a_sunday_is_named_before_the_weekday(self) -> None:
        assert [found.layer for found in CALENDAR.nondays(day("2007-11-11"))] == [
            Layer.FEDERAL,
            Layer.STATE,
            Layer.SUNDAY,
        ]

    def test_saturday_is_open_where_only_sunday_is_left_out(self) -> None:
        assert CALENDAR.is_open(day("1950-03-18"), frozenset({Layer.SUNDAY}))

    @given(DAYS, LAYER_SETS)
    def test_open_is_the_same_as_having_no_reason_against_it(self, date: dt.date, layers: frozenset[Layer]) -> None:
        assert CALENDAR.is_open(date, layers) == (CALENDAR.nonday(date, layers) is None)


class TestLanding:
    """The first open day on or after, the last on or before."""

    @pytest.mark.parametrize(
        ("date", "layers", "following", "before"),
        [
            ("2010-11-25", COURT_DAYS, "2010-11-26", "2010-11-24"),
            ("2010-11-25", WITH_STATE, "2010-11-29", "2010-11-24"),
            ("2010-07-06", COURT_DAYS, "2010-07-06", "2010-07-06"),
            ("2010-07-04", COURT_DAYS, "2010-07-06", "2010-07-02"),
        ],
    )
    def test_known_days(self, date: str, layers: frozenset[Layer], following: str, before: str) -> None:
        assert CALENDAR.next_open(day(date), layers) == day(following)
        assert CALENDAR.previous_open(day(date), layers) == day(before)

    @given(DAYS, LAYER_SETS)
    def test_landings_are_open_and_near(self, date: dt.date, layers: frozenset[Layer]) -> None:
        following, before = CALENDAR.next_open(date, layers), CALENDAR.previous_open(date, layers)

        assert before <= date <= following
        assert CALENDAR.is_open(following, layers)
        assert CALENDAR.is_open(before, layers)
        assert (following == date) == CALENDAR.is_open(date, layers) == (before == date)


class TestAddedDays:
    """A court's own notice."""

    def test_a_closing_is_one_more_layer_not_a_holiday(self) -> None:
        calendar = CALENDAR.with_days((added("2010-07-07", Layer.CLOSING),))

        assert calendar.is_open(day("2010-07-07"), COURT_DAYS)
        assert not calendar.is_open(day("2010-07-07"), COURT_DAYS | {Layer.CLOSING})
        assert CALENDAR.is_open(day("2010-07-07"), COURT_DAYS | {Layer.CLOSING})

    def test_a_day_called_ordinary_loses_its_closing_and_keeps_its_state_holiday(self) -> None:
        calendar = CALENDAR.with_days((), (day("2007-12-24"), day("2010-11-26")))

        assert calendar.nondays(day("2007-12-24")) == ()
        assert [found.layer for found in calendar.nondays(day("2010-11-26"))] == [Layer.STATE]

    def test_both_are_kept_when_more_is_added(self) -> None:
        once = CALENDAR.with_days((added("2010-07-07", Layer.CLOSING),))
        twice = once.with_days((added("2010-07-08", Layer.INACCESSIBLE),))

        assert [found.layer for found in twice.nondays(day("2010-07-07"))] == [Layer.CLOSING]
        assert twice.holds(Layer.INACCESSIBLE)
        assert not once.holds(Layer.INACCESSIBLE)

    def test_outside_the_calendar_is_refused(self) -> None:
        with pytest.raises(OutsideCalendarError, match="2051-01-01 lies outside"):
            CALENDAR.with_days((added("2051-01-01", Layer.CLOSING),))


class TestOutside:
    """Days that the calendar does not hold."""

    @pytest.mark.parametrize("date", [dt.date(1937, 12, 31), dt.date(2051, 1, 1)])
    def test_are_refused(self, date: dt.date) -> None:
        for ask in (CALENDAR.is_open, CALENDAR.next_open, CALENDAR.previous_open):
            with pytest.raises(OutsideCalendarError, match="runs from 1938-01-01 to 2050-12-31"):
                ask(date, COURT_DAYS)

    def test_landing_beyond_the_end_is_refused(self) -> None:
        short = CourtCalendar(
            court="x", name="x", zone="UTC", state="", first=dt.date(2010, 7, 3), last=dt.date(2010, 7, 4)
        )

        with pytest.raises(OutsideCalendarError):
            short.next_open(dt.date(2010, 7, 3), COURT_DAYS)
        with pytest.raises(OutsideCalendarError):
            short.previous_open(dt.date(2010, 7, 4), COURT_DAYS)


class TestTheBasis:
    """The first basis of a day, in short."""

    @given(DAYS, LAYER_SETS)
    def test_it_is_that_of_the_nonday(self, date: dt.date, layers: frozenset[Layer]) -> None:
        found = CALENDAR.nonday(date, layers)

        if found is None:
            with pytest.raises(LookupError, match="is open under"):
                CALENDAR.basis(date, layers)
        else:
            assert CALENDAR.basis(date, layers) == (found.name, found.authority)


class TestTheTable:
    """The search gives what a walk gives."""

    @given(DAYS, st.integers(1, 300), LAYER_SETS)
    def test_the_search_counts_like_a_walk(self, date: dt.date, n: int, layers: frozenset[Layer]) -> None:
        table = CALENDAR.table(layers)
        number, left = date.toordinal(), n
        while left:
            number += 1
            if number > table.last:
                return
            left -= table.is_open(number)

        assert table.after(date.toordinal(), n) == number

    def test_a_week_is_laid_out_by_its_weekdays(self) -> None:
        monday = dt.date(2010, 7, 5).toordinal()
        table = DayTable(first=monday, last=monday + 13, sundays=True, saturdays=True, nondays=[monday + 1, monday - 9])

        assert [number - monday for number in table.open_days] == [0, 2, 3, 4, 7, 8, 9, 10, 11]
        assert table.before(monday + 7, 2) == monday + 3
        with pytest.raises(IndexError):
            table.before(monday, 1)
        with pytest.raises(IndexError):
            table.after(monday + 11, 1)


class TestNotes:
    """A gap is shown with the counts that it may touch."""

    NOTED = CourtCalendar(
        court="x",
        name="x",
        zone="UTC",
        state="",
        first=day("2026-01-01"),
        last=day("2026-12-31"),
        nondays=(added("2026-04-20", Layer.STATE_UNVERIFIED), added("2026-06-20", Layer.STATE_UNVERIFIED)),
        notes=(
            CalendarNote(first=day("2026-01-01"), last=day("2026-12-31"), words="near", layer=Layer.STATE_UNVERIFIED),
            CalendarNote(first=day("2026-08-01"), last=day("2026-08-31"), words="August"),
        ),
    )

    @pytest.mark.parametrize(
        ("low", "high", "words"),
        [
            ("2026-04-01", "2026-04-20", ("near",)),
            ("2026-04-20", "2026-04-20", ("near",)),
            ("2026-04-21", "2026-05-21", ()),
            ("2026-06-01", "2026-06-30", ()),  # the day of that layer is a Saturday
            ("2026-03-01", "2026-08-01", ("near", "August")),
        ],
    )
    def test_a_note_on_a_layer_is_shown_only_where_a_weekday_of_it_is_passed(
        self, low: str, high: str, words: tuple[str, ...]
    ) -> None:
        assert self.NOTED.notes_between(day(low), day(high)) == words

    @pytest.mark.parametrize("layer", [Layer.FEDERAL, Layer.STATE, Layer.NOTICE])
    def test_a_day_that_is_out_on_a_surer_ground_needs_no_note(self, layer: Layer) -> None:
        confirmed = self.NOTED.with_days((added("2026-04-20", layer),))

        assert confirmed.notes_between(day("2026-04-01"), day("2026-04-30")) == ()
