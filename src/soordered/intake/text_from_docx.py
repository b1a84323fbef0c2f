"""The text of a DOCX: paragraphs with their printed numbers, tables, text boxes, notes; what was struck out left out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from soordered.intake.limits import Limits, OverLimitError, UnreadableFormError
from soordered.intake.numbering_from_docx import Numbering, W, numbering_from_docx, whole_number
from soordered.provenance.problems import Problem

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STRICT = "http://purl.oclc.org/ooxml/"
_OFFICE = "/officeDocument"
_REMEDY = "Open it in a word processor, save a new copy, and read that."
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0A8": "☐", "F0FE": "☒", "F06F": "☐", "F0A3": "☐"}
_PAGE_FOOT = re.compile(r"[-–—\s]*(?:page)?\s*\d{0,4}(?:\s*of\s*\d{0,4})?[-–—\s]*", re.IGNORECASE)
_DIVIDER = re.compile(r"\s*[)(|:§│]*\s*")
_LINES_OF_CELL = 2
_OUT = frozenset(
    {f"{W}del", f"{W}moveFrom", _FALLBACK, f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", f"{W}sdtPr"}
)
_HOLDERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", _ALTERNATE})


@dataclass(slots=True, kw_only=True)
class _Document:
    parts: dict[str, etree._Element]
    main: str
    numbering: Numbering
    notes: dict[tuple[str, str], etree._Element]
    deleted: int = 0
    inserted: int = 0
    hidden: int = 0
    comments: int = 0
    written: list[str] = field(default_factory=list)


def text_from_docx(data: bytes, *, name: str, limits: Limits) -> tuple[str, tuple[Problem, ...]]:
    """Take the text out of a DOCX, one paragraph a line, an empty line between two.

    Numbers and bullets of lists are written as they are printed; cells of a table's row are parted by tabs; a text box
    follows the paragraph that holds it, footnotes theirs, as ``[1] …``. Insertions that are tracked are in, deletions out.
    A header stands first and a footer last, unless their words stand in the body too or are a page's number.

    Args:
        data: the whole file.
        name: the file, for messages.
        limits: how much is read.

    Returns:
        the text, and what was doubtful about it.

    Raises:
        UnreadableFormError: damaged, encrypted, or another kind of office document.
        OverLimitError: too many parts, too much text, or a part that unpacks to far more than its size.
    """
    document = _open(data, name=name, limits=limits)
    body = document.parts[document.main].find(f"{W}body")
    if body is None:
        raise UnreadableFormError(name, what="the DOCX has no body", remedy=_REMEDY)
    paragraphs = list(_blocks(body, document))
    heads, feet = _around(document)
    held = {"".join(paragraph.split()).lower() for paragraph in paragraphs}
    first = [one for one in heads if "".join(one.split()).lower() not in held]
    last = [one for one in feet if "".join(one.split()).lower() not in held]
    text = "\n\n".join((*first, *paragraphs, *last))
    if len(text) > limits.characters:
        raise OverLimitError(name, what=f"{len(text):,} characters", most=f"{limits.characters:,}")
    return text + "\n", tuple(_problems(document, name))


def _open(data: bytes, *, name: str, limits: Limits) -> _Document:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as trouble:
        raise UnreadableFormError(
            name, what="the DOCX is damaged: its ZIP container cannot be opened", remedy=_REMEDY
        ) from trouble
    with archive:
        _refuse_bombs(parts, name, limits)
        types = _part(archive, "[Content_Types].xml", name, limits)
        relations = _part(archive, "_rels/.rels", name, limits)
        if types is None or relations is None:
            raise UnreadableFormError(
                name, what="it is a ZIP container, but no DOCX", remedy="Unpack it, and read the order that it holds."
            )
        main = next(
            (
                _target("", one)
                for one in relations.iterfind(f"{_PACKAGE}Relationship")
                if one.get("Type", "").endswith(_OFFICE)
            ),
            "",
        )
        kinds = {
            one.get("PartName", "").lstrip("/"): one.get("ContentType", "")
            for one in types.iterfind(f"{_TYPES}Override")
        }
        if "wordprocessingml" not in kinds.get(main, "wordprocessingml" if main.startswith("word/") else ""):
            raise UnreadableFormError(
                name,
                what=f"it is an office document of another kind ({kinds.get(main) or 'unknown'})",
                remedy="Save the order as DOCX or PDF and read that.",
            )
        loaded: dict[str, etree._Element] = {}
        wanted = [main, *_related(archive, main, name, limits)]
        for part in wanted:
            root = _part(archive, part, name, limits)
            if root is not None:
                loaded[part] = root
    if main not in loaded:
        raise UnreadableFormError(name, what="the DOCX names a body that it does not hold", remedy=_REMEDY)
    numbering = next((root for root in loaded.values() if root.tag == f"{W}numbering"), None)
    styles = next((root for root in loaded.values() if root.tag == f"{W}styles"), None)
    notes: dict[tuple[str, str], etree._Element] = {}
    for root in loaded.values():
        if root.tag in (f"{W}footnotes", f"{W}endnotes"):
            kind = "footnote" if root.tag == f"{W}footnotes" else "endnote"
            for note in root:
                notes[kind, note.get(f"{W}id", "")] = note
    return _Document(parts=loaded, main=main, numbering=numbering_from_docx(numbering, styles), notes=notes)


def _refuse_bombs(parts: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    if len(parts) > limits.parts:
        raise OverLimitError(name, what=f"{len(parts):,} parts", most=f"{limits.parts:,}")
    total = sum(part.file_size for part in parts)
    if total > limits.unpacked_bytes:
        raise OverLimitError(
            name, what=f"{total // 2**20:,} MB when it is unpacked", most=f"{limits.unpacked_bytes // 2**20:,} MB"
        )
    for part in parts:
        if part.file_size > 2**20 and part.file_size > limits.unpacked_ratio * max(1, part.compress_size):
            raise OverLimitError(
                name,
                what=f"a part that unpacks to {part.file_size // max(1, part.compress_size):,} times its size",
                most=f"{limits.unpacked_ratio} times",
            )
        if part.flag_bits & 1:
            raise UnreadableFormError(
                name, what="the DOCX is encrypted", remedy="Save a copy without a password and read that."
            )


def _part(archive: zipfile.ZipFile, part: str, name: str, limits: Limits) -> etree._Element | None:
    """Unpack one part, no more of it than it says it holds, and parse it; no entity is ever resolved."""
    try:
        info = archive.getinfo(part)
        with archive.open(info) as file:
            data = file.read(min(info.file_size, limits.unpacked_bytes) + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, RuntimeError) as trouble:
        raise UnreadableFormError(
            name, what=f"the DOCX is damaged: {part} cannot be unpacked", remedy=_REMEDY
        ) from trouble
    except Exception as trouble:
        if type(trouble).__module__ not in ("zlib", "_lzma", "lzma", "bz2"):
            raise
        raise UnreadableFormError(
            name, what=f"the DOCX is damaged: {part} cannot be unpacked", remedy=_REMEDY
        ) from trouble
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise UnreadableFormError(
            name, what=f"{part} of the DOCX declares entities, as no word processor does", remedy=_REMEDY
        )
    if _STRICT.encode() in data:
        data = data.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode())
        data = data.replace(b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R.strip("{}").encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as trouble:
        raise UnreadableFormError(name, what=f"the DOCX is damaged: {part} is no XML", remedy=_REMEDY) from trouble


def _related(archive: zipfile.ZipFile, main: str, name: str, limits: Limits) -> list[str]:
    relations = _part(archive, f"{dirname(main)}/_rels/{main.rsplit('/', 1)[-1]}.rels", name, limits)
    if relations is None:
        return []
    wanted = ("/numbering", "/styles", "/footnotes", "/endnotes", "/header", "/footer", "/comments")
    return [
        _target(dirname(main), one)
        for one in relations.iterfind(f"{_PACKAGE}Relationship")
        if one.get("Type", "").endswith(wanted) and one.get("TargetMode") != "External"
    ]


def _target(folder: str, relation: etree._Element) -> str:
    target = relation.get("Target", "")
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


def _blocks(element: etree._Element, document: _Document) -> Iterator[str]:
    """Give the paragraphs of a body, a cell or a box as they are printed."""
    for child in element:
        tag = child.tag
        if tag == f"{W}p":
            yield from _paragraph(child, document)
        elif tag == f"{W}tbl":
            yield from _table(child, document)
        elif tag in _HOLDERS or tag == _CHOICE:
            yield from _blocks(child, document)
        elif tag in (f"{W}del", f"{W}moveFrom"):
            document.deleted += 1


def _table(table: etree._Element, document: _Document) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        if _owner(row, f"{W}tbl") is not table:
            continue  # a table inside a cell is written with its cell
        if row.find(f"{W}trPr/{W}del") is not None:
            document.deleted += 1
            continue
        cells = [
            [line for part in _blocks(cell, document) for line in part.split("\n") if not _DIVIDER.fullmatch(line)]
            for cell in row.iter(f"{W}tc")
            if _owner(cell, f"{W}tr") is row and _merged(cell)
        ]
        if any(len(cell) > _LINES_OF_CELL for cell in cells):  # a caption, or a table that only lays out the page
            yield from ("\n".join(line.strip() for line in cell) for cell in cells if cell)
        elif any(cells):
            yield "\t".join(" ".join(" ".join(cell).split()) for cell in cells).rstrip("\t")


def _merged(cell: etree._Element) -> bool:
    """Say whether a cell has words of its own: one merged into the cell above has none."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is None or merge.get(f"{W}val") == "restart"


