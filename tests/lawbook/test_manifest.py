"""The manifest fits the files that ship; a file that was changed or lost is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.lawbook import manifest as manifest_file
from soordered.lawbook.manifest import Manifest, differences, manifest
from soordered.lawbook.shipped_files import LawbookDataError
from soordered.lawbook.version import LAWBOOK_VERSION
from tests.lawbook.write_manifest import DATA, digests, manifest_text


def test_the_manifest_fits_the_data_it_ships_with() -> None:
    told = "The lawbook's data changed: run `python -m tests.lawbook.write_manifest`."

    assert (DATA / "manifest.toml").read_text(encoding="utf-8") == manifest_text(), told
    assert differences() == ()


def test_it_names_every_file_and_the_version() -> None:
    assert manifest().files == digests()
    assert manifest().version == LAWBOOK_VERSION


def test_a_file_that_was_changed_or_lost_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = manifest()
    changed = Manifest(shipped.version, {**shipped.files, "time/federal": "0" * 64, "time/states/ZZ": "0" * 64})
    monkeypatch.setattr(manifest_file, "manifest", lambda: changed)

    found = differences()

    assert [told.split(" ")[0] for told in found] == ["time/federal", "time/states/ZZ"]
    assert "expected 0000" in found[0]
    assert "missing" in found[1]


def test_the_digest_of_the_whole_turns_on_version_names_and_bytes() -> None:
    one = Manifest("1", {"a": "0", "b": "1"})

    assert one.digest == Manifest("1", {"b": "1", "a": "0"}).digest
    assert len({one.digest, Manifest("2", one.files).digest, Manifest("1", {"a": "1", "b": "0"}).digest}) == 3


def test_a_broken_manifest_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest_file, "shipped_table", lambda _name: {"version": 1})

    with pytest.raises(LawbookDataError, match="manifest is broken"):
        manifest()


def test_the_data_folder_is_the_packages_own(checkout: Path) -> None:
    assert checkout in DATA.parents
