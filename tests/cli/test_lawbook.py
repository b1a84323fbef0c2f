"""``soordered lawbook`` with its parts: worked examples, digests, a newer lawbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.wiring.accepted_lawbook import FOLDER
from tests.cli.answers import Run
from tests.wiring.packs import california


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack.toml"
    path.write_text(california(), encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "lawbook"
    monkeypatch.setenv(FOLDER, str(folder))
    return folder


@pytest.fixture
def case(checkout: Path) -> Path:
    return checkout / "src/soordered/casework/demonstration/harbor-2007.toml"


def test_the_examples_all_agree(run: Run) -> None:
    answer = run("lawbook", "examples", "--json")

    assert answer.code == 0
    assert answer.fields["differ"] == 0
    assert len(answer.fields["examples"]) >= 150  # type: ignore[arg-type]


def test_words_narrow_the_examples(run: Run) -> None:
    answer = run("lawbook", "examples", "CK")

    assert "Examples: 8. Different: 0." in answer.out
    assert run("lawbook", "examples", "nowhere").code == 2


def test_the_shipped_files_are_whole(run: Run) -> None:
    answer = run("lawbook", "verify")

    assert answer.code == 0
    assert "Every file is as shipped." in answer.out


def test_a_pack_is_shown_before_it_is_kept(run: Run, pack: Path, place: Path, case: Path) -> None:
    shown = run("lawbook", "update", pack, "--case", case)

    assert shown.code == 0
    assert "Nothing was written; --accept keeps the pack." in shown.out
    assert not place.exists()
    assert "Kept in" in run("lawbook", "update", pack, "--accept").out
    assert "Lawbook 2027.1.1" in run("lawbook").out
    assert "lawbook 2027.1.1" in run("due", "5 days", "--after", "2010-07-06").out


def test_a_pack_for_another_version_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_text(california(follows="2020.1.1"), encoding="utf-8")

    answer = run("lawbook", "update", path)

    assert answer.code == 2
    assert "2020.1.1" in answer.err
