"""Look at the exchange and the letter of a dispute as one's own side sees them, with what can be done next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from soordered.casework.acting import Asking, see
from soordered.casework.acts.see_matter import permissions_in_matter
from soordered.casework.caller import CHAMBERS
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.casework.due_exchanges import mark_key
from soordered.casework.policy import Verdict
from soordered.casework.recording import local_now
from soordered.casework.rulebook_of_view import book_of_view
from soordered.disputes.events_exchange import MarksMatched, ProtocolProposed
from soordered.disputes.events_letter import CompromiseProposed
from soordered.disputes.events_paper import DocketedCopyCompared, LetterHandedOver, LetterSigned
from soordered.disputes.exchange_of_dispute import exchange_of
from soordered.disputes.letter_of_dispute import (
    CanonicalLetter,
    latest_statements,
    letter_of,
    signatures_of,
    unsigned_for,
    void_signatures,
)
from soordered.disputes.names import Side
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.state import Dispute, Matter
from soordered.rules.vocabulary import Act

# what a side can do about the exchange, or without it
_CHOICES = (
    CaseAct.PROPOSE_PROTOCOL, CaseAct.ANSWER_PROTOCOL, CaseAct.WRITE_PRIVATELY, CaseAct.COMMIT_TEXTS,
    CaseAct.RELEASE_TEXTS, CaseAct.RELEASE_COMMITMENT, CaseAct.TAKE_TURN, CaseAct.MARK_SETTLEMENT, CaseAct.STATE_PARTS,
    CaseAct.SIGN_LETTER, CaseAct.HAND_OVER_LETTER, CaseAct.WITHDRAW_DISPUTE, CaseAct.ASK_EXTENSION,
    CaseAct.RECORD_NON_PARTICIPATION,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedText:
    """A compromise that can be marked.

    Args:
        number: its number on the issue; it never passes to another text.
        issue: id of the issue.
        text: the compromise.
        stands: whether it is its owner's last word, so that it can be marked.
    """

    number: int
    issue: str
    text: CompromiseProposed
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeView:
    """The exchange of a dispute, as one side sees it.

    Args:
        protocol: the one agreed on last, ``None`` before any.
        proposals: those that wait for an answer.
        opens: the agreed hour, in the court's time.
        committed: the sides that have bound their parts.
        opened: whether both are open.
        turn: the side that may revise now.
        marks_close: the hour at which marks are compared.
        texts: the numbered compromises.
        own_marks: the side's own marks, by issue; nobody else's are ever shown.
        matches: marks that matched.
        choices: what the caller can do now.
    """

    protocol: ProtocolProposed | None
    proposals: tuple[ProtocolProposed, ...]
    opens: dt.datetime | None
    committed: frozenset[Side]
    opened: bool
    turn: Side | None
    marks_close: dt.datetime | None
    texts: tuple[NumberedText, ...]
    own_marks: Mapping[str, str]
    matches: tuple[MarksMatched, ...]
    choices: tuple[CaseAct, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """The letter of a dispute, as it would be signed now.

    Args:
        letter: its canonical text, with what it lacks.
        signed: the signatures that stand.
        void: those that are void because a word changed after them.
        missing: those for whom nobody has signed who may.
        handed_over: the letters handed over for filing.
        compared: what comparisons with the docketed copy found.
    """

    letter: CanonicalLetter
    signed: tuple[LetterSigned, ...]
    void: tuple[LetterSigned, ...]
    missing: tuple[str, ...]
    handed_over: tuple[LetterHandedOver, ...]
    compared: tuple[DocketedCopyCompared, ...]


def see_exchange(desk: Desk, asking: Asking, *, about: str) -> ExchangeView | None:
    """Return the exchange of a dispute, ``None`` for who sees no such dispute, and for chambers.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
    """
    found = _dispute(desk, asking, about)
    if found is None:
        return None
    state, dispute = found
    exchange = exchange_of(state, dispute)
    allowed = {
        one.act for one in permissions_in_matter(desk, asking, about=about) if one.verdict is not Verdict.REFUSED
    }
    return ExchangeView(
        protocol=exchange.protocol,
        proposals=exchange.proposals,
        opens=exchange.opens,
        committed=frozenset(exchange.commitments),
        opened=bool(exchange.opened),
        turn=exchange.turn,
        marks_close=exchange.marks_close,
        texts=tuple(text for issue in dispute.issues for text in _numbered(state, issue)),
        own_marks=_own_marks(desk, asking, dispute, exchange.protocol),
        matches=exchange.matches,
        choices=tuple(act for act in _CHOICES if act in allowed),
    )


def see_letter(desk: Desk, asking: Asking, *, about: str) -> LetterView | None:
    """Return the letter of a dispute as it stands, ``None`` for who sees no such dispute, and for chambers.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
    """
    found = _dispute(desk, asking, about)
    if found is None:
        return None
    state, dispute = found
    loaded = desk.log.load(asking.matter)
    book = book_of_view(desk, loaded, state, asking.caller.side, local_now(desk, loaded))
    letter = letter_of(state, dispute, book)
    signed = signatures_of(state, dispute, letter)
    return LetterView(
        letter=letter,
        signed=signed,
        void=void_signatures(state, dispute, letter),
        missing=unsigned_for(state, letter, signed, rule_for(book, Act.FILE_JOINT_LETTER, dispute)),
        handed_over=state.standing(dispute.handed_over),
        compared=state.standing(dispute.comparisons),
    )


def _dispute(desk: Desk, asking: Asking, about: str) -> tuple[Matter, Dispute] | None:
    view = see(desk, asking) if asking.caller.role not in CHAMBERS else None
    dispute = view.state.disputes.get(about) if view is not None else None
    return (view.state, dispute) if view is not None and dispute is not None else None


def _numbered(state: Matter, issue_id: str) -> tuple[NumberedText, ...]:
    issue = state.issues[issue_id]
    live = {
        one.id for one in latest_statements(state, tuple(state.standing(issue.compromises)), by_party=True).values()
    }
    return tuple(
        NumberedText(number=number, issue=issue_id, text=text, stands=text.id in live)
        for number, text in enumerate(issue.compromises, 1)
        if state.stands(text)
    )


def _own_marks(desk: Desk, asking: Asking, dispute: Dispute, protocol: ProtocolProposed | None) -> dict[str, str]:
    stream = asking.caller.stream
    if protocol is None or stream is None:
        return {}
    marks = {issue: desk.private.get(asking.matter, stream, mark_key(protocol.id, issue)) for issue in dispute.issues}
    return {issue: mark.body for issue, mark in marks.items() if mark is not None and mark.body}
