"""How far a case has come: its disputes, the law-and-motion calendar, the discovery ledger."""

from __future__ import annotations

from soordered.casework.case_run import CaseRun, DisputeRun, HearingRun
from soordered.cli.blocks import Block, Field, Fields, Heading, Row, Table
from soordered.deadlines.moments_in_words import moment_in_words
from soordered.deadlines.sittings_from_recurring import Sitting
from soordered.disputes.state import Matter, Request
from soordered.provenance.dates_in_words import day_in_words


def disputes(run: CaseRun) -> tuple[Block, ...]:
    """Show each dispute with its track, its stage and what remains of it; nothing when there is none.

    Args:
        run: the case as it stands.
    """
    rows = tuple(Row(_dispute(dispute)) for dispute in run.disputes)
    return (Heading("Disputes"), Table(("Dispute", "Stage", "Track", "Days", "Open issues"), rows)) if rows else ()


def _dispute(dispute: DisputeRun) -> tuple[str, ...]:
    days = (("demanded", dispute.demanded_on), ("met", dispute.met_on), ("letter", dispute.letter_on))
    return (
        f"{dispute.id}: {dispute.title}" if dispute.title else dispute.id,
        _words(dispute.stage),
        {"case": "the order's one-time directions", "standing": "the standing procedure"}[dispute.track],
        "; ".join(f"{name} {day_in_words(day)}" for name, day in days if day is not None),
        ", ".join(dispute.open_issues),
    )


def law_and_motion(run: CaseRun) -> tuple[Block, ...]:
    """Show the next sittings and where each hearing stands; nothing when no rule and no entry speaks of any.

    Args:
        run: the case as it stands.
    """
    if not run.hearings and not run.sittings:
        return ()
    blocks: list[Block] = [Heading("Law and motion")]
    if run.sittings:
        blocks.append(Fields((Field("Next sittings", "; ".join(map(_sitting, run.sittings))),)))
    if run.hearings:
        rows = tuple(Row(_hearing(hearing)) for hearing in run.hearings)
        blocks.append(Table(("Hearing", "When", "State", "Place"), rows))
    return tuple(blocks)


def _hearing(hearing: HearingRun) -> tuple[str, ...]:
    when = moment_in_words(hearing.when) if hearing.when is not None else "never set"
    off = "; no day on which the order has motions heard" if hearing.sitting is False else ""
    return (f"{hearing.id}: {hearing.title or hearing.motion}", f"{when}{off}", _words(hearing.state), hearing.place)


def ledger(run: CaseRun) -> tuple[Block, ...]:
    """Show each discovery request with its service and its answer; nothing when the case holds none.

    Args:
        run: the case as it stands.
    """
    rows = tuple(Row(_request(run.matter, request)) for request in run.matter.requests.values())
    return (Heading("Discovery ledger"), Table(("Request", "From, to", "Served", "Answered"), rows)) if rows else ()


def _request(matter: Matter, request: Request) -> tuple[str, ...]:
    served = request.served
    answers = "; ".join(
        f"{day_in_words(matter.on(answer))}{', with objections' if answer.objected else ''}"
        for answer in matter.standing(request.answers)
    )
    if served is None:
        return request.id, "", "not recorded", answers
    by_way_of = f" by {served.service}" if served.service else ""
    return (
        f"{request.id}: {_words(served.type)} {served.number}".rstrip(),
        f"{served.by} to {served.to}",
        f"{day_in_words(matter.on(served))}{by_way_of}",
        answers or "not answered",
    )


def _words(code: str) -> str:
    return code.replace("_", " ")


def _sitting(sitting: Sitting) -> str:
    return moment_in_words(sitting.on) + (f" ({sitting.doubt})" if sitting.doubt else "")