def _owner(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _paragraph(paragraph: etree._Element, document: _Document) -> Iterator[str]:
    parts: list[str] = []
    notes: list[tuple[str, str]] = []
    boxes: list[etree._Element] = []
    _runs(paragraph, document, parts, notes, boxes)
    text = re.sub(r"[ \u00a0]{2,}", " ", "".join(parts)).strip(" \t\n")
    if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
        document.deleted += 1
    if text:
        label = _label(paragraph, document)
        yield f"{label} {text}" if label else text
    for box in boxes:
        yield from _blocks(box, document)
    for kind, note in notes:
        found = document.notes.get((kind, note))
        if found is not None:
            body = " ".join(_blocks(found, document))
            if body:
                yield f"[{note}] {body}"


def _label(paragraph: etree._Element, document: _Document) -> str:
    found = paragraph.find(f"{W}pPr/{W}numPr")
    list_id = depth = None
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None:
        list_id, depth = document.numbering.styles.get(style.get(f"{W}val", ""), (None, None))
    if found is not None:
        own, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
        list_id = list_id if own is None else own.get(f"{W}val", "0")
        depth = (depth or 0) if level is None else whole_number(level.get(f"{W}val", ""), 0)
    return document.numbering.label(list_id, depth or 0) if list_id is not None else ""


def _runs(
    element: etree._Element,
    document: _Document,
    parts: list[str],
    notes: list[tuple[str, str]],
    boxes: list[etree._Element],
) -> None:
    for child in element:
        tag = child.tag
        if tag in (f"{W}del", f"{W}moveFrom"):
            document.deleted += 1
        elif tag in _OUT:
            continue
        elif tag == f"{W}r" and _is_hidden(child):
            document.hidden += 1
        elif tag == f"{W}t":
            parts.append((child.text or "").replace("\n", " "))
        elif tag in (f"{W}tab", f"{W}ptab"):
            parts.append("\t")
        elif tag in (f"{W}br", f"{W}cr"):
            parts.append("\n")
        elif tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif tag == f"{W}sym":
            parts.append(_SYMBOLS.get(child.get(f"{W}char", "").upper(), "•"))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", "")))
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{W}commentReference":
            document.comments += 1
        else:
            document.inserted += tag in (f"{W}ins", f"{W}moveTo")
            _runs(child, document, parts, notes, boxes)


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return (
        hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false", "off") and run.find(f"{W}t") is not None
    )


def _around(document: _Document) -> tuple[list[str], list[str]]:
    """Return the paragraphs of headers and of footers, each once, page numbers and margin numbers left out."""
    heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    for root in document.parts.values():
        if root.tag in (f"{W}hdr", f"{W}ftr"):
            for paragraph in _blocks(root, document):
                if not _PAGE_FOOT.fullmatch(paragraph) and not re.fullmatch(r"[\d\s]+", paragraph):
                    (heads if root.tag == f"{W}hdr" else feet)[paragraph] = None
    return list(heads), list(feet)


def _problems(document: _Document, name: str) -> Iterator[Problem]:
    if document.deleted or document.inserted:
        yield Problem(
            what=(
                f"Changes are tracked in it: {document.inserted} insertion{_s(document.inserted)} and "
                f"{document.deleted} deletion{_s(document.deleted)}. It was read with the insertions, without the deletions."
            ),
            where=name,
            remedy="Accept or reject the changes, or get the order as it was signed.",
        )
    if document.hidden:
        yield Problem(
            what="It holds hidden text, which was left out.",
            where=name,
            remedy="Show hidden text in the word processor and look.",
        )
    if document.comments:
        yield Problem(
            what="It holds comments, which were left out.",
            where=name,
            remedy="Check that it is the order as it was signed.",
        )


def _s(number: int) -> str:
    return "" if number == 1 else "s"
