"""Ask the Court for more time; no date moves before it is ordered."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import AskExtension
from soordered.rules.vocabulary import ActCode


def ask_extension(
    desk: Desk, asking: Asking, *, about: str, act: ActCode, until: dt.date | None = None, how: str = ""
) -> Answer:
    """Ask the Court for more time; no date moves before it is ordered.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute or motion.
        act: for which act.
        until: the day asked for.
        how: by stipulation or by motion, in words.
    """
    return perform(
        desk,
        asking,
        CaseAct.ASK_EXTENSION,
        lambda scene: [AskExtension(id=scene.event, by=scene.by, about=about, act=act, until=until, how=how)],
        about=about,
    )
