"""The database of the record: Django started for it, its tables made, and the adapters of the use cases' ports."""

from __future__ import annotations

import datetime as dt
import os
import time
from dataclasses import dataclass
from pathlib import Path

import django
from django.conf import settings as django_conf
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from soordered.provenance.problems import SoOrderedError
from soordered.record.entry import SALT_BYTES, Salt
from soordered.wiring.store_settings import StoreSettings, database_settings, django_settings, store_settings

_TRIES = 20
_PAUSE = 0.25  # seconds


class DatabaseUnreachableError(SoOrderedError):
    """The database of the record cannot be reached.

    Args:
        database: where it is said to be, without a password.
        why: what it answered.
    """

    def __init__(self, database: str, why: str) -> None:
        super().__init__(
            f"The record at {database} cannot be reached: {why}. "
            "Check SOORDERED_DATABASE with `soordered doctor`; nothing was read or written."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDatabase:
    """A database that was reached and whose tables are those of this program.

    Args:
        settings: where it is, and the keys.
        using: Django's name of it.
    """

    settings: StoreSettings
    using: str


def settings_here() -> StoreSettings:
    """Read the settings of the store from this process's environment."""
    return store_settings(os.environ, home=Path.home())


def open_database(settings: StoreSettings | None = None) -> OpenDatabase:
    """Reach the database of the record; make its tables, or bring them up to this version.

    Args:
        settings: where it is; what the environment says if none.

    Raises:
        StoreSettingError: a setting cannot be used.
        DatabaseUnreachableError: it does not answer.
    """
    where = settings or settings_here()
    using = database_name(where)
    try:
        if not where.on_postgres:
            _make_folder(Path(where.database))
        _make_tables(using)
    except (DatabaseError, MigrationSchemaMissing, OSError) as error:
        raise DatabaseUnreachableError(where.shown_database, " ".join(str(error).split())) from None
    return OpenDatabase(settings=where, using=using)


def database_name(settings: StoreSettings) -> str:
    """Return Django's name of a database; the first that a process names is its default one.

    Args:
        settings: where it is.

    Raises:
        StoreSettingError: the address cannot be used.
    """
    wanted = database_settings(settings)
    if not django_conf.configured:
        django_conf.configure(**django_settings(settings))
        django.setup()
        return DEFAULT_DB_ALIAS
    for name, held in connections.settings.items():
        if all(
            str(held.get(key, "")) == str(wanted.get(key, "")) for key in ("ENGINE", "NAME", "HOST", "PORT", "USER")
        ):
            return str(name)
    name = f"record-{len(connections.settings)}"
    connections.settings[name] = connections.configure_settings({DEFAULT_DB_ALIAS: wanted})[DEFAULT_DB_ALIAS]
    return name


def missing_migrations(using: str) -> tuple[str, ...]:
    """Return the steps that the tables of a database lack, in order.

    Args:
        using: Django's name of the database.
    """
    executor = MigrationExecutor(connections[using])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(migration.name for migration, _ in plan)


def random_salt() -> Salt:
    """Return 32 bytes from the system's source of chance."""
    return Salt(os.urandom(SALT_BYTES))


def now() -> dt.datetime:
    """Return the present moment, in UTC."""
    return dt.datetime.now(tz=dt.UTC)  # noqa: TID251  the wiring reads the clock


def _make_tables(using: str) -> None:
    """Make the tables, or bring them up to date; of several processes that try at once, one does and the others wait."""
    for left in reversed(range(_TRIES)):
        if not missing_migrations(using):
            return
        try:
            call_command("migrate", database=using, verbosity=0, interactive=False)
        except (DatabaseError, MigrationSchemaMissing):
            if not left:
                raise
            time.sleep(_PAUSE)


def _make_folder(path: Path) -> None:
    if str(path.parent) not in ("", "."):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
