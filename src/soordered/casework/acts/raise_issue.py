"""Draw an issue from the discovery ledger."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import RaiseIssue
from soordered.disputes.refusal import refused


def raise_issue(
    desk: Desk, asking: Asking, *, about: str, issue: str, title: str, requests: tuple[str, ...] = (), relief: str = ""
) -> Answer:
    """Draw an issue from the discovery ledger.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        issue: a new id for it.
        title: what it is.
        requests: ids of the requests it comes from.
        relief: what is asked of the Court.
    """

    def make(scene: Scene) -> Made:
        if issue in scene.loaded.state.issues:  # one of another dispute, too, though the caller may not see it
            return refused(f"The id {issue!r} names no new issue; choose another.")
        return [
            RaiseIssue(
                id=scene.event, by=scene.by, about=about, issue=issue, title=title, requests=requests, relief=relief
            )
        ]

    return perform(desk, asking, CaseAct.RAISE_ISSUE, make, about=about)
