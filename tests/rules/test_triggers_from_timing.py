"""The triggers and periods inside a timing, whatever its form."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from soordered.rules.timing import (
    Bound,
    CourtSets,
    Direction,
    EarliestOf,
    FixedDate,
    LatestOf,
    NamedDay,
    NotBefore,
    OnSilence,
    Recurring,
    Silence,
    Standard,
    Timing,
    Weekday,
    Window,
)
from soordered.rules.triggers_from_timing import timing_periods, timing_triggers
from soordered.rules.vocabulary import Trigger
from tests.rules.generated_rules import timings
from tests.rules.written_rules import days

HELD, MADE = days(5), days(10, Trigger.MEETING_DEMANDED)

EVE_OF = NamedDay(
    weekday=Weekday.WEDNESDAY, direction=Direction.BEFORE, bound=Bound.NO_LATER_THAN, trigger=Trigger.HEARING
)


@pytest.mark.parametrize(
    ("timing", "triggers"),
    [
        (None, []),
        (HELD, [Trigger.MEETING_HELD]),
        (FixedDate(date=dt.date(2011, 6, 13)), []),
        (EarliestOf((HELD, MADE)), [Trigger.MEETING_HELD, Trigger.MEETING_DEMANDED]),
        (LatestOf((HELD, days(7))), [Trigger.MEETING_HELD]),  # named once
        (NotBefore(MADE), [Trigger.MEETING_DEMANDED]),
        (Window(choices=2, opens=MADE, closes=HELD), [Trigger.MEETING_DEMANDED, Trigger.MEETING_HELD]),
        (Window(choices=2, closes=HELD), [Trigger.MEETING_HELD]),
        (Recurring(weekdays=(Weekday.FRIDAY,)), []),
        (EVE_OF, [Trigger.HEARING]),
        (EarliestOf((EVE_OF, HELD)), [Trigger.HEARING, Trigger.MEETING_HELD]),
        (OnSilence(HELD, Silence.DEEMED_DENIED), [Trigger.MEETING_HELD]),
        (CourtSets(), []),
        (Standard(words="promptly"), []),
        (Standard(words="best efforts", soft=MADE), [Trigger.MEETING_DEMANDED]),
    ],
)
def test_the_triggers_of_every_form(timing: Timing | None, triggers: list[Trigger]) -> None:
    assert list(timing_triggers(timing)) == triggers


@given(timings)
def test_every_period_inside_tells_its_trigger(timing: Timing) -> None:
    assert {period.trigger for period in timing_periods(timing)} <= set(timing_triggers(timing))
