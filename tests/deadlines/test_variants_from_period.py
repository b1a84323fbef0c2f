"""The ways to count one period: contested days, days added for service, hours."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.deadlines.dates_from_periods import due
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rule import Rank
from soordered.rules.timing import Bound, Direction, Length, Unit
from tests.deadlines.counted import AFTER, BEFORE, HALF_PAST_FOUR, count, day, shown, three


class TestContestedDays:
    """Days that some readings leave out, and others do not."""

    def test_the_friday_for_a_saturday_holiday_prevails_and_the_safe_date_is_before(self) -> None:
        """Fourteen days from 10 December 2021: Christmas on a Saturday was kept on Friday the 24th."""
        law = time_law("njd")
        deadline = due(Length(14, Unit.DAY), AFTER, day("2021-12-10"), law)

        assert three(deadline) == ("2021-12-24", "2021-12-27", "2021-12-27")
        assert shown(deadline)["saturday-observed-open"] == "2021-12-24"

    def test_an_executive_order_closing_is_a_reading_never_a_plain_holiday(self) -> None:
        deadline = count(14, Unit.DAY, "2024-12-10")

        assert three(deadline) == ("2024-12-24", "2024-12-24", "2024-12-26")
        assert "Latham" in deadline.readings[1].authority

    def test_two_points_at_once_give_the_true_latest_date(self) -> None:
        """Ten business days from 19 November 2007: neither reading alone, but state day and closing together, is last."""
        deadline = count(24, Unit.BUSINESS_DAY, "2007-11-20")

        assert deadline.outer.isoformat() == "2007-12-28"
        assert deadline.readings[-1].label == "state-holidays-out+closings-out"

    def test_a_state_day_that_is_no_judicial_holiday_is_a_labelled_reading(self) -> None:
        """Admission Day, Thursday 9 September 2010."""
        deadline = count(14, Unit.DAY, "2010-08-26")

        assert three(deadline) == ("2010-09-09", "2010-09-09", "2010-09-10")
        assert deadline.readings[1].label == "unverified-state-days-out"

    @pytest.mark.parametrize(
        ("n", "on", "direction", "expected"),
        [
            (14, "2010-03-17", AFTER, "2010-04-01"),  # onto Chavez Day, after an event
            (21, "2010-12-17", BEFORE, "2010-11-26"),  # onto the day after Thanksgiving, before an event: stays
            (21, "2008-12-19", BEFORE, "2008-11-26"),  # the same in 2008: state days counted both ways
        ],
    )
    def test_state_holidays_by_direction_and_date(self, n: int, on: str, direction: Direction, expected: str) -> None:
        assert count(n, Unit.DAY, on, direction, rank=Rank.FEDERAL_RULE).prevailing.isoformat() == expected

    def test_running_on_before_2009_is_arguable_unless_it_reaches_the_event(self) -> None:
        """Twenty-one days before Saturday-bound 1 September 2007; and one day before a Monday hearing."""
        assert shown(count(21, Unit.DAY, "2007-09-22", BEFORE, rank=Rank.FEDERAL_RULE)) == {
            "rule-6": "2007-08-31",
            "runs-on": "2007-09-04",
        }
        assert "runs-on" not in shown(count(1, Unit.CALENDAR_DAY, "2007-08-20", BEFORE))

    def test_an_inaccessible_day_moves_a_filing_forward_even_before_an_event(self) -> None:
        closed = NonDay(
            date=day("2007-08-31"),
            name="clerk's office closed",
            layer=Layer.INACCESSIBLE,
            authority="notice",
            sureness=DaySureness.PUBLISHED,
        )
        law = time_law("federal", (closed,))
        filing = due(Length(21, Unit.DAY), BEFORE, day("2007-09-22"), law, regime="frcp-2009")
        other = due(Length(21, Unit.DAY), BEFORE, day("2007-09-22"), law, regime="frcp-2009", filing="none")

        assert three(filing) == ("2007-08-31", "2007-09-04", "2007-09-04")
        assert three(other) == ("2007-08-31", "2007-08-31", "2007-08-31")

    def test_an_unverified_federal_day_is_labelled(self) -> None:
        """Washington's Birthday 1942 fell on a Sunday; that the Monday was kept rests on no source held."""
        deadline = due(Length(10, Unit.DAY), AFTER, day("1942-02-13"), time_law("federal"))

        assert shown(deadline) == {"rule-6": "1942-02-24", "unverified-federal-day-open": "1942-02-23"}

    def test_a_period_that_passes_an_unverified_state_day_says_so(self) -> None:
        passing = due(Length(14, Unit.DAY), AFTER, day("2010-02-17"), time_law("txsd"))
        missing = due(Length(14, Unit.DAY), AFTER, day("2010-03-17"), time_law("txsd"))

        (note,) = passing.notes
        assert note.startswith("State holidays of Texas are held unverified: near one, check the statute")
        assert missing.notes == ()


