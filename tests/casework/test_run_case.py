"""A case that cannot be run is refused with its place; one that can is the same however often it is run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from soordered.casework.case_run import Status
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.rule import Rule
from soordered.rules.timing import Bound, Direction, Length, Period, Unit
from soordered.rules.vocabulary import Act, Bearer, Modality, Trigger
from soordered.wiring.case import Case

PEOPLE = """
[[party]]
id = "alder"
name = "Alder"
side = "plaintiff"
[[party]]
id = "birch"
name = "Birch"
side = "defendant"
"""
TOP = 'title = "Alder v. Birch"\ncourt = "cand"\n' + PEOPLE
ORDER = '[[order]]\nid = "o1"\nrulebook = "cand-spero-2007-07-30"\n'
LATER = '[[order]]\nid = "o2"\nrulebook = "cand-spero-2010-07-07"\n'
DEMAND = '[[event]]\nkind = "meeting_demanded"\non = 2007-11-09\nabout = "d1"\nby = "alder"\n'


def _case(folder: Path, text: str) -> Case:
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    return Case.load(path)


_REFUSED = [
    ("an unknown court", TOP.replace("cand", "candy") + ORDER, "line 2 (court): There is no court 'candy'"),
    ("an order that does not ship", TOP + ORDER.replace("2007-07-30", "2008-07-30"), "line 14 (order[1].rulebook): No order"),
    (
        "an event before the order",
        TOP + ORDER + DEMAND.replace("2007-11-09", "2007-07-09"),
        "line 17 (event[1].on): this event of 2007-07-09 is before the first order in force, made on 2007-07-30",
    ),
    (
        "a meeting before the order",
        TOP + ORDER + '[[event]]\nkind = "meeting_held"\non = 2007-07-09\nabout = "d1"\n',
        "before the first order in force",
    ),
    ("a day outside the calendar", TOP + ORDER + DEMAND.replace("2007-11-09", "2060-11-09"), "outside the verified calendar"),
    ("an order before the calendar", TOP + ORDER + "made = 1937-01-04\n", "outside the verified calendar"),
    (
        "two orders in conflict",
        TOP + ORDER + LATER,
        "'o1' and 'o2' are both in force from 2010-07-07 and disagree about meet and confer",
    ),
    ("a successor that is none", TOP + ORDER + 'superseded_by = "o3"\n', "there is no order 'o3' in this file"),
    ("a predecessor that is none", TOP + ORDER + 'supersedes = "o3"\n', "there is no order 'o3' in this file"),
    ("an order's file that is not there", TOP + '[[order]]\nid = "o1"\nfile = "gone.txt"\n', "gone.txt cannot be read"),
    ("a rulebook that is not there", TOP + '[[order]]\nid = "o1"\nrules = "gone.toml"\n', "gone.toml cannot be read"),
    ("quotes that are not there", TOP + ORDER + 'text = "gone.txt"\n', "gone.txt cannot be read"),
    (
        "a way of service that is none",
        TOP + ORDER + '[[request]]\nid = "r"\ntype = "production"\nserved = 2007-08-01\nservice = "pigeon"\n',
        "'pigeon' is no way of service",
    ),
    (
        "a reading that is none",
        TOP + ORDER + DEMAND + '[[event]]\nkind = "reading_settled"\non = 2007-11-10\nby = "alder"\nlabel = "sundays-count"\nhow = "ordered"\n',
        "There is no reading called 'sundays-count'",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in _REFUSED], ids=[row[0] for row in _REFUSED])
def test_what_cannot_be_run_is_refused(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as refusal:
        _case(tmp_path, text).run("2007-12-31" if "2010" not in text else "2010-12-31")

    assert words in str(refusal.value)
    assert refusal.value.expected
    assert refusal.value.remedy


@pytest.mark.parametrize("as_of", ["30 February", "2007-02-30", "2007-13-01T10:00", ""])
def test_a_day_to_run_for_that_is_none_is_refused(as_of: str, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no day to run a case for"):
        _case(tmp_path, TOP + ORDER).run(as_of)


def test_a_case_that_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="is a folder"):
        Case.load(tmp_path)


def test_what_stood_before_the_order_may_be_on_record(tmp_path: Path) -> None:
    """The motion, the ledger, the reference and informal efforts may well be older than the order."""
    text = "".join(
        f'[[event]]\nkind = "{kind}"\non = 2007-07-{day}\nabout = "m1"\n'
        for kind, day in (("motion_filed", "02"), ("effort_made", "05"), ("reference_made", "26"))
    )
    run = _case(tmp_path, TOP + ORDER + text).run("2007-07-31")

    assert "m1" in run.matter.motions
    assert not [duty for duty in run.duties if duty.obligation.rule.id == "chambers-copy" and duty.deadline]


def test_an_order_that_supersedes_ends_the_other(tmp_path: Path) -> None:
    text = TOP + ORDER + LATER + 'supersedes = "o1"\n' + DEMAND
    case = _case(tmp_path, text + DEMAND.replace("2007-11-09", "2010-07-08").replace("d1", "d2"))
    run = case.run("2010-07-09")
    counted = {
        duty.obligation.about: duty.obligation.rule.source.id
        for duty in run.duties
        if duty.obligation.rule.id == "standing-meeting" and duty.deadline
    }

    assert counted == {"d1": "o1", "d2": "o2"}
    assert [order.until for order in run.orders if order.id == "o2"] == [None]


def test_a_clock_that_runs_when_its_order_is_superseded_says_so(tmp_path: Path) -> None:
    text = TOP + ORDER + LATER + 'supersedes = "o1"\n' + DEMAND.replace("2007-11-09", "2010-07-01")
    run = _case(tmp_path, text).run("2010-07-09")
    (duty,) = [one for one in run.duties if one.obligation.about == "d1" and one.deadline]

    assert Status.OPEN is duty.status
    assert any("superseded by o2 on 2010-07-07 while this clock ran" in note for note in duty.notes)


def test_the_days_own_hours_have_not_passed_when_no_hour_is_asked(tmp_path: Path) -> None:
    filed = '[[event]]\nkind = "paper_e_filed"\non = 2007-08-30\nat = 10:00:00\nabout = "p1"\n'
    case = _case(tmp_path, TOP + ORDER + filed)
    by_hour = {
        as_of: next(duty.status for duty in case.run(as_of).duties if duty.obligation.about == "p1")
        for as_of in ("2007-08-31", "2007-08-31T11:59", "2007-08-31T12:01", "2007-09-01")
    }

    assert list(by_hour.values()) == [Status.OPEN, Status.OPEN, Status.OVERDUE, Status.OVERDUE]


def test_a_later_event_is_not_known_yet(tmp_path: Path) -> None:
    run = _case(tmp_path, TOP + ORDER + DEMAND).run("2007-11-08")

    assert dict(run.matter.disputes) == {}


def test_each_side_sees_its_own_settled_reading_and_never_moves_the_others_last_date(tmp_path: Path) -> None:
    settled = (
        '[[event]]\nkind = "reading_settled"\non = 2007-11-10\nby = "birch"\nlabel = "state-holidays-out"\n'
        'how = "own_side"\n'
    )
    case = _case(tmp_path, TOP + ORDER + DEMAND + settled)
    dates = {}
    for side in ("plaintiff", "defendant"):
        (duty,) = [one for one in case.run("2007-11-12", side=side).duties if one.obligation.about == "d1"]
        assert duty.deadline is not None
        dates[side] = (duty.deadline.prevailing.isoformat(), duty.deadline.outer.isoformat())

    assert dates == {"plaintiff": ("2007-11-27", "2007-11-28"), "defendant": ("2007-11-28", "2007-11-28")}


def test_without_notice_of_the_order_a_warning_says_what_cannot_be_shown(tmp_path: Path) -> None:
    run = _case(tmp_path, TOP + ORDER).run("2007-08-01")

    assert any("No notice of the order o1 is recorded" in warning.what for warning in run.warnings)


def test_reserved_powers_are_ordered_only_by_an_event_that_says_so(tmp_path: Path) -> None:
    power = (
        '[[event]]\nkind = "power_ordered"\non = 2007-11-20\nby = "court"\nact = "require_executives"\n'
        'terms = "Both chief executives attend."\nentry = "61"\n'
    )
    case = _case(tmp_path, TOP + ORDER + DEMAND + power)
    states = [
        next(str(found.state) for found in case.run(day).powers if str(found.act) == "require_executives")
        for day in ("2007-11-19", "2007-11-21")
    ]

    assert states == ["announced", "ordered"]


def test_a_case_order_displaces_an_earlier_standing_order_and_says_so(tmp_path: Path) -> None:
    standing = tmp_path / "standing.toml"
    standing.write_text(
        toml_from_rulebook(shipped_order("cand-spero-2010-07-07")).replace("2010-07-07", "2006-01-02"), encoding="utf-8"
    )
    text = TOP + '[[order]]\nid = "form"\nrules = "standing.toml"\nmade = 2006-01-02\n' + ORDER + DEMAND
    run = _case(tmp_path, text).run("2007-11-12")
    (duty,) = [one for one in run.duties if one.obligation.about == "d1" and one.deadline]

    assert duty.obligation.rule.source.id == "o1"
    assert ("form", "standing-meeting", "o1", "standing-meeting") in [
        (gone.source, gone.rule, gone.by_source, gone.by_rule) for gone in run.displaced
    ]


# ---- what people are told beside the dates


def test_a_first_meeting_about_no_named_motion_is_asked_for(tmp_path: Path) -> None:
    """Without the motion's name its letter could not be told from that of a later dispute."""
    unnamed = _case(tmp_path, TOP + ORDER).run("2007-08-01")
    named = _case(tmp_path, TOP + ORDER + 'motion = "m1"\n').run("2007-08-01")

    assert any('add motion = "m1"' in warning.what for warning in unnamed.warnings)
    assert not any("directs a meeting once" in warning.what for warning in named.warnings)


