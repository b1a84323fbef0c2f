"""Back-up and restore, keys and their rotation, and the doctor."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections

from soordered.casework.caller import PersonId, StreamId
from soordered.casework.ports import PrivateText
from soordered.store.models import SummaryRow
from soordered.store.private_texts import KeyFolder, NoLockingKeyError, StoredPrivateTexts
from soordered.store.stored_record import stored_entries
from soordered.store.table_lines import NotEmptyError, counted_tables, one_moment
from soordered.wiring.backup_files import KeysMissingError, NoBackupError, back_up, restore
from soordered.wiring.database import DatabaseUnreachableError, OpenDatabase, open_database
from soordered.wiring.installation import Check, State, checks_of_installation, make_keys, rebuild, rotate_keys
from soordered.wiring.new_files import FileTakenError
from soordered.wiring.store_settings import StoreSettingError, StoreSettings, database_settings, store_settings
from tests.store.databases import KINDS, new_database
from tests.wiring.installations import MATTER, NOON, with_keys, with_matter

STREAM = StreamId("plaintiff")
TEXT = PrivateText(key="draft/i1", body="canary: seven custodians", by=PersonId("ames"), at=NOON)


def texts_of(database: OpenDatabase) -> StoredPrivateTexts:
    return StoredPrivateTexts(KeyFolder(database.settings.locking_keys(), os.urandom), using=database.using)


@pytest.fixture
def database(stored_at: StoreSettings, using: str, tmp_path: Path) -> OpenDatabase:
    assert using
    opened = with_matter(with_keys(stored_at, tmp_path / "keys"), tmp_path)
    texts_of(opened).put(MATTER, STREAM, TEXT)
    return opened


# --- back-up and restore


@pytest.mark.parametrize("kind", KINDS)
def test_a_back_up_restores_the_whole_in_either_database(
    database: OpenDatabase, tmp_path: Path, request: pytest.FixtureRequest, kind: str
) -> None:
    made = back_up(tmp_path / "b", database=database)
    empty = replace(new_database(kind, request, tmp_path), key_file=database.settings.key_file)
    target = open_database(empty)

    done = restore(tmp_path / "b", database=target)

    assert done == made
    assert stored_entries(MATTER, using=target.using) == stored_entries(MATTER, using=database.using)
    assert texts_of(target).get(MATTER, STREAM, "draft/i1") == TEXT
    assert counted_tables(using=target.using) == counted_tables(using=database.using)
    back_up(tmp_path / "again", database=target)
    assert (tmp_path / "again").read_bytes() == (tmp_path / "b").read_bytes()


def test_others_go_on_working_while_a_back_up_reads(database: OpenDatabase) -> None:
    """Another connection writes in the middle of it and does not wait; what it wrote is not in the back-up."""

    def write() -> None:
        texts_of(database).put(MATTER, STREAM, TEXT)
        connections[database.using].close()

    with one_moment(using=database.using):
        before = counted_tables(using=database.using)
        with ThreadPoolExecutor(1) as thread:
            thread.submit(write).result(timeout=20)
        assert counted_tables(using=database.using) == before

    assert counted_tables(using=database.using)["private_text"] == before["private_text"] + 1


def test_neither_a_private_word_nor_a_key_is_in_a_back_up(database: OpenDatabase, tmp_path: Path) -> None:
    back_up(tmp_path / "b", database=database)

    held = (tmp_path / "b").read_bytes()
    assert b"canary" not in held
    for key in database.settings.locking_keys():
        assert key.secret.hex().encode() not in held
    assert (tmp_path / "b").stat().st_mode & 0o077 == 0


def test_a_restore_without_the_key_is_refused_with_the_remedy(
    database: OpenDatabase, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    back_up(tmp_path / "b", database=database)
    (key,) = database.settings.locking_keys()
    target = open_database(with_keys(new_database("sqlite", request, tmp_path), tmp_path / "other keys"))

    with pytest.raises(KeysMissingError) as refused:
        restore(tmp_path / "b", database=target)

    assert refused.value.missing == (key.fingerprint,)
    assert "Put the key file of that installation back and name it in SOORDERED_KEY_FILE" in str(refused.value)
    assert not any(counted_tables(using=target.using).values())


def test_a_restore_goes_into_an_empty_database_alone(database: OpenDatabase, tmp_path: Path) -> None:
    back_up(tmp_path / "b", database=database)

    with pytest.raises(NotEmptyError):
        restore(tmp_path / "b", database=database)


@pytest.mark.parametrize("cut", ["end", "middle", "all", "changed"])
def test_half_a_back_up_restores_nothing(
    database: OpenDatabase, tmp_path: Path, request: pytest.FixtureRequest, cut: str
) -> None:
    back_up(tmp_path / "b", database=database)
    lines = (tmp_path / "b").read_bytes().splitlines(keepends=True)
    broken = {
        "end": lines[:-1],
        "middle": [*lines[:5], *lines[6:]],
        "all": [],
        "changed": [line.replace(b"harbor", b"garbor") for line in lines],
    }[cut]
    (tmp_path / "b").write_bytes(b"".join(broken))
    target = open_database(replace(new_database("sqlite", request, tmp_path), key_file=database.settings.key_file))

    with pytest.raises(NoBackupError):
        restore(tmp_path / "b", database=target)

    assert not any(counted_tables(using=target.using).values())


def test_a_back_up_never_writes_over_a_file(database: OpenDatabase, tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"the only other back-up")

    with pytest.raises(FileTakenError):
        back_up(tmp_path / "b", database=database)

    assert (tmp_path / "b").read_bytes() == b"the only other back-up"


# --- keys


def test_a_rotation_makes_a_new_key_and_the_old_one_locks_nothing(database: OpenDatabase) -> None:
    (old,) = database.settings.locking_keys()

    new, done = rotate_keys(database)

    assert done == 1
    assert database.settings.locking_keys() == (new, old)
    assert texts_of(database).get(MATTER, STREAM, "draft/i1") == TEXT
    assert database.settings.key_file is not None
    assert database.settings.key_file.stat().st_mode & 0o077 == 0
    found = checks_of_installation(database.settings, environment={})
    assert any(f"{old.fingerprint} lock nothing any more" in check.found for check in found)


def test_a_rotation_that_was_interrupted_goes_on_with_the_key_it_had_made(database: OpenDatabase) -> None:
    (old,) = database.settings.locking_keys()
    assert database.settings.key_file is not None
    database.settings.key_file.write_text(f"{'ab' * 32}\n{old.secret.hex()}\n")

    new, done = rotate_keys(database)

    assert new.secret.hex() == "ab" * 32
    assert done == 1
    assert len(database.settings.locking_keys()) == 2


def test_a_rotation_without_a_key_file_says_how_to_get_one(stored_at: StoreSettings) -> None:
    with pytest.raises(NoLockingKeyError):
        rotate_keys(open_database(stored_at))


def test_keys_are_never_made_over_others(tmp_path: Path) -> None:
    make_keys(tmp_path / "keys")

    with pytest.raises(FileTakenError):
        make_keys(tmp_path / "keys")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_key_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    locking, signing = make_keys(tmp_path / "keys")
    settings = StoreSettings(database="x", key_file=locking, signing_key_file=signing)
    locking.chmod(mode)
    signing.chmod(mode)

    with pytest.raises(StoreSettingError, match="can be read by others"):
        settings.locking_keys()
    with pytest.raises(StoreSettingError, match=f"chmod 600 {signing}"):
        settings.signing_key()


# --- settings


@pytest.mark.parametrize(
    "database",
    ["mysql://a/b", "postgresql://", "postgresql://localhost", "postgresql://h:port/x", "oracle://u:p@h/x"],
)
def test_an_address_that_cannot_be_used_is_refused(database: str) -> None:
    with pytest.raises(StoreSettingError, match="SOORDERED_DATABASE"):
        database_settings(StoreSettings(database=database))


def test_a_password_is_never_shown() -> None:
    settings = StoreSettings(database="postgresql://so:s3cret@db:5432/soordered")

    assert settings.shown_database == "postgresql://so:…@db:5432/soordered"
    assert database_settings(settings)["PASSWORD"] == "s3cret"  # noqa: S105  a test's own


def test_the_environment_says_where(tmp_path: Path) -> None:
    home = store_settings({}, home=tmp_path)
    named = store_settings({"SOORDERED_DATABASE": "/x.sqlite3", "SOORDERED_KEY_FILE": "/k"}, home=tmp_path)

    assert home.database == str(tmp_path / ".local/share/soordered/soordered.sqlite3")
    assert (home.key_file, home.signing_key_file, home.on_postgres) == (None, None, False)
    assert (named.database, named.key_file) == ("/x.sqlite3", Path("/k"))


def test_a_database_that_does_not_answer_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    for database in ("postgresql://nobody@%2Fnonexistent/x", str(tmp_path / "file" / "x.sqlite3")):
        with pytest.raises(DatabaseUnreachableError, match="nothing was read or written"):
            open_database(StoreSettings(database=database))


# --- the doctor


def states(checks: tuple[Check, ...]) -> dict[str, State]:
    return {check.name: check.state for check in checks}


def test_an_installation_in_order(database: OpenDatabase) -> None:
    found = checks_of_installation(database.settings, environment={}, records=True)

    assert set(states(found).values()) == {State.GOOD}
    told = " ".join(check.found for check in found)
    assert "1 matters with 97 entries, 1 private texts" in told
    assert "1 records were checked from end to end" in told
    if not database.settings.on_postgres:
        assert "journal wal, full sync" in told


def test_a_new_installation_says_what_is_to_be_done(tmp_path: Path) -> None:
    found = checks_of_installation(StoreSettings(database=str(tmp_path / "new.sqlite3")), environment={})

    assert set(states(found).values()) == {State.GOOD, State.NOTE}
    assert not (tmp_path / "new.sqlite3").exists()


def test_private_texts_without_their_key_are_found(database: OpenDatabase, tmp_path: Path) -> None:
    other, _ = make_keys(tmp_path / "other")

    found = checks_of_installation(replace(database.settings, key_file=other), environment={})

    assert states(found)["private texts"] is State.WRONG


def test_a_list_that_is_out_of_step_is_found_and_made_anew(database: OpenDatabase) -> None:
    SummaryRow.objects.using(database.using).all().delete()

    assert states(checks_of_installation(database.settings, environment={}))["list of matters"] is State.WRONG
    assert rebuild(database) == 1
    assert "list of matters" not in states(checks_of_installation(database.settings, environment={}))


def test_settings_that_are_wrong_do_not_hide_one_another(tmp_path: Path) -> None:
    settings = StoreSettings(
        database="postgresql://nobody@%2Fnonexistent/x",
        key_file=tmp_path / "none",
        signing_key_file=tmp_path / "none.pem",
    )

    found = states(checks_of_installation(settings, environment={}))

    assert {name for name, state in found.items() if state is State.WRONG} == {"locking keys", "signing key", "tables"}
