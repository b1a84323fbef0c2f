"""How far a dispute has come."""

from __future__ import annotations

from enum import StrEnum

from soordered.disputes.names import Track
from soordered.disputes.state import Dispute, Issue, Matter


class Stage(StrEnum):
    """Stages of a dispute, each a precondition of the next in the orders' own sequence."""

    AROSE = "arose"
    EFFORTS = "informal_efforts"
    EFFORTS_FAILED = "efforts_failed"
    DIRECTED = "meeting_directed"  # the order itself directs the meeting
    DEMANDED = "meeting_demanded"
    MET = "meeting_held"
    LETTER_FILED = "letter_filed"
    DETERMINED = "determined"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


ENDED = frozenset({Stage.DETERMINED, Stage.RESOLVED, Stage.WITHDRAWN, Stage.MERGED})


def stage_of(matter: Matter, dispute: Dispute) -> Stage:
    """Return how far a dispute has come, by the facts recorded about it."""
    if dispute.merged_into:
        return Stage.MERGED
    if dispute.withdrawn is not None and matter.stands(dispute.withdrawn):
        return Stage.WITHDRAWN
    if any(entry.disposes for entry in matter.standing(dispute.determinations)):
        return Stage.DETERMINED
    issues = [matter.issues[issue] for issue in dispute.issues]
    if issues and all(issue.resolved for issue in issues):
        return Stage.RESOLVED
    if matter.standing(dispute.letters):
        return Stage.LETTER_FILED
    if matter.standing(dispute.meetings):
        return Stage.MET
    if live_demands(matter, dispute):
        return Stage.DEMANDED
    if dispute.track is Track.CASE:
        return Stage.DIRECTED
    if matter.standing(dispute.efforts_failed):
        return Stage.EFFORTS_FAILED
    return Stage.EFFORTS if matter.standing(dispute.efforts) else Stage.AROSE


def live_demands(matter: Matter, dispute: Dispute) -> tuple[str, ...]:
    """Return the ids of demands that were not taken back."""
    taken_back = {entry.demand for entry in matter.standing(dispute.demands_withdrawn)}
    return tuple(demand.id for demand in matter.standing(dispute.demands) if demand.id not in taken_back)


def open_issues(matter: Matter, dispute: Dispute) -> tuple[Issue, ...]:
    """Return the issues that remain in dispute."""
    every = (matter.issues[issue] for issue in dispute.issues)
    return tuple(issue for issue in every if issue.resolved is None)