def test_a_meeting_in_the_courts_room_that_nobody_demanded_is_the_one_directed(tmp_path: Path) -> None:
    met = '[[event]]\nkind = "meeting_held"\non = 2007-08-03\nabout = "m1"\nchosen_by = "court"\n'
    run = _case(tmp_path, TOP + ORDER + met).run("2007-08-04")

    found = {duty.obligation.rule.id: duty.status for duty in run.duties if duty.obligation.about == "m1"}
    assert found == {"case-meeting": Status.DONE, "case-joint-letter": Status.OPEN}


def test_a_reassignment_is_asked_about_and_stops_no_clock(tmp_path: Path) -> None:
    moved = (
        '[[event]]\nkind = "matter_reassigned"\non = 2007-11-12\nby = "court"\njudge = "E. Laporte"\ninitials = "EDL"\n'
    )
    run = _case(tmp_path, TOP + ORDER + DEMAND + moved).run("2007-11-13")
    (duty,) = [one for one in run.duties if one.obligation.about == "d1"]

    assert Status.OPEN is duty.status
    assert any("The reference went to E. Laporte on 2007-11-12" in warning.what for warning in run.warnings)


def test_objections_stay_nothing_by_themselves(tmp_path: Path) -> None:
    ruled = (
        '[[event]]\nkind = "ruling_entered"\non = 2007-10-19\nabout = "r1"\nserved = 2007-10-19\n'
        '[[event]]\nkind = "objection_filed"\non = 2007-10-29\nabout = "r1"\n'
    )
    run = _case(tmp_path, TOP + ORDER + ruled).run("2007-11-01")

    assert any("Objections to r1 were filed on 2007-10-29: they stay nothing" in one.what for one in run.warnings)