class TestExtraDaysForService:
    """Three days more, for some ways of service, at some times, in some order."""

    @pytest.mark.parametrize(
        ("n", "on", "service", "expected"),
        [
            (14, "2010-07-07", "ecf", "2010-07-26"),  # before Dec 2016 e-service earns them; Saturday rolls
            (14, "2010-07-07", "hand", "2010-07-21"),
            (14, "2016-12-02", "ecf", "2016-12-16"),  # no more
            (30, "2017-05-01", "mail", "2017-06-05"),
            (30, "2018-08-02", "mail", "2018-09-07"),  # roll over Labor Day first, then three
            (10, "2006-07-03", "mail", "2006-07-21"),  # under 11, then three
            (20, "2004-04-05", "mail", "2004-04-28"),  # before Dec 2005: 25 April is a Sunday, three are added first
        ],
    )
    def test_dates(self, n: int, on: str, service: str, expected: str) -> None:
        deadline = count(n, Unit.DAY, on, served_trigger=True, service=service, rank=Rank.FEDERAL_RULE)

        assert deadline.prevailing.isoformat() == expected

    def test_before_2005_the_sum_may_decide(self) -> None:
        """Ten days by mail in 2004: eleven-day rule on the ten, or on thirteen."""
        deadline = count(10, Unit.DAY, "2004-04-05", served_trigger=True, service="mail", rank=Rank.FEDERAL_RULE)

        assert shown(deadline) == {"rule-6": "2004-04-22", "extra-days-merged": "2004-04-19"}

    def test_not_from_an_event_that_is_no_service(self) -> None:
        assert count(14, Unit.DAY, "2010-07-07", service="mail").prevailing.isoformat() == "2010-07-21"

    def test_an_unknown_way_of_service_is_said(self) -> None:
        deadline = count(14, Unit.DAY, "2010-07-07", served_trigger=True)

        assert deadline.notes == ("How it was served is not said: no days for service are added.",)


class TestHours:
    """Periods in hours, elapsed, with the roll to the same hour."""

    def test_elapsed_over_the_end_of_summer_time(self) -> None:
        deadline = count(72, Unit.HOUR, "2007-11-02", at=dt.time(10, 23), regime="frcp-2009")

        assert deadline.prevailing.isoformat() == "2007-11-05T09:23:00-08:00"

    def test_the_roll_keeps_the_hour_and_the_unrolled_saturday_is_shown(self) -> None:
        deadline = count(48, Unit.HOUR, "2010-09-02", at=dt.time(14, 17))

        assert three(deadline) == (
            "2010-09-03T14:17:00-07:00",
            "2010-09-07T14:17:00-07:00",
            "2010-09-07T14:17:00-07:00",
        )
        assert shown(deadline)["hours-not-rolled"] == "2010-09-04T14:17:00-07:00"

    def test_backward(self) -> None:
        """Not less than 48 hours before a conference on Tuesday 6 July 2010 at ten: back over Sunday and the weekend."""
        deadline = count(48, Unit.HOUR, "2010-07-06", BEFORE, at=dt.time(10), bound=Bound.AT_LEAST)

        assert deadline.act_by.isoformat() == "2010-07-02T10:00:00-07:00"

    @pytest.mark.parametrize(
        ("on", "says"),
        [
            ("2007-08-31", True),
            ("1950-05-05", True),
            ("2009-11-30", True),
            ("2009-12-01", False),
            ("2010-09-03", False),
        ],
    )
    def test_a_version_without_a_method_for_hours_is_no_authority_for_them(self, on: str, *, says: bool) -> None:
        deadline = count(24, Unit.HOUR, on, at=dt.time(14))

        told = any("has no method for hours" in note for note in deadline.notes)
        plain = next(reading for reading in deadline.readings if reading.label == "elapsed-hours")
        assert told is says
        assert plain.authority.startswith("the order's own words") is says
        assert plain.authority.startswith("Fed. R. Civ. P. 6(a)") is not says
        assert all((step.authority == "the order's own words") is says for step in list(plain.steps)[:2])

    def test_before_2009_no_text_rolled_hours(self) -> None:
        deadline = count(48, Unit.HOUR, "2007-08-30", at=dt.time(14))

        assert shown(deadline) == {
            "elapsed-hours": "2007-09-01T14:00:00-07:00",
            "hours-rolled": "2007-09-04T14:00:00-07:00",
        }

    def test_a_receipt_without_an_hour_is_said(self) -> None:
        deadline = count(48, Unit.HOUR, "2010-07-07", at=dt.time(10), received_on=day("2010-07-08"))

        assert deadline.prevailing.isoformat() == "2010-07-09T10:00:00-07:00"
        assert "whose hour is not known" in deadline.notes[0]

    def test_a_district_with_two_clocks_says_so(self) -> None:
        deadline = due(Length(1, Unit.DAY), BEFORE, day("2010-11-10"), time_law("txwd"), clock=HALF_PAST_FOUR)

        assert "Hours are those of America/Chicago; part of the district keeps America/Denver." in deadline.notes

    def test_minutes(self) -> None:
        assert count(90, Unit.MINUTE, "2010-07-07", at=dt.time(9)).act_by.isoformat() == "2010-07-07T10:30:00-07:00"
