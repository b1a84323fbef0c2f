"""Deadlines that courts' own systems printed on real dockets: the prevailing date is theirs, save where they did not roll."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

import soordered as so

_CHECKOUT = Path(__file__).resolve().parents[2]


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
    else:  # the machine left it on a day that is no court day
        assert deadline.prevailing.isoformat() > row["due"] == row["raw_end"]
