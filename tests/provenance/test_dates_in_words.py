from __future__ import annotations

import datetime as dt

import pytest

from soordered.deadlines.deadline import Moment
from soordered.deadlines.moments_in_words import moment_in_words
from soordered.provenance.dates_in_words import clock_in_words, day_in_words, month_in_words


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (dt.time(9, 30), "9:30 a.m."),
        (dt.time(16, 30), "4:30 p.m."),
        (dt.time(12, 0), "noon"),
        (dt.time(12, 1), "12:01 p.m."),
        (dt.time(0, 0), "midnight"),
        (dt.time(0, 5), "12:05 a.m."),
    ],
)
def test_hours_are_written_as_a_lawyer_writes_them(clock: dt.time, words: str) -> None:
    assert clock_in_words(clock) == words


def test_a_day_always_has_its_weekday() -> None:
    assert day_in_words(dt.date(2007, 11, 27)) == "Tue 27 Nov 2007"


def test_a_month_is_written_in_full() -> None:
    assert month_in_words(dt.date(2007, 11, 27)) == "November 2007"


def test_a_moment_without_an_hour_is_a_day() -> None:
    assert moment_in_words(Moment(dt.date(2010, 11, 10))) == "Wed 10 Nov 2010"
    assert moment_in_words(Moment(dt.date(2010, 11, 10), dt.time(16, 30))) == "Wed 10 Nov 2010, 4:30 p.m."
