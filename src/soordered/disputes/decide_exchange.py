"""Deciding on the agreed exchange: protocol, commitments, opening, turns, marks that matched, parts stated openly."""

from __future__ import annotations

import datetime as dt
import re

from soordered.disputes import commands_paper as ask
from soordered.disputes.deciding import Deciding, Outcome, Outcomes
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
from soordered.disputes.exchange_of_dispute import ADVERSE, Exchange, exchange_of
from soordered.disputes.letter_of_dispute import by_party, latest_statements
from soordered.disputes.names import Side
from soordered.disputes.refusal import Refusal, refused
from soordered.disputes.rules_for_dispute import rule_for
from soordered.rules.vocabulary import Act, Facet

_HEX = re.compile(r"[0-9a-f]{64}")


def propose_protocol(command: ask.ProposeProtocol, deciding: Deciding) -> Outcome:
    """Propose a protocol: by a side, about a live dispute, for an hour to come."""
    barred = deciding.only_party(command.by, "propose an exchange")
    if barred is not None:
        return barred
    exchange = _exchange(deciding, command.about)
    if isinstance(exchange, Refusal):
        return exchange
    opens = dt.datetime.combine(command.opens_on, command.opens_at)
    if opens <= _local(deciding):
        return refused(f"The hour proposed, {opens:%Y-%m-%d %H:%M}, has passed; propose one to come.")
    if (command.marks_on is None) is not (command.marks_at is None):
        return refused("A comparison of settlement marks needs a day and an hour.")
    if command.marks_on is not None and dt.datetime.combine(command.marks_on, command.marks_at or dt.time()) <= opens:
        return refused("Settlement marks are compared after the texts are open; name a later hour.")
    if command.first_turn is not None and command.first_turn not in ADVERSE:
        return refused("The first turn goes to a side.")
    if command.replaces and (exchange.protocol is None or exchange.protocol.id != command.replaces or exchange.opened):
        return refused("Only a protocol both agreed on, and not opened yet, can be replaced by another hour.")
    return ProtocolProposed(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        opens_on=command.opens_on,
        opens_at=command.opens_at,
        marks_on=command.marks_on,
        marks_at=command.marks_at,
        first_turn=command.first_turn,
        replaces=command.replaces,
        words=command.words,
    )


def answer_protocol(command: ask.AgreeProtocol | ask.DeclineProtocol, deciding: Deciding) -> Outcome:
    """Agree to a protocol of the other side, or decline it."""
    exchange = _exchange(deciding, command.about)
    if isinstance(exchange, Refusal):
        return exchange
    proposal = next((one for one in exchange.proposals if one.id == command.protocol), None)
    if proposal is None:
        return refused(f"No protocol {command.protocol!r} waits for an answer.")
    barred = deciding.other_side(command.by, proposal.by, what="answer a protocol")
    if barred is not None:
        return barred
    if isinstance(command, ask.DeclineProtocol):
        return ProtocolDeclined(
            id=command.id,
            on=deciding.today,
            at=deciding.hour,
            by=command.by,
            about=command.about,
            protocol=command.protocol,
            answer=command.answer,
        )
    opens = dt.datetime.combine(proposal.opens_on, proposal.opens_at)
    if opens <= _local(deciding):
        return refused(f"The hour proposed, {opens:%Y-%m-%d %H:%M}, has passed; propose another.")
    return ProtocolAgreed(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        protocol=command.protocol,
    )


def commit_texts(command: ask.CommitTexts, deciding: Deciding) -> Outcome:
    """Bind one's texts: under the protocol both agreed on, before its hour."""
    exchange = _agreed(deciding, command.about, command.protocol)
    if isinstance(exchange, Refusal):
        return exchange
    barred = deciding.only_party(command.by, "commit its texts")
    if barred is not None:
        return barred
    if exchange.due(deciding.now):
        return refused("The agreed hour has passed; agree on another, and commit before it.")
    if not _HEX.fullmatch(command.commitment):
        return refused("A commitment is 64 hexadecimal digits.")
    return TextsCommitted(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        protocol=command.protocol,
        commitment=command.commitment,
    )


def open_texts(command: ask.OpenTexts, deciding: Deciding) -> Outcomes:
    """Open both sides' texts at once: at the agreed hour, and only when both are bound."""
    exchange = _agreed(deciding, command.about, command.protocol)
    if isinstance(exchange, Refusal):
        return exchange
    if not exchange.due(deciding.now):
        return refused("The agreed hour has not come; nothing opens before it.")
    if not exchange.ready:
        return refused("Both sides have not committed; nothing opens.")
    given = {deciding.side_of(opening.by): opening for opening in command.openings}
    if len(command.openings) != len(ADVERSE) or set(given) != set(ADVERSE):
        return refused("Both sides' texts open together, or none does.")
    events: list[TextsOpened] = []
    statements: list[ask.Statement] = []
    for side in ADVERSE:
        opening = given[side]
        if opening.commitment != exchange.commitments[side].id:
            return refused("What is opened is not what was committed last.")
        foreign = _foreign(deciding, opening.statements, side=side, about=command.about)
        if foreign is not None:
            return foreign
        events.append(
            TextsOpened(
                id=f"{command.id}:{side.value}",
                on=deciding.today,
                at=deciding.hour,
                by=opening.by,
                about=command.about,
                protocol=command.protocol,
                commitment=opening.commitment,
                salt=opening.salt,
                parts=tuple(one.id for one in opening.statements),
            )
        )
        statements += opening.statements
    return (*events, *statements)


