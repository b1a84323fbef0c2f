"""Events of motions, hearings, rulings and objections."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.disputes.happening import Happening
from soordered.disputes.names import Registration


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionFiled(Happening):
    """A motion was filed; ``about`` is its id.

    Args:
        title: as captioned.
        opposition_due: the day the opposition is due, if the docket says one.
        reply_due: the day the reply is due, if the docket says one.
        referred: whether it is before the magistrate judge.
        entry: docket number.
        how: electronically or on paper; ``None`` for as the filer is registered.
        filing: id of the ``paper_e_filed`` entry of the same paper, if there is one; the two are then one filing.
    """

    title: str = ""
    opposition_due: dt.date | None = None
    reply_due: dt.date | None = None
    referred: bool = True
    entry: str = ""
    how: Registration | None = None
    filing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OppositionFiled(Happening):
    """An opposition to a motion was filed.

    Args:
        served: the day it was served, if another.
        entry: docket number.
        how: electronically or on paper; ``None`` for as the filer is registered.
        filing: id of the ``paper_e_filed`` entry of the same paper, if there is one; the two are then one filing.
    """

    served: dt.date | None = None
    entry: str = ""
    how: Registration | None = None
    filing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyFiled(Happening):
    """A reply on a motion was filed.

    Args:
        entry: docket number.
        how: electronically or on paper; ``None`` for as the filer is registered.
        filing: id of the ``paper_e_filed`` entry of the same paper, if there is one; the two are then one filing.
    """

    entry: str = ""
    how: Registration | None = None
    filing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingSet(Happening):
    """A hearing was set or moved; ``about`` is its id, a later entry of the same id moves it.

    Args:
        hearing_on: the day of the hearing.
        hearing_at: its hour.
        motion: id of the motion to be heard.
        place: the courtroom.
        entry: docket number.
    """

    hearing_on: dt.date
    hearing_at: dt.time | None = None
    motion: str = ""
    place: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingVacated(Happening):
    """A hearing was taken off the calendar; ``about`` is its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingHeld(Happening):
    """A hearing took place; ``about`` is its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionStipulated(Happening):
    """The parties stipulated to submit a matter without argument; the first of two acts.

    Args:
        signed_by: ids of the parties or sides that signed.
    """

    signed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtNotified(Happening):
    """The Court was notified that a matter is submitted without argument; the second of two acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionWithdrawn(Happening):
    """A motion was withdrawn; a fact, inside the window or after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveSought(Happening):
    """Leave of the Court was sought, to withdraw or for something else.

    Args:
        to: what for.
    """

    to: str = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveGiven(Happening):
    """The Court gave leave.

    Args:
        to: what for.
    """

    to: str = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveDenied(Happening):
    """The Court denied leave.

    Args:
        to: what for.
    """

    to: str = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingEntered(Happening):
    """A ruling of the magistrate judge was entered; ``about`` is its id.

    Args:
        motion: id of the motion or dispute ruled upon.
        served: the day it was served, if known.
        service: how it was served.
        entry: docket number.
    """

    motion: str = ""
    served: dt.date | None = None
    service: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionFiled(Happening):
    """Objections to a ruling were filed; ``about`` is the ruling. They stay nothing by themselves.

    Args:
        entry: docket number.
        how: electronically or on paper; ``None`` for as the filer is registered.
        filing: id of the ``paper_e_filed`` entry of the same paper, if there is one; the two are then one filing.
    """

    entry: str = ""
    how: Registration | None = None
    filing: str = ""


MotionEvent = (
    MotionFiled
    | OppositionFiled
    | ReplyFiled
    | HearingSet
    | HearingVacated
    | HearingHeld
    | SubmissionStipulated
    | CourtNotified
    | MotionWithdrawn
    | LeaveSought
    | LeaveGiven
    | LeaveDenied
    | RulingEntered
    | ObjectionFiled
)
