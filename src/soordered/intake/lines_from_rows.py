"""The lines of a page's body in the order a person reads them: columns one after the other, tables row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from soordered.intake.rows_from_words import Cell, Row
from soordered.intake.words_on_pages import Word

_DIVIDER = re.compile(r"[)(|:§│¦‖}\]*]{1,2}")
_NARROWEST_GUTTER = 0.55  # of a row's height
_FARTHEST = 3.2  # row heights between two rows of one region
_PARTY = re.compile(r"\b(?:plaintiffs?|defendants?|petitioners?|respondents?|debtors?|claimants?|in re)\b|^v(?:s|ersus)?\.?$", re.IGNORECASE)  # fmt: skip
_NUMBERED_CASE = re.compile(r"\d{2}[-–]\s?\w|\bno\.?\b|\bcase\b|\border\b|\bcv\b", re.IGNORECASE)
_FEWEST_NEWS_ROWS = 8
_FULL = 0.72
_TAIL = 6.0  # row heights that a caption's longer column may go on below the other
_FEWEST_DIVIDERS = 2


@dataclass(slots=True, kw_only=True)
class Line:
    r"""A line of the text as it will be written.

    Args:
        words: from left to right.
        page: its page, from 1.
        level: the middle of its height on the page, in points from the upper edge.
        size: the height of its print.
        number: the number printed beside it, else its place on the page from 1.
        column: left and right edge of the column it stands in.
        before: what parts it from the line before where the layout alone decides (``"\t"`` between two cells of a row,
            ``"\n\n"`` before a column); empty where print and distance decide.
        region: number of the part of the page it belongs to; distances count only inside one.
        note: whether it belongs to a footnote.
        plain: whether it stands in the body's own column.
    """

    words: list[Word]
    page: int
    level: float
    size: float
    number: int
    column: tuple[float, float]
    before: str = ""
    region: int = 0
    note: bool = False
    plain: bool = False

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.words[-1].right


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What all lines of a page's body, or of its footnotes, share."""

    page: int
    numbers: dict[int, int]
    note: bool


def lines_from_rows(rows: Sequence[Row], *, page: int, note: bool = False) -> list[Line]:
    """Bring rows into the order of reading.

    Rows that a white gutter parts, one under the other, are a caption, columns of text, or a table. A caption (a divider
    of brackets, or parties beside a number) and columns of long lines are read column by column, a table row by row.

    Args:
        rows: from top to bottom.
        page: their page, from 1.
        note: whether they are footnotes.
    """
    lines: list[Line] = []
    numbers = {id(row): row.number if row.number is not None else place for place, row in enumerate(rows, 1)}
    sheet = _Sheet(page=page, numbers=numbers, note=note)
    plain = [row for row in rows if len(row.cells) == 1] or list(rows)
    wall = (min(row.left for row in plain), max(row.right for row in rows)) if rows else (0.0, 0.0)
    place = region = 0
    while place < len(rows):
        end, gutters = _region(rows, place)
        part = rows[place:end]
        columns = _columns(part, gutters) if gutters and len(part) > 1 else []
        if len(part[0].cells) == 1 and not columns:
            lines.append(_line(part[0].cells, part[0], sheet, wall, region=region))
            lines[-1].plain = not note
            place += 1
            continue
        region += 1
        if columns:
            lines += _column_by_column(part, columns, sheet, region)
        else:
            end = _end_of_table(rows, place, end, gutters)
            lines += _table(rows[place:end], _cells(rows[place:end], gutters), sheet, region)
        region += 1
        place = end
    return lines


def _line(
    cells: Sequence[Cell], row: Row, sheet: _Sheet, column: tuple[float, float], *, region: int, before: str = ""
) -> Line:
    return Line(
        words=[word for cell in cells for word in cell.words],
        page=sheet.page,
        level=row.level,
        size=row.size,
        number=sheet.numbers[id(row)],
        column=column,
        before=before,
        region=region,
        note=sheet.note,
    )


