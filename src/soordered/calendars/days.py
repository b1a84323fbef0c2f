"""Days on which a court does not count or does not sit, and how surely that is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Layer(StrEnum):
    """A set of non-days with a legal basis of its own; no two may be merged (``law.md`` §0, finding 2)."""

    SUNDAY = "sunday"
    SATURDAY = "saturday"  # an ordinary day before 1 July 1963
    FEDERAL = "federal"  # legal holiday by statute, and the Monday for one on a Sunday (E.O. 11582 §3)
    FEDERAL_UNVERIFIED = "federal_unverified"  # a federal day that rests on no source we hold (mostly before 1971)
    SATURDAY_OBSERVED = "saturday_observed"  # the Friday for a holiday on a Saturday: pay and leave law; contested
    STATE = "state"  # judicial holiday of the state where the district court sits
    STATE_UNVERIFIED = "state_unverified"  # a state day that is no judicial holiday, or rests on no cited source
    CLOSING = "closing"  # closed by executive order or court notice; contested
    INACCESSIBLE = "inaccessible"  # clerk's office inaccessible: filings only, always forward
    OUTAGE = "outage"  # the filing system was out, and no rule of the court says what follows: contested
    NOTICE = "notice"  # declared a holiday for this court by its own notice


class DaySureness(StrEnum):
    """How surely a day is what the calendar says."""

    PUBLISHED = "published"  # a list of the court or the government for that year was read
    BY_STATUTE = "by_statute"  # follows from a cited statute
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class NonDay:
    """One day that some reading leaves out.

    Args:
        date: the day.
        name: e.g. ``"Veterans Day, on the Monday"``.
        layer: on what basis.
        authority: statute, order or notice.
        sureness: how surely.
    """

    date: dt.date
    name: str
    layer: Layer
    authority: str
    sureness: DaySureness = DaySureness.BY_STATUTE
