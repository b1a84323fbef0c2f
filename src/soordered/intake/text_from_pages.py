"""From the words of all pages to one text: rows, bodies, lines, paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from soordered.intake.bodies_from_pages import Body, bodies_from_pages
from soordered.intake.lines_from_rows import Line, lines_from_rows
from soordered.intake.rows_from_words import Row, rows_from_words
from soordered.intake.text_from_lines import text_from_lines
from soordered.intake.words_on_pages import WordsOnPage
from soordered.provenance.printed_pages import Page, PrintedPages

_FEWEST_FULL = 2
_BEYOND = 48.0  # points


def text_from_pages(pages: Sequence[WordsOnPage]) -> tuple[str, PrintedPages]:
    """Set the words of pages into one text in the order a person reads them.

    Left out is what belongs to the paper and not to the order: line numbers and rules of pleading paper, page numbers, the
    court's stamp after the first page, the marks that call footnotes. Running heads and feet, and text printed upright in
    the margin, are kept once, at the end, where their words stand nowhere else.

    Args:
        pages: the words of each page.

    Returns:
        the text, and where each of its characters stands.
    """
    laid = [rows_from_words(page) for page in pages]
    bodies = bodies_from_pages(laid)
    lines: list[Line] = []
    for body in bodies:
        if body.stamp is not None:
            lines.append(_alone(body.stamp, body.page.number))
        lines += lines_from_rows(body.rows, page=body.page.number)
        lines += lines_from_rows(body.notes, page=body.page.number, note=True)
    _widen_columns(lines)
    lines += _said_nowhere_else(bodies)
    text, printed = text_from_lines(
        lines,
        [
            Page(number=page.number, width=round(page.width, 2), height=round(page.height, 2), turned=page.turned)
            for page in pages
        ],
        numbered=any(page.numbered for page in laid),
    )
    tilts = {page.number: page.tilt for page in pages if page.tilt}
    if tilts:
        printed = _tilted(printed, tilts)
    upright = next((page.upright for page in laid if page.upright), "")
    if upright and "".join(upright.split()).lower() not in "".join(text.split()).lower():
        text, printed = _with_upright(upright, text, printed)
    return text, printed


def _said_nowhere_else(bodies: Sequence[Body]) -> list[Line]:
    """Return the running heads and feet whose words the body does not hold, each once."""
    held = _letters(" ".join(row.text for body in bodies for row in (*body.rows, *body.notes)))
    return [
        _alone(row, body.page.number, before="\n\n")
        for body in bodies
        for row in body.running
        if (said := _letters(row.text)) and said not in held
    ]


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalpha())


def _alone(row: Row, page: int, *, before: str = "") -> Line:
    edges = (row.left, row.right)
    return Line(
        words=row.words, page=page, level=row.level, size=row.size, number=1, column=edges, region=-1, before=before
    )


def _widen_columns(lines: Sequence[Line]) -> None:
    """Let the body of all pages share its edges: a last page of few short lines has the same column as the others."""
    plain = [line for line in lines if line.plain]
    if not plain:
        return
    left, right = min(line.column[0] for line in plain), max(line.column[1] for line in plain)
    if sum(line.right > right - 1.5 * line.size for line in plain) < _FEWEST_FULL:
        right += _BEYOND  # one line alone does not show where the column ends
    for line in plain:
        line.column = (left, right)


def _tilted(printed: PrintedPages, tilts: Mapping[int, float]) -> PrintedPages:
    """Put the characters back where they stand on pages that were scanned askew."""
    lefts, rights = list(printed.lefts), list(printed.rights)
    for line in printed.lines:
        moved = tilts.get(line.page, 0.0) * (line.top + line.bottom) / 2
        for place in range(line.start, line.end) if moved else ():
            lefts[place] -= moved
            rights[place] -= moved
    return replace(printed, lefts=lefts, rights=rights)


def _with_upright(upright: str, text: str, printed: PrintedPages) -> tuple[str, PrintedPages]:
    tail = f"\n\n{upright}"
    nowhere = [0.0] * len(tail)
    return text + tail, replace(printed, lefts=[*printed.lefts, *nowhere], rights=[*printed.rights, *nowhere])
