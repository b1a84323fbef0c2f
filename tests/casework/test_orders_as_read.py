"""An order in other words, read and unedited, runs a case to the dates counted by hand."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from soordered.casework.case_run import CaseRun
from soordered.wiring.case import Case

_FRESH = Path(__file__).parents[1] / "orders" / "fresh"
_BRILL = "cand_brill_2013-02-04_reference-and-meetings"
_EVENTS = """
title = "Harbor Light Towage v. Port of South Bay"
court = "cand"
[[party]]
id = "harbor"
name = "Harbor Light Towage, Inc."
side = "plaintiff"
[[party]]
id = "port"
name = "Port of South Bay"
side = "defendant"
[[order]]
id = "february-order"
file = "{file}"
motion = "m1"
[[event]]
kind = "meeting_held"
on = 2013-02-13
about = "m1"
chosen_by = "court"
[[event]]
kind = "meeting_demanded"
on = 2013-03-15
about = "d1"
by = "harbor"
[[event]]
kind = "meeting_held"
on = 2013-04-02
about = "d1"
chosen_by = "plaintiff"
[[event]]
kind = "paper_e_filed"
on = 2013-05-24
about = "p1"
[[event]]
kind = "hearing_set"
on = 2013-05-24
about = "h1"
motion = "m2"
hearing_on = 2013-06-20
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> CaseRun:
    path = tmp_path_factory.mktemp("brill") / "case.toml"
    path.write_text(_EVENTS.format(file=_FRESH / f"{_BRILL}.txt"), encoding="utf-8")
    return Case.load(path).run("2013-05-25")


_ABOUT = {"order_dated": "m1", "meeting_demanded": "d1", "paper_e_filed": "p1", "hearing": "m2"}


@pytest.mark.parametrize(
    "due",
    tomllib.loads((_FRESH / f"{_BRILL}.dates.toml").read_text(encoding="utf-8"))["due"],
    ids=lambda due: due["quote"][:40],
)
def test_the_case_bears_the_dates_counted_by_hand(run: CaseRun, due: dict[str, object]) -> None:
    after = str(due.get("after", "2013-02-04"))
    about = _ABOUT.get(str(due["trigger"])) or {"2013-02-13": "m1", "2013-04-02": "d1"}[after]
    dated = [
        duty.deadline
        for duty in run.duties
        if duty.deadline is not None
        and duty.obligation.fact is not None
        and duty.obligation.about == about
        and str(duty.obligation.fact.trigger) == due["trigger"]
        and duty.obligation.fact.on.isoformat() == after
    ]
    (deadline,) = dated
    wanted = [day.isoformat() for day in (due["act_by"], due["prevailing"], due["outer"])]  # type: ignore[attr-defined]  # dates

    assert wanted == [moment.isoformat() for moment in (deadline.act_by, deadline.prevailing, deadline.outer)]


def test_a_rule_nobody_verified_says_so_on_every_date(run: CaseRun) -> None:
    assert {"unverified"} == {
        duty.verified for duty in run.duties if duty.obligation.rule.source.id == "february-order"
    }
    assert "unverified" in run.notes[0]


def test_every_date_bears_the_orders_own_words(run: CaseRun) -> None:
    text = (_FRESH / f"{_BRILL}.txt").read_text(encoding="utf-8")
    for duty in run.duties:
        if duty.deadline is not None and duty.obligation.rule.source.id == "february-order":
            assert duty.quote is not None
            assert duty.quote.span is not None
            assert duty.quote.text == text[duty.quote.span.start : duty.quote.span.end]


# ---- the two orders themselves

_SEEDS = {"harbor-2007": "seed_spero_2007-07-30.txt", "juniper-2010": "seed_spero_2010-07-07.txt"}


def _said(run: CaseRun) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    """Everything a run says but its words: act, subject, status and the three dates of every duty."""
    return sorted(
        (
            str(duty.obligation.rule.act),
            duty.obligation.about,
            duty.obligation.fact.id if duty.obligation.fact else "",
            duty.status.value,
            tuple(
                moment.isoformat() for moment in (duty.deadline.act_by, duty.deadline.prevailing, duty.deadline.outer)
            )
            if duty.deadline
            else (),
        )
        for duty in run.duties
    )


@pytest.mark.parametrize("name", _SEEDS)
def test_the_order_as_read_runs_the_demonstration_like_the_reviewed_rulebook(
    name: str, shared: Path, tmp_path: Path
) -> None:
    folder = Path(__file__).parents[2] / "src" / "soordered" / "casework" / "demonstration"
    text = (folder / f"{name}.toml").read_text(encoding="utf-8")
    seed = (shared / "corpus" / "dev" / _SEEDS[name]).resolve()
    path = tmp_path / "case.toml"
    path.write_text(re.sub(r'rulebook = "[^"]+"', f"file = {json.dumps(str(seed))}", text), encoding="utf-8")

    read, reviewed = Case.load(path).run(), Case.demonstration(name).run()

    assert _said(reviewed) == _said(read)
    assert [(str(act.act), act.about, act.leave) for act in reviewed.next_acts] == [
        (str(act.act), act.about, act.leave) for act in read.next_acts
    ]
    assert {(point.event, point.ground) for point in reviewed.contests} == {
        (point.event, point.ground) for point in read.contests
    }
    assert [(power.act, power.state) for power in reviewed.powers] == [
        (power.act, power.state) for power in read.powers
    ]
