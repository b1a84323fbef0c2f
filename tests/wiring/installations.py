"""A small installation for the tests: keys, a database, and a demonstration matter in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from django.db import connections

from soordered.record.entry import MatterId
from soordered.wiring.case_files import import_case
from soordered.wiring.database import OpenDatabase, open_database
from soordered.wiring.installation import make_keys
from soordered.wiring.store_settings import StoreSettings

MATTER = MatterId("harbor")
NOON = dt.datetime(2007, 12, 27, 20, tzinfo=dt.UTC)
TRIGGERS = (("entry_no_update", "entry"), ("entry_no_delete", "entry"), ("payload_no_update", "payload"))


def demonstration(folder: Path, name: str = "harbor-2007") -> Path:
    """Copy a demonstration case out of the package."""
    target = folder / f"{name}.toml"
    with files("soordered.casework").joinpath("demonstration", f"{name}.toml").open("rb") as source:
        target.write_bytes(source.read())
    return target


def with_keys(settings: StoreSettings, folder: Path) -> StoreSettings:
    """Give an installation keys of its own."""
    locking, signing = make_keys(folder)
    return replace(settings, key_file=locking, signing_key_file=signing)


def with_matter(settings: StoreSettings, folder: Path) -> OpenDatabase:
    """Open a database and put the matter of 2007 into it."""
    database = open_database(settings)
    import_case(demonstration(folder), database=database, now=NOON, matter=MATTER)
    return database


@contextmanager
def unguarded(database: OpenDatabase) -> Iterator[None]:
    """Take the database's own guards away, as somebody with its password could."""
    with connections[database.using].cursor() as cursor:
        for name, table in TRIGGERS:
            cursor.execute(f"DROP TRIGGER {name}{f' ON {table}' if database.settings.on_postgres else ''}")
    yield
