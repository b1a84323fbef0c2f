"""Many files are read in their order, the same lines for any number of workers; a run that was broken off goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from soordered.bulk.engines.local import LocalEngine
from soordered.bulk.read_files import (
    CannotWriteLinesError,
    OtherReadingError,
    ReadDone,
    Reader,
    ReadLine,
    read_into,
    read_lines,
)
from tests.bulk.readers import counting_reader

KILLED = "The process that read this file died, twice"


def folder_of(folder: Path, texts: list[str]) -> list[str]:
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def silent(done: int, total: int | None) -> None:
    assert total is not None
    assert done <= total


def into(target: Path, paths: list[str], make: Callable[[], Reader] = counting_reader, *, workers: int = 1) -> ReadDone:
    return read_into(target, paths, make, LocalEngine(workers), told="reader 1", progress=silent)


@pytest.mark.slow
def test_the_bytes_are_the_same_for_any_number_of_workers(tmp_path: Path) -> None:
    """Also where the first file is the slowest, one is missing, and a name is no text at all."""
    paths = [*folder_of(tmp_path, ["sleep", *("é" * n for n in range(9))]), str(tmp_path / "none\udcff.txt")]

    done = [into(tmp_path / f"{workers}.jsonl", paths, workers=workers) for workers in (1, 2, 3)]

    written = [(tmp_path / f"{workers}.jsonl").read_bytes() for workers in (1, 2, 3)]
    assert written[0] == written[1] == written[2]
    assert set(done) == {ReadDone(files=11, failed=1, kept=0)}
    lines = [json.loads(line) for line in written[0].splitlines()]
    assert [line["source"] for line in lines] == paths
    assert lines[10]["error"] == "No such file or directory"


def test_lines_come_in_the_order_of_the_paths_and_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    paths = folder_of(tmp_path, ["a", "bb", "ccc"])

    lines = read_lines(paths, counting_reader, LocalEngine(), progress=lambda done, of: told.append((done, of)))

    assert [json.loads(line.text)["characters"] for line in lines] == [1, 2, 3]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_run_that_was_broken_off_goes_on_where_it_stood(tmp_path: Path) -> None:
    """Broken off in the middle of a line, as by a power cut: the half line is read again."""
    paths, target = folder_of(tmp_path, ["a", "bb", "ccc", "dddd"]), tmp_path / "out.jsonl"
    into(tmp_path / "whole.jsonl", paths)
    asked: list[str] = []

    def broken() -> Reader:
        def read(path: str) -> ReadLine:
            asked.append(path)
            if len(asked) == 3:
                raise KeyboardInterrupt
            return counting_reader()(path)

        return read

    with pytest.raises(KeyboardInterrupt):
        into(target, paths, broken)
    assert not target.exists()
    with (tmp_path / ".out.jsonl.unfinished").open("ab") as file:
        file.write(b'{"source": "half a li')
    done = into(target, paths, broken)

    assert done == ReadDone(files=4, failed=0, kept=2)
    assert asked == [*paths[:3], *paths[2:]]
    assert target.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert [path.name for path in tmp_path.glob(".out*")] == []


def test_kept_lines_that_failed_are_counted_again(tmp_path: Path) -> None:
    paths, target = [*folder_of(tmp_path, ["a"]), str(tmp_path / "none.txt")], tmp_path / "out.jsonl"

    def once() -> Reader:
        return counting_reader()

    into(target, paths, once)
    target.replace(tmp_path / ".out.jsonl.unfinished")
    (tmp_path / ".out.jsonl.run").write_text(_record(tmp_path, paths), encoding="utf-8")

    assert into(target, paths, once) == ReadDone(files=2, failed=1, kept=2)


@pytest.mark.parametrize("change", ["other files", "other content", "no record"])
def test_an_unfinished_output_of_another_run_is_not_gone_on_with(tmp_path: Path, change: str) -> None:
    paths, target = folder_of(tmp_path, ["a", "bb"]), tmp_path / "out.jsonl"
    record, beside = tmp_path / ".out.jsonl.run", tmp_path / ".out.jsonl.unfinished"
    beside.write_text('{"source": "x"}\n', encoding="utf-8")
    if change != "no record":
        record.write_text(_record(tmp_path, paths), encoding="utf-8")
    if change == "other files":
        paths = paths[:1]
    if change == "other content":
        Path(paths[0]).write_text("longer than it was", encoding="utf-8")

    with pytest.raises(OtherReadingError, match="was begun over other files, or with other options"):
        into(target, paths)
    assert beside.read_text(encoding="utf-8") == '{"source": "x"}\n'


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteLinesError, match="No such file or directory"):
        into(tmp_path / "nowhere" / "out.jsonl", folder_of(tmp_path, ["a"]))


@pytest.mark.slow
def test_a_file_that_kills_its_process_gets_a_line_and_the_others_are_read(tmp_path: Path) -> None:
    paths = folder_of(tmp_path, ["a", "die always", "bb", "die once", "ccc", "dddd", "eeeee", "ffffff"])

    done = into(tmp_path / "out.jsonl", paths, workers=2)

    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert done == ReadDone(files=8, failed=1, kept=0)
    assert [line.get("characters") for line in lines] == [1, None, 2, 8, 3, 4, 5, 6]
    assert lines[1]["error"].startswith(KILLED)
    assert lines[1]["source"] == {"name": paths[1]}


@pytest.mark.slow
def test_a_single_worker_apart_outlives_a_file_that_kills_its_process(tmp_path: Path) -> None:
    paths = folder_of(tmp_path, ["a", "die always", "bb"])

    lines = list(read_lines(paths, counting_reader, LocalEngine(1, apart=True), progress=silent))

    assert [line.failed for line in lines] == [False, True, False]


def test_no_files_give_an_empty_output(tmp_path: Path) -> None:
    assert into(tmp_path / "out.jsonl", []) == ReadDone(files=0, failed=0, kept=0)
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def _record(folder: Path, paths: list[str]) -> str:
    """What a run over these files leaves beside its unfinished output."""

    def broken() -> Reader:
        raise KeyboardInterrupt

    other = folder / "other.jsonl"
    with pytest.raises(KeyboardInterrupt):
        into(other, paths, broken)
    record = folder / ".other.jsonl.run"
    text = record.read_text(encoding="utf-8")
    record.unlink()
    (folder / ".other.jsonl.unfinished").unlink()
    return text
