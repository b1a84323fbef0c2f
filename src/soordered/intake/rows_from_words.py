"""A page's words set into rows, its margin numbers taken off, and each row cut where wide gaps part it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from soordered.intake.words_on_pages import Word, WordsOnPage

LAST_NUMBER = 40
_FEWEST_NUMBERS = 8
_FEWEST_SCANNED = 3  # recognition loses most of them
_CLOSEST, _FARTHEST = 9.0, 40.0  # points from one numbered line to the next
_MARGIN_SHARE = 0.25  # of the page's width; line numbers stand in it
_ALIGNED = 5.0  # points
_ONE_LINE = 0.3  # of the print's height, by which words of one line may differ
_MARK = 0.8  # of the usual print: smaller may be a mark above a line
_LONGEST_MARK = 4
_WIDE_GAP = 1.25  # of a row's height
_FARTHEST_LABEL = 5.0  # row heights from a label to its item
_RULE = re.compile(r"[|¦‖│\[\]!\\/lI]{1,3}")
_ITEM = re.compile(r"\(?\w{1,4}[.)]+|[•▪●○◦‣·*–—-]")
_COURT_WORDS = frozenset(
    {
        "united", "states", "district", "court", "for", "the", "of", "northern", "southern", "eastern", "western", "central",
        "middle", "california",
    }
)  # fmt: skip
LABEL = re.compile(
    r"(?!vs?\.)(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,6})[.)]{1,2}|§+|[•▪●○◦‣➢✓·*–—-]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)"
)
"""A word that labels an item of a list."""


@dataclass(slots=True, kw_only=True)
class Cell:
    """Words of a row that stand together.

    Args:
        words: from left to right.
    """

    words: list[Word]

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """Its words, parted by blanks."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True, kw_only=True)
class Row:
    """Words that stand at one height of a page.

    Args:
        cells: from left to right, parted by wide gaps.
        level: the middle of its height, in points from the upper edge of the page.
        size: the height of its print.
        number: the line number printed beside it, ``None`` on paper without.
    """

    cells: list[Cell]
    level: float
    size: float
    number: int | None = None

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.cells[-1].right

    @property
    def words(self) -> list[Word]:
        """Its words from left to right."""
        return [word for cell in self.cells for word in cell.words]

    @property
    def text(self) -> str:
        """Its words, parted by blanks."""
        return " ".join(cell.text for cell in self.cells)


@dataclass(slots=True, kw_only=True)
class RowsOnPage:
    """A page's rows from top to bottom.

    Args:
        number: the page, from 1.
        width: in points.
        height: in points.
        rows: without the numbers in the margin.
        numbered: whether the margin bears line numbers.
        upright: text printed upright in the margin.
    """

    number: int
    width: float
    height: float
    rows: list[Row] = field(default_factory=list)
    numbered: bool = False
    upright: str = ""


def rows_from_words(page: WordsOnPage) -> RowsOnPage:
    """Set a page's words into rows.

    Args:
        page: the words in any order.
    """
    words, numbers = _without_margin(page)
    rows = [_row(group) for group in _levels(words)]
    if numbers:
        _give_numbers(rows, numbers, beyond=3 if page.scanned else 0)
    return RowsOnPage(
        number=page.number,
        width=page.width,
        height=page.height,
        rows=rows,
        numbered=bool(numbers),
        upright=page.upright,
    )


def _levels(words: Sequence[Word]) -> list[list[Word]]:
    """Part words into groups that stand on one line; a small mark above a line joins it."""
    if not words:
        return []
    usual = median([word.size for word in words])
    groups: list[list[Word]] = []
    levels: list[float] = []
    marks: list[Word] = []
    for word in sorted(words, key=lambda word: word.level):
        if word.size < _MARK * usual and len(word.text) <= _LONGEST_MARK:
            marks.append(word)
        elif groups and word.level - levels[-1] <= _ONE_LINE * max(word.size, groups[-1][-1].size):
            groups[-1].append(word)
        else:
            groups.append([word])
            levels.append(word.level)
    for mark in marks:
        place = bisect_left(levels, mark.level - 1.0)
        above = levels[place] - mark.level if place < len(groups) else mark.size
        larger = place < len(groups) and groups[place][0].size > mark.size
        if above < (0.6 * groups[place][0].size if larger else _ONE_LINE * mark.size):
            groups[place].append(mark)
        else:
            groups.insert(place, [mark])
            levels.insert(place, mark.level)
    return groups


def _row(words: list[Word]) -> Row:
    words.sort(key=lambda word: word.lefts[0])
    plain = [word for word in words if not word.raised] or words[:1]
    size = median([word.size for word in plain])
    level = median([word.level for word in plain])
    words[1:] = [_calling(word, size, level) if word.text.isdecimal() else word for word in words[1:]]
    cells = [Cell(words=[words[0]])]
    held, wide, end = cells[0].words, _WIDE_GAP * size, words[0].rights[-1]
    for word in words[1:]:
        if word.lefts[0] - end > wide:
            held = []
            cells.append(Cell(words=held))
        held.append(word)
        end = word.rights[-1]
    labelled = len(cells) > 1 and len(cells[0].words) == 1 and LABEL.fullmatch(cells[0].words[0].text)
    if labelled and cells[1].left - cells[0].right < _FARTHEST_LABEL * size:
        cells[:2] = [Cell(words=cells[0].words + cells[1].words)]
    return Row(cells=cells, level=level, size=size)


