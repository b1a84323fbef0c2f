"""Write, read and restore one's own drafts: no other side, nor chambers, nor any version, learns of it."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform, see
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.drafts import DraftPlace
from soordered.casework.ports import PrivateText
from soordered.casework.private_words import check_words
from soordered.disputes.refusal import refused


def write_privately(desk: Desk, asking: Asking, *, place: DraftPlace, text: str) -> Answer:
    """Keep a version of a draft; the ones before stay in its history.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        place: which part it is.
        text: its words.

    Raises:
        CanonicalFormError: the text is no valid Unicode.
    """

    def make(scene: Scene) -> Made:
        check_words(text)
        issue = scene.state.issues.get(place.issue)
        if issue is None or issue.dispute != place.dispute:
            return refused(f"There is no issue {place.issue!r} in this dispute.")
        party = scene.state.parties.get(place.party)
        if place.party and (party is None or party.side is not asking.caller.side):
            return refused(f"{place.party!r} is no party of your side.")
        stream = asking.caller.stream
        if stream is not None:
            draft = PrivateText(key=place.key, body=text, by=asking.caller.person, at=desk.clock.now())
            desk.private.put(asking.matter, stream, draft)
        return []

    return perform(desk, asking, CaseAct.WRITE_PRIVATELY, make, about=place.dispute)


def own_drafts(desk: Desk, asking: Asking, *, about: str) -> tuple[PrivateText, ...]:
    """Return the newest version of each draft of one's own side in a dispute.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
    """
    stream = asking.caller.stream
    view = see(desk, asking)
    if stream is None or view is None or view.left:
        return ()
    keys = desk.private.keys(asking.matter, stream, f"draft/{about}/")
    found = (desk.private.get(asking.matter, stream, key) for key in keys)
    return tuple(text for text in found if text is not None)


def draft_history(desk: Desk, asking: Asking, *, place: DraftPlace) -> tuple[PrivateText, ...]:
    """Return every version of a draft of one's own side, the oldest first; any of them can be written again.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        place: which part it is.
    """
    stream = asking.caller.stream
    view = see(desk, asking)
    if stream is None or view is None or view.left:
        return ()
    return desk.private.history(asking.matter, stream, place.key)
