"""Our own score is the measure of the corpus guide, and every figure stands beside its counts and its interval."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.casework.score_corpus import (
    LabelledText,
    Mark,
    Share,
    Tally,
    baseline_fields,
    mark_from_fields,
    score_corpus,
    score_fields,
    score_text,
)

_TEXT = "Counsel shall meet within nine days of the request and file a letter of four pages by noon. " * 4


def _deadline(start: int, end: int, **more: Any) -> Mark:
    return Mark(kind="deadline", start=start, end=end, quote=_TEXT[start:end], **more)


def _scored(labels: list[Mark], finds: list[Mark], **more: Any) -> Tally:
    score = score_text(LabelledText(name="t", text=_TEXT, labels=tuple(labels), finds=tuple(finds), **more))
    total = Tally()
    for tally in score.families.values():
        total += tally
    return total


@pytest.mark.parametrize(
    ("labels", "finds", "tally"),
    [
        # the same span
        ([_deadline(0, 40)], [_deadline(0, 40)], Tally(1, 1, 0, 1)),
        # half of the shorter one is enough, less is not
        ([_deadline(0, 40)], [_deadline(20, 60)], Tally(1, 1, 0, 1)),
        ([_deadline(0, 40)], [_deadline(21, 61)], Tally(1, 0, 1, 0)),
        # one family, two kinds
        ([_deadline(0, 40)], [Mark(kind="cutoff_time", start=0, end=40)], Tally(1, 1, 0, 1)),
        ([_deadline(0, 40)], [Mark(kind="duty", start=0, end=40)], Tally(1, 0, 1, 0)),
        # a blanket counts for nothing
        ([_deadline(0, 10)], [_deadline(0, 110)], Tally(1, 1, 0, 1)),
        ([_deadline(0, 10)], [_deadline(0, 111)], Tally(1, 0, 1, 0)),
        # one find a label, and a label once
        ([_deadline(0, 40)], [_deadline(0, 40), _deadline(2, 40)], Tally(1, 1, 1, 1)),
        ([_deadline(0, 40), _deadline(0, 40)], [_deadline(0, 40)], Tally(2, 1, 0, 1)),
        # where the rule is restated, once a place
        ([_deadline(0, 40, also_at=((100, 140),))], [_deadline(0, 40), _deadline(100, 140)], Tally(1, 1, 0, 1)),
        (
            [_deadline(0, 40, also_at=((100, 140),))],
            [_deadline(0, 40), _deadline(100, 140), _deadline(101, 140)],
            Tally(1, 1, 1, 1),
        ),
        # every value must be right to be exact
        ([_deadline(0, 40, clock="12:00")], [_deadline(0, 40)], Tally(1, 1, 0, 0)),
        ([_deadline(0, 40)], [_deadline(0, 40, date="2011-05-03")], Tally(1, 1, 0, 0)),
        # of two finds the one with the right values is taken
        ([_deadline(0, 40, clock="12:00")], [_deadline(0, 40), _deadline(5, 40, clock="12:00")], Tally(1, 1, 1, 1)),
        # nothing found, nothing to find
        ([_deadline(0, 40)], [], Tally(1, 0, 0, 0)),
        ([], [_deadline(0, 40)], Tally(0, 0, 1, 0)),
    ],
)
def test_matching(labels: list[Mark], finds: list[Mark], tally: Tally) -> None:
    assert _scored(labels, finds) == tally


def test_a_label_listed_as_not_understood_is_not_dropped() -> None:
    labels = (_deadline(0, 40), _deadline(100, 140), _deadline(200, 240))
    score = score_text(
        LabelledText(
            name="t",
            text=_TEXT,
            labels=labels,
            finds=(_deadline(0, 40),),
            unread=((90, 125),),
            unread_quotes=(_TEXT[90:125],),
        )
    )

    assert score.covered == 2
    assert not score.blanket


def test_quotes_that_are_not_the_texts_own_and_blankets_are_counted() -> None:
    wrong = Mark(kind="deadline", start=0, end=7, quote="counsel")
    score = score_text(
        LabelledText(
            name="t", text=_TEXT * 8, labels=(), finds=(wrong,), unread=((0, 600),), unread_quotes=("no such words",)
        )
    )

    assert (score.bad_quotes, score.blanket) == (2, True)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (45, 50, 0.786, 0.957), (0, 0, 0.0, 1.0), (81, 263, 0.255, 0.366)],
)
def test_wilson_intervals_are_the_published_ones(right: int, of: int, low: float, high: float) -> None:
    assert [round(end, 3) for end in Share(right, of).interval] == [low, high]


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_its_share(right: int, more: int) -> None:
    share = Share(right, right + more)
    low, high = share.interval

    assert 0.0 <= low <= share.value + 1e-12
    assert share.value - 1e-12 <= high <= 1.0


def test_gained_and_lost_against_a_baseline() -> None:
    def score(finds: list[Mark], baseline: dict[str, object] | None = None) -> Any:
        labels = (_deadline(0, 40), _deadline(100, 140, clock="12:00"))
        return score_corpus([LabelledText(name="t", text=_TEXT, labels=labels, finds=tuple(finds))], baseline=baseline)

    before = baseline_fields(score([_deadline(0, 40), _deadline(100, 140)]))
    after = score([_deadline(100, 140, clock="12:00")], dict(before))

    assert before["texts"] == {"t": ["exact", "found"]}
    assert before["figures"] == {"timed_exact_f1": 0.5, "all_f1": 1.0, "periods_right": 0.0, "nothing_dropped": 1.0}
    assert (after.gained, after.lost) == (("t #2: found → exact",), ("t #1: exact → missed",))
    assert after.fallen == ("all_f1: 1.0 → 0.667", "nothing_dropped: 1.0 → 0.5")
    assert score([], {"texts": {"other": []}}).unknown == ("t",)


def test_high_and_medium_confidence_stand_apart() -> None:
    labels = (_deadline(0, 40), _deadline(100, 140, confidence="medium"))
    fields = score_fields(score_corpus([LabelledText(name="t", text=_TEXT, labels=labels, finds=(_deadline(0, 40),))]))

    confidence: Any = fields["confidence"]
    assert (confidence["high"]["recall"], confidence["medium"]["recall"]) == (1.0, 0.0)
    assert confidence["high"]["recall_95"] == [0.207, 1.0]


@pytest.mark.parametrize(
    "fields",
    [{"kind": "deadline", "start": None, "end": 3}, {"kind": "deadline", "start": 0, "end": 3, "also_at": [7]}],
)
def test_a_label_without_a_place_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        mark_from_fields(fields)


_SPANS = st.tuples(
    st.integers(0, 300),
    st.integers(1, 90),
    st.sampled_from(["deadline", "duty", "meeting", "location", "odd"]),
    st.sampled_from([None, "12:00"]),
)


@pytest.fixture(scope="module")
def tool(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_reading", shared / "tools" / "score_reading.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_reading"] = module
    spec.loader.exec_module(module)
    return module


@given(
    gold=st.lists(_SPANS, max_size=8),
    found=st.lists(_SPANS, max_size=8),
    unread=st.lists(st.integers(0, 300), max_size=3),
)
def test_the_corpus_tool_counts_the_same(
    tool: ModuleType, gold: list[Any], found: list[Any], unread: list[int]
) -> None:
    def fields(rows: list[Any]) -> list[dict[str, Any]]:
        return [
            {"kind": kind, "start": start, "end": start + size, "clock": clock} for start, size, kind, clock in rows
        ]

    labels = [label for label in fields(gold) if label["kind"] != "odd"]
    for label in labels[::2]:
        label["also_at"] = [{"start": label["end"] + 5, "end": label["end"] + 30}]
    finds = fields(found)
    rows, covered, _ = tool.score(labels, finds, [{"start": start, "end": start + 40} for start in unread])
    ours = score_text(
        LabelledText(
            name="t",
            text=_TEXT,
            labels=tuple(mark_from_fields(label) for label in labels),
            finds=tuple(mark_from_fields(find) for find in finds),
            unread=tuple((start, start + 40) for start in unread),
            unread_quotes=tuple("" for _ in unread),
        )
    )

    assert {family: [t.labels, t.hit, t.false, t.exact] for family, t in ours.families.items()} == rows
    assert ours.covered == covered


def test_score_fields_can_be_written_as_json() -> None:
    fields = score_fields(score_corpus([LabelledText(name="t", text=_TEXT, labels=(_deadline(0, 40),))]))

    assert json.loads(json.dumps(fields)) == fields
