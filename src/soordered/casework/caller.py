"""Who asks: a person in one role, on one side, in one matter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from soordered.disputes.names import Registration, Side
from soordered.record.entry import MatterId

PersonId = NewType("PersonId", str)
StreamId = NewType("StreamId", str)


class Role(StrEnum):
    """In what capacity somebody acts; the policy table knows no other."""

    LEAD_TRIAL_COUNSEL = "lead_trial_counsel"
    COUNSEL = "counsel"
    STAFF = "staff"
    SELF_REPRESENTED = "self_represented"
    NON_PARTY_COUNSEL = "non_party_counsel"
    JUDGE = "judge"
    LAW_CLERK = "law_clerk"
    COURTROOM_DEPUTY = "courtroom_deputy"
    ADMINISTRATOR = "administrator"
    STRANGER = "stranger"
    CLOCK = "clock"  # nobody: what follows from the agreed hour by itself


CHAMBERS = frozenset({Role.JUDGE, Role.LAW_CLERK, Role.COURTROOM_DEPUTY})
"""Who works for the Court: they see what was docketed, or submitted with notice to all."""

ATTORNEYS = frozenset({Role.LEAD_TRIAL_COUNSEL, Role.COUNSEL, Role.SELF_REPRESENTED})
"""Who may sign for a party: its counsel of record, and a party that appears for itself."""

COURT_STREAM = StreamId("court")
NO_MATTER = MatterId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Somebody who asks for something, as the face that let them in knows them.

    Args:
        person: who; counsel bear the id under which they are of record.
        role: in what capacity.
        matter: the matter in which they have it; empty for an administrator or a stranger.
        side: where they stand; ``None`` for an administrator or a stranger.
        parties: ids of the parties they act for.
        registration: whether they file electronically, on which the hour and the copy of a filing turn.
        name: as it is to be printed under a signature.
    """

    person: PersonId
    role: Role
    matter: MatterId = NO_MATTER
    side: Side | None = None
    parties: tuple[str, ...] = ()
    registration: Registration = Registration.ECF
    name: str = ""

    @property
    def stream(self) -> StreamId | None:
        """The private stream this caller writes to and reads from; ``None`` for those who have none."""
        if self.role in CHAMBERS:
            return COURT_STREAM
        match self.side:
            case Side.PLAINTIFF | Side.DEFENDANT:
                return StreamId(self.side.value)
            case Side.NON_PARTY if self.parties:
                return StreamId(f"{Side.NON_PARTY.value}:{self.parties[0]}")
            case _:
                return None


def stranger(person: PersonId) -> Caller:
    """Return somebody with no part in any matter."""
    return Caller(person=person, role=Role.STRANGER)
