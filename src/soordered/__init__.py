"""So Ordered reads a judge's order, counts every date with its reasons, and runs the dispute by it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soordered.feeds.svg_from_deadline import svg_from_deadline
    from soordered.orders.caption_from_text import parse_caption
    from soordered.wiring.case import Case
    from soordered.wiring.counting import due
    from soordered.wiring.printed_dates import fixed
    from soordered.wiring.reading import read
    from soordered.wiring.tables import Table

__version__ = "0.1.0"
__all__ = ["Case", "Table", "due", "fixed", "parse_caption", "read", "svg_from_deadline"]

_HOMES = {
    "Case": "soordered.wiring.case",
    "Table": "soordered.wiring.tables",
    "parse_caption": "soordered.orders.caption_from_text",
    "read": "soordered.wiring.reading",
    "due": "soordered.wiring.counting",
    "fixed": "soordered.wiring.printed_dates",
    "svg_from_deadline": "soordered.feeds.svg_from_deadline",
}
"""Where each public name lives; loaded when first asked for, so that importing the package costs nothing."""


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        msg = f"module 'soordered' has no attribute {name!r}"
        raise AttributeError(msg)
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found
