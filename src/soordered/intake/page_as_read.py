"""How a page of a PDF is read: the part of it that is shown, turned until its words stand upright."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium


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
