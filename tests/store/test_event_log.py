"""One contract for the event log of use cases, over the list that tests of use cases have, SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connections

from soordered.casework.caller import PersonId, Role
from soordered.casework.ports import EventLog, NewEntry, VersionConflictError
from soordered.disputes.events_conferral import DatesOffered, EffortMade, MeetingDemanded
from soordered.disputes.names import Side
from soordered.record.acts import MatterOpened, PaperKept, PayloadErased, Recorded
from soordered.record.canonical import CanonicalFormError
from soordered.record.entry import MatterId
from soordered.record.export_file import Export, export_bytes
from soordered.record.verify_export import verify_export
from soordered.store.event_log import StoredEventLog
from soordered.store.models import EntryRow, PayloadRow
from soordered.store.rows import DamagedRowError
from soordered.store.stored_record import NotErasableError, keep_file, kept_file, stored_entries
from soordered.wiring.database import database_name, random_salt
from tests.casework.fakes_of_ports import CountedIds, ListedLog
from tests.store.databases import NAMES, give_back, new_database

MATTER = MatterId("harbor-v-meridian")
DAY = dt.date(2007, 11, 9)
NOON = dt.datetime(2007, 11, 9, 20, 0, 0, 1, tzinfo=dt.UTC)


def new(act: Recorded, *, visible_to: tuple[str, ...] = ("defendant", "plaintiff")) -> NewEntry:
    return NewEntry(
        act=act,
        actor=PersonId("amory"),
        role=Role.COUNSEL,
        side=Side.PLAINTIFF,
        recorded_at=NOON,
        visible_to=visible_to,
    )


def demand(number: int) -> MeetingDemanded:
    return MeetingDemanded(id=f"e{number}", on=DAY, by="plaintiff", about=f"d{number}")


Reader = Callable[[EventLog], EventLog]


@pytest.fixture
def log(using: str) -> StoredEventLog:
    return StoredEventLog(random_salt, using=using)


@pytest.fixture(params=["kept", "read anew"])
def reader(request: pytest.FixtureRequest, using: str) -> Reader:
    """What reads a matter: the log that wrote it, which keeps it folded, or another process's."""
    return (lambda log: log) if request.param == "kept" else (lambda _: StoredEventLog(random_salt, using=using))


@pytest.fixture(
    params=[
        "list",
        *(
            pytest.param(f"{kind}, {how}", marks=[pytest.mark.slow] if kind == "postgresql" else [])
            for kind in NAMES
            for how in ("kept", "read anew")
        ),
    ]
)
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[EventLog, Reader]]:
    """A log of each kind, and what reads it: the log itself, or another process's."""
    kind, _, how = request.param.partition(", ")
    if kind == "list":
        yield ListedLog(CountedIds()), lambda log: log
        return
    settings = new_database(kind, request, tmp_path)
    name = database_name(settings)
    again: Reader = (lambda log: log) if how == "kept" else (lambda _: StoredEventLog(random_salt, using=name))
    yield StoredEventLog(random_salt, using=name), again
    connections[name].close()
    give_back(settings)


# --- the contract


def test_a_matter_that_does_not_exist_is_empty(either: tuple[EventLog, Reader]) -> None:
    log, _ = either
    loaded = log.load(MATTER)

    assert (loaded.version, list(loaded.entries)) == (0, [])


def test_what_was_recorded_is_read_back(either: tuple[EventLog, Reader]) -> None:
    log, reader = either
    words = "\U0001f600 \u202e \x00 e\u0301"
    events: list[Recorded] = [
        demand(1),
        EffortMade(id="e2", on=DAY, about="d1", summary=words),
        DatesOffered(id="e3", on=DAY),
    ]

    assert log.append(MATTER, 0, [new(event) for event in events]) == 3
    loaded = reader(log).load(MATTER)

    assert [entry.event for entry in loaded.entries] == events
    assert [entry.header.position for entry in loaded.entries] == [1, 2, 3]
    header = loaded.entries[0].header
    assert (header.kind, header.actor, header.role, header.side) == (
        "meeting_demanded",
        "amory",
        "counsel",
        "plaintiff",
    )
    assert header.recorded_at == NOON
    assert header.visible_to == ("defendant", "plaintiff")
    assert "d1" in loaded.state.disputes


