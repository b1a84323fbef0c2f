"""How fast each form of file becomes text with places, beside pdfium's own text and boxes; ratios in one run.

``python -m bench.forms`` prints a line for each; a ratio over its limit is marked and makes the exit code 1.
Times are the least of several runs on the processor, so that what else the machine does counts little.
"""

from __future__ import annotations

import ctypes
import io
import shutil
import sys
import time
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as pdfium

from soordered.intake.limits import LIMITS
from soordered.intake.text_from_any_file import text_from_any_file
from soordered.intake.text_from_docx import text_from_docx
from soordered.intake.text_from_html import text_from_html
from soordered.intake.text_from_pages import text_from_pages
from soordered.intake.words_from_pdf import PdfPages
from tests.intake.papers import file_of_pages, pdf_from_paragraphs, scan_of

PARAGRAPHS = [
    "ORDER ON DISCOVERY LETTERS",
    (
        "Counsel shall telephone each other within six (6) court days of the request, and shall keep a note of the call, of "
        "its length and of what was said in it by whom, for use in the joint letter that this Order requires of them."
    ),
    "1. The letter may not exceed four pages, exhibits apart, and shall be filed jointly within three (3) court days.",
    "The parties shall not attach declarations, and shall lodge one paper copy by noon on the next court day.",
]
MOST_OVER_PDFIUM = 6.0
"""How many times pdfium's own time, boxes by run, the whole way to text with every character's place may take."""


def least(work: Callable[[], object], *, runs: int) -> float:
    """Return the least processor time of several runs, in seconds."""
    best = float("inf")
    for _ in range(runs):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def bare(pdf: bytes) -> int:
    """Take text and boxes by run with pdfium alone."""
    document = pypdfium2.PdfDocument(pdf)
    held = 0
    for number in range(len(document)):
        text_page = document[number].get_textpage()
        held += len(text_page.get_text_range())
        edges = [ctypes.c_double() for _ in range(4)]
        for place in range(pdfium.FPDFText_CountRects(text_page.raw, 0, -1)):
            pdfium.FPDFText_GetRect(text_page.raw, place, *edges)
            left, top, right, bottom = (edge.value for edge in edges)
            held += len(text_page.get_text_bounded(left, bottom, right, top))
    document.close()
    return held


def ours(pdf: bytes) -> int:
    """Take text with the place of every character, its layout resolved."""
    return len(text_from_pages([words for words, _ in PdfPages(pdf, name="bench", limits=LIMITS).words()])[0])


def main() -> int:
    """Measure, print, and return 1 if a limit is passed."""
    code = 0
    for layout in ("plain", "pleading"):
        pdf = pdf_from_paragraphs(PARAGRAPHS * 120, layout)
        pages = len(pypdfium2.PdfDocument(pdf))
        base, whole = least(lambda: bare(pdf), runs=7), least(lambda: ours(pdf), runs=7)  # noqa: B023  called at once
        over = whole / base > MOST_OVER_PDFIUM
        code |= over
        print(
            f"PDF, {layout}, {pages} pages: {whole / pages * 1e3:.2f} ms a page, "
            f"{whole / base:.1f} x pdfium's text and boxes by run ({base / pages * 1e3:.2f} ms){'  OVER' if over else ''}"
        )
    html = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 1_000).encode()
    taken = least(lambda: text_from_html(html, name="bench", limits=LIMITS), runs=5)
    print(f"web page, {len(html) / 1e6:.1f} MB: {len(html) / 1e6 / taken:.0f} MB/s")
    import docx  # it takes long to load

    document = docx.Document()
    for paragraph in PARAGRAPHS * 500:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    taken = least(lambda: text_from_docx(buffer.getvalue(), name="bench", limits=LIMITS), runs=5)
    print(f"DOCX, 2,000 paragraphs: {taken * 1e3:.0f} ms")
    small = pdf_from_paragraphs(PARAGRAPHS, "plain")
    began = time.perf_counter()
    for _ in range(5):
        text_from_any_file(small, name="bench")
    print(f"one page in a process of its own: {(time.perf_counter() - began) / 5 * 1e3:.0f} ms on the wall")
    if shutil.which("tesseract"):
        scan = file_of_pages(scan_of(pdf_from_paragraphs(PARAGRAPHS * 6, "plain"))[:1], "pdf")
        walls = []
        for _ in range(3):
            began = time.perf_counter()
            text_from_any_file(scan, name="bench")
            walls.append(time.perf_counter() - began)
        print(f"one scanned page: {min(walls):.2f} s on the wall")
    return code


if __name__ == "__main__":
    sys.exit(main())
