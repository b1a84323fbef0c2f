"""A newer lawbook tried on case files before it is accepted: which live dates move, from what to what, and why."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from soordered.calendars.time_law import TimeLaw
from soordered.casework.case_run import Moved
from soordered.casework.moved_by_order import moved_by_order
from soordered.deadlines.deadline import Deadline
from soordered.lawbook.shipped_files import SHIPPED, LawbookDataError, LawbookPack
from soordered.lawbook.time_law_from_data import courts, time_law
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.lawbook_pack_from_toml import (
    LawbookPackError,
    lawbook_pack_from_toml,
    toml_from_lawbook_pack,
)
from soordered.wiring.accepted_lawbook import ACCEPTED, FOLDER, accepted_lawbook, folder, pack_text
from soordered.wiring.case import Case

_DAYS_NAMED = 4


class WrongVersionError(BadInputError):
    """A pack for another version of the lawbook."""

    def __init__(self, path: Path, *, follows: str, held: str) -> None:
        super().__init__(
            f"{path} may be put on lawbook {follows}, and {held} is in use.",
            expected=f"a pack that follows {held}.",
            remedy="Get the packs between, and accept them one after another.",
        )


class NoLawbookFolderError(BadInputError):
    """No folder is named in which an accepted pack could be kept."""

    def __init__(self) -> None:
        super().__init__(
            "There is no folder for an accepted lawbook.",
            expected=f"the environment variable {FOLDER} naming one.",
            remedy=f"Set {FOLDER} for everyone who counts by it, and run it again; nothing was written.",
        )


class FolderUnwritableError(BadInputError):
    """The folder of the accepted lawbook cannot be written."""

    def __init__(self, place: Path, why: str) -> None:
        super().__init__(
            f"{place} cannot be written: {why}.",
            expected="a folder of yours.",
            remedy="Make room or name another; the lawbook in use is unchanged.",
        )


@dataclass(frozen=True, slots=True)
class Move:
    """One live date that the pack would move.

    Args:
        what: the duty.
        old: its dates now, ``None`` if it has none.
        new: its dates then, ``None`` if it has none.
        why: the days or the version of the rule that changed in its way.
    """

    what: str
    old: Deadline | None
    new: Deadline | None
    why: str

    @property
    def dates(self) -> str:
        """What it moves from and to, in words."""
        return f"{_three(self.old)} becomes {_three(self.new)}"


@dataclass(frozen=True, slots=True)
class CaseMoves:
    """What a pack does to one case.

    Args:
        name: the case file.
        moves: the dates that move.
    """

    name: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class LawbookUpdate:
    """A pack tried.

    Args:
        before: the lawbook in use.
        pack: the lawbook that would be.
        cases: what it does to each case.
    """

    before: LawbookPack
    pack: LawbookPack
    cases: tuple[CaseMoves, ...]


def update(path: Path, cases: Iterable[Path], *, as_of: str | None = None) -> LawbookUpdate:
    """Try a pack on case files; writes nothing.

    Args:
        path: the pack.
        cases: case files.
        as_of: the day to run the cases for; their own, or today, without it.

    Raises:
        PackUnreadableError, LawbookPackError, WrongVersionError: the pack cannot be used.
        BadInputError: a case cannot be run.
    """
    before = accepted_lawbook()
    read = lawbook_pack_from_toml(pack_text(path), name=str(path))
    if read.follows != before.version:
        raise WrongVersionError(path, follows=read.follows, held=before.version)
    pack = replace(read.pack, files={**before.files, **read.pack.files})
    _check(path, pack)
    return LawbookUpdate(before, pack, tuple(_case(Path(case), before, pack, as_of) for case in cases))


def keep(found: LawbookUpdate) -> Path:
    """Put a pack that was tried into the folder of the accepted lawbook, whole or not at all.

    Raises:
        NoLawbookFolderError, FolderUnwritableError: there is no folder, or it cannot be written.
    """
    place = folder()
    if place is None:
        raise NoLawbookFolderError
    text = toml_from_lawbook_pack(found.pack, follows=SHIPPED.version)
    path = place / ACCEPTED
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=place, suffix=".part", delete=False) as part:
            part.write(text)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(path)
    except OSError as error:
        raise FolderUnwritableError(place, error.strerror or "no reason given") from None
    return path


def update_fields(found: LawbookUpdate) -> dict[str, object]:
    """Return a tried pack as JSON-ready fields."""
    return {
        "from": found.before.version,
        "to": found.pack.version,
        "words": found.pack.words,
        "files": sorted(found.pack.files),
        "cases": [
            {
                "case": case.name,
                "moved": [
                    {"what": move.what, "from": _fields(move.old), "to": _fields(move.new), "why": move.why}
                    for move in case.moves
                ],
            }
            for case in found.cases
        ],
    }


def _check(path: Path, pack: LawbookPack) -> None:
    """Build every court's law from the pack, so that a broken one is refused before it counts anything."""
    try:
        for court in courts(pack):
            time_law(court, pack=pack)
        missing = set(courts()) - set(courts(pack))
    except (LawbookDataError, KeyError, ValueError, TypeError) as error:
        raise LawbookPackError(str(path), f"its data cannot be used: {error}.", expected="a whole lawbook.") from None
    if missing:
        raise LawbookPackError(str(path), f"the court {min(missing)!r} is gone.", expected="every court held now.")


