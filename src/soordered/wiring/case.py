"""A case file from disk, run: the one place where its files are opened and the clock is read."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from soordered.calendars.court import OutsideCalendarError
from soordered.casework.case_run import CaseRun
from soordered.casework.quoted_rulebook import quoted_rulebook
from soordered.casework.run_case import run_case
from soordered.deadlines.deadline import Moment
from soordered.intake.text_from_file import MOST_BYTES, decoded_from_bytes
from soordered.lawbook.rulebook_from_data import UnknownOrderError, federal_rules, local_rules, shipped_order
from soordered.lawbook.shipped_files import LawbookPack
from soordered.lawbook.time_law_from_data import UnknownCourtError, time_law
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.case_file import CaseFile, OrderEntry
from soordered.rulefiles.case_from_toml import case_from_toml
from soordered.rules.rulebook import Rulebook
from soordered.wiring.accepted_lawbook import accepted_lawbook

if TYPE_CHECKING:
    from soordered.orders.caption_from_text import Caption
    from soordered.orders.order_reading import OrderReading

AsOf = str | dt.date | dt.datetime | None


class UnknownDemonstrationError(BadInputError):
    """A demonstration case that does not ship.

    Args:
        name: what was asked for.
        known: those that ship.
    """

    def __init__(self, name: str, *, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no demonstration case {name!r}.",
            expected=f"one of: {', '.join(known)}.",
            remedy="Choose one of them.",
        )


class AsOfError(BadInputError):
    """A day to run a case for that is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is no day to run a case for.",
            expected="a day as 2007-12-31, or with the court's hour as 2007-12-31T16:30.",
            remedy="Correct it, or leave it out for today.",
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A case file with the rules of its orders.

    Args:
        file: the case file.
        books: the rulebook of each order, by the order's id.
        printed: the case numbers that each order's text prints, by the order's id.
    """

    file: CaseFile
    books: dict[str, Rulebook]
    printed: dict[str, tuple[Caption, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: str | PathLike[str], *, lawbook: LawbookPack | None = None) -> Case:
        """Read a case file and the orders it names; paths in it are relative to it.

        Args:
            path: the case file.
            lawbook: the lawbook that holds the orders it names by id; without it the accepted one, else the shipped.

        Raises:
            BadInputError: a file is missing or is none of the kind expected; the message names file, line and remedy.
        """
        place = Path(fspath(path))
        return cls._of(_text(place), name=str(place), folder=place.parent, lawbook=lawbook)

    @classmethod
    def demonstration(cls, name: str) -> Case:
        """Load a demonstration case that ships with the package.

        Args:
            name: one of ``demonstrations()``.

        Raises:
            UnknownDemonstrationError: none of that name ships.
        """
        if name not in demonstrations():
            raise UnknownDemonstrationError(name, known=demonstrations())
        text = files("soordered.casework").joinpath("demonstration", f"{name}.toml").read_text(encoding="utf-8")
        return cls._of(text, name=f"{name}.toml", folder=Path())

    @classmethod
    def _of(cls, text: str, *, name: str, folder: Path, lawbook: LawbookPack | None = None) -> Case:
        with _uncollected():
            case = case_from_toml(text, name=name)
        printed: dict[str, tuple[Caption, ...]] = {}
        pack = accepted_lawbook() if lawbook is None else lawbook
        books = {entry.id: _book(case, entry, folder, printed, pack) for entry in case.orders}
        return cls(case, books, printed)

    def run(self, as_of: AsOf = None, *, side: str = "", lawbook: LawbookPack | None = None) -> CaseRun:
        """Run the case.

        Args:
            as_of: the day, or the day and hour in the court's zone; without it the file's own, else today.
            side: whose view this is (``"plaintiff"``, ``"defendant"``), for points a side settled for itself.
            lawbook: the lawbook to count by; without it the accepted one, else the shipped.

        Raises:
            BadInputError: the case cannot be run; the message names file, line and remedy.
        """
        try:
            pack = accepted_lawbook() if lawbook is None else lawbook
            law = time_law(self.file.head.court, pack=pack)
        except UnknownCourtError as error:
            raise self.file.refusal(("court",), error.got, expected=error.expected, remedy=error.remedy) from None
        moment = _moment(as_of if as_of is not None else self.file.as_of, law.calendar.zone)
        try:
            law.calendar.check(moment.date)
        except OutsideCalendarError as error:
            if as_of is not None:
                raise
            raise self.file.refusal(("as_of",), error.got, expected=error.expected, remedy=error.remedy) from None
        court = self.file.head.court
        with _uncollected():
            return run_case(
                self.file,
                books=self.books,
                law=law,
                rules_on=lambda day: _rules_on(court, day, pack),
                as_of=moment,
                side=side,
                printed=self.printed,
            )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the collector of reference cycles back while a case is read and folded.

    Reading and folding make hundreds of thousands of values that all live on and no cycles; the collector would walk
    through all of them again and again, so that a hundred thousand events took half as long again.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def demonstrations() -> tuple[str, ...]:
    """Return the names of the demonstration cases that ship."""
    folder = files("soordered.casework").joinpath("demonstration")
    return tuple(sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")))


def _moment(as_of: AsOf, zone: str) -> Moment:
    match as_of:
        case None:
            return Moment(dt.datetime.now(tz=ZoneInfo(zone)).date(), None, zone)  # noqa: TID251  the wiring reads the clock
        case dt.datetime():
            local = as_of if as_of.tzinfo is None else as_of.astimezone(ZoneInfo(zone))
            return Moment(local.date(), local.time().replace(tzinfo=None), zone)
        case dt.date():
            return Moment(as_of, None, zone)
        case str():
            try:
                if "T" in as_of or " " in as_of:
                    return _moment(dt.datetime.fromisoformat(as_of), zone)
                return Moment(dt.date.fromisoformat(as_of), None, zone)
            except ValueError:
                raise AsOfError(as_of) from None


@lru_cache(maxsize=4096)
def _rules_on(court: str, day: dt.date, pack: LawbookPack) -> Rulebook:
    return federal_rules(day, pack).joined(local_rules(court, day, pack))


def _book(
    case: CaseFile, entry: OrderEntry, folder: Path, printed: dict[str, tuple[Caption, ...]], pack: LawbookPack
) -> Rulebook:
    """Return the rules of an order, and enter the case numbers that its text prints where one is held."""
    if entry.rulebook:
        try:
            shipped = shipped_order(entry.rulebook, pack)
        except UnknownOrderError as error:
            raise case.refusal(
                (*entry.place, "rulebook"), error.got, expected=error.expected, remedy=error.remedy
            ) from None
        if not entry.text:
            return shipped
        reading = _reading(folder / entry.text)
        printed[entry.id] = reading.header.captions
        return _with_quotes(shipped, reading, folder / entry.text)
    if entry.rules:
        from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml  # noqa: PLC0415  only when asked for

        path = folder / entry.rules
        return rulebook_from_toml(_text(path), name=str(path))
    reading = _reading(folder / entry.file)
    printed[entry.id] = reading.header.captions
    return reading.rulebook


def _reading(path: Path) -> OrderReading:
    from soordered.wiring.reading import read  # noqa: PLC0415  the readers load only for a case that names a text

    return read(path)


def _text(path: Path) -> str:
    """Read a text file; the order's readers, which take time to load, are asked only to say what is wrong with it."""
    try:
        if path.is_file() and path.stat().st_size <= MOST_BYTES:
            return decoded_from_bytes(path.read_bytes(), name=str(path)).text
    except OSError:
        pass  # said below, in the readers' words
    from soordered.wiring.reading import file_text  # noqa: PLC0415

    return file_text(path).text


def _with_quotes(shipped: Rulebook, reading: OrderReading, path: Path) -> Rulebook:
    digest = reading.rulebook.sources[0].sha256 if reading.rulebook.sources else ""
    return quoted_rulebook(shipped, reading.rulebook, name=str(path), sha256=digest)