def _region(rows: Sequence[Row], start: int) -> tuple[int, list[tuple[float, float]]]:
    """Return where the rows end that the same gutters part, and those gutters.

    A row before the first that shows a gutter may belong to a caption, whose columns begin at different heights.
    """
    first = next((place for place in range(start, min(start + 4, len(rows))) if len(rows[place].cells) > 1), None)
    if first is None or any(_is_far(rows[place], rows[place + 1]) for place in range(start, first)):
        return start + 1, []
    gutters = _gaps(rows[first])
    for place in range(start, first):
        kept = _kept(gutters, rows[place], sure=False)
        if len(kept) != len(gutters):
            return start + 1, []
        gutters = kept
    end = first + 1
    filled = 1
    while end < len(rows) and not _is_far(rows[end - 1], rows[end]):
        kept = _kept(gutters, rows[end], sure=filled > 1)
        if not kept or (len(kept) < len(gutters) and filled > 2):
            break
        gutters = kept
        filled += len(rows[end].cells) > 1
        end += 1
    if filled == 1:
        return (start + 1 if first > start else first + 1), gutters
    last = max(place for place in range(first, end) if len(rows[place].cells) > 1)
    while (
        filled < _FEWEST_NEWS_ROWS
        and end > last + 1
        and rows[end - 1].level - rows[last].level > _TAIL * rows[last].size
    ):
        end -= 1
    return end, gutters


def _is_far(before: Row, row: Row) -> bool:
    return row.level - before.level > _FARTHEST * max(row.size, before.size)


def _gaps(row: Row) -> list[tuple[float, float]]:
    return [(left.right, right.left) for left, right in pairwise(row.cells)]


def _kept(gutters: list[tuple[float, float]], row: Row, *, sure: bool) -> list[tuple[float, float]]:
    """Return what a row leaves free of the gutters; until they are sure, a row may not run across one."""
    words = row.words
    kept: list[tuple[float, float]] = []
    for gutter in gutters:
        low, high = gutter
        crossed = [word for word in words if word.right > low and word.left < high]
        for word in crossed:
            if word.left <= low + 0.5 * (high - low) and word.right < high:
                low = max(low, word.right)
            elif word.left > low:
                high = min(high, word.left)
            else:
                low = high
        joined = not sure and any(cell.left < low and cell.right > high for cell in row.cells)
        if high - low >= _NARROWEST_GUTTER * row.size and not joined:
            kept.append((low, high))
    return kept


def _columns(rows: Sequence[Row], gutters: list[tuple[float, float]]) -> list[list[Cell | None]]:
    """Return the columns of a caption or of running text, without dividers; none where the rows are a table's."""
    columns = _cells(rows, gutters)
    kept = [column for column in columns if not _is_divider(column)]
    divided = (
        len(kept) < len(columns) or sum(_has_divider(row) for row in zip(*columns, strict=True)) >= _FEWEST_DIVIDERS
    )
    kept = [[_without_divider(cell) for cell in column] for column in kept]
    return kept if len(kept) >= 2 and (divided or _is_caption(kept) or _is_news(kept)) else []


def _is_parted(row: Row, gutters: list[tuple[float, float]]) -> bool:
    return any(row.left < low and row.right > high for low, high in gutters)


def _cells(rows: Sequence[Row], gutters: list[tuple[float, float]]) -> list[list[Cell | None]]:
    edges = [float("-inf"), *((low + high) / 2 for low, high in gutters), float("inf")]
    return [[_between(row, low, high) for row in rows] for low, high in pairwise(edges)]


def _column_by_column(
    rows: Sequence[Row], columns: Sequence[Sequence[Cell | None]], sheet: _Sheet, region: int
) -> list[Line]:
    lines: list[Line] = []
    for column in columns:
        held = [(cell, row) for cell, row in zip(column, rows, strict=True) if cell is not None]
        if not held:
            continue
        wall = (min(cell.left for cell, _ in held), max(cell.right for cell, _ in held))
        for place, (cell, row) in enumerate(held):
            lines.append(_line([cell], row, sheet, wall, region=region, before="" if place else "\n\n"))
    return lines


def _end_of_table(rows: Sequence[Row], start: int, end: int, gutters: list[tuple[float, float]]) -> int:
    """Return where a table ends: after its last row of several cells, and what of that row's cells goes on below."""
    parted = [place for place in range(start, end) if _is_parted(rows[place], gutters)]
    last = max(parted, default=start)
    steps = [after.level - before.level for before, after in pairwise(rows[start : last + 1])]
    closest = min(steps, default=0.0)
    while last + 1 < end:
        step = rows[last + 1].level - rows[last].level
        if step >= 0.8 * closest and not (step <= 1.3 * closest and _wraps(rows[last], rows[last + 1], gutters[0])):
            break
        last += 1
    return last + 1