def test_when_the_other_side_will_not_take_part_no_way_is_invented(tmp_path: Path) -> None:
    refused = (
        '[[event]]\nkind = "meeting_held"\non = 2007-11-20\nabout = "d1"\n'
        '[[event]]\nkind = "participation_refused"\non = 2007-11-26\nby = "alder"\nabout = "d1"\n'
    )
    run = _case(tmp_path, TOP + ORDER + DEMAND + refused).run("2007-11-27")
    ways = {str(act.act): act.why for act in run.next_acts if "no way for one side alone" in act.why}

    assert {"seek_leave", "impose_sanctions"} == set(ways)
    assert "It is announced, not ordered." in ways["impose_sanctions"]


def test_an_urgent_dispute_may_call_chambers_and_the_call_is_logged(tmp_path: Path) -> None:
    urgent = '[[event]]\nkind = "dispute_arose"\non = 2007-11-20\nabout = "d2"\nurgent = true\n'
    call = '[[event]]\nkind = "urgent_call_made"\non = 2007-11-20\nby = "alder"\nabout = "d2"\nevent = "deposition"\n'
    before = _case(tmp_path, TOP + ORDER + urgent).run("2007-11-20")
    after = _case(tmp_path, TOP + ORDER + urgent + call).run("2007-11-20")

    assert [str(a.act) for a in before.next_acts if "call chambers during" in a.why] == ["other:call chambers"]
    assert not [a for a in after.next_acts if "call chambers during" in a.why]


