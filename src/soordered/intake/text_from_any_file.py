"""The bytes of an order's file, of whatever form, as text with its pages; strangers' formats are opened in a child."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from soordered.intake.extracted_text import ExtractedText, FileForm
from soordered.intake.form_from_bytes import form_from_bytes
from soordered.intake.limits import LIMITS, Limits, NoTextError, OverLimitError, UnreadableFormError
from soordered.intake.parser_child import packed, unpacked
from soordered.intake.text_from_file import FileTooLargeError, decoded_from_bytes
from soordered.provenance.printed_pages import Box, Page, PrintedLine, PrintedPages
from soordered.provenance.problems import BadInputError, PartMissingError, Problem

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from soordered.intake.parser_child import main; main()"
)
_ERRORS: Mapping[str, type[BadInputError]] = {
    error.__name__: error for error in (UnreadableFormError, OverLimitError, NoTextError)
}
_KEPT_SETTINGS = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "COVERAGE_PROCESS_START")
_PATIENCE = 30  # seconds on the wall beyond the work itself, for a machine that does much else
_REMEDY = "Open it in its own program, print it to a new PDF, and read that."
Marks = Sequence[tuple[Sequence[Box], str, tuple[int, int, int]]]
"""Words to be marked: where they stand, what the note says, the colour as red, green and blue."""


def text_from_any_file(data: bytes, *, name: str, limits: Limits = LIMITS, threads: int = 1) -> ExtractedText:
    """Return the text of an order's file; its form is told from its content, never from its name.

    A text file is decoded as it stands. A PDF, an image, a DOCX or a web page is opened in a process of its own with
    bounds on time and memory, in which nothing that the file holds is run and nothing is fetched.

    Args:
        data: the whole file.
        name: the file, for messages.
        limits: how much is read.
        threads: how many scanned pages are recognised at once.

    Raises:
        FileTooLargeError: a text file of more than 20 MB.
        EmptyFileError: nothing but blanks.
        NotTextError: an archive, a program, or bytes that are no text.
        OverLimitError: more of something than is read of one file.
        UnreadableFormError: damaged, encrypted, or made to do harm.
        NoTextError: a file that opens and holds no words.
        PartMissingError: scanned pages, and no tesseract to recognise them.
    """
    form = form_from_bytes(data, name=name)
    digest = hashlib.sha256(data).hexdigest()
    if form is FileForm.TEXT:
        found = decoded_from_bytes(data, name=name)
        return ExtractedText(name=name, form=form, text=found.text, sha256=digest, problems=found.problems)
    refuse_large(len(data), name=name, limits=limits)
    fields, blocks = _asked({"task": "text", "form": form, "threads": threads}, data, name=name, limits=limits)
    text = blocks[0].decode("utf-8")
    pages = None
    if "pages" in fields:
        lefts, rights = array("f", blocks[1]), array("f", blocks[2])
        pages = PrintedPages(
            pages=tuple(
                Page(number=number, width=width, height=height, turned=turned)
                for number, width, height, turned in fields["pages"]
            ),
            lines=tuple(
                PrintedLine(start=start, end=end, page=page, number=number, top=top, bottom=bottom)
                for start, end, page, number, top, bottom in fields["lines"]
            ),
            lefts=lefts,
            rights=rights,
            numbered=bool(fields["numbered"]),
        )
    return ExtractedText(
        name=name,
        form=form,
        text=text,
        sha256=digest,
        pages=pages,
        problems=tuple(Problem(**problem) for problem in fields["problems"]),
        scanned=tuple(fields.get("scanned", ())),
    )


def marked_pdf(data: bytes, marks: Marks, *, pages: PrintedPages, name: str, limits: Limits = LIMITS) -> bytes:
    """Return a PDF, or an image made one, with words marked on its pages.

    Args:
        data: the whole file.
        marks: what to mark.
        pages: the pages on which the places were measured.
        name: the file, for messages.
        limits: how much is read.

    Raises:
        UnreadableFormError: it is neither a PDF nor an image, or does not let itself be written.
        PartMissingError: an image, and no tesseract.
    """
    form = form_from_bytes(data, name=name)
    request = {
        "task": "highlight",
        "form": form,
        "pages": [[page.number, page.width, page.height, page.turned] for page in pages.pages],
        "marks": [
            {
                "boxes": [[box.page, box.x0, box.y0, box.x1, box.y1] for box in boxes],
                "note": note,
                "colour": list(colour),
            }
            for boxes, note, colour in marks
        ],
    }
    return _asked(request, data, name=name, limits=limits)[1][0]


def refuse_large(size: int, *, name: str, limits: Limits = LIMITS) -> None:
    """Refuse a file by its size alone.

    Raises:
        FileTooLargeError: more bytes than are read of one file.
    """
    if size > limits.file_bytes:
        raise FileTooLargeError(name, size, most=limits.file_bytes)


def _asked(request: Mapping[str, Any], data: bytes, *, name: str, limits: Limits) -> tuple[dict[str, Any], list[bytes]]:
    """Have a child process do a request, and return its answer's fields and blocks."""
    message = packed({**request, "name": name, "limits": asdict(limits)}, data)
    scans = limits.scanned_pages * limits.seconds_a_scan if request["form"] in (FileForm.PDF, FileForm.IMAGE) else 0
    kept = {key: os.environ[key] for key in _KEPT_SETTINGS if key in os.environ}
    with subprocess.Popen(  # noqa: S603  our own interpreter, the file on a pipe
        (sys.executable, "-I", "-c", _START, json.dumps(sys.path)),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/", start_new_session=True,
        env={**kept, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
    ) as child:  # fmt: skip
        try:
            answer, said = child.communicate(message, timeout=_PATIENCE + 3 * limits.seconds + scans)
        except subprocess.TimeoutExpired as trouble:
            raise OverLimitError(
                name, what="what takes too long to open", most=f"{limits.seconds} seconds of work"
            ) from trouble
        finally:
            if child.poll() is None:
                with contextlib.suppress(ProcessLookupError):  # it ended just now
                    os.killpg(child.pid, signal.SIGKILL)
    if child.returncode:
        raise _death(child.returncode, said, name=name, limits=limits)
    fields, rest = unpacked(answer)
    if fields.get("missing"):
        part, needed_for, install = fields["missing"]
        raise PartMissingError(part, needed_for=needed_for, install=install)
    if fields.get("memory") or fields.get("deep"):
        raise OverLimitError(
            name,
            what="what takes too much memory to open" if fields.get("memory") else "elements nested too deep",
            most=f"{limits.memory_bytes // 2**20:,} MB of memory and {limits.nesting} elements in one another",
        )
    if "error" in fields:
        kind = _ERRORS[fields["error"]]
        error = kind.__new__(kind)
        BadInputError.__init__(error, fields["got"], expected=fields["expected"], remedy=fields["remedy"])
        raise error
    blocks: list[bytes] = []
    place = 0
    for length in fields["blocks"]:
        blocks.append(rest[place : place + length])
        place += length
    return fields, blocks


def _death(code: int, said: bytes, *, name: str, limits: Limits) -> BadInputError:
    """Say what a child's end means for the file it had open."""
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return OverLimitError(name, what="what takes too long to open", most=f"{limits.seconds} seconds of work")
    last = said.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
    if "MemoryError" in last or "bad_alloc" in last:
        return OverLimitError(
            name, what="what takes too much memory to open", most=f"{limits.memory_bytes // 2**20:,} MB of memory"
        )
    how = f"signal {-code}" if code < 0 else last or f"code {code}"
    return UnreadableFormError(name, what=f"it broke the program that opened it ({how})", remedy=_REMEDY)