def _calling(word: Word, size: float, level: float) -> Word:
    """Mark a small number above its row, set apart from the word it follows."""
    small = word.size < 0.8 * size and word.level < level - 0.1 * size
    return word._replace(raised=True) if small else word


def _without_margin(page: WordsOnPage) -> tuple[list[Word], list[tuple[float, int]]]:
    """Tell the line numbers of pleading paper from the words: digits in one upright band that count up downward."""
    edge = _MARGIN_SHARE * page.width
    candidates = [word for word in page.words if len(word.text) < 3 and word.text.isdecimal() and word.right < edge]
    best: list[Word] = []
    for anchor in {round(word.right) for word in candidates}:
        band = [word for word in candidates if abs(word.right - anchor) <= _ALIGNED]
        run = _counting(band)
        if len(run) > len(best):
            best = run
    if len(best) < (_FEWEST_SCANNED if page.scanned else _FEWEST_NUMBERS):
        return (_without_scraps(page) if page.scanned else page.words), []
    left, right = min(word.left for word in best) - _ALIGNED, max(word.right for word in best)
    body = [word for word in page.words if word.left > right and not _RULE.fullmatch(word.text)]
    if not body:
        return page.words, []
    if page.scanned:  # whatever recognition made of the rules, the upright text and the other numbers
        return [word for word in page.words if word.right > right + 2], _fitted(best)
    kept: list[Word] = []
    taken = {id(word) for word in best}
    top, bottom = best[0].level - 20, best[-1].level + 20
    wall = min(word.left for word in body)
    for word in page.words:
        beside = top <= word.level <= bottom
        if id(word) in taken or (beside and word.left >= left and word.right <= right + 1):
            continue
        if beside and _RULE.fullmatch(word.text) and word.right <= wall + 1:
            continue  # a rule of the margin, written as a letter
        kept.append(word)
    return kept, _fitted(best)


def _without_scraps(page: WordsOnPage) -> list[Word]:
    """Leave out what recognition made of a margin: single numbers and words of the court's name, apart from the body."""
    edges = Counter(round(word.left / 2) for word in page.words)
    starts = [place * 2 for place, count in edges.items() if count + edges[place + 1] >= 8]
    if not starts or min(starts) > (_MARGIN_SHARE + 0.05) * page.width:
        return page.words
    edge = min(starts) - 3.0
    band = [word for word in page.words if word.right < edge]
    body = [word for word in page.words if word.right >= edge]
    scraps = [word for word in band if _stands_alone(word, body) and not _ITEM.fullmatch(word.text)]
    known = sum((len(word.text) < 3 and word.text.isdecimal()) or word.text.lower() in _COURT_WORDS for word in scraps)
    if known < _FEWEST_SCANNED or known < 0.6 * len(scraps) or len(scraps) > 0.15 * len(body):
        return page.words
    left_out = {id(word) for word in scraps}
    return [word for word in page.words if id(word) not in left_out]


def _stands_alone(word: Word, body: list[Word]) -> bool:
    beside = [other.left for other in body if abs(other.level - word.level) < 0.5 * max(word.size, other.size)]
    return not beside or min(beside) - word.right > 0.6 * word.size


def _fitted(numbers: list[Word]) -> list[tuple[float, int]]:
    return [(word.level, int(word.text)) for word in numbers]


def _counting(band: list[Word]) -> list[Word]:
    """Return the longest run of numbers that count up evenly from top to bottom; a few may be missing."""
    ordered = sorted((word for word in band if 1 <= int(word.text) <= LAST_NUMBER), key=lambda word: word.level)
    best: list[Word] = []
    for first in range(min(4, len(ordered))):
        run = [ordered[first]]
        for word in ordered[first + 1 :]:
            step = int(word.text) - int(run[-1].text)
            if 1 <= step <= 12 and word.level - run[-1].level > 4 * step:
                run.append(word)
        if len(run) > len(best):
            best = run
    pitches = [(after.level - before.level) / (int(after.text) - int(before.text)) for before, after in pairwise(best)]
    if len(pitches) < _FEWEST_SCANNED - 1:
        return []
    pitch = median(pitches)
    if not _CLOSEST <= pitch <= _FARTHEST:
        return []
    even = sum(abs(one - pitch) <= 0.2 * pitch for one in pitches)
    return best if even >= 0.8 * len(pitches) else []


def _give_numbers(rows: list[Row], numbers: list[tuple[float, int]], *, beyond: int) -> None:
    """Give each row the number printed beside it; beyond the first and last that were found, only so many."""
    pitch = (numbers[-1][0] - numbers[0][0]) / max(1, numbers[-1][1] - numbers[0][1])
    for row in rows:
        level, number = min(numbers, key=lambda one: abs(one[0] - row.level))
        offset = round((row.level - level) / pitch)
        inside = numbers[0][1] - beyond <= number + offset <= numbers[-1][1] + beyond
        if abs(row.level - level) < 12 * pitch and inside and 1 <= number + offset <= LAST_NUMBER:
            row.number = number + offset
