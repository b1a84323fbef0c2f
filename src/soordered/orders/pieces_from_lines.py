"""The body lines of an order with their margins and marks taken off, and the text beside them told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from soordered.orders.lines_from_text import Line, LineKind
from soordered.orders.margins_from_lines import Margin
from soordered.orders.patterns import Pattern

_RULE_LEFT = Pattern(r"[ \t\xa0]{0,40}[|│¦‖]{1,2}(?=\s|$|\w)")
_RULES = "|│¦‖"
_UNSEEN = "\u200b\ufeff\u2060"
_HEADING_MARK = Pattern(r"[ \t]{0,8}#{1,6}[ \t]+(?=\S)")
_DASH_BEFORE_NUMBER = Pattern(r"[ \t]{0,12}[-*+•][ \t]+(?=(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)][ \t])")
COURT_NAME = Pattern(
    r"(?:\s|united|states|district|court|for|the|of|and|northern|southern|eastern|western|central|middle|"
    r"alabama|alaska|arizona|arkansas|california|colorado|columbia|connecticut|delaware|florida|georgia|guam|hawaii|idaho|"
    r"illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|"
    r"montana|nebraska|nevada|new|hampshire|jersey|mexico|york|north|south|carolina|dakota|ohio|oklahoma|oregon|"
    r"pennsylvania|puerto|rico|rhode|island|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming)+",
    re.IGNORECASE,
)
"""A line that holds nothing but a court's name."""
_LAST_TITLE_LINE = 8  # the title of the court stands no lower; side text stands in the middle of the page
_LONGEST_SIDE_TEXT = 400


class Piece(NamedTuple):
    """A body line with its own range left: margin numbers and marks of lists and headings taken off.

    Args:
        line: the physical line.
        start: offset of its first character that is read.
        end: offset after the last.
        cuts: ranges inside it that are not read: line numbers flattened into it.
        indent: columns before its first character.
        number: the line number that leads it, if any.
        last_number: the last line number in it.
    """

    line: Line
    start: int
    end: int
    cuts: tuple[tuple[int, int], ...]
    indent: int
    number: int | None
    last_number: int | None


def pieces_from_lines(text: str, lines: list[Line], margins: Sequence[Margin]) -> Iterator[Piece]:
    """Give the body lines in order, each with what is read of it.

    Args:
        text: the decoded file.
        lines: its physical lines.
        margins: its line numbers.
    """
    lines = _with_side_text(text, lines, margins)
    by_line: dict[int, list[Margin]] = {}
    for margin in margins:
        by_line.setdefault(margin.line, []).append(margin)
    for index, line in enumerate(lines):
        if line.kind is not LineKind.BODY:
            continue
        start, end, number = line.start, line.end, None
        cuts: list[tuple[int, int]] = []
        last: int | None = None
        for margin in by_line.get(index, ()):
            last = margin.number
            if margin.leads:
                start, number = margin.end, margin.number
                rule = _RULE_LEFT.match(text, start, end)
                start = rule.end() if rule is not None else start
                end = _without_rule(text, start, end)
            else:
                cuts.append((margin.start, margin.end))
        for mark in (_HEADING_MARK, _DASH_BEFORE_NUMBER):
            found = mark.match(text, start, end)
            if found is not None:
                start = found.end()
        indent_from = line.start
        while start < end and (text[start].isspace() or text[start] in _UNSEEN):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _UNSEEN):
            end -= 1
        cuts.sort()
        while cuts and cuts[-1][1] == end:
            end = cuts.pop()[0]
            while end > start and text[end - 1].isspace():
                end -= 1
        while cuts and cuts[0][0] == start:
            start = cuts.pop(0)[1]
            while start < end and text[start].isspace():
                start += 1
        if start < end:
            indent = len(text[indent_from:start].expandtabs(8))
            yield Piece(line, start, end, tuple(cuts), indent, number, last)


def _without_rule(text: str, start: int, end: int) -> int:
    """Return where a numbered line ends before the rule printed at its right, if one is."""
    last = end
    while last > start and text[last - 1].isspace():
        last -= 1
    if last > start + 1 and text[last - 1] in _RULES and text[last - 2].isspace():
        return last - 1
    return end


def _with_side_text(text: str, lines: list[Line], margins: Sequence[Margin]) -> list[Line]:
    """Mark a court's name that stands without a number between two numbered lines of one page."""
    leading = {margin.line: margin.number for margin in margins if margin.leads}
    if not leading:
        return lines
    marked = list(lines)
    before: int | None = None
    held: list[int] = []
    for index, line in enumerate(lines):
        if line.kind in {LineKind.PAGE_HEAD, LineKind.PAGE_FOOT} or line.new_page:
            before, held = None, []
        number = leading.get(index)
        if number is not None:
            if before is not None and number == before + 1:
                for side in held:
                    marked[side] = lines[side]._replace(kind=LineKind.SIDE_TEXT)
            before, held = number, []
        elif (
            line.kind is LineKind.BODY
            and before is not None
            and before > _LAST_TITLE_LINE
            and line.end - line.start < _LONGEST_SIDE_TEXT
            and (name := text[line.start : line.end].strip())
            and "district" in name.lower()
            and COURT_NAME.fullmatch(name)
        ):
            held.append(index)
    return marked