def _wraps(before: Row, row: Row, gutter: tuple[float, float]) -> bool:
    """Say whether the first cell of a row goes on in the next: it was full, and its sentence had not ended."""
    held = _between(before, float("-inf"), (gutter[0] + gutter[1]) / 2)
    if held is None or row.right > gutter[1] or abs(row.left - held.left) > 3.0:
        return False
    word = row.words[0]
    full = held.right + 0.3 * row.size + word.right - word.left >= gutter[0] - 0.15 * row.size
    return full and not held.text.endswith((".", ":", ";"))


def _between(row: Row, low: float, high: float) -> Cell | None:
    words = [word for word in row.words if low <= (word.left + word.right) / 2 < high]
    return Cell(words=words) if words else None


def _is_divider(column: Sequence[Cell | None]) -> bool:
    return all(cell is None or all(_DIVIDER.fullmatch(word.text) for word in cell.words) for cell in column)


def _has_divider(cells: Sequence[Cell | None]) -> bool:
    """Say whether a bracket or an upright stroke stands at the gutter of a row."""
    held = [cell for cell in cells if cell is not None]
    edges = [word.text for cell in held[:1] for word in cell.words[-1:]] if len(held) == 1 else []
    edges += [cell.words[-1].text for cell in held[:-1]] + [cell.words[0].text for cell in held[1:]]
    if len(held) == 1:
        edges.append(held[0].words[0].text)
    return any(_DIVIDER.fullmatch(edge) for edge in edges)


def _without_divider(cell: Cell | None) -> Cell | None:
    if cell is None:
        return None
    words = list(cell.words)
    while words and _DIVIDER.fullmatch(words[-1].text):
        words.pop()
    while words and _DIVIDER.fullmatch(words[0].text):
        words.pop(0)
    return Cell(words=words) if words else None


def _is_caption(columns: Sequence[Sequence[Cell | None]]) -> bool:
    if len(columns) != 2:
        return False
    left, right = (" \n".join(cell.text for cell in column if cell is not None) for column in columns)
    parties = any(cell is not None and _PARTY.search(cell.text.strip()) for cell in columns[0])
    return parties and bool(_NUMBERED_CASE.search(right)) and len(left) < 2_000


def _is_news(columns: Sequence[Sequence[Cell | None]]) -> bool:
    """Say whether columns hold running text: many rows, most of them full."""
    for column in columns:
        held = [cell for cell in column if cell is not None]
        if len(held) < _FEWEST_NEWS_ROWS:
            return False
        left, right = min(cell.left for cell in held), max(cell.right for cell in held)
        if median((cell.right - cell.left) / max(1.0, right - left) for cell in held) < _FULL:
            return False
        if median(len(cell.words) for cell in held) < 4:
            return False
    return True


def _table(rows: Sequence[Row], columns: Sequence[Sequence[Cell | None]], sheet: _Sheet, region: int) -> list[Line]:
    """Write a table row by row; a cell that goes on below stays one cell."""
    lines: list[Line] = []
    for group in _groups(rows, columns):
        before = "\n"
        for column in columns:
            held = [(column[place], rows[place]) for place in group]
            cells = [(cell, row) for cell, row in held if cell is not None]
            for place, (cell, row) in enumerate(cells):
                glue = " " if place else before
                wall = (cell.left, cell.right)
                lines.append(_line([cell], row, sheet, wall, region=region, before=glue))
            if cells:
                before = "\t"
    if lines:
        lines[0].before = "" if len(rows) == 1 else "\n\n"
    return lines


def _groups(rows: Sequence[Row], columns: Sequence[Sequence[Cell | None]]) -> list[list[int]]:
    """Part the printed rows of a table into its rows: by distance where that differs, else by which cells are filled."""
    steps = [after.level - before.level for before, after in pairwise(rows)]
    groups: list[list[int]] = [[0]]
    closest = min(steps, default=0.0)
    uneven = bool(steps) and max(steps) > 1.3 * closest
    for place, step in enumerate(steps, 1):
        full = all(column[place] is not None for column in columns)
        apart = step > 1.3 * closest if uneven else full
        if apart or (uneven and full and step > 1.15 * closest):
            groups.append([place])
        else:
            groups[-1].append(place)
    return groups
