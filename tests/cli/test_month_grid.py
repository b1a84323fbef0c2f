"""The month grid over counts of every kind: ASCII, complete, and short however long the period."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from soordered.cli.month_grid_from_deadline import month_grid
from soordered.cli.plain_from_blocks import plain_text
from soordered.deadlines.deadline import Deadline
from soordered.wiring.counting import due

_DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2045, 12, 31))
_UNITS = st.sampled_from(["days", "calendar days", "business days", "court days", "weeks", "months"])


def grid(deadline: Deadline) -> str:
    return plain_text([month_grid(deadline, deadline.readings[0])])


def layout(text: str) -> str:
    """The months without the legend, whose reasons may hold any character."""
    return text.rsplit("\n\n", 1)[0]


@given(day=_DAYS, n=st.integers(0, 60), unit=_UNITS, backward=st.booleans())
def test_every_count_has_a_grid_with_its_trigger_and_its_landing(
    day: dt.date, n: int, unit: str, *, backward: bool
) -> None:
    deadline = due(f"{n} {unit}", before=day if backward else None, after=None if backward else day)
    text = grid(deadline)

    assert f"{deadline.prevailing.date.day}" in text
    assert "*  " in text
    assert "where this reading lands" in text
    assert text.count("Mon   Tue") <= 6
    assert layout(text).isascii()


def test_a_long_count_leaves_months_out_and_says_how_many() -> None:
    text = grid(due("30 months", after="2010-01-15"))

    assert "January 2010" in text
    assert "July 2012" in text
    assert "months in between" in text
    assert "June 2011" not in text


def test_a_count_back_marks_the_holiday_it_runs_over() -> None:
    text = grid(due("1 day by 4:30 p.m.", before="2010-11-12"))

    assert "                 *   1R?     T\n" in text
    assert "    R  Thu 11 Nov 2010: Veterans Day" in text


def test_hours_show_where_they_begin_and_end() -> None:
    text = grid(due("72 hours", after="2010-11-05T10:23"))

    assert "    T  Fri 5 Nov 2010: " in text
    assert "    *  Mon 8 Nov 2010: " in text


def test_a_day_left_out_has_a_letter_of_its_own_reason() -> None:
    text = grid(due("5 business days", after="2007-12-20", reading="closings-out"))

    assert re.search(
        r"^    [a-e]  skipped: Christmas Eve, closed by executive order \(E\.O\. 13453", text, re.MULTILINE
    )
