"""The same order in every form gives the same rules: to the value from PDF, DOCX and HTML, nearly always from a scan."""

from __future__ import annotations

import html
import io
import shutil
from collections import Counter
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soordered.intake.extracted_text import ExtractedText, FileForm
from soordered.intake.limits import LIMITS
from soordered.intake.text_from_any_file import text_from_any_file
from soordered.intake.text_from_pages import text_from_pages
from soordered.intake.words_from_pdf import PdfPages
from soordered.orders.order_reading import OrderReading, read_order
from soordered.provenance.problems import PartMissingError
from tests.conftest import skip_or_fail
from tests.intake.papers import (
    FULL,
    file_of_pages,
    paragraphs_of,
    pdf_from_paragraphs,
    pdf_from_typst,
    raw_pdf,
    scan_of,
    values_of,
)

SEEDS = ("seed_spero_2007-07-30", "seed_spero_2010-07-07")
ORDERS = (
    *SEEDS,
    "nd-cal_cousins_2024-09-03_initial-cmc-adr",
    "nd-cal_lee_2025-01-02_expedited-discovery",
    "md-fla_covington_2016-12-23_case-management-hearing",
    "sd-wva_copenhaver_2019-07-01_scheduling",
    "d-ariz_campbell_2008-08-07_final-pretrial",
    "nd-cal_clerk_2024-09-12_reassignment",
)
"""Orders of the development corpus: on pleading paper, with captions, tables of dates, many numbered paragraphs."""

DOCKET_TEXTS = frozenset(ORDERS[4:7])
"""Those that a clerk entered on the docket: nobody sets such a text on pleading paper."""


def reading_of(found: ExtractedText, name: str) -> OrderReading:
    return read_order(found.text, name=name, printed=found.pages)


def reference(shared: Path, name: str) -> tuple[list[str], OrderReading]:
    paragraphs = paragraphs_of(shared / "corpus" / "dev" / f"{name}.txt")
    return paragraphs, read_order("\n\n".join(paragraphs) + "\n", name=name)


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        (name, layout)
        for name in ORDERS
        for layout in ("plain", "hyphenated", "pleading")
        if layout != "pleading" or name not in DOCKET_TEXTS
    ],
)
def test_an_order_set_as_pdf_gives_the_rules_of_its_text(shared: Path, name: str, layout: str) -> None:
    paragraphs, wanted = reference(shared, name)
    found = text_from_any_file(pdf_from_paragraphs(paragraphs, layout), name=name)

    assert found.form is FileForm.PDF
    assert values_of(reading_of(found, name)) == values_of(wanted)


@pytest.mark.parametrize("name", SEEDS)
def test_running_heads_and_feet_change_no_rule(shared: Path, name: str) -> None:
    paragraphs, _ = reference(shared, name)
    long = [paragraph for paragraph in paragraphs for _ in range(2)]
    wanted = read_order("\n\n".join(long), name=name)
    found = text_from_any_file(pdf_from_paragraphs(long, "running"), name=name)

    assert found.text.count("PROCEDURES FOR DISCOVERY") == 1  # its words stand nowhere else: kept once, at the end
    assert found.text.index("PROCEDURES FOR DISCOVERY") > 0.95 * len(found.text)
    assert values_of(reading_of(found, name)) == values_of(wanted)


@pytest.mark.parametrize("name", SEEDS)
def test_the_original_text_and_its_pdf_give_the_same_values(shared: Path, name: str) -> None:
    original = (shared / "corpus" / "dev" / f"{name}.txt").read_bytes().decode("utf-8")
    found = text_from_any_file(
        pdf_from_paragraphs(paragraphs_of(shared / "corpus" / "dev" / f"{name}.txt"), "pleading"), name=name
    )

    assert values_of(reading_of(found, name)) == values_of(read_order(original, name=name))


@pytest.mark.parametrize("name", ORDERS)
@pytest.mark.parametrize("form", ["docx", "html"])
def test_an_order_as_docx_or_web_page_gives_the_rules_of_its_text(shared: Path, name: str, form: str) -> None:
    paragraphs, wanted = reference(shared, name)
    if form == "docx":
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        buffer = io.BytesIO()
        document.save(buffer)
        data = buffer.getvalue()
    else:
        body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
        data = f"<!doctype html><meta charset=utf-8>{body}".encode()
    found = text_from_any_file(data, name=name)

    assert found.form == form
    assert found.pages is None
    assert values_of(reading_of(found, name)) == values_of(wanted)


@pytest.fixture(scope="module")
def _recogniser() -> None:
    if shutil.which("tesseract") is None:
        skip_or_fail("tesseract is not installed; apt-get install tesseract-ocr.")


