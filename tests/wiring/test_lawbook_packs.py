"""A newer lawbook: tried before it counts, kept whole or not at all, and named by every date counted with it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import soordered as so
from soordered.deadlines.deadline import Deadline
from soordered.lawbook.version import LAWBOOK_VERSION
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.lawbook_pack_from_toml import LawbookPackError
from soordered.wiring.accepted_lawbook import (
    ACCEPTED,
    FOLDER,
    OvertakenPackError,
    PackUnreadableError,
    accepted_lawbook,
)
from soordered.wiring.bulk_runs import bulk
from soordered.wiring.lawbook_packs import NoLawbookFolderError, WrongVersionError, keep, update, update_fields
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
def case(tmp_path: Path, checkout: Path) -> Path:
    path = tmp_path / "harbor.toml"
    demonstration = checkout / "src/soordered/casework/demonstration/harbor-2007.toml"
    path.write_text(demonstration.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def _ten_days() -> Deadline:
    return so.due("14 days", after="2020-11-23", court="cand", rank="federal_rule")


def test_trying_a_pack_writes_nothing_and_changes_no_count(pack: Path, place: Path) -> None:
    before = _ten_days()

    found = update(pack, [])

    assert found.pack.version == "2027.1.1"
    assert not place.exists()
    assert _ten_days() == before


def test_an_accepted_pack_counts_and_every_date_names_it(pack: Path, place: Path) -> None:
    assert (_ten_days().prevailing.isoformat(), _ten_days().lawbook) == ("2020-12-07", LAWBOOK_VERSION)

    kept = keep(update(pack, []))

    assert kept == place / ACCEPTED
    assert [path.name for path in place.iterdir()] == [ACCEPTED]
    assert (_ten_days().prevailing.isoformat(), _ten_days().lawbook) == ("2020-12-08", "2027.1.1")
    assert so.Table("cand").due(np.array(["2020-11-23"], dtype="datetime64[D]"), 14, "day", "after")[
        0
    ] == np.datetime64("2020-12-08")


def test_a_second_pack_goes_on_the_first(pack: Path, place: Path, tmp_path: Path) -> None:
    keep(update(pack, []))
    second = tmp_path / "second.toml"
    second.write_text(california("2027.2.1", "2027.1.1").replace("Founders Day", "Harvest Day"), encoding="utf-8")

    with pytest.raises(LawbookPackError, match="does not fit its sha256"):
        update(second, [])
    second.write_text(california("2027.2.1", "2027.1.1"), encoding="utf-8")
    keep(update(second, []))

    assert accepted_lawbook().version == "2027.2.1"
    with pytest.raises(WrongVersionError, match=r"may be put on lawbook 2026\.11\.1, and 2027\.2\.1 is in use"):
        update(pack, [])


def test_live_dates_that_move_are_told_with_the_day_that_moves_them(tmp_path: Path, place: Path, case: Path) -> None:
    path = tmp_path / "pack.toml"
    day = '\n[[holiday]]\nname = "Founders Day"\nmonth = {month}\nday = {day}\ncite = "an act made for this test"\n'
    many = "".join(day.format(month=month, day=number) for month in range(1, 13) for number in range(1, 28))
    path.write_text(california(day=many), encoding="utf-8")

    found = update(path, [case])
    fields = update_fields(found)

    assert found.cases[0].moves
    for move in found.cases[0].moves:
        assert "is now Founders Day (an act made for this test)" in move.why
        assert move.dates.count("becomes") == 1
    assert fields["to"] == "2027.1.1"
    assert not place.exists()


def test_a_pack_that_changes_nothing_in_the_way_moves_nothing(pack: Path, case: Path) -> None:
    assert update(pack, [case], as_of="2007-08-20").cases[0].moves == ()


def test_without_a_folder_nothing_can_be_kept(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)

    with pytest.raises(NoLawbookFolderError, match=FOLDER):
        keep(update(pack, []))


def test_a_folder_without_an_accepted_pack_counts_as_shipped(place: Path) -> None:
    place.mkdir()

    assert _ten_days().lawbook == LAWBOOK_VERSION


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (("2027.1.1", "newest"), "'newest' is no version"),
        (("time/states/CA", "time/../../evil"), "is no file of the lawbook's time law"),
        (("time/states/CA", "rules/frcp"), "is no file of the lawbook's time law"),
        (('sha256 = "', 'sha256 = "0'), "does not fit its sha256"),
        (("words = ", "wordz = "), "the key 'wordz' is unknown"),
        (("[[file]]", "[[file"), "it is no TOML"),
        (("[[file]]\nname", "[[file]]\nnote = 1\nname"), "keys are not complete"),
    ],
)
def test_a_damaged_pack_is_refused(pack: Path, change: tuple[str, str], match: str) -> None:
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace(*change, 1), encoding="utf-8")

    with pytest.raises(LawbookPackError, match=match):
        update(pack, [])


@pytest.mark.parametrize(
    "day", ['\n[[holiday]]\nname = "No cite"\n', '\n[[holiday]]\nname = "X"\ncite = "y"\nmonth = 13\nday = 1\n']
)
def test_a_pack_whose_data_cannot_be_used_is_refused(pack: Path, day: str) -> None:
    pack.write_text(california(day=day), encoding="utf-8")

    with pytest.raises(LawbookPackError, match="its data cannot be used"):
        update(pack, [])


def test_an_accepted_pack_for_another_install_stops_the_count(place: Path) -> None:
    place.mkdir()
    (place / ACCEPTED).write_text(california(follows="2025.1.1"), encoding="utf-8")

    with pytest.raises(OvertakenPackError, match=r"accepted over lawbook 2025\.1\.1"):
        _ten_days()


def test_a_pack_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackUnreadableError, match="No such file"):
        update(tmp_path / "none.toml", [])
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PackUnreadableError, match="not UTF-8"):
        update(tmp_path / "bytes.toml", [])


def test_many_rows_are_refused_while_a_pack_is_accepted(pack: Path, place: Path, tmp_path: Path) -> None:
    """Bulk counts with the shipped lawbook only: better a refusal than two lawbooks side by side."""
    keep(update(pack, []))
    rows = tmp_path / "rows.csv"
    rows.write_text("trigger,n,unit\n2020-11-23,14,day\n", encoding="utf-8")

    with pytest.raises(BadInputError, match="shipped lawbook"):
        bulk(rows, tmp_path / "out.csv")