def test_an_error_learned_and_not_put_right_is_a_next_act_for_people_to_judge(tmp_path: Path) -> None:
    learned = '[[event]]\nkind = "error_learned"\non = 2007-10-15\nby = "birch"\nabout = "s1"\n'
    put_right = '[[event]]\nkind = "disclosure_supplemented"\non = 2007-10-22\nby = "birch"\nabout = "s1"\n'
    open_, closed = (
        [act for act in _case(tmp_path, TOP + ORDER + text).run("2007-11-01").next_acts if act.about == "s1"]
        for text in (learned, learned + put_right)
    )

    assert [act.by for act in open_] == [("birch",)]
    assert not closed


def test_a_word_that_the_engine_does_not_know_is_refused_with_its_line(tmp_path: Path) -> None:
    served = '[[request]]\nid = "r"\ntype = "production"\nserved = 2007-08-01\nservice = "pigeon"\n'
    with pytest.raises(BadInputError, match=r"line 19 \(request\[1\].service\): 'pigeon' is no way of service"):
        _case(tmp_path, TOP + ORDER + served).run("2007-09-01")


def test_the_files_own_day_outside_the_calendar_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"line 1 \(as_of\)"):
        _case(tmp_path, "as_of = 2061-01-01\n" + TOP + ORDER).run()


def test_a_stipulation_that_one_side_signed_is_contested(tmp_path: Path) -> None:
    signed = (
        '[[event]]\nkind = "hearing_set"\non = 2007-10-01\nabout = "h1"\nmotion = "m1"\nhearing_on = 2007-11-16\n'
        '[[event]]\nid = "st"\nkind = "submission_stipulated"\non = 2007-11-12\nabout = "m1"\nsigned_by = ["alder"]\n'
        '[[event]]\nkind = "court_notified"\non = 2007-11-14\nabout = "m1"\n'
    )
    run = _case(tmp_path, TOP + ORDER + signed).run("2007-11-15")

    assert [point.words for point in run.contests] == ["Nobody is recorded as signing for defendant."]


# ---- the calendar, and slips of the pen

