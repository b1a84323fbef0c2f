"""The words of a PDF's pages with the place of every character, by pdfium; runs in a process of its own."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from soordered.intake.limits import Limits, OverLimitError, UnreadableFormError
from soordered.intake.words_on_pages import Word, WordsOnPage

_WORD = re.compile(r"[^\s\x00\u200b\ufeff]+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_INSTEAD = {
    0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-", 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-",
}  # fmt: skip
_HOLDS_NOTE = re.compile(r"^(?P<before>\d{1,3})(?=[A-Z“\"‘(])|(?<=[^\W\d]|[.,;:?!)\]”\"’])(?P<after>\d{1,3})$")
_RAISED = 0.12  # of the print's height, by which a mark that calls a footnote stands above the line
_ERRORS = {
    pdfium.FPDF_ERR_PASSWORD: ("the PDF is encrypted and asks for a password", "Save a copy without a password and read that."),
    pdfium.FPDF_ERR_SECURITY: ("the PDF is encrypted in a way that is not known here", "Print it to a new PDF and read that."),
}  # fmt: skip
_DAMAGED = ("the PDF is damaged", "Open it in a PDF viewer, print it to a new PDF and read that.")
_SCAN_SHARE = 0.4  # of the page's area, from which on an image is taken for the page itself
_FEW_CHARACTERS = 160  # a stamp and a page number; more is a text layer
_UNREADABLE_SHARE = 0.2
_MANY_PATHS = 400
_THINNEST = 1.5  # points; smaller print is for no reader


_Edges = tuple[list[float], list[float], list[float], list[float]]


class _Rect(ctypes.Structure):
    _fields_ = (
        ("left", ctypes.c_float),
        ("top", ctypes.c_float),
        ("right", ctypes.c_float),
        ("bottom", ctypes.c_float),
    )


# The same functions of pdfium with plain numbers for their arguments: a page asks them thousands of times.
_box_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_code_of = ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetUnicode, ctypes.c_void_p).value or 0
)


class PdfPages:
    """An open PDF.

    Args:
        data: the whole file.
        name: the file, for messages.
        limits: how much is read.

    Raises:
        UnreadableFormError: damaged, or encrypted with a password.
        OverLimitError: too many pages.
    """

    def __init__(self, data: bytes, *, name: str, limits: Limits) -> None:
        pdfium.FPDF_InitLibrary()
        self._data = data  # pdfium reads from it as long as the document is open
        self._name = name
        self._limits = limits
        self.document: Any = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self.document:
            what, remedy = _ERRORS.get(pdfium.FPDF_GetLastError(), _DAMAGED)
            raise UnreadableFormError(name, what=what, remedy=remedy)
        self.count: int = pdfium.FPDF_GetPageCount(self.document)
        if self.count < 1:
            raise UnreadableFormError(name, what=_DAMAGED[0], remedy=_DAMAGED[1])
        if self.count > limits.pages:
            raise OverLimitError(name, what=f"{self.count:,} pages", most=f"{limits.pages:,}")

    def words(self) -> Iterator[tuple[WordsOnPage, bool]]:
        """Give each page's words, and whether the page is an image whose words must be recognised.

        Raises:
            OverLimitError: too many characters.
            UnreadableFormError: a page is damaged.
        """
        held = 0
        for index in range(self.count):
            page = self.page(index)
            try:
                found, codes = self._words_of(page, index)
                held += len(codes)
                if held > self._limits.characters:
                    raise OverLimitError(
                        self._name, what=f"more than {held:,} characters", most=f"{self._limits.characters:,}"
                    )
                yield found, _needs_recognition(page, found, codes)
            finally:
                pdfium.FPDF_ClosePage(page)

    def page(self, index: int) -> Any:
        """Open a page.

        Args:
            index: from 0.

        Raises:
            UnreadableFormError: the page is damaged.
        """
        page = pdfium.FPDF_LoadPage(self.document, index)
        if not page:
            raise UnreadableFormError(self._name, what=f"page {index + 1} of the PDF is damaged", remedy=_DAMAGED[1])
        return page

    def picture(self, index: int, *, dots_an_inch: int) -> tuple[bytes, int, int]:
        """Draw a page in shades of grey.

        Args:
            index: from 0.
            dots_an_inch: how fine.

        Returns:
            the picture as a portable greymap, its width and its height.

        Raises:
            OverLimitError: the page is so large that its picture would fill the memory.
        """
        page = self.page(index)
        try:
            width, height = (
                max(1, round(length * dots_an_inch / 72))
                for length in (pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
            )
            if width * height > self._limits.pixels:
                raise OverLimitError(
                    self._name,
                    what=f"page {index + 1} of {width:,} by {height:,} dots",
                    most=f"{self._limits.pixels:,} dots a page",
                )
            bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(
                bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
            )
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            held = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
            pdfium.FPDFBitmap_Destroy(bitmap)
        finally:
            pdfium.FPDF_ClosePage(page)
        rows = held if stride == width else b"".join(held[row * stride : row * stride + width] for row in range(height))
        return b"P5 %d %d 255\n" % (width, height) + rows, width, height

    def _words_of(self, page: Any, index: int) -> tuple[WordsOnPage, str]:
        text_page = pdfium.FPDFText_LoadPage(page)
        seen = SeenPage(page)
        if not text_page:
            return WordsOnPage(number=index + 1, width=seen.width, height=seen.height), ""
        try:
            count = max(0, pdfium.FPDFText_CountChars(text_page))
            if count > self._limits.characters:
                raise OverLimitError(self._name, what=f"{count:,} characters", most=f"{self._limits.characters:,}")
            handle = ctypes.cast(text_page, ctypes.c_void_p).value
            rects = (_Rect * max(1, count))()
            base = ctypes.addressof(rects)
            codes = "".join(map(_character, map(_code_of, repeat(handle), range(count))))
            for _ in map(_box_of, repeat(handle), range(count), range(base, base + 16 * count, 16)):
                pass
            edges = array("f", bytes(rects))
            found = _laid(codes, edges, seen, text_page, index)
            turn = _turn_needed(codes, edges, seen, found)
            if turn:
                seen = SeenPage(page, turned=turn)
                found = _laid(codes, edges, seen, text_page, index)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        return found, codes


def _laid(codes: str, edges: array[float], seen: SeenPage, text_page: Any, index: int) -> WordsOnPage:
    found = WordsOnPage(number=index + 1, width=seen.width, height=seen.height, turned=seen.turned)
    upright: list[str] = []
    for match in _WORD.finditer(codes):
        for word in _words_of_run(match.group(), match.start(), edges, seen, text_page):
            if isinstance(word, str):
                upright.append(word)
            elif _HOLDS_NOTE.search(word.text):
                found.words += _without_notes(word, match.start(), match.group(), text_page)
            else:
                found.words.append(word)
    found.upright = " ".join(upright)
    return found


def _turn_needed(codes: str, edges: array[float], seen: SeenPage, found: WordsOnPage) -> int:
    """Return by how many degrees a page must be turned so that most of its words run from left to right."""
    held = {0: 0, 90: 0, 180: 0, 270: 0}
    if len(found.upright) < sum(len(word.text) for word in found.words) and not _runs_backward(codes, edges, seen):
        return 0
    for match in _WORD.finditer(codes):
        first, last = match.start(), match.end() - 1
        if last - first < 2:
            continue
        start, end = (seen.edges(*edges[4 * place : 4 * place + 4]) for place in (first, last))
        across, down = end[0] - start[0], end[1] - start[1]
        if abs(across) >= abs(down):
            held[0 if across > 0 else 180] += last - first
        else:
            held[270 if down > 0 else 90] += last - first
    best = max(held, key=lambda turn: held[turn])
    return best if held[best] > 2 * held[0] else 0


def _runs_backward(codes: str, edges: array[float], seen: SeenPage) -> bool:
    """Say whether the longest word runs from right to left, as on a page that lies upside down."""
    longest = max(_WORD.finditer(codes), key=lambda match: match.end() - match.start(), default=None)
    if longest is None or longest.end() - longest.start() < 3:
        return False
    start, end = (seen.edges(*edges[4 * place : 4 * place + 4]) for place in (longest.start(), longest.end() - 1))
    return end[0] < start[0] - (start[2] - start[0])


def _character(code: int) -> str:
    instead = _INSTEAD.get(code)
    if instead is not None:
        return instead
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd" if code else "\x00"
    return chr(code) if code >= 32 or code in (9, 10, 13) else "\x00"


class SeenPage:
    """How a page is read: the part of it that is shown, turned as the page asks, and turned on until its words stand.

    Args:
        page: the page, open.
        turned: by how many degrees clockwise beyond what the page asks.
    """

    def __init__(self, page: Any, *, turned: int = 0) -> None:
        self.turned = turned
        self.turn: int = (pdfium.FPDFPage_GetRotation(page) + turned // 90) % 4
        self.width: float = pdfium.FPDF_GetPageWidthF(page)
        self.height: float = pdfium.FPDF_GetPageHeightF(page)
        if turned % 180:
            self.width, self.height = self.height, self.width
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.top, self.right, self.bottom = box.left, box.top, box.right, box.bottom

    def edges(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """Return a rectangle of the page's own space as left, top, right, bottom from the upper left corner read."""
        match self.turn:
            case 0:
                return left - self.left, self.top - top, right - self.left, self.top - bottom
            case 1:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 2:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case _:
                return self.top - top, self.right - right, self.top - bottom, self.right - left

    def corners(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return a rectangle as read as left, bottom, right and top in the page's own space."""
        match self.turn:
            case 0:
                return self.left + x0, self.top - y1, self.left + x1, self.top - y0
            case 1:
                return self.left + y0, self.bottom + x0, self.left + y1, self.bottom + x1
            case 2:
                return self.right - x1, self.bottom + y0, self.right - x0, self.bottom + y1
            case _:
                return self.right - y1, self.top - x1, self.right - y0, self.top - x0


def _words_of_run(run: str, start: int, edges: array[float], seen: SeenPage, text_page: Any) -> Iterator[Word | str]:
    """Give the words of a run without blanks: it may go on in the next line, or run upright."""
    if seen.turn == 0:
        moved = edges[4 * start : 4 * (start + len(run))]
        left, top = seen.left, seen.top
        lefts = [edge - left for edge in moved[0::4]]
        tops = [top - edge for edge in moved[1::4]]
        rights = [edge - left for edge in moved[2::4]]
        bottoms = [top - edge for edge in moved[3::4]]
    else:
        lefts, tops, rights, bottoms = (list(edge) for edge in zip(*(
            seen.edges(*edges[4 * place : 4 * place + 4]) for place in range(start, start + len(run))
        ), strict=True))  # fmt: skip
    height = bottoms[0] - tops[0]
    if abs(tops[-1] - tops[0]) < 0.3 * height and rights[-1] >= lefts[0]:
        yield from _plain(run, (lefts, rights, tops, bottoms), seen)
        return
    if (
        len(run) >= 2
        and abs(bottoms[-1] - bottoms[0]) > 2 * abs(lefts[-1] - lefts[0])
        and _is_sideways(text_page, start, seen)
    ):
        yield run
        return
    first = 0
    for place in range(1, len(run) + 1):
        if place < len(run):
            small = min(bottoms[place] - tops[place], bottoms[place - 1] - tops[place - 1])
            apart = abs(tops[place] + bottoms[place] - tops[place - 1] - bottoms[place - 1]) / 2
            if apart <= 0.55 * max(small, 1.0) and lefts[place] >= lefts[place - 1] - 0.5 * max(small, 1.0):
                continue
        part = slice(first, place)
        yield from _plain(run[part], (lefts[part], rights[part], tops[part], bottoms[part]), seen)
        first = place


def _is_sideways(text_page: Any, place: int, seen: SeenPage) -> bool:
    """Say whether a character is drawn sideways on the page as it is read."""
    angle = pdfium.FPDFText_GetCharAngle(text_page, place)
    return bool(angle >= 0 and (round(angle / (math.pi / 2)) - seen.turn) % 2 == 1)


def _plain(run: str, edges: _Edges, seen: SeenPage) -> Iterator[Word]:
    lefts, rights, tops, bottoms = edges
    top, bottom = min(tops), max(bottoms)
    if bottom - top < _THINNEST or rights[-1] < 0 or lefts[0] > seen.width or bottom < 0 or top > seen.height:
        return
    yield _word(run, lefts, rights, top, bottom)


def _without_notes(word: Word, start: int, run: str, text_page: Any) -> list[Word]:
    """Part the small raised mark of a footnote from the word that it follows, or that follows it."""
    mark = _HOLDS_NOTE.search(word.text)
    place = run.find(word.text)
    if mark is None or place < 0:
        return [word]
    first, last = mark.span("after") if mark.group("after") else mark.span("before")
    letter = next(
        (spot for spot in range(len(word.text)) if not first <= spot < last and word.text[spot].isalpha()), None
    )
    digit = _drawn(text_page, start + place + first)
    beside = None if letter is None else _drawn(text_page, start + place + letter)
    if digit is None or beside is None:
        return [word]
    if digit[0] < beside[0] + _RAISED * word.size or digit[1] < beside[1] - _RAISED * word.size:
        return [word]
    parts = ((0, first), (first, last), (last, len(word.text)))
    return [
        word._replace(
            text=word.text[low:high], lefts=word.lefts[low:high], rights=word.rights[low:high], raised=low == first
        )
        for low, high in parts
        if high > low
    ]


def _drawn(text_page: Any, place: int) -> tuple[float, float] | None:
    """Return lower and upper edge of a character's ink, in the page's own space."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(text_page, place, left, right, bottom, top):
        return None
    return bottom.value, top.value


def _word(run: str, lefts: list[float], rights: list[float], top: float, bottom: float) -> Word:
    if _LIGATURE.search(run):
        run, lefts, rights = _unligatured(run, lefts, rights)
    return Word(run, lefts, rights, top, bottom, (top + bottom) / 2)


def _unligatured(run: str, lefts: list[float], rights: list[float]) -> tuple[str, list[float], list[float]]:
    parts: list[str] = []
    new_lefts: list[float] = []
    new_rights: list[float] = []
    for character, left, right in zip(run, lefts, rights, strict=True):
        letters = _LIGATURES.get(character, character)
        step = (right - left) / len(letters)
        parts.append(letters)
        new_lefts += [left + step * number for number in range(len(letters))]
        new_rights += [left + step * (number + 1) for number in range(len(letters))]
    return "".join(parts), new_lefts, new_rights


def _needs_recognition(page: Any, found: WordsOnPage, codes: str) -> bool:
    """Say whether a page shows its words as an image, or in a font that does not tell its letters."""
    written = sum(len(word.text) for word in found.words)
    if written:
        strange = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in codes)
        if strange > _UNREADABLE_SHARE * written:
            return True
    if written >= _FEW_CHARACTERS:
        return False
    area = max(1.0, found.width * found.height)
    return _picture_area(page) >= _SCAN_SHARE * area


def _picture_area(page: Any) -> float:
    """Return the area that pictures cover; paths count where there are many: letters drawn as outlines."""
    area = 0.0
    paths = 0
    edges = [ctypes.c_float() for _ in range(4)]
    for place in range(min(20_000, pdfium.FPDFPage_CountObjects(page))):
        thing = pdfium.FPDFPage_GetObject(page, place)
        kind = pdfium.FPDFPageObj_GetType(thing)
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) and pdfium.FPDFPageObj_GetBounds(
            thing, *edges
        ):
            left, bottom, right, top = (edge.value for edge in edges)
            area += max(0.0, right - left) * max(0.0, top - bottom)
    return float("inf") if paths > _MANY_PATHS else area
