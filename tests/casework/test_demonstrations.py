"""The demonstration cases run, and bear the dates that were counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soordered.casework.case_run import CaseRun, Duty, Status
from soordered.casework.fields_from_run import run_fields
from soordered.disputes.names import PowerState, Side
from soordered.disputes.stage_from_dispute import Stage
from soordered.provenance.problems import BadInputError
from soordered.wiring.case import Case, demonstrations


@pytest.fixture(scope="module")
def harbor() -> CaseRun:
    return Case.demonstration("harbor-2007").run()


@pytest.fixture(scope="module")
def juniper() -> CaseRun:
    return Case.demonstration("juniper-2010").run()


def _duty(run: CaseRun, rule: str, about: str) -> Duty:
    return next(
        duty
        for duty in run.duties
        if duty.obligation.rule.id == rule and duty.obligation.about == about and duty.status is not Status.ENDED
    )


def _three(duty: Duty) -> tuple[str, str, str]:
    assert duty.deadline is not None
    deadline = duty.deadline
    return deadline.act_by.isoformat(), deadline.prevailing.isoformat(), deadline.outer.isoformat()


# ---- the dates counted by hand

_HARBOR = [
    # the first meeting: 30 July + 5 calendar days is a Saturday
    ("case-meeting", "m1", ("2007-08-03", "2007-08-06", "2007-08-07"), Status.DONE),
    ("case-joint-letter", "m1", ("2007-08-08", "2007-08-08", "2007-08-10"), Status.DONE),
    # across Labor Day
    ("standing-meeting", "d1", ("2007-09-10", "2007-09-10", "2007-09-11"), Status.DONE),
    # the late letter
    ("standing-joint-letter", "d1", ("2007-09-13", "2007-09-13", "2007-09-14"), Status.DONE_LATE),
    # the early demand, corrected to 9 November, across Veterans Day and Thanksgiving
    ("standing-meeting", "d3", ("2007-11-27", "2007-11-27", "2007-11-28"), Status.DONE),
    # between Christmas and New Year
    ("standing-joint-letter", "d4", ("2007-12-28", "2007-12-28", "2007-12-31"), Status.OPEN),
]


@pytest.mark.parametrize(("rule", "about", "dates", "status"), _HARBOR)
def test_the_case_of_2007_bears_the_dates(
    harbor: CaseRun, rule: str, about: str, dates: tuple[str, str, str], status: Status
) -> None:
    duty = _duty(harbor, rule, about)

    assert (dates, status) == (_three(duty), duty.status)


def test_the_literal_saturday_of_the_first_meeting_is_visible(harbor: CaseRun) -> None:
    duty = _duty(harbor, "case-meeting", "m1")
    assert duty.deadline is not None

    assert "2007-08-04" in {reading.due.isoformat() for reading in duty.deadline.readings}


_JUNIPER = [
    ("standing-meeting", "d1", ("2010-07-16", "2010-07-19", "2010-07-19")),
    ("standing-joint-letter", "d1", ("2010-07-23", "2010-07-26", "2010-07-26")),
    ("standing-meeting", "d2", ("2010-09-03", "2010-09-07", "2010-09-07")),
    (
        "notice-of-submission",
        "m1",
        ("2010-11-10T16:30:00-08:00", "2010-11-10T16:30:00-08:00", "2010-11-11T16:30:00-08:00"),
    ),
    ("standing-meeting", "d4", ("2010-12-27", "2010-12-27", "2010-12-30")),
]


@pytest.mark.parametrize(("rule", "about", "dates"), _JUNIPER)
def test_the_case_of_2010_bears_the_dates(juniper: CaseRun, rule: str, about: str, dates: tuple[str, str, str]) -> None:
    assert dates == _three(_duty(juniper, rule, about))


def test_the_chambers_copy_of_3_september_2010_is_due_before_noon_of_the_7th(juniper: CaseRun) -> None:
    duty = _duty(juniper, "chambers-copy", "protective-order")
    assert duty.deadline is not None

    assert "2010-09-07T12:00:00-07:00" == duty.deadline.act_by.isoformat() == duty.deadline.prevailing.isoformat()
    assert duty.status is Status.DONE or duty.lateness.in_time


# ---- every row of the design's table that the order's text holds


def test_1_reference_and_notice_are_kept_apart(harbor: CaseRun) -> None:
    made, noticed = harbor.matter.references[0], harbor.matter.reference_notices[0]

    assert made.on < noticed.on
    assert (made.referred_by, made.referred_to) == ("M. Thorne", "Joseph C. Spero")


def test_1_the_motions_own_status_is_not_addressed_until_an_entry_says_so(harbor: CaseRun) -> None:
    before = Case.demonstration("harbor-2007").run("2007-08-09")

    assert any("not addressed by this order" in line for line in before.addressed)
    assert not any("not addressed by this order" in line for line in harbor.addressed)


def test_2_the_first_meeting_runs_on_its_own_track(harbor: CaseRun) -> None:
    letters = [d for d in harbor.duties if d.obligation.about == "m1" and "letter" in d.obligation.rule.id]

    assert [duty.obligation.rule.id for duty in letters] == ["case-joint-letter"]


def test_3_sittings_come_from_the_order_or_from_the_case_file_and_say_so(harbor: CaseRun, juniper: CaseRun) -> None:
    assert all(sitting.on.date.weekday() == 4 for sitting in (*harbor.sittings, *juniper.sittings))
    assert any("sitting day is given by the case file" in line for line in juniper.addressed)
    assert not any("sitting day" in line for line in harbor.addressed)


def test_4_private_efforts_do_not_stand_on_the_timeline(harbor: CaseRun) -> None:
    efforts = [event for event in harbor.matter.disputes["d1"].efforts if event.visibility.value == "private"]

    assert efforts
    assert not {event.id for event in efforts} & {entry.event for entry in harbor.timeline}


def test_5_the_early_demand_is_contested_and_its_clock_runs(harbor: CaseRun) -> None:
    duty = _duty(harbor, "standing-meeting", "d3")

    assert [point.ground.value for point in duty.contests] == ["premature"]


def test_6_the_turn_is_counted_and_its_doubt_shown(harbor: CaseRun) -> None:
    turn = harbor.turn
    assert turn is not None

    assert (turn.side, turn.meetings, turn.in_court_room, turn.contested) == (Side.DEFENDANT, 3, 1, True)


def test_7_and_8_the_letter_and_the_determination(harbor: CaseRun) -> None:
    stages = {dispute.id: dispute.stage for dispute in harbor.disputes}

    assert {
        "d1": Stage.DETERMINED,
        "d2": Stage.WITHDRAWN,
        "d3": Stage.RESOLVED,
        "d4": Stage.MET,
    }.items() <= stages.items()


def test_9_a_reserved_power_is_a_state_and_never_a_duty(harbor: CaseRun) -> None:
    states = {str(power.act): power.state for power in harbor.powers}

    assert states == {"impose_sanctions": PowerState.REQUESTED, "require_executives": PowerState.ANNOUNCED}
    assert not {"impose_sanctions", "require_executives"} & {
        str(d.obligation.rule.act) for d in harbor.duties if d.live
    }


def test_10_a_supplement_is_logged(harbor: CaseRun) -> None:
    entry = harbor.matter.supplements["s1"]

    assert (len(entry.learned), len(entry.supplied)) == (1, 1)


def test_11_submission_takes_two_acts(juniper: CaseRun) -> None:
    before = Case.demonstration("juniper-2010").run("2010-11-10T12:00")

    assert Status.OPEN is _duty(before, "notice-of-submission", "m1").status
    assert Status.DONE is _duty(juniper, "notice-of-submission", "m1").status


def test_12_a_withdrawal_inside_the_window_needs_no_leave(harbor: CaseRun) -> None:
    duty = _duty(harbor, "withdraw-motion", "m2")

    assert (duty.status, duty.lateness.late) == (Status.USED, ())
    assert not duty.contests


def test_15_a_copy_that_is_not_conformed_is_contested_in_2007_and_not_asked_for_in_2010(
    harbor: CaseRun, juniper: CaseRun
) -> None:
    assert Status.CONTESTED is _duty(harbor, "chambers-copy", "d1-letter").status
    assert not [d for d in juniper.duties if d.status is Status.CONTESTED]


def test_16_notice_of_the_order_is_proved(harbor: CaseRun) -> None:
    assert harbor.orders[0].notices == (
        "ecf on Tue 31 Jul 2007 to harbor, meridian",
        "mail on Wed 1 Aug 2007 to tolland",
    )


def test_a_corrected_trigger_says_what_moved_from_to_and_why(harbor: CaseRun, juniper: CaseRun) -> None:
    (moved,) = [one for one in harbor.moved if one.new is not None]
    assert {one.why for one in harbor.moved if one.new is None} == {
        "The hearing h2 was taken off the calendar on 2007-10-15."
    }
    assert moved.old is not None
    assert moved.new is not None

    assert (moved.old.prevailing.isoformat(), moved.new.prevailing.isoformat()) == ("2007-11-26", "2007-11-27")
    assert "postmark" in moved.why
    assert {"notify court: m1", "file opposition: m1", "file reply: m1"} == {
        one.title.split(" (")[0] for one in juniper.moved
    }


def test_the_discovery_cutoff_warns_of_a_letter_past_its_limit(harbor: CaseRun) -> None:
    (warning,) = [found for found in harbor.warnings if found.about == "d4"]

    assert "Mon 31 Dec 2007" in warning.what
    assert "Thu 27 Dec 2007" in warning.what


def test_what_the_stored_text_of_2010_lacks_is_not_in_the_text_held_and_never_removed(juniper: CaseRun) -> None:
    assert any("the reference: not in the text held" in line for line in juniper.addressed)
    assert not any("removed" in line for line in juniper.addressed)


def test_every_output_bears_the_lines_of_caution(harbor: CaseRun) -> None:
    assert harbor.notes[0].startswith("Computed from ")
    assert "verified by" in harbor.notes[0]
    assert harbor.notes[-1] == "Not legal advice; confirm against the docket."


def test_counsel_changes_on_the_docket_and_every_clock_runs_on(juniper: CaseRun) -> None:
    lead = [counsel.id for counsel in juniper.matter.counsel.values() if counsel.lead and counsel.left_on is None]

    assert lead == ["dove", "ferris"]


# ---- words


def test_without_the_orders_text_a_quote_is_its_place(harbor: CaseRun) -> None:
    quote = _duty(harbor, "standing-meeting", "d1").quote

    assert str(quote) == "[line 20, text not supplied]"


_PLACES = {"harbor-2007": "seed_spero_2007-07-30.txt", "juniper-2010": "seed_spero_2010-07-07.txt"}


@pytest.mark.parametrize("name", _PLACES)
def test_with_the_orders_text_every_date_bears_the_judges_words(name: str, shared: Path, tmp_path: Path) -> None:
    text = shared / "corpus" / "dev" / _PLACES[name]
    source = Path(__file__).parents[2] / "src" / "soordered" / "casework" / "demonstration" / f"{name}.toml"
    copy = source.read_text(encoding="utf-8").replace(
        "[[order]]\n", f"[[order]]\ntext = {json.dumps(str(text.resolve()))}\n"
    )
    path = tmp_path / "case.toml"
    path.write_text(copy, encoding="utf-8")
    original = text.read_text(encoding="utf-8")

    run = Case.load(path).run()

    dated = [duty for duty in run.duties if duty.deadline and duty.obligation.rule.source.id == "july-order"]
    assert dated
    for duty in dated:
        quote = duty.quote
        assert quote is not None
        assert quote.text is not None, duty.title
        assert quote.span is not None
        assert original[quote.span.start : quote.span.end] == quote.text


# ---- replay and form


@pytest.mark.parametrize("name", demonstrations())
def test_a_demonstration_can_be_lived_through_day_by_day(name: str) -> None:
    case = Case.demonstration(name)
    days = sorted({event.on for event in case.file.events if event.on.year > 2000})
    for day in days[::7]:
        run = case.run(day)

        assert all(entry.when.date <= day for entry in run.timeline if entry.point.value == "past")


@pytest.mark.parametrize("name", demonstrations())
def test_a_run_prints_as_json_and_twice_the_same(name: str) -> None:
    once, twice = (json.dumps(run_fields(Case.demonstration(name).run())) for _ in range(2))

    assert once == twice


def test_an_unknown_demonstration_is_refused() -> None:
    with pytest.raises(BadInputError, match="no demonstration case 'harbour'"):
        Case.demonstration("harbour")
