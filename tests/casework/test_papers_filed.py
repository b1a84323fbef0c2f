"""One paper is one filing, however often it is recorded; a motion filed again lives again; names stay."""

from __future__ import annotations

from pathlib import Path

from soordered.casework.calendar_of_case import calendar_of_case
from soordered.casework.case_run import CaseRun, Status
from soordered.disputes.state import Matter
from tests.casework.test_stays import HEAD, ran

MEETING = "meeting_held 2010-07-19 d1"
DOCKET = 'paper_e_filed 2010-07-23 p1 by="alder" id="nef"'
LETTER = 'letter_filed 2010-07-23 d1 by="alder" id="l1"'


def copies(run: CaseRun) -> list[tuple[str, Status]]:
    return [
        (duty.obligation.about, duty.status)
        for duty in run.duties
        if duty.obligation.rule.id == "chambers-copy" and duty.deadline
    ]


def doubles(run: CaseRun) -> list[str]:
    return [warned.what for warned in run.warnings if "look like one paper" in warned.what]


def test_a_letter_and_its_docket_entry_that_name_each_other_ask_for_one_copy(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-07-24", MEETING, DOCKET, LETTER + ' filing="p1"')

    assert copies(run) == [("p1", Status.OPEN)]
    assert doubles(run) == []


def test_the_order_of_the_two_entries_does_not_matter(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-07-24", MEETING, LETTER + ' filing="p1"', DOCKET)

    assert copies(run) == [("p1", Status.OPEN)]


def test_a_copy_is_known_by_the_name_of_either_entry(tmp_path: Path) -> None:
    for name in ("p1", "l1"):
        lodged = f'chambers_copy_lodged 2010-07-26T10:00:00 {name} by="alder" copies=1'
        run = ran(tmp_path, "2010-07-27", MEETING, DOCKET, LETTER + ' filing="p1"', lodged)

        assert copies(run) == [("p1", Status.DONE)]


def test_two_entries_that_do_not_name_each_other_are_doubted(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-07-24", MEETING, DOCKET, LETTER)
    (warned,) = doubles(run)

    assert len(copies(run)) == 2
    assert 'add filing = "p1" to the event l1' in warned


def test_two_docket_numbers_are_two_papers(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-07-24", MEETING, DOCKET + ' entry="40"', LETTER + ' entry="41"')

    assert doubles(run) == []


def test_papers_of_two_sides_on_one_day_are_two_papers(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-07-24", MEETING, DOCKET.replace("alder", "birch"), LETTER)

    assert doubles(run) == []


def test_a_motion_filed_again_after_it_was_withdrawn_has_its_dates_again(tmp_path: Path) -> None:
    run = ran(
        tmp_path,
        "2015-05-05",
        "motion_filed 2015-04-06 m1",
        "motion_withdrawn 2015-04-13 m1",
        "motion_filed 2015-05-04 m1",
        head=HEAD,
    )
    (opposition,) = [
        duty for duty in run.duties if str(duty.obligation.rule.act) == "file_opposition" and duty.deadline
    ]

    assert opposition.status is Status.OPEN
    assert opposition.deadline is not None
    assert opposition.deadline.prevailing.isoformat() == "2015-05-18"
    assert any("filed again under the same id" in warned.what for warned in run.warnings)


def test_a_federal_clock_keeps_its_name_when_later_events_bring_a_later_version_of_the_rule(tmp_path: Path) -> None:
    """The name is what a calendar knows a date by: 2007 answers keep it when 2010 requests come."""
    early = 'discovery_served 2007-08-01 r1 type="interrogatory" service="mail"'
    late = 'discovery_served 2010-08-02 r2 type="interrogatory" service="mail"'
    names = [
        {entry.id for entry in calendar_of_case(ran(tmp_path, "2010-08-03", *lines)) if entry.id.endswith("e1")}
        for lines in ((early,), (early, late))
    ]

    assert names[0] == names[1] == {"frcp-33-answers@e1"}


def test_nothing_is_lost_of_what_was_withdrawn_and_filed_again(tmp_path: Path) -> None:
    matter: Matter = ran(
        tmp_path,
        "2015-05-05",
        "motion_filed 2015-04-06 m1",
        "motion_withdrawn 2015-04-13 m1",
        "motion_filed 2015-05-04 m1",
    ).matter

    assert [entry.id for entry in matter.motions["m1"].outlived] == ["e2"]
    assert len(matter.motions["m1"].withdrawals) == 0
