"""``so.Table``: a court's own notices, its compiled rules, and the name in the package."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

import soordered as so
from soordered.calendars.open_days import EPOCH
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.lawbook.time_law_from_data import UnknownCourtError
from soordered.wiring.counting import DaysFileUnreadableError, WrongCourtError

NOTICE = """court = "cand"
[[day]]
date = 2007-11-20
kind = "holiday"
"""


def test_a_court_s_notice_moves_the_dates_of_both_faces(tmp_path: Path) -> None:
    notices = tmp_path / "notices.toml"
    notices.write_text(NOTICE, encoding="utf-8")
    plain, noticed = so.Table("cand"), so.Table("cand", calendar=notices)
    demand = dt.date(2007, 11, 9)

    for table, due in ((plain, dt.date(2007, 11, 27)), (noticed, dt.date(2007, 11, 28))):
        assert table.due([demand], 10, "business_day").tolist() == [due]
        assert table.due_one(demand.toordinal(), 10, "business_day", "after") == due.toordinal()
    assert noticed.is_open([dt.date(2007, 11, 20)]).tolist() == [False]


def test_an_order_s_rules_compile_into_answers() -> None:
    """A demand of 8 July 2010 under the order of that year: the meeting by 19 July, act by 16 July."""
    compiled = so.Table("cand").answers(shipped_order("cand-spero-2010-07-07"))
    days = np.array([dt.date(2010, 7, 8).toordinal() - EPOCH], dtype=np.int32)

    assert compiled.table is not None
    answers = compiled.table.due(compiled.numbers["standing-meeting"], days)
    found = [dt.date.fromordinal(int(column[0]) + EPOCH) for column in (answers.act_by, answers.prevailing)]
    assert found == [dt.date(2010, 7, 16), dt.date(2010, 7, 19)]
    assert compiled.left_out


def test_what_is_no_court_or_no_notice_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(NOTICE.replace("cand", "ilnd"), encoding="utf-8")

    with pytest.raises(UnknownCourtError, match="moon"):
        so.Table("moon")
    with pytest.raises(DaysFileUnreadableError):
        so.Table("cand", calendar=tmp_path / "none.toml")
    with pytest.raises(WrongCourtError, match="ilnd"):
        so.Table("cand", calendar=other)
