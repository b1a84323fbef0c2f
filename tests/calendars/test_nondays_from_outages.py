"""Outages of a filing system under a court's own rule: which days move their filings, and which are only noted."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.calendars.days import Layer
from soordered.calendars.nondays_from_outages import Outage, OutageRule, nondays_from_outages

WASHINGTON = OutageRule(longer_than=dt.timedelta(hours=2), after=dt.time(17), authority="W.D. Wash. LCR 6")
ZONE = "America/Los_Angeles"


def outage(start: str, end: str) -> Outage:
    return Outage(start=dt.datetime.fromisoformat(start), end=dt.datetime.fromisoformat(end), source="log")


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-09-09T10:20", "2025-09-09T12:30", ["2025-09-09"]),
        ("2025-09-09T10:20", "2025-09-09T12:20", []),  # two hours are not more than two
        ("2025-09-09T10:20", "2025-09-09T12:21", ["2025-09-09"]),
        ("2025-10-09T21:50", "2025-10-09T22:10", ["2025-10-09"]),  # any length after five
        ("2025-10-09T16:30", "2025-10-09T17:00", []),  # over by five
        ("2025-10-09T16:30", "2025-10-09T17:01", ["2025-10-09"]),
        ("2025-08-28T11:00", "2025-08-29T06:00", ["2025-08-28", "2025-08-29"]),
        ("2025-08-28T23:00", "2025-08-29T02:00", ["2025-08-28"]),  # two hours of the second day
        ("2025-08-28T11:00", "2025-08-30T01:00", ["2025-08-28", "2025-08-29"]),
        ("2025-03-09T01:30", "2025-03-09T04:30", []),  # the clocks went forward: two hours elapsed
        ("2025-11-02T00:30", "2025-11-02T02:15", ["2025-11-02"]),  # they went back: two hours and three quarters
    ],
)
def test_a_rule_of_two_hours_or_after_five(start: str, end: str, days: list[str]) -> None:
    found = nondays_from_outages([outage(start, end)], WASHINGTON, ZONE)

    assert [day.date.isoformat() for day in found.nondays] == days
    assert {day.layer for day in found.nondays} <= {Layer.INACCESSIBLE}
    touched = {outage(start, end).start.date(), (outage(start, end).end - dt.timedelta(minutes=1)).date()}
    assert len(found.nondays) + len(found.notes) >= len(touched)


def test_lengths_of_several_outages_are_not_added_up() -> None:
    log = [outage("2025-09-09T09:00", "2025-09-09T10:30"), outage("2025-09-09T11:00", "2025-09-09T12:30")]

    found = nondays_from_outages(log, WASHINGTON, ZONE)

    assert found.nondays == ()
    assert found.notes[0].words == (
        "The filing system was out on 2025-09-09, 09:00 to 10:30; 11:00 to 12:30 (log); by W.D. Wash. LCR 6 that moves no"
        " filing."
    )


def test_without_a_rule_each_day_may_move_and_is_noted() -> None:
    found = nondays_from_outages([outage("2025-08-28T11:00", "2025-08-29T06:00")], None, ZONE)

    assert [(day.date.isoformat(), day.layer, day.authority) for day in found.nondays] == [
        ("2025-08-28", Layer.OUTAGE, "log"),
        ("2025-08-29", Layer.OUTAGE, "log"),
    ]
    assert [note.first.isoformat() for note in found.notes] == ["2025-08-28", "2025-08-29"]
    assert "no outage rule of this court is given" in found.notes[0].words
    assert "11:00 to midnight" in found.notes[0].words


def test_the_day_names_times_rule_and_source() -> None:
    (day,) = nondays_from_outages([outage("2025-09-09T10:20", "2025-09-09T12:30")], WASHINGTON, ZONE).nondays

    assert (day.name, day.authority) == ("filing system out, 10:20 to 12:30", "W.D. Wash. LCR 6; log")


@pytest.mark.parametrize("rule", [WASHINGTON, None])
def test_no_outage_says_nothing(rule: OutageRule | None) -> None:
    found = nondays_from_outages([], rule, ZONE)

    assert (found.nondays, found.notes) == ((), ())
