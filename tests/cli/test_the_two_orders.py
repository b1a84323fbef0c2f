"""The dates of the two orders from the command line, each with its words' place and its readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.answers import Run

HEAD = """\
title = "Cedar v. Dogwood"
court = "cand"
as_of = {as_of}

[[party]]
id = "cedar"
name = "Cedar, Inc."
side = "plaintiff"

[[party]]
id = "dogwood"
name = "Dogwood, Inc."
side = "defendant"

[[order]]
id = "o1"
rulebook = "{order}"
"""
DEMAND = '[[event]]\nkind = "meeting_demanded"\non = {}\nabout = "d1"\nby = "cedar"\n'
MEETING = '[[event]]\nkind = "meeting_held"\non = {}\nabout = "d1"\nmode = "in_person"\n'
FILING = '[[event]]\nkind = "paper_e_filed"\non = {}\nabout = "p1"\nby = "cedar"\n'
HEARING = '[[event]]\nkind = "hearing_set"\non = 2010-10-01\nabout = "h1"\nmotion = "m1"\nhearing_on = {}\n'
OF_2007, OF_2010 = "cand-spero-2007-07-30", "cand-spero-2010-07-07"


@pytest.mark.parametrize(
    ("order", "event", "act", "dates", "also"),
    [
        # the order of 30 July 2007
        (OF_2007, "", "meet_and_confer", ["2007-08-03", "2007-08-06", "2007-08-06"], "2007-08-04"),
        (OF_2007, DEMAND.format("2007-11-09"), "meet_and_confer", ["2007-11-27", "2007-11-27", "2007-11-28"], ""),
        (OF_2007, MEETING.format("2007-12-20"), "file_joint_letter", ["2007-12-28", "2007-12-28", "2007-12-31"], ""),
        # the order of 7 July 2010
        (OF_2010, DEMAND.format("2010-07-08"), "meet_and_confer", ["2010-07-16", "2010-07-19", "2010-07-19"], ""),
        (OF_2010, MEETING.format("2010-07-19"), "file_joint_letter", ["2010-07-23", "2010-07-26", "2010-07-26"], ""),
        (
            OF_2010, HEARING.format("2010-11-12"), "notify_court",
            ["2010-11-10T16:30:00-08:00", "2010-11-10T16:30:00-08:00", "2010-11-11T16:30:00-08:00"], "",
        ),
        (
            OF_2010, FILING.format("2010-09-03"), "lodge_chambers_copy",
            ["2010-09-07T12:00:00-07:00", "2010-09-07T12:00:00-07:00"], "",
        ),
    ],
    ids=[
        "first meeting", "Thanksgiving", "Christmas Eve closed", "demand of 2010", "letter of 2010", "eve of a hearing",
        "copy over Labor Day",
    ],
)  # fmt: skip
def test_the_dates_that_the_orders_give(  # noqa: PLR0917  one row of the table
    run: Run, tmp_path: Path, order: str, event: str, act: str, dates: list[str], also: str
) -> None:
    file = tmp_path / "case.toml"
    as_of = "2008-01-15" if order == OF_2007 else "2010-11-09"
    file.write_text(HEAD.format(as_of=as_of, order=order) + event, encoding="utf-8")
    obligations = run("run", file, "--json").fields["obligations"]
    assert isinstance(obligations, list)
    found = [one for one in obligations if one["act"] == act and one["dates"]]
    given = [[one["dates"][name] for name in ("act_by", "prevailing", "outer")][: len(dates)] for one in found]

    assert dates in given
    duty = found[given.index(dates)]
    assert "line" in duty["quote"]["place"]
    assert duty["dates"]["steps"]
    assert not also or also in [reading["due"] for reading in duty["dates"]["readings"]]
