"""The database itself refuses to change or delete an entry, and to change a payload."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_REFUSED = (("entry", "UPDATE"), ("entry", "DELETE"), ("payload", "UPDATE"))


def refuse_changes(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  Django's own signature
    """Put the triggers in place."""
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "CREATE FUNCTION soordered_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the record only grows: % on % is refused', TG_OP, TG_TABLE_NAME; END $$",
            params=None,
        )
    for table, act in _REFUSED:
        name = f"{table}_no_{act.lower()}"
        match editor.connection.vendor:
            case "postgresql":
                editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {act} ON {table} "
                    "FOR EACH ROW EXECUTE FUNCTION soordered_append_only()"
                )
            case "sqlite":
                editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {act} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'the record only grows: {act} on {table} is refused'); END"
                )
            case other:
                msg = f"the record is kept in SQLite or PostgreSQL, not in {other}"
                raise NotImplementedError(msg)


def allow_changes(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  Django's own signature
    """Take the triggers away."""
    for table, act in _REFUSED:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        editor.execute(f"DROP TRIGGER {table}_no_{act.lower()}{on}")
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION soordered_append_only()")


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(refuse_changes, allow_changes)]
