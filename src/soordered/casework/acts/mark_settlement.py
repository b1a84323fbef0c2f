"""Mark secretly which numbered compromise one's side would sign; both marks are compared once, at the agreed hour.

Only a match is ever disclosed. Marking writes to the side's own stream: no entry, version, count or word tells anybody
whether a mark was made, changed or taken back.
"""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.due_exchanges import mark_key
from soordered.casework.ports import PrivateText
from soordered.disputes.exchange_of_dispute import exchange_of
from soordered.disputes.letter_of_dispute import latest_statements
from soordered.disputes.refusal import refused


def mark_settlement(desk: Desk, asking: Asking, *, about: str, issue: str, text: str = "") -> Answer:
    """Mark a compromise on an issue, or take one's mark back; a later mark takes the place of an earlier one.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        issue: id of the issue.
        text: id of the compromise, one's own or the other side's; empty to mark none.
    """

    def make(scene: Scene) -> Made:
        dispute = scene.state.disputes.get(about)
        found = scene.state.issues.get(issue)
        stream = asking.caller.stream
        exchange = exchange_of(scene.state, dispute) if dispute is not None else None
        if stream is None or exchange is None or exchange.protocol is None or exchange.marks_close is None:
            return refused("No comparison of settlement marks is agreed on.")
        if scene.now.replace(tzinfo=None) >= exchange.marks_close:
            return refused("The agreed hour has passed; marks are made before it.")
        if found is None or found.dispute != about or found.resolved is not None:
            return refused(f"There is no open issue {issue!r} in this dispute.")
        live = latest_statements(scene.state, tuple(scene.state.standing(found.compromises)), by_party=True)
        if text and text not in {one.id for one in live.values()}:
            return refused("That text does not stand; mark one of the numbered compromises.")
        mark = PrivateText(
            key=mark_key(exchange.protocol.id, issue), body=text, by=asking.caller.person, at=desk.clock.now()
        )
        desk.private.put(asking.matter, stream, mark)
        return []

    return perform(desk, asking, CaseAct.MARK_SETTLEMENT, make, about=about)
