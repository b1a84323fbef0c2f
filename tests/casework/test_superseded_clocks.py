"""A clock that runs while its order is superseded shows what each order makes of it, and nothing before its day."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.casework.case_run import CaseRun, Duty
from tests.casework.test_stays import HEAD, meeting, ran

DEMAND = "meeting_demanded 2007-11-09 d1"  # 2007: ten business days, 27 November; 2010: ten calendar days, 19 November


def head(made: str) -> str:
    first = HEAD.replace("2010-07-07", "2007-07-30")
    return first + f'[[order]]\nid = "o2"\nrulebook = "cand-spero-2010-07-07"\nmade = {made}\nsupersedes = "o1"\n'


def dates(duty: Duty) -> tuple[str, str, str]:
    assert duty.deadline is not None
    deadline = duty.deadline
    return deadline.act_by.isoformat(), deadline.prevailing.isoformat(), deadline.outer.isoformat()


@pytest.mark.parametrize(
    ("made", "as_of", "expected", "told"),
    [
        # the day before, nobody knows of it
        ("2007-11-14", "2007-11-13", ("2007-11-27", "2007-11-27", "2007-11-28"), ""),
        # both orders' dates, the earlier to act by
        ("2007-11-14", "2007-11-15", ("2007-11-19", "2007-11-27", "2007-11-28"), "by o2 it ends on 2007-11-19"),
        # the new order's count had run out before that order was made: told, and nobody is late by it
        ("2007-11-20", "2007-11-21", ("2007-11-27", "2007-11-27", "2007-11-28"), "it would have ended on 2007-11-19"),
        # after the last reading nothing is left to ask
        ("2007-11-29", "2007-11-29", ("2007-11-27", "2007-11-27", "2007-11-28"), ""),
    ],
)
def test_both_orders_counts_are_shown_while_it_is_open_which_governs(
    made: str, as_of: str, expected: tuple[str, str, str], told: str, tmp_path: Path
) -> None:
    duty = meeting(ran(tmp_path, as_of, DEMAND, head=head(made)))
    notes = " ".join(note for note in duty.notes if "superseded" in note)

    assert dates(duty) == expected
    assert told in notes
    assert bool(told) is bool(notes)


def test_an_order_to_come_is_not_known_before_its_day(tmp_path: Path) -> None:
    run: CaseRun = ran(tmp_path, "2007-11-13", DEMAND, head=head("2007-11-14"))

    assert [order.until for order in run.orders] == [None]


def test_a_court_whose_local_rules_do_not_ship_is_told(tmp_path: Path) -> None:
    text = HEAD.replace('court = "cand"', 'court = "nysd"')
    run = ran(tmp_path, "2021-06-21", head=text)

    assert any("local rules of nysd do not ship" in problem.what for problem in run.problems)
    assert not any("do not ship" in problem.what for problem in ran(tmp_path, "2021-06-21").problems)
