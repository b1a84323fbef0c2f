"""The text of a web page: blocks as paragraphs, lists with their numbers, tables row by row; nothing is run or fetched."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from lxml import etree, html

from soordered.intake.limits import Limits, NoTextError, OverLimitError, UnreadableFormError
from soordered.intake.numbering_from_docx import number_in_form
from soordered.provenance.problems import Problem

_OUT = frozenset(
    [
        "head",
        "title",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "audio",
        "video",
        "canvas",
        "map",
        "select",
        "button",
        "datalist",
        "nav",
        "dialog",
        "rp",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_STRUCK = frozenset({"del", "s", "strike"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_HEAD_BYTES = 4_096
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_CSS_FORMS = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal": "decimal", "decimal-leading-zero": "decimalZero",
    "none": "none", "disc": "bullet", "circle": "bullet", "square": "bullet",
}  # fmt: skip
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")


@dataclass(slots=True)
class _Written:
    paragraphs: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    label: str = ""
    struck: int = 0
    hidden: int = 0
    kept_lines: int = 0

    def end(self) -> None:
        text = "".join(self.parts)
        self.parts.clear()
        lines = (_BLANKS.sub(" ", line).strip() if not self.kept_lines else line.rstrip() for line in text.split("\n"))
        held = "\n".join(line for line in lines if line.strip())
        if held:
            self.paragraphs.append(f"{self.label} {held}" if self.label else held)
            self.label = ""


def text_from_html(data: bytes, *, name: str, limits: Limits) -> tuple[str, tuple[Problem, ...]]:
    """Take the text out of a web page, one paragraph a line, an empty line between two.

    Its encoding is its mark's, else the one it declares, else UTF-8, else Windows-1252. Left out are scripts, styles,
    forms' buttons, navigation, hidden parts and struck text.

    Args:
        data: the whole file.
        name: the file, for messages.
        limits: how much is read.

    Returns:
        the text, and what was doubtful about it.

    Raises:
        UnreadableFormError: bytes that its encoding does not have, or elements nested past what a page needs.
        OverLimitError: too much text.
        NoTextError: nothing but markup.
    """
    source, problems = _decoded(data, name)
    source = re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", source)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as trouble:
        if _is_too_deep(parser):
            raise OverLimitError(
                name, what="elements nested too deep", most=f"{limits.nesting} in one another"
            ) from trouble
        raise NoTextError(name, form="a web page") from trouble
    if _is_too_deep(parser):
        raise OverLimitError(name, what="elements nested too deep", most=f"{limits.nesting} in one another")
    written = _Written()
    _write(root, written, 0, name, limits)
    written.end()
    text = "\n\n".join(written.paragraphs)
    if len(text) > limits.characters:
        raise OverLimitError(name, what=f"{len(text):,} characters", most=f"{limits.characters:,}")
    if not text.strip():
        raise NoTextError(name, form="a web page")
    if written.struck:
        problems.append(
            Problem(
                what="It holds struck text, which was left out.",
                where=name,
                remedy="Look at the page as a browser shows it.",
            )
        )
    if written.hidden:
        problems.append(
            Problem(
                what="It holds hidden text, which was left out.",
                where=name,
                remedy="Look at the page as a browser shows it.",
            )
        )
    return text + "\n", tuple(problems)


def _is_too_deep(parser: html.HTMLParser) -> bool:
    return any("depth" in entry.message.lower() for entry in parser.error_log)


def _decoded(data: bytes, name: str) -> tuple[str, list[Problem]]:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), []
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    wanted = "" if declared is None else declared.group(1).decode("ascii").lower()
    if wanted in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        wanted = "cp1252"  # as browsers read it
    if wanted.startswith(("utf-16", "utf-32")):
        wanted = "utf-8"  # it was read so far as ASCII
    try:
        codecs.lookup(wanted or "utf-8")
    except LookupError:
        wanted = ""
    for encoding in dict.fromkeys((wanted or "utf-8", "utf-8", "cp1252")):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, ValueError):
            continue
        if encoding == (wanted or "utf-8"):
            return text, []
        said = f"it declares {wanted}" if wanted else "it declares no encoding"
        return text, [
            Problem(
                what=f"The page was read as {'Windows-1252' if encoding == 'cp1252' else encoding}; {said}.",
                where=name,
                remedy="Look at its quotation marks and section signs.",
            )
        ]
    raise UnreadableFormError(name, what="the page is in no encoding that is known here", remedy="Save it as UTF-8.")


def _write(element: html.HtmlElement, written: _Written, depth: int, name: str, limits: Limits) -> None:
    if depth > limits.nesting:
        raise OverLimitError(name, what="elements nested too deep", most=f"{limits.nesting} in one another")
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _OUT or not tag:
        return
    if (
        element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "")
        or element.get("aria-hidden") == "true"
    ):
        written.hidden += bool((element.text_content() or "").strip()) and tag not in ("i", "span", "svg", "a")
        return
    if tag in _STRUCK:
        written.struck += bool((element.text_content() or "").strip())
        return
    if tag == "br":
        written.parts.append("\n")
        return
    if tag == "img":
        return
    if tag == "input":
        kind = (element.get("type") or "").lower()
        if kind in ("checkbox", "radio"):
            written.parts.append("☒ " if element.get("checked") is not None else "☐ ")
        return
    if tag == "table":
        written.end()
        _table(element, written, depth, name, limits)
        return
    block = tag in _BLOCKS
    if block:
        written.end()
    if tag == "li" and not (element.getparent() is not None and element.getparent().tag in ("ul", "ol", "menu", "dir")):
        written.label = "•"
    written.kept_lines += tag == "pre"
    _text(element.text, written)
    labels = _labels(element) if tag in ("ol", "ul", "menu", "dir") else {}
    for place, child in enumerate(element):
        if place in labels:
            written.end()
            written.label = labels[place]
        _write(child, written, depth + 1, name, limits)
        _text(child.tail, written)
    if block:
        written.end()
    written.kept_lines -= tag == "pre"
    if tag == "li":
        written.label = ""
    if tag == "q":
        written.parts.append("”")


def _text(text: str | None, written: _Written) -> None:
    if text:
        written.parts.append(text if written.kept_lines else _BLANKS.sub(" ", text))


def _labels(items: html.HtmlElement) -> dict[int, str]:
    """Return what is printed before each item of a list, by its place among the children."""
    held = [place for place, child in enumerate(items) if child.tag == "li"]
    form = "bullet" if items.tag != "ol" else _FORMS.get(items.get("type") or "1", "decimal")
    styled = _LIST_STYLE.search(items.get("style") or "")
    if styled is not None:
        form = _CSS_FORMS.get(styled.group(1).lower(), form)
    if form == "none":
        return {}
    if form == "bullet":
        return dict.fromkeys(held, "•")
    backward = items.get("reversed") is not None
    number = _whole(items.get("start"), len(held) if backward else 1)
    labels: dict[int, str] = {}
    for place in held:
        number = _whole(items[place].get("value"), number)
        own = _FORMS.get(items[place].get("type") or "", form)
        labels[place] = f"{number_in_form(number, own) if number > 0 else number}."
        number += -1 if backward else 1
    return labels


def _whole(text: str | None, otherwise: int) -> int:
    held = (text or "").strip()
    return int(held) if re.fullmatch(r"-?[0-9]{1,6}", held) else otherwise


def _table(table: html.HtmlElement, written: _Written, depth: int, name: str, limits: Limits) -> None:
    """Write a table row by row; one that only lays the page out, by its long cells, is written cell by cell."""
    for row in table.iter("tr", "caption"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        if row.tag == "caption":
            _write(row, written, depth + 1, name, limits)
            continue
        cells: list[list[str]] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            inner = _Written()
            _write(cell, inner, depth + 2, name, limits)
            inner.end()
            written.struck += inner.struck
            written.hidden += inner.hidden
            cells.append(inner.paragraphs)
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 or any(len(cell) > 2 for cell in cells):
            written.paragraphs += [paragraph for cell in cells for paragraph in cell]
        elif filled:
            written.paragraphs.append("\t".join(" ".join(cell).replace("\n", " ") for cell in cells).strip("\t"))
