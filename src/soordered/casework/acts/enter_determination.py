"""Enter the Court's determination; it binds, and starts clocks, from its docket entry."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import EnterDetermination


def enter_determination(
    desk: Desk,
    asking: Asking,
    *,
    about: str,
    entry: str,
    proceedings: str,
    issues: tuple[str, ...] = (),
    disposes: bool = False,
) -> Answer:
    """Enter the Court's determination; it binds, and starts clocks, from its docket entry.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        entry: docket number.
        proceedings: what is to happen, in words.
        issues: ids of the issues it disposes of.
        disposes: whether it ends the dispute.
    """
    return perform(
        desk,
        asking,
        CaseAct.ENTER_DETERMINATION,
        lambda scene: [
            EnterDetermination(
                id=scene.event,
                by=scene.by,
                about=about,
                entry=entry,
                proceedings=proceedings,
                issues=issues,
                disposes=disposes,
            )
        ],
        about=about,
    )
