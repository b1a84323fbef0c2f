"""Running a case grows with its events, not with their square."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from soordered.casework.case_run import CaseRun, Status
from soordered.wiring.case import Case


def _big_case() -> Callable[[int], str]:
    path = Path(__file__).parents[1] / "bench" / "big_case.py"
    spec = importlib.util.spec_from_file_location("big_case", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[[int], str]", module.big_case)


def _seconds(events: int, folder: Path) -> tuple[float, CaseRun]:
    path = folder / f"{events}.toml"
    path.write_text(_big_case()(events), encoding="utf-8")
    best, run = float("inf"), None
    for _ in range(2):
        begun = time.process_time()
        run = Case.load(path).run("2033-01-01")
        best = min(best, time.process_time() - begun)
    assert run is not None
    return best, run


def test_eight_times_the_events_take_no_more_than_sixteen_times_as_long(tmp_path: Path) -> None:
    """A square would take sixty-four times as long; the slack is for a machine that does other things."""
    _seconds(200, tmp_path)  # data loaded, code warm
    small, _ = _seconds(1000, tmp_path)
    large, run = _seconds(8000, tmp_path)

    assert large < 16 * small
    assert sum(1 for duty in run.duties if duty.obligation.rule.id == "standing-meeting" and duty.deadline) == 800


def test_every_duty_of_the_made_up_case_is_done(tmp_path: Path) -> None:
    """What is measured is a run that has something to say."""
    _, run = _seconds(1000, tmp_path)
    statuses = {duty.status for duty in run.duties if duty.obligation.about.startswith(("d", "l"))}

    assert statuses <= {Status.DONE, Status.DONE_ARGUABLE, Status.DONE_LATE}
    assert sum(1 for duty in run.duties if duty.done_by is not None) == 300