def test_one_act_after_another(either: tuple[EventLog, Reader]) -> None:
    log, reader = either
    for number in range(1, 70):
        assert log.append(MATTER, number - 1, [new(demand(number))]) == number
        assert reader(log).load(MATTER).version == number

    loaded = reader(log).load(MATTER)
    assert [entry.act for entry in loaded.entries] == [demand(number) for number in range(1, 70)]
    assert len(loaded.state.disputes) == 69


@pytest.mark.parametrize("expected", [0, 1, 3, 99])
def test_an_act_on_another_version_is_refused_whole(either: tuple[EventLog, Reader], expected: int) -> None:
    log, _ = either
    log.append(MATTER, 0, [new(demand(1)), new(demand(2))])

    with pytest.raises(VersionConflictError) as refused:
        log.append(MATTER, expected, [new(demand(3)), new(demand(4))])

    assert (
        str(refused.value)
        == f"The record of 'harbor-v-meridian' stands at version 2; this act was made on version {expected}. "
        "Nothing of it was recorded. Read the matter again and repeat the act."
    )
    assert log.load(MATTER).version == 2


def test_an_act_on_a_matter_that_is_not_there_is_refused(either: tuple[EventLog, Reader]) -> None:
    log, _ = either
    with pytest.raises(VersionConflictError):
        log.append(MATTER, 1, [new(demand(1))])

    assert log.load(MATTER).version == 0


def test_an_act_is_recorded_whole_or_not_at_all(either: tuple[EventLog, Reader]) -> None:
    """The second event cannot be written down: the first is not there either."""
    log, _ = either
    with pytest.raises(CanonicalFormError):
        log.append(MATTER, 0, [new(demand(1)), new(DatesOffered(id="e2", on=DAY, words="\ud800"))])

    assert log.load(MATTER).version == 0


def test_two_matters_know_nothing_of_each_other(either: tuple[EventLog, Reader]) -> None:
    log, _ = either
    log.append(MATTER, 0, [new(demand(1))])
    log.append(MatterId("other"), 0, [new(demand(2))])

    assert [entry.act for entry in log.load(MATTER).entries] == [demand(1)]
    assert [entry.act for entry in log.load(MatterId("other")).entries] == [demand(2)]


def test_what_another_process_adds_is_seen(log: EventLog, using: str) -> None:
    log.append(MATTER, 0, [new(demand(1))])
    log.load(MATTER)

    StoredEventLog(random_salt, using=using).append(MATTER, 1, [new(demand(2))])

    assert [entry.act for entry in log.load(MATTER).entries] == [demand(1), demand(2)]


# --- what the tables add to it


def test_acts_of_keeping_the_record_are_no_events_of_the_dispute(log: EventLog) -> None:
    opened = MatterOpened(id="m", on=DAY, title="Harbor v. Meridian", court="cand")

    log.append(MATTER, 0, [new(opened), new(demand(1))])
    loaded = log.load(MATTER)

    assert [entry.act for entry in loaded.entries] == [opened, demand(1)]
    assert [entry.event for entry in loaded.entries] == [None, demand(1)]


def test_the_chain_in_the_tables_verifies(log: EventLog, using: str) -> None:
    log.append(MATTER, 0, [new(demand(1)), new(demand(2))])
    log.append(MATTER, 2, [new(demand(3))])

    found = verify_export(export_bytes(Export(matter=MATTER, entries=stored_entries(MATTER, using=using), papers={})))

    assert found.holds
    assert found.shown == (1, 2, 3)


