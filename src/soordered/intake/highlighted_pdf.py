"""A PDF with words marked on its pages, as a person marks them: notes that any viewer shows, the pages untouched."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from soordered.intake.limits import UnreadableFormError
from soordered.intake.page_as_read import SeenPage
from soordered.intake.words_from_pdf import PdfPages
from soordered.provenance.printed_pages import Box, Page

AUTHOR = "So Ordered"
"""Who the notes say they are by."""

_STRENGTH = 110  # of 255: the words stay readable under it


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words to be marked, with a note.

    Args:
        boxes: where they stand, in points from the upper left corner of the page as it is seen.
        note: what the note says.
        colour: red, green and blue, 0 to 255.
    """

    boxes: Sequence[Box]
    note: str
    colour: tuple[int, int, int]


def highlighted_pdf(pdf: PdfPages, marks: Sequence[Mark], *, pages: Sequence[Page], name: str) -> bytes:
    """Mark words on the pages of a PDF.

    Args:
        pdf: the file, open.
        marks: what to mark; a mark over two pages becomes one note on each.
        pages: the pages on which the boxes were measured.
        name: the file, for messages.

    Returns:
        the file with the marks, its pages otherwise as they were.

    Raises:
        UnreadableFormError: the PDF does not let itself be written.
    """
    for index in range(pdf.count):
        here = [(mark, [box for box in mark.boxes if box.page == index + 1]) for mark in marks]
        here = [(mark, boxes) for mark, boxes in here if boxes]
        if not here:
            continue
        page = pdf.page(index)
        try:
            measured = pages[index]
            seen = SeenPage(page, turned=measured.turned)
            scale = seen.width / max(1.0, measured.width), seen.height / max(1.0, measured.height)
            for mark, boxes in here:
                _mark(page, seen, scale, mark, boxes)
        finally:
            pdfium.FPDF_ClosePage(page)
    return _saved(pdf.document, name)


def _mark(page: Any, seen: SeenPage, scale: tuple[float, float], mark: Mark, boxes: Sequence[Box]) -> None:
    note = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    red, green, blue = mark.colour
    pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, _STRENGTH)
    across, down = scale
    corners = [seen.corners(box.x0 * across, box.y0 * down, box.x1 * across, box.y1 * down) for box in boxes]
    for left, bottom, right, top in corners:
        quad = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(note, quad)
    around = pdfium.FS_RECTF(
        min(one[0] for one in corners), max(one[3] for one in corners),
        max(one[2] for one in corners), min(one[1] for one in corners),
    )  # fmt: skip
    pdfium.FPDFAnnot_SetRect(note, around)
    pdfium.FPDFAnnot_SetFlags(note, pdfium.FPDF_ANNOT_FLAG_PRINT)
    for key, text in ((b"Contents", mark.note), (b"T", AUTHOR)):
        held = (text + "\x00").encode("utf-16-le", "replace")
        buffer = ctypes.create_string_buffer(held, len(held))
        pdfium.FPDFAnnot_SetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    pdfium.FPDFPage_CloseAnnot(note)


def _saved(document: Any, name: str) -> bytes:
    parts: list[bytes] = []

    def write(_: Any, block: Any, size: int) -> int:
        parts.append(ctypes.string_at(block, size))
        return 1

    writer = pdfium.FPDF_FILEWRITE()
    writer.version = 1
    kind = dict(writer._fields_)["WriteBlock"]
    writer.WriteBlock = kind(write)
    if not pdfium.FPDF_SaveAsCopy(document, writer, pdfium.FPDF_REMOVE_SECURITY):
        raise UnreadableFormError(
            name, what="the PDF does not let itself be written", remedy="Print it to a new PDF and mark that."
        )
    return b"".join(parts)
