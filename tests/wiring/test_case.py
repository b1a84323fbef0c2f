"""A case is loaded from where it lies, its orders beside it, and run for the day that is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import soordered as so
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.wiring.case import Case, demonstrations

HEAD = """
title = "Alder v. Birch"
court = "cand"
[[party]]
id = "alder"
name = "Alder"
side = "plaintiff"
"""
ORDER = '[[order]]\nid = "o1"\nrulebook = "cand-spero-2007-07-30"\n'


def _write(folder: Path, text: str) -> Path:
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_package_names_it() -> None:
    assert Case is so.Case


def test_a_case_is_loaded_by_text_or_path(tmp_path: Path) -> None:
    path = _write(tmp_path, HEAD + ORDER)

    assert Case.load(path).file.head == Case.load(str(path)).file.head


def test_a_rulebook_lies_beside_the_case(tmp_path: Path) -> None:
    (tmp_path / "reviewed.toml").write_text(
        toml_from_rulebook(shipped_order("cand-spero-2010-07-07")), encoding="utf-8"
    )
    case = Case.load(_write(tmp_path, HEAD + '[[order]]\nid = "o1"\nrules = "reviewed.toml"\n'))

    assert len(shipped_order("cand-spero-2010-07-07")) == len(case.books["o1"])


def test_an_order_lies_beside_the_case_and_is_read(tmp_path: Path) -> None:
    (tmp_path / "order.txt").write_text(
        "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n\n"
        "IT IS HEREBY ORDERED that counsel shall meet and confer within seven (7) calendar days of a demand.\n\n"
        "Dated: March 3, 2008\n",
        encoding="utf-8",
    )
    text = HEAD + '[[order]]\nid = "o1"\nfile = "order.txt"\nmade = 2008-03-03\n'
    demand = '[[event]]\nkind = "meeting_demanded"\non = 2008-03-10\nabout = "d1"\n'
    run = Case.load(_write(tmp_path, text + demand)).run("2008-03-11")
    dates = [duty.deadline.prevailing.isoformat() for duty in run.duties if duty.deadline is not None]

    assert dates == ["2008-03-17"]


_DAYS = [
    ("2007-11-12", dt.date(2007, 11, 12), None),
    (dt.date(2007, 11, 12), dt.date(2007, 11, 12), None),
    ("2007-11-12T16:30", dt.date(2007, 11, 12), dt.time(16, 30)),
    (dt.datetime(2007, 11, 12, 16, 30), dt.date(2007, 11, 12), dt.time(16, 30)),  # noqa: DTZ001  the court's time
    # an hour elsewhere is the court's hour: half past seven in the evening in New York is half past four in San Francisco
    ("2007-11-12T19:30-05:00", dt.date(2007, 11, 12), dt.time(16, 30)),
    (dt.datetime(2007, 11, 13, 0, 30, tzinfo=dt.UTC), dt.date(2007, 11, 12), dt.time(16, 30)),
]


@pytest.mark.parametrize(("as_of", "day", "hour"), _DAYS)
def test_a_day_or_hour_is_the_courts(as_of: str | dt.date, day: dt.date, hour: dt.time | None, tmp_path: Path) -> None:
    run = Case.load(_write(tmp_path, HEAD + ORDER)).run(as_of)

    assert (day, hour) == (run.as_of.date, run.as_of.clock)


def test_without_a_day_it_is_the_files_and_without_that_today(tmp_path: Path) -> None:
    fixed = Case.load(_write(tmp_path, "as_of = 2007-12-24\n" + HEAD + ORDER)).run()
    today = Case.load(_write(tmp_path, HEAD + ORDER)).run()

    assert dt.date(2007, 12, 24) == fixed.as_of.date
    assert abs(today.as_of.date - dt.datetime.now(tz=dt.UTC).date()) <= dt.timedelta(days=1)  # noqa: TID251  today is meant


def test_the_text_of_another_order_is_told_from_the_reviewed_one(tmp_path: Path) -> None:
    """Quotes are taken from the text supplied; one that is not the text reviewed is said to be another."""
    (tmp_path / "order.txt").write_text(
        "UNITED STATES DISTRICT COURT\nIT IS HEREBY ORDERED that the parties shall file a status report by May 2, 2008.\n",
        encoding="utf-8",
    )
    run = Case.load(_write(tmp_path, HEAD + ORDER + 'text = "order.txt"\n')).run("2007-08-01")

    assert any("not the one the rulebook was reviewed against" in problem.what for problem in run.problems)
    assert any("No words were found for" in problem.what for problem in run.problems)


def test_both_demonstrations_ship() -> None:
    assert demonstrations() == ("harbor-2007", "juniper-2010")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.4", "título = 1\n".encode("latin-1")])
def test_a_file_that_is_no_case_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(content)

    with pytest.raises(BadInputError):
        Case.load(path)


def test_a_case_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        Case.load(tmp_path / "gone.toml")
