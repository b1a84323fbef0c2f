"""In the gap of L.R. 7-3 (2010 to 2011) two forms may be in force: both are shown, told apart, and neither calls late."""

from __future__ import annotations

from pathlib import Path

from soordered.casework.case_run import CaseRun, Status
from soordered.cli.blocks_from_case_run import case_page
from soordered.cli.plain_from_blocks import plain_text
from tests.casework.test_stays import ran

MOTION = "motion_filed 2010-08-02 m1"  # forward: 16 August; back from the hearing of 1 October: 10 September
HEARING = 'hearing_set 2010-08-02 h1 motion="m1" hearing_on=2010-10-01'


def oppositions(run: CaseRun) -> dict[str, Status]:
    return {
        duty.deadline.prevailing.isoformat(): duty.status
        for duty in run.duties
        if str(duty.obligation.rule.act) == "file_opposition" and duty.deadline
    }


def test_past_by_one_form_is_not_overdue_while_the_other_runs(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-08-20", MOTION, HEARING)

    assert oppositions(run) == {"2010-08-16": Status.OPEN, "2010-09-10": Status.OPEN}
    assert any("Past by this form of the rule only" in note for duty in run.duties for note in duty.notes)


def test_past_by_both_forms_is_overdue(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-09-13", MOTION, HEARING)

    assert set(oppositions(run).values()) == {Status.OVERDUE}


def test_duties_of_one_name_are_told_apart_by_rule_and_trigger(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-08-20", MOTION, HEARING)
    titles = [duty.title for duty in run.duties if duty.deadline]

    assert len(set(titles)) == len(titles)
    assert "file reply: m1 (N.D. Cal. Civil L.R. 7-3(c), from hearing 2010-10-01)" in titles


def test_the_page_names_each_rule_with_its_doubt_and_on_request_its_count(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-08-20", MOTION, HEARING)
    short, long = (plain_text(case_page(run, explain=explain)) for explain in (False, True))

    assert "Rule: N.D. Cal. Civil L.R. 7-3(c)" in short
    assert "Whether the reply was still counted back from the hearing" in short
    assert "Known from: quoted" in long
    assert long.count("day 14") > short.count("day 14")


def test_an_order_without_a_title_is_named_by_its_source_and_date(tmp_path: Path, shared: Path) -> None:
    (tmp_path / "order.txt").write_bytes((shared / "corpus" / "dev" / "seed_spero_2010-07-07.txt").read_bytes())
    head = 'title = "A v. B"\ncourt = "cand"\n[[order]]\nid = "o1"\nfile = "order.txt"\n'
    page = plain_text(case_page(ran(tmp_path, "2010-08-20", head=head), explain=False))

    assert "o1: Untitled order cand-2010-07-07, made Wed 7 Jul 2010" in page
    assert "Computed from Untitled order cand-2010-07-07 (2010-07-07)" in page
