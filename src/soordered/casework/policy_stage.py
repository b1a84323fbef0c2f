"""How far a dispute has come, as the policy table sees it: its stage, and how far the agreed exchange has come."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from soordered.disputes.exchange_of_dispute import exchange_of
from soordered.disputes.names import Side
from soordered.disputes.stage_from_dispute import ENDED, Stage, stage_of
from soordered.disputes.state import Matter


class PolicyStage(StrEnum):
    """The stages of the policy table; an act about no dispute stands at ``matter``."""

    MATTER = "matter"
    AROSE = "arose"
    EFFORTS = "informal_efforts"
    EFFORTS_FAILED = "efforts_failed"
    DIRECTED = "meeting_directed"
    DEMANDED = "meeting_demanded"
    MET = "meeting_held"
    EXCHANGE_AGREED = "exchange_agreed"
    COMMITTED = "committed"  # the caller's own side has bound its texts
    EXCHANGE_LAPSED = "exchange_lapsed"  # the agreed hour passed and both had not committed
    EXCHANGED = "exchanged"
    HANDED_OVER = "handed_over"
    LETTER_FILED = "letter_filed"
    DETERMINED = "determined"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"

    @property
    def words(self) -> str:
        """The stage for a reader."""
        return self.value.replace("_", " ")


OVER = frozenset({PolicyStage.DETERMINED, PolicyStage.RESOLVED, PolicyStage.WITHDRAWN, PolicyStage.MERGED})
"""A dispute at one of these has ended."""


def policy_stage(matter: Matter, about: str, *, side: Side | None, now: dt.datetime) -> PolicyStage:
    """Return the stage of what an act is about.

    Args:
        matter: the facts.
        about: id of the dispute; anything else stands at ``matter``.
        side: the caller's side, whose own commitment counts.
        now: the court's local time.
    """
    dispute = matter.disputes.get(about)
    if dispute is None:
        return PolicyStage.MATTER
    stage = stage_of(matter, dispute)
    if stage in ENDED or stage is Stage.LETTER_FILED:
        return PolicyStage(stage.value)
    if matter.standing(dispute.handed_over):
        return PolicyStage.HANDED_OVER
    exchange = exchange_of(matter, dispute)
    if exchange.opened:
        return PolicyStage.EXCHANGED
    if exchange.protocol is None:
        return PolicyStage(stage.value)
    if exchange.due(now) and not exchange.ready:
        return PolicyStage.EXCHANGE_LAPSED
    return PolicyStage.COMMITTED if side in exchange.commitments else PolicyStage.EXCHANGE_AGREED
