"""Acts of the exchange, of the joint paper, of agreements, and of the smaller steps of a dispute."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.disputes.asked import Asked
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.disputes.events_matter import Ground, Settled
from soordered.disputes.names import AgreedOn, CommonPart, Side, StayEffect, Withheld
from soordered.rules.vocabulary import ActCode

Statement = PositionStated | CompromiseProposed


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeProtocol(Asked):
    """Propose how both exchange their parts, or another hour for it."""

    opens_on: dt.date
    opens_at: dt.time
    marks_on: dt.date | None = None
    marks_at: dt.time | None = None
    first_turn: Side | None = None
    replaces: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeProtocol(Asked):
    """Agree to a protocol of the other side."""

    protocol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineProtocol(Asked):
    """Decline a protocol of the other side."""

    protocol: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitTexts(Asked):
    """Bind one's own texts under the agreed protocol, without showing them."""

    protocol: str
    commitment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What one side bound, ready to be shown.

    Args:
        by: who bound it.
        commitment: id of the event by which it was bound.
        salt: in hexadecimal.
        statements: what was bound.
    """

    by: str
    commitment: str
    salt: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTexts(Asked):
    """Open both sides' texts in one act, once the agreed hour has come."""

    protocol: str
    openings: tuple[Opening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCommitment(Asked):
    """Take one's commitment back after the hour passed and the other side had bound nothing."""

    protocol: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTurn(Asked):
    """End one's turn after the opening, with or without revised parts of one's own."""

    protocol: str
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchMarks(Asked):
    """Record that both sides marked the same numbered text."""

    protocol: str
    issue: str
    text: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateParts(Asked):
    """State positions and compromises openly, where no exchange is agreed."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseIssue(Asked):
    """Draw an issue from the discovery ledger."""

    issue: str
    title: str
    requests: tuple[str, ...] = ()
    relief: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeCommonPart(Asked):
    """Propose a part of the letter that belongs to both."""

    part: CommonPart
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentCommonPart(Asked):
    """Consent to a common part, word for word."""

    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLetter(Asked):
    """Sign the letter as it stands; ``digest`` is that of the text that was read."""

    digest: str
    name: str
    signature: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverLetter(Asked):
    """Hand the signed letter over for filing; ``digest`` is that of the text signed."""

    digest: str
    joint: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAgreement(Asked):
    """Ask the other side to agree."""

    on_what: AgreedOn
    issue: str = ""
    act: ActCode | None = None
    until: dt.date | None = None
    label: str = ""
    over: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAgreement(Asked):
    """Agree to what the other side proposed."""

    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineAgreement(Asked):
    """Decline what the other side proposed, or take one's own proposal back."""

    proposal: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitToCourt(Asked):
    """Submit something to the Court, with notice to all."""

    title: str
    text: str
    noticed: tuple[str, ...] = ()
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptRulebook(Asked):
    """Put a rulebook made from an order in force: as one side's view, or by the Court for all."""

    rulebook: str
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountersignRulebook(Asked):
    """Adopt the rulebook that the other side adopted: from here on it is the matter's."""

    adoption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithholdMaterial(Asked):
    """Claw back, sequester, redact or destroy what one's own event says; the Court may for any."""

    event: str
    how: Withheld
    why: str
    authority: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMeeting(Asked):
    """Confirm the record of a meeting, or dispute it; an empty ``answer`` confirms."""

    meeting: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDemand(Asked):
    """Take a demand back; only the side that made it may."""

    demand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VacateHearing(Asked):
    """Take a hearing off the calendar; ``about`` is its id."""

    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeekLeave(Asked):
    """Ask the Court for leave; ``about`` is the motion or the dispute."""

    to: str = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskExtension(Asked):
    """Ask the Court for more time."""

    act: ActCode
    until: dt.date | None = None
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DenyExtension(Asked):
    """Enter that the Court gives no more time."""

    act: ActCode
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterStay(Asked):
    """Enter a stay; ``about`` is the dispute or motion, empty for the whole matter."""

    effect: StayEffect = StayEffect.UNSAID
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftStay(Asked):
    """Enter that a stay is lifted."""

    effect: StayEffect = StayEffect.UNSAID
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectToRuling(Asked):
    """Object to a ruling; ``about`` is the ruling. Objections stay nothing by themselves."""

    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleContest(Asked):
    """Settle a contested point about a fact: waived by the side it would help, or ordered by the Court."""

    event: str
    ground: Ground
    how: Settled
    words: str = ""


PaperCommand = (
    ProposeProtocol
    | AgreeProtocol
    | DeclineProtocol
    | CommitTexts
    | OpenTexts
    | ReleaseCommitment
    | TakeTurn
    | MatchMarks
    | StateParts
    | RaiseIssue
    | ProposeCommonPart
    | ConsentCommonPart
    | SignLetter
    | HandOverLetter
    | ProposeAgreement
    | AcceptAgreement
    | DeclineAgreement
    | SubmitToCourt
    | AdoptRulebook
    | CountersignRulebook
    | WithholdMaterial
    | AnswerMeeting
    | WithdrawDemand
    | VacateHearing
    | SeekLeave
    | AskExtension
    | DenyExtension
    | EnterStay
    | LiftStay
    | ObjectToRuling
    | SettleContest
)
