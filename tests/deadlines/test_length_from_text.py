"""Periods as people type them, and texts that are none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.deadlines.length_from_text import (
    LARGEST_NUMBER,
    TooLongError,
    TypedPeriod,
    UnreadablePeriodError,
    period_from_text,
)
from soordered.provenance.problems import BadInputError
from soordered.rules.timing import Bound, Length, Unit


@pytest.mark.parametrize(
    ("text", "n", "unit"),
    [
        # figures
        ("10 business days", 10, Unit.BUSINESS_DAY),
        ("1 day", 1, Unit.DAY),
        ("14 days", 14, Unit.DAY),
        ("72 hours", 72, Unit.HOUR),
        ("30 minutes", 30, Unit.MINUTE),
        ("1,000 days", 1000, Unit.DAY),
        ("0 days", 0, Unit.DAY),
        # words
        ("ten court days", 10, Unit.COURT_DAY),
        ("twenty-one days", 21, Unit.DAY),
        ("a week", 1, Unit.WEEK),
        ("one hundred and twenty days", 120, Unit.DAY),
        ("two hundred days", 200, Unit.DAY),
        ("three months", 3, Unit.MONTH),
        ("one year", 1, Unit.YEAR),
        ("zero days", 0, Unit.DAY),
        # word and figure, as orders print them
        ("five (5) calendar days", 5, Unit.CALENDAR_DAY),
        ("ten (10) business days", 10, Unit.BUSINESS_DAY),
        ("one hundred twenty ( 120 ) days", 120, Unit.DAY),
        # other words for the same
        ("5 consecutive days", 5, Unit.CALENDAR_DAY),
        ("3 working days", 3, Unit.BUSINESS_DAY),
        ("the next business day", 1, Unit.BUSINESS_DAY),
        ("10-day", 10, Unit.DAY),
        # untidy
        ("  Ten   (10)\tBUSINESS   Days. ", 10, Unit.BUSINESS_DAY),
    ],
)
def test_a_number_and_a_unit(text: str, n: int, unit: Unit) -> None:
    assert period_from_text(text) == TypedPeriod(length=Length(n, unit))


@pytest.mark.parametrize(
    ("text", "bound", "clock"),
    [
        ("within 10 days", Bound.WITHIN, None),
        ("at least 21 days", Bound.AT_LEAST, None),
        ("not less than 48 hours", Bound.AT_LEAST, None),
        ("no less than 48 hours", Bound.AT_LEAST, None),
        ("no later than 3 days", Bound.NO_LATER_THAN, None),
        ("not later than 3 days", Bound.NO_LATER_THAN, None),
        ("1 day by 4:30 p.m.", Bound.WITHIN, dt.time(16, 30)),
        ("1 day, no later than 16:30", Bound.WITHIN, dt.time(16, 30)),
        ("1 business day before noon", Bound.BEFORE, dt.time(12)),
        ("1 day at 9 am", Bound.WITHIN, dt.time(9)),
        ("1 day by 12:15 a.m.", Bound.WITHIN, dt.time(0, 15)),
        ("1 day by 12 pm", Bound.WITHIN, dt.time(12)),
    ],
)
def test_how_the_words_bind_and_until_what_hour(text: str, bound: Bound, clock: dt.time | None) -> None:
    typed = period_from_text(text)

    assert (typed.bound, typed.clock) == (bound, clock)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("five (7) days", "The word (five) and the figure (7) differ."),
        ("10 (11) days", "The word (10) and the figure (11) differ."),
        ("-3 days", "A period cannot be negative"),
        ("umpteen days", "'umpteen' is no number."),
        ("1 day by teatime", "'teatime' is no hour."),
        ("1 day by 25:00", "'25:00' is no hour"),
        ("1 day by 4:75 p.m.", "'4:75 p.m' is no hour"),
        ("1 day by 13 p.m.", "'13 p.m' is no hour"),
        ("1 day by 4", "'4' is no hour"),
        ("", "expected"),
        ("days", "expected"),
        ("10", "expected"),
        ("10 fortnights", "expected"),
        ("10 business weeks and a half", "expected"),
        ("1.5 days", "expected"),
        ("10 days 3 hours", "expected"),
        ("2010-07-07", "expected"),
        ("ten (ten) days", "expected"),
    ],
)
def test_a_text_that_is_no_period_is_refused_with_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(UnreadablePeriodError) as caught:
        period_from_text(text)

    assert repr(text) in str(caught.value)
    assert why.lower() in str(caught.value).lower()
    assert "Type the period again" in caught.value.remedy


@pytest.mark.parametrize("number", [LARGEST_NUMBER + 1, 10**9, 10**40])
def test_a_huge_number_is_refused_with_the_limit(number: int) -> None:
    with pytest.raises(TooLongError, match="at most 41,000"):
        period_from_text(f"{number} days")


def test_the_largest_number_is_accepted() -> None:
    assert period_from_text(f"{LARGEST_NUMBER} days").length.n == LARGEST_NUMBER


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    try:
        period_from_text(text)
    except BadInputError as error:
        assert error.expected  # noqa: PT017  either a period, or a refusal that says what is expected
