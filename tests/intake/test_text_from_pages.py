"""A page's layout is taken out by where things stand: what is left is the order as a person reads it."""

from __future__ import annotations

import ctypes
import json

import pypdfium2.raw as pdfium
import pytest

from soordered.intake.limits import LIMITS
from soordered.intake.text_from_pages import text_from_pages
from soordered.intake.words_from_pdf import PdfPages
from soordered.intake.words_on_pages import Word, WordsOnPage
from soordered.orders.order_reading import read_order
from soordered.provenance.printed_pages import PrintedPages
from tests.intake.papers import FULL, LAYOUTS, pdf_from_paragraphs, pdf_from_typst, raw_pdf


def text_of(pdf: bytes) -> tuple[str, PrintedPages]:
    return text_from_pages([words for words, _ in PdfPages(pdf, name="order.pdf", limits=LIMITS).words()])


@pytest.fixture(scope="module")
def full() -> tuple[str, PrintedPages]:
    return text_of(pdf_from_typst(FULL))


def _paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def test_a_caption_of_two_columns_is_read_column_by_column(full: tuple[str, PrintedPages]) -> None:
    paragraphs = _paragraphs(full[0])

    assert paragraphs[1:6] == [
        "BRAMBLE TOOLS, INC., Plaintiff,",
        "v.",
        "OSIER WORKS LLC, et al., Defendants.",
        "Case No. 3:11-cv-04321-VB (QRS)",
        "ORDER RE DISCOVERY DISPUTES AND JOINT LETTERS",
    ]


def test_the_header_is_read_from_the_layout(full: tuple[str, PrintedPages]) -> None:
    head = read_order(full[0], name="order.pdf", printed=full[1]).header

    assert (head.title, head.case_numbers, head.judge) == (
        "ORDER RE DISCOVERY DISPUTES AND JOINT LETTERS",
        ("3:11-cv-04321-VB (QRS)",),
        "Ada Nkemelu",
    )


def test_a_footnote_follows_the_paragraph_that_its_page_breaks_off(full: tuple[str, PrintedPages]) -> None:
    paragraphs = _paragraphs(full[0])
    place = next(place for place, one in enumerate(paragraphs) if one.startswith("[1] A dispute about"))

    assert paragraphs[place - 1].startswith("Lorem ipsum")
    assert paragraphs[place].endswith("within twenty (20) days of its withholding.")
    assert "in this matter. Counsel shall telephone" in full[0]  # the mark that calls it is taken out
    assert paragraphs[-1].strip() == "[2] The copy shall be three-hole punched."


def test_a_table_is_read_row_by_row_and_a_cell_that_wraps_stays_whole(full: tuple[str, PrintedPages]) -> None:
    assert (
        "Fact discovery cutoff\tMarch 2, 2012\nOpening expert reports shall be served by\tApril 6, 2012\n"
        "Dispositive motions shall be filed by the date in this column, and noticed for hearing\tJune 1, 2012\n"
    ) in full[0]


def test_lists_keep_their_numbers_and_their_items_stay_whole(full: tuple[str, PrintedPages]) -> None:
    paragraphs = _paragraphs(full[0])

    assert "1. of no more than six pages; and" in paragraphs
    assert (
        "2. with each side’s position and proposed compromise on every issue that remains in dispute between them."
        in paragraphs
    )
    assert "3. The Court will set a hearing if one is needed." in paragraphs


def test_a_block_set_narrower_is_one_paragraph(full: tuple[str, PrintedPages]) -> None:
    assert (
        "Any party who withholds a document shall say so in the response, and shall serve a log that names the author, "
        "the date and every recipient of it."
    ) in _paragraphs(full[0])


def test_page_numbers_are_left_out(full: tuple[str, PrintedPages]) -> None:
    assert not {"1", "2"} & {line.strip() for line in full[0].splitlines()}


_ONES = [
    "ORDER ON DISCOVERY",
    (
        "Counsel shall telephone each other within six (6) court days of the request, and shall keep a note of the call, of its "
        "length and of what was said in it by whom, for use in the joint letter."
    ),
    "1. The letter may not exceed four pages.",
    (
        "2. It shall be filed jointly, within three (3) court days after the meeting of lead trial counsel, and shall set out each "
        "side's position."
    ),
    "The parties shall not attach declarations.",
    "IT IS SO ORDERED.",
]


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_each_layout_gives_the_same_paragraphs(layout: str) -> None:
    text, _ = text_of(pdf_from_paragraphs(_ONES * 8, layout))
    found = [one.strip() for one in text.replace("\n\n", "\n").split("\n") if one.strip()]
    if layout == "running":
        assert found.pop(-2) == "PROCEDURES FOR DISCOVERY"
        assert found.pop() == "ORDER RE DISCOVERY\t1"
    if layout == "pleading":
        assert found.pop().startswith("United States District Court For the Northern District")

    assert found == _ONES * 8


def test_lines_of_pleading_paper_bear_the_numbers_printed_beside_them() -> None:
    text, printed = text_of(pdf_from_paragraphs(_ONES * 8, "pleading"))
    line = printed.line_at(text.index("1. The letter may not"))

    assert printed.numbered
    assert line is not None
    assert (line.page, line.number) == (1, 5)
    assert {one.number for one in printed.lines if one.page == 1} == set(range(1, 29))


