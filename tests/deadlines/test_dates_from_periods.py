"""One period from one day: the two orders, the versions of the rule, units, fixed dates, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.calendars.court import OutsideCalendarError
from soordered.calendars.time_law import NoRegimeError, UnknownRegimeError
from soordered.deadlines.dates_from_periods import due, fixed
from soordered.deadlines.deadline import Standing
from soordered.deadlines.live_variants_from_settlements import UnknownReadingError
from soordered.deadlines.method_of_service import UnknownServiceError
from soordered.deadlines.plan_of_period import MissingHourError, UnknownFilingError
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rule import Rank
from soordered.rules.timing import Bound, Direction, Length, Unit
from tests.deadlines.counted import AFTER, BEFORE, HALF_PAST_FOUR, LAW, NOON, count, day, settled, shown, three


class TestTheTwoOrders:
    """The dates that the orders of 30 July 2007 and 7 July 2010 give."""

    @pytest.mark.parametrize(
        ("n", "unit", "on", "expected"),
        [
            # first meeting, 5 calendar days of the order: the fifth is a Saturday
            (5, Unit.CALENDAR_DAY, "2007-07-30", ("2007-08-03", "2007-08-06", "2007-08-06")),
            # a demand before Veterans Day and Thanksgiving; the day after is California's
            (10, Unit.BUSINESS_DAY, "2007-11-09", ("2007-11-27", "2007-11-27", "2007-11-28")),
            # a meeting before Christmas; the 24th was closed by executive order
            (5, Unit.BUSINESS_DAY, "2007-12-20", ("2007-12-28", "2007-12-28", "2007-12-31")),
            # Labor Day among the ten
            (10, Unit.BUSINESS_DAY, "2007-08-20", ("2007-09-04", "2007-09-04", "2007-09-04")),
            # Lincoln Day among the five
            (5, Unit.BUSINESS_DAY, "2008-02-08", ("2008-02-15", "2008-02-15", "2008-02-19")),
            # 2010: the tenth day is a Sunday
            (10, Unit.CALENDAR_DAY, "2010-07-08", ("2010-07-16", "2010-07-19", "2010-07-19")),
            # 2010: the fifth day is a Saturday
            (5, Unit.CALENDAR_DAY, "2010-07-19", ("2010-07-23", "2010-07-26", "2010-07-26")),
            # 2010: the fifth day is Labor Day
            (5, Unit.CALENDAR_DAY, "2010-09-01", ("2010-09-03", "2010-09-07", "2010-09-07")),
            # 2010: the tenth day is Thanksgiving, the eleventh is California's
            (10, Unit.CALENDAR_DAY, "2010-11-15", ("2010-11-24", "2010-11-29", "2010-11-29")),
        ],
    )
    def test_periods(self, n: int, unit: Unit, on: str, expected: tuple[str, str, str]) -> None:
        assert three(count(n, unit, on, rank=Rank.CASE_ORDER)) == expected

    def test_the_literal_saturday_stays_visible(self) -> None:
        readings = shown(count(5, Unit.CALENDAR_DAY, "2007-07-30", rank=Rank.CASE_ORDER))

        assert readings["calendar-days-literal"] == "2007-08-04"

    def test_the_federal_only_friday_after_thanksgiving_stays_visible(self) -> None:
        readings = shown(count(10, Unit.CALENDAR_DAY, "2010-11-15"))

        assert readings == {
            "calendar-days-rolled": "2010-11-29",
            "calendar-days-literal": "2010-11-25",
            "federal-only": "2010-11-26",
        }

    def test_the_old_exclusion_of_weekends_is_weak_and_yet_the_latest_arguable(self) -> None:
        """Five calendar days from a Wednesday in 2007: counted like a short period of the rule, two days more."""
        deadline = count(5, Unit.CALENDAR_DAY, "2007-08-01", rank=Rank.CASE_ORDER)

        assert three(deadline) == ("2007-08-06", "2007-08-06", "2007-08-08")
        assert deadline.readings[-1].standing is Standing.WEAK

    @pytest.mark.parametrize(
        ("hearing", "act_by", "prevailing", "outer"),
        [
            # a Friday hearing: Thursday
            ("2010-07-09", "2010-07-08T16:30:00-07:00", "2010-07-08T16:30:00-07:00", "2010-07-08T16:30:00-07:00"),
            # the day after Veterans Day: the literal day before is the holiday
            ("2010-11-12", "2010-11-10T16:30:00-08:00", "2010-11-10T16:30:00-08:00", "2010-11-11T16:30:00-08:00"),
            # a hearing moved to a Monday: the literal day before is a Sunday
            ("2010-07-12", "2010-07-09T16:30:00-07:00", "2010-07-09T16:30:00-07:00", "2010-07-11T16:30:00-07:00"),
            # the same words under the rule of 2007
            ("2007-11-13", "2007-11-09T16:30:00-08:00", "2007-11-09T16:30:00-08:00", "2007-11-12T16:30:00-08:00"),
        ],
    )
    def test_notice_the_day_before_the_hearing(self, hearing: str, act_by: str, prevailing: str, outer: str) -> None:
        """Notification of the Court no later than 4:30 p.m. the day before the hearing."""
        deadline = count(1, Unit.DAY, hearing, BEFORE, clock=HALF_PAST_FOUR, rank=Rank.STANDING_ORDER)

        assert three(deadline) == (act_by, prevailing, outer)

    @pytest.mark.parametrize(
        ("filed", "at", "prevailing", "outer"),
        [
            # a Friday before Labor Day, in office hours
            ("2010-09-03", dt.time(11), "2010-09-07T12:00:00-07:00", "2010-09-07T12:00:00-07:00"),
            # the same Friday at 6 p.m.
            ("2010-09-03", dt.time(18), "2010-09-07T12:00:00-07:00", "2010-09-08T12:00:00-07:00"),
            # at the stroke of closing
            ("2010-09-02", dt.time(16), "2010-09-03T12:00:00-07:00", "2010-09-07T12:00:00-07:00"),
            # on a Saturday, whatever the hour
            ("2010-07-10", None, "2010-07-12T12:00:00-07:00", "2010-07-13T12:00:00-07:00"),
            # the eve of Thanksgiving: Friday is a business day in the reading that prevails
            ("2010-11-24", dt.time(9), "2010-11-26T12:00:00-08:00", "2010-11-29T12:00:00-08:00"),
        ],
    )
    def test_chambers_copy_before_noon_of_the_next_business_day(
        self, filed: str, at: dt.time | None, prevailing: str, outer: str
    ) -> None:
        deadline = count(1, Unit.BUSINESS_DAY, filed, clock=NOON, at=at, bound=Bound.BEFORE, rank=Rank.STANDING_ORDER)

        assert three(deadline) == (prevailing, prevailing, outer)

    def test_withdrawal_in_2008_closes_with_the_reply_on_the_safe_reading(self) -> None:
        """Seven days of 11 January 2008: straight 18 January, by the rule of the day 23 January (King Day left out)."""
        deadline = count(7, Unit.DAY, "2008-01-11", rank=Rank.STANDING_ORDER)

        assert three(deadline) == ("2008-01-18", "2008-01-23", "2008-01-23")
        assert shown(deadline)["straight-count"] == "2008-01-18"

    def test_a_federal_rule_has_no_straight_reading(self) -> None:
        deadline = count(10, Unit.DAY, "2007-07-30", rank=Rank.FEDERAL_RULE)

        assert shown(deadline) == {"rule-6": "2007-08-13"}


class TestRegimes:
    """Which version of the rule counts, and a period that straddles a change."""

    @pytest.mark.parametrize(
        ("on", "expected", "regime"),
        [
            ("1950-03-09", "1950-03-18", "frcp-1938"),  # a Saturday: an ordinary day before July 1963
            ("1964-03-09", "1964-03-18", "frcp-1963"),
            ("1984-03-09", "1984-03-19", "frcp-1971"),  # the 18th is a Sunday
            ("1986-03-10", "1986-03-21", "frcp-1985"),  # 9 is under 11: weekends left out
            ("2002-03-11", "2002-03-22", "frcp-2001"),
            ("2006-03-13", "2006-03-24", "frcp-2005"),
            ("2008-03-10", "2008-03-21", "frcp-2007"),
            ("2010-03-10", "2010-03-19", "frcp-2009"),  # days are days
            ("2018-03-09", "2018-03-19", "frcp-2016"),
            ("2024-03-11", "2024-03-20", "frcp-2023"),
        ],
    )
    def test_nine_days_through_the_versions(self, on: str, expected: str, regime: str) -> None:
        deadline = due(Length(9, Unit.DAY), AFTER, day(on), time_law("federal"))

        assert (deadline.prevailing.isoformat(), deadline.readings[0].regime) == (expected, regime)

    @pytest.mark.parametrize(
        ("n", "on", "service", "prevailing", "other"),
        [
            # 72(a), 10 days, served 20 Nov 2009: former count 8 Dec (Thanksgiving and the Friday out), new 30 Nov
            (10, "2009-11-20", "", "2009-12-08", "2009-11-30"),
            # e-service the day before the three days went
            (14, "2016-11-30", "ecf", "2016-12-19", "2016-12-14"),
        ],
    )
    def test_a_straddled_change_gives_both_ends(
        self, n: int, on: str, service: str, prevailing: str, other: str
    ) -> None:
        deadline = count(n, Unit.DAY, on, served_trigger=bool(service), service=service, rank=Rank.FEDERAL_RULE)

        assert three(deadline) == (other, prevailing, prevailing)
        assert shown(deadline)["rule-changed-meanwhile"] == other
        assert "28 U.S.C. 2074(a)" in " ".join(deadline.notes)

    def test_backward_over_a_change_the_rule_of_the_earlier_day_prevails(self) -> None:
        """Seven days before a hearing of 4 December 2009 the old rule was in force, and skipped four days more."""
        deadline = count(7, Unit.DAY, "2009-12-04", BEFORE, rank=Rank.LOCAL_RULE)

        assert deadline.readings[0].regime == "frcp-2007"
        assert shown(deadline) == {
            "rule-6": "2009-11-23",
            "federal-only": "2009-11-24",
            "rule-changed-meanwhile": "2009-11-27",
        }

    def test_a_change_that_alters_nothing_is_not_mentioned(self) -> None:
        """The restyling of December 2007 changed numbers, not dates."""
        deadline = count(14, Unit.DAY, "2007-11-26", rank=Rank.FEDERAL_RULE)

        assert (len(deadline.readings), deadline.notes) == (1, ())

    def test_a_named_version_counts_whatever_the_dates_say(self) -> None:
        assert count(10, Unit.DAY, "2007-07-30", regime="frcp-2009").prevailing.isoformat() == "2007-08-09"


class TestOtherUnits:
    """Weeks, months, years, nothing at all."""

    @pytest.mark.parametrize(
        ("n", "unit", "on", "direction", "expected"),
        [
            (2, Unit.WEEK, "2010-07-07", AFTER, "2010-07-21"),
            (1, Unit.MONTH, "2010-01-31", AFTER, "2010-03-01"),  # 28 February is a Sunday
            (1, Unit.MONTH, "2010-03-31", BEFORE, "2010-02-26"),
            (1, Unit.YEAR, "2008-02-29", AFTER, "2009-03-02"),
            (6, Unit.MONTH, "2009-09-15", AFTER, "2010-03-15"),
            (0, Unit.DAY, "2010-07-07", AFTER, "2010-07-07"),
            (0, Unit.DAY, "2010-07-10", AFTER, "2010-07-12"),
            (0, Unit.BUSINESS_DAY, "2010-07-10", AFTER, "2010-07-12"),
        ],
    )
    def test_dates(self, n: int, unit: Unit, on: str, direction: Direction, expected: str) -> None:
        assert count(n, unit, on, direction).prevailing.isoformat() == expected

    def test_a_week_is_no_short_period_of_the_old_rule(self) -> None:
        assert count(1, Unit.WEEK, "2007-08-20").prevailing.isoformat() == "2007-08-27"


class TestFixedDates:
    """Dates printed in an order."""

    def test_a_sunday_stays_and_the_safe_date_is_before(self) -> None:
        assert three(fixed(day("2021-05-30"), LAW)) == ("2021-05-28", "2021-05-30", "2021-05-30")

    def test_before_2009_one_circuit_let_it_run_on(self) -> None:
        deadline = fixed(day("2007-09-02"), LAW, clock=NOON)

        assert three(deadline) == (
            "2007-08-31T12:00:00-07:00",
            "2007-09-02T12:00:00-07:00",
            "2007-09-04T12:00:00-07:00",
        )
        assert deadline.readings[1].standing is Standing.WEAK

    def test_an_open_day_is_one_date(self) -> None:
        deadline = fixed(day("2007-11-01"), LAW)

        assert (three(deadline), deadline.notes) == (("2007-11-01",) * 3, ())


class TestRefused:
    """Requests that cannot be carried out, each with its sentence."""

    @pytest.mark.parametrize("on", ["1937-12-31", "2051-01-01", "0001-01-01", "9999-12-31"])
    def test_a_day_outside_the_calendar(self, on: str) -> None:
        with pytest.raises(OutsideCalendarError, match="runs from 1938-01-01 to 2050-12-31"):
            count(5, Unit.DAY, on)

    @pytest.mark.parametrize(
        ("n", "unit", "on", "direction"),
        [
            (30, Unit.DAY, "2050-12-20", AFTER),
            (30, Unit.DAY, "1938-09-20", BEFORE),
            (10, Unit.BUSINESS_DAY, "2050-12-27", AFTER),
            (10**9, Unit.DAY, "2010-01-01", AFTER),
            (10**9, Unit.BUSINESS_DAY, "2010-01-01", BEFORE),
            (10**9, Unit.MONTH, "2010-01-01", AFTER),
            (10**30, Unit.YEAR, "2010-01-01", BEFORE),
            (10**30, Unit.HOUR, "2010-01-01", AFTER),
            (10**30, Unit.WEEK, "2010-01-01", AFTER),
        ],
    )
    def test_an_end_outside_the_calendar(self, n: int, unit: Unit, on: str, direction: Direction) -> None:
        with pytest.raises((OutsideCalendarError, NoRegimeError)):
            count(n, unit, on, direction, at=dt.time(9))

    def test_a_day_before_the_rule_existed(self) -> None:
        with pytest.raises(NoRegimeError, match="the first held begins on 1938-09-16"):
            count(5, Unit.DAY, "1938-03-01")

    def test_hours_from_a_day_without_an_hour(self) -> None:
        with pytest.raises(MissingHourError, match=r"72 hours cannot be counted from 2007-11-02 alone"):
            count(72, Unit.HOUR, "2007-11-02")

    def test_an_unknown_version(self) -> None:
        with pytest.raises(UnknownRegimeError, match="frcp-1938, "):
            count(5, Unit.DAY, "2010-01-04", regime="frcp-1999")

    @pytest.mark.parametrize("service", ["pigeon", "Mail ", "fax"])
    def test_an_unknown_way_of_service(self, service: str) -> None:
        with pytest.raises(UnknownServiceError, match="electronic, "):
            count(5, Unit.DAY, "2010-01-04", served_trigger=True, service=service)

    def test_an_unknown_manner_of_filing(self) -> None:
        with pytest.raises(UnknownFilingError, match="electronic, paper, or none"):
            count(5, Unit.DAY, "2010-01-04", filing="telex")

    def test_an_unknown_reading(self) -> None:
        with pytest.raises(UnknownReadingError, match="federal-holidays-only"):
            count(5, Unit.DAY, "2010-01-04", reading="best-for-me")

    def test_two_readings_that_exclude_each_other(self) -> None:
        with pytest.raises(UnknownReadingError):
            count(5, Unit.CALENDAR_DAY, "2007-08-01", reading="calendar-days-literal+calendar-days-under-threshold")

    def test_a_settlement_of_an_unknown_reading(self) -> None:
        with pytest.raises(UnknownReadingError, match="'nonsense'"):
            count(5, Unit.CALENDAR_DAY, "2010-01-04", settlements=(settled("nonsense"),))
