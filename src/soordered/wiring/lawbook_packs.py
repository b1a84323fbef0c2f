"""A newer lawbook tried on case files before it is accepted: who signed it, which live dates move, to what, and why."""

from __future__ import annotations

import fcntl
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from soordered.deadlines.deadline import Deadline
from soordered.lawbook.examples_from_data import Example, examples
from soordered.lawbook.rulebook_from_data import check_rules, shipped_orders
from soordered.lawbook.shipped_files import SHIPPED, LawbookDataError, LawbookPack
from soordered.lawbook.time_law_from_data import courts, state_of, time_law
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.accepted_packs_from_toml import AcceptedPack, AcceptedPacks, toml_from_accepted_packs
from soordered.rulefiles.lawbook_pack_from_toml import LawbookPackError, lawbook_pack_from_toml
from soordered.wiring.accepted_lawbook import (
    ACCEPTED,
    accepted_lawbook,
    accepted_packs,
    pack_text,
    put_on,
)
from soordered.wiring.examples_run import ExampleOutcome, outcome_fields, run_examples
from soordered.wiring.lawbook_folders import FOLDER, folder
from soordered.wiring.lawbook_moves import CaseMoves, case_files, case_moves
from soordered.wiring.publishers import UntrustedPackError, publisher_of
from soordered.wiring.whole_files import CannotWriteError, write_whole

