"""What a verb shows, as values: headings, fields, tables and sheets; the printers know nothing of the law."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a piece of text is, for a terminal with colours; words alone must carry the meaning."""

    PLAIN = "plain"
    STRONG = "strong"
    SAFE = "safe"  # the date to act by
    WARNING = "warning"  # late, contested, do not calendar
    QUIET = "quiet"  # authority, place, disclaimer


@dataclass(frozen=True, slots=True)
class Toned:
    """A piece of text with its tone."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 for the page, 2 for a part of it."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; wrapped on a terminal, one line otherwise."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled value."""

    label: str
    value: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled values, one under the other."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences."""

    items: tuple[str, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; an empty cell says that there is nothing to say."""

    cells: tuple[str, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines whose layout carries meaning (a month grid): printed as they are, in plain ASCII."""

    lines: tuple[tuple[Toned, ...], ...]


Block = Heading | Paragraph | Fields | Items | Table | Sheet
