"""The process in which files of strangers are opened: bounded in time and memory, without a file it could write."""

from __future__ import annotations

import json
import resource
import struct
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from typing import Any, assert_never

from soordered.intake.extracted_text import FileForm
from soordered.intake.limits import Limits, NoTextError, OverLimitError
from soordered.provenance.printed_pages import Box, Page
from soordered.provenance.problems import BadInputError, PartMissingError, Problem

FINENESS = 300
"""Dots an inch at which a scanned page of a PDF is drawn for recognition."""

_AHEAD = 2
_MOST_DOUBTED = 12


def main() -> None:
    """Read one request from standard input, do it, and write the answer to standard output."""
    request, data = unpacked(sys.stdin.buffer.read())
    limits = Limits(**request["limits"])
    writes = request["task"] == "highlight" and request["form"] == FileForm.IMAGE  # the recogniser keeps a page on disk
    _bound(limits, file_bytes=limits.unpacked_bytes if writes else 0)
    try:
        answer = _done(request, data, limits)
    except PartMissingError as trouble:
        answer = packed({"missing": [trouble.part, trouble.needed_for, trouble.install]})
    except BadInputError as trouble:
        answer = packed({
            "error": type(trouble).__name__, "got": trouble.got, "expected": trouble.expected, "remedy": trouble.remedy,
        })  # fmt: skip
    except MemoryError:
        answer = packed({"memory": True})
    except RecursionError:
        answer = packed({"deep": True})
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def packed(fields: Mapping[str, Any], *blocks: bytes) -> bytes:
    """Put fields and blocks of bytes into one message; no part of it can be run.

    Args:
        fields: strings, numbers, lists and mappings only.
        blocks: what follows, each with its length among the fields.
    """
    head = json.dumps({**fields, "blocks": [len(block) for block in blocks]}).encode("ascii")
    return struct.pack(">Q", len(head)) + head + b"".join(blocks)


def unpacked(message: bytes) -> tuple[dict[str, Any], bytes]:
    """Take a message apart into its fields and the bytes that follow them.

    Raises:
        ValueError: the message is cut off.
    """
    if len(message) < 8:
        msg = "a message of a parser begins with its length"
        raise ValueError(msg)
    (length,) = struct.unpack_from(">Q", message)
    fields = json.loads(message[8 : 8 + length])
    if not isinstance(fields, dict):
        msg = "a message of a parser holds fields"
        raise TypeError(msg)
    return fields, message[8 + length :]


