"""An order's text as a person reads it, with a map back to every character of the original.

Layout is taken out by what the page shows (numbers that rise line by line, heads that CM/ECF stamps, a court's name
between two numbered lines), in one linear pass a step; the words themselves are never changed, misspellings included.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from soordered.orders.lines_from_text import Line, LineKind, lines_from_text
from soordered.orders.margins_from_lines import Margin, margins_from_lines
from soordered.provenance.spans import Quote, Span

_UNSEEN = "\u200b\ufeff\u2060"
_GAP = re.compile(r"(?:[^\S ]|(?<=[\s\u200b\ufeff\u2060\xad])\s|[\u200b\ufeff\u2060\xad])+| {2,}")
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\1(?!\*)")
_UNDERSCORES = re.compile(r"(?<![\w])(_{1,3})(?=[^\W_])([^_\n]{1,400}?)(?<=[^\s_])\1(?!\w)")
_HEADING_MARK = re.compile(r"[ \t]{0,8}#{1,6}[ \t]+(?=\S)")
_DASH_BEFORE_NUMBER = re.compile(r"[ \t]{0,12}[-*+•][ \t]+(?=(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)][ \t])")
_ITEM = re.compile(
    r"(?:[-*+•▪●○◦‣][ \t]|(?:\d{1,3}|[A-Z]|[a-z]|[ivx]{2,5}|[IVX]{2,6})[.)][ \t]|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)[ \t])"
)
_COURT_NAME = re.compile(
    r"(?:\s|united|states|district|court|for|the|of|and|northern|southern|eastern|western|central|middle|"
    r"alabama|alaska|arizona|arkansas|california|colorado|columbia|connecticut|delaware|florida|georgia|guam|hawaii|idaho|"
    r"illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|"
    r"montana|nebraska|nevada|new|hampshire|jersey|mexico|york|north|south|carolina|dakota|ohio|oklahoma|oregon|"
    r"pennsylvania|puerto|rico|rhode|island|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming)+",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"[.?!:;][\"'”’)\]]{0,3}$")
_OPEN_END = re.compile(
    r"(?:,|\b(?:of|the|to|a|an|and|or|by|in|on|at|for|with|from|that|shall|must|be|no|than))$", re.IGNORECASE
)
_STOPPED = re.compile(r"[.?!][\"'”’)\]]{0,3}$")
_COLUMNS = re.compile(r"\S(?: {4,}|\t+)\S")
_ABBREVIATED = re.compile(
    r"(?:(?<![\w.])[A-Z]|\b(?:[A-Z]\.){1,4}[A-Z]|\b(?:Nos?|Dkts?|Fed|Civ|Crim|Evid|App|Bankr|Proc|Mr|Mrs|Ms|Dr|Hon|vs?|Exs?|"
    r"Decls?|Mot|Sec|Arts?|Par|Cal|Dist|Doc|Ct|Stat|Rev|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|St|Ave|Rm|Supp|Id|cf|e\.g|i\.e))\.$"
)
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,30})-$")
_FIRST_PART = re.compile(r"[^\W\d_]{2,30}")
_KEPT_PREFIXES = frozenset(
    {
        "and",
        "anti",
        "attorney",
        "by",
        "check",
        "co",
        "cost",
        "court",
        "cross",
        "day",
        "early",
        "eight",
        "ex",
        "face",
        "fact",
        "fifty",
        "first",
        "five",
        "follow",
        "forty",
        "four",
        "full",
        "good",
        "high",
        "hour",
        "in",
        "inter",
        "joint",
        "late",
        "long",
        "low",
        "meet",
        "month",
        "multi",
        "nine",
        "non",
        "on",
        "one",
        "page",
        "part",
        "party",
        "per",
        "post",
        "pre",
        "re",
        "second",
        "self",
        "semi",
        "seven",
        "short",
        "six",
        "sub",
        "ten",
        "third",
        "thirty",
        "three",
        "to",
        "twenty",
        "two",
        "week",
        "well",
        "year",
    }
)
_LONGEST_COURT_NAME = 200
_WRAPPED_AT_LEAST = 50
_WRAPPED_AT_MOST = 160  # a text whose long lines pass this is not wrapped: each line is a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderText:
    r"""The text of one order.

    Args:
        original: the decoded file, character for character.
        clean: what a person would read: line numbers, page heads and feet, side text, markup and repeated blanks taken
            out; paragraphs parted by ``"\n\n"``, lines inside one by a blank.
        offsets: ``offsets[i]`` is the index in ``original`` of ``clean[i]``; never falls, and rises strictly over
            everything but the two line feeds of a paragraph break.
        line_starts: offsets in ``original`` at which its lines begin.
        page_starts: offsets at which pages begin, in rising order; empty when the text shows no pages.
        pages: the page numbers that begin there.
        numbered: whether it stands on paper with printed line numbers.
    """

    original: str
    clean: str
    offsets: Sequence[int]
    line_starts: Sequence[int]
    page_starts: Sequence[int]
    pages: Sequence[int]
    numbered: bool

    def span(self, start: int, end: int) -> Span:
        """Translate a range of ``clean`` into the original.

        Args:
            start: first character, from 0.
            end: after the last character; at most ``len(clean)``.

        Raises:
            ValueError: the range runs backward or outside the text.
        """
        if not 0 <= start <= end <= len(self.clean):
            msg = f"a range lies inside the text of {len(self.clean)} characters and runs forward; got {start}..{end}"
            raise ValueError(msg)
        if start == end:
            place = self.offsets[start] if start < len(self.clean) else len(self.original)
            return Span(place, place)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def quote(self, start: int, end: int, *, paragraph: str | None = None) -> Quote:
        """Quote a range of ``clean`` exactly as the original prints it, with page and line.

        Args:
            start: first character, from 0.
            end: after the last character.
            paragraph: the order's own paragraph number, if known.

        Raises:
            ValueError: the range runs backward or outside the text.
        """
        return self.quote_of(self.span(start, end), paragraph=paragraph)

    def quote_of(self, span: Span, *, paragraph: str | None = None) -> Quote:
        """Quote a span of the original, with page and line."""
        return Quote(
            text=self.original[span.start : span.end],
            span=span,
            page=self.page_at(span.start),
            line=self.line_at(span.start),
            paragraph=paragraph,
        )

    def line_at(self, offset: int) -> int:
        """Return the line, from 1, that holds an offset of the original."""
        return max(1, bisect_right(self.line_starts, offset))

    def page_at(self, offset: int) -> int | None:
        """Return the page that holds an offset of the original, ``None`` where the text shows no pages."""
        place = bisect_right(self.page_starts, offset)
        if not self.pages:
            return None
        return self.pages[place - 1] if place else self.pages[0]

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Give the ranges of ``clean`` that hold one paragraph each."""
        start = 0
        while start < len(self.clean):
            end = self.clean.find("\n\n", start)
            if end < 0:
                end = len(self.clean)
            yield start, end
            start = end + 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """A body line with its own ranges left: margin numbers and markup taken out."""

    line: Line
    start: int
    end: int
    cuts: tuple[tuple[int, int], ...]
    indent: int
    number: int | None
    last_number: int | None