_LOCK = ".lock"
_SHARED = frozenset(f"time/{name}" for name in ("regimes", "federal", "closings", "courts", "courts_of_appeals"))
"""Files on which the law of every court rests."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LawbookUpdate:
    """A pack tried.

    Args:
        text: the pack's file, as it was read.
        before: the lawbook in use.
        pack: the lawbook that would be.
        brings: names of the files that the pack itself replaces or adds.
        publisher: the trusted publisher who signed it; empty if it is taken although none did.
        cases: what it does to each case.
        left_out: TOML files in the folders named that are no case files.
        examples: the worked examples that agree now and would not any more; one that a correction was made for may be
            among them, and each should be looked at.
    """

    text: str
    before: LawbookPack
    pack: LawbookPack
    brings: tuple[str, ...]
    publisher: str
    cases: tuple[CaseMoves, ...]
    left_out: tuple[Path, ...]
    examples: tuple[ExampleOutcome, ...]


def update(path: Path, cases: Iterable[Path], *, as_of: str | None = None, unsigned: bool = False) -> LawbookUpdate:
    """Try a pack on case files; writes nothing.

    Args:
        path: the pack.
        cases: case files, and folders of them.
        as_of: the day to run the cases for; their own, or today, without it.
        unsigned: take it although no trusted publisher signed it. A signature of a trusted publisher that does not fit is
            refused all the same.

    Raises:
        PackUnreadableError, LawbookPackError, WrongVersionError: the pack cannot be used.
        UntrustedPackError: no trusted publisher signed it, and ``unsigned`` is not set.
        ForgedPackError: it was changed after it was signed.
        BadInputError: a case cannot be run.
    """
    before = accepted_lawbook()
    text = pack_text(path)
    read = lawbook_pack_from_toml(text, name=str(path))
    try:
        publisher = publisher_of(read, name=str(path))
    except UntrustedPackError:
        if not unsigned:
            raise
        publisher = ""
    if read.follows != before.version:
        raise WrongVersionError(path, follows=read.follows, held=before.version)
    pack = put_on(before, read.pack, publisher=publisher)
    check_pack(pack, name=str(path))
    named = case_files(Path(case) for case in cases)
    moves = tuple(case_moves(case, before, pack, as_of=as_of) for case in named.paths)
    return LawbookUpdate(
        text=text,
        before=before,
        pack=pack,
        brings=tuple(sorted(read.pack.files)),
        publisher=publisher,
        cases=moves,
        left_out=named.left_out,
        examples=_examples_lost(before, pack),
    )


def keep(found: LawbookUpdate) -> Path:
    """Put a pack that was tried into the folder of the accepted lawbook, as its publisher signed it.

    The list that makes it count is written last, whole or not at all.

    Returns:
        the path of that list.

    Raises:
        NoLawbookFolderError, FolderUnwritableError: there is no folder, or it cannot be written.
        WrongVersionError: another pack was accepted meanwhile.
    """
    place = folder()
    if place is None:
        raise NoLawbookFolderError
    try:
        place.mkdir(parents=True, exist_ok=True)
        with (place / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # of two who accept at once, the second sees what the first accepted
            return _keep(found, place)
    except (OSError, CannotWriteError) as error:
        why = error.strerror if isinstance(error, OSError) else error.got
        raise FolderUnwritableError(place, why or "no reason given") from None


def _keep(found: LawbookUpdate, place: Path) -> Path:
    held = accepted_lawbook()
    path = place / f"pack-{found.pack.version}.toml"
    if held.version != found.before.version:
        raise WrongVersionError(path, follows=found.before.version, held=held.version)
    entry = AcceptedPack(file=path.name, sha256=sha256(found.text.encode()).hexdigest(), unsigned=not found.publisher)
    known = accepted_packs(place)
    listed = AcceptedPacks(SHIPPED.version, (*(() if known is None else known.packs), entry))
    write_whole(path, found.text.encode())
    write_whole(place / ACCEPTED, toml_from_accepted_packs(listed).encode())
    return place / ACCEPTED


def _examples_lost(before: LawbookPack, after: LawbookPack) -> tuple[ExampleOutcome, ...]:
    if not any(name.startswith("time/") for name in after.files):
        return ()
    return tuple(outcome for outcome in run_examples(_agreeing(before), after) if not outcome.ok)


@lru_cache(maxsize=2)
def _agreeing(pack: LawbookPack) -> tuple[Example, ...]:
    return tuple(outcome.example for outcome in run_examples(examples(), pack) if outcome.ok)


def update_fields(found: LawbookUpdate) -> dict[str, object]:
    """Return a tried pack as JSON-ready fields."""
    return {
        "from": found.before.label,
        "to": found.pack.label,
        "words": found.pack.words,
        "signed_by": found.publisher or None,
        "files": list(found.brings),
        "examples": [outcome_fields(outcome) for outcome in found.examples],
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
        "left_out": [str(path) for path in found.left_out],
    }


def check_pack(pack: LawbookPack, *, name: str) -> None:
    """Build the law of every court that a pack touches, every rule and every order, so that a broken one counts nothing.

    Args:
        pack: the lawbook that would be.
        name: the pack's file, for messages.

    Raises:
        LawbookPackError: its data cannot be used, a file of it would be read by nothing, or a court is gone.
    """
    try:
        known = courts(pack)
        states = {court: state_of(court, pack) for court in known}
        for court, state in states.items():
            # where what all courts share is as shipped, so is the law of those whose own files are
            if not pack.files.keys().isdisjoint({*_SHARED, f"time/states/{state}", f"time/notices/{court}"}):
                time_law(court, pack=pack)
        check_rules(pack)
        read = {
            *_SHARED,
            *(f"time/states/{state}" for state in states.values()),
            *(f"time/notices/{court}" for court in known),
            *(f"rules/{rules}" for rules in ("frcp", "frcp_numbers", *known)),
            *(f"orders/{order}" for order in shipped_orders(pack)),
        }
    except (LawbookDataError, BadInputError, KeyError, ValueError, TypeError) as error:
        raise LawbookPackError(name, f"its data cannot be used: {error}", expected="a whole lawbook.") from None
    missing, unread = set(courts()) - set(known), pack.files.keys() - read
    if missing:
        raise LawbookPackError(name, f"the court {min(missing)!r} is gone.", expected="every court held now.")
    if unread:
        raise LawbookPackError(name, f"{min(unread)} belongs to no court held.", expected="files that some court uses.")


def _fields(deadline: Deadline | None) -> dict[str, str] | None:
    if deadline is None:
        return None
    return {
        "act_by": deadline.act_by.isoformat(),
        "prevailing": deadline.prevailing.isoformat(),
        "outer": deadline.outer.isoformat(),
        "lawbook": deadline.lawbook,
    }
