"""The runner of ``conformance/rule6.csv``: asks the public face what each row asks, and prints a table.

``python -m tests.conformance.run_rule6`` prints every row with what was asked, expected and got, and ends with 1 if one
differs; with words, the rows whose id or version begins with one of them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import soordered as so
from soordered.deadlines.deadline import Deadline
from tests.conformance.rule6_rows import Row, rows


def answer(row: Row, folder: Path) -> Deadline:
    """Ask the public face what a row asks.

    Args:
        row: the row.
        folder: where the file of the days it assumes may be written.
    """
    # hours are those of America/Los_Angeles; other rows name every day that matters themselves
    court = "cand" if row.unit == "hours" or row.clock else "federal"
    if row.unit == "fixed_date":
        return so.fixed(row.trigger, court="cand")
    days = folder / "days.toml"
    days.write_text(row.days_file(), encoding="utf-8")
    reading = row.asked.reading
    if row.asked.words == "business days" and any(kind == "state" for _, _, kind in row.assumed):
        reading = "state-holidays-out"
    return so.due(
        f"{row.n} {row.asked.words}",
        after=row.trigger if row.direction == "after" else None,
        before=row.trigger if row.direction == "before" else None,
        court=court,
        regime=None if row.regime.startswith("order-") else row.regime,
        service="mail" if row.served else "",
        event="paper_served" if row.served else "",
        calendar=days,
        clock=row.clock,
        rank="case_order" if row.regime.startswith("order-") or row.unit == "days_raw" else None,
        reading=reading,
    )


def got(row: Row, folder: Path) -> str:
    """Return the date that came out, in the form of the row."""
    deadline = answer(row, folder)
    moment = deadline.act_by if row.asked.safe else deadline.prevailing
    return moment.isoformat()[: len(row.expected)]


def main(words: Sequence[str]) -> int:
    """Print the table; 1 if a row differs, 2 if there is none."""
    chosen = [row for row in rows() if not words or any(word in (row.id, row.regime) for word in words)]
    if not chosen:
        print("No rows: conformance/rule6.csv is not beside the checkout, or no row has that id or version.")  # noqa: T201
        return 2
    differ = 0
    with tempfile.TemporaryDirectory() as place:
        for row in chosen:
            found = got(row, Path(place))
            same = found == row.expected
            differ += not same
            asked = f"{row.period} {row.unit} {row.direction} {row.trigger}"
            mark = "yes" if same else "NO"
            print(f"{row.id:<5} {row.regime:<15} {asked:<58} {row.expected:<17} {found:<17} {mark}")  # noqa: T201
    print(f"Rows: {len(chosen)}. Different: {differ}.")  # noqa: T201
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