def test_a_stamp_of_the_court_stands_once_and_tells_the_case() -> None:
    source = """
#set page(width: 612pt, height: 400pt, margin: 72pt, header: context align(center, text(size: 9pt)[
  Case 3:11-cv-01234-ABC Document 57 Filed 03/04/11 Page #counter(page).display() of 3]))
#set text(font: "Libertinus Serif", size: 12pt)
#lorem(500)
"""
    text, _ = text_of(pdf_from_typst(source))

    assert text.startswith("Case 3:11-cv-01234-ABC Document 57 Filed 03/04/11 Page 1 of 3\n\nLorem")
    assert text.count("Document 57") == 1


@pytest.mark.parametrize(
    "stamp",
    [
        "Case3:06-cv-03891-SC Document79 Filed07/30/07 Page1 of 5",
        "Case: 1:12-cv-00001-ABC Doc #: 12 Filed: 01/02/12 1 of 3. PageID #: 45",
        "2:10-cv-12345-AB-CD Doc # 12 Filed 09/09/10 Pg 1 of 5 Pg ID 123",
        "Case 09-12345-abc Doc 12 Filed 01/02/09 Entered 01/02/09 12:00:00 Desc Main Document Page 1 of 5",
        "Case 1:05-cv-00001-JDB Document 7-2 Filed 02/03/2005 Page 1 of 2",
    ],
)
def test_the_stamps_of_the_courts_are_told_from_a_title(stamp: str) -> None:
    source = """
#set page(width: 612pt, height: 792pt, margin: 72pt, header: align(center, text(size: 9pt, sys.inputs.stamp)))
#set text(font: "Libertinus Serif", size: 12pt)
ORDER ON DISCOVERY

The parties shall confer within five (5) court days of a request.
"""
    text, _ = text_of(pdf_from_typst(source, stamp=stamp))

    assert text.startswith(f"{stamp}\n\nORDER ON DISCOVERY\n")
    assert read_order(text, name="order").header.title == "ORDER ON DISCOVERY"


def test_what_was_typed_into_a_form_is_read_where_it_stands() -> None:
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    typed = "BT /F 12 Tf 2 4 Td (March 2, 2012) Tj ET"
    page = "BT /F 12 Tf 72 700 Td (Discovery shall be completed by) Tj ET"
    pdf = raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources {font} /Annots [5 0 R] >>",
        f"<< /Length {len(page)} >>\nstream\n{page}\nendstream",
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (d) /V (March 2, 2012) /Rect [248 696 348 712] /F 4 /AP << /N 6 0 R >> >>",
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 100 16] /Resources {font} /Length {len(typed)} >>\nstream\n{typed}\nendstream",
    )

    assert text_of(pdf)[0] == "Discovery shall be completed by March 2, 2012"


def test_what_a_browser_prints_at_the_papers_edge_is_left_out() -> None:
    source = """
#set page(width: 612pt, height: 792pt, margin: 36pt, header-ascent: 50%, footer-descent: 50%,
  header: text(size: 8pt)[11/22/26, 12:24 AM #h(1fr) Standing Order], footer: text(size: 8pt)[https://example.org #h(1fr) 1/1])
#set text(font: "Libertinus Serif", size: 12pt)
The parties shall confer within five (5) court days.
"""
    assert text_of(pdf_from_typst(source))[0] == "The parties shall confer within five (5) court days."


def test_columns_of_running_text_are_read_one_after_the_other() -> None:
    source = """
#set page(width: 612pt, height: 792pt, margin: 72pt, columns: 2)
#set text(font: "Libertinus Serif", size: 11pt)
#set par(justify: true)
#lorem(500)
"""
    one = source.replace(", columns: 2", "")
    text, alone = text_of(pdf_from_typst(source))[0], text_of(pdf_from_typst(one))[0]

    assert "".join(text.split()) == "".join(alone.split())


@pytest.mark.parametrize(("turn", "turned"), [(1, 270), (2, 180), (3, 90)])
def test_a_page_that_lies_wrong_is_turned_until_its_words_stand(turn: int, turned: int) -> None:
    upright, straight = text_of(pdf_from_paragraphs(_ONES, "plain"))
    pdf = pdf_from_paragraphs(_ONES, "plain")
    pages = PdfPages(pdf, name="turned.pdf", limits=LIMITS)
    pdfium.FPDFPage_SetRotation(page := pages.page(0), turn)
    pdfium.FPDF_ClosePage(page)
    text, printed = text_from_pages([words for words, _ in pages.words()])

    assert text == upright
    assert printed.pages[0].turned == turned
    for found, wanted in zip(printed.boxes(0, 200), straight.boxes(0, 200), strict=True):
        assert (found.x0, found.y0, found.x1, found.y1) == pytest.approx(
            (wanted.x0, wanted.y0, wanted.x1, wanted.y1), abs=0.5
        )


