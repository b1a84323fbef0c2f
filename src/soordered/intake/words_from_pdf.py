"""The words of a PDF's pages with the place of every character, by pdfium; runs in a process of its own."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from soordered.intake.limits import Limits, OverLimitError, UnreadableFormError
from soordered.intake.page_as_read import SeenPage
from soordered.intake.pictures_on_page import has_unseen_text, needs_recognition
from soordered.intake.words_on_pages import Word, WordsOnPage

_WORD = re.compile(r"[^\s\x00\u200b\ufeff]+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_HALF = re.compile("[\ud800-\udfff]")
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_INSTEAD = {
    **{code: "\x00" for code in range(32) if code not in (9, 10, 13)},
    0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-", 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-",
}  # fmt: skip
_HOLDS_NOTE = re.compile(r"^(?P<before>\d{1,3})(?=[A-Z“\"‘(])|(?<=[^\W\d]|[.,;:?!)\]”\"’])(?P<after>\d{1,3})$")
_RAISED = 0.12  # of the print's height, by which a mark that calls a footnote stands above the line
_ERRORS = {
    pdfium.FPDF_ERR_PASSWORD: ("the PDF is encrypted and asks for a password", "Save a copy without a password and read that."),
    pdfium.FPDF_ERR_SECURITY: ("the PDF is encrypted in a way that is not known here", "Print it to a new PDF and read that."),
}  # fmt: skip
_DAMAGED = ("the PDF is damaged", "Open it in a PDF viewer, print it to a new PDF and read that.")
_TYPED = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
_MOST_NOTES = 2_000
_SET_SOLID = 1.15  # times the font's size
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
_origin_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetCharOrigin, ctypes.c_void_p).value or 0
)
_matrix_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetMatrix, ctypes.c_void_p).value or 0
)
_size_of = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetFontSize, ctypes.c_void_p).value or 0
)
_ORIGIN = (ctypes.c_double * 2)()
_MATRIX = (ctypes.c_float * 6)()
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

    @property
    def is_dynamic(self) -> bool:
        """Whether it is a form that builds its pages only when it is opened."""
        return pdfium.FPDF_GetFormType(self.document) in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND)

    def words(self) -> Iterator[tuple[WordsOnPage, bool]]:
        """Give each page's words, and whether the page is an image whose words must be recognised.

        Raises:
            OverLimitError: too many characters.
            UnreadableFormError: a page is damaged.
        """
        held = 0
        for index in range(self.count):
            page = self._page_with_fields(index)
            try:
                found, codes = self._words_of(page, index)
                held += len(codes)
                if held > self._limits.characters:
                    raise OverLimitError(
                        self._name, what=f"more than {held:,} characters", most=f"{self._limits.characters:,}"
                    )
                found.layered = has_unseen_text(page)
                yield found, needs_recognition(page, found, codes)
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

    def _page_with_fields(self, index: int) -> Any:
        """Open a page; what was typed into its fields, or stamped on it, is first made part of it."""
        page = self.page(index)
        for place in range(min(_MOST_NOTES, pdfium.FPDFPage_GetAnnotCount(page))):
            note = pdfium.FPDFPage_GetAnnot(page, place)
            typed = pdfium.FPDFAnnot_GetSubtype(note) in _TYPED
            pdfium.FPDFPage_CloseAnnot(note)
            if typed:
                pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
                pdfium.FPDF_ClosePage(page)
                return self.page(index)
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
            codes = _characters(text_page, handle, count)
            deque(map(_box_of, repeat(handle), range(count), range(base, base + 16 * count, 16)), maxlen=0)
            corners = array("f", bytes(rects))
            edges = _edges_as_read(corners, seen)
            found = _laid(codes, edges, seen, text_page, index)
            turn = _turn_needed(codes, edges, found)
            if turn:
                seen = SeenPage(page, turned=turn)
                found = _laid(codes, _edges_as_read(corners, seen), seen, text_page, index)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        return found, codes


def _characters(text_page: Any, handle: int | None, count: int) -> str:
    """Return the page's characters, one for each place; a character that tells nothing is a NUL."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    if written == count + 1:
        whole = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
        if not _HALF.search(whole):  # each place gave one character, and none a half of one
            return whole.translate(_INSTEAD)
    return "".join(map(_character, map(_code_of, repeat(handle), range(count))))


def _edges_as_read(corners: array[float], seen: SeenPage) -> _Edges:
    """Return the left, right, upper and lower edge of each character on the page as it is read."""
    if seen.turn == 0:
        left, top = seen.left, seen.top
        return (
            [edge - left for edge in corners[0::4]],
            [edge - left for edge in corners[2::4]],
            [top - edge for edge in corners[1::4]],
            [top - edge for edge in corners[3::4]],
        )
    turned = [seen.edges(*corners[place : place + 4]) for place in range(0, len(corners), 4)]
    return (
        [one[0] for one in turned],
        [one[2] for one in turned],
        [one[1] for one in turned],
        [one[3] for one in turned],
    )


