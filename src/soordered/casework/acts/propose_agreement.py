"""Ask the other side to agree: on an issue, on time, on a reading, on submission without argument, on a merger."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import ProposeAgreement
from soordered.disputes.names import AgreedOn
from soordered.rules.vocabulary import ActCode


def propose_agreement(
    desk: Desk,
    asking: Asking,
    *,
    on_what: AgreedOn,
    about: str = "",
    issue: str = "",
    act: ActCode | None = None,
    until: dt.date | None = None,
    label: str = "",
    over: tuple[str, ...] = (),
    merged: tuple[str, ...] = (),
    words: str = "",
) -> Answer:
    """Ask the other side to agree; nothing is agreed before it does, and nobody consents for it.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        on_what: what is to be agreed.
        about: id of the dispute or motion.
        issue: id of the issue, for one resolved or narrowed.
        act: for which act, where time is agreed.
        until: until which day.
        label: the reading that is to hold.
        over: labels of the readings it ends.
        merged: ids of the disputes to be taken up into ``about``.
        words: the terms.
    """
    return perform(
        desk,
        asking,
        CaseAct.PROPOSE_AGREEMENT,
        lambda scene: [
            ProposeAgreement(
                id=scene.event,
                by=scene.by,
                about=about,
                on_what=on_what,
                issue=issue,
                act=act,
                until=until,
                label=label,
                over=over,
                merged=merged,
                words=words,
            )
        ],
    )