@pytest.mark.usefixtures("_recogniser")
@pytest.mark.parametrize("form", ["png", *(pytest.param(form, marks=pytest.mark.slow) for form in ("jpeg", "tiff"))])
def test_an_image_is_recognised_with_the_place_of_every_word(form: str) -> None:
    pdf = pdf_from_typst(FULL)
    text, printed = text_from_pages([words for words, _ in PdfPages(pdf, name="x", limits=LIMITS).words()])
    found = text_from_any_file(file_of_pages(scan_of(pdf, tilt=0.4)[:1], form), name=f"scan.{form}")
    words = "within nine (9) business days of the demand"

    assert (found.form, found.scanned) == (FileForm.IMAGE, (1,))
    assert found.problems[0].what.startswith("Page 1 is an image; the words were recognised, ")
    assert found.pages is not None
    assert found.pages.pages[0].width == pytest.approx(612, abs=1)
    start = found.text.index(words)
    wanted = printed.boxes(text.index(words), text.index(words) + len(words))
    boxes = found.pages.boxes(start, start + len(words))
    for box, other in zip(boxes, wanted, strict=True):
        assert (box.x0, box.x1) == pytest.approx((other.x0, other.x1), abs=6)  # a scan is turned about its middle
        assert (box.y0 + box.y1) / 2 == pytest.approx((other.y0 + other.y1) / 2, abs=6)


@pytest.mark.usefixtures("_recogniser")
@pytest.mark.slow
def test_scanned_orders_give_nineteen_rules_in_twenty(shared: Path) -> None:
    """Two hundred dots an inch, half a degree askew, with noise; on plain and on pleading paper."""
    kept = total = 0
    for name in SEEDS:
        for layout in ("plain", "pleading"):
            paragraphs, wanted = reference(shared, name)
            data = file_of_pages(scan_of(pdf_from_paragraphs(paragraphs, layout)), "pdf")
            found = text_from_any_file(data, name=f"{name}.pdf", threads=2)
            right = Counter(values_of(wanted))
            kept += (right & Counter(values_of(reading_of(found, name)))).total()
            total += right.total()
            assert found.scanned == tuple(range(1, len(found.scanned) + 1))

    assert kept / total >= 0.95, f"{kept} of {total}"


@pytest.mark.usefixtures("_recogniser")
def test_a_pdf_with_one_scanned_page_has_only_that_page_recognised() -> None:
    import pypdf  # noqa: PLC0415  only here

    typed = pdf_from_paragraphs(
        ["ORDER", "The parties shall file a letter within five (5) court days of the meeting."], "plain"
    )
    scanned = file_of_pages(
        scan_of(pdf_from_paragraphs(["The letter may not exceed four pages in length."], "plain")), "pdf"
    )
    writer = pypdf.PdfWriter()
    for part in (typed, scanned):
        writer.append(io.BytesIO(part))
    buffer = io.BytesIO()
    writer.write(buffer)
    found = text_from_any_file(buffer.getvalue(), name="mixed.pdf")

    assert found.scanned == (2,)
    assert "within five (5) court days" in found.text
    assert "may not exceed four pages" in found.text


def test_text_that_another_program_put_behind_a_scan_is_read_and_doubted() -> None:
    lines = "".join(
        f"1 0 0 1 72 {700 - 16 * line} Tm (The parties shall confer within {line} days of it.) Tj " for line in range(9)
    )
    content = f"q 612 0 0 792 0 0 cm /I Do Q BT 3 Tr /F 12 Tf {lines}ET"
    pdf = raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> "
        "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
        "stream\n@\nendstream",
    )
    found = text_from_any_file(pdf, name="order.pdf")

    assert found.text.count("The parties shall confer") == 9
    assert [problem.what for problem in found.problems] == ["Page 1 is an image; another program recognised the words."]


def test_without_the_recogniser_a_scan_is_no_empty_order(monkeypatch: pytest.MonkeyPatch) -> None:
    data = file_of_pages(scan_of(pdf_from_paragraphs(["The parties shall confer."], "plain")), "pdf")
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(PartMissingError, match="apt-get install tesseract-ocr"):
        text_from_any_file(data, name="scan.pdf")


_WORDS = st.text(alphabet="abcdefghijklmnop", min_size=1, max_size=12)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_WORDS, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=12))
def test_no_word_of_any_paragraphs_is_lost_or_moved(paragraphs: list[str]) -> None:
    pdf = pdf_from_paragraphs(paragraphs, "plain")
    text, printed = text_from_pages([words for words, _ in PdfPages(pdf, name="x", limits=LIMITS).words()])

    assert "".join(text.split()) == "".join("".join(paragraphs).split())
    assert all(
        printed.rights[place] > printed.lefts[place] for place, character in enumerate(text) if character.isalpha()
    )
    assert [line.start for line in printed.lines] == sorted(line.start for line in printed.lines)
