"""A clock that ran while its order was superseded: what the new order makes of it is a reading of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from soordered.calendars.time_law import TimeLaw
from soordered.casework.orders_in_case import OrderInCase
from soordered.deadlines.deadline import Deadline, Moment, Settlement, Standing
from soordered.deadlines.facts import Obligation
from soordered.deadlines.obligations_from_rules import obligations
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.triggers_from_timing import timing_triggers


def under_both_orders(
    obligation: Obligation,
    orders: Sequence[OrderInCase],
    law: TimeLaw,
    *,
    settlements: tuple[Settlement, ...] = (),
    side: str = "",
) -> tuple[Obligation, tuple[str, ...]]:
    """Add the new order's count to a clock that ran when its own order was superseded.

    Args:
        obligation: with the dates its own order gives.
        orders: the orders made by then.
        law: the law of time for the court.
        settlements: contested points settled.
        side: whose view this is.

    Returns:
        the obligation with the readings of both orders, and what to tell. A count by the new order that ends before that
        order was made is told and is no reading: nobody is late under an order that was not there.
    """
    deadline, fact = obligation.deadline, obligation.fact
    own = next((order for order in orders if order.book.sources and order.source.id == obligation.rule.source.id), None)
    if deadline is None or fact is None or own is None or own.until is None or deadline.outer.date < own.until:
        return obligation, ()
    ended = (
        f"The order was superseded{f' by {own.successor}' if own.successor else ''} on {own.until} while this clock ran"
    )
    new = next((order for order in orders if order.entry.id == own.successor), None)
    twin = None if new is None else _twin(obligation.rule, new)
    if new is None or twin is None:
        silent = f", and {own.successor} times no such act" if new is not None else ""
        return obligation, (
            f"{ended}{silent}: ask whether the duty still stands; until then the date is the safe one.",
        )
    rule = replace(twin, in_force_from=dt.date.min, in_force_until=None)
    found = obligations(Rulebook(rules=(rule,)), [fact], law, settlements=settlements, side=side)
    again = next((one.deadline for one in found if one.deadline is not None), None)
    if again is None:
        return obligation, (f"{ended}: ask which governs; until then the earlier date is the safe one.",)
    if again.prevailing.date < own.until:
        past = f"counted by {own.successor} it would have ended on {again.prevailing.date}, before that order was made"
        return obligation, (f"{ended}; {past}. Ask which governs, and do not wait.",)
    both = f"by {own.successor} it ends on {again.prevailing.date}, by the order before on {deadline.prevailing.date}"
    told = f"{ended}: {both}. Ask which governs; until then the earlier date is the safe one."
    return replace(obligation, deadline=_joined(deadline, again, own.until, own.successor)), (told,)


def _twin(rule: Rule, order: OrderInCase) -> Rule | None:
    """Return the new order's rule that times the same act from the same event."""
    return next(
        (
            other
            for other in order.book.for_act(rule.act)
            if other.scope is rule.scope and set(timing_triggers(other.timing)) & set(timing_triggers(rule.timing))
        ),
        None,
    )


def _joined(old: Deadline, new: Deadline, since: dt.date, successor: str) -> Deadline:
    held = {reading.due for reading in old.readings}
    added = tuple(
        replace(
            reading,
            label=f"{reading.label}+under-{successor}",
            because=f"{reading.because} Counted by {successor}, which took the order's place while the clock ran.",
            settled_by="the judge's word on clocks that ran when the order was superseded",
            standing=Standing.ARGUABLE if reading.standing is Standing.PREVAILING else reading.standing,
        )
        for reading in new.readings
        if reading.due not in held and reading.due.date >= since
    )
    safe = [old.act_by, new.act_by] if new.act_by.date >= since else [old.act_by]
    return replace(
        old,
        act_by=min(safe, key=_key),
        outer=max((old.outer, new.outer), key=_key),
        readings=(*old.readings, *added),
    )


def _key(moment: Moment) -> tuple[dt.date, dt.time]:
    return moment.sort_key
