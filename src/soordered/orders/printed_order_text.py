"""An order's text whose places on printed pages are known from its file, not guessed from its words."""

from __future__ import annotations

from dataclasses import dataclass, fields

from soordered.orders.order_text import OrderText
from soordered.provenance.printed_pages import PrintedPages


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedOrderText(OrderText):
    """The text of one order, with its pages.

    Args:
        printed: where each character stands.
    """

    printed: PrintedPages

    def line_at(self, offset: int) -> int:
        """Return the line that holds an offset: its printed number on numbered paper, else its place on the page."""
        line = self.printed.line_at(offset)
        return 1 if line is None else line.number

    def page_at(self, offset: int) -> int | None:
        """Return the page of the file that holds an offset, from 1."""
        line = self.printed.line_at(offset)
        return None if line is None else line.page


def printed_order_text(text: OrderText, printed: PrintedPages) -> PrintedOrderText:
    """Join a text with the pages it was taken from.

    Args:
        text: the text as it is read.
        printed: its pages.
    """
    held = {field.name: getattr(text, field.name) for field in fields(OrderText)}
    return PrintedOrderText(**{**held, "numbered": printed.numbered}, printed=printed)
