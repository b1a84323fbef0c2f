"""Which live dates of a case another lawbook would move, and what in the law moves each."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from soordered.calendars.time_law import TimeLaw
from soordered.casework.case_run import CaseRun, Moved
from soordered.casework.moved_by_order import moved_by_order
from soordered.deadlines.deadline import Deadline
from soordered.lawbook.shipped_files import LawbookPack
from soordered.lawbook.time_law_from_data import time_law
from soordered.provenance.problems import BadInputError
from soordered.rules.difference_from_rulebooks import ChangeKind, difference
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.wiring.case import Case

_NAMED = 4


@dataclass(frozen=True, slots=True)
class Move:
    """One live date that the pack would move.

    Args:
        what: the duty.
        old: its dates now, ``None`` if it has none.
        new: its dates then, ``None`` if it has none.
        why: the days, the version of the counting rule or the rule of law that changed in its way.
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
class CaseFiles:
    """The case files that were named.

    Args:
        paths: each of them, those of a folder in the order of their paths.
        left_out: other TOML files of the folders named, such as rulebooks.
    """

    paths: tuple[Path, ...]
    left_out: tuple[Path, ...] = ()


class NoCaseInFolderError(BadInputError):
    """A folder without a case file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no case file.", expected="a folder with case files (.toml).", remedy="Name another folder."
        )


def case_files(given: Iterable[Path]) -> CaseFiles:
    """Return the case files named, and those in the folders named and below them.

    Args:
        given: case files, and folders; of a folder's TOML files those with a court and parties, orders or events.

    Raises:
        NoCaseInFolderError: a folder holds none.
    """
    found: list[Path] = []
    left_out: list[Path] = []
    for path in given:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(path.rglob("*.toml"))
        cases = [one for one in inside if _is_case(one)]
        if not cases:
            raise NoCaseInFolderError(path)
        found += cases
        left_out += [one for one in inside if one not in cases]
    return CaseFiles(tuple(found), tuple(left_out))


def _is_case(path: Path) -> bool:
    try:
        keys = tomllib.loads(path.read_text(encoding="utf-8")).keys()
    except (OSError, ValueError):
        return True  # whatever is wrong with it is said when it is read
    return "court" in keys and not keys.isdisjoint({"party", "order", "event"})


def case_moves(path: Path, before: LawbookPack, after: LawbookPack, *, as_of: str | None) -> CaseMoves:
    """Run a case by two lawbooks and list the live dates that differ.

    Args:
        path: the case file.
        before: the lawbook in use.
        after: the one to be tried.
        as_of: the day to run the case for; its own, or today, without it.

    Raises:
        BadInputError: the case cannot be run.
    """
    case, tried = Case.load(path, lawbook=before), Case.load(path, lawbook=after)
    was, becomes = case.run(as_of, lawbook=before), tried.run(as_of, lawbook=after)
    court = case.file.head.court
    laws = time_law(court, pack=before), time_law(court, pack=after)
    rules = _rules_of_duties(was), _rules_of_duties(becomes)
    return CaseMoves(str(path), tuple(_move(item, laws, rules) for item in moved_by_order(was, becomes, why="")))


def _rules_of_duties(run: CaseRun) -> dict[str, Rule]:
    return {duty.obligation.id: duty.obligation.rule for duty in run.duties}


def _move(item: Moved, laws: tuple[TimeLaw, TimeLaw], rules: tuple[dict[str, Rule], dict[str, Rule]]) -> Move:
    deadlines = [deadline for deadline in (item.old, item.new) if deadline is not None]
    found = _changed_rule(*(held.get(item.obligation) for held in rules))
    readings = [reading for deadline in deadlines for reading in deadline.readings]
    days = [step.date for reading in readings for step in reading.steps] + [reading.due.date for reading in readings]
    if days and item.old is not None and item.new is not None:
        found += _changed_days(*laws, min(days), max(days))
    old, new = laws
    changed = sorted(version for version in {reading.regime for reading in readings} if _differs(old, new, version))
    found += [f"the data of {version} changed" for version in changed]
    more = len(found) - _NAMED
    if more > 0:
        found = [*found[:_NAMED], f"and {more} more"]
    return Move(item.title, item.old, item.new, "; ".join(found) or "an earlier date in its chain moves it")


def _changed_rule(old: Rule | None, new: Rule | None) -> list[str]:
    match old, new:
        case None, None:
            return []
        case None, Rule():
            return [f"the rule {new.id} is new, or applies now ({_cite(new)})"]
        case Rule(), None:
            return [f"the rule {old.id} is gone, or does not apply any more ({_cite(old)})"]
        case Rule(), Rule():
            changes = difference(Rulebook(rules=(old,)), Rulebook(rules=(new,))).changes
            return [
                f"the rule {new.id} changed ({_cite(new)}): {field}"
                for change in changes
                if change.kind is ChangeKind.CHANGED
                for field in change.fields
            ]
        case _:
            msg = "a rule is a rule or is not there"
            raise AssertionError(msg)


def _cite(rule: Rule) -> str:
    return rule.source.title if rule.authority is None else rule.authority.cite


def _differs(old: TimeLaw, new: TimeLaw, version: str) -> bool:
    return _version(old, version) != _version(new, version)


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
