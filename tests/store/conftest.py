"""The store's tests run on SQLite and on PostgreSQL."""

from tests.store.databases import postgres_template, sqlite_template, stored_at, using

__all__ = ["postgres_template", "sqlite_template", "stored_at", "using"]
