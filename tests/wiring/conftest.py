"""What the wiring joins to a database is tried on SQLite and on PostgreSQL."""

from tests.store.databases import postgres_template, sqlite_template, stored_at, using

__all__ = ["postgres_template", "sqlite_template", "stored_at", "using"]
