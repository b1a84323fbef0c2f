"""Settled points, and one reading asked for."""

from __future__ import annotations

import pytest

from soordered.deadlines.deadline import SettledHow
from soordered.deadlines.live_variants_from_settlements import UnknownReadingError
from soordered.rules.timing import Unit
from tests.deadlines.counted import BEFORE, count, settled, shown, three


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


class TestOneReadingAskedFor:
    """``reading=``: the one, with the fewest others without which it gives no date."""

    def test_a_reading_that_lives_only_beside_another(self) -> None:
        """Run on, one day before Tuesday 2 April 2002 is that day itself, unless Monday's state holiday is open."""
        deadline = count(1, Unit.CALENDAR_DAY, "2002-04-02", BEFORE, reading="runs-on")

        assert shown(deadline) == {"runs-on+federal-only": "2002-04-01"}
        assert deadline.notes == ("The reading runs-on gives a date here only together with federal-only.",)

    def test_a_reading_that_lives_by_itself_says_nothing(self) -> None:
        deadline = count(10, Unit.BUSINESS_DAY, "2007-11-09", reading="state-holidays-out")

        assert shown(deadline) == {"state-holidays-out": "2007-11-28"}
        assert deadline.notes == ()

    def test_readings_that_exclude_each_other_are_refused(self) -> None:
        with pytest.raises(UnknownReadingError, match="calendar-days-literal"):
            count(5, Unit.CALENDAR_DAY, "2007-08-17", reading="calendar-days-literal+calendar-days-under-threshold")
