"""Deadlines that courts' own systems printed on real dockets: the prevailing date is theirs, save where they did not roll."""

from __future__ import annotations

import csv
import datetime as dt
import os
from pathlib import Path

import pytest

import soordered as so
from soordered.provenance.dates_in_words import day_in_words

_CHECKOUT = Path(__file__).resolve().parents[2]
_EXPLAINED = (_CHECKOUT / "docs/traps/a-date-the-courts-system-set.md").read_text(encoding="utf-8")


def _rows() -> list[dict[str, str]]:
    shared = Path(os.environ.get("SOORDERED_SHARED") or _CHECKOUT.parent / "shared")
    path = shared / "corpus" / "cmecf_deadlines_dev.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = _rows()


def test_the_file_is_read_whole(shared: Path) -> None:
    lines = (shared / "corpus" / "cmecf_deadlines_dev.csv").read_text(encoding="utf-8").splitlines()

    assert len(ROWS) == len(lines) - 1 > 70


@pytest.mark.parametrize(
    "row", ROWS, ids=[f"{row['court'] or 'unnamed'}-{row['due']}-{n}" for n, row in enumerate(ROWS)]
)
def test_what_the_docket_printed(row: dict[str, str]) -> None:
    deadline = so.due(
        f"{row['days']} days",
        after=row["start"] if row["direction"] == "after" else None,
        before=row["start"] if row["direction"] == "before" else None,
        court=row["court"] or "federal",
        rank="federal_rule",
    )

    if row["matches_rule_6"] == "yes":
        assert deadline.prevailing.isoformat() == row["due"]
    else:  # the machine left it on a day that is no court day, and the documentation explains the row
        assert deadline.prevailing.isoformat() > row["due"] == row["raw_end"]
        start, printed = (day_in_words(dt.date.fromisoformat(row[name])) for name in ("start", "due"))
        assert f"| {start} | {row['days']} days, " in _EXPLAINED
        assert f" | {printed} | {day_in_words(deadline.prevailing.date)} | " in _EXPLAINED


def test_the_page_says_how_many_rows_there_are() -> None:
    matching = sum(row["matches_rule_6"] == "yes" for row in ROWS)

    if ROWS:
        assert f"Of {len(ROWS)} deadlines" in _EXPLAINED
        assert f"{matching} are the prevailing date of our count" in _EXPLAINED
