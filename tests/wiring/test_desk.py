"""The use cases on a database: a dispute is played from the demand to the exchange, and its record leaves and verifies."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connections

from soordered.casework.acting import see
from soordered.casework.acts.claw_back import claw_back
from soordered.casework.acts.hand_over_letter import hand_over_letter
from soordered.casework.acts.offer_dates import offer_dates
from soordered.casework.acts.sign_letter import sign_letter
from soordered.casework.caller import Caller, StreamId
from soordered.casework.ports import NewEntry
from soordered.disputes.events_exchange import TextsOpened
from soordered.disputes.events_letter import PositionStated
from soordered.disputes.names import Withheld
from soordered.record.acts import HoldPlaced
from soordered.record.verify_export import verify_export
from soordered.store.models import PayloadRow
from soordered.store.outbox import StoredOutbox
from soordered.store.stored_record import stored_entries
from soordered.wiring.database import OpenDatabase, open_database
from soordered.wiring.desk import in_one_act, open_desk
from soordered.wiring.record_files import Exported, export_matter
from soordered.wiring.store_settings import StoreSettings
from tests.casework.calls_of_acts import digest
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


def test_a_letter_signed_and_handed_over_is_verified_offline(database: OpenDatabase) -> None:
    stage = Stage(desk=open_desk(database)).opened()
    read = digest(stage)
    for who in (AMORY, BRANDT):
        done(sign_letter(stage.desk, ask(who), about="d1", digest=read))
    done(hand_over_letter(stage.desk, ask(AMORY), about="d1", digest=read))

    found = exported(database).found

    assert found.holds
    assert (found.letters, found.signatures) == (1, 2)
    assert verify_export(exported(database, "defendant").data).signatures == 2


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


def test_who_looks_at_the_hour_opens_once_however_many_look(database: OpenDatabase) -> None:
    """Both sides, twice each, look in the same instant: each text opens once, in one act with the other's."""
    stage = Stage(desk=open_desk(database)).agreed().committed(AMORY).committed(BRANDT)
    stage.at(stage.today, 17)
    start = Barrier(4)

    def look(who: Caller) -> int:
        desk = replace(open_desk(database), clock=stage.office.clock)
        start.wait()
        try:
            seen = see(desk, ask(who))
            return len(seen.state.issues["i1"].positions) if seen is not None else 0
        finally:
            connections[database.using].close()

    with ThreadPoolExecutor(4) as threads:
        counts = list(threads.map(look, [AMORY, BRANDT, AMORY, BRANDT]))

    assert counts == [2, 2, 2, 2]
    acts = [entry.act for entry in stage.desk.log.load(MATTER).entries]
    assert sum(isinstance(act, TextsOpened) for act in acts) == 2
    assert sum(isinstance(act, PositionStated) for act in acts) == 2
    assert exported(database).found.opened == 2


def test_what_is_clawed_back_leaves_the_other_sides_file(database: OpenDatabase) -> None:
    stage = Stage(desk=open_desk(database)).opened()
    text = stage.view(AMORY).state.issues["i1"].positions[0]
    assert text.text.encode() in exported(database, "defendant").data

    done(claw_back(stage.desk, ask(AMORY), event=text.id, why="privilege"))

    assert text.text.encode() not in exported(database, "defendant").data
    assert text.text.encode() in exported(database, "plaintiff").data
    assert exported(database, "defendant").found.holds


def test_what_is_destroyed_is_gone_from_the_disk_and_the_record_holds(
    database: OpenDatabase, stored_at: StoreSettings
) -> None:
    """Returned and destroyed under Rule 26(b)(5)(B): no word of it is left, and what happened is still told."""
    stage = Stage(desk=open_desk(database)).agreed().committed(AMORY, CANARY).committed(BRANDT)
    stage.at(stage.today, 17)
    text = stage.view(BRANDT).state.issues["i1"].positions[0]
    assert CANARY in text.text
    for one in stage.desk.private.keys(MATTER, StreamId("plaintiff")):
        stage.desk.private.delete(MATTER, StreamId("plaintiff"), one)
    parts = [*stage.view(BRANDT).state.issues["i1"].positions, *stage.view(BRANDT).state.issues["i1"].compromises]

    for part in parts:
        if part.by == "amory":
            done(claw_back(stage.desk, ask(AMORY), event=part.id, how=Withheld.DESTROYED, why="privilege"))
    found = exported(database).found

    assert found.holds
    assert len(found.erased) == 2
    assert CANARY not in repr(stage.view(AMORY)) + repr(open_desk(database).log.load(MATTER))
    assert stage.view(BRANDT).state.disputes["d1"].exchange
    for row in PayloadRow.objects.using(database.using).all():
        assert CANARY.encode() not in bytes(row.payload)
    if not stored_at.on_postgres:
        connections[database.using].close()
        assert CANARY.encode() not in Path(stored_at.database).read_bytes()


def test_nothing_that_starts_a_clock_is_destroyed(database: OpenDatabase) -> None:
    stage = Stage(desk=open_desk(database)).demanded()
    demand = next(iter(stage.view(AMORY).state.disputes["d1"].demands))

    answer = claw_back(stage.desk, ask(AMORY), event=demand.id, how=Withheld.DESTROYED, why="privilege")

    assert "Clocks may run from this entry" in str(answer.refusal)


def test_under_a_litigation_hold_nothing_is_destroyed(database: OpenDatabase) -> None:
    stage = Stage(desk=open_desk(database)).opened()
    text = stage.view(AMORY).state.issues["i1"].positions[0]
    hold = NewEntry(
        act=HoldPlaced(id="hold", on=stage.today, by="court", why="spoliation motion"),
        actor=BRANDT.person,
        role=BRANDT.role,
        side=BRANDT.side,
        recorded_at=NOON,
        visible_to=("defendant", "plaintiff"),
    )
    stage.desk.log.append(MATTER, stage.desk.log.load(MATTER).version, [hold])

    answer = claw_back(stage.desk, ask(AMORY), event=text.id, how=Withheld.DESTROYED, why="privilege")

    assert "A litigation hold stands" in str(answer.refusal)
    assert text.text.encode() in exported(database, "defendant").data


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
