"""The words of a page with their places: what a PDF's text layer and the recognition of a scan both become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """A word as printed.

    Args:
        text: its characters.
        lefts: left edge of each character, in points from the page's left edge.
        rights: right edge of each character.
        top: upper edge, in points from the page's upper edge.
        bottom: lower edge.
        level: the height of the line it stands on, in points from the upper edge, a tilt of the page taken out.
        size: how high its print is from line to line when it is set solid, about an em and a sixth.
        raised: whether it is a small mark above the line that calls a footnote.
    """

    text: str
    lefts: Sequence[float]
    rights: Sequence[float]
    top: float
    bottom: float
    level: float
    size: float
    raised: bool = False

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.rights[-1]


@dataclass(slots=True, kw_only=True)
class WordsOnPage:
    """A page's words, in the order in which the file holds them.

    Args:
        number: the page, from 1.
        width: in points.
        height: in points.
        words: those that run from left to right.
        upright: the text that is printed upright in the margin, joined by blanks.
        scanned: whether they were recognised from an image.
        confidence: how sure the recognition was, 0 to 100; 100 for a text layer.
        layered: whether they lie unseen behind a picture, recognised by another program.
        doubted: the words of a scan that were recognised with more doubt than not.
        tilt: by how many points a line sinks on each point to the right; the places of the words are those of the
            page turned straight, but for ``top`` and ``bottom``.
        turned: by how many degrees clockwise the page is turned against how the file shows it.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    upright: str = ""
    scanned: bool = False
    confidence: float = 100.0
    layered: bool = False
    doubted: list[str] = field(default_factory=list)
    tilt: float = 0.0
    turned: int = 0
