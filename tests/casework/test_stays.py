"""What a stay does to clocks: each clock once, no day twice, and nothing from a stay entered in error."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from soordered.casework.case_run import CaseRun, Duty, Status
from soordered.wiring.case import Case

HEAD = """
title = "Alder v. Birch"
court = "cand"
[[party]]
id = "alder"
name = "Alder"
side = "plaintiff"
[[party]]
id = "birch"
name = "Birch"
side = "defendant"
[[order]]
id = "o1"
rulebook = "cand-spero-2010-07-07"
"""
DEMAND = "meeting_demanded 2010-08-02 d1"  # ten calendar days: Thursday 12 August


def events(*lines: str) -> str:
    """Write events from lines of kind, day, subject and further keys."""
    text = ""
    for line in lines:
        kind, on, about, *keys = line.split(" ")
        text += f'[[event]]\nkind = "{kind}"\non = {on}\n'
        text += f'about = "{about}"\n' if about != "-" else ""
        text += "".join(f"{key}\n" for key in keys)
    return text


def ran(folder: Path, as_of: str, *lines: str, head: str = HEAD, side: str = "") -> CaseRun:
    path = folder / "case.toml"
    path.write_text(head + events(*lines), encoding="utf-8")
    return Case.load(path).run(as_of, side=side)


def meeting(run: CaseRun, about: str = "d1") -> Duty:
    (found,) = [
        duty
        for duty in run.duties
        if duty.obligation.rule.id == "standing-meeting" and duty.obligation.about == about and duty.deadline
    ]
    return found


def due(duty: Duty) -> tuple[str, str]:
    assert duty.deadline is not None
    return duty.deadline.act_by.isoformat(), duty.deadline.outer.isoformat()


STAY = "stay_entered 2010-08-05 - "
LIFT = "stay_lifted 2010-08-16 - "


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # eleven days of stay: the 12th goes to the 23rd
        (
            (DEMAND, "stay_entered 2010-08-05 -", 'stay_lifted 2010-08-16 - effect="tolled"'),
            ("2010-08-23", "2010-08-23"),
        ),
        # begun again on the 16th: ten days to the 26th
        (
            (DEMAND, "stay_entered 2010-08-05 -", 'stay_lifted 2010-08-16 - effect="reset"'),
            ("2010-08-26", "2010-08-26"),
        ),
        # unsaid: both are shown
        ((DEMAND, "stay_entered 2010-08-05 -", "stay_lifted 2010-08-16 -"), ("2010-08-23", "2010-08-26")),
        # the same days stayed twice, in the matter and in the dispute, count once
        (
            (
                DEMAND,
                "stay_entered 2010-08-05 -",
                "stay_entered 2010-08-09 d1",
                'stay_lifted 2010-08-13 d1 effect="tolled"',
                'stay_lifted 2010-08-16 - effect="tolled"',
            ),
            ("2010-08-23", "2010-08-23"),
        ),
        # a second stay falls after the first date and before the one the first stay moved it to: three days more
        (
            (
                DEMAND,
                "stay_entered 2010-08-05 -",
                'stay_lifted 2010-08-16 - effect="tolled"',
                "stay_entered 2010-08-17 -",
                'stay_lifted 2010-08-20 - effect="tolled"',
            ),
            ("2010-08-26", "2010-08-26"),
        ),
        # entered and lifted on one day
        ((DEMAND, "stay_entered 2010-08-05 -", "stay_lifted 2010-08-05 -"), ("2010-08-12", "2010-08-12")),
        # entered in error
        (
            (
                DEMAND,
                'stay_entered 2010-08-05 - id="s"',
                "stay_lifted 2010-08-16 -",
                'event_withdrawn 2010-08-17 - withdraws="s"',
            ),
            ("2010-08-12", "2010-08-12"),
        ),
        # corrected: the stay was entered on the 10th, so six days are added, to Wednesday the 18th
        (
            (
                DEMAND,
                'stay_entered 2010-08-05 - id="s"',
                'stay_lifted 2010-08-16 - effect="tolled"',
                'trigger_corrected 2010-08-17 - corrects="s" to=2010-08-10',
            ),
            ("2010-08-18", "2010-08-18"),
        ),
        # demanded while proceedings were stayed: the clock begins when they go on
        (
            ("stay_entered 2010-07-20 -", DEMAND, 'stay_lifted 2010-08-16 - effect="tolled"'),
            ("2010-08-26", "2010-08-26"),
        ),
    ],
)
def test_a_stay_moves_a_clock_by_its_own_days_and_once(
    lines: tuple[str, ...], expected: tuple[str, str], tmp_path: Path
) -> None:
    assert due(meeting(ran(tmp_path, "2010-09-01", *lines))) == expected


def test_a_clock_that_began_under_a_stay_does_not_run(tmp_path: Path) -> None:
    assert meeting(ran(tmp_path, "2010-09-01", "stay_entered 2010-07-20 -", DEMAND)).status is Status.STAYED


def test_a_stay_of_another_dispute_stays_nothing_here(tmp_path: Path) -> None:
    run = ran(tmp_path, "2010-08-10", "stay_entered 2010-07-20 d2", DEMAND)

    assert (meeting(run).status, due(meeting(run))) == (Status.OPEN, ("2010-08-12", "2010-08-12"))


def test_the_notice_before_a_hearing_is_not_moved_past_the_hearing(tmp_path: Path) -> None:
    hearing = 'hearing_set 2010-10-01 h1 hearing_on=2010-11-12 motion="m1"'
    run = ran(tmp_path, "2010-12-01", hearing, "stay_entered 2010-11-11 -", "stay_lifted 2010-11-30 -")
    (notice,) = [duty for duty in run.duties if duty.obligation.rule.id == "notice-of-submission" and duty.deadline]

    assert due(notice)[1] <= "2010-11-12"


def test_thousands_of_stays_and_duties_do_not_multiply(tmp_path: Path) -> None:
    """Eight times as many stays and disputes take no more than twenty times as long; a product would take sixty-four."""

    def seconds(number: int) -> float:
        lines = []
        for place in range(number):
            day = f"{2011 + place // 336}-{place // 28 % 12 + 1:02}-{place % 28 + 1:02}"
            lines += [f"meeting_demanded {day} d{place}", f"stay_entered {day} x{place}", f"stay_lifted {day} x{place}"]
        path = tmp_path / f"{number}.toml"
        path.write_text(HEAD + events(*lines), encoding="utf-8")
        case = Case.load(path)
        case.run("2012-01-01")
        best = float("inf")
        for _ in range(2):
            begun = time.perf_counter()
            case.run("2040-01-01")
            best = min(best, time.perf_counter() - begun)
        return best

    assert seconds(2400) < 20 * seconds(300)
