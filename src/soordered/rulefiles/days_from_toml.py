"""A court's notices as a TOML file that a user keeps: closings, inaccessible days, holidays by notice, ordinary days.

The file::

    court = "cand"                       # optional: refuses to be used for another court

    [[day]]
    date = 2010-11-26                    # the day
    kind = "closing"                     # see below
    name = "closed for the day"          # what to print
    authority = "Notice of Nov. 1, 2010" # what it rests on

``kind`` is one of

- ``holiday``: declared a holiday for this court by its own notice; left out by every reading;
- ``state``: a judicial holiday of the state, where the lawbook lacks it or holds it unverified;
- ``closing``: the court or its clerk's office is closed; contested, so it yields a reading;
- ``inaccessible``: the clerk's office cannot be reached; a filing due that day moves forward;
- ``open``: an ordinary court day by the court's own word, whatever order or list says otherwise.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass

from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.provenance.problems import BadInputError

_LAYERS = {
    "holiday": Layer.NOTICE,
    "state": Layer.STATE,
    "closing": Layer.CLOSING,
    "inaccessible": Layer.INACCESSIBLE,
}
_KINDS = (*_LAYERS, "open")
_KEYS = frozenset({"date", "kind", "name", "authority"})


class DaysFileError(BadInputError):
    """A file of a court's notices that cannot be used.

    Args:
        name: the file.
        what: what is wrong, with its place.
        expected: what would have been right.
    """

    def __init__(self, name: str, what: str, *, expected: str) -> None:
        super().__init__(f"{name}: {what}", expected=expected, remedy="Correct the file; nothing was counted.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticedDays:
    """What a file of notices says.

    Args:
        court: the court it is for, empty for any.
        nondays: days that some reading leaves out.
        opens: days that are ordinary court days by the court's word.
    """

    court: str
    nondays: tuple[NonDay, ...]
    opens: tuple[dt.date, ...]


def days_from_toml(text: str, *, name: str) -> NoticedDays:
    """Read a file of a court's notices.

    Args:
        text: the file.
        name: its name, for messages.

    Raises:
        DaysFileError: it is no TOML, or a key, kind or date in it is none.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DaysFileError(name, f"it is no TOML: {error}.", expected="a file as rulefiles.days_from_toml.") from None
    unknown = data.keys() - {"court", "day"}
    if unknown:
        raise DaysFileError(name, f"the key {min(unknown)!r} is unknown.", expected="court and [[day]].")
    court, rows = data.get("court", ""), data.get("day", [])
    if not isinstance(court, str) or not isinstance(rows, list):
        raise DaysFileError(name, "court is a text and day a list of tables.", expected='court = "cand" and [[day]].')
    nondays: list[NonDay] = []
    opens: list[dt.date] = []
    for number, row in enumerate(rows, start=1):
        where = f"day {number}"
        if not isinstance(row, dict):
            raise DaysFileError(name, f"{where} is no table.", expected="[[day]] and its keys.")
        if row.keys() - _KEYS:
            raise DaysFileError(
                name,
                f"{where} has the unknown key {min(row.keys() - _KEYS)!r}.",
                expected=f"{', '.join(sorted(_KEYS))}.",
            )
        date, kind = row.get("date"), row.get("kind")
        if not isinstance(date, dt.date) or isinstance(date, dt.datetime):
            raise DaysFileError(name, f"{where} has no date.", expected="date = 2010-11-26, without quotes.")
        if not isinstance(kind, str) or kind not in _KINDS:
            raise DaysFileError(name, f"{where} has the kind {kind!r}.", expected=f"one of {', '.join(_KINDS)}.")
        if kind == "open":
            opens.append(date)
            continue
        words, authority = row.get("name", kind), row.get("authority", f"notice in {name}")
        if not isinstance(words, str) or not isinstance(authority, str):
            raise DaysFileError(name, f"{where}: name and authority are texts.", expected='name = "closed".')
        nondays.append(
            NonDay(date=date, name=words, layer=_LAYERS[kind], authority=authority, sureness=DaySureness.PUBLISHED)
        )
    return NoticedDays(court=court, nondays=tuple(nondays), opens=tuple(opens))
