"""End one's turn after the opening: with one's drafts as revised parts, or letting one's parts stand."""

from __future__ import annotations

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.drafts import DraftPlace, bound_from_drafts
from soordered.disputes.commands_paper import Statement, TakeTurn
from soordered.disputes.letter_of_dispute import contributor_of
from soordered.disputes.refusal import refused
from soordered.disputes.state import Issue


def take_turn(desk: Desk, asking: Asking, *, about: str, protocol: str, revised: tuple[DraftPlace, ...] = ()) -> Answer:
    """End one's turn: each draft named that differs from what one has stated takes its place, for the other to read.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        protocol: id of the protocol.
        revised: the drafts that take the place of one's parts; none to let them stand.
    """

    def make(scene: Scene) -> Made:
        dispute = scene.state.disputes.get(about)
        if dispute is None:
            return refused(f"There is no dispute {about!r}.")
        bound = bound_from_drafts(scene, dispute)
        named = {(place.issue, place.part.value, place.party) for place in revised}
        statements = tuple(
            one.statement(by=scene.by, about=about, on=scene.today, at=scene.hour)
            for one in bound
            if (one.issue, one.kind, one.party) in named
        )
        changed = tuple(one for one in statements if _differs(scene, scene.state.issues[one.issue], one))
        return [TakeTurn(id=scene.event, by=scene.by, about=about, protocol=protocol, statements=changed)]

    return perform(desk, asking, CaseAct.TAKE_TURN, make, about=about)


def _differs(scene: Scene, issue: Issue, statement: Statement) -> bool:
    by_party = bool(statement.party)
    owner = contributor_of(scene.state, statement, by_party=by_party)
    before = [
        one
        for one in (*scene.state.standing(issue.positions), *scene.state.standing(issue.compromises))
        if type(one) is type(statement) and contributor_of(scene.state, one, by_party=by_party) == owner
    ]
    return not before or (before[-1].text, before[-1].final) != (statement.text, statement.final)