def test_an_erased_payload_is_gone_and_the_matter_is_read_without_it(log: EventLog, using: str, reader: Reader) -> None:
    log.append(MATTER, 0, [new(demand(1)), new(EffortMade(id="e2", on=DAY, about="d1", summary="a privileged word"))])
    log.load(MATTER)

    log.append(MATTER, 2, [new(PayloadErased(id="x", on=DAY, position=2, why="clawed back"))])
    loaded = reader(log).load(MATTER)

    assert [entry.act is None for entry in loaded.entries] == [False, True, False]
    assert "e2" not in loaded.state.seen
    assert not PayloadRow.objects.using(using).filter(matter=MATTER, position=2).exists()
    found = verify_export(export_bytes(Export(matter=MATTER, entries=stored_entries(MATTER, using=using), papers={})))
    assert found.holds
    assert [gone.position for gone in found.erased] == [2]


@pytest.mark.parametrize(
    ("position", "why"),
    [(9, "there is no such entry"), (3, "there is no such entry"), (2, "acts of keeping the record")],
)
def test_what_may_not_be_erased_is_refused(log: EventLog, position: int, why: str) -> None:
    log.append(MATTER, 0, [new(demand(1)), new(MatterOpened(id="m", on=DAY, title="", court="cand"))])

    with pytest.raises(NotErasableError, match=why):
        log.append(MATTER, 2, [new(PayloadErased(id="x", on=DAY, position=position))])

    assert log.load(MATTER).version == 2


def test_the_last_entry_that_names_a_paper_takes_it_along(log: EventLog, using: str) -> None:
    digest = keep_file(b"a letter", using=using)
    assert keep_file(b"a letter", using=using) == digest
    twice = [PaperKept(id=f"k{n}", on=DAY, name="letter.pdf", sha256=digest, size=8) for n in (1, 2)]
    log.append(MATTER, 0, [new(act) for act in twice])

    log.append(MATTER, 2, [new(PayloadErased(id="x1", on=DAY, position=1))])
    assert kept_file(digest, using=using) == b"a letter"

    log.append(MATTER, 3, [new(PayloadErased(id="x2", on=DAY, position=2))])
    assert kept_file(digest, using=using) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET actor = 'somebody'",
        "DELETE FROM entry",
        "UPDATE payload SET salt = payload",
    ],
)
def test_the_database_itself_refuses_to_change_the_record(log: EventLog, using: str, statement: str) -> None:
    log.append(MATTER, 0, [new(demand(1))])

    with pytest.raises(DatabaseError, match="the record only grows"), connections[using].cursor() as cursor:
        cursor.execute(statement)

    assert [entry.act for entry in log.load(MATTER).entries] == [demand(1)]


def unlock(using: str) -> None:
    """Take the database's own guards away, as somebody with its password could."""
    with connections[using].cursor() as cursor:
        for name, table in (
            ("entry_no_update", "entry"),
            ("entry_no_delete", "entry"),
            ("payload_no_update", "payload"),
        ):
            on = f" ON {table}" if connections[using].vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")


def test_nothing_is_decided_on_a_record_whose_chain_is_broken(log: EventLog, using: str) -> None:
    log.append(MATTER, 0, [new(demand(1)), new(demand(2)), new(demand(3))])
    unlock(using)
    EntryRow.objects.using(using).filter(position=2).update(actor="somebody")

    with pytest.raises(DamagedRowError, match="Entry 3 of 'harbor-v-meridian' is damaged in the database"):
        StoredEventLog(random_salt, using=using).load(MATTER)


def test_nothing_is_decided_on_a_record_with_a_gap(log: EventLog, using: str) -> None:
    log.append(MATTER, 0, [new(demand(1)), new(demand(2)), new(demand(3))])
    unlock(using)
    EntryRow.objects.using(using).filter(position=2).delete()

    with pytest.raises(
        DamagedRowError, match="Entry 2 of 'harbor-v-meridian' is damaged in the database: it is missing"
    ):
        StoredEventLog(random_salt, using=using).load(MATTER)
