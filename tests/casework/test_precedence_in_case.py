"""Which rule governs an act of a case: measured on the day its obligation arises, and what stands back is shown."""

from __future__ import annotations

from pathlib import Path

from soordered.casework.case_run import CaseRun, Duty
from soordered.cli.blocks_from_case_run import case_page
from soordered.cli.plain_from_blocks import plain_text
from soordered.wiring.case import Case

PEOPLE = """
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
"""
SHIPPED = '[[order]]\nid = "o1"\nrulebook = "cand-spero-2007-07-30"\n'
OWN = '[[order]]\nid = "own"\nrules = "own.toml"\n'
BOOK = """
format = "soordered-rulebook-1"
[[source]]
id = "own-order"
title = "Order on Motions"
rank = "case_order"
court = "cand"
dated = 2015-03-02
"""
RULE = """
[[rule]]
id = "{id}"
source = "own-order"
bearers = ["any_party"]
modality = "{modality}"
act = "{act}"
scope = "{scope}"
timing = {{ form = "period", n = {n}, unit = "day", direction = "after", trigger = "{trigger}" }}
"""


def rule(act: str, n: int, trigger: str, *, scope: str = "standing", modality: str = "must", name: str = "r") -> str:
    return RULE.format(id=name, act=act, n=n, trigger=trigger, scope=scope, modality=modality)


def event(kind: str, on: str, about: str, **keys: str) -> str:
    more = "".join(f'{key} = "{value}"\n' for key, value in keys.items())
    return f'[[event]]\nkind = "{kind}"\non = {on}\nabout = "{about}"\n{more}'


def ran(folder: Path, orders: str, rules: str, events: str, as_of: str) -> CaseRun:
    (folder / "own.toml").write_text(BOOK + rules, encoding="utf-8")
    path = folder / "case.toml"
    path.write_text(PEOPLE + orders + events, encoding="utf-8")
    return Case.load(path).run(as_of)


def dated(run: CaseRun, act: str, about: str) -> list[tuple[str, str]]:
    return [(found.obligation.rule.id, prevailing(found)) for found in run.duties if of(found, act, about)]


def of(duty: Duty, act: str, about: str) -> bool:
    return str(duty.obligation.rule.act) == act and duty.obligation.about == about and duty.deadline is not None


def prevailing(duty: Duty) -> str:
    assert duty.deadline is not None
    return duty.deadline.prevailing.isoformat()


def test_an_order_displaces_the_local_rule_from_its_own_day_on_and_not_before(tmp_path: Path) -> None:
    """In a case whose order of 2 March 2015 gives 20 days, a motion of February 2015 keeps the 14 of L.R. 7-3(a)."""
    events = event("motion_filed", "2015-02-02", "m1") + event("motion_filed", "2015-04-06", "m2")
    run = ran(tmp_path, OWN, rule("file_opposition", 20, "motion_filed"), events, "2015-04-07")

    assert dated(run, "file_opposition", "m1") == [
        ("cand-7-3-a-opposition-after-motion", "2015-02-17")
    ]  # 16th: a holiday
    assert dated(run, "file_opposition", "m2") == [("r", "2015-04-27")]  # 26 April is a Sunday


def test_a_displaced_rule_is_shown_with_its_cite_and_with_what_takes_its_place(tmp_path: Path) -> None:
    events = event("motion_filed", "2015-04-06", "m2")
    run = ran(tmp_path, OWN, rule("file_opposition", 20, "motion_filed"), events, "2015-04-07")
    (gone,) = [one for one in run.displaced if one.source != "own"]

    assert (gone.cite, gone.by_source, gone.by_rule, gone.about) == ("N.D. Cal. Civil L.R. 7-3(a)", "own", "r", ("m2",))
    assert "N.D. Cal. Civil L.R. 7-3(a) (file opposition [m2]): displaced by Order on Motions, rule r" in plain_text(
        case_page(run, explain=False)
    )


def test_an_order_that_counts_from_another_event_leaves_the_local_rule_beside_it(tmp_path: Path) -> None:
    events = event("motion_filed", "2015-04-06", "m2") + event("ruling_entered", "2015-04-07", "r1")
    run = ran(tmp_path, OWN, rule("file_opposition", 5, "ruling_entered"), events, "2015-04-08")

    assert dated(run, "file_opposition", "m2") == [("cand-7-3-a-opposition-after-motion", "2015-04-20")]


def test_a_direction_for_one_occasion_displaces_the_rule_for_that_occasion_only(tmp_path: Path) -> None:
    events = event("motion_filed", "2015-04-06", "m2") + event("motion_filed", "2015-05-04", "m3")
    run = ran(tmp_path, OWN, rule("file_opposition", 21, "motion_filed", scope="case"), events, "2015-05-05")

    assert dated(run, "file_opposition", "m2") == [("r", "2015-04-27")]
    assert dated(run, "file_opposition", "m3") == [("cand-7-3-a-opposition-after-motion", "2015-05-18")]


def test_the_orders_own_withdrawal_window_stands_and_the_local_rule_is_shown_behind_it(tmp_path: Path) -> None:
    events = event("motion_filed", "2007-08-02", "m1") + event("hearing_set", "2007-08-02", "h1", motion="m1").replace(
        'motion = "m1"\n', 'motion = "m1"\nhearing_on = 2007-09-21\n'
    )
    run = ran(tmp_path, SHIPPED, "", events, "2007-08-03")

    assert {found for found, _ in dated(run, "withdraw_motion", "m1")} == {"withdraw-motion"}
    assert [gone.rule for gone in run.displaced] == ["cand-7-7-e-withdrawal"]


def test_where_the_order_says_nothing_of_withdrawal_the_local_rule_holds(tmp_path: Path) -> None:
    events = event("motion_filed", "2015-04-06", "m2")
    run = ran(tmp_path, OWN, rule("lodge_chambers_copy", 1, "paper_e_filed"), events, "2015-04-07")

    # opposition 20 April, and seven days: 27 April, the day of the reply
    assert dated(run, "withdraw_motion", "m2") == [("cand-7-7-e-withdrawal", "2015-04-27")]


def test_a_text_that_times_one_act_twice_is_shown_with_both_quotes(tmp_path: Path) -> None:
    twice = rule("file_opposition", 10, "motion_filed", name="one") + rule(
        "file_opposition", 7, "motion_filed", name="two"
    )
    run = ran(tmp_path, OWN, twice, event("motion_filed", "2015-04-06", "m2"), "2015-04-07")
    (conflict,) = run.conflicts

    assert conflict.rules == ("one", "two")
    assert len(conflict.quotes) == 2
    assert {found for found, _ in dated(run, "file_opposition", "m2")} == {"one", "two"}
    assert "In conflict, and ranked by nothing" in plain_text(case_page(run, explain=False))
