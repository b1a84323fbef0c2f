"""From a matter's record to a case that can be run, by the rulebooks one side or the whole matter has adopted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from soordered.casework.ports import LoadedMatter, Rulebooks
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_paper import RulebookAdopted
from soordered.disputes.events_reference import OrderAdopted, OrderNoticed
from soordered.disputes.names import Side
from soordered.disputes.state import Matter, OrderState
from soordered.record.acts import MatterOpened, SittingHeld
from soordered.rulefiles.case_file import CaseFile, CaseHead, Notice, OrderEntry, Sitting
from soordered.rules.difference_from_rulebooks import RuleChange, difference
from soordered.rules.rulebook import Rulebook

_ADVERSE = (Side.PLAINTIFF, Side.DEFENDANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionDifference:
    """What the rulebooks differ in that two sides made of one order: two readings, until they countersign or the Court says.

    Args:
        order: the order.
        first: the plaintiffs' adoption.
        second: the defendants' adoption.
        changes: rule by rule.
    """

    order: str
    first: RulebookAdopted
    second: RulebookAdopted
    changes: tuple[RuleChange, ...]


def adoption_for(order: OrderState, state: Matter, side: Side | None) -> RulebookAdopted | None:
    """Return the adoption of an order that holds in a view.

    The Court's is everybody's; else the one both sides signed; else the side's own. None of a side holds for the other.

    Args:
        order: the order.
        state: the facts.
        side: whose view it is; ``None`` for what holds for all.
    """
    standing = state.standing(order.adoptions)
    ordered = [one for one in standing if state.side_of(one.by) is Side.COURT]
    if ordered:
        return ordered[-1]
    signed = {one.adoption for one in state.standing(order.countersigned)}
    both = [one for one in standing if one.id in signed]
    own = [one for one in standing if side is not None and state.side_of(one.by) is side]
    if both and not (own and state.moment(own[-1]) > state.moment(both[-1])):
        return both[-1]
    return own[-1] if own else None


def books_of_matter(state: Matter, shelf: Rulebooks, side: Side | None) -> dict[str, Rulebook]:
    """Return the rulebook of each order in a view; an order nobody adopted a rulebook for has none.

    Args:
        state: the facts.
        shelf: the rulebooks held.
        side: whose view it is.
    """
    books: dict[str, Rulebook] = {}
    for order in state.orders.values():
        adoption = adoption_for(order, state, side) if state.stands(order.adopted) else None
        book = shelf.get(adoption.rulebook) if adoption is not None else None
        if book is not None:
            books[order.id] = book
    return books


def differences_of_adoptions(state: Matter, shelf: Rulebooks) -> tuple[AdoptionDifference, ...]:
    """Return where two sides hold different rulebooks of one order, rule by rule."""
    found = []
    for order in state.orders.values():
        first, second = (adoption_for(order, state, side) for side in _ADVERSE)
        if first is None or second is None or first.rulebook == second.rulebook:
            continue
        one, other = shelf.get(first.rulebook), shelf.get(second.rulebook)
        if one is not None and other is not None:
            found.append(
                AdoptionDifference(order=order.id, first=first, second=second, changes=difference(one, other).changes)
            )
    return tuple(found)


def head_of(loaded: LoadedMatter) -> CaseHead:
    """Return the caption of a matter, as put right last."""
    opened = [entry.act for entry in loaded.entries if isinstance(entry.act, MatterOpened)]
    return head_of_opened(opened[-1] if opened else None)


def head_of_opened(last: MatterOpened | None) -> CaseHead:
    """Return the caption of a matter.

    Args:
        last: the entry that opened it, or put its caption right last.
    """
    if last is None:
        return CaseHead(title="", court="", source="the record")
    return CaseHead(
        title=last.title,
        court=last.court,
        number=last.number,
        district_judge=last.district_judge,
        district_initials=last.district_initials,
        magistrate_judge=last.magistrate_judge,
        magistrate_initials=last.magistrate_initials,
        source=last.caption_source or "the record",
    )


def case_of_record(
    head: CaseHead, state: Matter, books: Mapping[str, Rulebook], *, name: str, sitting: SittingHeld | None = None
) -> CaseFile:
    """Return a matter as a case that can be run.

    Args:
        head: its caption.
        state: the facts, as far as the viewer sees them.
        books: the rulebook of each order in this view; an order without one is left out.
        name: the matter's, for messages.
        sitting: when motions are heard, where the record says so and the orders' texts do not.
    """
    orders = tuple(_order(order, state) for order in state.orders.values() if order.id in books)
    events = tuple(_events(state))
    return CaseFile(
        name=name,
        head=head,
        orders=orders,
        events=events,
        sitting=None
        if sitting is None
        else Sitting(
            weekdays=sitting.weekdays,
            clock=sitting.clock,
            courtroom=sitting.courtroom,
            source=sitting.sitting_source or "the record",
        ),
        places={event.id: ("event", number) for number, event in enumerate(events, 1)},
    )


def _order(order: OrderState, state: Matter) -> OrderEntry:
    adopted = order.adopted
    return OrderEntry(
        id=order.id,
        made=state.on(adopted),
        entered=adopted.entered,
        served=adopted.served,
        service=adopted.service,
        motion=adopted.motion,
        notices=tuple(
            Notice(on=state.on(notice), how=notice.how, to=notice.to) for notice in state.standing(order.notices)
        ),
        place=("order", order.id),
    )


def _events(state: Matter) -> Iterator[MatterEvent]:
    """Yield what happened in order of time; orders and their notices stand in the case's own tables."""
    kept = [event for event in state.seen.values() if not isinstance(event, OrderAdopted | OrderNoticed)]
    yield from sorted(kept, key=_recorded_moment)


def _recorded_moment(event: MatterEvent) -> tuple[dt.date, dt.time]:
    return event.sort_key
