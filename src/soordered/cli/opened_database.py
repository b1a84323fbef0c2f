"""The database that a verb works on: opened as the environment says, or the one message that says why not."""

from __future__ import annotations

import datetime as dt
from importlib.util import find_spec
from typing import TYPE_CHECKING

from soordered.cli.exit_codes import OptionalPartMissingError

if TYPE_CHECKING:
    from soordered.wiring.database import OpenDatabase
    from soordered.wiring.store_settings import StoreSettings


def opened_database() -> OpenDatabase:
    """Open the database of the record.

    Raises:
        OptionalPartMissingError: it is PostgreSQL, and its driver is not installed.
        StoreSettingError: a setting cannot be used.
        DatabaseUnreachableError: it does not answer.
    """
    from soordered.wiring.database import open_database

    return open_database(checked_settings())


def checked_settings() -> StoreSettings:
    """Read the settings of the store, and see that their database has a driver.

    Raises:
        OptionalPartMissingError: it is PostgreSQL, and its driver is not installed.
    """
    from soordered.wiring.database import settings_here

    settings = settings_here()
    if settings.on_postgres and find_spec("psycopg") is None:
        raise OptionalPartMissingError(
            "psycopg", needed_for="a record in PostgreSQL", install="pip install 'soordered[postgres]'"
        )
    return settings


def this_moment() -> dt.datetime:
    """Return the present moment, in UTC."""
    from soordered.wiring.database import now

    return now()
