"""A folder is scored the same by us, on one core or on all, and by the corpus's own tool."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from soordered.casework.score_corpus import score_fields
from soordered.wiring.scoring import BadCorpusError, score_folder, write_baseline

_READ = """\
import json, sys
from soordered.orders.fields_from_reading import reading_fields
from soordered.wiring.reading import read
print(json.dumps(reading_fields(read(sys.argv[1]))))
"""
_FIGURES = ("labels", "precision", "recall", "f1", "exact", "exact_f1")


@pytest.fixture
def part(shared: Path, tmp_path: Path) -> Path:
    """A few labelled texts of every layer."""
    for pattern in ("seed_spero*", "nd-cal_lee_2024*", "nd-ill_jantz_2021-08*", "sd-ny_woods_2021-02*"):
        for path in (shared / "corpus" / "dev").glob(pattern):
            shutil.copy(path, tmp_path)
    return tmp_path


def test_the_corpus_tool_prints_the_same_figures(shared: Path, part: Path, tmp_path: Path) -> None:
    reader = tmp_path / "reader.py"
    reader.write_text(_READ)
    run = subprocess.run(
        [
            sys.executable,
            str(shared / "tools" / "score_reading.py"),
            str(part),
            "--json",
            "--read",
            f"{sys.executable} {reader}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = json.loads(run.stdout)
    ours: Any = score_fields(score_folder(part))

    assert theirs["families"] == {name: {key: row[key] for key in _FIGURES} for name, row in ours["families"].items()}
    for whole in ("timed", "all"):
        assert theirs[whole] == {key: ours[whole][key] for key in _FIGURES}
    assert theirs["periods"] == {key: ours["periods"][key] for key in ("labels", "right")}
    for single in ("nothing_dropped", "bad_quotes", "failed", "blanket_unread"):
        assert theirs[single] == ours[single]


def test_one_process_and_several_agree(part: Path) -> None:
    alone, together = score_folder(part, jobs=1), score_folder(part, jobs=2)

    assert alone.texts == together.texts


def test_a_baseline_is_kept_and_compared_with(part: Path, tmp_path: Path) -> None:
    kept = tmp_path / "baseline.json"
    first = score_folder(part)
    write_baseline(first, kept)
    again = score_folder(part, baseline=kept)

    assert (again.gained, again.lost, again.unknown) == ((), (), ())


def test_a_text_that_cannot_be_read_is_scored_as_failed(part: Path) -> None:
    (part / "seed_spero_2007-07-30.txt").write_bytes(b"%PDF-1.4")
    score = score_folder(part)
    (failed,) = (text for text in score.texts if text.failure)

    assert failed.name == "seed_spero_2007-07-30"
    assert "the PDF is damaged" in failed.failure
    assert set(failed.outcomes) == {"missed"}


def test_bad_folders_labels_and_baselines_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadCorpusError, match="is no folder"):
        score_folder(tmp_path / "missing")
    with pytest.raises(BadCorpusError, match="holds no labelled text"):
        score_folder(tmp_path)
    (tmp_path / "a.txt").write_text("The Court orders counsel to appear.")
    (tmp_path / "a.gold.json").write_text('{"provisions": [{"kind": "duty"}]}')
    with pytest.raises(BadCorpusError, match=r"a\.gold\.json: its labels cannot be read .KeyError"):
        score_folder(tmp_path)
    (tmp_path / "a.gold.json").write_text('{"provisions": []}')
    (tmp_path / "b.json").write_text("[]")
    with pytest.raises(BadCorpusError, match="is no baseline"):
        score_folder(tmp_path, baseline=tmp_path / "b.json")
