"""Two orders of our own, read and unedited, run to the dates counted by hand."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from soordered.deadlines.deadline import Deadline
from soordered.deadlines.facts import Fact
from soordered.deadlines.obligations_from_rules import obligations
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.vocabulary import Trigger
from soordered.wiring.reading import read
from soordered.wiring.scoring import labelled_text, score_folder

_FRESH = Path(__file__).parent / "fresh"
_DATED = sorted(_FRESH.glob("*.dates.toml"))


def _cases() -> list[Any]:
    found = []
    for path in _DATED:
        counted = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [
            pytest.param(counted, due, id=f"{counted['order'][:10]}: {due['quote'][:45]}") for due in counted["due"]
        ]
    return found


def _squeezed(words: str) -> list[str]:
    return [word for word in words.split() if not (word.isdigit() and len(word) <= 2)]


def _deadlines(counted: dict[str, Any], due: dict[str, Any]) -> list[Deadline]:
    """The dates of every obligation whose rule was read from the quote and runs from the event named."""
    path = _FRESH / f"{counted['order']}.txt"
    reading = read(path)
    (label,) = [mark for mark in labelled_text(path).labels if _squeezed(mark.quote) == _squeezed(due["quote"])]
    facts = [
        Fact(
            id=f"f{number}",
            trigger=Trigger(event["trigger"]),
            on=event["at"],
            about=event.get("about", ""),
            order=reading.rulebook.sources[0].id if event["trigger"] == "order_dated" else "",
        )
        for number, event in enumerate(counted["events"])
    ]
    found = []
    for one in obligations(reading.rulebook, facts, time_law(counted["court"])):
        spans = [support.quote.span for support in one.rule.supports if support.quote.span is not None]
        if not any(span.start < label.end and label.start < span.end for span in spans) or one.deadline is None:
            continue
        if one.fact is None or one.fact.on == due.get("after", one.fact.on):
            found.append(one.deadline)
    return found


@pytest.mark.parametrize(("counted", "due"), _cases())
def test_the_orders_run_to_the_dates_counted_by_hand(counted: dict[str, Any], due: dict[str, Any]) -> None:
    want: tuple[dt.date, ...] = (due["act_by"], due["prevailing"], due["outer"])
    found = _deadlines(counted, due)

    assert found
    for deadline in found:
        got = (deadline.act_by, deadline.prevailing, deadline.outer)
        assert tuple(moment.isoformat() for moment in got) == tuple(day.isoformat() for day in want)


def test_every_time_in_them_is_read_right() -> None:
    score = score_folder(_FRESH)

    assert score.value("period").right == score.value("period").of == 12
    assert score.value("clock").right == score.value("clock").of
    assert score.value("weekday").right == score.value("weekday").of
    assert score.timed.false == 0
    assert sum(text.bad_quotes for text in score.texts) == 0
