"""Every table as lines of JSON, and back: the form of a back-up, the same from SQLite and from PostgreSQL."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.db import connections, models, transaction

from soordered.provenance.problems import SoOrderedError
from soordered.record.canonical import JsonValue
from soordered.store.models import (
    CheckpointRow,
    EntryRow,
    KeptFileRow,
    KeptFileUseRow,
    MatterRow,
    NoticeRow,
    PayloadRow,
    PersonKeyRow,
    PrivateTextRow,
    PublicKeyRow,
    SummaryRow,
)

_TABLES: Mapping[str, type[models.Model]] = {
    "matter": MatterRow,
    "entry": EntryRow,
    "payload": PayloadRow,
    "checkpoint": CheckpointRow,
    "public_key": PublicKeyRow,
    "kept_file": KeptFileRow,
    "kept_file_use": KeptFileUseRow,
    "private_text": PrivateTextRow,
    "person_key": PersonKeyRow,
    "notice": NoticeRow,
    "matter_summary": SummaryRow,
}
_AT_ONCE = 500


class NotEmptyError(SoOrderedError):
    """A back-up cannot be put into a database that holds something.

    Args:
        table: which table holds something.
    """

    def __init__(self, table: str) -> None:
        super().__init__(
            f"The database is not empty (the table {table} holds rows); a back-up goes into an empty one. "
            "Set SOORDERED_DATABASE to a new database, restore there, and put it in the place of the old one."
        )


class RowFormError(SoOrderedError):
    """A row of a back-up that fits no table.

    Args:
        table: the table it names.
    """

    def __init__(self, table: str) -> None:
        super().__init__(
            f"A row of {table!r} in the back-up fits no table of this program. It was made by a newer one, or changed; "
            "nothing was restored."
        )


def counted_tables(*, using: str) -> dict[str, int]:
    """Return how many rows each table holds."""
    return {name: model._default_manager.using(using).count() for name, model in _TABLES.items()}


def rows_of_tables(*, using: str) -> Iterator[dict[str, object]]:
    """Yield every row, table by table, in the order of its key: one moment's state, inside the caller's transaction.

    Args:
        using: Django's name of the database.
    """
    for name, model in _TABLES.items():
        columns = [field.attname for field in model._meta.concrete_fields]
        rows = model._default_manager.using(using).order_by("pk").values_list(*columns)
        for row in rows.iterator(_AT_ONCE):
            yield {"table": name, "row": [_written(value) for value in row]}


def fill_tables(rows: Iterable[Mapping[str, JsonValue]], *, using: str) -> dict[str, int]:
    """Put rows into empty tables, inside the caller's transaction.

    Args:
        rows: what :func:`rows_of_tables` yielded.
        using: Django's name of the database.

    Returns:
        how many rows each table got.

    Raises:
        NotEmptyError: a table holds something.
        RowFormError: a row fits no table.
    """
    for name, count in counted_tables(using=using).items():
        if count:
            raise NotEmptyError(name)
    counts = dict.fromkeys(_TABLES, 0)
    waiting: list[models.Model] = []
    for row in rows:
        made = _model_of(row)
        if waiting and (type(made) is not type(waiting[0]) or len(waiting) >= _AT_ONCE):
            _flush(waiting, using=using)
        waiting.append(made)
        counts[str(row["table"])] += 1
    _flush(waiting, using=using)
    return counts


@contextmanager
def one_moment(*, using: str) -> Iterator[None]:
    """Read the database as it stands now, whatever others write meanwhile; nobody waits for it.

    Args:
        using: Django's name of the database.
    """
    if connections[using].vendor == "postgresql":
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connections[using].cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")  # Django's own transactions would lock others out
        try:
            cursor.execute("SELECT count(*) FROM matter")  # the first reading fixes the moment
            yield
        finally:
            cursor.execute("ROLLBACK")


def _flush(waiting: list[models.Model], *, using: str) -> None:
    if waiting:
        type(waiting[0])._default_manager.using(using).bulk_create(waiting)
        waiting.clear()


def _model_of(row: Mapping[str, JsonValue]) -> models.Model:
    name, values = str(row.get("table")), row.get("row")
    model = _TABLES.get(name)
    if model is None or not isinstance(values, list):
        raise RowFormError(name)
    columns = model._meta.concrete_fields
    if len(columns) != len(values):
        raise RowFormError(name)
    return model(**{column.attname: _read(value, name) for column, value in zip(columns, values, strict=True)})


def _written(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return {"bytes": base64.b64encode(bytes(value)).decode()}
    return value


def _read(value: JsonValue, table: str) -> object:
    match value:
        case {"bytes": str(text)}:
            return base64.b64decode(text)
        case str() | int():
            return value
        case _:
            raise RowFormError(table)
