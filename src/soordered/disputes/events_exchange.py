"""Events of the agreed exchange: protocol, commitments, opening, turns, and marks that matched."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.disputes.happening import Happening
from soordered.disputes.names import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolProposed(Happening):
    """A side proposed how both exchange their parts of the letter: at once, at a set hour.

    Args:
        opens_on: the day on which both texts open.
        opens_at: the hour.
        marks_on: the day on which settlement marks are compared, if they are to be.
        marks_at: the hour.
        first_turn: the side that may revise first once both are open; ``None`` for no turns.
        replaces: id of the protocol it takes the place of, for a later hour.
        words: anything else, in words.
    """

    opens_on: dt.date
    opens_at: dt.time
    marks_on: dt.date | None = None
    marks_at: dt.time | None = None
    first_turn: Side | None = None
    replaces: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolAgreed(Happening):
    """The other side agreed to a protocol; from here on it binds both.

    Args:
        protocol: id of the protocol.
    """

    protocol: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolDeclined(Happening):
    """The other side declined a protocol.

    Args:
        protocol: id of the protocol.
        answer: what it says instead.
    """

    protocol: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsCommitted(Happening):
    """A side bound its texts without showing them: a salted commitment on the common record.

    Args:
        protocol: id of the protocol.
        commitment: HMAC-SHA256 of the texts under a salt that stays private, in hexadecimal.
    """

    protocol: str = ""
    commitment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsOpened(Happening):
    """The texts of a side were opened, in one act with the other's; the salt proves they are what was bound.

    Args:
        protocol: id of the protocol.
        commitment: id of the event by which they were bound.
        salt: in hexadecimal.
        parts: ids of the positions and compromises that were opened, in the order in which they were bound.
    """

    protocol: str = ""
    commitment: str = ""
    salt: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentReleased(Happening):
    """A side took its commitment back after the hour passed and the other had bound nothing; its texts stay private.

    Args:
        protocol: id of the protocol.
        why: in words.
    """

    protocol: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTaken(Happening):
    """A side ended its turn after the opening; the turn passes to the other.

    Args:
        protocol: id of the protocol.
        changed: ids of the statements it made in the turn; none when it let its parts stand.
    """

    protocol: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksMatched(Happening):
    """Both sides had marked the same numbered text; nothing is recorded, here or anywhere, where they had not.

    Args:
        protocol: id of the protocol.
        issue: id of the issue.
        text: id of the compromise both marked.
        words: the draft of a stipulation, for both to read and sign or leave.
    """

    protocol: str = ""
    issue: str = ""
    text: str = ""
    words: str = ""


ExchangeEvent = (
    ProtocolProposed
    | ProtocolAgreed
    | ProtocolDeclined
    | TextsCommitted
    | TextsOpened
    | CommitmentReleased
    | TurnTaken
    | MarksMatched
)
