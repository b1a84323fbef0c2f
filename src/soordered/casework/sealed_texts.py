"""What a side binds in an exchange: its statements in one byte form, and the commitment that proves them at the opening."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from soordered.casework.ports import Identifiers
from soordered.disputes.commands_paper import Statement
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.record.bound_texts import commitment_of_parts, parts_open
from soordered.record.canonical import canonical_bytes
from soordered.record.entry import Digest, Salt

_POSITION, _COMPROMISE = "position", "compromise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One statement as it is bound.

    Args:
        id: the id its event will bear.
        kind: ``"position"`` or ``"compromise"``.
        issue: id of the issue.
        party: id of the party whose it is, empty for the side's.
        text: its words.
        final: whether it is given as final.
    """

    id: str
    kind: str
    issue: str
    party: str
    text: str
    final: bool

    def statement(self, *, by: str, about: str, on: dt.date, at: dt.time | None) -> Statement:
        """Return the event it becomes when it is opened or stated."""
        make = PositionStated if self.kind == _POSITION else CompromiseProposed
        return make(
            id=self.id,
            on=on,
            at=at,
            by=by,
            about=about,
            issue=self.issue,
            text=self.text,
            final=self.final,
            party=self.party,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What a side bound, with the salt that stays private until the opening.

    Args:
        by: who bound it.
        protocol: under which protocol.
        salt: 32 random bytes.
        bound: the statements.
    """

    by: str
    protocol: str
    salt: Salt
    bound: tuple[Bound, ...]

    def commitment(self) -> str:
        """Return what goes on the common record, in hexadecimal."""
        return commitment_of_parts(self._parts(), salt=self.salt).hex()

    def opens(self, committed: str) -> bool:
        """Say whether these are the statements that a commitment bound."""
        return parts_open(Digest(bytes.fromhex(committed)), self._parts(), salt=self.salt)

    def _parts(self) -> tuple[Statement, ...]:
        return tuple(one.statement(by=self.by, about="", on=dt.date.min, at=None) for one in self.bound)


def bound_from_parts(data: bytes, *, ids: Identifiers) -> tuple[Bound, ...]:
    """Read the byte form of parts that a side bound on its own machine; none where it is something else.

    Args:
        data: what :func:`soordered.record.bound_texts.bytes_of_parts` writes.
        ids: new ids, for parts have none before they are opened.
    """
    kinds = {"position_stated": _POSITION, "compromise_proposed": _COMPROMISE}
    try:
        return tuple(
            Bound(
                id=ids.new(kinds[part["kind"]]),
                kind=kinds[part["kind"]],
                issue=str(part["issue"]),
                party=str(part["party"]),
                text=str(part["text"]),
                final=part["final"] is True,
            )
            for part in json.loads(data)["parts"]
        )
    except (ValueError, KeyError, TypeError):
        return ()


def text_from_sealed(sealed: Sealed) -> str:
    """Write what was bound as one private text."""
    fields = {
        "by": sealed.by,
        "protocol": sealed.protocol,
        "salt": sealed.salt.hex(),
        "statements": [_fields(one) for one in sealed.bound],
    }
    return canonical_bytes(fields).decode("utf-8")


def sealed_from_text(text: str) -> Sealed:
    """Read what :func:`text_from_sealed` writes."""
    fields = json.loads(text)
    return Sealed(
        by=fields["by"],
        protocol=fields["protocol"],
        salt=Salt(bytes.fromhex(fields["salt"])),
        bound=tuple(Bound(**one) for one in fields["statements"]),
    )


def _fields(bound: Bound) -> dict[str, object]:
    return {
        "id": bound.id,
        "kind": bound.kind,
        "issue": bound.issue,
        "party": bound.party,
        "text": bound.text,
        "final": bound.final,
    }
