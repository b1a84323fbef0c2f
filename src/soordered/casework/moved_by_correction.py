"""What corrections moved: from what date, to what date, and why."""

from __future__ import annotations

from collections.abc import Sequence

from soordered.calendars.time_law import TimeLaw
from soordered.casework.case_run import Duty, Moved
from soordered.casework.lawbook_of_case import RulesOn
from soordered.casework.obligations_of_case import obligations_of_case
from soordered.casework.orders_in_case import OrderInCase
from soordered.deadlines.deadline import Settlement
from soordered.deadlines.facts import Obligation
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
        each date that a correction moved or took away; none when nothing was corrected.
    """
    changes = (*matter.corrections.values(), *matter.withdrawn_events.values())
    if not changes:
        return ()
    uncorrected = fold(
        event for event in matter.seen.values() if not isinstance(event, TriggerCorrected | EventWithdrawn)
    )
    before_all = obligations_of_case(
        uncorrected, live, law=law, rules_on=rules_on, settlements=settlements, side=side
    ).obligations
    old = {obligation.id: obligation for obligation in before_all}
    new = {duty.obligation.id: duty for duty in duties}
    found = []
    for identity, before in old.items():
        after = new.get(identity)
        deadline = after.deadline if after else None
        if before.deadline is None or (deadline is not None and _same(before, after)):
            continue
        change = _cause(before, matter)
        if change is None:
            continue
        why = change.why or change.source or "corrected"
        what = f"{change.to}" if isinstance(change, TriggerCorrected) else "did not happen"
        found.append(
            Moved(
                obligation=identity,
                title=after.title if after else str(before.rule.act).replace("_", " "),
                old=before.deadline,
                new=deadline,
                why=f"{_target(change)} corrected on {change.on}: {what} ({why})",
                event=change.id,
            )
        )
    return tuple(found)


def _same(before: Obligation, after: Duty | None) -> bool:
    if after is None or after.deadline is None or before.deadline is None:
        return False
    computed = after.before or after.deadline
    return (computed.act_by, computed.prevailing, computed.outer) == (
        before.deadline.act_by,
        before.deadline.prevailing,
        before.deadline.outer,
    )


def _target(change: TriggerCorrected | EventWithdrawn) -> str:
    return change.corrects if isinstance(change, TriggerCorrected) else change.withdraws


def _cause(before: Obligation, matter: Matter) -> TriggerCorrected | EventWithdrawn | None:
    fact = before.fact
    if fact is None:
        return None
    identity = fact.id.split("/", 1)[0]
    hearing = matter.hearings.get(identity)
    names = [identity, *(entry.id for entry in hearing.entries)] if hearing else [identity]
    for name in names:
        change = matter.corrections.get(name) or matter.withdrawn_events.get(name)
        if change is not None:
            return change
    return None
