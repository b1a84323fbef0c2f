"""The worked examples that ship: whole, told apart, explained, and right by a walk that shares nothing with the engine."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

import pytest

from soordered.lawbook import examples_from_data
from soordered.lawbook.examples_from_data import KINDS, Example, examples
from soordered.lawbook.shipped_files import LawbookDataError
from soordered.lawbook.time_law_from_data import time_law
from tests.conformance.examples_oracle import Question, act_by, answer

_ZONES = {"cand": "America/Los_Angeles", "azd": "America/Phoenix", "federal": "America/New_York"}
_COUNTED = [example for example in examples() if example.period != "fixed date"]


def _question(example: Example) -> Question:
    number, unit = example.period.split(" ", 1)
    days: dict[dt.date, list[str]] = defaultdict(list)
    for day in example.days + example.given:
        days[day.date].append(day.kind)
    other = {"frcp-2007": "frcp-2009", "frcp-1971": "frcp-1985", "frcp-1938": "frcp-1963", "frcp-2009": "frcp-2016"}
    return Question(
        rule=example.rule,
        other_rule=other.get(example.rule, ""),
        n=int(number),
        unit=unit.rstrip("s"),
        forward=example.direction == "after",
        start=dt.datetime.fromisoformat(example.trigger),
        days=days,
        service=example.service,
        clock=dt.time.fromisoformat(example.clock) if example.clock else None,
        received=dt.date.fromisoformat(example.received) if example.received else None,
        filing=example.filing != "none",
        zone=_ZONES[example.court],
    )


def _by_id(example: Example) -> str:
    return example.id


def test_there_are_enough_and_each_has_a_name_of_its_own() -> None:
    names = Counter(example.id for example in examples())

    assert len(names) >= 150
    assert not [name for name, times in names.items() if times > 1]


def test_no_two_ask_the_same() -> None:
    asked = Counter(
        (e.court, e.rule, e.period, e.trigger, e.direction, e.rank, e.service, e.filing, e.clock, e.received, e.given)
        for e in examples()
    )

    assert [question for question, times in asked.items() if times > 1] == []


def test_every_version_of_the_civil_rule_is_covered_but_the_names_that_changed_nothing() -> None:
    held = {regime.id for regime in time_law("federal").regimes if regime.family == "frcp"}

    assert held <= {example.rule for example in examples()}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_day_is_covered_but_those_of_unread_sources(kind: str) -> None:
    met = {day.kind for example in examples() for day in example.days + example.given}

    assert kind in met or kind == "state-doubtful"


@pytest.mark.parametrize("example", examples(), ids=_by_id)
def test_each_says_why_and_on_what_authority(example: Example) -> None:
    assert len(example.why) > 10
    assert example.why.endswith(".")
    assert example.authority


@pytest.mark.parametrize("example", _COUNTED, ids=_by_id)
def test_a_plain_walk_over_the_days_it_names_gives_each_reading(example: Example) -> None:
    question = _question(example)

    walked = {label: answer(question, label) for label in example.readings}

    assert walked == {label: dt.datetime.fromisoformat(due) for label, due in example.readings.items()}


@pytest.mark.parametrize("example", _COUNTED, ids=_by_id)
def test_its_three_dates_are_drawn_from_its_readings(example: Example) -> None:
    dates = [dt.datetime.fromisoformat(due) for due in example.readings.values()]

    assert example.prevailing == next(iter(example.readings.values()))
    assert dt.datetime.fromisoformat(example.latest) == max(dates)
    assert dt.datetime.fromisoformat(example.act_by).date() == act_by(_question(example), min(dates).date())


@pytest.mark.parametrize(
    ("row", "match"),
    [
        ({"id": "X-1", "readings": []}, "readings should be a table"),
        ({"id": "X-1", "readings": {}, "period": 5}, "period should be a text, not 5"),
        ({"id": "X-1", "readings": {}, "days": "2010-11-26"}, "days should be a list"),
        ({"id": "X-1", "readings": {}, "days": ["2010-11-26 holliday Day after"]}, "has the kind 'holliday'"),
    ],
)
def test_a_broken_example_is_our_fault_and_is_said(row: dict[str, object], match: str) -> None:
    with pytest.raises(LawbookDataError, match=match):
        examples_from_data._example(row)
