"""``import``, ``export``, ``verify``, ``backup``, ``restore`` and ``doctor``, as a shell sees them."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from soordered.cli.exit_codes import ExitCode
from soordered.wiring.case import Case
from tests.cli.answers import Run

MATTER = "harbor"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """An installation in SQLite, with keys and the matter of 2007; the working folder is its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOORDERED_DATABASE", str(tmp_path / "record.sqlite3"))
    assert run("doctor", "--make-keys", "keys").code == ExitCode.DONE
    monkeypatch.setenv("SOORDERED_KEY_FILE", "keys/locking-keys.txt")
    monkeypatch.setenv("SOORDERED_SIGNING_KEY", "keys/signing-key.pem")
    text = files("soordered.casework").joinpath("demonstration", "harbor-2007.toml").read_text(encoding="utf-8")
    (tmp_path / "harbor-2007.toml").write_text(text, encoding="utf-8")
    assert run("import", "harbor-2007.toml", "--id", MATTER, "--side", "plaintiff").code == ExitCode.DONE
    return tmp_path


def test_a_record_goes_out_and_is_verified(installed: Path, run: Run) -> None:
    assert run("export", MATTER, "--checkpoint", "kept.checkpoint").code == ExitCode.DONE
    answer = run("verify", "harbor.record.jsonl", "--key", "keys/signing-key.pub.pem", "--anchor", "kept.checkpoint")

    assert answer.code == ExitCode.DONE
    assert answer.out.startswith("harbor.record.jsonl: the record holds\n")
    assert "What this proves" in answer.out
    assert "What it does not prove" in answer.out


def test_a_record_that_was_changed_is_a_finding(installed: Path, run: Run) -> None:
    run("export", MATTER)
    path = installed / "harbor.record.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Meridian", b"Maridian", 1))

    answer = run("verify", path)

    assert answer.code == ExitCode.FINDINGS
    assert "the record does NOT hold" in answer.out
    assert "entry 1, line 2" in answer.out
    assert "What this proves" not in answer.out


def test_verify_prints_json(installed: Path, run: Run) -> None:
    run("export", MATTER, "--for", "defendant", "--out", "theirs")

    found = json.loads(run("verify", "theirs", "--json").out)

    assert found["holds"] is True
    assert found["audience"] == ["defendant"]
    assert found["breaks"] == []
    assert len(found["withheld"]) + found["shown"] == found["entries"]
    assert found["proves"]


def test_a_case_comes_back_as_its_file(installed: Path, run: Run) -> None:
    answer = json.loads(run("export", MATTER, "--case", "--out", "back.toml", "--json").out)

    assert answer == {"matter": MATTER, "file": "back.toml", "beside": [], "left_out": []}
    assert Case.load("back.toml").file.events == Case.load("harbor-2007.toml").file.events


def test_the_matters_are_listed(installed: Path, run: Run) -> None:
    listed = json.loads(run("export", "--list", "--json").out)["matters"]

    assert [(line["matter"], line["court"], line["number"]) for line in listed] == [
        (MATTER, "cand", "C-06-09999 MT (JCS)")
    ]
    assert "Harbor Glass Co. v. Meridian" in run("export", "--list").out


