"""Confirm the record of a meeting that another made, or dispute it: then both accounts stay."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands_paper import AnswerMeeting


def answer_meeting(desk: Desk, asking: Asking, *, about: str, meeting: str, answer: str = "") -> Answer:
    """Confirm the record of a meeting that another made, or dispute it: then both accounts stay.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        meeting: id of the meeting.
        answer: what is said instead; empty to confirm.
    """
    return perform(
        desk,
        asking,
        CaseAct.ANSWER_MEETING,
        lambda scene: [AnswerMeeting(id=scene.event, by=scene.by, about=about, meeting=meeting, answer=answer)],
        about=about,
    )
