"""Whichever comes first, or last, under every pair of readings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.deadlines.combined_deadlines import earliest_of, latest_of
from soordered.deadlines.dates_from_periods import due
from soordered.deadlines.deadline import Deadline, Standing
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.timing import Direction, Length, Unit

LAW = time_law("cand")


def count(n: int, unit: Unit, on: str) -> Deadline:
    return due(Length(n, unit), Direction.AFTER, dt.date.fromisoformat(on), LAW)


def three(deadline: Deadline) -> tuple[str, str, str]:
    return deadline.act_by.isoformat(), deadline.prevailing.isoformat(), deadline.outer.isoformat()


LONG = count(10, Unit.BUSINESS_DAY, "2007-11-09")  # 27 November, or 28
SHORT = count(18, Unit.DAY, "2007-11-09")  # Tuesday 27 November


def test_one_is_itself() -> None:
    assert three(earliest_of([LONG])) == three(LONG) == three(latest_of([LONG]))


def test_the_earlier_closes_the_later_readings() -> None:
    assert three(earliest_of([LONG, SHORT])) == ("2007-11-27",) * 3


def test_the_later_keeps_them() -> None:
    both = latest_of([SHORT, LONG])

    assert three(both) == ("2007-11-27", "2007-11-27", "2007-11-28")
    assert both.readings[-1].label == "state-holidays-out"


def test_doubts_are_added_once() -> None:
    assert earliest_of([SHORT, SHORT], ["one more", "one more"]).notes == ("one more",)


@pytest.mark.parametrize(("combine", "choose"), [(earliest_of, min), (latest_of, max)])
@given(
    st.lists(
        st.tuples(
            st.integers(1, 30),
            st.sampled_from((Unit.DAY, Unit.BUSINESS_DAY, Unit.CALENDAR_DAY)),
            st.dates(min_value=dt.date(2003, 1, 1), max_value=dt.date(2030, 1, 1)),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_every_choice_of_readings_is_held_and_no_other(
    combine: Callable[[Sequence[Deadline]], Deadline],
    choose: Callable[[Sequence[tuple[dt.date, dt.time]]], tuple[dt.date, dt.time]],
    asked: list[tuple[int, Unit, dt.date]],
) -> None:
    options = [due(Length(n, unit), Direction.AFTER, on, LAW) for n, unit, on in asked]

    both = combine(options)

    moments = {
        choose([reading.due.sort_key for reading in together])
        for together in product(*(option.readings for option in options))
    }
    assert {reading.due.sort_key for reading in both.readings} == moments
    assert both.prevailing.sort_key == choose([option.prevailing.sort_key for option in options])
    assert both.act_by.sort_key <= min(moments)
    assert both.outer.sort_key == max(moments)
    assert [reading.standing is Standing.PREVAILING for reading in both.readings].count(True) == 1
