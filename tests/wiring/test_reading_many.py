"""Many files are read in a settled order, and a run that was broken off goes on where it stood."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soordered.bulk.read_files import OtherReadingError
from soordered.wiring.reading_many import NothingToReadError, OwnOutputError, lines_into, lines_of, many_files

_ORDER = "ORDER\n\nCounsel shall telephone each other within {} court days of the request.\n\nDated: May 3, 2011\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "orders"
    (place / "b" / "deep").mkdir(parents=True)
    for number, name in enumerate(("z.txt", "b/a.txt", "b/deep/x.txt", "a.txt", "b.txt"), 2):
        (place / name).write_text(_ORDER.format(number), encoding="utf-8")
    return place


def test_files_stand_in_the_order_of_their_paths(folder: Path) -> None:
    found = many_files([folder])

    assert found.names == ("a.txt", "b.txt", "b/a.txt", "b/deep/x.txt", "z.txt")
    assert many_files([folder / "z.txt", folder / "a.txt"]).names == ("z.txt", "a.txt")  # as given


def test_hidden_files_and_folders_are_left_out(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("x", encoding="utf-8")
    (folder / ".DS_Store").write_bytes(b"\0")

    assert len(many_files([folder]).paths) == 5


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "only" / "folders").mkdir(parents=True)
    with pytest.raises(NothingToReadError, match=r"holds no files\. Expected: a folder of orders\."):
        many_files([tmp_path])


def test_the_output_is_never_read_and_never_takes_an_orders_place(folder: Path) -> None:
    (folder / "out.jsonl").write_text("{}\n", encoding="utf-8")

    assert "out.jsonl" not in many_files([folder], target=folder / "out.jsonl").names
    with pytest.raises(OwnOutputError, match=r"a\.txt is to be read and to be written\."):
        many_files([folder / "a.txt"], target=folder / "b" / ".." / "a.txt")


class _BrokenOffError(Exception):
    pass


def test_a_run_that_was_broken_off_goes_on_where_it_stood(folder: Path, tmp_path: Path) -> None:
    out, files = tmp_path / "out.jsonl", many_files([folder])

    def stop(done: int, of: int | None) -> None:
        if done == 3:
            raise _BrokenOffError

    with pytest.raises(_BrokenOffError):
        lines_into(out, files, workers=1, progress=stop)
    assert not out.exists()
    told: list[int] = []
    done = lines_into(out, files, workers=1, progress=lambda read, _: told.append(read))

    assert (done.files, done.failed) == (5, 0)
    assert done.kept in (2, 3)
    assert told[0] > done.kept
    assert out.read_text(encoding="utf-8").splitlines() == [line.text for line in lines_of(files, workers=2)]


def test_an_unfinished_run_over_files_that_changed_is_not_gone_on_with(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"

    def stop(done: int, of: int | None) -> None:
        raise _BrokenOffError

    with pytest.raises(_BrokenOffError):
        lines_into(out, many_files([folder]), workers=1, progress=stop)
    (folder / "a.txt").write_text(_ORDER.format(99), encoding="utf-8")
    with pytest.raises(OtherReadingError, match="was begun over other files"):
        lines_into(out, many_files([folder]), workers=1)


def test_a_bad_file_is_a_line_of_its_own(folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"\x7fELF\x02")
    lines = [json.loads(line.text) for line in lines_of(many_files([folder]), workers=1)]

    assert [line["source"]["name"] for line in lines if "error" in line] == ["c.txt"]
    assert "is a program, not text" in next(line["error"] for line in lines if "error" in line)
