"""Whatever happens to a trigger, a calendar that held its date is told: under the same name, with a newer version."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.casework.calendar_of_case import calendar_of_case
from soordered.casework.case_run import CaseRun
from soordered.feeds.ics_from_deadlines import Entry, event_uid
from tests.casework.test_stays import ran

DEMAND = 'meeting_demanded 2010-08-02 d1 id="dem"'
HEARING = 'hearing_set 2010-10-01 h1 motion="m1" hearing_on=2010-11-12'
MOTION = 'motion_filed 2015-04-06 m1 id="first"'

_HISTORIES = {
    "a demand corrected twice": (
        DEMAND,
        'trigger_corrected 2010-08-03 - id="c1" corrects="dem" to=2010-08-01',
        'trigger_corrected 2010-08-04 - id="c2" corrects="dem" to=2010-08-04',
    ),
    "a correction corrected": (
        DEMAND,
        'trigger_corrected 2010-08-03 - id="c1" corrects="dem" to=2010-08-01',
        'trigger_corrected 2010-08-04 - id="c2" corrects="c1" to=2010-08-04',
    ),
    "a correction taken back": (
        DEMAND,
        'trigger_corrected 2010-08-03 - id="c1" corrects="dem" to=2010-07-30',
        'event_withdrawn 2010-08-04 - id="w1" withdraws="c1"',
    ),
    "a demand entered in error, and then not": (
        DEMAND,
        'event_withdrawn 2010-08-03 - id="w1" withdraws="dem"',
        'event_withdrawn 2010-08-04 - id="w2" withdraws="w1"',
    ),
    "a demand taken back": (DEMAND, 'demand_withdrawn 2010-08-04 d1 demand="dem"'),
    "a dispute given up": (DEMAND, "dispute_withdrawn 2010-08-04 d1"),
    "a hearing moved three times": (
        HEARING,
        HEARING.replace("10-01 h1", "10-04 h1").replace("11-12", "11-19"),
        HEARING.replace("10-01 h1", "10-05 h1").replace("11-12", "12-03"),
        HEARING.replace("10-01 h1", "10-06 h1").replace("11-12", "11-12"),
    ),
    "a hearing vacated, and set again": (
        HEARING,
        "hearing_vacated 2010-10-04 h1",
        HEARING.replace("10-01 h1", "10-05 h1").replace("11-12", "12-03"),
    ),
    "more time": (
        "meeting_held 2010-08-02 d1",
        'extension_ordered 2010-08-03 d1 act="file_joint_letter" until=2010-08-20',
        'extension_ordered 2010-08-04 d1 act="file_joint_letter" until=2010-08-18',
    ),
    "a stay": (DEMAND, "stay_entered 2010-08-04 -", "stay_lifted 2010-08-09 -"),
    "a motion withdrawn and filed again": (
        MOTION,
        "motion_withdrawn 2015-04-08 m1",
        'motion_filed 2015-04-10 m1 id="second"',
    ),
    "a request recorded again": (
        'discovery_served 2010-08-02 r1 id="one" type="production" service="hand"',
        'discovery_served 2010-08-05 r1 id="two" type="production" service="hand"',
    ),
    "a reading settled": (
        DEMAND,
        'reading_settled 2010-08-04 - by="alder" label="calendar-days-rolled" how="stipulated"',
    ),
}


def entries(run: CaseRun) -> dict[str, Entry]:
    return {event_uid(entry): entry for entry in calendar_of_case(run)}


@pytest.mark.parametrize("lines", _HISTORIES.values(), ids=_HISTORIES)
def test_what_stood_on_a_calendar_is_moved_or_cancelled_under_its_name(lines: tuple[str, ...], tmp_path: Path) -> None:
    year = lines[0].split(" ")[1][:4]
    before: dict[str, Entry] = {}
    for number in range(1, len(lines) + 1):
        now = entries(ran(tmp_path, f"{year}-{'10-09' if 'hearing' in lines[0] else '08-12'}", *lines[:number]))
        for uid, old in before.items():
            assert uid in now, f"{old.title} of {old.when.isoformat()} stays on the calendar"
            assert now[uid].sequence >= old.sequence
            changed = (now[uid].when, now[uid].cancelled) != (old.when, old.cancelled)
            assert now[uid].sequence > old.sequence or not changed
        before = now


def test_the_latest_arguable_date_is_on_no_calendar(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-11-01", HEARING, "meeting_demanded 2010-11-01 d1")

    for entry in calendar_of_case(run):
        duty = next((one for one in run.duties if one.obligation.id == entry.id), None)
        if duty is None or duty.deadline is None:
            continue
        assert entry.when == duty.deadline.act_by
        if duty.deadline.outer not in {duty.deadline.act_by, duty.deadline.prevailing}:
            outer = duty.deadline.outer.date
            assert outer.isoformat() not in entry.text
            assert f"{outer.day} {outer:%B %Y}" not in entry.text


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (('trigger_corrected 2010-08-04 - id="c2" corrects="c1" to=2010-08-06',), "2010-08-16"),
        (('event_withdrawn 2010-08-04 - withdraws="c1"',), "2010-08-12"),
        ((), "2010-08-13"),
    ],
)
def test_a_correction_may_itself_be_corrected_or_taken_back(lines: tuple[str, ...], day: str, tmp_path: Path) -> None:
    """A demand of 2 August, put right to the 3rd: due on the 13th; to the 6th: on Monday the 16th; not: on the 12th."""
    first = 'trigger_corrected 2010-08-03 - id="c1" corrects="dem" to=2010-08-03'
    run = ran(tmp_path, "2010-08-09", DEMAND, first, *lines)
    (duty,) = [one for one in run.duties if one.obligation.id == "standing-meeting@dem"]

    assert duty.deadline is not None
    assert duty.deadline.prevailing.isoformat() == day
    assert all(moved.new is None or moved.new == duty.deadline for moved in run.moved)
