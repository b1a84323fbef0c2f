"""A matter as its events have made it: the state that ``evolve`` folds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Never, TypeVar

from soordered.disputes.append_only import Log
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import (
    DatesOffered,
    DemandWithdrawn,
    DisputeArose,
    DisputeWithdrawn,
    EffortConfirmed,
    EffortDisputed,
    EffortMade,
    EffortsFailed,
    LocationChosen,
    MeetingConfirmed,
    MeetingDemanded,
    MeetingDisputed,
    MeetingHeld,
    UrgentCallMade,
)
from soordered.disputes.events_discovery import (
    ChambersCopyLodged,
    DisclosureSupplemented,
    DiscoveryAnswered,
    DiscoveryServed,
    ErrorLearned,
    PaperEFiled,
)
from soordered.disputes.events_exchange import ExchangeEvent
from soordered.disputes.events_letter import (
    CompromiseProposed,
    DeterminationEntered,
    IssueNarrowed,
    IssueRaised,
    IssueResolved,
    LetterFiled,
    ParticipationRefused,
    PositionStated,
)
from soordered.disputes.events_matter import (
    ContestSettled,
    FactContested,
    JudgeRecused,
    MatterReassigned,
    PowerOrdered,
    PowerRequested,
)
from soordered.disputes.events_motion import (
    CourtNotified,
    HearingHeld,
    HearingSet,
    HearingVacated,
    LeaveDenied,
    LeaveGiven,
    LeaveSought,
    MotionFiled,
    MotionWithdrawn,
    ObjectionFiled,
    OppositionFiled,
    ReplyFiled,
    RulingEntered,
    SubmissionStipulated,
)
from soordered.disputes.events_paper import (
    AgreementDeclined,
    AgreementProposed,
    AgreementReached,
    CommonPartConsented,
    CommonPartProposed,
    DocketedCopyCompared,
    LetterHandedOver,
    LetterSigned,
    MaterialWithheld,
    RulebookAdopted,
    RulebookCountersigned,
    SubmittedToCourt,
)
from soordered.disputes.events_reference import (
    MotionStatusEntered,
    OrderAdopted,
    OrderNoticed,
    OrderSuperseded,
    ReferenceMade,
    ReferenceNoticed,
)
from soordered.disputes.events_time import (
    ActDone,
    ComplaintWaived,
    DateKnown,
    EventWithdrawn,
    ExtensionAgreed,
    ExtensionDenied,
    ExtensionOrdered,
    ExtensionRequested,
    Happened,
    ReadingSettled,
    ShorterTimeAsked,
    StayEntered,
    StayLifted,
    TriggerCorrected,
)
from soordered.disputes.happening import Happening
from soordered.disputes.names import Registration, Side, Track

_Value = TypeVar("_Value")


NONE: Log[Never] = Log()
"""The log that holds nothing; shared, for it never changes."""


def _empty() -> Mapping[str, _Value]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party or non-party as the matter knows it."""

    id: str
    name: str
    side: Side
    self_represented: bool = False
    registration: Registration = Registration.ECF
    left_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counsel:
    """A lawyer of record."""

    id: str
    name: str
    party: str
    lead: bool = False
    left_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderState:
    """An order with how notice of it was given and when it ceased to bind."""

    id: str
    adopted: OrderAdopted
    notices: Log[OrderNoticed] = NONE
    superseded: OrderSuperseded | None = None
    adoptions: Log[RulebookAdopted] = NONE
    countersigned: Log[RulebookCountersigned] = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue of a dispute."""

    id: str
    dispute: str
    raised: IssueRaised
    positions: Log[PositionStated] = NONE
    compromises: Log[CompromiseProposed] = NONE
    narrowed: Log[IssueNarrowed] = NONE
    resolved: IssueResolved | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One discovery dispute, or the conferral an order directs about the motion referred."""

    id: str
    track: Track = Track.STANDING
    arose: DisputeArose | None = None
    efforts: Log[EffortMade] = NONE
    shared: frozenset[str] = frozenset()
    effort_answers: Log[EffortConfirmed | EffortDisputed] = NONE
    efforts_failed: Log[EffortsFailed] = NONE
    demands: Log[MeetingDemanded] = NONE
    demands_withdrawn: Log[DemandWithdrawn] = NONE
    offers: Log[DatesOffered] = NONE
    places: Log[LocationChosen] = NONE
    meetings: Log[MeetingHeld] = NONE
    meeting_answers: Log[MeetingConfirmed | MeetingDisputed] = NONE
    issues: Log[str] = NONE
    letters: Log[LetterFiled] = NONE
    refusals: Log[ParticipationRefused] = NONE
    determinations: Log[DeterminationEntered] = NONE
    urgent_calls: Log[UrgentCallMade] = NONE
    exchange: Log[ExchangeEvent] = NONE
    common_parts: Log[CommonPartProposed | CommonPartConsented] = NONE
    signatures: Log[LetterSigned] = NONE
    handed_over: Log[LetterHandedOver] = NONE
    comparisons: Log[DocketedCopyCompared] = NONE
    withdrawn: DisputeWithdrawn | None = None
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A motion with what was filed on it."""

    id: str
    filed: MotionFiled | None = None
    statuses: Log[MotionStatusEntered] = NONE
    oppositions: Log[OppositionFiled] = NONE
    replies: Log[ReplyFiled] = NONE
    stipulations: Log[SubmissionStipulated] = NONE
    notices: Log[CourtNotified] = NONE
    withdrawals: Log[MotionWithdrawn] = NONE
    outlived: Log[MotionWithdrawn] = NONE  # withdrawals before the motion was filed again
    leave: Log[LeaveSought | LeaveGiven | LeaveDenied] = NONE
    hearings: Log[str] = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """A hearing with every entry that set, moved or vacated it."""

    id: str
    motion: str
    entries: Log[HearingSet | HearingVacated | HearingHeld] = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A paper filed electronically, and the copies handed to chambers."""

    id: str
    filed: PaperEFiled | LetterFiled | MotionFiled | OppositionFiled | ReplyFiled | ObjectionFiled | None = None
    copies: Log[ChambersCopyLodged] = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A discovery request with its answers."""

    id: str
    served: DiscoveryServed | None = None
    answers: Log[DiscoveryAnswered] = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A ruling with the objections to it."""

    id: str
    entered: RulingEntered | None = None
    objections: Log[ObjectionFiled] = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """An entry of the supplementation log."""

    id: str
    learned: Log[ErrorLearned] = NONE
    supplied: Log[DisclosureSupplemented] = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A stay, lifted or not."""

    entered: StayEntered
    lifted: StayLifted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A matter: what ``evolve`` returns. Every table is read-only and keyed by id, in order of first mention."""

    seen: Mapping[str, MatterEvent] = field(default_factory=_empty)
    corrections: Mapping[str, TriggerCorrected] = field(default_factory=_empty)
    withdrawn_events: Mapping[str, EventWithdrawn] = field(default_factory=_empty)
    parties: Mapping[str, Party] = field(default_factory=_empty)
    counsel: Mapping[str, Counsel] = field(default_factory=_empty)
    orders: Mapping[str, OrderState] = field(default_factory=_empty)
    disputes: Mapping[str, Dispute] = field(default_factory=_empty)
    issues: Mapping[str, Issue] = field(default_factory=_empty)
    motions: Mapping[str, Motion] = field(default_factory=_empty)
    hearings: Mapping[str, Hearing] = field(default_factory=_empty)
    filings: Mapping[str, Filing] = field(default_factory=_empty)
    requests: Mapping[str, Request] = field(default_factory=_empty)
    rulings: Mapping[str, Ruling] = field(default_factory=_empty)
    same_filing: Mapping[str, str] = field(default_factory=_empty)
    supplements: Mapping[str, Supplement] = field(default_factory=_empty)
    references: Log[ReferenceMade] = NONE
    reference_notices: Log[ReferenceNoticed] = NONE
    known_dates: Log[DateKnown] = NONE
    happenings: Log[Happened] = NONE
    acts_done: Log[ActDone] = NONE
    extensions: Log[
        ExtensionRequested | ExtensionOrdered | ExtensionDenied | ExtensionAgreed | ComplaintWaived | ShorterTimeAsked
    ] = NONE
    stays: tuple[Stay, ...] = ()
    settlements: Log[ReadingSettled] = NONE
    powers: Log[PowerRequested | PowerOrdered] = NONE
    contested: Log[FactContested] = NONE
    contests_settled: Log[ContestSettled] = NONE
    judges: Log[JudgeRecused | MatterReassigned] = NONE
    agreements: Log[AgreementProposed | AgreementReached | AgreementDeclined] = NONE
    submissions: Log[SubmittedToCourt] = NONE
    withheld: Mapping[str, MaterialWithheld] = field(default_factory=_empty)
    merges: int = 0

    def on(self, event: Happening) -> dt.date:
        """Return the day of an event, as corrected last.

        The correction of an entry that sets a hearing or names a date of the case moves what it sets, not the entry.
        """
        correction = self.corrections.get(event.id)
        return event.on if correction is None or isinstance(event, HearingSet | DateKnown) else correction.to

    def at(self, event: Happening) -> dt.time | None:
        """Return the hour of an event, as corrected last."""
        correction = self.corrections.get(event.id)
        return event.at if correction is None or isinstance(event, HearingSet | DateKnown) else correction.to_clock

    def moment(self, event: Happening) -> tuple[dt.date, dt.time]:
        """Return day and hour to sort by; a day without an hour stands after every hour of it."""
        return self.on(event), self.at(event) or dt.time.max

    def heard_on(self, setting: HearingSet) -> tuple[dt.date, dt.time | None]:
        """Return the day and hour of a hearing by an entry that set it, as corrected last."""
        correction = self.corrections.get(setting.id)
        if correction is None:
            return setting.hearing_on, setting.hearing_at
        return correction.to, correction.to_clock or setting.hearing_at

    def setting_of(self, hearing: Hearing) -> HearingSet | None:
        """Return the entry by which a hearing now stands, ``None`` when it is off the calendar.

        An entry made in error counts for nothing, so that the one before it holds again.
        """
        latest: HearingSet | None = None
        for entry in hearing.entries:
            if not self.stands(entry):
                continue
            match entry:
                case HearingSet():
                    latest = entry
                case HearingVacated():
                    latest = None
                case HearingHeld():
                    pass
        return latest

    def stands(self, event: Happening) -> bool:
        """Say whether an event was not withdrawn as entered in error."""
        return event.id not in self.withdrawn_events

    def standing(self, events: Log[_Event]) -> tuple[_Event, ...]:
        """Return the events of a log that were not entered in error, by corrected day."""
        if not self.withdrawn_events and not self.corrections:
            return tuple(events)
        return tuple(sorted((event for event in events if self.stands(event)), key=self.moment))

    def roots(self) -> Mapping[str, str]:
        """Return for every dispute the one in which it goes on, itself if it was not merged; in one linear walk."""
        found: dict[str, str] = {}
        for dispute in self.disputes:
            trail: list[str] = []
            here = dispute
            while here not in found and here not in trail[-1:]:
                trail.append(here)
                entry = self.disputes.get(here)
                if entry is None or not entry.merged_into or len(trail) > len(self.disputes):
                    break
                here = entry.merged_into
            end = found.get(here, here)
            for name in trail:
                found[name] = end
        return found

    def side_of(self, by: str) -> Side | None:
        """Return on which side somebody stands: a side's own name, a party, or counsel of a party."""
        if by in _SIDES:
            return Side(by)
        person = self.counsel.get(by)
        party = self.parties.get(person.party if person else by)
        return party.side if party else None


_Event = TypeVar("_Event", bound=Happening)
_SIDES = frozenset(side.value for side in Side)
