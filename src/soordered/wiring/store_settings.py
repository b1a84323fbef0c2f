"""Where the record is kept and under which keys, as the environment says; and Django set up by it."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from soordered.provenance.problems import BadInputError
from soordered.record.private_texts import LockingKey, locking_key

DATABASE = "SOORDERED_DATABASE"
"""The environment variable that names the database: a path, or postgresql://USER:PASSWORD@HOST:PORT/NAME."""

LOCKING_KEYS = "SOORDERED_KEY_FILE"
"""The environment variable that names the file of the keys that lock private texts; the first line locks."""

SIGNING_KEY = "SOORDERED_SIGNING_KEY"
"""The environment variable that names the PEM file of the key that signs checkpoints."""

_READABLE_BY_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_BUSY_SECONDS = 30


class StoreSettingError(BadInputError):
    """A setting of the store that cannot be used.

    Args:
        name: the environment variable.
        got: what it holds, without secrets.
        expected: what would have been right.
        remedy: what to do next.
    """

    def __init__(self, name: str, got: str, *, expected: str, remedy: str) -> None:
        super().__init__(f"{name}: {got}", expected=expected, remedy=remedy)
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSettings:
    """Where the record is kept, and under which keys.

    Args:
        database: a path, or the address of a PostgreSQL database.
        key_file: the file of locking keys, ``None`` when no private text can be kept.
        signing_key_file: the file of the signing key, ``None`` when no checkpoint can be signed.
    """

    database: str
    key_file: Path | None = None
    signing_key_file: Path | None = None

    @property
    def on_postgres(self) -> bool:
        """Whether the database is PostgreSQL."""
        return self.database.startswith(("postgresql:", "postgres:"))

    @property
    def shown_database(self) -> str:
        """The database as it may be printed: a password in it is left out."""
        if not self.on_postgres:
            return self.database
        parts = urlsplit(self.database)
        if parts.password is None:
            return self.database
        return self.database.replace(f":{parts.password}@", ":…@", 1)

    def locking_keys(self) -> tuple[LockingKey, ...]:
        """Read the keys that lock private texts, the one that locks first; none when no file is named.

        Raises:
            StoreSettingError: the file is missing, or others may read it.
            KeyLengthError: a line is no key.
        """
        if self.key_file is None:
            return ()
        text = _secret_text(self.key_file, LOCKING_KEYS)
        lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
        return tuple(locking_key(line, name=f"{self.key_file}, line {n}") for n, line in enumerate(lines, 1))

    def signing_key(self) -> bytes | None:
        """Read the key that signs checkpoints, in PEM; ``None`` when no file is named.

        Raises:
            StoreSettingError: the file is missing, or others may read it.
        """
        if self.signing_key_file is None:
            return None
        return _secret_text(self.signing_key_file, SIGNING_KEY).encode()


def store_settings(environment: Mapping[str, str], *, home: Path) -> StoreSettings:
    """Read the settings of the store.

    Args:
        environment: the environment variables.
        home: the user's home folder, under which the default database stands.
    """
    key_file = environment.get(LOCKING_KEYS, "")
    signing = environment.get(SIGNING_KEY, "")
    default = str(home / ".local" / "share" / "soordered" / "soordered.sqlite3")
    return StoreSettings(
        database=environment.get(DATABASE, "") or default,
        key_file=Path(key_file) if key_file else None,
        signing_key_file=Path(signing) if signing else None,
    )


def database_settings(settings: StoreSettings) -> dict[str, object]:
    """Return Django's settings of the database.

    Args:
        settings: where the record is kept.

    Raises:
        StoreSettingError: the address of the database cannot be used.
    """
    if not settings.on_postgres:
        if "://" in settings.database:
            raise StoreSettingError(
                DATABASE,
                f"{settings.shown_database.split('://', 1)[0]}:// is no kind of database that can hold the record.",
                expected="a path for SQLite, or postgresql://USER@HOST:PORT/NAME.",
                remedy="Correct the setting.",
            )
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": settings.database,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": _BUSY_SECONDS,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
            },
        }
    parts = urlsplit(settings.database)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if port == -1 or not parts.path.strip("/"):
        raise StoreSettingError(
            DATABASE,
            f"{settings.shown_database} names no database that can be reached.",
            expected="postgresql://USER:PASSWORD@HOST:PORT/NAME.",
            remedy="Correct the setting.",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def django_settings(settings: StoreSettings) -> dict[str, object]:
    """Return the settings of Django that the store needs.

    Args:
        settings: where the record is kept.

    Raises:
        StoreSettingError: the address of the database cannot be used.
    """
    return {
        "DATABASES": {"default": database_settings(settings)},
        "INSTALLED_APPS": ["soordered.store"],
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
    }


def _secret_text(path: Path, name: str) -> str:
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="ascii")
    except OSError as error:
        raise StoreSettingError(
            name,
            f"{path} cannot be read: {error.strerror}.",
            expected="a file of its owner's alone (mode 0600).",
            remedy="Put the file back; `soordered doctor --make-keys` makes new ones for a new installation.",
        ) from None
    except UnicodeDecodeError:
        raise StoreSettingError(
            name, f"{path} holds no text.", expected="keys, written as text.", remedy="Put the right file there."
        ) from None
    if mode & _READABLE_BY_OTHERS:
        raise StoreSettingError(
            name,
            f"{path} can be read by others (mode {stat.S_IMODE(mode):04o}).",
            expected="a file of its owner's alone (mode 0600).",
            remedy=f"Run chmod 600 {path}; if others may have read it, rotate the key.",
        )
    return text
