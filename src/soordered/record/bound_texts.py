"""The byte form in which a side's parts of the letter are bound before an exchange, and checked after it."""

from __future__ import annotations

from collections.abc import Sequence

from soordered.disputes.events import kind_of
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.record.canonical import canonical_bytes
from soordered.record.commitments import commitment, opens
from soordered.record.entry import Digest, Salt

Part = PositionStated | CompromiseProposed


def bytes_of_parts(parts: Sequence[Part]) -> bytes:
    """Write the parts a side binds, in its order: of each its kind, issue, party and words, and whether it is final.

    Ids and days are left out, since the parts have none before they are opened.

    Args:
        parts: positions and compromises.
    """
    return canonical_bytes(
        {
            "parts": [
                {
                    "kind": kind_of(part),
                    "issue": part.issue,
                    "party": part.party,
                    "text": part.text,
                    "final": part.final,
                }
                for part in parts
            ]
        }
    )


def commitment_of_parts(parts: Sequence[Part], *, salt: Salt) -> Digest:
    """Bind the parts of a side.

    Args:
        parts: positions and compromises, in the side's order.
        salt: 32 random bytes, kept private until the opening.
    """
    return commitment(salt, bytes_of_parts(parts))


def parts_open(bound: Digest, parts: Sequence[Part], *, salt: Salt) -> bool:
    """Say whether parts that were opened are those that were bound.

    Args:
        bound: the commitment on the record.
        parts: what was opened, in the order in which it was bound.
        salt: what was opened with it.
    """
    return opens(bound, salt=salt, text=bytes_of_parts(parts))
