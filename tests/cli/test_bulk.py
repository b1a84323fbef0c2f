"""``bulk``: the dates that ``due`` gives, row by row, for a file; rows without a date are told and give 1."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from soordered.cli.bulk import _Progress
from soordered.cli.exit_codes import ExitCode
from tests.cli.answers import Run

ROWS = "trigger,period\n2007-11-09,10 business days\n2007-12-20,5 business days\n"


@pytest.fixture
def triggers(tmp_path: Path) -> Path:
    file = tmp_path / "triggers.csv"
    file.write_text(ROWS, encoding="utf-8")
    return file


def dates(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as handle:
        return [[row["act_by"], row["prevailing"], row["outer"]] for row in csv.DictReader(handle)]


def test_each_row_has_the_dates_that_due_gives(run: Run, triggers: Path, tmp_path: Path) -> None:
    answer = run("bulk", triggers, tmp_path / "dates.csv", "--json")
    one = run("due", "10 business days", "--after", "2007-11-09", "--json").fields

    assert answer.code == ExitCode.DONE
    assert {"rows": 2, "written": 2, "errors": 0}.items() <= answer.fields.items()
    assert dates(tmp_path / "dates.csv") == [
        [one["act_by"], one["prevailing"], one["outer"]],
        ["2007-12-28", "2007-12-28", "2007-12-31"],
    ]


def test_a_row_without_a_date_is_counted_and_gives_1(run: Run, triggers: Path, tmp_path: Path) -> None:
    triggers.write_text(ROWS + "2007-12-20,banana\n", encoding="utf-8")
    answer = run("bulk", triggers, tmp_path / "dates.csv")

    assert answer.code == ExitCode.FINDINGS
    assert "Errors: 1\n" in answer.out
    assert "banana" in (tmp_path / "dates.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        ("when,what\n2007-11-09,10 days\n", [], "has no column"),
        (ROWS, ["--engine", "abacus"], "There is no engine 'abacus'"),
        (ROWS, ["--reading", "mine"], "mine"),
        (ROWS, ["--court", "candd"], "candd"),
        (ROWS, ["--rules", "nobody-1999"], "nobody-1999"),
    ],
)
def test_what_cannot_be_run_is_refused_and_nothing_is_written(  # noqa: PLR0917  one row of the table
    run: Run, triggers: Path, tmp_path: Path, content: str, options: list[str], message: str
) -> None:
    triggers.write_text(content, encoding="utf-8")
    answer = run("bulk", triggers, tmp_path / "dates.csv", *options)

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert message in answer.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["triggers.csv"]


def test_a_missing_file_is_refused(run: Run, tmp_path: Path) -> None:
    answer = run("bulk", tmp_path / "none.csv", tmp_path / "dates.csv")

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "none.csv" in answer.err


def test_without_pyarrow_the_install_command_is_named(
    run: Run, triggers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("pyarrow", "soordered.bulk", "soordered.wiring.bulk"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = run("bulk", triggers, tmp_path / "dates.csv")

    assert answer.code == ExitCode.PART_MISSING
    assert "pip install 'soordered[bulk]'" in answer.err


def test_the_answers_of_an_order_are_written_for_a_join(run: Run, tmp_path: Path) -> None:
    answer = run("bulk", "cand-spero-2007-07-30", tmp_path / "answers.parquet", "--answers", "--json")

    assert answer.code == 0
    assert "standing-meeting" in answer.fields["rules"]  # type: ignore[operator]
    assert "supplement" in answer.fields["left_out"]  # type: ignore[operator]
    said = run("bulk", "cand-spero-2007-07-30", tmp_path / "again.parquet", "--answers")
    assert "Left out: " in said.out
    assert (tmp_path / "again.parquet").read_bytes() == (tmp_path / "answers.parquet").read_bytes()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("answers", "--answers"), "answers go into one file"),
        (("answers.parquet", "--answers", "--service", "pigeon"), "no way of service"),
        (("answers.parquet", "--service", "mail"), "--service goes with --answers"),
    ],
)
def test_answers_asked_wrongly_are_refused(run: Run, tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    answer = run("bulk", "cand-spero-2007-07-30", tmp_path / words[0], *words[1:])

    assert answer.code == 2
    assert message in answer.err


def test_on_a_terminal_progress_is_a_bar_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told = _Progress()
    for done, total in ((500, 1_000), (1_000, 1_000), (7, None)):
        told(done, total)

    half, whole, open_end = capsys.readouterr().err.split("\r")[1:]
    assert half == f"[{'#' * 15}{'.' * 15}] 50% of 1,000 rows"
    assert whole == f"[{'#' * 30}] 100% of 1,000 rows\n"
    assert open_end == "7 rows"
