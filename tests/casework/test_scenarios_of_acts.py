"""Every scenario in ``scenarios_of_acts/`` plays as it reads: who does what, what is refused and why, who sees what."""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import pkgutil
import tomllib
from collections.abc import Callable
from dataclasses import MISSING, fields
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from soordered.casework import acts
from soordered.casework.acting import Answer, Asking, see
from soordered.casework.acts.see_matter import dates_of_matter
from soordered.casework.drafts import DraftPlace
from soordered.disputes.events import KINDS, MatterEvent
from soordered.disputes.events_motion import LeaveGiven
from soordered.disputes.happening import Happening
from soordered.disputes.letter_of_dispute import letter_of
from soordered.rules.vocabulary import Act, Other
from tests.casework.cast import AMORY, EVERYBODY, MATTER, ZONE, Stage, ask

Step = dict[str, Any]

_FOLDER = Path(__file__).parent / "scenarios_of_acts"
_CAST = {who.person: who for who in EVERYBODY}
_NOT_FIELDS = {"by", "does", "as", "refused", "warned"}


def _use_cases() -> dict[str, Callable[..., Answer]]:
    found: dict[str, Callable[..., Answer]] = {}
    for module in pkgutil.iter_modules(acts.__path__):
        loaded = importlib.import_module(f"{acts.__name__}.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            takes = list(inspect.signature(function).parameters)[:2]
            if takes == ["desk", "asking"] and function.__module__ == loaded.__name__:
                found[name] = function
    return found


USE_CASES = _use_cases()


def _scenarios() -> list[Any]:
    found = []
    for path in sorted(_FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [
            pytest.param(data["order"], one, id=f"{path.stem}: {one['sentence'][:70]}") for one in data["scenario"]
        ]
    return found


@pytest.mark.parametrize(("order", "scenario"), _scenarios())
def test_it_plays_as_it_reads(order: str, scenario: Step) -> None:
    stage = Stage(order).adopted()
    for number, step in enumerate(scenario["steps"], 1):
        _play(stage, step, f"step {number}: {step}")


def _play(stage: Stage, step: Step, where: str) -> None:
    if "wait" in step:
        stage.office.clock.time = step["wait"].replace(tzinfo=ZONE)
    elif "due" in step:
        _due(stage, step, where)
    elif "sees" in step:
        assert step["sees"] in repr(see(stage.desk, ask(_CAST[step["by"]]))), where
    elif "sees_not" in step:
        assert step["sees_not"] not in repr(see(stage.desk, ask(_CAST[step["by"]]))), where
    else:
        answer = _do(stage, step)
        if "refused" in step:
            assert not answer.done, where
            assert step["refused"] in str(answer.refusal), where
        else:
            assert answer.done, f"{where}: {answer.refusal}"
            assert step.get("warned", "") in " ".join(str(reason) for reason in answer.warnings), where
            assert bool(answer.warnings) is ("warned" in step), f"{where}: {answer.warnings}"


def _do(stage: Stage, step: Step) -> Answer:
    function = USE_CASES[step["does"]]
    hints = get_type_hints(function)
    given = {key: _value(stage, hints[key], value) for key, value in step.items() if key in hints}
    unknown = step.keys() - given.keys() - _NOT_FIELDS - {"approval"}
    assert not unknown, unknown
    approval = "" if "approval" in hints else step.get("approval", "")
    request = step.get("as", "") if "refused" not in step else ""
    return function(
        stage.desk, Asking(caller=_CAST[step["by"]], matter=MATTER, request=request, approval=approval), **given
    )


def _value(stage: Stage, hint: Any, value: Any) -> Any:
    kinds = [
        one for one in (get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)) if one is not type(None)
    ]
    if isinstance(value, dict):
        return _table(kinds, value)
    if value == "the letter":
        return _letter(stage)
    if value == "the letter as signed":
        return stage.view(AMORY).state.disputes["d1"].handed_over[-1].text
    if Other in kinds:
        return Act(value)
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(value)
    return tuple(value) if isinstance(value, list) else value


def _table(kinds: list[Any], value: Step) -> Any:
    """Build the event or the place that a table of the scenario describes."""
    if kinds == [DraftPlace]:
        hints = get_type_hints(DraftPlace)
        return DraftPlace(**{key: hints[key](one) for key, one in value.items()})
    cls: type[MatterEvent] = KINDS[value["kind"]] if "kind" in value else kinds[0]
    hints = get_type_hints(cls)
    given: dict[str, Any] = {"id": ""}
    for item in fields(cls):
        if item.name in value:
            one = value[item.name]
            kinds_of = get_args(hints[item.name]) or (hints[item.name],)
            enum = next((kind for kind in kinds_of if isinstance(kind, type) and issubclass(kind, Enum)), None)
            given[item.name] = enum(one) if enum else tuple(one) if isinstance(one, list) else one
    assert all(item.name in given or item.default is not MISSING for item in fields(cls))
    assert not value.keys() - given.keys() - {"kind"}
    make: Callable[..., MatterEvent] = cls
    return make(**given)


def _letter(stage: Stage) -> str:
    state = stage.view(AMORY).state
    return letter_of(state, state.disputes["d1"], stage.book).digest


def _due(stage: Stage, step: Step, where: str) -> None:
    run = dates_of_matter(stage.desk, ask(_CAST[step.get("by", "amory")]))
    assert run is not None
    duties = [
        duty
        for duty in run.duties
        if str(duty.obligation.rule.act) == step["due"] and duty.obligation.about == "d1" and duty.obligation.fact
    ]
    assert len(duties) == 1, where
    deadline = duties[0].deadline
    assert deadline is not None
    found = {
        "act_by": deadline.act_by.isoformat(), "prevailing": deadline.prevailing.isoformat(), "status": duties[0].status.value,
    }  # fmt: skip
    wanted = {key: value for key, value in step.items() if key in found}
    assert wanted == {key: found[key] for key in wanted}, where


def test_every_use_case_is_a_function_of_its_own_and_every_scenario_ends() -> None:
    assert len(USE_CASES) > 60
    assert all(issubclass(kind, Happening) for kind in KINDS.values())
    assert LeaveGiven in KINDS.values()
    days = [
        step["wait"]
        for _, one in ((p.values[0], p.values[1]) for p in _scenarios())
        for step in one["steps"]
        if "wait" in step
    ]
    assert all(isinstance(day, dt.datetime) for day in days)
