"""Every worked example that ships comes out of the engine as it says; one that does not is told in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from soordered.lawbook.examples_from_data import Example, ExampleDay, examples
from soordered.wiring.examples_run import run_examples


def _one(example_id: str) -> Example:
    return next(example for example in examples() if example.id == example_id)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.id)
def test_the_engine_gives_every_date_and_reading_of_the_example(example: Example) -> None:
    (outcome,) = run_examples([example])

    assert outcome.differences == ()
    assert outcome.ok


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"prevailing": "2007-11-28"}, "prevailing is 2007-11-27, expected 2007-11-28"),
        ({"rule": "frcp-2009"}, "counted by frcp-2005, expected frcp-2009"),
        ({"readings": {}}, "state-holidays-out is 2007-11-28, expected no reading"),
        ({"latest": "2007-11-27"}, "latest is 2007-11-28, expected 2007-11-27"),
    ],
)
def test_an_answer_that_differs_is_told(change: dict[str, object], told: str) -> None:
    (outcome,) = run_examples([replace(_one("OW-02"), **change)])  # type: ignore[arg-type]

    assert not outcome.ok
    assert told in outcome.differences


def test_a_day_that_the_calendar_holds_otherwise_is_told() -> None:
    assumed = (ExampleDay(dt.date(2007, 11, 21), "federal", "the eve of Thanksgiving"),)

    (outcome,) = run_examples([replace(_one("OW-02"), days=assumed)])

    assert outcome.differences == ("2007-11-21 is no federal day in the calendar (the eve of Thanksgiving)",)
