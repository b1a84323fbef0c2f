"""What corrections moved, and what was taken off: from what date, to what date, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from soordered.calendars.time_law import TimeLaw
from soordered.casework.case_run import Duty, Moved
from soordered.casework.lawbook_of_case import RulesOn
from soordered.casework.obligations_of_case import obligations_of_case
from soordered.casework.orders_in_case import OrderInCase
from soordered.deadlines.deadline import Settlement
from soordered.deadlines.facts import Obligation
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import DemandWithdrawn
from soordered.disputes.events_discovery import DiscoveryServed, PaperEFiled
from soordered.disputes.events_motion import HearingSet, HearingVacated, MotionFiled, RulingEntered
from soordered.disputes.events_time import EventWithdrawn, TriggerCorrected
from soordered.disputes.evolve import fold
from soordered.disputes.state import Matter


def moved_by_corrections(
    matter: Matter,
    live: Sequence[OrderInCase],
    duties: Sequence[Duty],
    *,
    law: TimeLaw,
    rules_on: RulesOn,
    settlements: tuple[Settlement, ...],
    side: str = "",
) -> tuple[Moved, ...]:
    """Compare the dates with what they were before any correction.

    Args:
        matter: the facts to date, corrected.
        live: the orders made by then.
        duties: the dates as they stand.
        law: the law of time for the court.
        rules_on: federal and local rules of a day.
        settlements: contested points settled.
        side: whose view this is.

    Returns:
        each date that a correction moved, or that a correction, a withdrawal or a vacated hearing took away.
    """
    off = _taken_off(matter)
    if not off and not any(isinstance(event, TriggerCorrected | EventWithdrawn) for event in matter.seen.values()):
        return ()
    skipped = {event.id for event in off.values()}
    uncorrected = fold(
        event
        for event in matter.seen.values()
        if event.id not in skipped and not isinstance(event, TriggerCorrected | EventWithdrawn)
    )
    before_all = obligations_of_case(
        uncorrected, live, law=law, rules_on=rules_on, settlements=settlements, side=side
    ).obligations
    new = {duty.obligation.id: duty for duty in duties}
    found = []
    for before in before_all:
        after = new.get(before.id)
        deadline = after.deadline if after else None
        if before.deadline is None or (deadline is not None and _same(before, after)):
            continue
        cause = _cause(before, matter, off)
        if cause is None:
            continue
        change, why = cause
        act = str(before.rule.act).removeprefix("other:").replace("_", " ")
        found.append(
            Moved(
                obligation=before.id,
                title=after.title if after else f"{act}: {before.about}" if before.about else act,
                old=before.deadline,
                new=deadline,
                why=why,
                event=change.id,
            )
        )
    return tuple(found)


def _taken_off(matter: Matter) -> dict[str, MatterEvent]:
    """Return what took an event's dates away without a correction, by the id of that event or hearing.

    A demand taken back, a hearing vacated, a paper, request or ruling recorded again under the same name.
    """
    found: dict[str, MatterEvent] = {}
    held: dict[tuple[type, str], str] = {}
    for event in matter.seen.values():
        if not matter.stands(event):
            continue
        match event:
            case DemandWithdrawn():
                found[event.demand] = event
            case HearingVacated():
                found[event.about] = event
            case HearingSet():
                found.pop(event.about, None)
            case MotionFiled() | DiscoveryServed() | RulingEntered() | PaperEFiled():
                kind = type(event), event.about
                if kind in held:
                    found[held[kind]] = event
                held[kind] = event.id
            case _:
                pass
    return found


def _same(before: Obligation, after: Duty | None) -> bool:
    if after is None or after.deadline is None or before.deadline is None:
        return False
    computed = after.before or after.deadline
    return (computed.act_by, computed.prevailing, computed.outer) == (
        before.deadline.act_by,
        before.deadline.prevailing,
        before.deadline.outer,
    )


def _cause(before: Obligation, matter: Matter, off: Mapping[str, MatterEvent]) -> tuple[MatterEvent, str] | None:
    """Return the event that moved a date or took it away, and why in words."""
    if before.fact is None:
        return None
    for name in names_in(before.fact.id, matter):
        correction, withdrawal, gone = matter.corrections.get(name), matter.withdrawn_events.get(name), off.get(name)
        if withdrawal is not None:
            ground = withdrawal.why or withdrawal.source or "corrected"
            return withdrawal, f"{name} corrected on {withdrawal.on}: did not happen ({ground})"
        if correction is not None:
            ground = correction.why or correction.source or "corrected"
            return correction, f"{name} corrected on {correction.on}: {correction.to} ({ground})"
        match gone:
            case None:
                continue
            case DemandWithdrawn():
                return gone, f"The demand {name} was taken back on {matter.on(gone)}."
            case HearingVacated():
                return gone, f"The hearing {name} was taken off the calendar on {matter.on(gone)}."
            case _:
                return gone, f"{name} was recorded again as {gone.id} on {matter.on(gone)}."
    return None


def names_in(name: str, matter: Matter) -> Iterator[str]:
    """Return the events and hearings that an id is made of; a computed date's names those it was computed from.

    Args:
        name: of a fact or an obligation.
        matter: for the entries of each hearing.
    """
    for part in re.split(r"[@/]", name):
        yield part
        hearing = matter.hearings.get(part)
        if hearing is not None:
            yield from (entry.id for entry in hearing.entries)
