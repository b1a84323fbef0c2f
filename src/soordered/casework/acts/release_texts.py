"""Release what one's side bound under its own key: both parts open, for whoever looks next, once both are released."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.due_exchanges import locked_key, sealed_key
from soordered.casework.ports import PrivateText
from soordered.casework.sealed_texts import Sealed, bound_from_parts, text_from_sealed
from soordered.disputes.exchange_of_dispute import exchange_of
from soordered.disputes.names import Side
from soordered.disputes.refusal import refused
from soordered.record.own_key import Release, locked_from_bytes, released


def release_texts(desk: Desk, asking: Asking, *, about: str, release: Release) -> Answer:
    """Release one's locked part, at the agreed hour or after it; alone it opens nothing.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        release: the key and the salt that the side kept.

    Raises:
        OwnKeyError: the release is another text's, or the text is not the one that was bound.
    """

    def make(scene: Scene) -> Made:
        stream, side = asking.caller.stream, asking.caller.side
        dispute = scene.state.disputes.get(about)
        if stream is None or side not in {Side.PLAINTIFF, Side.DEFENDANT} or dispute is None:
            return refused("Your side has bound nothing here.")
        exchange = exchange_of(scene.state, dispute)
        committed = exchange.commitments.get(side)
        held = desk.private.get(asking.matter, stream, locked_key(committed.id)) if committed is not None else None
        if committed is None or held is None:
            return refused("Your side has bound nothing under its own key here.")
        if not exchange.due(scene.now):
            return refused(f"Keep the release until {exchange.opens:%Y-%m-%d %H:%M}; before it nobody should have it.")
        part = locked_from_bytes(held.body.encode("utf-8"), name="the locked part")
        bound = bound_from_parts(released(part, release), ids=desk.ids)
        sealed = Sealed(by=committed.by, protocol=committed.protocol, salt=release.salt, bound=bound)
        known = {name for name, issue in scene.state.issues.items() if issue.dispute == about}
        if not bound or not sealed.opens(committed.commitment) or not {one.issue for one in bound} <= known:
            return refused("What was locked are no parts of this letter; nothing opens. Agree on another exchange.")
        text = PrivateText(
            key=sealed_key(committed.id), body=text_from_sealed(sealed), by=asking.caller.person, at=desk.clock.now()
        )
        desk.private.put(asking.matter, stream, text)
        return []

    return perform(desk, asking, CaseAct.RELEASE_TEXTS, make, about=about)
