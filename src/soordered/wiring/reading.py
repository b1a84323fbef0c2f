"""From a path to a reading: the one place that opens an order's file for the readers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import overload

from soordered.intake.extracted_text import ExtractedText, FileForm
from soordered.intake.form_from_bytes import form_from_bytes
from soordered.intake.limits import LIMITS
from soordered.intake.text_from_any_file import refuse_large, text_from_any_file
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
        path: one file: text, PDF, DOCX, a web page, a scan or an image; or several, which are read one by one as the result is walked through.

    Returns:
        The reading, or for several files an iterator of readings in their order.

    Raises:
        UnreadableFileError: no such file, a folder, no permission.
        BadInputError: too large, empty, damaged, encrypted, or of no form that is read; see ``text_from_any_file``.
        PartMissingError: scanned pages, and no tesseract to recognise them.
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
    size = _size(path)
    if size > MOST_BYTES:
        raise FileTooLargeError(name, size)
    data = _bytes(path, MOST_BYTES)
    if len(data) > MOST_BYTES:
        raise FileTooLargeError(name, None)
    return decoded_from_bytes(data, name=name)


def extracted_text(path: Path, *, threads: int | None = None) -> ExtractedText:
    """Return the text of an order's file, whatever its form, with its pages where it has some.

    Args:
        path: the file.
        threads: how many scanned pages are recognised at once; as many as there are cores by default.

    Raises:
        UnreadableFileError: no such file, a folder, no permission.
        BadInputError: too large, damaged, encrypted, or of no form that is read; see ``text_from_any_file``.
        PartMissingError: scanned pages, and no tesseract to recognise them.
    """
    return text_from_any_file(file_bytes(path), name=str(path), threads=threads or len(os.sched_getaffinity(0)))


def file_bytes(path: Path) -> bytes:
    """Read a file of any form whole, after a look at its size.

    Args:
        path: the file.

    Raises:
        UnreadableFileError: no such file, a folder, no permission.
        FileTooLargeError: more bytes than are read of one file; a text is refused after its first 20 MB.
    """
    name = str(path)
    size = _size(path)
    refuse_large(size, name=name)
    head = _bytes(path, MOST_BYTES)
    if len(head) <= MOST_BYTES:
        return head
    if form_from_bytes(head, name=name) is FileForm.TEXT and not head.startswith(b"PK"):
        raise FileTooLargeError(name, size or None)
    data = _bytes(path, LIMITS.file_bytes)
    refuse_large(len(data), name=name)
    return data


def _size(path: Path) -> int:
    name = str(path)
    try:
        if path.is_dir():
            raise UnreadableFileError(
                f"{name} is a folder.",
                expected="one file.",
                remedy="Name the files in it, or read all of them with --json.",
            )
        return path.stat().st_size
    except OSError as trouble:
        raise _unreadable(name, trouble) from trouble
    except ValueError as trouble:
        raise UnreadableFileError(
            f"{name!r} is no path: {trouble}.", expected="a file that exists and may be read.", remedy="Check the path."
        ) from trouble


def _bytes(path: Path, most: int) -> bytes:
    """Read one byte more than ``most``, if there are so many; a device without an end is not read to it."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as trouble:
        raise _unreadable(str(path), trouble) from trouble


def _unreadable(name: str, trouble: OSError) -> UnreadableFileError:
    return UnreadableFileError(
        f"{name} cannot be read: {trouble.strerror or trouble}.",
        expected="a file that exists and may be read.",
        remedy="Check the path and its permissions.",
    )


def _read_one(path: Path) -> OrderReading:
    return reading_of(extracted_text(path), name=path.name)


def reading_of(found: ExtractedText, *, name: str) -> OrderReading:
    """Read the text of a file into rules.

    Args:
        found: the text, with its pages where it has some.
        name: what to call the order.

    Raises:
        NotAnOrderError: a text in which no court speaks.
    """
    signs = signs_of_order(found.text)
    if not signs.is_order:
        raise NotAnOrderError(found.name, program=signs.is_program)
    digest = None if found.form is FileForm.TEXT else found.sha256
    reading = read_order(found.text, name=name, printed=found.pages, sha256=digest)
    if found.problems:
        rulebook = replace(reading.rulebook, problems=(*found.problems, *reading.rulebook.problems))
        reading = replace(reading, rulebook=rulebook)
    return reading
