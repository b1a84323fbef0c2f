"""A newer lawbook tried on case files before it is accepted: who signed it, which live dates move, to what, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from soordered.deadlines.deadline import Deadline
from soordered.lawbook.rulebook_from_data import check_rules, shipped_orders
from soordered.lawbook.shipped_files import SHIPPED, LawbookDataError, LawbookPack
from soordered.lawbook.time_law_from_data import courts, time_law
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
from soordered.wiring.lawbook_folders import FOLDER, folder
from soordered.wiring.lawbook_moves import CaseMoves, case_moves
from soordered.wiring.publishers import UntrustedPackError, publisher_of
from soordered.wiring.whole_files import CannotWriteError, write_whole


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
    """

    text: str
    before: LawbookPack
    pack: LawbookPack
    brings: tuple[str, ...]
    publisher: str
    cases: tuple[CaseMoves, ...]


def update(path: Path, cases: Iterable[Path], *, as_of: str | None = None, unsigned: bool = False) -> LawbookUpdate:
    """Try a pack on case files; writes nothing.

    Args:
        path: the pack.
        cases: case files.
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
    moves = tuple(case_moves(Path(case), before, pack, as_of=as_of) for case in cases)
    return LawbookUpdate(
        text=text, before=before, pack=pack, brings=tuple(sorted(read.pack.files)), publisher=publisher, cases=moves
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
    held = accepted_lawbook()
    path = place / f"pack-{found.pack.version}.toml"
    if held.version != found.before.version:
        raise WrongVersionError(path, follows=found.before.version, held=held.version)
    entry = AcceptedPack(file=path.name, sha256=sha256(found.text.encode()).hexdigest(), unsigned=not found.publisher)
    known = accepted_packs(place)
    listed = AcceptedPacks(SHIPPED.version, (*(() if known is None else known.packs), entry))
    try:
        place.mkdir(parents=True, exist_ok=True)
        write_whole(path, found.text.encode())
        write_whole(place / ACCEPTED, toml_from_accepted_packs(listed).encode())
    except (OSError, CannotWriteError) as error:
        why = error.strerror if isinstance(error, OSError) else error.got
        raise FolderUnwritableError(place, why or "no reason given") from None
    return place / ACCEPTED


def update_fields(found: LawbookUpdate) -> dict[str, object]:
    """Return a tried pack as JSON-ready fields."""
    return {
        "from": found.before.label,
        "to": found.pack.label,
        "words": found.pack.words,
        "signed_by": found.publisher or None,
        "files": list(found.brings),
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


def check_pack(pack: LawbookPack, *, name: str) -> None:
    """Build every court's law, every rule and every order from a pack, so that a broken one counts nothing.

    Args:
        pack: the lawbook that would be.
        name: the pack's file, for messages.

    Raises:
        LawbookPackError: its data cannot be used, a file of it would be read by nothing, or a court is gone.
    """
    try:
        known = courts(pack)
        read = {*_time_files(known, pack), *(f"rules/{rules}" for rules in ("frcp", "frcp_numbers", *known))}
        read |= {f"orders/{order}" for order in shipped_orders(pack)}
        check_rules(pack)
        for court in known:
            time_law(court, pack=pack)
    except (LawbookDataError, BadInputError, KeyError, ValueError, TypeError) as error:
        raise LawbookPackError(name, f"its data cannot be used: {error}", expected="a whole lawbook.") from None
    missing, unread = set(courts()) - set(known), pack.files.keys() - read
    if missing:
        raise LawbookPackError(name, f"the court {min(missing)!r} is gone.", expected="every court held now.")
    if unread:
        raise LawbookPackError(name, f"{min(unread)} belongs to no court held.", expected="files that some court uses.")


def _time_files(known: tuple[str, ...], pack: LawbookPack) -> set[str]:
    states = {time_law(court, pack=pack).calendar.state for court in known} - {""}
    return {
        *(f"time/{name}" for name in ("regimes", "federal", "closings", "courts", "courts_of_appeals")),
        *(f"time/states/{state}" for state in states),
        *(f"time/notices/{court}" for court in known),
    }


def _fields(deadline: Deadline | None) -> dict[str, str] | None:
    if deadline is None:
        return None
    return {
        "act_by": deadline.act_by.isoformat(),
        "prevailing": deadline.prevailing.isoformat(),
        "outer": deadline.outer.isoformat(),
        "lawbook": deadline.lawbook,
    }