def _laid(codes: str, edges: _Edges, seen: SeenPage, text_page: Any, index: int) -> WordsOnPage:
    found = WordsOnPage(number=index + 1, width=seen.width, height=seen.height, turned=seen.turned)
    upright: list[str] = []
    lefts, rights, tops, bottoms = edges
    for match in _WORD.finditer(codes):
        start, end = match.span()
        run = match.group()
        level = abs(tops[end - 1] - tops[start]) < 0.3 * (bottoms[start] - tops[start])
        if level and rights[end - 1] >= lefts[start]:
            words: Iterable[Word] = _plain(run, edges, slice(start, end), seen, text_page)
        elif end - start > 1 and _is_sideways(text_page, start, seen):
            upright.append(run)
            continue
        else:
            words = _apart(run, edges, start, seen, text_page)
        for word in words:
            if _HOLDS_NOTE.search(word.text):
                found.words += _without_notes(word, start, run, text_page)
            else:
                found.words.append(word)
    found.upright = " ".join(upright)
    return found


def _turn_needed(codes: str, edges: _Edges, found: WordsOnPage) -> int:
    """Return by how many degrees a page must be turned so that most of its words run from left to right."""
    held = {0: 0, 90: 0, 180: 0, 270: 0}
    lefts, rights, tops, _ = edges
    longest = max(_WORD.finditer(codes), key=lambda match: match.end() - match.start(), default=None)
    if longest is None:
        return 0
    first, last = longest.start(), longest.end() - 1
    backward = last - first >= 2 and lefts[last] < lefts[first] - (rights[first] - lefts[first])
    if len(found.upright) < sum(len(word.text) for word in found.words) and not backward:
        return 0
    for match in _WORD.finditer(codes):
        first, last = match.start(), match.end() - 1
        if last - first < 2:
            continue
        across, down = lefts[last] - lefts[first], tops[last] - tops[first]
        if abs(across) >= abs(down):
            held[0 if across > 0 else 180] += last - first
        else:
            held[270 if down > 0 else 90] += last - first
    best = max(held, key=lambda turn: held[turn])
    return best if held[best] > 2 * held[0] else 0


def _character(code: int) -> str:
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return _INSTEAD.get(code) or chr(code)


def _apart(run: str, edges: _Edges, start: int, seen: SeenPage, text_page: Any) -> Iterator[Word]:
    """Give the words of a run without blanks that goes on in the next line, or elsewhere."""
    lefts = edges[0]
    first = start
    level, size = _line_of(text_page, start, seen)
    for place in range(start + 1, start + len(run) + 1):
        if place < start + len(run):
            before, (level, size) = level, _line_of(text_page, place, seen)
            if abs(level - before) <= 0.25 * max(size, 1.0) and lefts[place] >= lefts[place - 1] - 0.5 * max(size, 1.0):
                continue
        yield from _plain(run[first - start : place - start], edges, slice(first, place), seen, text_page)
        first = place


def _is_sideways(text_page: Any, place: int, seen: SeenPage) -> bool:
    """Say whether a character is drawn sideways on the page as it is read."""
    angle = pdfium.FPDFText_GetCharAngle(text_page, place)
    return bool(angle >= 0 and (round(angle / (math.pi / 2)) - seen.turn) % 2 == 1)


def _plain(run: str, edges: _Edges, part: slice, seen: SeenPage, text_page: Any) -> tuple[Word, ...]:
    lefts, rights = edges[0][part], edges[1][part]
    top, bottom = min(edges[2][part]), max(edges[3][part])
    if bottom - top < _THINNEST or rights[-1] < 0 or lefts[0] > seen.width or bottom < 0 or top > seen.height:
        return ()
    if not run.isascii() and _LIGATURE.search(run):
        run, lefts, rights = _unligatured(run, lefts, rights)
    level, size = _line_of(text_page, part.start, seen)
    return (Word(run, lefts, rights, top, bottom, level, size or bottom - top),)


def _line_of(text_page: Any, place: int, seen: SeenPage) -> tuple[float, float]:
    """Return the height of the line that a character stands on, and how high its print is; 0 where the file hides it."""
    handle = ctypes.cast(text_page, ctypes.c_void_p).value
    _origin_of(handle, place, ctypes.addressof(_ORIGIN), ctypes.addressof(_ORIGIN) + 8)
    _matrix_of(handle, place, ctypes.addressof(_MATRIX))
    x, y = _ORIGIN
    level = seen.top - y if seen.turn == 0 else seen.edges(x, y, x, y)[1]
    return level, _SET_SOLID * _size_of(handle, place) * math.hypot(_MATRIX[2], _MATRIX[3])


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
