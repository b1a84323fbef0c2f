"""The walk-through that ships: an order written by us, and one dispute under it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from soordered.orders.order_reading import OrderReading, read_order
from soordered.rulefiles.case_from_toml import case_from_toml
from soordered.wiring.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkThrough:
    """What the demonstration walks through.

    Args:
        reading: the order, read from its words.
        case: the dispute under it.
    """

    reading: OrderReading
    case: Case


def walk_through() -> WalkThrough:
    """Read the order that ships for the demonstration, and the case file under it."""
    folder = files("soordered.wiring") / "walk_through"
    reading = read_order((folder / "order.txt").read_text(encoding="utf-8"), name="order.txt")
    case = case_from_toml((folder / "case.toml").read_text(encoding="utf-8"), name="case.toml")
    return WalkThrough(reading=reading, case=Case(case, {order.id: reading.rulebook for order in case.orders}))
