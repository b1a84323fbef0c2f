"""What every event of a matter says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened in a matter; once written it is never edited.

    Args:
        id: unique in the matter; a correction names it.
        on: the day, in the court's zone.
        at: the hour, if known.
        by: who did it: the id of a party or counsel, a side, or ``"court"``.
        about: what it concerns: the id of a dispute, motion, hearing, request, filing, ruling or order.
        source: what shows it (docket entry, letter, record of the meeting), in words.
    """

    id: str
    on: dt.date
    at: dt.time | None = None
    by: str = ""
    about: str = ""
    source: str = ""

    @property
    def sort_key(self) -> tuple[dt.date, dt.time]:
        """Order by day, then by hour; a day without an hour stands after every hour of it."""
        return self.on, self.at or dt.time.max
