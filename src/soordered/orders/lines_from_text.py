"""The physical lines of an order, with their places, pages and what the layout says they are."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from soordered.orders.patterns import Pattern

_LINE = Pattern(r"[^\n\r\f\v\u2028\u2029]*(?:\r\n|[\n\r\f\v\u2028\u2029])?")
_ECF_HEAD = Pattern(
    r"\s*case[:\s]{0,3}\S{3,40}\s{0,60}doc(?:ument|\.)?\s{0,40}#?:?\s{0,10}\S{1,12}\s{1,60}(?:filed|entered)[:\s]{0,40}\S{6,12}"
    r"(?:\s{1,80}page\s?id[.\s#:]{0,4}\d{1,8})?(?:\s{1,80}(?:page|pg\.?):?\s{0,10}\d{1,5}\s{0,10}of\s{0,10}\d{1,5})?"
    r"(?:\s{1,40}page\s?id[.\s#:]{0,4}\d{1,8})?\s*",
    re.IGNORECASE,
)
_PAGE_OF = Pattern(r"(?:page|pg\.?):?\s{0,10}(\d{1,5})\s{0,10}of\s{0,10}\d{1,5}", re.IGNORECASE)
_BARE_NUMBER = Pattern(r"\s*[-–—]?\s*\d{1,4}\s*[-–—]?\s*")
_PAGE_FOOT = Pattern(r"(?:.{0,200}\s)?[-–—|]?\s?page\s+\d{1,4}(?:\s+of\s+\d{1,4})?\s*", re.IGNORECASE)
_LONGEST_HEAD = 300
_MANY_LINES = 2_000
_SHORTEST_LINES = 8  # characters of a line on the average


class LineKind(Enum):
    """What the layout says a physical line is."""

    BODY = "body"
    BLANK = "blank"
    PAGE_HEAD = "page_head"  # the header that CM/ECF stamps on a page
    PAGE_FOOT = "page_foot"  # a page number, or a title with the page number
    SIDE_TEXT = "side_text"  # printed upright in the margin, caught between two lines
    NUMBERS = "numbers"  # nothing but margin numbers


class Line(NamedTuple):
    """One physical line; a tuple, since a text may have a million of them.

    Args:
        start: offset of its first character.
        end: offset after its last character, the line break left out.
        next: offset after the line break.
        page: page number from 1, ``None`` where the text shows no pages.
        kind: what the layout says it is.
        new_page: whether it is the first line after a form feed.
    """

    start: int
    end: int
    next: int
    page: int | None
    kind: LineKind = LineKind.BODY
    new_page: bool = False


def lines_from_text(text: str) -> list[Line]:
    """Cut a text into its physical lines and tell body from blank lines, page heads and page feet.

    Pages are known from form feeds and from the heads that CM/ECF prints ("Page 2 of 6"); a printed number wins.

    Args:
        text: the decoded file, its line breaks untouched.
    """
    lines: list[Line] = []
    page: int | None = 1 if "\f" in text else None
    new_page = False
    for match in _LINE.finditer(text):
        start, after = match.span()
        if start == after:
            continue
        end = after
        while end > start and text[end - 1] in "\n\r\f\v\u2028\u2029":
            end -= 1
        kind = LineKind.BODY
        words = text[start:end].strip()
        if not words:
            kind = LineKind.BLANK
        elif end - start < _LONGEST_HEAD and words[:2].lower() == "ca" and _ECF_HEAD.fullmatch(text, start, end):
            kind = LineKind.PAGE_HEAD
            printed = _PAGE_OF.search(text, start, end)
            if printed is not None:
                page = int(printed.group(1))
        lines.append(Line(start=start, end=end, next=after, page=page, kind=kind, new_page=new_page))
        new_page = False
        if text[after - 1] == "\f":
            new_page = True
            page = None if page is None else page + 1
    return _with_page_feet(text, lines)


def is_shredded(text: str, lines: list[Line]) -> bool:
    """Say whether lines are so many and so short that nobody printed them so: then all is one paragraph.

    Args:
        text: the decoded file.
        lines: its physical lines.
    """
    return len(lines) > _MANY_LINES and len(text) < _SHORTEST_LINES * len(lines)


def _with_page_feet(text: str, lines: list[Line]) -> list[Line]:
    """Mark the last written line of a page when it is a page number or a running title with one."""
    last_body: int | None = None
    marked = list(lines)
    paged = False
    for number, line in enumerate(lines):
        if line.kind is LineKind.PAGE_HEAD or line.new_page:
            paged = True
            _mark_foot(text, marked, last_body)
            last_body = None
        if line.kind is LineKind.BODY:
            last_body = number
    if paged:
        _mark_foot(text, marked, last_body)
    return marked


def _mark_foot(text: str, lines: list[Line], number: int | None) -> None:
    if number is None:
        return
    line = lines[number]
    if line.end - line.start > _LONGEST_HEAD:
        return
    if _BARE_NUMBER.fullmatch(text, line.start, line.end) or _PAGE_FOOT.fullmatch(text, line.start, line.end):
        lines[number] = line._replace(kind=LineKind.PAGE_FOOT)
