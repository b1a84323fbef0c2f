"""``diff``: every real difference between two orders, none that is none, and nothing called removed that is not held."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.cli.exit_codes import ExitCode
from tests.cli.answers import Run

ORDER = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

ORDER RE DISCOVERY

Any party may demand a meeting of lead trial counsel.
Such a meeting shall occur within eight (8) court days of the demand.

Dated: March 4, 2019
"""


def changes(run: Run, before: object, after: object) -> dict[str, tuple[str, list[str]]]:
    found = run("diff", before, after, "--json").fields["changes"]
    assert isinstance(found, list)
    return {change["rule"]: (change["kind"], [item["field"] for item in change["fields"]]) for change in found}


def test_the_two_orders_differ_in_what_they_really_differ(run: Run, shared: Path) -> None:
    folder = shared / "corpus" / "dev"
    found = changes(run, folder / "seed_spero_2007-07-30.txt", folder / "seed_spero_2010-07-07.txt")

    changed = {rule: fields for rule, (kind, fields) in found.items() if kind == "changed"}
    assert changed == {
        "standing-meeting": ["timing.unit"],
        "standing-joint-letter": ["timing.unit"],
        "chambers-copy": ["artifact.copies.conformed"],
    }
    assert {rule for rule, (kind, _) in found.items() if kind == "removed"} == {"comply-with-rules", "refuse-paper"}
    assert {kind for kind, _ in found.values()} == {"changed", "removed", "not_held_after"}


def test_the_shipped_orders_differ_as_their_texts_do(run: Run, shared: Path) -> None:
    folder = shared / "corpus" / "dev"
    texts = changes(run, folder / "seed_spero_2007-07-30.txt", folder / "seed_spero_2010-07-07.txt")

    assert changes(run, "cand-spero-2007-07-30", "cand-spero-2010-07-07") == texts


def test_an_order_does_not_differ_from_itself(run: Run, tmp_path: Path) -> None:
    text, book = tmp_path / "order.txt", tmp_path / "order.toml"
    text.write_text(ORDER, encoding="utf-8")
    book.write_text(run("read", text, "--toml").out, encoding="utf-8")

    assert changes(run, text, text) == {}
    assert changes(run, text, book) == {}


def test_the_page_shows_the_words_of_both(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(ORDER, encoding="utf-8")
    new.write_text(ORDER.replace("eight (8) court", "nine (9) calendar"), encoding="utf-8")
    answer = run("diff", old, new)

    assert answer.code == ExitCode.DONE
    assert 'Before: "within eight (8) court days of the demand" (line 7)' in answer.out
    assert 'After: "within nine (9) calendar days of the demand" (line 7)' in answer.out


def test_a_name_that_is_neither_file_nor_shipped_order_is_refused(run: Run) -> None:
    answer = run("diff", "cand-spero-2007-07-30", "cand-spero-2011-07-07")

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "cand-spero-2011-07-07 cannot be read" in answer.err


def test_a_rulebook_that_is_no_toml_is_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "order.toml"
    book.write_text('format = "soordered-rulebook-1"\n[[rule]\n', encoding="utf-8")
    answer = run("diff", book, book)

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "line 2" in answer.err


CASE = """\
title = "Alder v. Birch"
court = "cand"
as_of = 2019-05-10

[[party]]
id = "alder"
name = "Alder Media, Inc."
side = "plaintiff"

[[order]]
id = "o1"
file = "old.txt"

[[event]]
kind = "meeting_demanded"
on = 2019-05-08
about = "d1"
by = "alder"
"""


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two versions of an order, and a case under the first."""
    old, new, case = tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "case.toml"
    old.write_text(ORDER, encoding="utf-8")
    new.write_text(ORDER.replace("eight (8) court", "five (5) court").replace("March", "April"), encoding="utf-8")
    case.write_text(CASE, encoding="utf-8")
    return old, new, case


def test_the_live_dates_that_the_other_version_would_move_are_listed(
    run: Run, versions: tuple[Path, Path, Path]
) -> None:
    old, new, case = versions
    moved = run("diff", old, new, "--case", case, "--json").fields["moved"]

    assert isinstance(moved, list)
    assert [(item["title"], item["from"]["act_by"], item["to"]["act_by"]) for item in moved] == [
        ("meet and confer: d1", "2019-05-20", "2019-05-15")
    ]


def test_the_same_order_moves_nothing(run: Run, versions: tuple[Path, Path, Path]) -> None:
    old, _, case = versions
    answer = run("diff", old, old, "--case", case)

    assert "Live dates that B would move\n\nNone.\n" in answer.out


def test_a_case_that_does_not_hold_the_order_compared_is_refused(
    run: Run, versions: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    _, new, _ = versions
    two = CASE.replace(
        "[[event]]", '[[order]]\nid = "o2"\nrulebook = "cand-spero-2010-07-07"\nsupersedes = "o1"\n\n[[event]]', 1
    )
    file = tmp_path / "two.toml"
    file.write_text(two, encoding="utf-8")
    answer = run("diff", "cand-spero-2007-07-30", new, "--case", file)

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "none of them is the one compared" in answer.err
