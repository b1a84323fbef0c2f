"""A web page is read as a browser shows it: blocks, numbered lists, tables; scripts, hidden and struck text out."""

from __future__ import annotations

import pytest

from soordered.intake.extracted_text import FileForm
from soordered.intake.form_from_bytes import form_from_bytes
from soordered.intake.limits import LIMITS
from soordered.intake.text_from_html import text_from_html


def read(page: str | bytes) -> list[str]:
    data = page if isinstance(page, bytes) else page.encode()
    return text_from_html(data, name="order.html", limits=LIMITS)[0].rstrip("\n").split("\n\n")


def test_blocks_are_paragraphs_and_inline_elements_are_not() -> None:
    page = """<html><body><h1>STANDING
    ORDER</h1><div>The <b>parties</b> <em>shall</em>&nbsp;meet<br>in person.<p>By <a href="x">noon</a>.</div>tail</body></html>"""

    assert read(page) == ["STANDING ORDER", "The parties shall meet\nin person.", "By noon.", "tail"]


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        ("<ol><li>One<li>Two</ol>", ["1. One", "2. Two"]),
        ("<ol start=4 type=a><li>One<li value=9>Two<li>Three</ol>", ["d. One", "i. Two", "j. Three"]),
        ("<ol type=I><li>One<ol type=i><li>In<li>Out</ol><li>Two</ol>", ["I. One", "i. In", "ii. Out", "II. Two"]),
        ("<ol reversed><li>One<li>Two</ol>", ["2. One", "1. Two"]),
        ('<ol style="list-style-type: upper-alpha"><li>One</ol>', ["A. One"]),
        ('<ul style="list-style:none"><li>One</ul>', ["One"]),
        ("<ul><li>One<li><p>Two</p><p>more</p></ul>", ["• One", "• Two", "more"]),
        ("<ol start=x><li value=y>One</ol>", ["1. One"]),
        ("<dl><dt>Motion<dd>within ten days</dl>", ["Motion", "within ten days"]),
    ],
)
def test_lists_keep_their_numbers(page: str, paragraphs: list[str]) -> None:
    assert read(f"<html>{page}</html>") == paragraphs


def test_a_table_is_read_row_by_row_and_one_that_lays_out_the_page_cell_by_cell() -> None:
    page = """<table><caption>Schedule</caption><tr><th>Event<th>Date<tr><td>Fact discovery<td>March 2, 2012</table>
    <table><tr><td><p>one</p><p>two</p><p>three</p></td><td>side</td></tr></table>"""

    assert read(page) == ["Schedule", "Event\tDate", "Fact discovery\tMarch 2, 2012", "one", "two", "three", "side"]


def test_what_nobody_sees_is_left_out() -> None:
    page = """<html><head><title>t</title><style>p{}</style></head><body><nav>Home</nav><script>x()</script><noscript>n</noscript>
    <p>seen<p hidden>hidden<p style="display: none">gone<template>t</template><!-- c --><p>within <del>ten</del> <ins>five</ins> days"""
    text, problems = text_from_html(page.encode(), name="order.html", limits=LIMITS)

    assert text == "seen\n\nwithin five days\n"
    assert [problem.what for problem in problems] == [
        "It holds struck text, which was left out.",
        "It holds hidden text, which was left out.",
    ]


@pytest.mark.parametrize(
    ("data", "text", "problems"),
    [
        ("<p>§ 3 “five”".encode(), "§ 3 “five”", 0),
        ('<meta charset="windows-1252"><p>§ 3 “five”'.encode("cp1252"), "§ 3 “five”", 0),
        ('<meta charset="iso-8859-1"><p>§ 3 “five”'.encode("cp1252"), "§ 3 “five”", 0),
        ("<p>§ 3 “five”".encode("utf-16"), "§ 3 “five”", 0),
        ("\ufeff<p>§ 3".encode(), "§ 3", 0),
        ("<p>§ 3 “five”".encode("cp1252"), "§ 3 “five”", 1),
        ('<meta charset="utf-8"><p>§ 3'.encode("cp1252"), "§ 3", 1),
        (b'<meta charset="no-such-thing"><p>&sect;&#160;3 &ldquo;five&rdquo;', "§ 3 “five”", 0),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><html><p>\xa7 3', "§ 3", 0),
    ],
)
def test_the_encoding_is_the_one_it_declares(data: bytes, text: str, problems: int) -> None:
    found, doubts = text_from_html(data, name="order.html", limits=LIMITS)

    assert (found, len(doubts)) == (text + "\n", problems)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"<!DOCTYPE html><p>x", FileForm.HTML),
        (b"\n  <HTML lang=en>", FileForm.HTML),
        (b"<!-- saved from a site -->\n<html>", FileForm.HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', FileForm.HTML),
        ("<html>".encode("utf-16"), FileForm.HTML),
        (b"<p>a fragment", FileForm.HTML),
        (b"<http://x> is a link in a text", FileForm.TEXT),
        (b"ORDER <html>", FileForm.TEXT),
        (b"junk\n%PDF-1.4\nstartxref\n0\n%%EOF", FileForm.PDF),
        (b"The file begins with %PDF-1.4, they say.", FileForm.TEXT),
        (b"\x89PNG\r\n\x1a\n", FileForm.IMAGE),
        (b"MM\x00*", FileForm.IMAGE),
        (b"PK\x03\x04 word/document.xml [Content_Types].xml", FileForm.DOCX),
        (b"PK\x03\x04 xl/workbook.xml [Content_Types].xml", FileForm.TEXT),
        (b"", FileForm.TEXT),
    ],
)
def test_the_form_is_told_from_the_content(data: bytes, form: FileForm) -> None:
    assert form_from_bytes(data, name="order.docx") is form