def release_commitment(command: ask.ReleaseCommitment, deciding: Deciding) -> Outcome:
    """Take one's commitment back: after the hour, when the other side bound nothing."""
    exchange = _agreed(deciding, command.about, command.protocol)
    if isinstance(exchange, Refusal):
        return exchange
    side = deciding.side_of(command.by)
    if side not in exchange.commitments:
        return refused("Your side has committed nothing that could be released.")
    if not exchange.due(deciding.now):
        return refused("A commitment binds until the agreed hour.")
    if exchange.ready:
        return refused("Both sides have committed, and the hour has come: the texts open.")
    return CommitmentReleased(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        protocol=command.protocol,
        why=command.why,
    )


def take_turn(command: ask.TakeTurn, deciding: Deciding) -> Outcomes:
    """End one's turn: only one's own parts change, and the other side sees them before its own turn."""
    exchange = _exchange(deciding, command.about)
    if isinstance(exchange, Refusal):
        return exchange
    if not exchange.opened or exchange.protocol is None or exchange.protocol.id != command.protocol:
        return refused("Nothing was opened under this protocol; turns come after the opening.")
    side = deciding.side_of(command.by)
    if exchange.turn is None:
        return refused("There are no turns left: both sides let their parts stand, or agreed on none.")
    if side is not exchange.turn:
        return refused(f"It is {exchange.turn}'s turn.")
    foreign = _foreign(deciding, command.statements, side=side, about=command.about)
    if foreign is not None:
        return foreign
    taken = TurnTaken(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        protocol=command.protocol,
        changed=tuple(one.id for one in command.statements),
    )
    return (taken, *command.statements)


def match_marks(command: ask.MatchMarks, deciding: Deciding) -> Outcome:
    """Record a match: after the hour, of a text that still stands, once an issue."""
    exchange = _exchange(deciding, command.about)
    if isinstance(exchange, Refusal):
        return exchange
    closes = exchange.marks_close
    issue = deciding.matter.issues.get(command.issue)
    if closes is None or not exchange.opened or exchange.protocol is None or exchange.protocol.id != command.protocol:
        return refused("No comparison of settlement marks is agreed.")
    if _local(deciding) < closes:
        return refused("Settlement marks are compared at the agreed hour, not before.")
    if issue is None or issue.dispute != command.about:
        return refused(f"There is no issue {command.issue!r} in this dispute.")
    rule = rule_for(deciding.book, Act.FILE_JOINT_LETTER, deciding.matter.disputes[command.about])
    live = latest_statements(
        deciding.matter, tuple(deciding.matter.standing(issue.compromises)), by_party=by_party(rule)
    )
    if command.text not in {one.id for one in live.values()}:
        return refused("The text marked no longer stands.")
    if any(one.issue == command.issue and one.protocol == command.protocol for one in exchange.matches):
        return refused("The marks on this issue were compared.")
    return MarksMatched(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        protocol=command.protocol,
        issue=command.issue,
        text=command.text,
        words=command.words,
    )


def state_parts(command: ask.StateParts, deciding: Deciding) -> Outcomes:
    """State one's parts openly: where no exchange is agreed."""
    exchange = _exchange(deciding, command.about)
    if isinstance(exchange, Refusal):
        return exchange
    barred = deciding.only_party(command.by, "state a position")
    if barred is not None:
        return barred
    if not command.statements:
        return refused("Nothing is stated; write at least one position or compromise.")
    if exchange.protocol is not None and not exchange.opened and (exchange.ready or not exchange.due(deciding.now)):
        return refused(f"Both sides agreed to exchange their parts at once, at {exchange.opens:%Y-%m-%d %H:%M}.")
    if exchange.opened and exchange.turn is not None:
        return refused(f"Parts change in turns now, and it is {exchange.turn}'s turn.")
    if exchange.opened:
        return refused("The texts are exchanged and the turns are over; agree on another exchange to change them.")
    foreign = _foreign(deciding, command.statements, side=deciding.side_of(command.by), about=command.about)
    return foreign or command.statements


def _foreign(
    deciding: Deciding, statements: tuple[ask.Statement, ...], *, side: Side | None, about: str
) -> Refusal | None:
    """Refuse words put in another's mouth, about another dispute, or about an issue nobody raised."""
    dispute = deciding.matter.disputes[about]
    rule = rule_for(deciding.book, Act.FILE_JOINT_LETTER, dispute)
    for one in statements:
        if side is None or {deciding.side_of(one.by), deciding.side_of(one.party or one.by)} != {side}:
            return refused("Each side writes its own parts, and nobody another's.", rule, Facet.CONTENT_REQUIREMENT)
        issue = deciding.matter.issues.get(one.issue)
        if one.about != about or issue is None or issue.dispute != about or issue.resolved is not None:
            return refused(f"The issue {one.issue!r} is not open in this dispute.")
    return None


def _exchange(deciding: Deciding, about: str) -> Exchange | Refusal:
    dispute = deciding.live(about)
    return dispute if isinstance(dispute, Refusal) else exchange_of(deciding.matter, dispute)


def _agreed(deciding: Deciding, about: str, protocol: str) -> Exchange | Refusal:
    exchange = _exchange(deciding, about)
    if isinstance(exchange, Refusal):
        return exchange
    if exchange.protocol is None or exchange.protocol.id != protocol:
        return refused("This is not the protocol both sides agreed on last.")
    if exchange.opened:
        return refused("The texts are open.")
    return exchange


def _local(deciding: Deciding) -> dt.datetime:
    return deciding.now.replace(tzinfo=None)
