"""Where the case number comes from is said only where the orders' texts do not print it."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.casework.case_run import CaseRun
from soordered.wiring.case import Case

ORDER = """\
UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

BRAMBLE TOOLS, INC., Plaintiff,
v.
OSIER WORKS LLC, Defendant.
{number}
ORDER RE DISCOVERY

IT IS HEREBY ORDERED that lead trial counsel shall meet and confer in person within ten (10) business days of a demand.

Dated: August 13, 2007
United States Magistrate Judge
"""


def ran(folder: Path, *, printed: str, given: str) -> CaseRun:
    (folder / "order.txt").write_text(ORDER.format(number=printed), encoding="utf-8")
    number = f'number = "{given}"\n' if given else ""
    (folder / "case.toml").write_text(
        f'title = "Bramble v. Osier"\ncourt = "cand"\n{number}[[order]]\nid = "o1"\nfile = "order.txt"\n',
        encoding="utf-8",
    )
    return Case.load(folder / "case.toml").run("2007-09-03")


def said(run: CaseRun) -> list[str]:
    return [line for line in run.addressed if "case number" in line]


def test_a_number_that_no_text_prints_is_given_by_the_case_file(tmp_path: Path) -> None:
    assert said(ran(tmp_path, printed="", given="C 07-05512 RMH")) == [
        "The case number C 07-05512 RMH is given by the case file."
    ]


@pytest.mark.parametrize("given", ["C 07-05512 RMH (AQ)", "3:07-cv-05512-RMH", "C-07-5512 RMH"])
def test_a_number_that_the_text_prints_needs_no_word(given: str, tmp_path: Path) -> None:
    run = ran(tmp_path, printed="No. C 07-05512 RMH (AQ)", given=given)

    assert said(run) == []
    assert [problem for problem in run.problems if "case number" in problem.what] == []


def test_a_number_printed_without_its_kind_is_the_same_number(tmp_path: Path) -> None:
    run = ran(tmp_path, printed="Civ. No. 21-00123 DKW-RT", given="1:21-cv-00123-DKW-RT")

    assert [problem for problem in run.problems if "case number" in problem.what] == []


def test_two_numbers_that_differ_are_shown_beside_each_other(tmp_path: Path) -> None:
    run = ran(tmp_path, printed="No. C 07-05512 RMH (AQ)", given="C 07-05521 RMH (AQ)")
    (problem,) = [problem for problem in run.problems if "case number" in problem.what]

    assert "C 07-05521 RMH (AQ)" in problem.what
    assert "07-05512" in problem.what
    assert problem.where == "o1"


def test_a_case_file_without_a_number_takes_the_printed_one(tmp_path: Path) -> None:
    assert "07-05512" in ran(tmp_path, printed="No. C 07-05512 RMH (AQ)", given="").head.number
