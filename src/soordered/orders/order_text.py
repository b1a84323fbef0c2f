"""An order's text as a person reads it, with a map back to every character of the original.

Layout is taken out by what the page shows (numbers that rise line by line, heads that CM/ECF stamps, a court's name
between two numbered lines), in one linear pass a step; the words themselves are never changed, misspellings included.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from soordered.orders.lines_from_text import Line, is_shredded, lines_from_text
from soordered.orders.margins_from_lines import margins_from_lines
from soordered.orders.paragraph_breaks import ends_paragraph, is_broken_word, is_syllable, width_of, words_of
from soordered.orders.patterns import Pattern
from soordered.orders.pieces_from_lines import Piece, pieces_from_lines
from soordered.provenance.spans import Quote, Span

_GAP = Pattern(r"(?:[^\S ]|(?<=[\s\u200b\ufeff\u2060\xad])\s|[\u200b\ufeff\u2060\xad])+| {2,}")
_STARS = Pattern(r"(\*{1,3})(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\1(?!\*)")
_UNDERSCORES = Pattern(r"(?<![\w])(_{1,3})(?=[^\W_])([^_\n]{1,400}?)(?<=[^\s_])\1(?!\w)")


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


def order_text(original: str) -> OrderText:
    """Take the layout out of an order's text and keep the map back.

    Args:
        original: the decoded file, its line breaks untouched.
    """
    lines = lines_from_text(original)
    margins = margins_from_lines(original, lines)
    pieces = list(pieces_from_lines(original, lines, margins))
    parts: list[str] = []
    offsets = array("q")
    previous: Piece | None = None
    width, shredded = width_of(pieces), is_shredded(original, lines)
    words: frozenset[str] | None = None
    for piece in pieces:
        if previous is None:
            pass
        elif is_broken_word(original, previous, piece):
            words = words if words is not None else words_of(original)
            if is_syllable(original, previous, piece, words):
                parts[-1] = parts[-1][:-1]
                offsets.pop()
        elif not shredded and ends_paragraph(original, previous, piece, width):
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


def _append(text: str, piece: Piece, parts: list[str], offsets: array[int]) -> None:
    place = piece.start
    words = text[place : piece.end]
    if not piece.cuts and words.isprintable() and "  " not in words:  # no gap of blanks, no other blank, nothing unseen
        parts.append(words)
        offsets.extend(range(place, piece.end))
        return
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
