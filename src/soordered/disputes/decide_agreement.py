"""Deciding on agreements: one side proposes, the other accepts, and only then what was agreed stands on the record."""

from __future__ import annotations

from typing import assert_never

from soordered.deadlines.deadline import SettledHow
from soordered.disputes import commands as facts
from soordered.disputes import commands_paper as ask
from soordered.disputes.decide_conferral import merge_disputes
from soordered.disputes.decide_motion import stipulate_submission
from soordered.disputes.decide_paper import agree_extension, resolve_issue, settle_reading
from soordered.disputes.deciding import Deciding, Outcome, Outcomes
from soordered.disputes.events_letter import IssueNarrowed
from soordered.disputes.events_paper import AgreementDeclined, AgreementProposed, AgreementReached
from soordered.disputes.names import AgreedOn, Side
from soordered.disputes.refusal import Refusal, refused

_ADVERSE = frozenset({Side.PLAINTIFF, Side.DEFENDANT})


def propose_agreement(command: ask.ProposeAgreement, deciding: Deciding) -> Outcome:
    """Ask the other side to agree: on something that can be agreed on."""
    barred = deciding.only_party(command.by, "propose an agreement")
    if barred is not None:
        return barred
    proposal = AgreementProposed(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        on_what=command.on_what,
        issue=command.issue,
        act=command.act,
        until=command.until,
        label=command.label,
        over=command.over,
        merged=command.merged,
        words=command.words,
    )
    other = deciding.side_of(command.by)
    tried = _result(
        f"{command.id}:tried", proposal, other.other.value if other is not None and other.other else "", deciding
    )
    return tried if isinstance(tried, Refusal) else proposal


def accept_agreement(command: ask.AcceptAgreement, deciding: Deciding) -> Outcomes:
    """Accept: by the other side, and with it what was agreed on is recorded, signed by both."""
    proposal = _open(deciding, command.proposal)
    if isinstance(proposal, Refusal):
        return proposal
    barred = deciding.other_side(command.by, proposal.by, what="accept a proposal")
    if barred is not None:
        return barred
    result = _result(f"{command.id}:{proposal.on_what}", proposal, command.by, deciding)
    if isinstance(result, Refusal):
        return result
    reached = AgreementReached(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=proposal.about,
        proposal=proposal.id,
    )
    return (reached, result)


def decline_agreement(command: ask.DeclineAgreement, deciding: Deciding) -> Outcome:
    """Decline: by the other side, or take one's own proposal back."""
    proposal = _open(deciding, command.proposal)
    if isinstance(proposal, Refusal):
        return proposal
    if deciding.side_of(command.by) not in _ADVERSE:
        return refused("Only a side can decline a proposal, or take its own back.")
    return AgreementDeclined(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=proposal.about,
        proposal=proposal.id,
        answer=command.answer,
    )


def open_proposals(deciding: Deciding) -> dict[str, AgreementProposed]:
    """Return the proposals that wait for an answer."""
    found: dict[str, AgreementProposed] = {}
    for event in deciding.matter.standing(deciding.matter.agreements):
        match event:
            case AgreementProposed():
                found[event.id] = event
            case AgreementReached() | AgreementDeclined():
                found.pop(event.proposal, None)
            case _:
                assert_never(event)
    return found


def _open(deciding: Deciding, proposal: str) -> AgreementProposed | Refusal:
    found = open_proposals(deciding).get(proposal)
    return found or refused(f"No proposal {proposal!r} waits for an answer.")


def _result(event_id: str, proposal: AgreementProposed, accepted_by: str, deciding: Deciding) -> Outcome:
    signed_by = (proposal.by, accepted_by)
    by, about = accepted_by, proposal.about
    match proposal.on_what:
        case AgreedOn.RESOLVE_ISSUE:
            return resolve_issue(
                facts.ResolveIssue(
                    id=event_id, by=by, about=about, issue=proposal.issue, how=proposal.words, signed_by=signed_by
                ),
                deciding,
            )
        case AgreedOn.NARROW_ISSUE:
            issue = deciding.matter.issues.get(proposal.issue)
            if issue is None or issue.dispute != about or issue.resolved is not None:
                return refused(f"There is no open issue {proposal.issue!r} in this dispute.")
            if not proposal.words.strip():
                return refused("Say what remains of the issue.")
            return IssueNarrowed(
                id=event_id,
                on=deciding.today,
                at=deciding.hour,
                by=by,
                about=about,
                issue=proposal.issue,
                remains=proposal.words,
            )
        case AgreedOn.SUBMIT_WITHOUT_ARGUMENT:
            if about not in deciding.matter.motions:
                return refused(f"There is no motion {about!r} on record.")
            return stipulate_submission(
                facts.StipulateSubmission(id=event_id, by=by, about=about, signed_by=signed_by), deciding
            )
        case AgreedOn.EXTEND_TIME:
            if proposal.act is None or proposal.until is None:
                return refused("An agreement on time names the act and the day.")
            return agree_extension(
                facts.AgreeExtension(
                    id=event_id, by=by, about=about, act=proposal.act, until=proposal.until, agreed_by=signed_by
                ),
                deciding,
            )
        case AgreedOn.SETTLE_READING:
            if not proposal.label:
                return refused("Name the reading that is to hold.")
            return settle_reading(
                facts.SettleReading(
                    id=event_id,
                    by=by,
                    about=about,
                    label=proposal.label,
                    how=SettledHow.STIPULATED,
                    over=proposal.over,
                    authority=proposal.words or "stipulation of the parties",
                    signed_by=signed_by,
                ),
                deciding,
            )
        case AgreedOn.MERGE_DISPUTES:
            if not proposal.merged:
                return refused("Name the disputes that are to be taken up.")
            return merge_disputes(
                facts.MergeDisputes(id=event_id, by=by, about=about, merged=proposal.merged), deciding
            )
        case _:
            assert_never(proposal.on_what)
