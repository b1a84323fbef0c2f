"""Force and event of what was read, against the codes that the unseen labels carry; floors that only rise."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from soordered.orders.order_reading import read_order
from soordered.orders.provisions_from_rules import Provision, provisions

UNSEEN = Path(__file__).parent / "unseen"


def overlap(label: dict[str, object], found: Provision) -> int:
    """How many characters a label and a find share."""
    span = found.quote.span
    assert span is not None
    start, end = int(str(label["start"])), int(str(label["end"]))
    return min(end, span.end) - max(start, span.start)


def plain(code: object) -> str:
    """A code, or ``other`` for words of the text's own."""
    return "other" if str(code).startswith("other:") else str(code)


@cache
def pairs(half: str) -> tuple[tuple[dict[str, object], Provision], ...]:
    """Each label of a half with the find of its kind that shares most of it."""
    matched: list[tuple[dict[str, object], Provision]] = []
    for path in sorted((UNSEEN / half).glob("*.txt")):
        labels = json.loads(path.with_suffix("").with_suffix(".gold.json").read_text(encoding="utf-8"))["provisions"]
        finds = provisions(read_order(path.read_bytes().decode("utf-8"), name=path.name))
        for label in labels:
            same = [one for one in finds if str(one.kind) == label["kind"] and overlap(label, one) > 0]
            if same:
                matched.append((label, max(same, key=lambda one: overlap(label, one))))
    return tuple(matched)


@pytest.mark.parametrize(("half", "floor"), [("open", 0.92), ("held", 0.92)])
def test_the_force_of_what_is_found_is_named_rightly(half: str, floor: float) -> None:
    coded = [(label, found) for label, found in pairs(half) if label.get("modality")]
    right = sum(label["modality"] == found.modality for label, found in coded)
    assert right >= floor * len(coded), f"{right} of {len(coded)}"


@pytest.mark.parametrize(("half", "floor"), [("open", 0.84), ("held", 0.54)])
def test_the_event_a_period_runs_from_is_named_rightly(half: str, floor: float) -> None:
    coded = [
        (label, found)
        for label, found in pairs(half)
        if label.get("trigger_code") and label.get("period") and found.period is not None
    ]
    right = sum(plain(label["trigger_code"]) == plain(found.trigger) for label, found in coded)
    assert right >= floor * len(coded), f"{right} of {len(coded)}"


@pytest.mark.parametrize(("half", "floor"), [("open", 0.49), ("held", 0.48)])
def test_the_act_is_named_rightly(half: str, floor: float) -> None:
    coded = [(label, found) for label, found in pairs(half) if label.get("act_code")]
    right = sum(plain(label["act_code"]) == plain(found.action) for label, found in coded)
    assert right >= floor * len(coded), f"{right} of {len(coded)}"


@pytest.mark.parametrize(("half", "floor"), [("open", 0.68), ("held", 0.7)])
def test_who_must_act_is_named_rightly(half: str, floor: float) -> None:
    coded = [(label, found) for label, found in pairs(half) if label.get("bearer_code")]
    right = sum(plain(label["bearer_code"]) == plain(found.actor.split(", ")[0]) for label, found in coded)
    assert right >= floor * len(coded), f"{right} of {len(coded)}"
