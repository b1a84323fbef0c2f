"""Go on alone where the other side would not take part: only in a way the order leaves open, under an honest title."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.non_participation import TITLES, Way, open_ways, statement_of_facts
from soordered.disputes.commands_paper import SubmitToCourt
from soordered.disputes.refusal import Refusal, Ruled, refused


def report_non_participation(desk: Desk, asking: Asking, *, about: str, way: Way, own_part: str = "") -> Answer:
    """Submit what one side can submit alone, with what the record holds, day by day.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        way: which way the order leaves open.
        own_part: the side's own words, after the record of facts; empty for none.
    """

    def make(scene: Scene) -> Made:
        dispute = scene.state.disputes.get(about)
        if dispute is None or not scene.state.standing(dispute.refusals):
            return refused("Record first what was asked of the other side and what came back.")
        ways = open_ways(dispute, scene.book)
        if way not in {one.way for one in ways}:
            words = f"The order leaves no way to file a {way.value.replace('_', ' ')}. Open are:"
            return Refusal((Ruled(words=words), *(one.ground for one in ways)))
        side = scene.state.side_of(scene.by)
        title = TITLES[way].format(side=side.value if side is not None else scene.by)
        facts = statement_of_facts(scene.state, dispute)
        text = f"The record of this dispute holds:\n{facts}\n" + (f"\n{own_part}\n" if own_part else "")
        return [SubmitToCourt(id=scene.event, by=scene.by, about=about, title=title, text=text)]

    return perform(desk, asking, CaseAct.REPORT_NON_PARTICIPATION, make, about=about)
