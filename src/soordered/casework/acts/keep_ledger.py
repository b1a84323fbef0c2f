"""Keep the discovery ledger: requests served, and what came back."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_discovery import DiscoveryAnswered, DiscoveryServed
from soordered.disputes.refusal import refused


def keep_ledger(desk: Desk, asking: Asking, *, entry: DiscoveryServed | DiscoveryAnswered) -> Answer:
    """Enter a request that was served, or the answer to one.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        entry: the request or the answer, with who served it; its id is given here.
    """

    def make(scene: Scene) -> Made:
        if scene.state.side_of(entry.by) is None:
            return refused("Say who served it: a party of this matter.")
        known = scene.loaded.state.requests.get(entry.about)
        if isinstance(entry, DiscoveryServed) and known is not None and known.served is not None:
            return refused(f"The request {entry.about!r} is on the ledger; a correction is an act of its own.")
        if isinstance(entry, DiscoveryAnswered) and known is None:
            return refused(f"There is no request {entry.about!r} on the ledger; enter it first.")
        return fact(scene, entry, by=entry.by)

    return perform(desk, asking, CaseAct.KEEP_LEDGER, make)
