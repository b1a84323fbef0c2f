"""Events of the reference to the magistrate judge and of the orders in force."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.disputes.happening import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceMade(Happening):
    """The district judge referred a motion, or more, to a magistrate judge; ``about`` names the motion.

    Args:
        motion: the motion's title.
        scope: what was referred, in words.
        referred_by: the district judge.
        referred_to: the magistrate judge.
    """

    motion: str = ""
    scope: str = ""
    referred_by: str = ""
    referred_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceNoticed(Happening):
    """Notice of the reference was given; a day of its own, apart from the day it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionStatusEntered(Happening):
    """A docket entry said where the referred motion itself stands (vacated, held, to be re-noticed).

    Args:
        status: in words. Until such an entry the motion's own status is *not addressed by this order*.
    """

    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAdopted(Happening):
    """An order came into force in this matter; ``about`` is its id, ``on`` its date.

    Args:
        title: as printed.
        judge: who made it.
        entered: the day it was entered on the docket, if known.
        served: the day it was served, if known.
        service: how it was served.
        motion: id of the motion it sets the one-time directions for, if any.
    """

    title: str = ""
    judge: str = ""
    entered: dt.date | None = None
    served: dt.date | None = None
    service: str = ""
    motion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNoticed(Happening):
    """Notice of an order was given in this case: the ground for any later talk of a breach.

    Args:
        how: by which way (``ecf``, ``mail``, ``in court`` …).
        to: ids of those who had it; empty for all.
    """

    how: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSuperseded(Happening):
    """An order ceased to bind; ``about`` is its id.

    Args:
        by_order: id of the order in its place, empty if none.
    """

    by_order: str = ""


ReferenceEvent = ReferenceMade | ReferenceNoticed | MotionStatusEntered | OrderAdopted | OrderNoticed | OrderSuperseded