def _bound(limits: Limits, *, file_bytes: int) -> None:
    """Give up what a parser of a stranger's file never needs: time, memory, files to write, core dumps."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def _done(request: Mapping[str, Any], data: bytes, limits: Limits) -> bytes:
    name: str = request["name"]
    if request["task"] == "highlight":
        return packed({}, _highlighted(request, data, name, limits))
    form = FileForm(request["form"])
    match form:
        case FileForm.PDF:
            return _pdf(data, name, limits, int(request["threads"]))
        case FileForm.IMAGE:
            return _image(data, name, limits)
        case FileForm.DOCX:
            from soordered.intake.text_from_docx import text_from_docx  # noqa: PLC0415  each parser only where needed

            return _flowing(*text_from_docx(data, name=name, limits=limits), name=name)
        case FileForm.HTML:
            from soordered.intake.text_from_html import text_from_html  # noqa: PLC0415

            return _flowing(*text_from_html(data, name=name, limits=limits), name=name)
        case FileForm.TEXT:
            msg = "a text file needs no process of its own"
            raise ValueError(msg)
        case _:
            assert_never(form)


def _flowing(text: str, problems: Sequence[Problem], *, name: str) -> bytes:
    if not text.strip():
        raise NoTextError(name, form="a document")
    return packed({"problems": [asdict(problem) for problem in problems]}, text.encode("utf-8", "replace"))


def _pdf(data: bytes, name: str, limits: Limits, threads: int) -> bytes:
    from soordered.intake.words_from_pdf import PdfPages  # noqa: PLC0415
    from soordered.intake.words_from_scan import words_from_scan  # noqa: PLC0415

    pdf = PdfPages(data, name=name, limits=limits)
    pages = []
    scans = []
    for words, is_scan in pdf.words():
        pages.append(words)
        if is_scan:
            scans.append(words.number)
    if len(scans) > limits.scanned_pages:
        raise OverLimitError(name, what=f"{len(scans):,} scanned pages", most=f"{limits.scanned_pages:,}")
    if scans:
        with ThreadPoolExecutor(threads) as pool:
            waiting: list[tuple[int, Future[Any]]] = []

            def take() -> None:
                number, future = waiting.pop(0)
                (found,) = future.result()
                pages[number - 1] = found

            for number in scans:
                picture, width, height = pdf.picture(number - 1, dots_an_inch=FINENESS)
                size = _picture_size(width, height)
                waiting.append(
                    (number, pool.submit(words_from_scan, picture, [size], first_page=number, name=name, limits=limits))
                )
                if len(waiting) >= _AHEAD * threads:
                    take()
            while waiting:
                take()
    return _laid(pages, name, form="a PDF", dynamic=pdf.is_dynamic)


def _picture_size(width: int, height: int) -> Any:
    from soordered.intake.picture_sizes import PictureSize  # noqa: PLC0415

    return PictureSize(width=width, height=height, dots_an_inch=FINENESS)


def _image(data: bytes, name: str, limits: Limits) -> bytes:
    from soordered.intake.picture_sizes import picture_sizes  # noqa: PLC0415
    from soordered.intake.words_from_scan import words_from_scan  # noqa: PLC0415

    sizes = picture_sizes(data, name=name, limits=limits)
    pages = words_from_scan(data, sizes, first_page=1, name=name, limits=limits)
    return _laid(pages, name, form="an image")


def _laid(pages: Sequence[Any], name: str, *, form: str, dynamic: bool = False) -> bytes:
    from soordered.intake.text_from_pages import text_from_pages  # noqa: PLC0415

    text, printed = text_from_pages(pages)
    if not text.strip():
        raise NoTextError(name, form=form)
    return packed(
        {
            "problems": [asdict(problem) for problem in (*_doubts(pages, name), *(_dynamic(name) if dynamic else ()))],
            "scanned": [page.number for page in pages if page.scanned],
            "numbered": printed.numbered,
            "pages": [[page.number, page.width, page.height, page.turned] for page in printed.pages],
            "lines": [[one.start, one.end, one.page, one.number, one.top, one.bottom] for one in printed.lines],
        },
        text.encode("utf-8", "replace"),
        _edges(printed.lefts),
        _edges(printed.rights),
    )


def _edges(places: Sequence[float]) -> bytes:
    return array("f", places).tobytes()


def _doubts(pages: Sequence[Any], name: str) -> Iterator[Problem]:
    from soordered.intake.words_from_scan import is_unsure  # noqa: PLC0415

    scanned = [page for page in pages if page.scanned]
    if scanned:
        sure = sum(page.confidence for page in scanned) / len(scanned)
        yield Problem(
            what=(
                f"{_pages(scanned)} {'is an image' if len(scanned) == 1 else 'are images'}; the words were recognised, "
                f"{sure:.0f}% sure on average."
            ),
            where=name,
            remedy="Compare every number and date with the paper.",
        )
    for page in scanned:
        if page.doubted:
            words = ", ".join(f'"{word}"' for word in page.doubted[:_MOST_DOUBTED])
            more = len(page.doubted) - _MOST_DOUBTED
            yield Problem(
                what=f"Page {page.number}: doubtful words: {words}{f' and {more} more' if more > 0 else ''}.",
                where=name,
                remedy="Compare them with the paper.",
            )
    unsure = [page for page in scanned if is_unsure(page)]
    if unsure:
        yield Problem(
            what=f"{_pages(unsure)} could hardly be recognised.",
            where=name,
            remedy="Scan it again, straight and at 300 dots an inch, or type it.",
        )
    layered = [page for page in pages if page.layered and not page.scanned]
    if layered:
        yield Problem(
            what=f"{_pages(layered)} {'is an image' if len(layered) == 1 else 'are images'}; another program recognised the words.",
            where=name,
            remedy="Compare every number and date with the paper.",
        )
    empty = [page for page in pages if not page.words]
    if empty:
        yield Problem(
            what=f"{_pages(empty)} {'holds' if len(empty) == 1 else 'hold'} no words.",
            where=name,
            remedy="Look whether anything is printed there.",
        )


def _dynamic(name: str) -> Iterator[Problem]:
    yield Problem(
        what="It is a form that builds its pages only when it is opened; what stands here may not be what is seen there.",
        where=name,
        remedy="Open it in the program it was made for, print it to a new PDF, and read that.",
    )


def _pages(pages: Sequence[Any]) -> str:
    numbers = [page.number for page in pages]
    if len(numbers) == 1:
        return f"Page {numbers[0]}"
    if numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"Pages {numbers[0]} to {numbers[-1]}"
    shown = ", ".join(str(number) for number in numbers[:20])
    return f"Pages {shown}{' and others' if len(numbers) > 20 else ''}"


def _highlighted(request: Mapping[str, Any], data: bytes, name: str, limits: Limits) -> bytes:
    from soordered.intake.highlighted_pdf import Mark, highlighted_pdf  # noqa: PLC0415
    from soordered.intake.words_from_pdf import PdfPages  # noqa: PLC0415

    if FileForm(request["form"]) is FileForm.IMAGE:
        from soordered.intake.picture_sizes import picture_sizes  # noqa: PLC0415
        from soordered.intake.words_from_scan import searchable_pdf  # noqa: PLC0415

        data = searchable_pdf(data, picture_sizes(data, name=name, limits=limits), name=name, limits=limits)
    marks = [
        Mark(boxes=[Box(*box) for box in mark["boxes"]], note=mark["note"], colour=tuple(mark["colour"]))
        for mark in request["marks"]
    ]
    pdf = PdfPages(data, name=name, limits=limits)
    return highlighted_pdf(
        pdf,
        marks,
        pages=[
            Page(number=number, width=width, height=height, turned=turned)
            for number, width, height, turned in request["pages"]
        ],
        name=name,
    )
