from __future__ import annotations

from pathlib import Path

import pytest

from soordered.wiring.whole_files import CannotWriteError, write_whole


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "feed.ics", b"new")

    assert (tmp_path / "feed.ics").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["feed.ics"]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "feed.ics"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match=r"none/feed.ics cannot be written: No such file or directory"):
        write_whole(tmp_path / "none" / "feed.ics", b"new")


def test_a_folder_in_the_way_is_left_alone_and_so_is_its_parent(tmp_path: Path) -> None:
    (tmp_path / "feed.ics").mkdir()
    with pytest.raises(CannotWriteError, match="Is a directory"):
        write_whole(tmp_path / "feed.ics", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["feed.ics"]


def test_a_disk_that_fills_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "feed.ics"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWriteError, match="No space left on device"):
        write_whole(target, b"new")

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["feed.ics"]
