"""The words of the labels and of the survey are words of our vocabularies: what a label says, a rule can hold."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from soordered.rules.fields_from_rule import timing_fields
from soordered.rules.rule import Confidence
from soordered.rules.rule_from_fields import timing_from_fields
from soordered.rules.timing import Bound, Direction, FixedDate, Length, Period, Recurring, Timing, Unit, Weekday
from soordered.rules.vocabulary import Facet, Other


@pytest.fixture(scope="module")
def labels(shared: Path) -> list[dict[str, Any]]:
    """Every label of the corpus and every rule of the survey."""
    corpus = shared / "corpus"
    gold = [
        json.loads(path.read_text(encoding="utf-8"))["provisions"] for path in sorted(corpus.glob("dev/*.gold.json"))
    ]
    survey = [
        json.loads(line)["rules"]
        for line in (corpus / "rules_survey_dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [label for found in (*gold, *survey) for label in found]


def timing(label: dict[str, Any]) -> Timing | None:
    """What a label says of time, as a timing."""
    clock = dt.time.fromisoformat(label["clock"]) if label["clock"] else None
    if label["period"]:
        said = label["period"]
        return Period(
            length=Length(said["n"], Unit(said["unit"])),
            direction=Direction(said["direction"]),
            bound=Bound(said["bound"]),
            trigger=Other(label["trigger"] or ""),
            clock=clock,
        )
    if label["date"]:
        return FixedDate(date=dt.date.fromisoformat(label["date"]), clock=clock)
    if label["weekday"]:
        return Recurring(weekdays=tuple(Weekday(day) for day in label["weekday"]), clock=clock)
    return None


def test_every_kind_of_label_is_a_facet(labels: list[dict[str, Any]]) -> None:
    assert len(labels) > 300
    assert {label["kind"] for label in labels} <= {str(facet) for facet in Facet}
    assert {label["confidence"] for label in labels if "confidence" in label} <= {str(level) for level in Confidence}


def test_every_time_of_a_label_is_a_timing_that_round_trips(labels: list[dict[str, Any]]) -> None:
    timings = [found for label in labels if (found := timing(label)) is not None]

    assert len(timings) > 150
    assert [timing_from_fields(timing_fields(found)) for found in timings] == timings
