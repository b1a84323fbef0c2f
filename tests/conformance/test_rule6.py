"""Every worked example of Rule 6, through the public face.

A row names the days it assumes: federal ones must be in our calendar; the others are given as a court's notice, so
that the row stands on its own assumptions. Rows about days that cut both ways name the reading they assume.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import soordered as so
from soordered.calendars.days import Layer
from soordered.lawbook.time_law_from_data import time_law
from tests.conformance.rule6_rows import Row, rows, rows_of
from tests.conformance.run_rule6 import answer, got, main

ROWS = rows()
_FEDERAL = frozenset({Layer.FEDERAL, Layer.SATURDAY_OBSERVED})


def _by_id(row: Row) -> str:
    return row.id


def test_the_file_is_read_whole(shared: Path) -> None:
    lines = (shared / "conformance" / "rule6.csv").read_text(encoding="utf-8").splitlines()

    assert len(ROWS) == len(lines) - 1 > 70


@pytest.mark.parametrize("row", ROWS, ids=_by_id)
def test_the_example_comes_out(row: Row, tmp_path: Path) -> None:
    assert row.expected == got(row, tmp_path), row.note


def test_the_runner_prints_a_line_for_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    code = main([])
    lines = capsys.readouterr().out.splitlines()

    assert code == (0 if ROWS else 2)
    if ROWS:
        assert len(lines) == len(ROWS) + 1
        assert lines[-1] == f"Rows: {len(ROWS)}. Different: 0."


def test_the_runner_narrows_to_a_row_and_says_when_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-row"]) == 2
    assert "No rows" in capsys.readouterr().out


@pytest.mark.parametrize("row", [row for row in ROWS if any(kind == "fed" for *_, kind in row.assumed)], ids=_by_id)
def test_the_federal_holidays_it_assumes_are_in_our_calendar(row: Row) -> None:
    calendar = time_law("federal").calendar

    for date, name, kind in row.assumed:
        if kind == "fed":
            assert calendar.nonday(date, _FEDERAL) is not None, name


_CALIFORNIA = [
    row
    for row in ROWS
    if row.id.startswith("D") and row.unit not in ("fixed_date", "days_raw") and "Patriots" not in str(row.assumed)
]


@pytest.mark.parametrize("row", _CALIFORNIA, ids=_by_id)
def test_in_the_court_itself_the_example_is_a_live_reading(row: Row) -> None:
    """With the real calendar of N.D. Cal. and nothing assumed, each derived date is one of the readings shown."""
    deadline = so.due(
        f"{row.n} {row.asked.words}",
        after=row.trigger if row.direction == "after" else None,
        before=row.trigger if row.direction == "before" else None,
        court="cand",
        regime=None if row.regime.startswith("order-") else row.regime,
        service="mail" if row.served else "",
        clock=row.clock,
        rank="case_order" if row.regime.startswith("order-") else None,
    )

    shown = {reading.due.isoformat()[: len(row.expected)] for reading in deadline.readings}
    assert row.expected in shown | {deadline.act_by.isoformat()[: len(row.expected)]}
    assert deadline.act_by.sort_key <= deadline.prevailing.sort_key <= deadline.outer.sort_key


class TestTheTwins:
    """Rows like those of the file, of kinds that its part held here may lack."""

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            # 21 days before, Friday 31 August 2007 inaccessible: forward past Labor Day
            (
                "X1,frcp-2009,2007-09-22,21,days,before,2007-09-03 Labor Day [fed]; 2007-08-31 shut [inaccessible]",
                "2007-09-04",
            ),
            # the literal day before Veterans Day's morrow
            ("X2,order-clock,2010-11-12,1,clock@16:30_calendar,before,none", "2010-11-11T16:30"),
            # the observed Friday of 2020 read as an ordinary day
            ("X3,frcp-2016,2020-06-03,30,days,after,none", "2020-07-03"),
            ("X4,frcp-2016,2020-06-03,30,days,after,2020-07-03 Independence Day observed [not-holiday]", "2020-07-03"),
            # thirty days by mail onto Chavez Day, then three
            ("X5,frcp-2016,2017-03-01,30+3,days,after,2017-03-31 Cesar Chavez Day [state]", "2017-04-06"),
            # a chambers copy where the state's Friday is no business day either
            (
                "X6,order-clock,2010-11-24,1,clock@12:00_business,after,2010-11-26 Day after Thanksgiving [state]",
                "2010-11-29T12:00",
            ),
            # Rule 72(a) over the change of 2009, by the new text
            ("X7,frcp-2009,2009-11-20,10,days,after,2009-11-26 Thanksgiving [fed]", "2009-11-30"),
            # seven days under the bankruptcy rule of 1989 from a Thursday, by mail
            ("X8,frbp-1989,2006-06-08,7+3,days,after,none", "2006-06-22"),
            # a closing that this row does not treat as a holiday
            ("X9,frcp-2023,2024-12-10,14,days,after,none", "2024-12-24"),
        ],
    )
    def test_come_out_too(self, row: str, expected: str, tmp_path: Path) -> None:
        line = f"{row},{expected},derived: a twin,ours"
        made = rows_of(["id,regime,trigger,period,unit,direction,holidays_assumed,expected,note,source", line])[0]

        assert expected == answer(made, tmp_path).prevailing.isoformat()[: len(expected)]
