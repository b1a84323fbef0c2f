"""Every printed time, with the words that bind it and the event it runs from."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.orders.sentences_from_text import fold
from soordered.orders.times_found import TimeFound
from soordered.orders.timing_from_clause import times
from soordered.orders.words_of_times import clock_from_words
from soordered.rules.timing import Bound, Direction, FixedDate, Length, NamedDay, Period, Unit, Weekday
from soordered.rules.vocabulary import Other, Trigger

DATED = dt.date(2020, 3, 2)


def found(text: str) -> tuple[TimeFound, ...]:
    """The times of a text of 2 March 2020."""
    return times(fold(text), 0, len(text), dated=DATED)


def only(text: str) -> TimeFound:
    """The one time of a text."""
    every = found(text)
    assert len(every) == 1, every
    return every[0]


@pytest.mark.parametrize(
    ("text", "n", "unit", "direction", "bound", "trigger"),
    [
        # the unit is what is printed, never improved
        (
            "within ten (10) business days of the demand",
            10,
            Unit.BUSINESS_DAY,
            "after",
            "within",
            Trigger.MEETING_DEMANDED,
        ),
        ("within 10 calendar days of the demand", 10, Unit.CALENDAR_DAY, "after", "within", Trigger.MEETING_DEMANDED),
        ("within ten days of the demand", 10, Unit.DAY, "after", "within", Trigger.MEETING_DEMANDED),
        (
            "within 3 court days after service of the motion",
            3,
            Unit.COURT_DAY,
            "after",
            "within",
            Trigger.MOTION_SERVED,
        ),
        ("two weeks before trial", 2, Unit.WEEK, "before", "before", Trigger.TRIAL),
        ("no later than 48 hours after the ruling", 48, Unit.HOUR, "after", "no_later_than", Trigger.RULING_ENTERED),
        # how the words bind
        ("at least 21 days before the hearing", 21, Unit.DAY, "before", "at_least", Trigger.HEARING),
        (
            "not fewer than two business days prior to the conference",
            2,
            Unit.BUSINESS_DAY,
            "before",
            "at_least",
            Trigger.CONFERENCE,
        ),
        (
            "in no event later than seven days after the deposition",
            7,
            Unit.DAY,
            "after",
            "no_later_than",
            Trigger.DEPOSITION,
        ),
        ("five days after the meeting, at the latest", 5, Unit.DAY, "after", "no_later_than", Trigger.MEETING_HELD),
        ("needs a week's notice", 1, Unit.WEEK, "before", "at_least", Other("the act it is given for")),
        ("at least 24 hours in advance", 24, Unit.HOUR, "before", "at_least", Other("the event it is given for")),
        # the order itself, with no comma after it
        (
            "within five days from the date of this Order lead counsel shall meet",
            5,
            Unit.DAY,
            "after",
            "within",
            Trigger.ORDER_DATED,
        ),
        # words for one day
        (
            "on the next court day following the electronic filing",
            1,
            Unit.COURT_DAY,
            "after",
            "on",
            Trigger.PAPER_E_FILED,
        ),
        (
            "by noon on the second business day after filing",
            2,
            Unit.BUSINESS_DAY,
            "after",
            "no_later_than",
            Trigger.PAPER_FILED,
        ),
        # the event itself is the limit
        ("prior to the expiration of the deadline", 0, Unit.DAY, "before", "before", Trigger.DEADLINE_PASSES),
        ("upon first appearance", 0, Unit.DAY, "after", "on", Trigger.APPEARANCE),
        # numbers in words that a careless reader cuts in two
        (
            "within twenty-one days of service of the complaint",
            21,
            Unit.DAY,
            "after",
            "within",
            Trigger.COMPLAINT_SERVED,
        ),
        (
            "within one hundred twenty days of service of the complaint",
            120,
            Unit.DAY,
            "after",
            "within",
            Trigger.COMPLAINT_SERVED,
        ),
    ],
)
def test_a_period_says_how_long_which_way_how_it_binds_and_from_what(  # noqa: PLR0917  the columns of the table
    text: str, n: int, unit: Unit, direction: str, bound: str, trigger: Trigger | Other
) -> None:
    timing = only(text).timing

    assert isinstance(timing, Period)
    assert (timing.length, timing.direction, timing.bound, timing.trigger) == (
        Length(n, unit),
        Direction(direction),
        Bound(bound),
        trigger,
    )


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("no later than 4:30 p.m. the day before the hearing", dt.time(16, 30)),
        ("before noon on the next business day following the filing", dt.time(12)),
        ("by 12:00 midnight on June 3, 2020", dt.time(23, 59)),
        ("no later than June 3, 2020 by 2:00 PM", dt.time(14)),
        ("by 5 p.m. (Pacific) on June 3, 2020", dt.time(17)),
        ("by 12:15 a.m. on June 3, 2020", dt.time(0, 15)),
        ("before 5:00 p.m., at least six court days before the hearing", dt.time(17)),
        ("by June 3, 2020", None),
        ("by close of business on June 3, 2020", None),  # an office hour is no hour of the clock
    ],
)
def test_the_hour_is_read_where_it_is_printed_and_not_invented(text: str, clock: dt.time | None) -> None:
    assert only(text).timing.clock == clock


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("by July 31, 2020", dt.date(2020, 7, 31)),
        ("by the 31st day of July, 2020", dt.date(2020, 7, 31)),
        ("by 7/31/20", dt.date(2020, 7, 31)),
        ("by 7/31/2020", dt.date(2020, 7, 31)),
        ("by Jul. 31, 2020", dt.date(2020, 7, 31)),
        ("by 2020-07-31", dt.date(2020, 7, 31)),
        # a year that is not printed is the next such day after the order
        ("by July 31", dt.date(2020, 7, 31)),
        ("by January 8", dt.date(2021, 1, 8)),
    ],
)
def test_a_date_is_read_in_every_printed_form(text: str, date: dt.date) -> None:
    timing = only(text).timing

    assert isinstance(timing, FixedDate)
    assert timing.date == date


@pytest.mark.parametrize(
    "text",
    [
        "by February 30, 2020",  # no such day
        "under Rule 26(f) and L.R. 7-3",
        "in Courtroom 5 of 450 Golden Gate Avenue",
        "at (555) 012-0117",
        "No. C-06-03891 SC (JCS)",
        "prior to the next business day",  # a condition's words: when help is needed, not by when to act
    ],
)
def test_what_is_no_time_gives_none(text: str) -> None:
    assert found(text) == ()


def test_the_opposition_s_date_of_service_can_fairly_mean_two_days() -> None:
    timing = only("within seven (7) days of the date for service of the opposition").timing

    assert isinstance(timing, Period)
    assert (timing.trigger, timing.anchors) == (Trigger.OPPOSITION_DUE, (Trigger.OPPOSITION_SERVED,))


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("within five (7) days of the demand", 5),  # after an event the shorter is the safer
        ("at least five (7) days before the hearing", 7),  # before one, the longer
    ],
)
def test_a_word_and_a_figure_that_differ_raise_a_doubt_and_count_the_safer(text: str, n: int) -> None:
    one = only(text)

    assert isinstance(one.timing, Period)
    assert one.timing.length.n == n
    assert "5 and 7" in one.doubt
    assert one.remedy.startswith("Ask chambers which is meant")


def test_a_weekday_that_is_not_the_date_s_raises_a_doubt() -> None:
    one = only("on Monday, June 2, 2020")

    assert one.weekday is Weekday.MONDAY
    assert "is a Tuesday" in one.doubt


def test_it_is_the_event_named_before() -> None:
    every = found("to adjourn a conference no later than noon on the second business day before it")

    assert isinstance(every[-1].timing, Period)
    assert every[-1].timing.trigger is Trigger.CONFERENCE


def test_an_hour_that_is_none_is_not_read() -> None:
    assert clock_from_words("25:00") is None


@pytest.mark.parametrize(
    ("text", "weekday", "direction", "clock", "trigger"),
    [
        ("no later than noon on the Wednesday before the hearing", "Wednesday", "before", dt.time(12), Trigger.HEARING),
        ("by the Friday preceding trial", "Friday", "before", None, Trigger.TRIAL),
        ("by 4:00 p.m. on the Monday following the conference", "Monday", "after", dt.time(16), Trigger.CONFERENCE),
        ("by the following Monday", "Monday", "after", None, Other("the act before it")),
        ("no later than Thursday of the week prior to the conference", "Thursday", "before", None, Trigger.CONFERENCE),
        ("no later than the fourth Friday thereafter", "Friday", "after", None, Other("the act before it")),
        ("by 5 p.m. the preceding Thursday", "Thursday", "before", dt.time(17), Other("the event it is given for")),
    ],
)
def test_a_day_of_the_week_may_be_named_beside_an_event(
    text: str, weekday: str, direction: str, clock: dt.time | None, trigger: Trigger | Other
) -> None:
    timing = only(text).timing
    assert isinstance(timing, NamedDay)
    assert (timing.weekday, timing.direction, timing.clock, timing.trigger) == (weekday, direction, clock, trigger)


@pytest.mark.parametrize(
    "text", ["on Fridays", "the Friday calendar", "every Friday afternoon", "the next Friday call"]
)
def test_a_weekday_beside_no_event_is_no_limit(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("within three hundred sixty-five (365) days of the date of this Order", 365),
        ("within one hundred and eighty days of the complaint", 180),
        ("within a hundred days of removal", 100),
        ("within 10-14 days after the conference", 14),  # the last day of a range, with a doubt
        ("45 to 60 days before trial", 45),
    ],
)
def test_long_numbers_and_ranges(text: str, n: int) -> None:
    timing = only(text).timing
    assert isinstance(timing, Period)
    assert timing.length.n == n


def test_a_range_raises_a_doubt() -> None:
    assert "range" in only("within 10 to 14 days after the conference").doubt


@pytest.mark.parametrize("text", ["extended by 28 days", "available for at least 15 minutes before the hearing"])
def test_how_much_and_how_long_are_no_limits(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "nth", "of_week"),
    [
        ("by the Thursday before the conference", 1, False),
        ("by Thursday of the week before the conference", 1, True),
        ("no later than the third Friday thereafter", 3, False),
    ],
)
def test_which_such_day_is_meant(text: str, nth: int, *, of_week: bool) -> None:
    timing = only(text).timing
    assert isinstance(timing, NamedDay)
    assert (timing.nth, timing.of_week) == (nth, of_week)


def test_a_colon_may_follow_a_day() -> None:
    text = "counsel shall, on or before may 3, 2024: (1) create a log"
    assert [one.timing for one in times(text, 0, len(text), dated=None)] == [FixedDate(date=dt.date(2024, 5, 3))]
