"""Open a dispute: both sides see it from here on, and a non-party whom it concerns."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.acts.facts import fact
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.events_conferral import DisputeArose
from soordered.disputes.names import Side, Track
from soordered.disputes.refusal import refused


def open_dispute(
    desk: Desk,
    asking: Asking,
    *,
    dispute: str,
    title: str,
    on: dt.date,
    track: Track = Track.STANDING,
    urgent: bool = False,
    non_party: str = "",
) -> Answer:
    """Open a dispute.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        dispute: a new id for it.
        title: what it is about.
        on: the day it arose.
        track: the order's one-time directions, or its standing procedure.
        urgent: whether it cannot wait for the procedure.
        non_party: id of the non-party concerned, if any.
    """

    def make(scene: Scene) -> Made:
        held = scene.loaded.state.disputes.get(dispute)
        if not dispute or (held is not None and held.arose is not None):
            return refused(f"The id {dispute!r} names no new dispute; choose another.")
        if not title.strip():
            return refused("A dispute needs a title, so that both sides know what it is about.")
        concerned = asking.caller.parties[0] if asking.caller.side is Side.NON_PARTY else non_party
        party = scene.loaded.state.parties.get(concerned)
        if concerned and (party is None or party.side is not Side.NON_PARTY):
            return refused(f"{concerned!r} is no non-party of this matter.")
        arose = DisputeArose(id="", on=on, about=dispute, title=title, track=track, urgent=urgent, non_party=concerned)
        return fact(scene, arose)

    return perform(desk, asking, CaseAct.OPEN_DISPUTE, make)
