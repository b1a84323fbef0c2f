"""From a path to a reading: the one place that opens an order's file for the readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import overload

from soordered.intake.text_from_file import MOST_BYTES, FileText, FileTooLargeError, decoded_from_bytes
from soordered.orders.order_reading import OrderReading, read_order
from soordered.orders.signs_of_order_from_text import signs_of_order
from soordered.provenance.problems import BadInputError

AnyPath = str | PathLike[str]


class UnreadableFileError(BadInputError):
    """A file cannot be opened: missing, a folder, or not allowed."""


class NotAnOrderError(BadInputError):
    """A text in which no court speaks, or a program's.

    Args:
        name: the file.
        program: whether its lines look like a program's.
    """

    def __init__(self, name: str, *, program: bool = False) -> None:
        super().__init__(
            f"{name}: its lines look like a program's, not like an order's."
            if program
            else f"{name}: no sentence that orders anything, and no word of a court.",
            expected="the text of a judge's order, a local rule, a docket entry or a court's guideline.",
            remedy=(
                "Check that this is the right file; if it is an order, its text may not have come through (open the file and look)."
            ),
        )


@overload
def read(path: AnyPath) -> OrderReading: ...  # type: ignore[overload-overlap]  # a str is one path, never several
@overload
def read(path: Iterable[AnyPath]) -> Iterator[OrderReading]: ...


def read(path: AnyPath | Iterable[AnyPath]) -> OrderReading | Iterator[OrderReading]:
    """Read an order's file into rules, each with its words and their place.

    Args:
        path: one file; or several, which are read one by one as the result is walked through.

    Returns:
        The reading, or for several files an iterator of readings in their order.

    Raises:
        UnreadableFileError: no such file, a folder, no permission.
        FileTooLargeError: more than 20 MB; nothing is read.
        EmptyFileError: nothing but blanks.
        NotTextError: a PDF, an archive, an image, a program, or bytes that are no text.
        NotAnOrderError: a text in which no court speaks.
    """
    if isinstance(path, str | PathLike):
        return _read_one(Path(fspath(path)))
    return (_read_one(Path(fspath(one))) for one in path)


def file_text(path: Path) -> FileText:
    """Read one text file whole, after a look at its size.

    Args:
        path: the file.

    Raises:
        UnreadableFileError: no such file, a folder, no permission.
        FileTooLargeError: refused by its size alone, or while it is read (a pipe, a device).
        EmptyFileError: nothing but blanks.
        NotTextError: a PDF, an archive, an image, a program, or bytes that are no text.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise UnreadableFileError(
                f"{name} is a folder.", expected="one file.", remedy=f"Name the files in it: {name}/*.txt"
            )
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise FileTooLargeError(name, size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise UnreadableFileError(
            f"{name} cannot be read: {trouble.strerror or trouble}.",
            expected="a file that exists and may be read.",
            remedy="Check the path and its permissions.",
        ) from trouble
    except ValueError as trouble:
        raise UnreadableFileError(
            f"{name!r} is no path: {trouble}.", expected="a file that exists and may be read.", remedy="Check the path."
        ) from trouble
    if len(data) > MOST_BYTES:
        raise FileTooLargeError(name, None)
    return decoded_from_bytes(data, name=name)


def _read_one(path: Path) -> OrderReading:
    found = file_text(path)
    signs = signs_of_order(found.text)
    if not signs.is_order:
        raise NotAnOrderError(found.name, program=signs.is_program)
    reading = read_order(found.text, name=path.name)
    if found.problems:
        rulebook = replace(reading.rulebook, problems=(*found.problems, *reading.rulebook.problems))
        reading = replace(reading, rulebook=rulebook)
    return reading
