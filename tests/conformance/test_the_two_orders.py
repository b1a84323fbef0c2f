"""The two shipped orders, brought to life: every date that they are known to give, from the reviewed rulebook alone."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.deadlines.facts import Fact, Waiting
from soordered.deadlines.obligations_from_rules import obligations
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.vocabulary import Trigger

LAW = time_law("cand")
OF_2007, OF_2010 = "cand-spero-2007-07-30", "cand-spero-2010-07-07"


def fact(trigger: Trigger, on: str, *, clock: dt.time | None = None, order: str = "", about: str = "") -> Fact:
    return Fact(id=f"{trigger}", trigger=trigger, on=dt.date.fromisoformat(on), clock=clock, order=order, about=about)


def dates(order: str, *facts: Fact) -> dict[str, tuple[str, str, str]]:
    return {
        found.id: (
            found.deadline.act_by.isoformat(),
            found.deadline.prevailing.isoformat(),
            found.deadline.outer.isoformat(),
        )
        for found in obligations(shipped_order(order), facts, LAW)
        if found.deadline is not None and found.waiting is None
    }


@pytest.mark.parametrize(
    ("order", "happened", "expected"),
    [
        # the first meeting of the 2007 order: five calendar days end on a Saturday
        (OF_2007, fact(Trigger.ORDER_DATED, "2007-07-30", order=OF_2007), ("2007-08-03", "2007-08-06", "2007-08-06")),
        # a demand before Veterans Day and Thanksgiving
        (OF_2007, fact(Trigger.MEETING_DEMANDED, "2007-11-09"), ("2007-11-27", "2007-11-27", "2007-11-28")),
        # an opposition due in January 2008: straight and by the rule of the day
        (OF_2007, fact(Trigger.OPPOSITION_DUE, "2008-01-11"), ("2008-01-18", "2008-01-23", "2008-01-23")),
        # the 2010 order counts calendar days
        (OF_2010, fact(Trigger.MEETING_DEMANDED, "2010-07-08"), ("2010-07-16", "2010-07-19", "2010-07-19")),
        (OF_2010, fact(Trigger.MEETING_HELD, "2010-07-19"), ("2010-07-23", "2010-07-26", "2010-07-26")),
        # the day before a hearing that follows Veterans Day
        (
            OF_2010,
            fact(Trigger.HEARING, "2010-11-12"),
            ("2010-11-10T16:30:00-08:00", "2010-11-10T16:30:00-08:00", "2010-11-11T16:30:00-08:00"),
        ),
        # a filing on the Friday before Labor Day
        (OF_2010, fact(Trigger.PAPER_E_FILED, "2010-09-03", clock=dt.time(11)), ("2010-09-07T12:00:00-07:00",) * 3),
    ],
)
def test_one_fact_gives_one_date(order: str, happened: Fact, expected: tuple[str, str, str]) -> None:
    assert list(dates(order, happened).values()) == [expected]


def test_the_first_letter_is_the_cases_and_the_later_one_standing() -> None:
    first = fact(Trigger.MEETING_HELD, "2007-08-03")
    later = Fact(id="later", trigger=Trigger.MEETING_HELD, on=dt.date(2007, 12, 20))

    assert sorted(dates(OF_2007, first, later).values()) == [
        ("2007-08-08", "2007-08-08", "2007-08-10"),
        ("2007-12-28", "2007-12-28", "2007-12-31"),
    ]


@pytest.mark.parametrize("order", [OF_2007, OF_2010])
def test_before_anything_happens_everything_waits(order: str) -> None:
    found = obligations(shipped_order(order), (), LAW)

    assert found
    assert all(isinstance(one.waiting, Waiting) and one.deadline is None for one in found)
