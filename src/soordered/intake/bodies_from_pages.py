"""What of each page is its body: running heads and feet, page numbers and footnotes told apart by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from soordered.intake.rows_from_words import Row, RowsOnPage

_EDGE_ROWS = 4
_SAME_PLACE = 9.0  # points by which a running head may move from page to page
_HEAD_SHARE = 0.16  # of the page's height, from either edge: heads and feet stand in it
_PAPERS_EDGE = 28.0  # points
_SMALL = 0.93  # of the body's print: from there down a footnote's
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page|pg\.?)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE
)
_STAMP = re.compile(
    r"(?:usca\s*)?(?:case[:\s#]{0,4})?\d{1,2}[:\-–]\S{3,40}\s{0,4}(?:doc|ecf|dkt)(?=.{0,80}(?:filed|entered|page|pg)).{0,200}",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡]{1,3})(?=\s|\S)")


@dataclass(slots=True, kw_only=True)
class Body:
    """A page's rows, told apart.

    Args:
        page: the page they stand on.
        rows: the body from top to bottom.
        notes: the footnotes from top to bottom.
        stamp: the court's stamp over the first page, if there is one.
        running: running heads and feet that stand here for the first time.
    """

    page: RowsOnPage
    rows: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    stamp: Row | None = None
    running: list[Row] = field(default_factory=list)


def bodies_from_pages(pages: Sequence[RowsOnPage]) -> list[Body]:
    """Tell the body of each page from what stands around it.

    A running head or foot stands at the same height of several pages with the same words, its digits apart; a page
    number stands alone at the edge; a footnote stands under the body in smaller print and begins with its mark.

    Args:
        pages: all pages of the file.
    """
    running = _running(pages)
    print_size = _print_size(pages)
    bodies: list[Body] = []
    told: set[str] = set()
    for page in pages:
        rows = list(page.rows)
        stamp: Row | None = None
        first: list[Row] = []
        for from_top in (True, False):
            while rows and len(rows) > (0 if page.number > 1 else 1):
                row = rows[0] if from_top else rows[-1]
                stamped = _STAMP.fullmatch(row.text) is not None
                known = stamped or _key(row) in running or _is_number(page, rows, from_top=from_top)
                if not (known or _is_printers(page, row, print_size)):
                    break
                if not _near_edge(page, row, from_top=from_top) or (page.numbered and row.number is not None):
                    break
                rows.pop(0 if from_top else -1)
                if stamped and not bodies and stamp is None:
                    stamp = row
                elif not stamped and _key(row) in running and _key(row) not in told:
                    told.add(_key(row))
                    first.append(row)
        body = Body(page=page, stamp=stamp, running=first)
        body.rows, body.notes = _without_notes(rows, print_size)
        bodies.append(body)
    return bodies


def _key(row: Row) -> str:
    return re.sub(r"\d+", "#", "".join(row.text.split())).lower()


def _near_edge(page: RowsOnPage, row: Row, *, from_top: bool) -> bool:
    place = row.level / max(1.0, page.height)
    return place <= _HEAD_SHARE if from_top else place >= 1 - _HEAD_SHARE


def _running(pages: Sequence[RowsOnPage]) -> set[str]:
    """Return the keys of rows that stand at the edge of several pages at one height."""
    places: dict[str, list[float]] = {}
    for page in pages:
        for rows, from_top in ((page.rows[:_EDGE_ROWS], True), (page.rows[-_EDGE_ROWS:], False)):
            for row in rows:
                if _near_edge(page, row, from_top=from_top):
                    places.setdefault(_key(row), []).append(row.level)
    needed = max(2, round(0.3 * len(pages)))
    return {
        key
        for key, levels in places.items()
        if len(levels) >= needed and sum(abs(level - median(levels)) <= _SAME_PLACE for level in levels) >= needed
    }


def _is_number(page: RowsOnPage, rows: list[Row], *, from_top: bool) -> bool:
    """Say whether the outermost row is a page number: alone, and apart from the body."""
    row = rows[0] if from_top else rows[-1]
    if not _PAGE_NUMBER.fullmatch(row.text) or len(row.text) > 24:
        return False
    if len(rows) == 1:
        return True
    next_row = rows[1] if from_top else rows[-2]
    return abs(next_row.level - row.level) > 1.2 * row.size or abs(row.left + row.right - page.width) < 0.1 * page.width


def _is_printers(page: RowsOnPage, row: Row, print_size: float) -> bool:
    """Say whether a row is what a browser or printer puts at the very edge of the paper: small, where no body stands."""
    return row.size < _SMALL * print_size and not _PAPERS_EDGE < row.level < page.height - _PAPERS_EDGE


def _print_size(pages: Sequence[RowsOnPage]) -> float:
    sizes = Counter[float]()
    for page in pages:
        for row in page.rows:
            sizes[round(row.size * 2) / 2] += len(row.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_notes(rows: list[Row], print_size: float) -> tuple[list[Row], list[Row]]:
    cut = len(rows)
    while cut > 0 and rows[cut - 1].size < _SMALL * print_size:
        cut -= 1
    while cut < len(rows) and not (rows[cut].words[0].raised or _NOTE.match(rows[cut].words[0].text)):
        cut += 1
    if cut == 0 or cut == len(rows) or rows[cut].level - rows[cut - 1].level < 1.1 * rows[cut - 1].size:
        return rows, []
    return rows[:cut], rows[cut:]
