"""What the agreed hour brings by itself: both texts open in one act, and marks are compared, once.

Nobody opens anything by asking or by waiting: it takes the hour both agreed on and both commitments. A comparison of
marks that match nothing leaves no trace on the common record, whatever was marked, and whether anything was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from soordered.casework.caller import PersonId, Role, StreamId
from soordered.casework.desk import Desk
from soordered.casework.ports import LoadedMatter, PrivateText
from soordered.casework.recording import local_now, record
from soordered.casework.rulebook_of_view import book_of_view
from soordered.casework.sealed_texts import sealed_from_text
from soordered.disputes.commands_paper import MatchMarks, Opening, OpenTexts
from soordered.disputes.decide import decide
from soordered.disputes.events_letter import CompromiseProposed
from soordered.disputes.exchange_of_dispute import ADVERSE, Exchange, exchange_of
from soordered.disputes.names import Side
from soordered.disputes.refusal import Refusal
from soordered.disputes.state import Dispute

CLOCK = PersonId("clock")


def bring_due(desk: Desk, loaded: LoadedMatter) -> LoadedMatter:
    """Do what the agreed hours of a matter have brought, and return the matter after it.

    Args:
        desk: the ports.
        loaded: the matter.

    Raises:
        VersionConflictError: somebody else wrote in between; ask again.
    """
    disputes = [dispute for dispute in loaded.state.disputes.values() if len(dispute.exchange)]
    if not disputes:
        return loaded
    now = local_now(desk, loaded)
    for dispute in disputes:
        exchange = exchange_of(loaded.state, dispute)
        if exchange.protocol is None:
            continue
        if not exchange.opened and exchange.ready and exchange.due(now):
            loaded = _open(desk, loaded, dispute, exchange, now)
        elif exchange.opened and exchange.marks_close is not None and now.replace(tzinfo=None) >= exchange.marks_close:
            loaded = _compare(desk, loaded, dispute, exchange, now)
    return loaded


def _open(desk: Desk, loaded: LoadedMatter, dispute: Dispute, exchange: Exchange, now: dt.datetime) -> LoadedMatter:
    openings: list[Opening] = []
    protocol = exchange.protocol.id if exchange.protocol is not None else ""
    for side in ADVERSE:
        committed = exchange.commitments[side]
        text = desk.private.get(loaded.matter, StreamId(side.value), sealed_key(committed.id))
        sealed = sealed_from_text(text.body) if text is not None else None
        if sealed is None or not sealed.opens(committed.commitment):
            return loaded  # what was bound cannot be shown as bound: nothing opens, for nobody
        openings.append(
            Opening(
                by=committed.by,
                commitment=committed.id,
                salt=sealed.salt.hex(),
                statements=tuple(
                    one.statement(
                        by=committed.by,
                        about=dispute.id,
                        on=now.date(),
                        at=now.time().replace(microsecond=0, tzinfo=None),
                    )
                    for one in sealed.bound
                ),
            )
        )
    command = OpenTexts(
        id=f"opened-{protocol}", by=CLOCK, about=dispute.id, protocol=protocol, openings=tuple(openings)
    )
    return _done(desk, loaded, command, now)


def _compare(desk: Desk, loaded: LoadedMatter, dispute: Dispute, exchange: Exchange, now: dt.datetime) -> LoadedMatter:
    protocol = exchange.protocol.id if exchange.protocol is not None else ""
    streams = [StreamId(side.value) for side in ADVERSE]
    compared = f"compared/{protocol}"
    if all(desk.private.get(loaded.matter, stream, compared) for stream in streams):
        return loaded
    for issue_id in dispute.issues:
        first, second = (desk.private.get(loaded.matter, stream, mark_key(protocol, issue_id)) for stream in streams)
        if first is not None and second is not None and first.body and first.body == second.body:
            words = _stipulation(loaded, dispute, issue_id, first.body)
            command = MatchMarks(
                id=f"matched-{protocol}-{issue_id}",
                by=CLOCK,
                about=dispute.id,
                protocol=protocol,
                issue=issue_id,
                text=first.body,
                words=words,
            )
            loaded = _done(desk, loaded, command, now)
    for stream in streams:
        desk.private.put(loaded.matter, stream, PrivateText(key=compared, body="", by=CLOCK, at=desk.clock.now()))
    return loaded


def _done(desk: Desk, loaded: LoadedMatter, command: OpenTexts | MatchMarks, now: dt.datetime) -> LoadedMatter:
    book = book_of_view(desk, loaded, loaded.state, None, now)
    decision = decide(loaded.state, command, book=book, now=now)
    if isinstance(decision, Refusal) or not decision:
        return loaded
    record(desk, loaded, decision, actor=CLOCK, role=Role.CLOCK, side=None)
    return desk.log.load(loaded.matter)


def _stipulation(loaded: LoadedMatter, dispute: Dispute, issue_id: str, text_id: str) -> str:
    number, text = next(
        ((number, text) for number, text in numbered_texts(loaded, dispute, issue_id) if text.id == text_id), (0, None)
    )
    if text is None:
        return ""
    issue = loaded.state.issues[issue_id]
    owner = loaded.state.side_of(text.by) or Side.COURT
    return (
        f"DRAFT STIPULATION. Both sides have marked text {number} on issue {issue.raised.title or issue_id}, "
        f"the compromise that {owner.value} proposed. Subject to signature by counsel of both sides, "
        f"the parties stipulate:\n{text.text}"
    )


def numbered_texts(loaded: LoadedMatter, dispute: Dispute, issue_id: str) -> Iterator[tuple[int, CompromiseProposed]]:
    """Yield the compromises on an issue with their numbers; a number never passes to another text."""
    issue = loaded.state.issues.get(issue_id)
    if issue is None or issue.dispute != dispute.id:
        return
    for number, text in enumerate(issue.compromises, 1):
        if loaded.state.stands(text) and text.id not in loaded.state.withheld:
            yield number, text


def sealed_key(commitment: str) -> str:
    """Return under what key a side's stream keeps what it bound."""
    return f"sealed/{commitment}"


def locked_key(commitment: str) -> str:
    """Return under what key a side's stream keeps what it locked on its own machine."""
    return f"locked/{commitment}"


def mark_key(protocol: str, issue: str) -> str:
    """Return under what key a side's stream keeps its mark on an issue."""
    return f"mark/{protocol}/{issue}"
