"""Where the characters of a text stand on printed pages: what a person needs to see words highlighted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it is read.

    Args:
        number: from 1, in the order of the file; what is printed on the page may differ.
        width: in points (1/72 inch).
        height: in points.
        turned: by how many degrees clockwise its places are turned against the page as the file shows it, because its
            words stand sideways or upside down there: 0, 90, 180 or 270.
    """

    number: int
    width: float
    height: float
    turned: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A stretch of text that stands on one line of one page.

    Args:
        start: offset in the text of its first character.
        end: offset after its last character.
        page: number of its page.
        number: the line number printed beside it on numbered paper, else its place on the page from 1.
        top: distance of its upper edge from the page's upper edge, in points.
        bottom: distance of its lower edge from the page's upper edge, in points.
    """

    start: int
    end: int
    page: int
    number: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page, in points from the upper left corner of the page as it is seen.

    Args:
        page: number of the page, from 1.
        x0: left edge.
        y0: upper edge.
        x1: right edge.
        y1: lower edge.
    """

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, kw_only=True)
class PrintedPages:
    """The pages of a text, and where on them each character stands.

    Args:
        pages: in order.
        lines: the printed lines in the order of the text; a footnote stands after the paragraph it interrupts.
        lefts: left edge of each character of the text, in points; 0 where a character is printed nowhere.
        rights: right edge of each character, in points.
        numbered: whether the paper bears line numbers.
    """

    pages: Sequence[Page]
    lines: Sequence[PrintedLine]
    lefts: Sequence[float]
    rights: Sequence[float]
    numbered: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> PrintedLine | None:
        """Return the printed line that holds an offset of the text, or the one before it; ``None`` without lines."""
        if not self.lines:
            return None
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Return the rectangles that cover a range of the text, one a printed line, in the order of the text.

        Args:
            start: first character, from 0.
            end: after the last character.
        """
        found: list[Box] = []
        for line in self.lines[max(0, bisect_right(self._starts, start) - 1) :]:
            if line.start >= end:
                break
            first, last = max(start, line.start), min(end, line.end)
            places = [place for place in range(first, last) if self.rights[place] > self.lefts[place]]
            if places:
                found.append(
                    Box(
                        line.page,
                        round(min(self.lefts[place] for place in places), 2),
                        round(line.top, 2),
                        round(max(self.rights[place] for place in places), 2),
                        round(line.bottom, 2),
                    )
                )
        return tuple(found)
