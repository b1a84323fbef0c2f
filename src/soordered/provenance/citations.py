"""Citations of authority, each marked with how surely its text is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sureness(StrEnum):
    """How surely we know what a source says."""

    READ = "read"  # the text itself was read
    QUOTED = "quoted"  # a court or another writer quotes or describes it
    INFERRED = "inferred"  # our inference from what was read
    RECALLED = "recalled"  # general knowledge, confirmed in no stored source


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One authority.

    Args:
        cite: the citation as a lawyer writes it, e.g. ``"Fed. R. Civ. P. 6(a)(1)(C)"``.
        sureness: how surely its content is known to us.
        source: the address or book it was read from, empty when none is stored.
    """

    cite: str
    sureness: Sureness = Sureness.READ
    source: str = ""

    def __str__(self) -> str:
        return self.cite if self.sureness is Sureness.READ else f"{self.cite} [{self.sureness}]"
