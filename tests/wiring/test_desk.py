"""The use cases on a database: a dispute is played from the demand to the exchange, and its record leaves and verifies."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections

from soordered.casework.acts.claw_back import claw_back
from soordered.casework.acts.offer_dates import offer_dates
from soordered.store.outbox import StoredOutbox
from soordered.store.stored_record import stored_entries
from soordered.wiring.database import OpenDatabase, open_database
from soordered.wiring.desk import in_one_act, open_desk
from soordered.wiring.record_files import Exported, export_matter
from soordered.wiring.store_settings import StoreSettings
from tests.casework.cast import AMORY, BRANDT, MATTER, Stage, ask, done
from tests.wiring.installations import NOON, with_keys


@pytest.fixture
def database(stored_at: StoreSettings, using: str, tmp_path: Path) -> OpenDatabase:
    assert using
    return open_database(with_keys(stored_at, tmp_path / "keys"))


def exported(database: OpenDatabase, *readers: str) -> Exported:
    return export_matter(MATTER, database=database, now=NOON, audience=readers)


CANARY = "canary: seven custodians, and not one more"


def test_a_whole_exchange_on_the_database(database: OpenDatabase) -> None:
    stage = Stage(desk=open_desk(database)).opened()
    found = exported(database).found

    assert found.holds
    assert found.opened == 2  # each side's texts are those it had bound
    assert stage.view(BRANDT).state.disputes["d1"].exchange
    for side in ("plaintiff", "defendant", "court"):
        assert exported(database, side).found.holds


def test_an_unopened_text_is_nowhere_but_under_its_lock(database: OpenDatabase, stored_at: StoreSettings) -> None:
    """Written and bound, and not opened: no file for anybody, no row and no file of the database holds a word of it."""
    Stage(desk=open_desk(database)).agreed().committed(AMORY, CANARY)

    for readers in ((), ("plaintiff",), ("defendant",), ("court",)):
        assert CANARY.encode() not in exported(database, *readers).data
    for entry in stored_entries(MATTER, using=database.using):
        assert CANARY.encode() not in (entry.payload or b"")
    if not stored_at.on_postgres:
        connections[database.using].close()
        for path in Path(stored_at.database).parent.glob("record-*"):
            assert CANARY.encode() not in path.read_bytes()


def test_two_processes_see_one_matter(database: OpenDatabase) -> None:
    one, other = open_desk(database), open_desk(database)
    stage = Stage(desk=one).demanded()

    done(offer_dates(replace(other, clock=stage.office.clock), ask(BRANDT), about="d1", dates=(stage.today,)))

    assert len(stage.view(AMORY).state.disputes["d1"].offers) == 1
    assert one.log.load(MATTER) == other.log.load(MATTER)


def test_what_is_clawed_back_leaves_the_other_sides_file(database: OpenDatabase) -> None:
    stage = Stage(desk=open_desk(database)).opened()
    text = stage.view(AMORY).state.issues["i1"].positions[0]
    assert text.text.encode() in exported(database, "defendant").data

    done(claw_back(stage.desk, ask(AMORY), event=text.id, why="privilege"))

    assert text.text.encode() not in exported(database, "defendant").data
    assert text.text.encode() in exported(database, "plaintiff").data
    assert exported(database, "defendant").found.holds


def test_an_act_that_comes_undone_leaves_neither_entry_nor_notice(database: OpenDatabase) -> None:
    """The process fails after the entries were written and before the act was over: nothing of it is there."""
    desk = open_desk(database)
    stage = Stage(desk=desk).demanded()
    before = desk.log.load(MATTER)
    notices = StoredOutbox(using=database.using).waiting()

    def die_half_way() -> None:
        with in_one_act(database):
            done(offer_dates(stage.desk, ask(BRANDT), about="d1", dates=(stage.today + dt.timedelta(days=3),)))
            assert desk.log.load(MATTER).version > before.version
            raise MemoryError

    with pytest.raises(MemoryError):
        die_half_way()

    assert desk.log.load(MATTER) == before
    assert StoredOutbox(using=database.using).waiting() == notices
    with in_one_act(database):
        done(offer_dates(stage.desk, ask(BRANDT), about="d1", dates=(stage.today + dt.timedelta(days=4),)))
    assert desk.log.load(MATTER) == open_desk(database).log.load(MATTER)
