"""``run`` and ``calendar`` on a case under the order of 2007: dates, words, exit codes, files written whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from icalendar import Calendar

from soordered.cli.exit_codes import ExitCode
from tests.cli.answers import Answer, Run

CASE = """\
title = "Alder v. Birch"
court = "cand"
number = "C-06-01234 AB (JCS)"
as_of = 2007-12-21

[[party]]
id = "alder"
name = "Alder Media, Inc."
side = "plaintiff"

[[party]]
id = "birch"
name = "Birch Relations, Inc."
side = "defendant"

[[order]]
id = "o1"
rulebook = "cand-spero-2007-07-30"
made = 2007-07-30
notice = [{ on = 2007-07-31, how = "ecf" }]

[[event]]
kind = "meeting_demanded"
on = 2007-11-09
about = "d1"
by = "alder"

[[event]]
kind = "meeting_held"
on = 2007-12-20
about = "d1"
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.toml"
    file.write_text(CASE, encoding="utf-8")
    return file


def duties(answer: Answer, status: str) -> list[tuple[str, str, str, str]]:
    found = answer.fields["obligations"]
    assert isinstance(found, list)
    return [
        (duty["act"], duty["dates"]["act_by"], duty["dates"]["prevailing"], duty["dates"]["outer"])
        for duty in found
        if duty["status"] == status
    ]


def test_the_letter_after_the_meeting_is_due_on_its_three_dates(run: Run, case: Path) -> None:
    answer = run("run", case, "--json")

    assert answer.code == ExitCode.DONE
    assert ("file_joint_letter", "2007-12-28", "2007-12-28", "2007-12-31") in duties(answer, "open")


def test_the_ordered_meeting_is_overdue_and_its_saturday_reading_is_visible(run: Run, case: Path) -> None:
    answer = run("run", case, "--json")

    assert ("meet_and_confer", "2007-08-03", "2007-08-06", "2007-08-06") in duties(answer, "overdue")
    found = answer.fields["obligations"]
    assert isinstance(found, list)
    overdue = next(duty for duty in found if duty["status"] == "overdue")
    assert "2007-08-04" in [reading["due"] for reading in overdue["dates"]["readings"]]


def test_the_case_is_seen_as_it_stood_on_an_earlier_day(run: Run, case: Path) -> None:
    then = run("run", case, "--as-of", "2007-11-20", "--json")

    assert ("meet_and_confer", "2007-11-27", "2007-11-27", "2007-11-28") in duties(then, "open")


def test_strict_gives_1_when_something_is_late(run: Run, case: Path) -> None:
    assert run("run", case).code == ExitCode.DONE
    assert run("run", case, "--strict").code == ExitCode.FINDINGS
    assert run("run", case, "--strict", "--as-of", "2007-07-31").code == ExitCode.DONE


def test_the_page_tells_duty_dates_count_place_and_disclaimer(run: Run, case: Path) -> None:
    out = run("run", case, "--plain").out

    assert "- file joint letter: d1\n  Who: parties\n" in out
    assert "  When: act by Fri 28 Dec 2007; latest arguable Mon 31 Dec 2007 (do not calendar)\n" in out
    assert "  Counted: within 5 business days after meeting held; meeting held on Thu 20 Dec 2007\n" in out
    assert "[line 21, text not supplied]" in out
    assert "Next place is chosen by: defendant." in out
    assert "----- Fri 21 Dec 2007: as of -----" in out
    assert "Not legal advice; confirm against the docket." in out


def test_reserved_powers_are_no_duties(run: Run, case: Path) -> None:
    out = run("run", case).out
    due = out[out.index("What is due") : out.index("What may be done next")]

    assert "anction" not in due
    assert "Powers the Court has reserved (no duty of anybody)" in out


def test_explain_shows_the_grid_of_what_is_due(run: Run, case: Path) -> None:
    out = run("run", case, "--explain").out

    assert "December 2007\n   Mon   Tue" in out
    assert "E.O. 13453" in out


def test_plain_pages_have_no_escape_code_and_no_box(run: Run, case: Path) -> None:
    for words in (["run", case, "--explain"], ["calendar", case, "--grid"]):
        assert not re.search("[\x1b─-▟•]", run(*words, "--plain").out)


def test_the_calendar_holds_the_act_by_date_and_never_the_latest_arguable(run: Run, case: Path) -> None:
    answer = run("calendar", case)
    events = {
        str(event["summary"]): event.decoded("dtstart").isoformat()
        for event in Calendar.from_ical(answer.out).walk("VEVENT")
    }

    assert answer.code == ExitCode.DONE
    assert events["Act by: file joint letter: d1 - Alder v. Birch"] == "2007-12-28"
    assert "20071231" not in answer.out


