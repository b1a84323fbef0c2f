"""Lengths and weekdays."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.rules.timing import Length, Unit, Weekday


def test_ten_business_days_are_not_ten_calendar_days() -> None:
    assert Length(10, Unit.BUSINESS_DAY) != Length(10, Unit.CALENDAR_DAY)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (Length(10, Unit.BUSINESS_DAY), "10 business days"),
        (Length(1, Unit.DAY), "1 day"),
        (Length(0, Unit.DAY), "0 days"),
    ],
)
def test_a_length_in_words(length: Length, words: str) -> None:
    assert str(length) == words


def test_a_negative_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a length is 0 or more; got -3 day"):
        Length(-3, Unit.DAY)


def test_weekdays_are_numbered_as_dates_number_them() -> None:
    week = [dt.date(2007, 8, 6) + dt.timedelta(days=offset) for offset in range(7)]  # begins on a Monday

    assert [day.number for day in Weekday] == [day.weekday() for day in week]
