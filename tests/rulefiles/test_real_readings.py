"""Every real order that we hold, read, survives its file, does not differ from itself, and can be linted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from soordered.casework.lint_rulebook import lint
from soordered.lawbook.rulebook_from_data import local_rules
from soordered.lawbook.time_law_from_data import time_law
from soordered.orders.order_reading import read_order
from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.difference_from_rulebooks import difference
from soordered.rules.rulebook import Rulebook


@pytest.fixture(scope="module")
def books(shared: Path) -> dict[str, Rulebook]:
    """What the reader makes of each real order."""
    texts = sorted((shared / "corpus" / "dev").glob("*.txt"))
    return {path.stem: read_order(path.read_bytes().decode(), name=path.stem).rulebook for path in texts}


def test_real_readings_round_trip_through_their_files(books: dict[str, Rulebook]) -> None:
    changed = [name for name, book in books.items() if rulebook_from_toml(toml_from_rulebook(book), name=name) != book]

    assert len(books) > 70
    assert changed == []


def test_no_real_reading_differs_from_itself(books: dict[str, Rulebook]) -> None:
    assert [name for name, book in books.items() if difference(book, book)] == []


def test_every_real_reading_can_be_linted_and_nothing_unread_is_left_out(books: dict[str, Rulebook]) -> None:
    law = time_law("cand")
    for book in books.values():
        found = lint(book, law, beside=local_rules("cand", dt.date(2010, 7, 7)))

        assert sum(finding.code == "not-understood" for finding in found) == len(set(book.unread))
        assert all(finding.what and finding.remedy and finding.where for finding in found)
