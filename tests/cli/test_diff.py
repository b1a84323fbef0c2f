"""``diff``: every real difference between two orders, none that is none, and nothing called removed that is not held."""

from __future__ import annotations

from pathlib import Path

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
