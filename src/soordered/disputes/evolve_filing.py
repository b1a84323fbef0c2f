"""How issues, letters, filings, requests and supplements grow by their events."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from soordered.disputes.draft import Draft
from soordered.disputes.events_discovery import (
    ChambersCopyLodged,
    DisclosureSupplemented,
    DiscoveryAnswered,
    DiscoveryEvent,
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
    LetterEvent,
    LetterFiled,
    ParticipationRefused,
    PositionStated,
)
from soordered.disputes.events_motion import MotionFiled, ObjectionFiled, OppositionFiled, ReplyFiled
from soordered.disputes.names import Registration
from soordered.disputes.state import Issue


def note_filing(draft: Draft, event: LetterFiled | MotionFiled | OppositionFiled | ReplyFiled | ObjectionFiled) -> None:
    """Enter a paper among the electronic filings, unless it was filed on paper.

    Where it names the docket's own entry of the same paper, the two are one filing, and the docket's day and hour count.
    """
    if event.filing:
        draft.same_filing[event.id] = event.filing
        old = draft.filing(event.filing)
        draft.filings[event.filing] = old if old.filed is not None else replace(old, filed=event)
        return
    on_paper = draft.by_paper(event.by) if event.how is None else event.how is Registration.PAPER
    if not on_paper:
        draft.filings[event.id] = replace(draft.filing(event.id), filed=event)


def evolve_letter(draft: Draft, event: LetterEvent) -> None:
    """Write one event of issues, letter or determination into the draft."""
    old = draft.dispute(event.about)
    match event:
        case IssueRaised():
            if event.issue in draft.issues:
                draft.issues[event.issue] = replace(draft.issues[event.issue], raised=event)
            else:
                draft.issues[event.issue] = Issue(id=event.issue, dispute=event.about, raised=event)
                draft.disputes[event.about] = replace(old, issues=old.issues.plus(event.issue))
        case PositionStated() | CompromiseProposed() | IssueNarrowed() | IssueResolved():
            issue = draft.issue(event.issue)
            if issue is None:  # a fact about an issue nobody raised opens it
                raised = IssueRaised(id=event.id, on=event.on, by=event.by, about=event.about, issue=event.issue)
                issue = Issue(id=event.issue, dispute=event.about, raised=raised)
                draft.disputes[event.about] = replace(old, issues=old.issues.plus(event.issue))
            draft.issues[event.issue] = _grown_issue(issue, event)
        case LetterFiled():
            draft.disputes[event.about] = replace(old, letters=old.letters.plus(event))
            note_filing(draft, event)
        case ParticipationRefused():
            draft.disputes[event.about] = replace(old, refusals=old.refusals.plus(event))
        case DeterminationEntered():
            draft.disputes[event.about] = replace(old, determinations=old.determinations.plus(event))
        case _:
            assert_never(event)


def _grown_issue(issue: Issue, event: PositionStated | CompromiseProposed | IssueNarrowed | IssueResolved) -> Issue:
    match event:
        case PositionStated():
            return replace(issue, positions=issue.positions.plus(event))
        case CompromiseProposed():
            return replace(issue, compromises=issue.compromises.plus(event))
        case IssueNarrowed():
            return replace(issue, narrowed=issue.narrowed.plus(event))
        case IssueResolved():
            return replace(issue, resolved=event)
        case _:
            assert_never(event)


def evolve_discovery(draft: Draft, event: DiscoveryEvent) -> None:
    """Write one event of the ledger, of filing or of supplementing into the draft."""
    match event:
        case DiscoveryServed():
            draft.requests[event.about] = replace(draft.request(event.about), served=event)
        case DiscoveryAnswered():
            request = draft.request(event.about)
            draft.requests[event.about] = replace(request, answers=request.answers.plus(event))
        case ErrorLearned():
            entry = draft.supplement(event.about)
            draft.supplements[event.about] = replace(entry, learned=entry.learned.plus(event))
        case DisclosureSupplemented():
            entry = draft.supplement(event.about)
            draft.supplements[event.about] = replace(entry, supplied=entry.supplied.plus(event))
        case PaperEFiled():
            draft.filings[event.about] = replace(draft.filing(event.about), filed=event)
        case ChambersCopyLodged():
            name = draft.same_filing.get(event.about, event.about)
            filing = draft.filing(name)
            draft.filings[name] = replace(filing, copies=filing.copies.plus(event))
        case _:
            assert_never(event)