def test_an_installation_moves_by_its_back_up(installed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = json.loads(run("backup", "monday", "--json").out)
    monkeypatch.setenv("SOORDERED_DATABASE", str(installed / "new.sqlite3"))

    restored = json.loads(run("restore", "monday", "--json").out)

    assert restored == made
    assert run("restore", "monday").code == ExitCode.BAD_INPUT
    assert run("doctor", "--records").code == ExitCode.DONE


def test_the_doctor_rotates_keys_and_makes_the_list_anew(installed: Path, run: Run) -> None:
    assert "locked under" in run("doctor", "--rotate-keys").out
    assert json.loads(run("doctor", "--rebuild", "--json").out) == {"matters": 1}
    checks = json.loads(run("doctor", "--records", "--json").out)["checks"]
    assert {check["state"] for check in checks} == {"good"}


def test_the_doctor_says_what_is_wrong(installed: Path, run: Run) -> None:
    (installed / "keys" / "locking-keys.txt").chmod(0o644)

    answer = run("doctor")

    assert answer.code == ExitCode.FINDINGS
    assert "can be read by others (mode 0644)" in answer.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export",), "MATTER is missing. `soordered export --list` lists the matters."),
        (("export", MATTER, "--for", "defendants"), "Nobody in this matter reads as 'defendants'."),
        (("export", "nobody"), "There is no record of 'nobody'."),
        (("export", MATTER, "--out", "harbor-2007.toml"), "harbor-2007.toml is there already."),
        (("export", MATTER, "--out", "no/such/folder"), "no/such/folder cannot be used: no such file or directory."),
        (("verify", "nothing"), "nothing cannot be used: no such file or directory."),
        (("verify", "harbor-2007.toml", "--key", "harbor-2007.toml"), "it holds no public key."),
        (("verify", "harbor-2007.toml"), "is not the file of a record"),
        (("verify", "harbor-2007.toml", "--anchor", "harbor-2007.toml"), "this is no JSON."),
        (("import", "harbor-2007.toml", "--id", MATTER), "There is a record of 'harbor' here already"),
        (("import", "record.sqlite3"), "does not hold"),
        (("import", "record.sqlite3", "--id", "x"), "--id and --side are for case files"),
        (("import", "nothing.toml"), "nothing.toml"),
        (("backup", "harbor-2007.toml"), "harbor-2007.toml is there already."),
        (("restore", "harbor-2007.toml"), "harbor-2007.toml is no back-up that can be restored"),
        (("doctor", "--make-keys", "keys"), "is there already."),
        (("doctor", "--rebuild", "--rotate-keys"), "are done one at a time."),
    ],
)
def test_what_cannot_be_done_is_said_with_the_remedy(
    installed: Path, run: Run, words: tuple[str, ...], says: str
) -> None:
    answer = run(*words)

    assert answer.code == ExitCode.BAD_INPUT
    assert says in " ".join(answer.err.split())


WORDS = ("--matter", MATTER, "--stream", "plaintiff", "--key", "i1", "--part", "part", "--release", "release")


def test_a_private_text_is_locked_and_opened(installed: Path, run: Run) -> None:
    (installed / "position.txt").write_text("Seven custodians.\n", encoding="utf-8")

    locked = json.loads(run("private", "lock", "position.txt", *WORDS, "--json").out)
    opened = json.loads(run("private", "open", "part", "release", "--json").out)

    assert opened == {"commitment": locked["commitment"], "text": "Seven custodians.\n", "file": None}
    assert run("private", "open", "part", "release").out == "Seven custodians.\n"
    assert b"custodians" not in (installed / "part").read_bytes()
    assert (installed / "release").stat().st_mode & 0o077 == 0
    assert run("private", "open", "part", "release", "--out", "again").code == ExitCode.DONE
    assert (installed / "again").read_text(encoding="utf-8") == "Seven custodians.\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("private",), "Say which: soordered private lock"),
        (("private", "lock", "nothing", *WORDS), "nothing cannot be used"),
        (("private", "lock", "scan.png", *WORDS), "scan.png is no text."),
        (("private", "lock", "harbor-2007.toml", *WORDS[:-1], "harbor-2007.toml"), "is there already"),
        (("private", "open", "harbor-2007.toml", "harbor-2007.toml"), "this is no JSON"),
    ],
)
def test_what_cannot_be_locked_or_opened_is_refused(
    installed: Path, run: Run, words: tuple[str, ...], says: str
) -> None:
    (installed / "scan.png").write_bytes(b"\x89PNG\xff")
    answer = run(*words)

    assert answer.code == ExitCode.BAD_INPUT
    assert says in " ".join(answer.err.split())
    assert not (installed / "part").exists()


def test_without_a_signing_key_no_checkpoint_is_promised(
    installed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOORDERED_SIGNING_KEY")

    answer = run("export", MATTER, "--checkpoint", "kept")

    assert answer.code == ExitCode.BAD_INPUT
    assert "no signing key is set" in answer.err
    assert not (installed / "kept").exists()
    assert not (installed / "harbor.record.jsonl").exists()


def test_a_database_of_another_kind_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOORDERED_DATABASE", "mysql://somewhere/x")

    assert "mysql:// is no kind of database" in run("export", "--list").err
    doctor = run("doctor")
    assert doctor.code == ExitCode.FINDINGS
    assert "mysql:// is no kind of database" in doctor.out
