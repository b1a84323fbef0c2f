"""One period from one day: the three dates, the readings behind them, the steps, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.calendars.court import OutsideCalendarError
from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.calendars.time_law import NoRegimeError, UnknownRegimeError
from soordered.deadlines.dates_from_periods import (
    Anchor,
    MissingHourError,
    UnknownFilingError,
    UnknownServiceError,
    due,
    due_from_anchors,
    fixed,
)
from soordered.deadlines.deadline import Deadline, SettledHow, Settlement, Standing
from soordered.deadlines.live_variants_from_settlements import UnknownReadingError
from soordered.deadlines.readings import FROM_RECEIPT
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rule import Rank
from soordered.rules.timing import Bound, Direction, Length, Unit

LAW = time_law("cand")
AFTER, BEFORE = Direction.AFTER, Direction.BEFORE
NOON, HALF_PAST_FOUR = dt.time(12), dt.time(16, 30)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def three(deadline: Deadline) -> tuple[str, str, str]:
    return deadline.act_by.isoformat(), deadline.prevailing.isoformat(), deadline.outer.isoformat()


def shown(deadline: Deadline) -> dict[str, str]:
    return {reading.label: reading.due.isoformat() for reading in deadline.readings}


def count(n: int, unit: Unit, on: str, direction: Direction = AFTER, **more: object) -> Deadline:
    return due(Length(n, unit), direction, day(on), LAW, **more)  # type: ignore[arg-type]


def settled(
    label: str, how: SettledHow = SettledHow.ORDERED, *, over: tuple[str, ...] = (), side: str = ""
) -> Settlement:
    return Settlement(label=label, how=how, authority="order of the day", on=day("2007-01-01"), over=over, side=side)


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


class TestActBy:
    """The safe date."""

    def test_never_at_the_trigger_of_an_after_period(self) -> None:
        """One calendar day after a Friday: the literal Saturday has no open day before it."""
        deadline = count(1, Unit.CALENDAR_DAY, "2010-07-09")

        assert deadline.act_by.isoformat() == "2010-07-10"
        assert "No open court day lies between" in deadline.notes[0]

    def test_contested_days_count_as_open_for_it(self) -> None:
        """Ten business days ending on a closed 24 December: the day itself is the safe date."""
        assert count(2, Unit.BUSINESS_DAY, "2007-12-20").act_by.isoformat() == "2007-12-24"

    def test_a_paper_filing_ends_when_the_clerk_closes(self) -> None:
        deadline = count(14, Unit.DAY, "2010-07-07", filing="paper")

        assert deadline.act_by.isoformat() == "2010-07-21T16:00:00-07:00"
        assert "ordinarily at 16:00" in deadline.notes[0]

    def test_a_court_whose_clerks_hours_are_not_held_says_so(self) -> None:
        deadline = due(Length(14, Unit.DAY), AFTER, day("2010-07-07"), time_law("caed"), filing="paper")

        assert deadline.act_by.isoformat() == "2010-07-21"
        assert "closing hour of the clerk's office is not in the lawbook" in deadline.notes[0]

    def test_the_first_day_of_a_right_is_not_a_limit(self) -> None:
        deadline = count(7, Unit.DAY, "2010-07-07", bound=Bound.AT_LEAST)

        assert "first day" in deadline.notes[0]


class TestSettlements:
    """Points that the matter has settled."""

    def test_an_order_ends_the_other_readings_for_all(self) -> None:
        deadline = count(10, Unit.BUSINESS_DAY, "2007-11-09", settlements=(settled("state-holidays-out"),))

        assert three(deadline) == ("2007-11-28", "2007-11-28", "2007-11-28")

    def test_the_label_of_the_prevailing_reading_ends_the_rest(self) -> None:
        deadline = count(10, Unit.BUSINESS_DAY, "2007-11-09", settlements=(settled("federal-holidays-only"),))

        assert three(deadline) == ("2007-11-27", "2007-11-27", "2007-11-27")

    def test_one_side_for_itself_moves_its_own_dates_and_never_the_latest_arguable(self) -> None:
        own = (settled("state-holidays-out", SettledHow.OWN_SIDE, side="plaintiff"),)

        theirs = count(10, Unit.BUSINESS_DAY, "2007-11-09", settlements=own, side="defendant")
        ours = count(10, Unit.BUSINESS_DAY, "2007-11-09", settlements=own, side="plaintiff")

        assert three(theirs) == ("2007-11-27", "2007-11-27", "2007-11-28")
        assert three(ours) == ("2007-11-28", "2007-11-28", "2007-11-28")

    def test_own_side_cannot_shorten_the_others_latest_date(self) -> None:
        own = (settled("federal-holidays-only", SettledHow.OWN_SIDE, side="plaintiff"),)

        deadline = count(10, Unit.BUSINESS_DAY, "2007-11-09", settlements=own, side="plaintiff")

        assert three(deadline) == ("2007-11-27", "2007-11-27", "2007-11-28")

    def test_a_settlement_leaves_other_points_open(self) -> None:
        """The calendar-day point is settled; the Friday after Thanksgiving is not."""
        deadline = count(10, Unit.CALENDAR_DAY, "2010-11-15", settlements=(settled("calendar-days-rolled"),))

        assert shown(deadline) == {"calendar-days-rolled": "2010-11-29", "federal-only": "2010-11-26"}

    def test_over_ends_only_what_it_names(self) -> None:
        deadline = count(
            5,
            Unit.CALENDAR_DAY,
            "2007-08-01",
            settlements=(settled("calendar-days-rolled", over=("calendar-days-under-threshold",)),),
        )

        assert deadline.outer.isoformat() == "2007-08-06"

    def test_a_settled_point_that_does_not_arise_changes_nothing(self) -> None:
        deadline = count(10, Unit.BUSINESS_DAY, "2007-08-20", settlements=(settled("closings-out"),))

        assert three(deadline) == ("2007-09-04", "2007-09-04", "2007-09-04")


class TestAnchors:
    """Moments that the same words can fairly mean."""

    def test_sent_and_received(self) -> None:
        deadline = count(10, Unit.BUSINESS_DAY, "2007-08-17", received_on=day("2007-08-20"))

        assert three(deadline) == ("2007-08-31", "2007-08-31", "2007-09-04")
        assert deadline.readings[1].label == FROM_RECEIPT.label

    def test_the_earliest_anchor_bounds_the_safe_date(self) -> None:
        anchors = (Anchor(on=day("2010-07-12")), Anchor(on=day("2010-07-09"), departure=FROM_RECEIPT))

        deadline = due_from_anchors(Length(7, Unit.DAY), AFTER, anchors, LAW)

        assert three(deadline) == ("2010-07-16", "2010-07-19", "2010-07-19")


class TestSteps:
    """Each day counted or left out, with its reason; the roll; the landing."""

    def test_every_day_left_out_has_a_reason_and_an_authority(self) -> None:
        deadline = count(10, Unit.BUSINESS_DAY, "2007-11-09")

        left_out = {step.date.isoformat(): step.why for step in deadline.steps if step.counted is False}
        assert left_out["2007-11-12"] == "Veterans Day, on the Monday"
        assert left_out["2007-11-22"] == "Thanksgiving Day"
        assert "2007-11-23" not in left_out
        assert all(step.authority for step in deadline.steps if step.counted is False)
        assert [step.number for step in deadline.steps if step.counted] == list(range(1, 11))

    def test_the_authority_of_a_moved_holiday_names_statute_and_order(self) -> None:
        step = next(step for step in count(10, Unit.BUSINESS_DAY, "2007-11-09").steps if step.date == day("2007-11-12"))

        assert step.authority == "5 U.S.C. 6103(a); E.O. 11582 §3"

    def test_no_rule_is_cited_for_days_that_the_orders_words_leave_out(self) -> None:
        """Since 2009 the rule counts every day; business days are the order's own words."""
        saturday = next(step for step in count(3, Unit.BUSINESS_DAY, "2010-07-08").steps if step.date.day == 10)

        assert (saturday.why, saturday.authority) == ("Saturday", "the order's own words")

    def test_the_roll_and_the_landing(self) -> None:
        deadline = count(10, Unit.CALENDAR_DAY, "2010-07-08")

        assert [(step.date.isoformat(), step.why) for step in deadline.steps[-2:]] == [
            ("2010-07-18", "Sunday: the period runs on to the next open day"),
            ("2010-07-19", "the last day"),
        ]

    def test_days_for_service_are_steps(self) -> None:
        deadline = count(30, Unit.DAY, "2018-08-02", served_trigger=True, service="mail")

        added = [step.date.isoformat() for step in deadline.steps if "added for service" in step.why]
        assert added == ["2018-09-05", "2018-09-06", "2018-09-07"]

    @pytest.mark.parametrize("unit", list(Unit))
    def test_the_last_step_is_the_day_it_is_due(self, unit: Unit) -> None:
        for direction in Direction:
            deadline = count(3, unit, "2010-07-07", direction, at=dt.time(10))

            for reading in deadline.readings:
                assert reading.steps[-1].date == reading.due.date
                assert reading.steps[0].date == day("2010-07-07")


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
