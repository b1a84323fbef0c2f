"""A matter as its events have made it: the state that ``evolve`` folds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

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
    notices: Log[OrderNoticed] = field(default_factory=Log)
    superseded: OrderSuperseded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue of a dispute."""

    id: str
    dispute: str
    raised: IssueRaised
    positions: Log[PositionStated] = field(default_factory=Log)
    compromises: Log[CompromiseProposed] = field(default_factory=Log)
    narrowed: Log[IssueNarrowed] = field(default_factory=Log)
    resolved: IssueResolved | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One discovery dispute, or the conferral an order directs about the motion referred."""

    id: str
    track: Track = Track.STANDING
    arose: DisputeArose | None = None
    efforts: Log[EffortMade] = field(default_factory=Log)
    shared: frozenset[str] = frozenset()
    effort_answers: Log[EffortConfirmed | EffortDisputed] = field(default_factory=Log)
    efforts_failed: Log[EffortsFailed] = field(default_factory=Log)
    demands: Log[MeetingDemanded] = field(default_factory=Log)
    demands_withdrawn: Log[DemandWithdrawn] = field(default_factory=Log)
    offers: Log[DatesOffered] = field(default_factory=Log)
    places: Log[LocationChosen] = field(default_factory=Log)
    meetings: Log[MeetingHeld] = field(default_factory=Log)
    meeting_answers: Log[MeetingConfirmed | MeetingDisputed] = field(default_factory=Log)
    issues: Log[str] = field(default_factory=Log)
    letters: Log[LetterFiled] = field(default_factory=Log)
    refusals: Log[ParticipationRefused] = field(default_factory=Log)
    determinations: Log[DeterminationEntered] = field(default_factory=Log)
    urgent_calls: Log[UrgentCallMade] = field(default_factory=Log)
    withdrawn: DisputeWithdrawn | None = None
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A motion with what was filed on it."""

    id: str
    filed: MotionFiled | None = None
    statuses: Log[MotionStatusEntered] = field(default_factory=Log)
    oppositions: Log[OppositionFiled] = field(default_factory=Log)
    replies: Log[ReplyFiled] = field(default_factory=Log)
    stipulations: Log[SubmissionStipulated] = field(default_factory=Log)
    notices: Log[CourtNotified] = field(default_factory=Log)
    withdrawals: Log[MotionWithdrawn] = field(default_factory=Log)
    leave: Log[LeaveSought | LeaveGiven | LeaveDenied] = field(default_factory=Log)
    hearings: Log[str] = field(default_factory=Log)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """A hearing with every entry that set, moved or vacated it."""

    id: str
    motion: str
    entries: Log[HearingSet | HearingVacated | HearingHeld] = field(default_factory=Log)

    @property
    def setting(self) -> HearingSet | None:
        """The entry by which it now stands, ``None`` when it is off the calendar."""
        latest: HearingSet | None = None
        for entry in self.entries:
            match entry:
                case HearingSet():
                    latest = entry
                case HearingVacated():
                    latest = None
                case HearingHeld():
                    pass
        return latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A paper filed electronically, and the copies handed to chambers."""

    id: str
    filed: PaperEFiled | LetterFiled | MotionFiled | OppositionFiled | ReplyFiled | ObjectionFiled | None = None
    copies: Log[ChambersCopyLodged] = field(default_factory=Log)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A discovery request with its answers."""

    id: str
    served: DiscoveryServed | None = None
    answers: Log[DiscoveryAnswered] = field(default_factory=Log)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A ruling with the objections to it."""

    id: str
    entered: RulingEntered | None = None
    objections: Log[ObjectionFiled] = field(default_factory=Log)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """An entry of the supplementation log."""

    id: str
    learned: Log[ErrorLearned] = field(default_factory=Log)
    supplied: Log[DisclosureSupplemented] = field(default_factory=Log)


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
    supplements: Mapping[str, Supplement] = field(default_factory=_empty)
    references: Log[ReferenceMade] = field(default_factory=Log)
    reference_notices: Log[ReferenceNoticed] = field(default_factory=Log)
    known_dates: Log[DateKnown] = field(default_factory=Log)
    happenings: Log[Happened] = field(default_factory=Log)
    acts_done: Log[ActDone] = field(default_factory=Log)
    extensions: Log[
        ExtensionRequested | ExtensionOrdered | ExtensionDenied | ExtensionAgreed | ComplaintWaived | ShorterTimeAsked
    ] = field(default_factory=Log)
    stays: tuple[Stay, ...] = ()
    settlements: Log[ReadingSettled] = field(default_factory=Log)
    powers: Log[PowerRequested | PowerOrdered] = field(default_factory=Log)
    contested: Log[FactContested] = field(default_factory=Log)
    contests_settled: Log[ContestSettled] = field(default_factory=Log)
    judges: Log[JudgeRecused | MatterReassigned] = field(default_factory=Log)
    merges: int = 0

    def on(self, event: Happening) -> dt.date:
        """Return the day of an event, as corrected last."""
        correction = self.corrections.get(event.id)
        return event.on if correction is None else correction.to

    def at(self, event: Happening) -> dt.time | None:
        """Return the hour of an event, as corrected last."""
        correction = self.corrections.get(event.id)
        return event.at if correction is None else correction.to_clock

    def moment(self, event: Happening) -> tuple[dt.date, dt.time]:
        """Return day and hour to sort by; a day without an hour stands after every hour of it."""
        return self.on(event), self.at(event) or dt.time.max

    def heard_on(self, setting: HearingSet) -> tuple[dt.date, dt.time | None]:
        """Return the day and hour of a hearing by an entry that set it, as corrected last."""
        correction = self.corrections.get(setting.id)
        if correction is None:
            return setting.hearing_on, setting.hearing_at
        return correction.to, correction.to_clock or setting.hearing_at

    def stands(self, event: Happening) -> bool:
        """Say whether an event was not withdrawn as entered in error."""
        return event.id not in self.withdrawn_events

    def standing(self, events: Log[_Event]) -> tuple[_Event, ...]:
        """Return the events of a log that were not entered in error, by corrected day."""
        if not self.withdrawn_events and not self.corrections:
            return tuple(events)
        return tuple(sorted((event for event in events if self.stands(event)), key=self.moment))

    def goes_on_in(self, dispute: str) -> str:
        """Return the dispute in which a merged one goes on, or the dispute itself."""
        here = dispute
        for _ in range(len(self.disputes)):
            found = self.disputes.get(here)
            if found is None or not found.merged_into:
                return here
            here = found.merged_into
        return here

    def side_of(self, by: str) -> Side | None:
        """Return on which side somebody stands: a side's own name, a party, or counsel of a party."""
        if by in _SIDES:
            return Side(by)
        person = self.counsel.get(by)
        party = self.parties.get(person.party if person else by)
        return party.side if party else None


_Event = TypeVar("_Event", bound=Happening)
_SIDES = frozenset(side.value for side in Side)
