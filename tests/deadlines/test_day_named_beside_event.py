"""A day of the week named beside an event: the nearest one, and what it does when the court is closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.calendars.court import OutsideCalendarError
from soordered.deadlines.answers_from_rules import compiled_rules
from soordered.deadlines.day_named_beside_event import day_named_beside
from soordered.deadlines.facts import Fact, Waiting
from soordered.deadlines.obligations_from_rules import obligations
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rule import Rank, Rule, Source
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Bound, Direction, NamedDay, Weekday
from soordered.rules.vocabulary import Act, Bearer, Modality, Scope, Trigger

LAW = time_law("cand")
SOURCE = Source(id="ours", title="Our order", rank=Rank.STANDING_ORDER)


def named(weekday: Weekday, direction: Direction = Direction.BEFORE, clock: dt.time | None = None) -> NamedDay:
    """Such a day beside the hearing."""
    return NamedDay(
        weekday=weekday, direction=direction, bound=Bound.NO_LATER_THAN, trigger=Trigger.HEARING, clock=clock
    )


def rule(timing: NamedDay) -> Rule:
    """A rule that ends on it."""
    return Rule(
        id="agenda", bearers=(Bearer.PARTIES,), modality=Modality.MUST, act=Act.FILE_PAPER, source=SOURCE,
        scope=Scope.STANDING, timing=timing,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("weekday", "direction", "hearing", "day"),
    [
        (Weekday.WEDNESDAY, Direction.BEFORE, "2021-06-18", "2021-06-16"),  # a Friday's
        (Weekday.FRIDAY, Direction.BEFORE, "2021-06-18", "2021-06-11"),  # never the day of the event itself
        (Weekday.MONDAY, Direction.BEFORE, "2021-03-01", "2021-02-22"),
        (Weekday.FRIDAY, Direction.BEFORE, "2021-01-04", "2021-01-01"),  # over the new year, on a holiday
        (Weekday.MONDAY, Direction.AFTER, "2021-06-18", "2021-06-21"),
        (Weekday.FRIDAY, Direction.AFTER, "2021-06-18", "2021-06-25"),
        (Weekday.THURSDAY, Direction.AFTER, "2020-02-28", "2020-03-05"),  # over a leap day
    ],
)
def test_the_nearest_such_day_is_meant(weekday: Weekday, direction: Direction, hearing: str, day: str) -> None:
    deadline = day_named_beside(named(weekday, direction), dt.date.fromisoformat(hearing), LAW)
    assert deadline.prevailing.date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("timing", "hearing", "day"),
    [
        (replace(named(Weekday.FRIDAY), nth=2), "2021-06-18", "2021-06-04"),
        (replace(named(Weekday.FRIDAY, Direction.AFTER), nth=4), "2021-05-04", "2021-05-28"),
        # Thursday of the week before a Friday's hearing is eight days away, the nearest Thursday one
        (replace(named(Weekday.THURSDAY), of_week=True), "2021-06-18", "2021-06-10"),
        (replace(named(Weekday.THURSDAY), of_week=True), "2021-06-14", "2021-06-10"),
        (replace(named(Weekday.MONDAY, Direction.AFTER), of_week=True), "2021-06-18", "2021-06-21"),
        (replace(named(Weekday.FRIDAY, Direction.AFTER), of_week=True), "2021-06-14", "2021-06-25"),
    ],
)
def test_the_nth_day_and_the_day_of_another_week(timing: NamedDay, hearing: str, day: str) -> None:
    deadline = day_named_beside(timing, dt.date.fromisoformat(hearing), LAW)
    assert deadline.prevailing.date == dt.date.fromisoformat(day)


def test_a_named_day_on_which_the_court_is_closed_does_not_move_but_warns() -> None:
    deadline = day_named_beside(named(Weekday.FRIDAY, clock=dt.time(12)), dt.date(2021, 1, 4), LAW)
    assert deadline.prevailing.date == dt.date(2021, 1, 1)
    assert deadline.act_by.date == dt.date(2020, 12, 31)
    assert deadline.act_by.clock == dt.time(12)
    assert any("The named day is no open court day" in note for note in deadline.notes)


def test_the_steps_tell_from_which_event() -> None:
    deadline = day_named_beside(named(Weekday.WEDNESDAY), dt.date(2021, 6, 18), LAW)
    steps = deadline.readings[0].steps
    assert [step.date for step in steps] == [dt.date(2021, 6, 18), dt.date(2021, 6, 16)]
    assert "nearest Wednesday before" in steps[1].why


@given(st.dates(dt.date(1939, 1, 1), dt.date(2049, 12, 1)), st.sampled_from(Weekday), st.sampled_from(Direction))
def test_it_is_within_a_week_on_its_own_side(on: dt.date, weekday: Weekday, direction: Direction) -> None:
    day = day_named_beside(named(weekday, direction), on, LAW).prevailing.date
    apart = (on - day).days if direction is Direction.BEFORE else (day - on).days
    assert 1 <= apart <= 7
    assert day.weekday() == weekday.number


def test_a_rule_waits_for_its_event_and_then_has_its_day() -> None:
    book = Rulebook(rules=(rule(named(Weekday.WEDNESDAY)),), sources=(SOURCE,))
    (waiting,) = obligations(book, (), LAW)
    assert waiting.waiting is Waiting.FOR_TRIGGER
    assert "hearing has not happened" in waiting.detail
    (dated,) = obligations(book, (Fact(id="h", trigger=Trigger.HEARING, on=dt.date(2021, 6, 18)),), LAW)
    assert dated.deadline is not None
    assert dated.deadline.prevailing.date == dt.date(2021, 6, 16)


def test_it_is_left_out_of_the_compiled_table_and_says_why() -> None:
    compiled = compiled_rules([rule(named(Weekday.WEDNESDAY))], LAW)
    assert compiled.table is None
    assert "day of the week" in compiled.left_out["agenda"]


def test_a_day_outside_the_calendar_is_refused() -> None:
    with pytest.raises(OutsideCalendarError):
        day_named_beside(named(Weekday.FRIDAY), dt.date(1937, 12, 20), LAW)
