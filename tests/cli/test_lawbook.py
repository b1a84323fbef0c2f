"""``soordered lawbook`` with its parts: worked examples, digests, a newer lawbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.lawbook.shipped_files import shipped_bytes
from soordered.wiring.lawbook_folders import FOLDER
from tests.cli.answers import Run
from tests.wiring.packs import EXTRA_DAY, california, changed, pack_of, signed, trust


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack.toml"
    path.write_text(signed(california()), encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "lawbook"
    monkeypatch.setenv(FOLDER, str(folder))
    trust(folder)
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
    assert "Signed by: Our publisher" in shown.out
    assert [path.name for path in place.iterdir()] == ["keys"]
    assert "Kept; " in run("lawbook", "update", pack, "--accept").out
    assert "Lawbook 2027.1.1" in run("lawbook").out
    assert "signed by Our publisher. Accepted files: time/states/CA." in run("lawbook").out
    assert "Lawbook 2027.1.1 was accepted in its place" in run("lawbook", "verify").out
    assert run("lawbook", "verify", "--json").fields["accepted"] == "2027.1.1"
    assert "lawbook 2027.1.1" in run("due", "5 days", "--after", "2010-07-06").out


@pytest.mark.usefixtures("place")
def test_what_a_pack_would_move_is_shown_in_words(run: Run, tmp_path: Path, case: Path) -> None:
    regimes = shipped_bytes("time/regimes").decode().replace("excludes_under = 11", "excludes_under = 8")
    reply = 'act = "file_reply"\nsummary = "The reply is due so many days before the hearing."\ntiming = { form = "period", n = '
    path = tmp_path / "pack.toml"
    path.write_text(
        signed(pack_of({**changed("rules/cand", f"{reply}14", f"{reply}16"), "time/regimes": regimes})),
        encoding="utf-8",
    )
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "harbor.toml").write_bytes(case.read_bytes())
    (tmp_path / "cases" / "notes.toml").write_text("a = 1\n", encoding="utf-8")

    out = run("lawbook", "update", path, "--case", tmp_path / "cases", "--as-of", "2007-08-28").out

    assert "file reply: m1: 2007-08-31 becomes 2007-08-29. the rule cand-7-3-c-reply-before-hearing changed" in out
    assert "Worked examples that would come out differently" in out
    assert f"No case files\n\n- {tmp_path / 'cases' / 'notes.toml'}" in out


@pytest.mark.usefixtures("place")
def test_a_pack_for_another_version_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_text(signed(california(follows="2020.1.1")), encoding="utf-8")

    answer = run("lawbook", "update", path)

    assert answer.code == 2
    assert "2020.1.1" in answer.err


@pytest.mark.usefixtures("place")
def test_an_unsigned_pack_is_refused_and_taken_only_on_purpose(run: Run, tmp_path: Path, case: Path) -> None:
    """From then on every output that names a lawbook says that nobody signed it."""
    path, order, rows = tmp_path / "unsigned.toml", tmp_path / "order.txt", tmp_path / "rows.csv"
    path.write_text(california(), encoding="utf-8")
    order.write_text("IT IS SO ORDERED that the parties shall meet within 5 days of the demand.\n", encoding="utf-8")
    rows.write_text("trigger,period\n2020-11-23,14 days\n", encoding="utf-8")

    refused = run("lawbook", "update", path, "--accept")
    assert refused.code == 2
    assert "is not signed" in refused.err
    assert "--unsigned" in refused.err
    taken = run("lawbook", "update", path, "--accept", "--unsigned", "--json").fields
    assert (taken["signed_by"], taken["to"]) == (None, "2027.1.1 (unsigned pack)")

    said = "lawbook 2027.1.1 (unsigned pack)"
    assert said.capitalize() in run("lawbook").out
    assert said in run("due", "5 days", "--after", "2010-07-06").out
    assert said in run("run", case, "--as-of", "2007-08-28").out
    assert said in run("read", order).out
    assert said in run("lint", "cand-spero-2007-07-30").out
    assert said in run("diff", "cand-spero-2007-07-30", "cand-spero-2010-07-07").out
    assert said in run("courts", "california").out
    assert said.capitalize() in run("holidays", "cand", "2020").out
    assert said in run("calendar", case, "--as-of", "2007-08-28", "--grid").out
    assert said in run("calendar", case, "--as-of", "2007-08-28").out.replace("\n ", "").replace("\\;", ";")
    assert said in run("bulk", rows, tmp_path / "dates.csv").out
    assert run("bulk", rows, tmp_path / "more.csv", "--json").fields["lawbook"] == "2027.1.1 (unsigned pack)"


def test_a_publisher_makes_a_key_and_a_pack_and_signs_it(run: Run, tmp_path: Path, place: Path, checkout: Path) -> None:
    """From the corrected file of the law to the date that it moves, as a publisher and a user do it."""
    file = tmp_path / "law/time/states/CA.toml"
    file.parent.mkdir(parents=True)
    held = checkout / "src/soordered/lawbook/data/time/states/CA.toml"
    file.write_text(held.read_text(encoding="utf-8") + EXTRA_DAY, encoding="utf-8")
    pack = tmp_path / "pack.toml"

    made = run("lawbook", "key", tmp_path / "clerk", "--json").fields
    packed = run(
        "lawbook", "pack", tmp_path / "law", pack, "--version", "2027.1.1", "--words", "Founders Day is kept.", "--json"
    ).fields
    signed_now = run("lawbook", "sign", pack, "--key", str(made["private"]), "--json").fields
    (place / "keys" / "Clerk of the lawbook.pem").write_bytes(Path(str(made["public"])).read_bytes())
    kept = run("lawbook", "update", pack, "--accept", "--json").fields

    assert packed == {"pack": str(pack), "version": "2027.1.1", "files": ["time/states/CA"]}
    assert signed_now == {"pack": str(pack), "version": "2027.1.1", "key": made["fingerprint"]}
    assert (kept["signed_by"], kept["files"]) == ("Clerk of the lawbook", ["time/states/CA"])
    assert run("lawbook", "--json").fields["accepted"] == {
        "signed_by": "Clerk of the lawbook",
        "files": ["time/states/CA"],
    }
    assert run("due", "14 days", "--after", "2020-11-23", "--json").fields["prevailing"] == "2020-12-08"


def test_the_same_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(california(), encoding="utf-8")

    made = run("lawbook", "key", tmp_path / "clerk")
    signed_now = run("lawbook", "sign", tmp_path / "pack.toml", "--key", tmp_path / "clerk.key.pem")

    assert "keep it, and show it to nobody" in made.out
    assert "Locked: no; set SOORDERED_KEY_PASSPHRASE to lock a key" in made.out
    assert "lawbook 2027.1.1, signed with the key " in signed_now.out
    assert run("lawbook", "key", tmp_path / "clerk").code == 2
