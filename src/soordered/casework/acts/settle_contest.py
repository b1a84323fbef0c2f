"""Settle a contested point about a fact: waived by the side it would help, or ordered by the Court."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import SettleContest
from soordered.disputes.events_matter import Ground, Settled


def settle_contest(desk: Desk, asking: Asking, *, event: str, ground: Ground, how: Settled, words: str = "") -> Answer:
    """Settle a contested point about a fact: waived by the side it would help, or ordered by the Court.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        event: id of the fact.
        ground: which point.
        how: waived, agreed or ordered.
        words: the outcome.
    """
    return perform(
        desk,
        asking,
        CaseAct.SETTLE_CONTEST,
        lambda scene: [SettleContest(id=scene.event, by=scene.by, event=event, ground=ground, how=how, words=words)],
    )
