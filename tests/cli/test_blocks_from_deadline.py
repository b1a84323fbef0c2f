"""How a deadline looks: three dates together, every reading, every doubt, and the count on the calendar."""

from __future__ import annotations

from soordered.cli.blocks_from_deadline import dates, dates_in_a_line, doubts, explanation, readings
from soordered.cli.plain_from_blocks import plain_text
from soordered.deadlines.deadline import Deadline


def test_three_dates_stand_together_when_they_differ(ten_business_days: Deadline) -> None:
    assert plain_text([dates(ten_business_days)]) == (
        "Act by: Tue 27 Nov 2007\n"
        "Prevailing: Tue 27 Nov 2007\n"
        "Latest arguable (do not calendar): Wed 28 Nov 2007\n"
    )  # fmt: skip


def test_one_date_is_one_line_when_all_readings_agree(one_date: Deadline) -> None:
    assert plain_text([dates(one_date)]) == "Due: Wed 10 Nov 2010, 4:30 p.m.\n"


def test_a_list_of_duties_names_the_dates_in_one_line(ten_business_days: Deadline, one_date: Deadline) -> None:
    assert dates_in_a_line(one_date) == "Wed 10 Nov 2010, 4:30 p.m."
    assert dates_in_a_line(ten_business_days) == (
        "act by Tue 27 Nov 2007; latest arguable Wed 28 Nov 2007 (do not calendar)"
    )


def test_every_reading_has_its_point_its_authority_and_what_would_settle_it(ten_business_days: Deadline) -> None:
    assert plain_text([readings(ten_business_days)]) == (
        "- federal-holidays-only (prevailing)\n"
        "  Due: Tue 27 Nov 2007\n"
        "  Because: A business day leaves out weekends and federal legal holidays. "
        "Would be settled by a ruling on what the order means by business day.\n"
        "  Authority: the order's own words [frcp-2005]\n"
        "- state-holidays-too (arguable)\n"
        "  Due: Wed 28 Nov 2007\n"
        "  Because: The day after Thanksgiving is a judicial holiday in California.\n"
        "  Authority: Cal. Code Civ. Proc. 135 [frcp-2005]\n"
    )


def test_notes_and_settlements_are_shown_with_the_dates(ten_business_days: Deadline) -> None:
    assert plain_text(doubts(ten_business_days)) == (
        "- Business day is defined in no rule.\n"
        "- Settled (own side, Sat 10 Nov 2007): federal-holidays-only holds, by our own note.\n"
    )


def test_the_month_grid_numbers_counted_days_and_letters_skipped_ones(ten_business_days: Deadline) -> None:
    grid = """\
November 2007
   Mon   Tue   Wed   Thu   Fri   Sat   Sun
                       1     2     3     4
     5     6     7     8     9    10    11
                             T     a     a
    12    13    14    15    16    17    18
     b     1     2     3     4     a     a
    19    20    21    22    23    24    25
     5     6     7     c     8     a     a
    26    27    28    29    30
     9   10*     ?

    T  Fri 9 Nov 2007: the demand; its day is not counted
 1-10  days counted
    a  skipped: weekend (Fed. R. Civ. P. 6(a) (2005))
    b  skipped: Veterans Day, on the Monday (5 U.S.C. 6103(a); E.O. 11582 §3)
    c  skipped: Thanksgiving Day (5 U.S.C. 6103(a))
    *  Tue 27 Nov 2007: where this reading lands
    ?  Wed 28 Nov 2007: latest arguable, do not calendar
"""
    assert grid in plain_text(explanation(ten_business_days))


def test_the_grid_of_another_reading_marks_the_act_by_date(ten_business_days: Deadline) -> None:
    text = plain_text(explanation(ten_business_days))

    assert "     8    9!   10*\n" in text
    assert "    !  Tue 27 Nov 2007: act by\n" in text


def test_the_steps_are_told_in_words_for_those_who_do_not_see_the_grid(ten_business_days: Deadline) -> None:
    text = plain_text(explanation(ten_business_days))

    assert "- Mon 12 Nov 2007: not counted, Veterans Day, on the Monday (5 U.S.C. 6103(a); E.O. 11582 §3)\n" in text
    assert "- Tue 27 Nov 2007: day 10\n" in text
