"""Somebody with the database's password changes the record; checking it says where."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.db.models import F

from soordered.provenance.problems import SoOrderedError
from soordered.store.models import EntryRow, MatterRow, PayloadRow
from soordered.store.rows import DamagedRowError
from soordered.store.summaries import every_matter
from soordered.wiring.backup_files import verify_matter
from soordered.wiring.database import OpenDatabase
from soordered.wiring.installation import State, checks_of_installation
from soordered.wiring.record_files import export_matter
from soordered.wiring.store_settings import StoreSettings
from tests.wiring.installations import MATTER, NOON, TRIGGERS, with_keys, with_matter

# the share of every run; `make stress` tries a thousand in each database
TIMES = 143 if "SOORDERED_STRESS" in os.environ else 5

Tamper = Callable[[str, int, random.Random], set[int]]
"""Changes the tables; is given the database, how many entries there are, and chance; returns the positions touched."""


def flip_header(using: str, count: int, chance: random.Random) -> set[int]:
    at = chance.randint(1, count)
    row = EntryRow.objects.using(using).get(matter=MATTER, position=at)
    column = chance.choice(
        ["kind", "version", "actor", "role", "side", "recorded_at", "visible_to", "previous", "commitment"]
    )
    old = getattr(row, column)
    if isinstance(old, int):
        new: object = old + 1
    elif isinstance(old, str):
        new = (old[:-1] + "x" if old else "x") if column != "visible_to" else '["court"]'
        new = '["plaintiff"]' if new == old else new
    else:
        data = bytearray(bytes(old))
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        new = bytes(data)
    EntryRow.objects.using(using).filter(matter=MATTER, position=at).update(**{column: new})
    return {at}


def flip_payload(using: str, count: int, chance: random.Random) -> set[int]:
    at = chance.randint(1, count)
    row = PayloadRow.objects.using(using).get(matter=MATTER, position=at)
    column = chance.choice(["payload", "salt"])
    data = bytearray(bytes(getattr(row, column)))
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    PayloadRow.objects.using(using).filter(matter=MATTER, position=at).update(**{column: bytes(data)})
    return {at}


def drop(using: str, count: int, chance: random.Random) -> set[int]:
    at = chance.randint(1, count)
    EntryRow.objects.using(using).filter(matter=MATTER, position=at).delete()
    PayloadRow.objects.using(using).filter(matter=MATTER, position=at).delete()
    return {at}


def forget(using: str, count: int, chance: random.Random) -> set[int]:
    """Delete what an entry says, without an act."""
    at = chance.randint(1, count)
    PayloadRow.objects.using(using).filter(matter=MATTER, position=at).delete()
    return {at}


def swap(using: str, count: int, chance: random.Random) -> set[int]:
    one, two = chance.sample(range(1, count + 1), 2)
    for model in (EntryRow, PayloadRow):
        rows = model.objects.using(using).filter(matter=MATTER)
        for old, new in ((one, count + 9), (two, one), (count + 9, two)):
            rows.filter(position=old).update(position=new)
    return {one, two}


def insert(using: str, count: int, chance: random.Random) -> set[int]:
    """Put a copy of an entry somewhere and move the later ones up."""
    at = chance.randint(1, count)
    source = chance.randint(1, count)
    for model in (EntryRow, PayloadRow):
        rows = model.objects.using(using).filter(matter=MATTER)
        copy = rows.get(position=source)
        rows.filter(position__gte=at).update(position=F("position") + 10_000)
        rows.filter(position__gte=10_000).update(position=F("position") - 9_999)
        copy.position = at
        copy.save(using=using, force_insert=True)
    MatterRow.objects.using(using).update(version=count + 1)
    return {at}


def truncate(using: str, count: int, chance: random.Random) -> set[int]:
    """Cut off the end, which the checkpoint covers, and put the table of matters right."""
    keep = chance.randint(1, count - 1)
    link = bytes(EntryRow.objects.using(using).get(matter=MATTER, position=keep + 1).previous)
    EntryRow.objects.using(using).filter(matter=MATTER, position__gt=keep).delete()
    PayloadRow.objects.using(using).filter(matter=MATTER, position__gt=keep).delete()
    MatterRow.objects.using(using).update(version=keep, link=link)
    return set(range(keep, count + 1))


TAMPERINGS: tuple[Tamper, ...] = (flip_header, flip_payload, drop, forget, swap, insert, truncate)


@pytest.fixture
def database(stored_at: StoreSettings, using: str, tmp_path: Path) -> OpenDatabase:
    assert using
    opened = with_matter(with_keys(stored_at, tmp_path / "keys"), tmp_path)
    export_matter(MATTER, database=opened, now=NOON)  # leaves a checkpoint at its end
    return opened


@contextmanager
def undone(database: OpenDatabase) -> Iterator[None]:
    """Take the database's guards away, and undo everything in the end."""
    with transaction.atomic(using=database.using):
        with connections[database.using].cursor() as cursor:
            for name, table in TRIGGERS:
                cursor.execute(f"DROP TRIGGER {name}{f' ON {table}' if database.settings.on_postgres else ''}")
        yield
        transaction.set_rollback(True, using=database.using)


def places_found(database: OpenDatabase) -> set[int]:
    try:
        found = verify_matter(MATTER, using=database.using)
    except DamagedRowError as error:
        return {error.position}
    except SoOrderedError:
        return set()
    return {place for item in found.breaks for place in item.positions}


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
def test_every_tampering_is_found_at_its_place(database: OpenDatabase, tamper: Tamper) -> None:
    count = verify_matter(MATTER, using=database.using).entries
    chance = random.Random(tamper.__name__)  # noqa: S311  the same tamperings every time
    for _ in range(TIMES):
        with undone(database):
            touched = tamper(database.using, count, chance)
            found = places_found(database)

        assert any(abs(place - here) <= 1 for place in found for here in touched), (touched, found)
    assert verify_matter(MATTER, using=database.using).holds


def test_the_doctor_tells_of_a_matter_that_was_hidden(database: OpenDatabase) -> None:
    with undone(database):
        MatterRow.objects.using(database.using).all().delete()
        checks = checks_of_installation(database.settings, environment={}, records=True)

        assert list(every_matter(using=database.using)) == []
        assert any(check.name == f"record {MATTER}" and check.state is State.WRONG for check in checks)


def test_the_doctor_names_the_place(database: OpenDatabase) -> None:
    with undone(database):
        EntryRow.objects.using(database.using).filter(position=5).update(actor="somebody")
        checks = checks_of_installation(database.settings, environment={}, records=True)

    wrong = [check.found for check in checks if check.state is State.WRONG]
    assert any(said.startswith("entries 5 to 6") for said in wrong)
