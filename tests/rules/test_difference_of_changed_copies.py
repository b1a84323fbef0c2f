"""From an order to a changed copy of it: every changed term is named with its rule, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from soordered.orders.order_reading import read_order
from soordered.rules.difference_from_rulebooks import ChangeKind, difference
from soordered.rules.rulebook import Rulebook
from tests.orders.changed_copies import SEEDS, Copy, copies

COUNT = 24
# Beside the labelled terms a copy changes people, rooms and initials: these fields hold them.
OTHER_TERMS = {"manner.place.words", "artifact.mark"}
TERMS = {"timing.n", "timing.unit", "timing.bound", "timing.clock", "timing.weekdays"}


@pytest.fixture(scope="module")
def made(shared: Path) -> list[Copy]:
    """Changed copies, the two orders in turn."""
    return list(copies(shared / "corpus" / "dev", seed=20, count=COUNT))


def read(text: str, name: str) -> Rulebook:
    """What the reader makes of a text."""
    return read_order(text, name=name).rulebook


def labelled(shared: Path, seed: str) -> list[dict[str, Any]]:
    """The labels of an order."""
    gold = json.loads((shared / "corpus" / "dev" / f"{seed}.gold.json").read_text(encoding="utf-8"))
    return list(gold["provisions"])


def rule_of(book: Rulebook, label: dict[str, Any]) -> str:
    """The rule whose words a timed label marks."""
    for rule in book:
        for support in rule.supports:
            span = support.quote.span
            if span and span.start < label["end"] and label["start"] < span.end and str(support.facet) == label["kind"]:
                return rule.id
    raise AssertionError(label)


def terms(label: dict[str, Any]) -> dict[str, str]:
    """What a label says of its time, field by field."""
    period = label["period"] or {}
    said = {
        "timing.n": period.get("n"),
        "timing.unit": period.get("unit"),
        "timing.bound": period.get("bound"),
        "timing.clock": label["clock"],
    }
    said["timing.weekdays"] = ", ".join(label["weekday"]) if label["weekday"] else None
    return {field: str(value) for field, value in said.items() if value is not None}


def test_every_changed_term_is_named_and_nothing_else(shared: Path, made: list[Copy]) -> None:
    for number, copy in enumerate(made):
        seed = SEEDS[number % 2]
        original = read((shared / "corpus" / "dev" / f"{seed}.txt").read_bytes().decode(), seed)
        found = difference(original, read(copy.text, copy.name))
        expected = {
            (rule_of(original, old), field, terms(old).get(field, ""), terms(new).get(field, ""))
            for old, new in zip(labelled(shared, seed), copy.labels, strict=True)
            if old["kind"] in {"deadline", "cutoff_time", "hearing_schedule"}
            for field in TERMS
            if terms(old).get(field) != terms(new).get(field)
        }
        named = {
            (change.rule_id, item.field, item.before.removesuffix(":00"), item.after.removesuffix(":00"))
            for change in found.changes
            for item in change.fields
            if item.field not in OTHER_TERMS
        }

        assert {change.kind for change in found.changes} <= {ChangeKind.CHANGED}, copy.name
        assert named == expected, copy.name


def test_a_copy_on_other_paper_alone_does_not_differ(shared: Path, made: list[Copy]) -> None:
    """The words of a copy before and after they were put on paper are the same rules."""
    for copy in made:
        assert not difference(read(copy.plain, copy.name), read(copy.text, copy.name)).changes, copy.name
