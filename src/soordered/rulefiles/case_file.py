"""A case file as values: caption, people, orders in force, and what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from soordered.disputes.events import MatterEvent
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.lines_from_toml import line_of, lines_from_toml
from soordered.rules.checked_fields import FieldPath
from soordered.rules.timing import Weekday


class CaseFileError(BadInputError):
    """A case file that cannot be run; nothing was computed.

    Args:
        name: the file, as the user named it.
        line: from 1.
        where: the keys that lead to the place, as people write them; empty for the whole file.
        got: what stands there.
        expected: what would have been right.
        remedy: what to do next.
    """

    def __init__(self, name: str, line: int, where: str, *, got: str, expected: str, remedy: str) -> None:
        at = f" ({where})" if where else ""
        super().__init__(f"{name}, line {line}{at}: {got}", expected=expected, remedy=remedy)
        self.name = name
        self.line = line
        self.where = where


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """Caption and people of the court.

    Args:
        title: the short caption, e.g. ``"Alder v. Birch"``.
        court: CM/ECF id.
        number: the case number, as captioned.
        district_judge: the judge assigned.
        district_initials: that judge's initials.
        magistrate_judge: the judge to whom discovery is referred.
        magistrate_initials: that judge's initials.
        source: where the number and names come from; the case file, unless it says otherwise.
    """

    title: str
    court: str
    number: str = ""
    district_judge: str = ""
    district_initials: str = ""
    magistrate_judge: str = ""
    magistrate_initials: str = ""
    source: str = "the case file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How notice of an order was given in this case."""

    on: dt.date
    how: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderEntry:
    """An order in force, and where its rules come from: exactly one of ``rulebook``, ``file`` and ``rules``.

    Args:
        id: its name in this case.
        rulebook: id of a shipped rulebook.
        file: path of the order's text, to be read as it is.
        rules: path of a rulebook in TOML, reviewed by a person.
        text: path of the order's text beside a shipped rulebook, for the quotes.
        made: its date; ``None`` for the date the rulebook holds.
        entered: when it was entered on the docket.
        served: when it was served.
        service: how it was served.
        motion: id of the motion it gives one-time directions about.
        notices: how notice of it was given.
        superseded_on: the day it ceased to bind.
        superseded_by: id of the order in its place.
        supersedes: id of the order it displaces.
        place: the keys that lead to it in the file.
    """

    id: str
    rulebook: str = ""
    file: str = ""
    rules: str = ""
    text: str = ""
    made: dt.date | None = None
    entered: dt.date | None = None
    served: dt.date | None = None
    service: str = ""
    motion: str = ""
    notices: tuple[Notice, ...] = ()
    superseded_on: dt.date | None = None
    superseded_by: str = ""
    supersedes: str = ""
    place: FieldPath = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """When motions are heard, where the order's text held does not say; shown as coming from the case file.

    Args:
        weekdays: on which days.
        clock: at what hour.
        courtroom: where.
        source: what the case file rests it on.
    """

    weekdays: tuple[Weekday, ...]
    clock: dt.time | None = None
    courtroom: str = ""
    source: str = "the case file"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case, ready to be run.

    Args:
        name: the file, for messages.
        head: caption and judges.
        orders: in force, in the file's order.
        events: what happened, in order of time; parties and counsel first.
        sitting: when motions are heard, if the file says.
        as_of: the day the file asks to be run for, ``None`` for today.
        text: the file's text, to find the line of what is wrong.
        places: the keys that lead to each event, by its id.
    """

    name: str
    head: CaseHead
    orders: tuple[OrderEntry, ...]
    events: tuple[MatterEvent, ...]
    sitting: Sitting | None = None
    as_of: dt.date | None = None
    text: str = ""
    places: Mapping[str, FieldPath] = field(default_factory=dict)

    def refusal(self, path: FieldPath, got: str, *, expected: str, remedy: str) -> CaseFileError:
        """Return the error for something wrong at a place of the file.

        Args:
            path: the keys that lead there.
            got: what stands there.
            expected: what would have been right.
            remedy: what to do next.
        """
        line = line_of(path, lines_from_toml(self.text))
        return CaseFileError(self.name, line, words_of(path), got=got, expected=expected, remedy=remedy)


def words_of(path: FieldPath) -> str:
    """Return a path as people write it, empty for the whole file."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words