def _case(path: Path, before: LawbookPack, pack: LawbookPack, as_of: str | None) -> CaseMoves:
    case = Case.load(path)
    was, becomes = case.run(as_of, lawbook=before), case.run(as_of, lawbook=pack)
    court = case.file.head.court
    old, new = time_law(court, pack=before), time_law(court, pack=pack)
    return CaseMoves(str(path), tuple(_move(item, old, new) for item in moved_by_order(was, becomes, why="")))


def _move(item: Moved, old: TimeLaw, new: TimeLaw) -> Move:
    deadlines = [deadline for deadline in (item.old, item.new) if deadline is not None]
    days = [step.date for deadline in deadlines for reading in deadline.readings for step in reading.steps]
    days += [reading.due.date for deadline in deadlines for reading in deadline.readings]
    found = _changed_days(old, new, min(days), max(days)) if days else []
    versions = {
        reading.regime for deadline in deadlines for reading in deadline.readings
    }  # fmt: skip
    changed = sorted(
        version for version in versions if {_version(old, version)} != {_version(new, version)}
    )  # fmt: skip
    found += [f"the data of {version} changed" for version in changed]
    more = len(found) - _DAYS_NAMED
    if more > 0:
        found = [*found[:_DAYS_NAMED], f"and {more} more"]
    return Move(item.title, item.old, item.new, "; ".join(found) or "an earlier date in its chain moves it")


def _version(law: TimeLaw, version: str) -> str:
    return next((f"{regime!r}" for regime in law.regimes if regime.id == version), "")


def _changed_days(old: TimeLaw, new: TimeLaw, low: dt.date, high: dt.date) -> list[str]:
    found: list[str] = []
    for number in range(low.toordinal(), high.toordinal() + 1):
        day = dt.date.fromordinal(number)
        was = {(held.layer, held.name, held.authority) for held in old.calendar.nondays(day)}
        becomes = {(held.layer, held.name, held.authority) for held in new.calendar.nondays(day)}
        found += [f"{day} is now {name} ({authority})" for _, name, authority in sorted(becomes - was)]
        found += [f"{day} is no longer {name} ({authority})" for _, name, authority in sorted(was - becomes)]
    return found


def _three(deadline: Deadline | None) -> str:
    if deadline is None:
        return "no date"
    if not deadline.contested:
        return deadline.act_by.isoformat()
    act_by, prevailing, outer = (
        moment.isoformat() for moment in (deadline.act_by, deadline.prevailing, deadline.outer)
    )  # fmt: skip
    return f"act by {act_by}, prevailing {prevailing}, latest arguable {outer}"


def _fields(deadline: Deadline | None) -> dict[str, str] | None:
    if deadline is None:
        return None
    return {
        "act_by": deadline.act_by.isoformat(),
        "prevailing": deadline.prevailing.isoformat(),
        "outer": deadline.outer.isoformat(),
        "lawbook": deadline.lawbook,
    }
