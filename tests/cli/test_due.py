"""``due``: the dates of the two orders, the JSON form of the design, and what must be refused."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from soordered.cli.due import RANKS
from soordered.cli.exit_codes import ExitCode
from soordered.rules.rule import Rank
from tests.cli.answers import Run


@pytest.mark.parametrize(
    ("period", "trigger", "dates"),
    [
        # under the order of 2007: act by, prevailing, latest arguable
        ("5 calendar days", "2007-07-30", ["2007-08-03", "2007-08-06", "2007-08-06"]),
        ("10 business days", "2007-11-09", ["2007-11-27", "2007-11-27", "2007-11-28"]),
        ("5 business days", "2007-12-20", ["2007-12-28", "2007-12-28", "2007-12-31"]),
        # under the order of 2010
        ("10 calendar days", "2010-07-08", ["2010-07-16", "2010-07-19", "2010-07-19"]),
        ("5 calendar days", "2010-07-19", ["2010-07-23", "2010-07-26", "2010-07-26"]),
    ],
)
def test_the_dates_of_the_two_orders(run: Run, period: str, trigger: str, dates: list[str]) -> None:
    fields = run("due", period, "--after", trigger, "--court", "cand", "--json").fields

    assert [fields["act_by"], fields["prevailing"], fields["outer"]] == dates


def test_json_has_the_form_of_the_design(run: Run) -> None:
    fields = run("due", "10 business days", "--after", "2007-11-09", "--json").fields

    assert {"act_by", "prevailing", "outer", "readings", "steps", "lawbook", "notes"} <= set(fields)
    readings, steps = fields["readings"], fields["steps"]
    assert isinstance(readings, list)
    assert isinstance(steps, list)
    assert all({"label", "due", "regime", "because", "authority"} <= set(reading) for reading in readings)
    assert all({"date", "counted", "why", "authority"} <= set(step) for step in steps)
    veterans_day = next(step for step in steps if step["date"] == "2007-11-12")
    assert veterans_day["counted"] is False
    assert "6103" in veterans_day["authority"]


def test_a_clock_time_is_printed_with_its_offset(run: Run) -> None:
    fields = run("due", "1 day by 4:30 p.m.", "--before", "2010-11-12", "--json").fields

    assert fields["act_by"] == "2010-11-10T16:30:00-08:00"
    assert fields["outer"] == "2010-11-11T16:30:00-08:00"


def test_hours_run_as_they_elapse_over_the_change_of_the_clocks(run: Run) -> None:
    fields = run("due", "72 hours", "--after", "2007-11-02T10:23", "--regime", "frcp-2009", "--json").fields

    assert fields["prevailing"] == "2007-11-05T09:23:00-08:00"


def test_one_reading_is_shown_when_it_is_named(run: Run) -> None:
    fields = run("due", "10 business days", "--after", "2007-11-09", "--reading", "state-holidays-out", "--json").fields

    assert fields["prevailing"] == "2007-11-28"


def test_a_regime_counts_whatever_the_date_says(run: Run) -> None:
    old = run("due", "10 days", "--after", "2007-07-30", "--json").fields
    new = run("due", "10 days", "--after", "2007-07-30", "--regime", "frcp-2009", "--json").fields
    then = run("due", "10 days", "--after", "2007-07-30", "--as-of", "2010-01-04", "--json").fields

    assert old["prevailing"] == "2007-08-13"
    assert new["prevailing"] == then["prevailing"] == "2007-08-09"


def test_a_notice_of_the_court_closes_a_day(run: Run, tmp_path: Path) -> None:
    notices = tmp_path / "notices.toml"
    notices.write_text(
        '[[day]]\ndate = 2019-03-14\nname = "flooded courthouse"\nkind = "holiday"\nauthority = "notice of 13 March 2019"\n',
        encoding="utf-8",
    )
    plain = run("due", "10 days", "--after", "2019-03-04", "--json").fields
    closed = run("due", "10 days", "--after", "2019-03-04", "--calendar", notices, "--json")

    assert plain["prevailing"] == "2019-03-14"
    assert closed.code == ExitCode.DONE, closed.err
    assert closed.fields["prevailing"] == "2019-03-15"


def test_the_three_dates_stand_first_and_the_disclaimer_last(run: Run) -> None:
    lines = run("due", "10 business days", "--after", "2007-11-09").out.splitlines()

    assert lines[:3] == [
        "Act by: Tue 27 Nov 2007",
        "Prevailing: Tue 27 Nov 2007",
        "Latest arguable (do not calendar): Wed 28 Nov 2007",
    ]
    assert lines[-1].endswith("Not legal advice; confirm against the docket.")


@pytest.mark.parametrize("option", [[], ["--plain"], ["--explain"], ["--plain", "--explain"]])
def test_plain_output_has_no_escape_code_and_no_box(run: Run, option: list[str]) -> None:
    out = run("due", "10 business days", "--after", "2007-11-09", *option).out

    assert not re.search("[\x1b─-▟•]", out)


def test_explain_shows_grid_and_steps_for_each_reading(run: Run) -> None:
    out = run("due", "10 business days", "--after", "2007-11-09", "--explain").out

    assert out.count("November 2007\n   Mon   Tue") == 2
    assert "- Thu 22 Nov 2007: not counted, Thanksgiving Day" in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["banana", "--after", "2007-07-30"], "'banana' is no period that can be counted"),
        (["-5 days", "--after", "2007-07-30"], "No such option"),
        (["five (7) days", "--after", "2007-07-30"], "five (7) days"),
        (["5 days", "--after", "2007-07-30", "--court", "candd"], "There is no court 'candd'"),
        (["5 days", "--after", "2060-01-01"], "lies outside the court calendar"),
        (["5 days", "--after", "2050-12-30"], "court calendar"),
        (["5 days", "--before", "1938-01-02"], "No version of the frcp counting rule was in force on 1938-01-02"),
        (["99999999 days", "--after", "2007-07-30"], "99999999"),
        (["72 hours", "--after", "2010-07-08"], "cannot be counted from 2010-07-08 alone"),
        (["5 days", "--after", "2007-07-30", "--regime", "frcp-1066"], "no version of the counting rule"),
        (["5 days", "--after", "2007-07-30", "--reading", "mine"], "There is no reading called 'mine'"),
        (["5 days", "--after", "2007-07-30", "--event", "sneeze"], "'sneeze' is no trigger code"),
        (["5 days", "--after", "2020-03-02", "--service", "pigeon"], "'pigeon' is no way of service"),
        (["5 days", "--after", "2020-03-02", "--calendar", "nowhere.toml"], "nowhere.toml cannot be read"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_one_message(run: Run, words: list[str], message: str) -> None:
    answer = run("due", *words)

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert message in " ".join(answer.err.split())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[day]\n", "line 1"),
        ('[[day]]\ndate = 2019-02-30\nname = "x"\n', "line 2"),
        ('[[day]]\ndate = 2019-03-14\nname = "x"\nkind = "party"\nauthority = "a"\n', "party"),
        ('[[day]]\ndate = 2019-03-14\nnmae = "x"\n', "nmae"),
        ('court = "nysd"\n[[day]]\ndate = 2019-03-14\nname = "x"\nkind = "holiday"\nauthority = "a"\n', "nysd"),
    ],
    ids=["no TOML", "30 February", "unknown kind", "unknown key", "another court"],
)
def test_a_wrong_file_of_notices_is_refused(run: Run, tmp_path: Path, content: str, message: str) -> None:
    notices = tmp_path / "notices.toml"
    notices.write_text(content, encoding="utf-8")
    answer = run("due", "10 days", "--after", "2019-03-04", "--calendar", notices)

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "notices.toml" in answer.err
    assert message in answer.err


def test_the_choices_of_rank_are_the_ranks_of_the_rules() -> None:
    assert tuple(Rank) == RANKS


def test_a_demand_that_came_later_gives_a_reading_from_receipt(run: Run) -> None:
    fields = run(
        "due", "10 calendar days", "--after", "2010-07-08", "--received", "2010-07-12", "--event", "meeting_demanded", "--json"
    ).fields  # fmt: skip
    readings = fields["readings"]

    assert isinstance(readings, list)
    assert "from-receipt" in {label for reading in readings for label in reading["label"].split("+")}


def test_a_paper_filing_ends_when_the_clerks_office_closes(run: Run) -> None:
    fields = run("due", "14 days", "--after", "2019-03-04", "--filing", "paper", "--json").fields

    assert fields["act_by"] == "2019-03-18T16:00:00-07:00"


def test_the_disclaimer_names_what_was_asked(run: Run) -> None:
    out = run("due", "2 weeks", "--before", "2010-11-12").out

    assert '"2 weeks before 2010-11-12"' in out


def test_day_and_lawbook_do_not_depend_on_today(run: Run) -> None:
    fields = run("due", "10 days", "--after", dt.date(2049, 12, 1).isoformat(), "--json").fields

    assert fields["lawbook"]


def test_a_count_is_drawn_into_a_file_beside_what_is_printed(run: Run, tmp_path: Path) -> None:
    answer = run("due", "10 business days", "--after", "2007-11-09", "--svg", tmp_path / "count.svg")
    drawn = (tmp_path / "count.svg").read_text(encoding="utf-8")

    assert answer.code == 0
    assert "Tue 27 Nov 2007" in answer.out
    assert '<title id="count-title">10 business days after 2007-11-09</title>' in drawn


def test_a_picture_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    answer = run("due", "10 days", "--after", "2007-11-09", "--svg", tmp_path / "nowhere" / "count.svg")

    assert (answer.code, answer.out) == (2, "")
    assert "cannot be written" in answer.err
