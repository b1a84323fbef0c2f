"""The joint letter as one canonical text, composed of what each side wrote, word for word.

Each piece has an owner, a digest and a time. The program's own words are headings, and nothing else: it never writes a
sentence for anybody. A signature binds the digest of the whole; once a word changes, the digest does, and it is void.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from soordered.disputes.events import MatterEvent
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.disputes.events_paper import CommonPartConsented, CommonPartProposed, LetterSigned
from soordered.disputes.names import CommonPart, Side
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.stage_from_dispute import open_issues
from soordered.disputes.state import Dispute, Issue, Matter
from soordered.rules.rule import Contributors, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, Bearer

FORM = "form"
"""The owner of headings: the program's fixed words."""
BOTH = "both"
"""The owner of a common part."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+")
_CLOSING = frozenset({CommonPart.EXHIBITS, CommonPart.CLOSING})
_COMMON_HEADINGS = {
    CommonPart.INTRODUCTION: "INTRODUCTION",
    CommonPart.CONFERRAL: "MEETING OF COUNSEL",
    CommonPart.SCHEDULE: "DATES OF THE CASE",
    CommonPart.EXHIBITS: "EXHIBITS",
    CommonPart.CLOSING: "CLOSING",
}


class PieceKind(StrEnum):
    """What a piece of the letter is."""

    HEADING = "heading"
    COMMON = "common"
    RELIEF = "relief"
    REMAINS = "remains"
    REQUEST = "request"
    ANSWER = "answer"
    POSITION = "position"
    COMPROMISE = "compromise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of the letter, as its owner wrote it.

    Args:
        kind: what it is.
        owner: a side, the id of a party, ``"both"``, or ``"form"`` for a heading.
        text: its words, to the byte.
        issue: id of the issue it belongs to.
        event: id of the event that made it; empty for a heading.
        on: the day it was made.
        at: the hour, if known.
        start: where it begins in the canonical text.
    """

    kind: PieceKind
    owner: str
    text: str
    issue: str = ""
    event: str = ""
    on: dt.date | None = None
    at: dt.time | None = None
    start: int = 0

    @property
    def end(self) -> int:
        """Where it ends in the canonical text."""
        return self.start + len(self.text)

    @property
    def digest(self) -> str:
        """SHA-256 of its words, in hexadecimal."""
        return digest_of(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the letter with its owner, digest and time.

    Args:
        piece: the piece it stands in.
        text: its words.
        start: where it begins in the canonical text.
    """

    piece: Piece
    text: str
    start: int

    @property
    def digest(self) -> str:
        """SHA-256 of its words, in hexadecimal."""
        return digest_of(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class CanonicalLetter:
    """The letter of a dispute.

    Args:
        dispute: its id.
        pieces: in order.
        text: all of it.
        issues: ids of the issues it holds.
        contributors: whose parts it must hold.
        lacks: what the order asks for and it does not hold, in words.
    """

    dispute: str
    pieces: tuple[Piece, ...]
    text: str
    issues: tuple[str, ...]
    contributors: tuple[str, ...]
    lacks: tuple[str, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical text, in hexadecimal: what a signature binds."""
        return digest_of(self.text)

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence in order; together with the gaps between pieces they are the whole text."""
        for piece in self.pieces:
            start = piece.start
            for words in _sentences(piece.text):
                yield Sentence(piece=piece, text=words, start=start)
                start += len(words)


def digest_of(text: str) -> str:
    """Return SHA-256 of a text in UTF-8, in hexadecimal; a lone surrogate counts as itself."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def letter_of(matter: Matter, dispute: Dispute, book: Rulebook) -> CanonicalLetter:
    """Compose the letter of a dispute from what stands on the record.

    Args:
        matter: the facts.
        dispute: the dispute.
        book: the rules in force, which say whose parts it holds and which.
    """
    rule = rule_for(book, Act.FILE_JOINT_LETTER, dispute)
    issues = open_issues(matter, dispute)
    contributors = contributors_of(matter, rule)
    pieces = [
        _heading("JOINT LETTER"),
        *_common(matter, dispute, closing=False),
        *(
            piece
            for number, issue in enumerate(issues, 1)
            for piece in _of_issue(matter, issue, number, contributors, by_party=by_party(rule))
        ),
        *_common(matter, dispute, closing=True),
    ]
    placed, text = _placed(pieces)
    return CanonicalLetter(
        dispute=dispute.id,
        pieces=placed,
        text=text,
        issues=tuple(issue.id for issue in issues),
        contributors=contributors,
        lacks=tuple(_lacks(matter, rule, issues, contributors)),
    )


def by_party(rule: Rule | None) -> bool:
    """Say whether each party writes its own parts; otherwise each side does."""
    return rule is not None and rule.artifact is not None and rule.artifact.contributors is Contributors.PARTIES


def contributors_of(matter: Matter, rule: Rule | None) -> tuple[str, ...]:
    """Return whose parts a letter must hold: parties, or sides."""
    if not by_party(rule):
        return (Side.PLAINTIFF.value, Side.DEFENDANT.value)
    return tuple(
        party.id
        for party in matter.parties.values()
        if party.side in {Side.PLAINTIFF, Side.DEFENDANT} and party.left_on is None
    )


def contributor_of(matter: Matter, statement: PositionStated | CompromiseProposed, *, by_party: bool) -> str:
    """Return whose statement one is: a party's, or a side's."""
    if by_party:
        lawyer = matter.counsel.get(statement.by)
        return statement.party or (lawyer.party if lawyer else statement.by)
    side = matter.side_of(statement.party or statement.by)
    return side.value if side else statement.by


def latest_statements(
    matter: Matter, statements: tuple[PositionStated | CompromiseProposed, ...], *, by_party: bool
) -> dict[str, PositionStated | CompromiseProposed]:
    """Return the statement that counts of each contributor: the last one made and not withheld."""
    found: dict[str, PositionStated | CompromiseProposed] = {}
    for statement in statements:
        if statement.id not in matter.withheld:
            found[contributor_of(matter, statement, by_party=by_party)] = statement
    return found


def signatures_of(matter: Matter, dispute: Dispute, letter: CanonicalLetter) -> tuple[LetterSigned, ...]:
    """Return the signatures that stand under a letter as it is now; those under other words are void."""
    return tuple(signed for signed in matter.standing(dispute.signatures) if signed.digest == letter.digest)


def void_signatures(matter: Matter, dispute: Dispute, letter: CanonicalLetter) -> tuple[LetterSigned, ...]:
    """Return the signatures that are void because a word of the letter changed after them."""
    return tuple(signed for signed in matter.standing(dispute.signatures) if signed.digest != letter.digest)


def unsigned_for(
    matter: Matter, letter: CanonicalLetter, signed: tuple[LetterSigned, ...], rule: Rule | None
) -> tuple[str, ...]:
    """Return the contributors for whom nobody has signed who may.

    Args:
        matter: the facts.
        letter: the letter.
        signed: the signatures that stand under it.
        rule: the rule about the letter, which may ask for lead trial counsel.
    """
    lead_only = rule is not None and rule.artifact is not None and rule.artifact.signer is Bearer.LEAD_TRIAL_COUNSEL
    given: set[str] = set()
    for one in signed:
        lawyer = matter.counsel.get(one.by)
        party = matter.parties.get(lawyer.party if lawyer else one.by)
        if party is None or (lawyer is not None and lead_only and not lawyer.lead):
            continue
        given |= {party.id, *one.parties} if by_party(rule) else {party.side.value}
    return tuple(who for who in letter.contributors if who not in given)


def _common(matter: Matter, dispute: Dispute, *, closing: bool) -> Iterator[Piece]:
    agreed = agreed_common_parts(matter, dispute)
    for part in CommonPart:
        event = agreed.get(part)
        if event is not None and (part in _CLOSING) is closing:
            yield _heading(_COMMON_HEADINGS[part])
            yield _piece(PieceKind.COMMON, BOTH, event.text, event)


def agreed_common_parts(matter: Matter, dispute: Dispute) -> dict[CommonPart, CommonPartProposed]:
    """Return the common parts both sides consented to, the newest of each kind."""
    found: dict[CommonPart, CommonPartProposed] = {}
    proposed: dict[str, CommonPartProposed] = {}
    for event in matter.standing(dispute.common_parts):
        match event:
            case CommonPartProposed():
                proposed[event.id] = event
            case CommonPartConsented():
                proposal = proposed.get(event.proposal)
                if proposal is not None and proposal.id not in matter.withheld:
                    found[proposal.part] = proposal
    return found


def _of_issue(
    matter: Matter, issue: Issue, number: int, contributors: tuple[str, ...], *, by_party: bool
) -> Iterator[Piece]:
    raised = issue.raised
    yield _heading(f"ISSUE {number}" + (f": {raised.title}" if raised.title else ""), issue.id)
    side = matter.side_of(raised.by)
    if raised.relief:
        yield _heading("Relief asked", issue.id)
        yield _piece(PieceKind.RELIEF, side.value if side else raised.by, raised.relief, raised, issue.id)
    narrowed = matter.standing(issue.narrowed)
    if narrowed:
        yield _heading("What remains", issue.id)
        yield _piece(PieceKind.REMAINS, BOTH, narrowed[-1].remains, narrowed[-1], issue.id)
    for request_id in raised.requests:
        yield from _of_request(matter, request_id, issue.id)
    for word, kind, statements in (
        ("Position", PieceKind.POSITION, matter.standing(issue.positions)),
        ("Proposed compromise", PieceKind.COMPROMISE, matter.standing(issue.compromises)),
    ):
        latest = latest_statements(matter, tuple(statements), by_party=by_party)
        for who in contributors:
            said = latest.get(who)
            if said is not None:
                yield _heading(f"{word} of {_name(matter, who)}" + (", final" if said.final else ""), issue.id)
                yield _piece(kind, who, said.text, said, issue.id)


def _of_request(matter: Matter, request_id: str, issue: str) -> Iterator[Piece]:
    request = matter.requests.get(request_id)
    if request is None or request.served is None or not matter.stands(request.served):
        return
    served = request.served
    if served.text and served.id not in matter.withheld:
        yield _heading(f"{served.type.value.capitalize()} {served.number or request_id}", issue)
        yield _piece(PieceKind.REQUEST, served.by, served.text, served, issue)
    for answer in matter.standing(request.answers):
        if answer.text and answer.id not in matter.withheld:
            yield _heading("Response", issue)
            yield _piece(PieceKind.ANSWER, answer.by, answer.text, answer, issue)


def _lacks(
    matter: Matter, rule: Rule | None, issues: tuple[Issue, ...], contributors: tuple[str, ...]
) -> Iterator[str]:
    artifact = rule.artifact if rule is not None else None
    parts = frozenset(artifact.parts) if artifact is not None else frozenset({"positions"})
    final = bool(parts & {"final_positions", "final_compromises"})
    if not issues:
        yield "no issue is on record"
    for issue in issues:
        for word, wanted, statements in (
            ("position", {"positions", "final_positions"}, matter.standing(issue.positions)),
            ("compromise", {"compromises", "final_compromises"}, matter.standing(issue.compromises)),
        ):
            if parts & wanted:
                latest = latest_statements(matter, tuple(statements), by_party=by_party(rule))
                for who in contributors:
                    said = latest.get(who)
                    if said is None or not said.text.strip():
                        yield f"issue {issue.id} lacks the {word} of {_name(matter, who)}"
                    elif final and not said.final:
                        yield f"issue {issue.id}: the {word} of {_name(matter, who)} is not given as final"


def _name(matter: Matter, who: str) -> str:
    party = matter.parties.get(who)
    return (party.name or party.id) if party else who


def _heading(words: str, issue: str = "") -> Piece:
    return Piece(kind=PieceKind.HEADING, owner=FORM, text=words, issue=issue)


def _piece(kind: PieceKind, owner: str, text: str, event: MatterEvent, issue: str = "") -> Piece:
    return Piece(kind=kind, owner=owner, text=text, issue=issue, event=event.id, on=event.on, at=event.at)


def _placed(pieces: list[Piece]) -> tuple[tuple[Piece, ...], str]:
    placed: list[Piece] = []
    text = ""
    parts: list[str] = []
    length = 0
    for piece in pieces:
        gap = "" if not parts else "\n\n" if piece.kind is PieceKind.HEADING else "\n"
        placed.append(replace(piece, start=length + len(gap)))
        parts += [gap, piece.text]
        length += len(gap) + len(piece.text)
    text = "".join(parts) + "\n"
    return tuple(placed), text


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for found in _SENTENCE_END.finditer(text):
        yield text[start : found.end()]
        start = found.end()
    if start < len(text):
        yield text[start:]
