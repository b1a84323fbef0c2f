"""The entries of a calendar laid out on months: a letter under each day, and below what the letter stands for."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator

from soordered.cli.blocks import Block, Heading, Paragraph, Sheet, Tone, Toned
from soordered.deadlines.moments_in_words import moment_in_words
from soordered.feeds.ics_from_deadlines import Entry
from soordered.provenance.dates_in_words import WEEKDAYS, month_in_words

_WIDTH = 6
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def months(entries: Iterable[Entry], *, title: str, notes: Iterable[str]) -> tuple[Block, ...]:
    """Lay entries out on the months that have any.

    Args:
        entries: of one case; cancelled ones are left out.
        title: the case.
        notes: the lines that stand under everything people rely on.
    """
    live = sorted((entry for entry in entries if not entry.cancelled), key=lambda entry: entry.when.sort_key)
    sheets = [
        Sheet(tuple(_month(month, [entry for entry in live if entry.when.date.replace(day=1) == month])))
        for month in sorted({entry.when.date.replace(day=1) for entry in live})
    ]
    empty = () if sheets else (Paragraph("Nothing has a date."),)
    return (Heading(title, level=1), *sheets, *empty, *(Paragraph(note, Tone.QUIET) for note in notes))


def _month(month: dt.date, entries: list[Entry]) -> Iterator[tuple[Toned, ...]]:
    letters: dict[dt.date, str] = {}
    for position, entry in enumerate(entries):
        letters[entry.when.date] = letters.get(entry.when.date, "") + _LETTERS[position % len(_LETTERS)]
    yield (Toned(month_in_words(month), Tone.STRONG),)
    yield (Toned("".join(f"{name:>{_WIDTH}}" for name in WEEKDAYS), Tone.QUIET),)
    for week in calendar.Calendar().monthdatescalendar(month.year, month.month):
        inside = [day if day.month == month.month else None for day in week]
        yield (Toned("".join(f"{day.day:>{_WIDTH}}" if day else " " * _WIDTH for day in inside), Tone.QUIET),)
        marks = [letters.get(day, "") if day else "" for day in inside]
        if any(marks):
            yield (Toned("".join(f"{mark:>{_WIDTH}}" for mark in marks), Tone.SAFE),)
    yield ()
    for position, entry in enumerate(entries):
        letter = _LETTERS[position % len(_LETTERS)]
        yield (Toned(f"{letter:>5}  ", Tone.STRONG), Toned(f"{moment_in_words(entry.when)}: {entry.title}"))
