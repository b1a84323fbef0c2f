"""Real orders, read and unedited, run to the dates counted by hand.

Beside each order's name stand events of ours and, for each of its periods, the three dates; a period is named by its
length, so that no word of the order is repeated here.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from soordered.deadlines.deadline import Deadline
from soordered.deadlines.facts import Fact
from soordered.deadlines.obligations_from_rules import obligations
from soordered.lawbook.time_law_from_data import time_law
from soordered.orders.provisions_from_rules import provisions
from soordered.rules.vocabulary import Trigger
from soordered.wiring.reading import read

_COUNTED = sorted((Path(__file__).parent / "dev_dates").glob("*.toml"))


def _cases() -> list[Any]:
    found = []
    for path in _COUNTED:
        counted = tomllib.loads(path.read_text(encoding="utf-8"))
        for due in counted["due"]:
            length = f"{due['period']['n']} {due['period']['unit']}"
            found.append(pytest.param(path.stem, counted, due, id=f"{path.stem.split('_')[1]}: {length}"))
    return found


def _deadlines(text: Path, counted: dict[str, Any], due: dict[str, Any]) -> list[Deadline]:
    """The dates of the rules whose period is the one named."""
    reading = read(text)
    wanted = {
        one.rule
        for one in provisions(reading)
        if one.period is not None
        and (one.period.length.n, one.period.length.unit.value) == (due["period"]["n"], due["period"]["unit"])
        and due.get("trigger", one.trigger) == one.trigger
    }
    facts = [
        Fact(
            id=f"f{number}",
            trigger=Trigger(event["trigger"]),
            on=event["at"],
            clock=event.get("hour"),
            order=reading.rulebook.sources[0].id if event["trigger"].startswith("order_") else "",
        )
        for number, event in enumerate(counted["events"])
    ]
    ran = obligations(reading.rulebook, facts, time_law(counted["court"]))
    return [one.deadline for one in ran if one.rule.id in wanted and one.deadline is not None]


def test_at_least_five_orders_are_counted_by_hand() -> None:
    assert len(_COUNTED) >= 5


@pytest.mark.parametrize(("order", "counted", "due"), _cases())
def test_a_real_order_runs_to_the_dates_counted_by_hand(
    shared: Path, order: str, counted: dict[str, Any], due: dict[str, Any]
) -> None:
    found = _deadlines(shared / "corpus" / "dev" / f"{order}.txt", counted, due)

    assert found
    for deadline in found:
        got = [moment.isoformat() for moment in (deadline.act_by, deadline.prevailing, deadline.outer)]
        assert got == [due[name].isoformat() for name in ("act_by", "prevailing", "outer")]
