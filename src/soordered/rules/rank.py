"""Whose rule it is: in a file of its own, so that counting starts without the rest of a rule."""

from __future__ import annotations

from enum import StrEnum


class Rank(StrEnum):
    """Whose rule it is; an earlier rank displaces a later one where both speak to the same thing."""

    CASE_ORDER = "case_order"
    STANDING_ORDER = "standing_order"
    LOCAL_RULE = "local_rule"
    FEDERAL_RULE = "federal_rule"
