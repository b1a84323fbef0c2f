"""A DOCX is read as it is printed: list numbers, tables, notes and boxes in, struck and hidden text out."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from soordered.intake.limits import LIMITS
from soordered.intake.numbering_from_docx import number_in_form
from soordered.intake.text_from_docx import text_from_docx
from soordered.provenance.problems import Problem

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("numbering", "footnotes", "endnotes", "header", "footer", "styles")


def file_of(body: str, **parts: str) -> bytes:
    """A DOCX with a body and other parts, each the inside of its root."""
    roots = {"header": "hdr", "footer": "ftr"}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{name}+xml"/>'
        for name in ("document.main", *parts)
    ).replace("/word/document.main.xml", "/word/document.xml")
    relations = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for place, name in enumerate(parts)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">{types}</Types>',
        "_rels/.rels": (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>',
        **{
            f"word/{name}.xml": f'<w:{roots.get(name, name)} xmlns:w="{_W}">{inside}</w:{roots.get(name, name)}>'
            for name, inside in parts.items()
        },
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def read(data: bytes) -> tuple[list[str], tuple[Problem, ...]]:
    text, problems = text_from_docx(data, name="order.docx", limits=LIMITS)
    return text.rstrip("\n").split("\n\n"), problems


def p(text: str, *, before: str = "") -> str:
    return f"<w:p>{before}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def item(text: str, *, level: int = 0, list_id: int = 1) -> str:
    return p(text, before=f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>')


def level(depth: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


_LEGAL = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "(%3)")
    + level(3, "decimal", "%1.%2.%4", more="<w:isLgl/>")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def test_list_numbers_are_printed_as_the_word_processor_prints_them() -> None:
    body = (
        item("Meeting") + item("Lead counsel shall meet.", level=1) + item("In person;", level=2) + item("or by video.", level=2)
        + item("Within five days.", level=1) + item("Letter") + item("Counsel shall file it.", level=1) + item("Legal", level=3)
    )  # fmt: skip

    assert read(file_of(body, numbering=_LEGAL))[0] == [
        "I. Meeting",
        "1. Lead counsel shall meet.",
        "(a) In person;",
        "(b) or by video.",
        "2. Within five days.",
        "II. Letter",
        "1. Counsel shall file it.",
        "2.1.1 Legal",
    ]


def test_a_list_that_overrides_its_start_begins_there() -> None:
    body = item("one") + item("two") + item("five", list_id=2) + item("six", list_id=2)

    assert read(file_of(body, numbering=_LEGAL))[0] == ["I. one", "II. two", "V. five", "VI. six"]


def test_a_style_brings_its_numbers_also_through_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = p("one", before='<w:pPr><w:pStyle w:val="Own"/></w:pPr>') + p(
        "no number", before='<w:pPr><w:pStyle w:val="Own"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    )

    assert read(file_of(body, numbering=_LEGAL, styles=styles))[0] == ["I. one", "no number"]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (28, "lowerLetter", "bb"), (26, "upperLetter", "Z"), (0, "lowerLetter", ""), (49, "lowerRoman", "xlix"),
        (4, "upperRoman", "IV"), (9, "decimalZero", "09"), (12, "ordinal", "12th"), (23, "ordinal", "23rd"),
        (3, "none", ""), (3, "chicago", "3"), (100_000, "lowerRoman", "m" * 40),
    ],
)  # fmt: skip
def test_numbers_in_each_format(number: int, form: str, printed: str) -> None:
    assert number_in_form(number, form) == printed


def test_tracked_insertions_are_in_and_deletions_out_and_it_is_said() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>within </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>ten (10)</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>five (5)</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> court days</w:t></w:r></w:p>"
    )
    paragraphs, (problem,) = read(file_of(body))

    assert paragraphs == ["within five (5) court days"]
    assert problem.what == (
        "Changes are tracked in it: 1 insertion and 1 deletion. It was read with the insertions, without the deletions."
    )


def test_a_footnote_follows_its_paragraph_and_an_endnote_too() -> None:
    body = (
        "<w:p><w:r><w:t>Counsel shall meet.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:p><w:r><w:t>They shall file.</w:t></w:r><w:r><w:endnoteReference w:id='3'/></w:r></w:p>"
    )
    notes = f"<w:footnote w:id='2'>{p('Within two days.')}</w:footnote>"
    ends = f"<w:endnote w:id='3'>{p('By noon.')}</w:endnote>"

    assert read(file_of(body, footnotes=notes, endnotes=ends))[0] == [
        "Counsel shall meet.",
        "[2] Within two days.",
        "They shall file.",
        "[3] By noon.",
    ]


def test_a_table_is_read_row_by_row_and_a_merged_cell_once() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{p(text)}</w:tc>"

    merged = '<w:vMerge w:val="restart"/>'
    table = (
        f"<w:tbl><w:tr>{cell('Fact discovery', merged)}{cell('March 2, 2012')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('June 1, 2012')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('struck')}</w:tr></w:tbl>"
    )

    assert read(file_of(table))[0] == ["Fact discovery\tMarch 2, 2012", "June 1, 2012"]


def test_a_caption_set_as_a_table_is_read_cell_by_cell() -> None:
    def cell(*lines: str) -> str:
        return f"<w:tc>{''.join(p(line) for line in lines)}</w:tc>"

    left, middle = cell("BRAMBLE TOOLS, INC.,", "Plaintiff,", "v."), cell(")", ")", ")")
    table = f"<w:tbl><w:tr>{left}{middle}{cell('No. 11-CV-1 ABC', '', 'ORDER')}</w:tr></w:tbl>"

    assert read(file_of(table))[0] == ["BRAMBLE TOOLS, INC.,\nPlaintiff,\nv.", "No. 11-CV-1 ABC\nORDER"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('No. 11-CV-1 ABC')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Caption</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert read(file_of(body))[0] == ["Caption", "No. 11-CV-1 ABC"]


def test_a_header_stands_first_unless_it_is_the_papers_own() -> None:
    numbers = "".join(p(str(number)) for number in range(1, 29))
    paragraphs, _ = read(
        file_of(
            p("ORDER") + p("Counsel shall meet."),
            header=numbers + p("UNITED STATES DISTRICT COURT"),
            footer=p("Page 1 of 2") + p("ORDER"),
        )
    )

    assert paragraphs == ["UNITED STATES DISTRICT COURT", "ORDER", "Counsel shall meet."]


def test_hidden_text_and_comments_are_left_out_and_said() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>seen</w:t></w:r>"
        "<w:r><w:commentReference w:id='1'/></w:r></w:p>"
    )
    paragraphs, problems = read(file_of(body))

    assert paragraphs == ["seen"]
    assert [problem.what for problem in problems] == [
        "It holds hidden text, which was left out.",
        "It holds comments, which were left out.",
    ]


def test_breaks_tabs_fields_and_symbols() -> None:
    body = (
        "<w:p><w:r><w:t>PART</w:t><w:br/><w:t>ONE</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Dated:</w:t><w:tab/><w:t>May 3</w:t></w:r></w:p>"
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t> agreed</w:t></w:r></w:p>"
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>meet</w:t><w:noBreakHyphen/><w:t>and</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent>" + p("in a control") + "</w:sdtContent></w:sdt>"
    )

    assert read(file_of(body))[0] == ["PART\nONE", "Dated:\tMay 3", "☒ agreed", "meet-and", "in a control"]


def test_what_python_docx_writes_is_read() -> None:
    document = docx.Document()
    document.add_heading("ORDER", 1)
    document.add_paragraph("Counsel shall meet.", style="List Number")
    document.add_paragraph("They shall file a letter.", style="List Number")
    document.add_paragraph("A point.", style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)

    assert read(buffer.getvalue())[0] == [
        "ORDER",
        "1. Counsel shall meet.",
        "2. They shall file a letter.",
        "• A point.",
    ]