def order_text(original: str) -> OrderText:
    """Take the layout out of an order's text and keep the map back.

    Args:
        original: the decoded file, its line breaks untouched.
    """
    lines = lines_from_text(original)
    margins = margins_from_lines(original, lines)
    lines = _with_side_text(original, lines, margins)
    pieces = list(_pieces(original, lines, margins))
    parts: list[str] = []
    offsets = array("q")
    previous: _Piece | None = None
    width = _width(pieces)
    words: frozenset[str] | None = None
    for piece in pieces:
        if previous is not None:
            head, tail = _head(original, piece), _tail(original, previous)
            broken = _BROKEN_WORD.search(tail)
            if broken is not None and head[:1].islower():
                if words is None:
                    words = _words_of(original)
                if _is_syllable(tail, broken.group(1), head, words):
                    parts[-1] = parts[-1][:-1]
                    offsets.pop()
            elif _breaks(original, previous, piece, width):
                parts.append("\n\n")
                offsets.append(previous.end)
                offsets.append(min(previous.end + 1, piece.start - 1))
            else:
                parts.append(" ")
                offsets.append(previous.end)
        _append(original, piece, parts, offsets)
        previous = piece
    clean, offsets = _without_emphasis("".join(parts), offsets)
    page_starts, pages = _pages(lines)
    return OrderText(
        original=original,
        clean=clean,
        offsets=offsets,
        line_starts=_line_starts(original),
        page_starts=page_starts,
        pages=pages,
        numbered=bool(margins),
    )


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
                    marked[side] = replace(lines[side], kind=LineKind.SIDE_TEXT)
            before, held = number, []
        elif (
            line.kind is LineKind.BODY
            and before is not None
            and line.end - line.start < 400
            and (name := text[line.start : line.end].strip())
            and "district" in name.lower()
            and _COURT_NAME.fullmatch(name)
        ):
            held.append(index)
    return marked


def _pieces(text: str, lines: list[Line], margins: Sequence[Margin]) -> Iterator[_Piece]:
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
            yield _Piece(line, start, end, tuple(cuts), indent, number, last)


def _without_emphasis(clean: str, offsets: array[int]) -> tuple[str, array[int]]:
    """Take asterisks and underscores out that only emphasise; an emphasis ends in its paragraph."""
    cuts: list[tuple[int, int]] = []
    for sign, pattern in (("*", _STARS), ("_", _UNDERSCORES)):
        if sign in clean:
            for match in pattern.finditer(clean):
                cuts.append(match.span(1))
                cuts.append((match.end() - len(match.group(1)), match.end()))
    if not cuts:
        return clean, offsets
    parts: list[str] = []
    kept = array("q")
    place = 0
    for start, end in sorted(cuts):
        parts.append(clean[place:start])
        kept.extend(offsets[place:start])
        place = max(place, end)
    parts.append(clean[place:])
    kept.extend(offsets[place:])
    return "".join(parts), kept


