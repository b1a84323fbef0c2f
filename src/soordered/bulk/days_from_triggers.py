"""The column of triggers as days: dates, moments of any zone, ISO texts, or numbers of days since 1970."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from soordered.bulk.dates_from_rows import Places
from soordered.bulk.words_from_column import ColumnKindError, words_of
from soordered.calendars.open_day_arrays import Days
from soordered.calendars.open_days import EPOCH
from soordered.deadlines.rows_of_days import NO_DAY, Triggers

NOTHING = frozenset({"", "nat", "nan", "none", "null", "na", "n/a"})
"""What programs write where they have no day."""

_LONGEST_SHOWN = 40
_DAY_ALONE = len("2007-11-09")

Zones = Callable[[], Sequence[tuple[Places | None, str]]]
"""Gives the rows of each court with the court's zone; ``None`` for all rows. Asked only where a moment has a zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerDays:
    """The triggers of a block.

    Args:
        days: by row; ``NO_DAY`` where there is none.
        wrong: by row, the place in ``messages`` of what is wrong with its text, -1 where nothing is; ``None`` where no
            row's text is wrong.
        messages: what is wrong, in words.
    """

    days: Days
    wrong: npt.NDArray[np.int32] | None = None
    messages: tuple[str, ...] = ()


def trigger_days(column: pa.ChunkedArray, zones: Zones) -> TriggerDays:
    """Return a column of triggers as days since 1970.

    Args:
        column: dates, moments, ISO texts such as ``2024-07-01`` or ``2024-07-01T16:30-07:00``, or whole numbers of days
            since 1970.
        zones: the courts' time zones, for moments that have one: the day is that of the court.

    Raises:
        ColumnKindError: it is none of these.
    """
    kind = column.type
    if pa.types.is_null(kind):
        return TriggerDays(days=np.full(len(column), NO_DAY, dtype=np.int32))
    if pa.types.is_dictionary(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return _from_texts(column, zones)
    if pa.types.is_timestamp(kind) and kind.tz is not None:
        days = np.empty(len(column), dtype=np.int32)
        for rows, zone in zones():
            some = column if rows is None else column.take(pa.array(rows))
            local = pc.local_timestamp(some.cast(pa.timestamp(kind.unit, tz=zone)))
            days[slice(None) if rows is None else rows] = _from_dates(local)
        return TriggerDays(days=days)
    return TriggerDays(days=_from_dates(column))


def _from_dates(column: pa.ChunkedArray) -> Days:
    kind = column.type
    if pa.types.is_timestamp(kind):
        column = pc.floor_temporal(column, unit="day").cast(pa.date32())
    elif pa.types.is_date64(kind):
        column = column.cast(pa.date32())
    elif not (pa.types.is_date32(kind) or pa.types.is_integer(kind)):
        raise ColumnKindError("trigger", kind=str(kind), expected="dates, ISO texts, or days since 1970.")
    if pa.types.is_date32(column.type):
        column = column.cast(pa.int32())
    if column.null_count:
        column = pc.fill_null(column.cast(pa.int64()), int(NO_DAY))
    whole = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    found: npt.NDArray[np.integer] = whole.to_numpy(zero_copy_only=False)
    return Triggers(found).days()


def _from_texts(column: pa.ChunkedArray, zones: Zones) -> TriggerDays:
    places, words = words_of("trigger", column)
    read = [_read(word) for word in words]
    days = np.array([one if isinstance(one, int) else NO_DAY for one in read], dtype=np.int32).take(places)
    if any(isinstance(one, dt.datetime) for one in read):
        for rows, zone in zones():
            local = np.array([_day_in(one, zone) for one in read], dtype=np.int32)
            chosen = slice(None) if rows is None else rows
            days[chosen] = local.take(places[chosen])
    messages = tuple(one for one in read if isinstance(one, str))
    if not messages:
        return TriggerDays(days=days)
    numbers = np.full(len(words), -1, dtype=np.int32)
    numbers[[place for place, one in enumerate(read) if isinstance(one, str)]] = np.arange(len(messages))
    return TriggerDays(days=days, wrong=numbers.take(places), messages=messages)


def _read(text: str | None) -> int | dt.datetime | str:
    """Read a text: a day as a number, a moment with a zone, or what is wrong with it."""
    word = "" if text is None else text.strip()
    if word.lower() in NOTHING:
        return int(NO_DAY)
    try:
        if len(word) <= _DAY_ALONE:
            return dt.date.fromisoformat(word).toordinal() - EPOCH
        moment = dt.datetime.fromisoformat(word)
    except ValueError:
        shown = word if len(word) <= _LONGEST_SHOWN else f"{word[:_LONGEST_SHOWN]}…"
        return f"{shown!r} is no day: one such as 2007-11-09, or a moment such as 2007-11-09T16:30-08:00, was expected"
    return moment if moment.tzinfo is not None else moment.date().toordinal() - EPOCH


def _day_in(read: int | dt.datetime | str, zone: str) -> int:
    if not isinstance(read, dt.datetime):
        return read if isinstance(read, int) else int(NO_DAY)
    try:
        return read.astimezone(ZoneInfo(zone)).toordinal() - EPOCH
    except OverflowError:
        return read.toordinal() - EPOCH  # beside year 1 or 9999, far outside every calendar
