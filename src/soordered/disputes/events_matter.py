"""Events of the people of a matter, of reserved powers, and of contested points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soordered.disputes.happening import Happening
from soordered.disputes.names import Registration, Side
from soordered.provenance.spans import Quote
from soordered.rules.vocabulary import ActCode


class Ground(StrEnum):
    """Why a fact may be contested."""

    PREMATURE = "premature"
    LATE = "late"
    MODE = "mode"
    ATTENDANCE = "attendance"
    PLACE = "place"
    LENGTH = "length"
    NOT_JOINT = "not_joint"
    INCOMPLETE = "incomplete"
    NO_MEETING = "no_meeting"
    NO_STIPULATION = "no_stipulation"
    NO_LEAVE = "no_leave"
    MARK = "mark"
    NOT_CONFORMED = "not_conformed"
    NO_SITTING = "no_sitting"
    PROCEDURE = "procedure"


class Settled(StrEnum):
    """How a contested point ended."""

    AGREED = "agreed"
    WAIVED = "waived"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyJoined(Happening):
    """A party or a non-party is in the matter; ``about`` is its id.

    Args:
        name: as captioned.
        side: where it stands.
        self_represented: whether it appears for itself, and so acts as counsel.
        registration: registered for electronic filing, or on paper.
    """

    name: str = ""
    side: Side = Side.PLAINTIFF
    self_represented: bool = False
    registration: Registration = Registration.ECF


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySubstituted(Happening):
    """A party was put in the place of another (Rule 25); ``about`` is the one that leaves.

    Args:
        new_party: id of the one that comes.
        name: as captioned.
    """

    new_party: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounselAppeared(Happening):
    """Counsel appeared for a party; ``about`` is counsel's id.

    Args:
        name: full name.
        party: id of the party.
        lead: whether lead trial counsel.
    """

    name: str = ""
    party: str = ""
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CounselSubstituted(Happening):
    """Counsel left on a docketed substitution or order; ``about`` is the one that leaves. Every clock runs on.

    Args:
        new_counsel: id of the one that comes.
        name: full name.
        lead: whether the new one is lead trial counsel.
        entry: docket number.
    """

    new_counsel: str = ""
    name: str = ""
    lead: bool = False
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadChanged(Happening):
    """A party named another lead trial counsel; ``about`` is counsel's id. Every clock runs on.

    Args:
        party: id of the party.
    """

    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeRecused(Happening):
    """A judge recused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterReassigned(Happening):
    """The matter, or the reference, went to another judge.

    Args:
        judge: the new judge.
        initials: the new judge's initials.
        magistrate: whether it is the magistrate judge that changed.
    """

    judge: str = ""
    initials: str = ""
    magistrate: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerRequested(Happening):
    """A party asked the Court to use a power it has reserved.

    Args:
        act: the power.
        against: id of the party or side.
        why: the ground, in words.
    """

    act: ActCode
    against: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerOrdered(Happening):
    """The Court used a reserved power: only from here on is it an order.

    Args:
        act: the power.
        against: id of the party or side.
        terms: what was ordered.
        entry: docket number.
    """

    act: ActCode
    against: str = ""
    terms: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactContested(Happening):
    """A recorded fact is contested, and why.

    Args:
        event: id of the fact.
        ground: why.
        words: in a sentence.
        rule: id of the rule it is measured by.
        quote: its words.
    """

    event: str
    ground: Ground
    words: str
    rule: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestSettled(Happening):
    """A contested point about a fact was settled.

    Args:
        event: id of the fact.
        ground: which point.
        how: agreed, waived or ordered.
        words: the outcome.
    """

    event: str
    ground: Ground
    how: Settled
    words: str = ""


MatterChange = (
    PartyJoined
    | PartySubstituted
    | CounselAppeared
    | CounselSubstituted
    | LeadChanged
    | JudgeRecused
    | MatterReassigned
    | PowerRequested
    | PowerOrdered
    | FactContested
    | ContestSettled
)