def _append(text: str, piece: _Piece, parts: list[str], offsets: array[int]) -> None:
    place = piece.start
    for cut_start, cut_end in (*piece.cuts, (piece.end, piece.end)):
        while place < cut_start:
            gap = _GAP.search(text, place, cut_start)
            stop = cut_start if gap is None else gap.start()
            if stop > place:
                parts.append(text[place:stop])
                offsets.extend(range(place, stop))
            if gap is None:
                break
            if any(character.isspace() for character in gap.group()) and parts and not parts[-1].endswith((" ", "\n")):
                parts.append(" ")
                offsets.append(gap.start())
            place = gap.end()
        place = cut_end
        if place < piece.end and parts and parts[-1].endswith(" "):
            while text[place] == " ":
                place += 1


def _width(pieces: Sequence[_Piece]) -> int:
    """Return the length that nine lines in ten keep within: how wide the text is set."""
    lengths = sorted(piece.end - piece.start for piece in pieces)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _breaks(text: str, previous: _Piece, piece: _Piece, width: int) -> bool:
    """Say whether a paragraph ends between two body lines."""
    head, tail = _head(text, piece), _tail(text, previous)
    if _ABBREVIATED.search(tail) and not _blank_and_item(text, previous, piece, head):
        return False
    ended = _TERMINAL.search(tail) is not None
    item = _ITEM.match(head) is not None
    length = previous.end - previous.start
    if not item and (head[:1].islower() or _OPEN_END.search(tail)) and not _STOPPED.search(tail):
        return False
    if width > _WRAPPED_AT_MOST and piece.number is None:
        return True
    blank = _blank_between(text, previous, piece)
    full = length >= 0.75 * width and not _COLUMNS.search(text, previous.start, previous.end)
    indented = piece.indent >= previous.indent + 4
    if item and (blank or (ended and (head[0] != "(" or indented or not full))):
        return True
    if length < _LONGEST_COURT_NAME and _COURT_NAME.fullmatch(text, previous.start, previous.end):
        return not _COURT_NAME.fullmatch(text, piece.start, min(piece.end, piece.start + _LONGEST_COURT_NAME))
    if ended and head.isupper() != tail.isupper() and (head.isupper() or not full):
        return True
    if piece.number is not None and previous.number is not None and not blank:
        return (indented and ended) or (not full and (ended or item or head[:1].isupper() or not head[:1].isalnum()))
    if blank:
        return ended or not full or width < _WRAPPED_AT_LEAST or indented or head[:40].isupper() != tail[-40:].isupper()
    return not full and (ended or head[:1].isupper())


def _head(text: str, piece: _Piece) -> str:
    return text[piece.start : min(piece.end, piece.start + 60)]


def _tail(text: str, piece: _Piece) -> str:
    return text[max(piece.start, piece.end - 60) : piece.end]


def _blank_and_item(text: str, previous: _Piece, piece: _Piece, head: str) -> bool:
    """Say whether an abbreviation's full stop may also end a paragraph: a numbered item follows after an empty line."""
    item = _ITEM.match(head)
    return item is not None and not item.group()[0].isupper() and _blank_between(text, previous, piece)


def _blank_between(text: str, previous: _Piece, piece: _Piece) -> bool:
    """Say whether a line was left empty on the page; on numbered paper the numbers tell, not the blank lines."""
    if previous.last_number is not None and piece.number is not None:
        return piece.number != previous.last_number + 1 and not (piece.number < previous.last_number and piece.number == 1)
    between = text[previous.line.next : piece.line.start]
    return any(character in between for character in "\n\r\f")


def _words_of(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]{3,40}", text))


def _is_syllable(tail: str, left: str, head: str, words: frozenset[str]) -> bool:
    """Say whether a hyphen at a line's end parts one word, so that it is not the author's."""
    right = _FIRST_PART.match(head)
    if right is None or tail[: -len(left) - 1].endswith("-"):
        return False
    if (left + right.group()).lower() in words:
        return True
    return left.lower() not in _KEPT_PREFIXES and left.lower() not in words


def _pages(lines: Sequence[Line]) -> tuple[array[int], list[int]]:
    starts = array("q")
    pages: list[int] = []
    for line in lines:
        if line.page is not None and (not pages or pages[-1] != line.page):
            starts.append(line.start)
            pages.append(line.page)
    return starts, pages


def _line_starts(text: str) -> array[int]:
    starts = array("q", [0])
    starts.extend(match.end() for match in re.finditer(r"\r\n|\n|\r", text))
    return starts
