"""What the engine needs from a matter: each event as the facts that rules run from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from soordered.deadlines.facts import Fact
from soordered.disputes.events import MatterEvent
from soordered.disputes.names import RequestType, Track
from soordered.disputes.stage_from_dispute import live_demands
from soordered.disputes.state import Dispute, Hearing, Matter, Motion, OrderState
from soordered.rules.vocabulary import Trigger, TriggerCode


def facts_from_matter(matter: Matter) -> tuple[Fact, ...]:
    """Turn a matter into facts, every trigger as corrected to date, none from an event entered in error.

    The id of a fact is the id of its event (a hearing's is the hearing's), so that a moved trigger moves the same
    obligation; where one event makes several facts, the further ones add the trigger's code.
    """
    return tuple(_facts(matter))


def _facts(matter: Matter) -> Iterator[Fact]:
    for order in matter.orders.values():
        yield from _of_order(matter, order)
    for made in matter.standing(matter.references):
        yield _fact(matter, made, Trigger.REFERENCE_MADE)
    for noticed in matter.standing(matter.reference_notices):
        yield _fact(matter, noticed, Trigger.REFERENCE_NOTICED)
    for dispute in matter.disputes.values():
        yield from _of_dispute(matter, dispute)
    for motion in matter.motions.values():
        yield from _of_motion(matter, motion)
    for hearing in matter.hearings.values():
        yield from _of_hearing(matter, hearing)
    yield from _of_filings(matter)
    yield from _of_discovery(matter)
    yield from _of_rulings(matter)
    for known in matter.standing(matter.known_dates):
        yield Fact(
            id=known.id,
            trigger=known.trigger,
            on=matter.corrections[known.id].to if known.id in matter.corrections else known.date,
            clock=known.clock,
            about=known.about,
            source=known.source,
        )
    for happened in matter.standing(matter.happenings):
        yield Fact(
            id=happened.id,
            trigger=happened.trigger,
            on=matter.on(happened),
            clock=matter.at(happened),
            received_on=happened.received_on,
            service=happened.service,
            about=happened.about,
            by=happened.by,
            source=happened.source,
        )
    for stay in matter.stays:
        if stay.lifted is not None and matter.stands(stay.lifted):
            yield _fact(matter, stay.lifted, Trigger.STAY_LIFTED)


def _fact(
    matter: Matter,
    event: MatterEvent,
    trigger: TriggerCode,
    *,
    suffix: str = "",
    on: dt.date | None = None,
    received_on: dt.date | None = None,
    service: str = "",
    about: str | None = None,
    order: str = "",
) -> Fact:
    return Fact(
        id=event.id + suffix,
        trigger=trigger,
        on=on or matter.on(event),
        clock=matter.at(event) if on is None else None,
        received_on=received_on,
        service=service,
        about=event.about if about is None else about,
        by=event.by,
        source=event.source,
        order=order,
    )


def _of_order(matter: Matter, order: OrderState) -> Iterator[Fact]:
    made = order.adopted
    if not matter.stands(made):
        return
    motion = made.motion or _only_directed(matter)
    yield _fact(matter, made, Trigger.ORDER_DATED, about=motion, order=order.id)
    entered = Trigger.ORDER_ENTERED
    if made.entered is not None:
        yield _fact(matter, made, entered, suffix=f"/{entered}", on=made.entered, about=motion, order=order.id)
    if made.served is not None:
        served = Trigger.ORDER_SERVED
        yield _fact(
            matter,
            made,
            served,
            suffix=f"/{served}",
            on=made.served,
            service=made.service,
            about=motion,
            order=order.id,
        )


def _only_directed(matter: Matter) -> str:
    """Return the one motion whose conferral an order directs, if there is exactly one."""
    directed = [dispute.id for dispute in matter.disputes.values() if dispute.track is Track.CASE]
    return directed[0] if len(directed) == 1 else ""


def _of_dispute(matter: Matter, dispute: Dispute) -> Iterator[Fact]:
    if dispute.arose is not None and matter.stands(dispute.arose):
        yield _fact(matter, dispute.arose, Trigger.DISPUTE_AROSE)
    for failed in matter.standing(dispute.efforts_failed):
        yield _fact(matter, failed, Trigger.EFFORTS_FAILED)
    live = frozenset(live_demands(matter, dispute))
    for demand in matter.standing(dispute.demands):
        if demand.id in live:
            yield _fact(matter, demand, Trigger.MEETING_DEMANDED, received_on=demand.received_on)
    for meeting in matter.standing(dispute.meetings):
        yield _fact(matter, meeting, Trigger.MEETING_HELD)
    for letter in matter.standing(dispute.letters):
        yield _fact(matter, letter, Trigger.LETTER_FILED)
        yield _fact(matter, letter, Trigger.LETTER_RECEIVED, suffix=f"/{Trigger.LETTER_RECEIVED}")
    for entered in matter.standing(dispute.determinations):
        yield _fact(matter, entered, Trigger.DETERMINATION_ENTERED)


def _of_motion(matter: Matter, motion: Motion) -> Iterator[Fact]:
    filed = motion.filed
    if filed is not None and matter.stands(filed):
        yield _fact(matter, filed, Trigger.MOTION_FILED)
        if filed.opposition_due is not None:
            due = Trigger.OPPOSITION_DUE
            yield _fact(matter, filed, due, suffix=f"/{due}", on=filed.opposition_due)
        if filed.reply_due is not None:
            due = Trigger.REPLY_DUE
            yield _fact(matter, filed, due, suffix=f"/{due}", on=filed.reply_due)
    for opposition in matter.standing(motion.oppositions):
        yield _fact(matter, opposition, Trigger.OPPOSITION_FILED)
        served = Trigger.OPPOSITION_SERVED
        yield _fact(matter, opposition, served, suffix=f"/{served}", on=opposition.served)
    for reply in matter.standing(motion.replies):
        yield _fact(matter, reply, Trigger.REPLY_FILED)


def _of_hearing(matter: Matter, hearing: Hearing) -> Iterator[Fact]:
    setting = matter.setting_of(hearing)
    if setting is None:
        return
    yield Fact(
        id=hearing.id,
        trigger=Trigger.HEARING,
        on=matter.heard_on(setting)[0],
        clock=matter.heard_on(setting)[1],
        about=hearing.motion or hearing.id,
        by=setting.by,
        source=setting.source or setting.entry,
    )


def _of_filings(matter: Matter) -> Iterator[Fact]:
    for filing in matter.filings.values():
        if filing.filed is not None and matter.stands(filing.filed):
            paper = Trigger.PAPER_E_FILED
            yield _fact(matter, filing.filed, paper, suffix=f"/{paper}", about=filing.id)
            filed = Trigger.PAPER_FILED
            yield _fact(matter, filing.filed, filed, suffix=f"/{filed}", about=filing.id)


def _of_discovery(matter: Matter) -> Iterator[Fact]:
    for request in matter.requests.values():
        served = request.served
        if served is not None and matter.stands(served):
            subpoena = served.type is RequestType.SUBPOENA
            trigger = Trigger.SUBPOENA_SERVED if subpoena else Trigger.DISCOVERY_SERVED
            yield _fact(matter, served, trigger, service=served.service)
            if served.compliance_on is not None:
                comply = Trigger.COMPLIANCE_TIME
                yield _fact(matter, served, comply, suffix=f"/{comply}", on=served.compliance_on)
        for answer in matter.standing(request.answers):
            yield _fact(matter, answer, Trigger.DISCOVERY_ANSWERED, service=answer.service)
    for entry in matter.supplements.values():
        for learned in matter.standing(entry.learned):
            yield _fact(matter, learned, Trigger.ERROR_LEARNED)


def _of_rulings(matter: Matter) -> Iterator[Fact]:
    for ruling in matter.rulings.values():
        entered = ruling.entered
        if entered is not None and matter.stands(entered):
            yield _fact(matter, entered, Trigger.RULING_ENTERED)
            if entered.served is not None:
                served = Trigger.RULING_SERVED
                yield _fact(matter, entered, served, suffix=f"/{served}", on=entered.served, service=entered.service)
        for objection in matter.standing(ruling.objections):
            yield _fact(matter, objection, Trigger.OBJECTION_FILED)
