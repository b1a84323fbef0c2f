"""``lint``, ``score`` and ``demo``: findings and their exit codes, figures with intervals, a walk that ends by itself."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from soordered.cli.exit_codes import ExitCode
from tests.cli.answers import Run

DOUBTFUL = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

STANDING ORDER

Any party may demand a meeting of lead trial counsel.
Such a meeting shall occur within five (7) days of the demand.

Dated: March 4, 2019
"""
LABELLED = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

ORDER

The parties shall file a joint letter within six (6) court days of the meeting.

Dated: March 4, 2019
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One order of ours with its label."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    words = "within six (6) court days of the meeting"
    start = LABELLED.index(words)
    period = {"n": 6, "unit": "court_day", "direction": "after", "bound": "within"}
    label = {"kind": "deadline", "start": start, "end": start + len(words), "quote": words, "period": period}
    (folder / "ours.txt").write_text(LABELLED, encoding="utf-8")
    (folder / "ours.gold.json").write_text(json.dumps({"provisions": [label]}), encoding="utf-8")
    return folder


def test_a_word_and_a_figure_that_differ_are_a_finding(run: Run, tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    order.write_text(DOUBTFUL, encoding="utf-8")
    answer = run("lint", order, "--plain")

    assert answer.code == ExitCode.FINDINGS
    assert "A date can come out differently" in answer.out
    assert "five (7)" in answer.out
    assert "Not legal advice" in answer.out


def test_findings_as_json_have_weight_place_words_and_remedy(run: Run) -> None:
    answer = run("lint", "cand-spero-2007-07-30", "--json")
    findings = answer.fields["findings"]

    assert answer.code == ExitCode.FINDINGS
    assert isinstance(findings, list)
    assert all({"code", "severity", "what", "where", "remedy", "rule", "quote"} <= set(finding) for finding in findings)
    assert "units-change" in {finding["code"] for finding in findings}


@pytest.mark.parametrize("court", ["atlantis", "candd"])
def test_an_unknown_court_is_refused(run: Run, court: str) -> None:
    answer = run("lint", "cand-spero-2007-07-30", "--court", court)

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert f"There is no court '{court}'" in answer.err


def test_a_score_has_counts_and_intervals(run: Run, corpus: Path) -> None:
    timed = run("score", corpus, "--json").fields["timed"]

    assert isinstance(timed, dict)
    assert (timed["labels"], timed["hit"], timed["exact_hits"]) == (1, 1, 1)
    assert timed["recall_95"][0] < 1.0


def test_a_score_is_told_in_words(run: Run, corpus: Path) -> None:
    answer = run("score", corpus)

    assert answer.code == ExitCode.DONE
    assert "Periods right: 1 of 1, 1.000 (0.21 to 1.00)" in answer.out


def test_a_label_that_is_lost_against_the_baseline_gives_1(run: Run, corpus: Path, tmp_path: Path) -> None:
    kept = tmp_path / "baseline.json"
    run("score", corpus, "--keep", kept)
    same = run("score", corpus, "--baseline", kept)
    gold = corpus / "ours.gold.json"
    gold.write_text(gold.read_text(encoding="utf-8").replace('"n": 6', '"n": 9'), encoding="utf-8")
    worse = run("score", corpus, "--baseline", kept)

    assert same.code == ExitCode.DONE
    assert worse.code == ExitCode.FINDINGS
    assert "Lost against the baseline" in worse.out


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: folder / "none", "is no folder"),
        (lambda folder: folder, "holds no labelled text"),
    ],
    ids=["missing", "empty"],
)
def test_a_folder_without_labels_is_refused(run: Run, tmp_path: Path, make: object, message: str) -> None:
    assert callable(make)
    answer = run("score", make(tmp_path))

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert message in answer.err


def test_broken_labels_are_refused_by_name(run: Run, corpus: Path) -> None:
    (corpus / "ours.gold.json").write_text("{", encoding="utf-8")
    answer = run("score", corpus)

    assert answer.code == ExitCode.BAD_INPUT
    assert "ours.gold.json" in answer.err


def test_the_demonstration_is_short_shows_the_way_and_ends() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "soordered", "demo"],
        capture_output=True, text=True, check=True, timeout=30, stdin=subprocess.DEVNULL,
    )  # fmt: skip

    assert done.stderr == ""
    words = [word for word in done.stdout.split() if any(map(str.isalpha, word))]
    assert len(words) < 400  # under a minute for a reader who skims the calendar
    assert "Act by: Tue 27 Nov 2007" in done.stdout
    assert "overdue" in done.stdout
    assert "soordered read ORDER.txt" in done.stdout
    assert "Not legal advice; confirm against the docket." in done.stdout


def test_the_demonstration_has_no_escape_code_and_no_box_when_plain(run: Run) -> None:
    assert not re.search("[\x1b─-▟•]", run("demo", "--plain").out)


def test_the_demonstration_as_json_holds_the_order_and_three_days(run: Run) -> None:
    fields = run("demo", "--json").fields
    days = fields["days"]

    assert isinstance(days, list)
    assert [day["as_of"] for day in days] == ["2007-11-12", "2007-11-28", "2007-12-05"]
    assert "order" in fields


@pytest.mark.parametrize("name", ["harbor-2007", "juniper-2010"])
def test_a_demonstration_matter_is_shown_whole(run: Run, name: str) -> None:
    assert f"soordered demo {name}: " in run("demo", "--plain").out
    assert "What may be done next" in run("demo", name, "--plain").out
    assert run("demo", name, "--json").fields["obligations"]


def test_a_demonstration_that_does_not_ship_is_refused_with_those_that_do(run: Run) -> None:
    refused = run("demo", "harbour-2007")

    assert refused.code == 2
    assert "harbor-2007" in refused.err
