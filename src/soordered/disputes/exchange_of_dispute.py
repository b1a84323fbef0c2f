"""How far the agreed exchange of a dispute has come: protocol, commitments, opening, turns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from soordered.disputes.events_exchange import (
    CommitmentReleased,
    MarksMatched,
    ProtocolAgreed,
    ProtocolDeclined,
    ProtocolProposed,
    TextsCommitted,
    TextsOpened,
    TurnTaken,
)
from soordered.disputes.names import Side
from soordered.disputes.state import Dispute, Matter

ADVERSE = (Side.PLAINTIFF, Side.DEFENDANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The exchange of one dispute, as the record has it.

    Args:
        protocol: the one agreed on last, ``None`` before any.
        proposals: those that wait for an answer.
        commitments: what each side has bound and not taken back.
        opened: what was opened in this round, one for each side.
        turns: turns taken since.
        matches: marks that matched, in any round.
    """

    protocol: ProtocolProposed | None = None
    proposals: tuple[ProtocolProposed, ...] = ()
    commitments: Mapping[Side, TextsCommitted] = field(default_factory=dict)
    opened: tuple[TextsOpened, ...] = ()
    turns: tuple[TurnTaken, ...] = ()
    matches: tuple[MarksMatched, ...] = ()

    @property
    def opens(self) -> dt.datetime | None:
        """The agreed hour, in the court's time."""
        return None if self.protocol is None else dt.datetime.combine(self.protocol.opens_on, self.protocol.opens_at)

    @property
    def marks_close(self) -> dt.datetime | None:
        """The hour at which settlement marks are compared, in the court's time; ``None`` when none are."""
        protocol = self.protocol
        if protocol is None or protocol.marks_on is None:
            return None
        return dt.datetime.combine(protocol.marks_on, protocol.marks_at or dt.time.max)

    @property
    def ready(self) -> bool:
        """Whether both sides have bound their texts."""
        return all(side in self.commitments for side in ADVERSE)

    @property
    def turn(self) -> Side | None:
        """The side that may revise its parts now; ``None`` before the opening, without turns, and when both let it be."""
        if not self.opened or self.protocol is None or self.protocol.first_turn is None:
            return None
        if len(self.turns) >= 2 and not self.turns[-1].changed and not self.turns[-2].changed:
            return None
        first = self.protocol.first_turn
        return first if len(self.turns) % 2 == 0 else first.other

    def due(self, now: dt.datetime) -> bool:
        """Say whether the agreed hour has come.

        Args:
            now: the court's local time; a zone on it is set aside.
        """
        return self.opens is not None and now.replace(tzinfo=None) >= self.opens


def exchange_of(matter: Matter, dispute: Dispute) -> Exchange:
    """Return how far the exchange of a dispute has come."""
    events = matter.standing(dispute.exchange)
    proposed = {event.id: event for event in events if isinstance(event, ProtocolProposed)}
    answered: set[str] = set()
    protocol: ProtocolProposed | None = None
    commitments: dict[Side, TextsCommitted] = {}
    opened: list[TextsOpened] = []
    turns: list[TurnTaken] = []
    matches: list[MarksMatched] = []
    for event in events:
        match event:
            case ProtocolProposed():
                pass
            case ProtocolAgreed():
                found = proposed.get(event.protocol)
                if found is not None and event.protocol not in answered:
                    answered.add(event.protocol)
                    if protocol is None or found.replaces != protocol.id:
                        commitments, opened, turns = {}, [], []  # another round; a later hour keeps what is bound
                    protocol = found
            case ProtocolDeclined():
                answered.add(event.protocol)
            case TextsCommitted():
                side = matter.side_of(event.by)
                if side in ADVERSE and protocol is not None and event.protocol == protocol.id:
                    commitments[side] = event
            case CommitmentReleased():
                side = matter.side_of(event.by)
                if side is not None:
                    commitments.pop(side, None)
            case TextsOpened():
                opened.append(event)
            case TurnTaken():
                turns.append(event)
            case MarksMatched():
                matches.append(event)
    return Exchange(
        protocol=protocol,
        proposals=tuple(one for name, one in proposed.items() if name not in answered),
        commitments=commitments,
        opened=tuple(opened),
        turns=tuple(turns),
        matches=tuple(matches),
    )
