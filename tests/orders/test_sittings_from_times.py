"""When the court sits: days set, days moved, and calendars that come round."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.orders.order_reading import read_order
from soordered.orders.provisions_from_rules import Provision, provisions
from soordered.rules.timing import Recurring
from soordered.rules.vocabulary import Facet


def sittings(text: str) -> list[Provision]:
    """The sittings of a text."""
    heading = "ORDER\n\nCase No. 3:20-cv-00001\n\n"
    return [
        one for one in provisions(read_order(heading + text + "\n", name="x")) if one.kind is Facet.HEARING_SCHEDULE
    ]


@pytest.mark.parametrize(
    ("text", "date", "clock"),
    [
        ("A teleconference is scheduled for March 4, 2021 at 2:45 p.m.", "2021-03-04", "14:45"),
        ("A hearing is currently set for March 4, 2021, at 10:00 a.m.", "2021-03-04", "10:00"),
        ("There will be a status conference held on March 4, 2021, at 10:00 a.m.", "2021-03-04", "10:00"),
        ("On March 4, 2021 at 9:30 a.m., the magistrate judge will hold a settlement conference.", "2021-03-04", "09:30"),
        ("The case is set for a management conference before the undersigned on March 4, 2021, at 2:00 p.m.", "2021-03-04", "14:00"),
        ("The conference set for March 4, 2021, at 1:45 p.m. in the chambers of Judge Doe, 2 Main Street, is continued to April 8, 2021, at 9:00 a.m.", "2021-04-08", "09:00"),
        ("The undersigned shall hear the motion to remand on March 4, 2021, at 10:00 a.m.", "2021-03-04", "10:00"),
        ("An early neutral evaluation will be held on March 4, 2021, at 1:30 p.m.", "2021-03-04", "13:30"),
    ],
)  # fmt: skip
def test_a_day_the_court_sits(text: str, date: str, clock: str) -> None:
    (found,) = sittings(text)
    assert (found.date, found.clock) == (dt.date.fromisoformat(date), dt.time.fromisoformat(clock))


@pytest.mark.parametrize(
    "text",
    [
        "The court conducted a scheduling conference on March 4, 2021, at 9:30 a.m.",
        "The March 4, 2021 hearing is vacated.",
        "Signed by Judge Ann Doe, Jr. on March 4, 2021 after a hearing.",
        "The Court shall also continue the scheduling conference set for March 4, 2021, to May 31, 2021.",
        "Last date to conduct a settlement conference is 3/4/2021.",
    ],
)
def test_a_day_the_court_sat_or_will_not_sit(text: str) -> None:
    assert sittings(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Motions are heard on Thursdays: civil motions at 9:30 a.m., and pretrial conferences at 1:00 p.m.",
            [(("Thursday",), "09:30"), (("Thursday",), "13:00")],
        ),
        (
            "The calendar is called at 1:30 p.m. on Tuesdays (civil) and Wednesdays (criminal).",
            [(("Tuesday", "Wednesday"), "13:30")],
        ),
        ("The court hears motions on Friday (odd numbers at 9:30 a.m.).", [(("Friday",), "09:30")]),
        (
            "Trial is held Monday to Thursday, 8:30 a.m. - 1:30 p.m.",
            [(("Monday", "Tuesday", "Wednesday", "Thursday"), "08:30")],
        ),
        (
            "An hour, in Courtroom 6A, most often on Mondays and Wednesdays at 1:30 p.m.",
            [(("Monday", "Wednesday"), "13:30")],
        ),
    ],
)
def test_calendars_that_come_round(text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    found = [(tuple(map(str, one.weekday)), f"{one.clock:%H:%M}") for one in sittings(text) if one.clock]
    assert found == expected


def test_when_papers_are_due_is_no_calendar() -> None:
    assert sittings("Chambers copies are due on Mondays at 10:00 a.m.") == []


def test_the_hour_at_which_a_sitting_ends_is_kept() -> None:
    text = (
        "STANDING ORDER\n\nJudge Ann Doe\n\nThe Court sits Monday to Thursday from 8:30 a.m. to 1:30 p.m. for trial.\n"
    )
    (timing,) = [rule.timing for rule in read_order(text, name="x").rulebook if isinstance(rule.timing, Recurring)]
    assert (timing.clock, timing.ends) == (dt.time(8, 30), dt.time(13, 30))
