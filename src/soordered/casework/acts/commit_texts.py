"""Bind one's own texts under the agreed protocol: a salted commitment goes on the common record, the words stay private."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.drafts import bound_from_drafts, places_of
from soordered.casework.due_exchanges import sealed_key
from soordered.casework.ports import PrivateText
from soordered.casework.sealed_texts import Sealed, text_from_sealed
from soordered.disputes.commands_paper import CommitTexts
from soordered.disputes.names import Side
from soordered.disputes.refusal import refused


def commit_texts(desk: Desk, asking: Asking, *, about: str, protocol: str) -> Answer:
    """Bind one's drafts as they are now; what is written afterwards is another draft, and is not bound.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        protocol: id of the protocol both agreed on.
    """

    def make(scene: Scene) -> Made:
        stream, side = asking.caller.stream, asking.caller.side
        dispute = scene.state.disputes.get(about)
        if stream is None or side not in {Side.PLAINTIFF, Side.DEFENDANT} or dispute is None:
            return refused(f"There is no dispute {about!r} in which your side could commit anything.")
        bound = bound_from_drafts(scene, dispute)
        asked = places_of(scene.state, dispute, scene.book, side)
        if not asked or len(bound) < len(asked):
            there = {(one.issue, one.kind, one.party) for one in bound}
            missing = [place for place in asked if (place.issue, place.part.value, place.party) not in there]
            words = ", ".join(
                f"{one.part.value} on {one.issue}" + (f" of {one.party}" if one.party else "") for one in missing
            )
            return refused(f"Your side's part is not complete; it lacks: {words or 'any issue'}.")
        sealed = Sealed(by=scene.by, protocol=protocol, salt=desk.ids.salt(), bound=bound)
        text = PrivateText(
            key=sealed_key(scene.event), body=text_from_sealed(sealed), by=asking.caller.person, at=desk.clock.now()
        )
        desk.private.put(asking.matter, stream, text)
        return [
            CommitTexts(id=scene.event, by=scene.by, about=about, protocol=protocol, commitment=sealed.commitment())
        ]

    return perform(desk, asking, CaseAct.COMMIT_TEXTS, make, about=about)
