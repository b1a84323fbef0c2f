"""Databases for tests: each test has an empty one of its own, in SQLite and in PostgreSQL."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from soordered.wiring.database import database_name, open_database
from soordered.wiring.store_settings import StoreSettings
from tests.conftest import skip_or_fail
from tests.store.postgres import make_database, postgres_server, programs

# Django has to be set up before a table's class is imported; this database is never opened.
database_name(StoreSettings(database="/nonexistent/soordered.sqlite3"))

NAMES = ("sqlite", "postgresql")
KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))
_NUMBERS = itertools.count(1)
_GUARDS = 3
_FREE: list[str] = []  # PostgreSQL takes its time to make a database


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with its tables and nothing in them."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"
    opened = open_database(StoreSettings(database=str(path)))
    connections[opened.using].close()
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """A PostgreSQL server with a database ``empty`` that has its tables and nothing in them."""
    if programs() is None:
        skip_or_fail("No PostgreSQL server; install Debian's package postgresql.")
    with postgres_server() as server:
        opened = open_database(StoreSettings(database=make_database(server, "empty")))
        connections[opened.using].close()
        yield server
        _FREE.clear()
        for name in connections:
            connections[name].close()


def new_database(kind: str, request: pytest.FixtureRequest, folder: Path) -> StoreSettings:
    """Make an empty database with its tables."""
    number = next(_NUMBERS)
    if kind == "sqlite":
        path = folder / f"record-{number}.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return StoreSettings(database=str(path))
    server = str(request.getfixturevalue("postgres_template"))
    if _FREE:
        return StoreSettings(database=_FREE.pop())
    return StoreSettings(database=make_database(server, f"record-{number}", template="empty"))


def give_back(settings: StoreSettings) -> None:
    """Empty a PostgreSQL database for the next test; one whose guards a test took away is left alone."""
    if not settings.on_postgres:
        return
    name = database_name(settings)
    with connections[name].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal")
        (guards,) = cursor.fetchone()
        if guards == _GUARDS:
            tables = [table for table in connections[name].introspection.table_names() if table != "django_migrations"]
            cursor.execute(f"TRUNCATE {', '.join(tables)}")
            _FREE.append(settings.database)
    connections[name].close()


@pytest.fixture(params=KINDS)
def stored_at(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoreSettings]:
    """Where an empty database is, once in SQLite and once in PostgreSQL."""
    settings = new_database(request.param, request, tmp_path)
    yield settings
    give_back(settings)


@pytest.fixture
def using(stored_at: StoreSettings) -> Iterator[str]:
    """Django's name of an empty database, once in SQLite and once in PostgreSQL."""
    name = database_name(stored_at)
    yield name
    connections[name].close()
