"""Running the command in the tests' own process, the way a shell would see it."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.cli.main import main
from soordered.deadlines.deadline import Deadline, Moment, Reading, SettledHow, Settlement, Standing
from soordered.provenance.reasons import Step
from tests.cli.answers import Answer, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("due", "5 days", "--after", "2010-07-19")`` gives the code and both streams."""

    def call(*arguments: object) -> Answer:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Answer(code=code, out=captured.out, err=captured.err)

    return call


RULE = "Fed. R. Civ. P. 6(a) (2005)"
WEEKEND = "weekend"
VETERANS, VETERANS_LAW = "Veterans Day, on the Monday", "5 U.S.C. 6103(a); E.O. 11582 §3"
THANKSGIVING, THANKSGIVING_LAW = "Thanksgiving Day", "5 U.S.C. 6103(a)"
AFTER, AFTER_LAW = "Day after Thanksgiving", "Cal. Code Civ. Proc. 135"


def _steps(skipped: dict[int, tuple[str, str]], last: int) -> tuple[Step, ...]:
    steps = [Step(date=dt.date(2007, 11, 9), counted=None, why="the demand; its day is not counted", authority=RULE)]
    number = 0
    for day in range(10, last + 1):
        date = dt.date(2007, 11, day)
        if date.weekday() >= 5:
            steps.append(Step(date=date, counted=False, why=WEEKEND, authority=RULE))
        elif day in skipped:
            why, authority = skipped[day]
            steps.append(Step(date=date, counted=False, why=why, authority=authority))
        else:
            number += 1
            steps.append(Step(date=date, counted=True, why="", number=number))
    return tuple(steps)


_FEDERAL = {12: (VETERANS, VETERANS_LAW), 22: (THANKSGIVING, THANKSGIVING_LAW)}

_TEN_BUSINESS_DAYS = Deadline(
    act_by=Moment(dt.date(2007, 11, 27)),
    prevailing=Moment(dt.date(2007, 11, 27)),
    outer=Moment(dt.date(2007, 11, 28)),
    readings=(
        Reading(
            label="federal-holidays-only",
            due=Moment(dt.date(2007, 11, 27)),
            regime="frcp-2005",
            because="A business day leaves out weekends and federal legal holidays.",
            authority="the order's own words",
            standing=Standing.PREVAILING,
            settled_by="a ruling on what the order means by business day",
            steps=_steps(_FEDERAL, 27),
        ),
        Reading(
            label="state-holidays-too",
            due=Moment(dt.date(2007, 11, 28)),
            regime="frcp-2005",
            because="The day after Thanksgiving is a judicial holiday in California.",
            authority=AFTER_LAW,
            standing=Standing.ARGUABLE,
            steps=_steps(_FEDERAL | {23: (AFTER, AFTER_LAW)}, 28),
        ),
    ),
    lawbook="test-1",
    notes=("Business day is defined in no rule.",),
    settlements=(
        Settlement(
            label="federal-holidays-only", how=SettledHow.OWN_SIDE, authority="our own note", on=dt.date(2007, 11, 10)
        ),
    ),
)

_ONE_DATE = Deadline(
    act_by=Moment(dt.date(2010, 11, 10), dt.time(16, 30)),
    prevailing=Moment(dt.date(2010, 11, 10), dt.time(16, 30)),
    outer=Moment(dt.date(2010, 11, 10), dt.time(16, 30)),
    readings=(
        Reading(
            label="printed", due=Moment(dt.date(2010, 11, 10), dt.time(16, 30)), regime="frcp-2009",
            because="The order prints the hour.", authority="", standing=Standing.PREVAILING,
        ),
    ),
    lawbook="test-1",
)  # fmt: skip


@pytest.fixture
def ten_business_days() -> Deadline:
    """Ten business days from a demand of 9 November 2007, counted by hand."""
    return _TEN_BUSINESS_DAYS


@pytest.fixture
def one_date() -> Deadline:
    """A deadline with an hour, on which every reading agrees."""
    return _ONE_DATE
