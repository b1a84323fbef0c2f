"""A rulebook by its name: an order's text, a rulebook in TOML, a shipped order; and who verified it."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.provenance.problems import BadInputError
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.wiring.linting import lint_order
from soordered.wiring.rulebook_at import rulebook_at

ORDER = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

ORDER

Any party may demand a meeting of lead trial counsel.
Such a meeting shall occur within eight (8) court days of the demand.

Dated: March 4, 2019
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "order.txt"
    file.write_text(ORDER, encoding="utf-8")
    return file


def test_a_shipped_order_is_verified_and_named_with_its_version() -> None:
    named = rulebook_at("cand-spero-2007-07-30")

    assert named.verified.startswith("verified by ")
    assert named.computed_from == "cand-spero-2007-07-30, version 1"


def test_a_text_that_was_read_is_unverified_and_named_by_its_digest(text: Path) -> None:
    named = rulebook_at(str(text))

    assert named.verified == "unverified"
    assert f"{named.book.sources[0].sha256[:12]}" in named.computed_from


def test_a_rulebook_in_toml_is_the_reading_it_was_written_from(text: Path, tmp_path: Path) -> None:
    file = tmp_path / "order.toml"
    file.write_text(toml_from_rulebook(rulebook_at(str(text)).book), encoding="utf-8")

    assert rulebook_at(str(file)).book == rulebook_at(str(text)).book


def test_a_file_beside_us_goes_before_a_shipped_order_of_the_same_name(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text.rename(tmp_path / "cand-spero-2007-07-30")

    assert rulebook_at("cand-spero-2007-07-30").verified == "unverified"


def test_one_rule_that_nobody_verified_makes_the_book_unverified(text: Path, tmp_path: Path) -> None:
    signed = '\n[rule.verified]\nby = "A. Clerk"\non = 2019-03-05\n'
    first, second, *rest = toml_from_rulebook(rulebook_at(str(text)).book).split("[[rule]]\n")
    file = tmp_path / "order.toml"
    file.write_text("[[rule]]\n".join([first, second.replace("\n\n", signed + "\n", 1), *rest]), encoding="utf-8")
    named = rulebook_at(str(file))

    assert sorted(rule.verified is None for rule in named.book) == [False, True]
    assert named.verified == "unverified"


@pytest.mark.parametrize("name", ["nobody-1999", "", "/", "a\0b"])
def test_a_name_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(BadInputError):
        rulebook_at(name)


def test_an_order_of_an_unnamed_court_is_linted_with_federal_holidays_only(text: Path) -> None:
    book = rulebook_at(str(text)).book
    here = {finding.code for finding in lint_order(book)}

    assert here
    assert lint_order(book, court="federal")
