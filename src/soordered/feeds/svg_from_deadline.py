"""A count as a picture: months as SVG, with the days counted, the days passed over and why, and the three dates.

Every date has a shape and a word besides its colour, so that the picture prints in black and white; a screen reader is
read the whole count in sentences. The SVG holds no script, no style sheet and no address, and every word put into it is
escaped.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from soordered.deadlines.deadline import Deadline, Reading
from soordered.deadlines.moments_in_words import moment_in_words
from soordered.feeds.marked_days_from_deadline import DateMark, MarkedDay, MarkedDays, marked_days
from soordered.provenance.dates_in_words import WEEKDAYS, day_in_words, month_in_words

MONTHS_AT_MOST = 6
"""Months that are drawn; of a longer count the first and the last."""

_MARGIN, _CELL, _HEAD = 16, 112, 58
_TALL, _MIDDLE, _SHORT, _STRIP, _LINE = 104, 34, 26, 19, 18
_WIDTH = 2 * _MARGIN + 7 * _CELL
_CHARACTERS = 122  # of a line of the legend
_IN_CELL = 17  # characters of a reason on one line of a cell
_INK, _QUIET, _RULE = "#1a1a1a", "#555555", "#8a8a8a"
_LOOKS = {
    # fill, edge, ink, dashes, shape: told apart by shape, word and edge before colour
    DateMark.DUE: ("#0b5d3b", "#0b5d3b", "#ffffff", "", "square"),
    DateMark.ACT_BY: ("#0b5d3b", "#0b5d3b", "#ffffff", "", "square"),
    DateMark.PREVAILING: ("#ffffff", "#1f3f77", "#1f3f77", "", "disc"),
    DateMark.LATEST_ARGUABLE: ("#ffffff", "#8f3600", "#8f3600", "4 3", "triangle"),
}
_MEANS = {
    DateMark.DUE: "due: every reading gives this date",
    DateMark.ACT_BY: "act by: the safe date, the last open court day on or before every live reading",
    DateMark.PREVAILING: "prevailing: the reading that the governing text supports best",
    DateMark.LATEST_ARGUABLE: "latest arguable: do not calendar; before it the other side cannot safely be called late",
}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,40}")


def svg_from_deadline(
    deadline: Deadline,
    *,
    asked: str,
    computed_from: str = "",
    verified: str = "unverified",
    reading: Reading | None = None,
    ids: str = "count",
) -> str:
    """Draw a count.

    Args:
        deadline: its three dates are marked.
        asked: the period and what it runs from, in words: ``"10 business days after 2007-11-09"``.
        computed_from: the order and its version; the period as typed, if not given.
        verified: ``"verified by NAME, DATE"``, or ``"unverified"``.
        reading: whose count is shown; the prevailing one if not given.
        ids: how the ids within the picture begin, so that several can stand on one page.

    Returns:
        an SVG document of its own, which can also stand within a page.

    Raises:
        ValueError: ``ids`` begins no id.
    """
    if _ID.fullmatch(ids) is None:
        msg = f"{ids!r} begins no id: a letter, then letters, digits and hyphens"
        raise ValueError(msg)
    found = marked_days(deadline, reading)
    canvas = _Canvas(ids)
    canvas.text(_MARGIN, 20, asked, size=17, bold=True)
    canvas.text(_MARGIN, 40, _dates_in_words(deadline), size=13)
    canvas.down(_HEAD)
    for month in _months(found, canvas):
        _draw_month(canvas, month, {day.date: day for day in found.days})
    _draw_legend(canvas, deadline, found)
    source = computed_from or f'the period as typed ("{asked}")'
    foot = (
        f"Computed from {source}, {verified}; lawbook {deadline.lawbook}. Not legal advice; confirm against the docket."
    )
    canvas.paragraph(foot, ink=_QUIET)
    return canvas.document(title=asked, description=_description(deadline, found))


def _months(found: MarkedDays, canvas: _Canvas) -> Iterator[dt.date]:
    """Yield the first of each month to be drawn, and say how many in the middle are left out."""
    month, last = found.days[0].date.replace(day=1), found.days[-1].date
    months = []
    while month <= last:
        months.append(month)
        month = (month + dt.timedelta(days=31)).replace(day=1)
    if len(months) <= MONTHS_AT_MOST:
        yield from months
        return
    half = MONTHS_AT_MOST // 2
    yield from months[:half]
    canvas.paragraph(f"… {len(months) - 2 * half} months between them are not drawn …", ink=_QUIET)
    yield from months[-half:]


def _draw_month(canvas: _Canvas, month: dt.date, days: dict[dt.date, MarkedDay]) -> None:
    canvas.text(_MARGIN, 18, month_in_words(month), size=15, bold=True)
    for column, name in enumerate(WEEKDAYS):
        canvas.text(_MARGIN + (column + 0.5) * _CELL, 40, name, size=12, ink=_QUIET, anchor="middle")
    canvas.down(46)
    for week in calendar.Calendar().monthdatescalendar(month.year, month.month):
        inside = [day for day in week if day.month == month.month]
        height = max(_height(days.get(day)) for day in inside)
        for column, day in enumerate(week):
            if day.month == month.month:
                _draw_day(canvas, _MARGIN + column * _CELL, day, days.get(day), height)
        canvas.down(height)
    canvas.down(14)


def _height(marked: MarkedDay | None) -> int:
    if marked is None:
        return _SHORT
    return _TALL if marked.starts or marked.passed_over or marked.marks else _MIDDLE


def _draw_day(canvas: _Canvas, left: float, day: dt.date, marked: MarkedDay | None, height: float) -> None:
    counted = marked is not None and marked.counted
    canvas.box(left, 0, _CELL, height, fill="#e6eef9" if counted else "#ffffff", edge=_RULE)
    if marked is None:
        canvas.text(left + 7, 18, str(day.day), size=13, ink=_QUIET)
        return
    if marked.passed_over:
        canvas.box(left + 1, 1, _CELL - 2, height - 2, fill=canvas.hatching, edge="none")
        canvas.box(left + 4, 5, 22, 19, fill="#ffffff", edge="none")
    canvas.text(left + 7, 20, str(day.day), size=15, bold=True)
    right = left + _CELL - 6
    if marked.letter:
        canvas.ring(right - 10, 15, marked.letter)
        right -= 26
    if marked.counted:
        canvas.badge(right, 15, "" if marked.number is None else str(marked.number))
    if marked.starts:
        canvas.text(left + _CELL / 2, 44, "the period", size=11, anchor="middle")
        canvas.text(left + _CELL / 2, 58, "runs from here", size=11, anchor="middle")
        canvas.box(left + 3, 3, _CELL - 6, height - 6, fill="none", edge=_INK, thick=2.5)
    for line, words in enumerate(_lines(marked.passed_over, _IN_CELL)[:2]):
        room = 6.2 * _wide(words) + 8
        canvas.box(left + (_CELL - room) / 2, 33 + 14 * line, room, 15, fill="#ffffff", edge="none")
        canvas.text(left + _CELL / 2, 44 + 14 * line, words, size=11, anchor="middle")
    top = height - 4 - _STRIP * len(marked.marks)
    for place, (mark, hour) in enumerate(marked.marks):
        words = mark.value if not hour else f"{mark.value.removesuffix(' arguable')} {hour}"
        canvas.strip(left + 4, top + place * _STRIP, mark, words)


def _draw_legend(canvas: _Canvas, deadline: Deadline, found: MarkedDays) -> None:
    for mark in dict.fromkeys(mark for day in found.days for mark, _ in day.marks):
        canvas.shape(_MARGIN + 9, 9, mark)
        canvas.paragraph(_MEANS[mark], indent=26)
    if any(day.counted for day in found.days):
        canvas.badge(_MARGIN + 18, 9, "1")
        canvas.paragraph("a day counted, by its number", indent=26)
    for letter, words in found.reasons:
        canvas.ring(_MARGIN + 9, 9, letter)
        canvas.paragraph(f"passed over: {words}", indent=26)
    reading = found.shown
    shown = f"The count drawn is that of the reading {reading.label} ({reading.standing.value}), {reading.regime}. {reading.because}"
    canvas.down(6)
    canvas.paragraph(shown)
    for other in deadline.readings:
        if other is not reading:
            canvas.paragraph(f"{other.label} ({other.standing.value}), {moment_in_words(other.due)}: {other.because}")
    for note in deadline.notes:
        canvas.paragraph(note)
    canvas.down(6)


def _dates_in_words(deadline: Deadline) -> str:
    if not deadline.contested:
        return f"Due {moment_in_words(deadline.act_by)}"
    return (
        f"Act by {moment_in_words(deadline.act_by)} · prevailing {moment_in_words(deadline.prevailing)} · "
        f"latest arguable {moment_in_words(deadline.outer)} (do not calendar)"
    )


def _description(deadline: Deadline, found: MarkedDays) -> str:
    """Tell the picture to those who cannot see it."""
    said = [_dates_in_words(deadline) + "."]
    for day in found.days:
        words = []
        if day.starts:
            words.append("the period runs from here")
        if day.counted:
            words.append("counted" if day.number is None else f"day {day.number}")
        if day.passed_over:
            words.append(f"passed over, {day.passed_over}")
        words += [f"{mark.value}{f', {hour}' if hour else ''}" for mark, hour in day.marks]
        said.append(f"{day_in_words(day.date)}: {'; '.join(words)}.")
    return " ".join(said)


class _Canvas:
    """Shapes written one under another; positions are taken from the top that ``down`` moves."""

    def __init__(self, ids: str) -> None:
        self._ids = ids
        self._shapes: list[str] = []
        self._top = 8.0
        self.hatching = f"url(#{ids}-hatching)"

    def down(self, by: float) -> None:
        self._top += by

    def text(
        self,
        left: float,
        base: float,
        words: str,
        *,
        size: float,
        bold: bool = False,
        ink: str = _INK,
        anchor: str = "start",
    ) -> None:
        weight = ' font-weight="bold"' if bold else ""
        self._shapes.append(
            f'<text x="{left:g}" y="{self._top + base:g}" font-size="{size:g}" fill="{ink}" text-anchor="{anchor}"'
            f"{weight}>{_safe(words)}</text>"
        )

    def paragraph(self, words: str, *, indent: float = 0, ink: str = _INK) -> None:
        for line in _lines(words, _CHARACTERS if not indent else _CHARACTERS - 4):
            self.text(_MARGIN + indent, 14, line, size=13, ink=ink)
            self.down(_LINE)
        self.down(3)

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: str,
        edge: str,
        thick: float = 1,
        dashes: str = "",
    ) -> None:
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._shapes.append(
            f'<rect x="{left:g}" y="{self._top + top:g}" width="{width:g}" height="{height:g}" fill="{fill}"'
            f' stroke="{edge}" stroke-width="{thick:g}"{dashed}/>'
        )

    def badge(self, right: float, middle: float, number: str) -> None:
        """Write a counted day's number into a square."""
        width = 14 + 7 * max(len(number) - 1, 0)
        self.box(right - width, middle - 9, width, 18, fill="#ffffff", edge=_INK)
        self.text(right - width / 2, middle + 4.5, number or "+", size=12, bold=True, anchor="middle")

    def ring(self, centre: float, middle: float, letter: str) -> None:
        """Write the letter of a reason into a ring."""
        self._shapes.append(
            f'<circle cx="{centre:g}" cy="{self._top + middle:g}" r="9" fill="#ffffff" stroke="{_INK}"/>'
        )
        self.text(centre, middle + 4, letter, size=12, anchor="middle")

    def strip(self, left: float, top: float, mark: DateMark, words: str) -> None:
        """Write one of the three dates under a day, with its shape."""
        fill, edge, ink, dashes, _ = _LOOKS[mark]
        width = _CELL - 8
        self.box(left, top, width, _STRIP - 2, fill=fill, edge=edge, thick=1.5, dashes=dashes)
        self.shape(left + 9, top + (_STRIP - 2) / 2, mark, inside=True)
        room = width - 20
        size = min(11.0, room / (0.56 * max(_wide(words), 1)))
        self.text(left + 17, top + 12.5, words, size=round(size, 1), bold=True, ink=ink)

    def shape(self, centre: float, middle: float, mark: DateMark, *, inside: bool = False) -> None:
        """Draw the shape that stands for one of the three dates: a filled square, a disc, an open triangle."""
        fill, edge, ink, _, kind = _LOOKS[mark]
        y, colour = self._top + middle, ink if inside else (edge if fill == "#ffffff" else fill)
        match kind:
            case "square":
                self._shapes.append(f'<rect x="{centre - 4:g}" y="{y - 4:g}" width="8" height="8" fill="{colour}"/>')
            case "disc":
                self._shapes.append(f'<circle cx="{centre:g}" cy="{y:g}" r="4.5" fill="{colour}"/>')
            case _:
                points = f"{centre - 5:g},{y + 4:g} {centre + 5:g},{y + 4:g} {centre:g},{y - 5:g}"
                self._shapes.append(f'<polygon points="{points}" fill="#ffffff" stroke="{colour}" stroke-width="1.5"/>')

    def document(self, *, title: str, description: str) -> str:
        height = self._top + 8
        shapes = "\n".join(self._shapes)
        return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {height:g}" width="{_WIDTH:g}" \
height="{height:g}" role="img" aria-labelledby="{self._ids}-title {self._ids}-description" \
font-family="Georgia, 'Liberation Serif', 'Times New Roman', serif">
<title id="{self._ids}-title">{_safe(title)}</title>
<desc id="{self._ids}-description">{_safe(description)}</desc>
<defs><pattern id="{self._ids}-hatching" width="7" height="7" patternUnits="userSpaceOnUse" \
patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="7" stroke="#9a9a9a" stroke-width="1.6"/></pattern></defs>
<rect width="{_WIDTH:g}" height="{height:g}" fill="#ffffff"/>
{shapes}
</svg>
"""


def _lines(words: str, wide: int) -> list[str]:
    """Break words into lines of a width; a word that is longer than a line is broken within."""
    lines: list[str] = []
    line = ""
    for word in _pieces(words.split(), wide):
        if line and _wide(line) + 1 + _wide(word) > wide:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line] if line else lines


def _pieces(words: Iterable[str], wide: int) -> Iterator[str]:
    for word in words:
        rest = word
        while _wide(rest) > wide:
            yield rest[: wide // 2]
            rest = rest[wide // 2 :]
        yield rest


def _wide(words: str) -> int:
    """Measure words in half-widths, as a letter of the Latin script is one and one of Chinese two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


def _safe(words: str) -> str:
    """Escape words for XML, and put the sign for a lost character where XML can hold none."""
    return escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words), {'"': "&quot;"})
