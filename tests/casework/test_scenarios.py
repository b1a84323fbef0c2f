"""Every sentence of law in ``scenarios/`` is true of a case run through the file format."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from soordered.casework.case_run import CaseRun, Duty
from soordered.wiring.case import Case

Table = dict[str, Any]

_FOLDER = Path(__file__).parent / "scenarios"
_HEAD = """
title = "Alder v. Birch"
court = "cand"
[[party]]
id = "alder"
name = "Alder"
side = "plaintiff"
[[party]]
id = "birch"
name = "Birch"
side = "defendant"
[[order]]
id = "o1"
rulebook = "{order}"
notice = [{{ on = {made}, how = "ecf" }}]
{order_made}
"""


def _scenarios() -> list[ParameterSet]:
    found: list[ParameterSet] = []
    for path in sorted(_FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [
            pytest.param(data["order"], one, id=f"{path.stem}: {one['sentence'][:70]}") for one in data["scenario"]
        ]
    return found


def _run(order: str, scenario: Table, tmp_path: Path) -> CaseRun:
    made = scenario.get("orders_made")
    head = _HEAD.format(order=order, made=made or "2010-07-07", order_made=f"made = {made}" if made else "")
    path = tmp_path / "case.toml"
    path.write_text(head + scenario["events"], encoding="utf-8")
    return Case.load(path).run(scenario["as_of"])


def _matches(duty: Duty, wanted: Table) -> bool:
    return all(
        (
            wanted.get("act") in (None, str(duty.obligation.rule.act)),
            wanted.get("about", duty.obligation.about) == duty.obligation.about,
            wanted.get("rule") in (None, duty.obligation.rule.id),
            "rule" not in wanted or "prevailing" not in wanted or wanted["prevailing"] == _prevailing(duty),
        )
    )


def _prevailing(duty: Duty) -> str:
    return duty.deadline.prevailing.isoformat() if duty.deadline else ""


def _found(duty: Duty, wanted: Table) -> Table:
    """Say of a duty what the expectation speaks of, in its words."""
    deadline = duty.deadline
    said: Table = {key: wanted[key] for key in ("act", "about", "rule") if key in wanted}
    for key in wanted.keys() - said.keys():
        match key:
            case "status":
                said[key] = duty.status.value
            case "act_by" | "prevailing" | "outer":
                said[key] = getattr(deadline, key).isoformat()
            case "readings":
                assert deadline is not None
                said[key] = sorted(reading.due.isoformat() for reading in deadline.readings)
            case "late_under":
                said[key] = list(duty.lateness.late)
            case "hour_unknown":
                said[key] = duty.lateness.hour_unknown
            case "before":
                said[key] = duty.before.prevailing.isoformat() if duty.before else None
            case "notes":
                assert any(wanted[key] in note for note in duty.notes), duty.notes
                said[key] = wanted[key]
            case "contests":
                said[key] = [point.ground.value for point in duty.contests]
    return said


@pytest.mark.parametrize(("order", "scenario"), _scenarios())
def test_the_sentence_is_true(order: str, scenario: Table, tmp_path: Path) -> None:
    run = _run(order, scenario, tmp_path)
    for wanted in scenario["expect"]:
        duties = [duty for duty in run.duties if _matches(duty, wanted)]

        assert len(duties) == 1, f"{wanted} against {[duty.obligation.id for duty in run.duties]}"
        assert wanted == _found(duties[0], wanted)


@pytest.mark.parametrize(("order", "scenario"), _scenarios())
def test_what_must_not_be_there_is_not(order: str, scenario: Table, tmp_path: Path) -> None:
    run = _run(order, scenario, tmp_path)
    for unwanted in scenario.get("absent", []):
        assert [duty.obligation.id for duty in run.duties if _matches(duty, unwanted)] == []
    moved = [
        {
            "act": moved.title.split(":")[0].replace(" ", "_"),
            "old": moved.old.prevailing.isoformat() if moved.old else None,
            "new": moved.new.prevailing.isoformat() if moved.new else None,
        }
        for moved in run.moved
    ]
    if "moved" in scenario:
        assert scenario["moved"] == moved


@pytest.mark.parametrize(("order", "scenario"), _scenarios())
def test_every_date_bears_its_steps_and_its_words(order: str, scenario: Table, tmp_path: Path) -> None:
    for duty in _run(order, scenario, tmp_path).duties:
        if duty.deadline is not None and duty.before is None and duty.obligation.rule.source.id == "o1":
            assert duty.deadline.steps, duty.obligation.id
            assert duty.quote is not None
            assert duty.quote.place() != "place not known"


def test_every_scenario_file_is_run_and_none_is_empty() -> None:
    assert {"order_of_2007.toml", "order_of_2010.toml"} <= {path.name for path in _FOLDER.glob("*.toml")}
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in _FOLDER.glob("*.toml")]
    assert all(isinstance(one["as_of"], dt.date) for data in files for one in data["scenario"])