_HEARING = '[[event]]\nkind = "hearing_set"\non = 2007-10-01\nabout = "h1"\nmotion = "m1"\nhearing_on = 2007-11-16\n'
_STIPULATED = '[[event]]\nkind = "submission_stipulated"\non = 2007-11-12\nabout = "m1"\n'
_NOTIFIED = '[[event]]\nkind = "court_notified"\non = 2007-11-14\nabout = "m1"\n'
_STATES = [
    (_HEARING, "set"),
    (_HEARING + _STIPULATED, "stipulated"),
    (_HEARING + _STIPULATED + _NOTIFIED, "submitted"),
    (_HEARING + '[[event]]\nkind = "motion_withdrawn"\non = 2007-11-12\nabout = "m1"\n', "withdrawn"),
    (_HEARING + '[[event]]\nkind = "hearing_vacated"\non = 2007-11-12\nabout = "h1"\n', "vacated"),
    (_HEARING + '[[event]]\nkind = "hearing_held"\non = 2007-11-16\nabout = "h1"\n', "held"),
]


@pytest.mark.parametrize(("events", "state"), _STATES, ids=[state for _, state in _STATES])
def test_the_law_and_motion_calendar_says_what_is_on_and_what_is_submitted(
    events: str, state: str, tmp_path: Path
) -> None:
    (hearing,) = _case(tmp_path, TOP + ORDER + events).run("2007-11-17").hearings

    assert (state, True, "2007-11-16") == (
        hearing.state.value,
        hearing.sitting,
        str(hearing.when and hearing.when.date),
    )


_REPLY = '[[event]]\nkind = "paper_e_filed"\non = 2007-08-30\nabout = "reply"\n'
_SLIPS = [
    (
        _REPLY + '[[event]]\nid = "copy"\nkind = "chambers_copy_lodged"\non = 2007-08-31\nabout = "repyl"\n',
        "copy is about 'repyl', and nothing of that name is on record. Did you mean 'reply'?",
    ),
    (
        '[[event]]\nid = "a"\nkind = "discovery_answered"\non = 2007-08-31\nabout = "rog-1"\n',
        "a is about 'rog-1', and nothing of that name is on record.",
    ),
    (
        '[[event]]\nid = "n"\nkind = "court_notified"\non = 2007-08-31\nabout = "m9"\n',
        "n is about 'm9', and nothing of that name is on record.",
    ),
    (
        '[[event]]\nid = "o"\nkind = "objection_filed"\non = 2007-08-31\nabout = "r9"\n',
        "o is about 'r9', and nothing of that name is on record.",
    ),
]


@pytest.mark.parametrize(("events", "words"), _SLIPS)
def test_an_act_about_nothing_on_record_is_not_lost_in_silence(events: str, words: str, tmp_path: Path) -> None:
    run = _case(tmp_path, TOP + ORDER + events).run("2007-09-01")

    assert any(words in warning.what for warning in run.warnings)


def test_where_the_order_itself_times_the_opposition_the_window_to_withdraw_runs_from_there(tmp_path: Path) -> None:
    """The order counts ten days for the opposition; the window of seven runs from the day that gives."""
    book = shipped_order("cand-spero-2010-07-07")
    opposition = Rule(
        id="opposition",
        bearers=(Bearer.OPPONENT,),
        modality=Modality.MUST,
        act=Act.FILE_OPPOSITION,
        source=book.sources[0],
        timing=Period(
            length=Length(10, Unit.DAY), direction=Direction.AFTER, bound=Bound.WITHIN, trigger=Trigger.MOTION_FILED
        ),
    )
    (tmp_path / "own.toml").write_text(
        toml_from_rulebook(replace(book, rules=(*book.rules, opposition))), encoding="utf-8"
    )
    filed = '[[event]]\nkind = "motion_filed"\non = 2010-10-04\nabout = "m1"\nby = "birch"\n'
    run = _case(tmp_path, TOP + '[[order]]\nid = "o1"\nrules = "own.toml"\n' + filed).run("2010-10-05")
    dates = {
        duty.obligation.rule.id: duty.deadline.prevailing.isoformat()
        for duty in run.duties
        if duty.obligation.about == "m1" and duty.deadline is not None
    }

    assert {rule: day for rule, day in dates.items() if rule in {"opposition", "withdraw-motion"}} == {
        "opposition": "2010-10-14",
        "withdraw-motion": "2010-10-21",
    }
    assert "cand-7-3-a-opposition-after-motion" not in dates
