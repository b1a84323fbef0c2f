"""Whether a page of a PDF is a picture: then its words must be recognised, or another program did that."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from soordered.intake.words_on_pages import WordsOnPage

_SCAN_SHARE = 0.4  # of the page's area, from which on an image is taken for the page itself
_FEW_CHARACTERS = 160  # a stamp and a page number; more is a text layer
_UNREADABLE_SHARE = 0.2
_LOOKED_AT = 40
_MANY_PATHS = 400


def needs_recognition(page: Any, found: WordsOnPage, codes: str) -> bool:
    """Say whether a page shows its words as an image, or in a font that does not tell its letters.

    Args:
        page: the page, open.
        found: the words of its text layer.
        codes: the characters of its text layer.
    """
    written = sum(len(word.text) for word in found.words)
    if written:
        strange = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in codes)
        if strange > _UNREADABLE_SHARE * written:
            return True
    if written >= _FEW_CHARACTERS:
        return False
    area = max(1.0, found.width * found.height)
    return _picture_area(page) >= _SCAN_SHARE * area


def has_unseen_text(page: Any) -> bool:
    """Say whether text lies unseen behind a picture, as programs that recognise scans put it.

    Args:
        page: the page, open.
    """
    pictures = unseen = False
    for place in range(min(_LOOKED_AT, pdfium.FPDFPage_CountObjects(page))):
        thing = pdfium.FPDFPage_GetObject(page, place)
        kind = pdfium.FPDFPageObj_GetType(thing)
        pictures = pictures or kind == pdfium.FPDF_PAGEOBJ_IMAGE
        unseen = unseen or (
            kind == pdfium.FPDF_PAGEOBJ_TEXT
            and pdfium.FPDFTextObj_GetTextRenderMode(thing) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        )
    return pictures and unseen


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
