"""``read``: the JSON form of the design, quotes exact to the character, and files that must be refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from soordered.cli.exit_codes import ExitCode
from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml
from tests.cli.answers import Answer, Run

PROVISION = {
    "rule", "kind", "modality", "scope", "actor", "action", "trigger", "period", "date", "clock", "weekday", "amount",
    "quote", "start", "end", "also_at", "page", "line", "confidence",
}  # fmt: skip
ORDER = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

ORDER RE DISCOVERY

Any party may demand a meeting of lead trial counsel.
Such a meeting shall occur within eight (8) court days of the demand.

IT IS SO ORDERED.

Dated: March 4, 2019
"""


@pytest.fixture
def order(tmp_path: Path) -> Path:
    file = tmp_path / "order.txt"
    file.write_text(ORDER, encoding="utf-8")
    return file


def provisions(answer: Answer) -> list[dict[str, object]]:
    found = answer.fields["provisions"]
    assert isinstance(found, list)
    return found


def test_json_has_the_form_of_the_design(run: Run, order: Path) -> None:
    answer = run("read", order, "--json")

    assert answer.code == ExitCode.DONE
    assert set(answer.fields) == {"source", "order", "rules", "provisions", "unread", "problems"}
    source, head = answer.fields["source"], answer.fields["order"]
    assert isinstance(source, dict)
    assert isinstance(head, dict)
    assert {"name", "sha256", "characters"} <= set(source)
    assert {"court", "judge", "initials", "dated", "case_numbers", "title"} <= set(head)
    assert all(set(provision) >= PROVISION for provision in provisions(answer))


def test_a_period_is_read_as_the_order_says_it(run: Run, order: Path) -> None:
    """Such a meeting shall occur within eight (8) court days of the demand."""
    deadlines = [one for one in provisions(run("read", order, "--json")) if one["kind"] == "deadline"]

    assert [one["period"] for one in deadlines] == [
        {"n": 8, "unit": "court_day", "direction": "after", "bound": "within"}
    ]


@pytest.mark.parametrize("name", ["seed_spero_2007-07-30", "seed_spero_2010-07-07"])
def test_every_quote_is_the_file_at_its_place(run: Run, shared: Path, name: str) -> None:
    file = shared / "corpus" / "dev" / f"{name}.txt"
    text = file.read_bytes().decode("utf-8")
    found = provisions(run("read", file, "--json"))

    assert len(found) > 10
    for provision in found:
        start, end = provision["start"], provision["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == provision["quote"]


def test_several_files_print_one_object_a_line_in_their_order(run: Run, order: Path, tmp_path: Path) -> None:
    other = tmp_path / "another.txt"
    other.write_text(ORDER.replace("eight (8)", "nine (9)"), encoding="utf-8")
    answer = run("read", order, other, "--json")

    assert [json.loads(line)["source"]["name"] for line in answer.out.splitlines()] == ["order.txt", "another.txt"]


def test_a_bad_file_among_several_is_told_and_the_others_are_read(run: Run, order: Path, tmp_path: Path) -> None:
    answer = run("read", order, tmp_path / "none.txt", order, "--json")

    assert answer.code == ExitCode.BAD_INPUT
    assert len(answer.out.splitlines()) == 2
    assert answer.err.count("Error: ") == 1
    assert "none.txt cannot be read" in answer.err


def test_toml_is_a_rulebook_that_reads_back(run: Run, order: Path) -> None:
    text = run("read", order, "--toml").out

    assert tomllib.loads(text)["source"][0]["dated"].isoformat() == "2019-03-04"
    assert len(rulebook_from_toml(text, name="order.toml").rules) >= 2


def test_text_is_what_the_places_refer_to(run: Run, order: Path) -> None:
    assert run("read", order, "--text").out == ORDER


def test_explain_shows_which_words_became_what(run: Run, order: Path) -> None:
    answer = run("read", order, "--explain")

    assert 'deadline, by time limit: period, high confidence: "within eight (8) court days of the demand"' in answer.out


def test_the_page_shows_the_rule_its_words_and_their_place(run: Run, order: Path) -> None:
    answer = run("read", order, "--plain")

    assert "  When: within 8 court days after meeting demanded\n" in answer.out
    assert '"within eight (8) court days of the demand" (line 7)' in answer.out
    assert "Not legal advice; confirm against the docket." in answer.out


@pytest.mark.parametrize("options", [["--json", "--toml"], ["--toml", "--text"], ["--json", "--explain"]])
def test_forms_that_exclude_each_other_are_refused(run: Run, order: Path, options: list[str]) -> None:
    answer = run("read", order, *options)

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "Choose one of" in answer.err


def test_toml_takes_one_file(run: Run, order: Path) -> None:
    assert "--toml and --text take one file; 2 were given." in run("read", order, order, "--toml").err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "order.txt"),
        (b"PK\x03\x04" + bytes(200), "order.txt"),
        (bytes(range(256)) * 20, "order.txt"),
        (b"Whisk two eggs with a little milk.\nFry them slowly.\n", "no word of a court"),
    ],
    ids=["empty", "blank", "pdf", "program", "archive", "bytes", "recipe"],
)
def test_what_is_no_order_is_refused_by_name(run: Run, tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "order.txt"
    file.write_bytes(content)
    answer = run("read", file, "--json")

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "order.txt" in answer.err
    assert message in answer.err
    assert "Expected: " in answer.err


def test_a_file_of_100_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as handle:
        os.truncate(handle.fileno(), 100_000_000)
    done = subprocess.run(
        [sys.executable, "-m", "soordered", "read", file], capture_output=True, text=True, check=False, timeout=10
    )

    assert (done.returncode, done.stdout) == (ExitCode.BAD_INPUT, "")
    assert "huge.txt" in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_another_program_writes_can_be_read() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "soordered", "read", "-", "--json"], input=ORDER, capture_output=True, text=True,
        check=True, timeout=30,
    )  # fmt: skip

    assert json.loads(done.stdout)["order"]["dated"] == "2019-03-04"


def test_a_folder_is_refused_with_the_remedy(run: Run, tmp_path: Path) -> None:
    answer = run("read", tmp_path)

    assert answer.code == ExitCode.BAD_INPUT
    assert "is a folder" in answer.err
