"""What must never happen, in every output of every case tried: the page, the JSON form, the calendar, the timeline."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from soordered.casework.calendar_of_case import calendar_of_case
from soordered.casework.case_run import CaseRun, Point, Status
from soordered.casework.fields_from_run import run_fields
from soordered.cli.blocks import Heading
from soordered.cli.blocks_from_case_run import case_page
from soordered.cli.plain_from_blocks import plain_text
from tests.casework.test_stays import ran

BOTH = """
title = "Alder v. Birch"
court = "{court}"
[[party]]
id = "alder"
name = "Alder"
side = "plaintiff"
[[party]]
id = "ash"
name = "Ash"
side = "plaintiff"
[[party]]
id = "birch"
name = "Birch"
side = "defendant"
[[party]]
id = "beech"
name = "B. Beech"
side = "defendant"
self_represented = true
registration = "paper"
[[party]]
id = "gorse"
name = "Gorse Telephone"
side = "non_party"
[[counsel]]
id = "c1"
name = "C. One"
for = "alder"
lead = true
[[counsel]]
id = "c2"
name = "C. Two"
for = "birch"
lead = true
[[counsel]]
id = "c3"
name = "C. Three"
for = "gorse"
lead = true
[[order]]
id = "o1"
rulebook = "{order}"
"""

HISTORIES = {
    "several parties, one for itself on paper": (
        'meeting_demanded 2010-11-01 d1 by="beech" id="dem"',
        'meeting_held 2010-11-08 d1 mode="in_person" present=["c1","beech"]',
        'letter_filed 2010-11-15 d1 by="beech" contributors=["alder","beech"]',
    ),
    "a non-party's counsel": (
        'dispute_arose 2010-11-01 d1 non_party="gorse"',
        'meeting_demanded 2010-11-02 d1 by="c3"',
        'meeting_held 2010-11-08 d1 mode="telephone" present=["c1","c2","beech"]',
    ),
    "two disputes interleaved": (
        'meeting_demanded 2010-11-01 d1 by="alder"',
        'meeting_demanded 2010-11-03 d2 by="birch"',
        'meeting_held 2010-11-08 d2 mode="in_person"',
        'meeting_held 2010-11-10 d1 mode="in_person"',
        'letter_filed 2010-11-15 d1 by="alder"',
    ),
    "a meeting without a demand": ('meeting_held 2010-11-08 d1 mode="written"',),
    "a letter before the meeting": (
        'letter_filed 2010-11-08 d1 by="alder"',
        'meeting_held 2010-11-09 d1 mode="in_person"',
    ),
    "a hearing moved three times": (
        'motion_filed 2010-09-01 m1 by="alder"',
        'hearing_set 2010-09-01 h1 motion="m1" hearing_on=2010-10-08',
        'hearing_set 2010-09-20 h1 motion="m1" hearing_on=2010-11-12',
        'hearing_set 2010-10-20 h1 motion="m1" hearing_on=2010-11-26',
        'hearing_set 2010-11-01 h1 motion="m1" hearing_on=2010-12-10',
    ),
    "a hearing vacated": (
        'hearing_set 2010-09-01 h1 motion="m1" hearing_on=2010-12-10',
        "hearing_vacated 2010-11-01 h1",
    ),
    "a stay while a clock runs": ('meeting_demanded 2010-11-01 d1 by="alder"', "stay_entered 2010-11-04 -"),
    "a stay lifted": (
        'meeting_demanded 2010-11-01 d1 by="alder"',
        "stay_entered 2010-11-04 -",
        "stay_lifted 2010-11-09 -",
    ),
    "a trigger corrected, and the correction too": (
        'meeting_demanded 2010-11-01 d1 by="alder" id="dem"',
        'trigger_corrected 2010-11-05 - id="c" corrects="dem" to=2010-10-29',
        'trigger_corrected 2010-11-08 - corrects="c" to=2010-11-03',
    ),
    "a late letter that a correction makes timely": (
        'meeting_held 2010-11-01 d1 id="met" mode="in_person"',
        'letter_filed 2010-11-10 d1 by="alder"',
        'trigger_corrected 2010-11-11 - corrects="met" to=2010-11-05',
    ),
    "a motion withdrawn and filed again": (
        'motion_filed 2010-11-01 m1 by="alder"',
        "motion_withdrawn 2010-11-03 m1",
        'motion_filed 2010-11-05 m1 by="alder"',
    ),
    "more time agreed and not ordered": (
        'meeting_held 2010-11-05 d1 mode="in_person"',
        'extension_agreed 2010-11-08 d1 act="file_joint_letter" until=2010-12-03',
    ),
    "objections": (
        'ruling_entered 2010-11-01 r1 served=2010-11-02 service="mail"',
        "objection_filed 2010-11-12 r1",
    ),
    "a request by mail": ('discovery_served 2010-10-11 q1 type="production" service="mail" to="birch" by="alder"',),
    "a power asked for": (
        'meeting_demanded 2010-11-01 d1 by="alder"',
        'power_requested 2010-11-12 - act="impose_sanctions" by="alder"',
    ),
    "one day, with hours and without": (
        'meeting_held 2010-11-08T09:00:00 d1 mode="in_person"',
        'letter_filed 2010-11-08 d1 by="alder" id="l1"',
        "chambers_copy_lodged 2010-11-08 l1",
    ),
    "nothing": (),
}
COURTS = ("cand", "nysd", "hid", "gud")
RESERVED = ("impose_sanctions", "require_executives")


@pytest.fixture(params=list(product(HISTORIES, COURTS)), ids=lambda pair: f"{pair[0]}, {pair[1]}")
def run(request: pytest.FixtureRequest, tmp_path: Path) -> CaseRun:
    name, court = request.param
    head = BOTH.format(court=court, order="cand-spero-2010-07-07")
    return ran(tmp_path, "2010-11-15", *HISTORIES[name], head=head)


def test_a_reserved_power_is_no_duty(run: CaseRun) -> None:
    assert not [duty for duty in run.duties if str(duty.obligation.rule.act) in RESERVED]
    assert not [act for act in run.next_acts if str(act.act) in RESERVED and act.leave.value == "must"]
    assert not [entry for entry in calendar_of_case(run) if "sanction" in entry.title or "executive" in entry.title]
    assert {power.state.value for power in run.powers} <= {"announced", "requested"}


def test_what_waits_has_no_date_anywhere(run: CaseRun) -> None:
    on_calendar = {entry.id for entry in calendar_of_case(run)}
    for duty in run.duties:
        if duty.status is Status.WAITING:
            assert duty.deadline is None
            assert duty.obligation.id not in on_calendar
            assert not [entry for entry in run.timeline if entry.event == duty.obligation.id]


def test_every_date_of_calendar_and_timeline_is_one_of_the_run(run: CaseRun) -> None:
    act_by = {duty.obligation.id: duty.deadline.act_by for duty in run.duties if duty.deadline is not None}
    for entry in calendar_of_case(run):
        if not entry.cancelled and not entry.id.startswith("hearing"):
            assert entry.when == act_by[entry.id]
    for point in run.timeline:
        if point.point is Point.CLOCK:
            assert point.when == act_by[point.event]


def test_the_three_dates_stand_in_their_order_and_act_by_is_open(run: CaseRun) -> None:
    for duty in run.duties:
        if duty.deadline is not None:
            deadline = duty.deadline
            assert deadline.act_by.sort_key <= deadline.prevailing.sort_key <= deadline.outer.sort_key
            assert deadline.act_by.date.weekday() < 5


def test_page_and_json_say_all_of_it(run: CaseRun) -> None:
    page = plain_text(case_page(run, explain=True))
    json.dumps(run_fields(run))

    assert all(duty.title in page for duty in run.duties)
    assert all(warned.what in page for warned in run.warnings)
    powers = [block.text for block in case_page(run, explain=False) if isinstance(block, Heading)]
    assert "Powers the Court has reserved (no duty of anybody)" in powers


def test_a_side_that_settles_a_point_for_itself_moves_no_latest_arguable_date(tmp_path: Path) -> None:
    """In both views, whoever settled which reading for itself."""
    head = BOTH.format(court="cand", order="cand-spero-2007-07-30")
    demand = 'meeting_demanded 2007-11-09 d1 by="alder"'
    plain = ran(tmp_path, "2007-11-12", demand, head=head)
    for by, label in product(("alder", "birch"), ("state-holidays-out", "federal-holidays-only")):
        settled = f'reading_settled 2007-11-12 - by="{by}" label="{label}" how="own_side"'
        for side in ("plaintiff", "defendant", ""):
            view = ran(tmp_path, "2007-11-12", demand, settled, head=head, side=side)
            assert outers(view) == outers(plain)
            if side != ("plaintiff" if by == "alder" else "defendant"):
                assert [duty.deadline and duty.deadline.act_by for duty in view.duties] == [
                    duty.deadline and duty.deadline.act_by for duty in plain.duties
                ]


def outers(run: CaseRun) -> dict[str, str]:
    return {duty.obligation.id: duty.deadline.outer.isoformat() for duty in run.duties if duty.deadline is not None}


def test_an_event_without_a_dispute_is_counted_and_doubted(tmp_path: Path) -> None:
    """A fact is never refused; that it may belong to another dispute is said."""
    head = BOTH.format(court="cand", order="cand-spero-2010-07-07")
    run = ran(tmp_path, "2010-07-09", 'meeting_demanded 2010-07-08 - by="alder"', head=head)

    assert [duty.deadline.prevailing.isoformat() for duty in run.duties if duty.deadline] == ["2010-07-19"]
    assert any("names no dispute" in warned.what for warned in run.warnings)
