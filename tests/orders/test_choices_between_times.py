"""A limit made of two times is one limit, the earlier or the later of both."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.orders.order_reading import read_order
from soordered.orders.provisions_from_rules import provisions
from soordered.rules.timing import EarliestOf, FixedDate, LatestOf, Period
from soordered.rules.vocabulary import Facet, Trigger

HEADING = "SCHEDULING ORDER\n\nCase No. 3:20-cv-00001\n\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The report is due June 3, 2020, or 30 days after the ruling on the motion, whichever is later.", LatestOf),
        (
            "The report must be filed by June 3, 2020 or within 30 days of the ruling, whichever occurs first.",
            EarliestOf,
        ),
        ("Counsel shall file the report by the earlier of June 3, 2020, or 30 days after the ruling.", EarliestOf),
    ],
)
def test_two_times_and_a_word_that_chooses_are_one_rule(text: str, form: type[EarliestOf | LatestOf]) -> None:
    reading = read_order(HEADING + text + "\n", name="choice.txt")
    (timing,) = [rule.timing for rule in reading.rulebook if rule.timing is not None]
    assert isinstance(timing, form)
    date, period = timing.options
    assert isinstance(date, FixedDate)
    assert date.date == dt.date(2020, 6, 3)
    assert isinstance(period, Period)
    assert period.trigger is Trigger.RULING_ENTERED


def test_each_of_the_two_times_keeps_its_own_words() -> None:
    text = HEADING + "The report must be filed by June 3, 2020 or within 30 days of the ruling, whichever is later.\n"
    shown = [one for one in provisions(read_order(text, name="choice.txt")) if one.kind is Facet.DEADLINE]
    assert [(one.date is not None, one.period is not None) for one in shown] == [(True, False), (False, True)]


def test_two_limits_with_no_word_that_chooses_stay_two() -> None:
    text = HEADING + "The report must be filed by June 3, 2020 and the reply within 30 days of the ruling.\n"
    timings = [rule.timing for rule in read_order(text, name="two.txt").rulebook if rule.timing is not None]
    assert len(timings) == 2