def test_every_box_holds_the_words_it_is_for(full: tuple[str, PrintedPages]) -> None:
    """Asked of pdfium by area, the other way round from how the boxes were found."""
    text, printed = full
    reading = read_order(text, name="order.pdf", printed=printed)
    pdf = pdf_from_typst(FULL)
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    checked = 0
    for rule in reading.rulebook:
        for support in rule.supports:
            span = support.quote.span
            assert span is not None
            parts = [_in_box(document, box, printed) for box in printed.boxes(span.start, span.end)]
            wanted = "".join(character for character in text[span.start : span.end] if character.isalpha())
            found = "".join(character for part in parts for character in part if character.isalpha())
            assert wanted in found or found in wanted, (wanted, found)
            assert abs(len(wanted) - len(found)) <= 2 * len(parts)
            assert support.quote.page == printed.boxes(span.start, span.end)[0].page
            checked += 1
    pdfium.FPDF_CloseDocument(document)

    assert checked > 12


def _in_box(document: object, box: object, printed: PrintedPages) -> str:
    number, x0, y0, x1, y1 = (getattr(box, name) for name in ("page", "x0", "y0", "x1", "y1"))
    page = pdfium.FPDF_LoadPage(document, number - 1)
    text_page = pdfium.FPDFText_LoadPage(page)
    height = printed.pages[number - 1].height
    size = pdfium.FPDFText_GetBoundedText(text_page, x0 + 0.2, height - y0, x1 - 0.2, height - y1, None, 0)
    buffer = (ctypes.c_ushort * (size + 1))()
    pdfium.FPDFText_GetBoundedText(text_page, x0 + 0.2, height - y0, x1 - 0.2, height - y1, buffer, size)
    pdfium.FPDFText_ClosePage(text_page)
    pdfium.FPDF_ClosePage(page)
    return bytes(buffer).decode("utf-16-le").split("\x00", maxsplit=1)[0].replace("ﬁ", "fi").replace("ﬀ", "ff")


def test_places_are_ready_for_json(full: tuple[str, PrintedPages]) -> None:
    assert json.dumps([[box.page, box.x0, box.y0, box.x1, box.y1] for box in full[1].boxes(0, 40)])


def _word(text: str, left: float, line: float, *, height: float = 9.0, size: float = 13.8) -> Word:
    return Word(
        text,
        [left + 6 * place for place in range(len(text))],
        [left + 6 * place + 6 for place in range(len(text))],
        line - height,
        line,
        line,
        size,
    )


def test_words_of_one_line_stand_together_however_high_their_letters_are() -> None:
    """Some programs' fonts give each letter its own height: a comma's is two points, an l's nine."""
    page = WordsOnPage(number=1, width=612, height=792)
    page.words = [
        _word("any", 90, 100, height=6), _word("modifications", 114, 100), _word("...", 198, 100, height=1.5),
        _word("within", 90, 114), _word("ten", 132, 114), _word("1", 150.5, 109.5, height=4, size=8), _word("days", 160, 114),
    ]  # fmt: skip
    text, _ = text_from_pages([page])

    assert text.split() == [
        "any",
        "modifications",
        "...",
        "within",
        "ten",
        "days",
    ]  # the mark that calls a footnote is left out


@pytest.mark.parametrize("words", [[], [("1", 10.0, 10.0)], [("w", -5.0, -5.0), ("y", 900.0, 5_000.0)]])
def test_odd_pages_are_read(words: list[tuple[str, float, float]]) -> None:
    page = WordsOnPage(number=1, width=612, height=792, words=[_word(*word) for word in words])

    assert text_from_pages([page])[0].split() == [word for word, _, _ in words]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the inter-", "rogatories that", "the interrogatories that"),
        ("all meet-and-", "confer sessions", "all meet-and-confer sessions"),
        ("shall meet in-", "person within", "shall meet in-person within"),
        ("notices in-", "cluding those", "notices including those"),
        ("by e-", "mail or", "by e-mail or"),
        ("within twenty-", "one days", "within twenty-one days"),
        ("BEFORE FOL-", "LOWING DAY", "BEFORE FOLLOWING DAY"),
        ("of 2007-", "08 the", "of 2007-08 the"),
        ("the Smith-", "Jones motion", "the Smith-Jones motion"),
        ("a soft\xad", "ened word", "a softened word"),
        ("at https://www.cand.", "uscourts.gov now", "at https://www.cand.uscourts.gov now"),
        ("at https://", "example.org now", "at https://example.org now"),
        ("see www.example.org", "for more", "see www.example.org for more"),
        ("the end -", "but not", "the end - but not"),
    ],
)
def test_a_hyphen_at_a_lines_end_is_kept_where_it_is_the_authors(first: str, second: str, joined: str) -> None:
    page = WordsOnPage(number=1, width=612, height=792)
    for line, text in enumerate((f"{'filler ' * 6}{first}", f"{second}{' filler' * 6}")):
        left = 72.0
        for word in text.split(" "):
            page.words.append(_word(word, left, 100 + 14 * line))
            left += 6 * len(word) + 4
    text, _ = text_from_pages([page])

    assert f"filler {joined} filler" in text
