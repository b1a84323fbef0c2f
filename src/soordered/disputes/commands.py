"""What may be asked of a matter: facts to be recorded, and acts done through the system.

A fact that happened is recorded whatever it was (``RecordFact``). Only the acts below can be refused.
Each names the id that its event will bear; ``by`` is a party, counsel, side or ``"court"``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.deadlines.deadline import SettledHow
from soordered.disputes.asked import Asked
from soordered.disputes.commands_paper import PaperCommand
from soordered.disputes.events import MatterEvent
from soordered.rules.vocabulary import ActCode


@dataclass(frozen=True, slots=True)
class RecordFact:
    """Record something that happened, on the day it happened; never refused for what it is.

    Args:
        event: the fact.
    """

    event: MatterEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareEffort(Asked):
    """Share a private entry of the efforts log; only the side that made it may."""

    effort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmEffort(Asked):
    """Confirm a shared entry of the other side."""

    effort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeEffort(Asked):
    """Dispute a shared entry of the other side; the entry stays as it was written."""

    effort: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandMeeting(Asked):
    """Demand a meeting of lead trial counsel; an early demand is recorded as contested."""

    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDates(Asked):
    """Offer days for the meeting."""

    dates: tuple[dt.date, ...]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseLocation(Asked):
    """Choose the place of the next meeting, in turn."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveIssue(Asked):
    """Take an issue out of the dispute; both sides sign."""

    issue: str
    how: str
    signed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterDetermination(Asked):
    """Enter the Court's determination; it binds from its docket entry."""

    entry: str
    proceedings: str
    issues: tuple[str, ...] = ()
    disposes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetHearing(Asked):
    """Set or move a hearing; ``about`` is its id."""

    hearing_on: dt.date
    hearing_at: dt.time | None = None
    motion: str = ""
    place: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StipulateSubmission(Asked):
    """Stipulate to submit a motion without argument; the first of two acts."""

    signed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyCourt(Asked):
    """Notify the Court that a motion is submitted; the second of two acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawMotion(Asked):
    """Withdraw a motion: free inside the window, by leave after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeExtension(Asked):
    """Agree on another day between counsel; moves no date that an order fixed."""

    act: ActCode
    until: dt.date
    agreed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderExtension(Asked):
    """Enter the Court's new date."""

    act: ActCode
    until: dt.date
    clock: dt.time | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPower(Asked):
    """Ask the Court to use a power it has reserved."""

    act: ActCode
    against: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPower(Asked):
    """Enter the Court's use of a reserved power."""

    act: ActCode
    against: str
    terms: str
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleReading(Asked):
    """Settle a contested point of counting: for oneself, by stipulation, or by order."""

    label: str
    how: SettledHow
    over: tuple[str, ...] = ()
    authority: str = ""
    signed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectTrigger(Asked):
    """Put the day of an event right; the event stays, the dates run again."""

    corrects: str
    to: dt.date
    to_clock: dt.time | None = None
    why: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDispute(Asked):
    """Give up a dispute."""

    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeDisputes(Asked):
    """Take disputes up into another; ``about`` is the one that goes on."""

    merged: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteCounsel(Asked):
    """Change counsel of record on a docketed substitution; ``about`` is the one that leaves."""

    new_counsel: str
    name: str
    entry: str
    lead: bool = False


Command = (
    RecordFact
    | ShareEffort
    | ConfirmEffort
    | DisputeEffort
    | DemandMeeting
    | OfferDates
    | ChooseLocation
    | ResolveIssue
    | EnterDetermination
    | SetHearing
    | StipulateSubmission
    | NotifyCourt
    | WithdrawMotion
    | AgreeExtension
    | OrderExtension
    | RequestPower
    | OrderPower
    | SettleReading
    | CorrectTrigger
    | WithdrawDispute
    | MergeDisputes
    | SubstituteCounsel
    | PaperCommand
)