def test_a_corrected_trigger_moves_the_same_event(run: Run, tmp_path: Path) -> None:
    correction = (
        '\n[[event]]\nkind = "trigger_corrected"\non = 2007-12-21\ncorrects = "EVENT"\nto = 2007-12-19\nwhy = "clerk"\n'
    )
    before, after = tmp_path / "before.toml", tmp_path / "after.toml"
    named = CASE.replace('kind = "meeting_held"\n', 'kind = "meeting_held"\nid = "met"\n')
    before.write_text(named, encoding="utf-8")
    after.write_text(named + correction.replace("EVENT", "met"), encoding="utf-8")
    old, new = (_letter(run("calendar", file, "--json")) for file in (before, after))

    assert old["uid"] == new["uid"]
    assert (old["when"], new["when"]) == ("2007-12-28", "2007-12-27")
    assert (old["sequence"], new["sequence"]) == (0, 2)


def _letter(answer: Answer) -> dict[str, object]:
    assert answer.code == ExitCode.DONE, answer.err
    entries = answer.fields["entries"]
    assert isinstance(entries, list)
    (found,) = [entry for entry in entries if entry["title"] == "Act by: file joint letter: d1"]
    assert isinstance(found, dict)
    return found


def test_a_calendar_file_is_written_whole_and_said_so(run: Run, case: Path, tmp_path: Path) -> None:
    target = tmp_path / "case.ics"
    answer = run("calendar", case, "--out", target)

    assert (answer.code, answer.out) == (ExitCode.DONE, "")
    assert "entries written to" in answer.err
    assert target.read_bytes() == run("calendar", case).out.replace("\n", "\r\n").replace("\r\r", "\r").encode()


def test_a_calendar_that_cannot_be_written_leaves_nothing(run: Run, case: Path, tmp_path: Path) -> None:
    answer = run("calendar", case, "--out", tmp_path / "none" / "case.ics")

    assert answer.code == ExitCode.BAD_INPUT
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.toml"]


def test_the_grid_shows_what_falls_on_which_day(run: Run, case: Path) -> None:
    out = run("calendar", case, "--grid").out

    assert "December 2007\n" in out
    assert "    a  Fri 28 Dec 2007: Act by: file joint letter: d1\n" in out


def test_grid_and_file_exclude_each_other(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("calendar", case, "--grid", "--out", tmp_path / "x.ics").code == ExitCode.BAD_INPUT
    assert not (tmp_path / "x.ics").exists()


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('side = "plaintiff"', 'side = "plaintiff"\nnick = "A"', 10, "nick"),
        ("on = 2007-11-09", "on = 2007-02-30", 24, "2007-02-30 is no day of the calendar"),
        ("on = 2007-12-20", "on = 2007-10-20", 30, "2007-10-20"),
        ("on = 2007-11-09", "on = 2007-06-09", 24, "2007-06-09"),
        ("on = 2007-11-09", "on = 1900-11-09", 24, "1900-11-09"),
        ('court = "cand"', 'court = "candd"', 2, "candd"),
        ('kind = "meeting_held"', 'kind = "meeting_hold"', 29, "meeting_hold"),
        ('by = "alder"', 'by = "elder"', 26, "elder"),
        ('rulebook = "cand-spero-2007-07-30"', 'rulebook = "nobody-1999"', 18, "nobody-1999"),
        ('rulebook = "cand-spero-2007-07-30"', 'file = "missing.txt"', 0, "missing.txt cannot be read"),
        ("[[party]]", "[[party]", 6, "line 6"),
    ],
    ids=[
        "unknown key", "30 February", "out of order", "before the order", "outside the calendar", "unknown court",
        "unknown kind", "unknown person", "unknown order", "missing order", "no TOML",
    ],
)  # fmt: skip
def test_a_wrong_case_file_is_refused_with_file_line_expectation_and_remedy(  # noqa: PLR0917  one row of the table
    run: Run, tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    file = tmp_path / "case.toml"
    file.write_text(CASE.replace(old, new, 1), encoding="utf-8")
    for verb in ("run", "calendar"):
        answer = run(verb, file)

        assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
        assert message in answer.err
        assert "Expected: " in answer.err
        if line:
            assert f"case.toml, line {line}" in answer.err


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\xfe binary", b"%PDF-1.4 \xff\xff", b"\x93quoted\x94 \x81\x8d"], ids=str
)
def test_a_file_that_is_no_case_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "case.toml"
    file.write_bytes(content)
    answer = run("run", file)

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "case.toml" in answer.err


def test_a_sitting_on_a_day_the_court_may_be_closed_says_so(run: Run, checkout: Path) -> None:
    case = checkout / "src/soordered/casework/demonstration/juniper-2010.toml"

    page = run("run", case, "--as-of", "2010-11-01", "--plain").out

    assert "Fri 19 Nov 2010, 9:30 a.m.; Fri 26 Nov 2010, 9:30 a.m. (Day after Thanksgiving" in page
    assert "ask whether the court sits" in page
