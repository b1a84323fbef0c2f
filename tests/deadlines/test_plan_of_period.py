"""What is drawn from the ways to count: the safe date, other moments to count from, the steps."""

from __future__ import annotations

import datetime as dt
import gc

import pytest

from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.dates_from_periods import due, due_from_anchors
from soordered.deadlines.plan_of_period import Anchor
from soordered.deadlines.readings import FROM_RECEIPT
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.timing import Bound, Direction, Length, Unit
from tests.deadlines.counted import AFTER, LAW, count, day, three


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


class TestWhatIsKept:
    """Answers are kept for a court, and go with its law."""

    def test_an_answer_is_given_again(self) -> None:
        assert count(10, Unit.BUSINESS_DAY, "2007-11-09") is count(10, Unit.BUSINESS_DAY, "2007-11-09")

    @pytest.mark.slow
    def test_a_law_that_nobody_asks_any_more_is_not_held(self) -> None:
        def laws() -> int:
            gc.collect()
            return sum(isinstance(held, TimeLaw) for held in gc.get_objects())

        def asked() -> None:
            for _ in range(5):
                law = TimeLaw(LAW.regimes, LAW.calendar.with_days(()), LAW.version)
                due(Length(10, Unit.BUSINESS_DAY), AFTER, day("2007-11-09"), law)

        before = laws()
        asked()

        assert laws() == before

    def test_what_is_made_of_a_law_is_made_once(self) -> None:
        made: list[TimeLaw] = []
        law = TimeLaw(LAW.regimes, LAW.calendar, LAW.version)

        def number(one: TimeLaw) -> int:
            made.append(one)
            return len(made)

        assert (law.kept(number), law.kept(number), made) == (1, 1, [law])
