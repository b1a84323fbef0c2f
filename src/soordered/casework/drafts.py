"""A side's own drafts of its parts of the letter, and what they become when they are bound or stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from soordered.casework.acting import Scene
from soordered.casework.sealed_texts import Bound
from soordered.disputes.letter_of_dispute import by_party
from soordered.disputes.names import Side
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.stage_from_dispute import open_issues
from soordered.disputes.state import Dispute, Matter
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act


class PartOf(StrEnum):
    """Which part of an issue a draft is."""

    POSITION = "position"
    COMPROMISE = "compromise"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPlace:
    """Where a draft belongs.

    Args:
        dispute: id of the dispute.
        issue: id of the issue.
        part: position or compromise.
        party: id of the party whose it is; empty for the side's.
    """

    dispute: str
    issue: str
    part: PartOf
    party: str = ""

    @property
    def key(self) -> str:
        """Its key in the side's stream."""
        return f"draft/{self.dispute}/{self.issue}/{self.part}/{self.party}"


def places_of(matter: Matter, dispute: Dispute, book: Rulebook, side: Side) -> tuple[DraftPlace, ...]:
    """Return the parts that a side is asked for, issue by issue: one for the side, or one for each of its parties.

    Args:
        matter: the facts.
        dispute: the dispute.
        book: the rules in force in the side's view.
        side: the side.
    """
    rule = rule_for(book, Act.FILE_JOINT_LETTER, dispute)
    whose = (
        tuple(party.id for party in matter.parties.values() if party.side is side and party.left_on is None)
        if by_party(rule)
        else ("",)
    )
    return tuple(
        DraftPlace(dispute=dispute.id, issue=issue.id, part=part, party=party)
        for issue in open_issues(matter, dispute)
        for party in whose
        for part in PartOf
    )


def bound_from_drafts(scene: Scene, dispute: Dispute) -> tuple[Bound, ...]:
    """Return the drafts of the caller's side as statements, each with a new id; parts without a draft are left out.

    A statement is final where the order asks for final ones.

    Args:
        scene: what the act is decided on.
        dispute: the dispute.
    """
    return tuple(_bound(scene, dispute))


def _bound(scene: Scene, dispute: Dispute) -> Iterator[Bound]:
    stream, side = scene.asking.caller.stream, scene.asking.caller.side
    if stream is None or side is None:
        return
    rule = rule_for(scene.book, Act.FILE_JOINT_LETTER, dispute)
    parts = frozenset(rule.artifact.parts) if rule is not None and rule.artifact is not None else frozenset()
    for place in places_of(scene.state, dispute, scene.book, side):
        draft = scene.desk.private.get(scene.asking.matter, stream, place.key)
        if draft is not None and draft.body.strip():
            yield Bound(
                id=scene.desk.ids.new(place.part.value),
                kind=place.part.value,
                issue=place.issue,
                party=place.party,
                text=draft.body,
                final=f"final_{place.part}s" in parts,
            )
