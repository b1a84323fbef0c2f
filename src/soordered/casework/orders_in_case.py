"""The orders of a case with their rules: when each binds, and where two of them collide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from soordered.disputes.events import MatterEvent
from soordered.disputes.events_reference import OrderAdopted, OrderNoticed, OrderSuperseded
from soordered.rulefiles.case_file import CaseFile, OrderEntry
from soordered.rules.precedence import displaced_rules, rank_number
from soordered.rules.rule import Rank, Rule, Source
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Period, Recurring
from soordered.rules.vocabulary import Act, Bearer, Modality

_NO_DATE = dt.date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderInCase:
    """An order with its rules and its life in this case.

    Args:
        entry: as the case file names it.
        book: its rules.
        made: its date.
        until: the first day on which it no longer binds, ``None`` while in force.
        successor: id of the order in its place.
    """

    entry: OrderEntry
    book: Rulebook
    made: dt.date
    until: dt.date | None = None
    successor: str = ""

    def binds_on(self, day: dt.date) -> bool:
        """Say whether it was in force on a day."""
        return self.made <= day and (self.until is None or day < self.until)

    @property
    def source(self) -> Source:
        """The text it comes from."""
        return self.book.sources[0]


def orders_in_case(case: CaseFile, books: Mapping[str, Rulebook]) -> tuple[OrderInCase, ...]:
    """Join the orders of a case file with their rulebooks.

    Args:
        case: the file.
        books: rulebooks by the order's id in the file.

    Raises:
        CaseFileError: an order has no date, an unknown order is named, events of the procedure stand before every
            order, or two orders in force together disagree and neither supersedes the other.
    """
    ids = {entry.id for entry in case.orders}
    ends: dict[str, tuple[dt.date, str]] = {}
    found = []
    for entry in case.orders:
        book = books[entry.id]
        made = entry.made or (book.sources[0].dated if book.sources else None)
        if made is None:
            raise case.refusal(
                (*entry.place, "made"),
                f"the order {entry.id!r} bears no date that could be read.",
                expected="the day it was made.",
                remedy="Add made = 2007-07-30, or whatever its date is.",
            )
        for key, named in (("supersedes", entry.supersedes), ("superseded_by", entry.superseded_by)):
            if named and named not in ids:
                raise case.refusal(
                    (*entry.place, key),
                    f"there is no order {named!r} in this file.",
                    expected=f"one of: {', '.join(sorted(ids))}.",
                    remedy="Name an [[order]] of this file by its id.",
                )
        if entry.supersedes:
            ends[entry.supersedes] = (made, entry.id)
        if entry.superseded_on is not None:
            ends[entry.id] = (entry.superseded_on, entry.superseded_by)
        found.append(OrderInCase(entry=entry, book=_named(book, entry.id, made), made=made))
    for event in case.events:
        if isinstance(event, OrderSuperseded):
            ends[event.about] = (event.on, event.by_order)
    orders = tuple(
        replace(order, until=ends[order.entry.id][0], successor=ends[order.entry.id][1])
        if order.entry.id in ends
        else order
        for order in found
    )
    _check_conflicts(case, orders)
    return orders


def _named(book: Rulebook, order_id: str, made: dt.date) -> Rulebook:
    """Give an order's rules its name and date in this case, so that only its own date starts them."""
    if not book.sources:
        return book
    first = book.sources[0]
    title = first.title or f"Untitled order {first.id}"
    named = replace(first, id=order_id, dated=made, title=title)
    rules = tuple(replace(rule, source=named) if rule.source.id == first.id else rule for rule in book.rules)
    return replace(book, rules=rules, sources=(named, *book.sources[1:]))


def _check_conflicts(case: CaseFile, orders: Sequence[OrderInCase]) -> None:
    for place, second in enumerate(orders):
        for first in orders[:place]:
            if not _overlap(first, second):
                continue
            for one in first.book:
                for other in second.book:
                    if _disagree(one, other):
                        raise case.refusal(
                            second.entry.place,
                            f"the orders {first.entry.id!r} and {second.entry.id!r} are both in force from "
                            f"{max(first.made, second.made)} and disagree about {_act(one)}: "
                            f"{_said(one)} against {_said(other)}.",
                            expected="orders that agree, or one that supersedes the other.",
                            remedy=f'Add supersedes = "{first.entry.id}" to the later order, or superseded_on to the '
                            "earlier; if neither does, ask chambers which governs.",
                        )


def _overlap(first: OrderInCase, second: OrderInCase) -> bool:
    return max(first.made, second.made) < min(first.until or _NO_DATE, second.until or _NO_DATE)


def _disagree(one: Rule, other: Rule) -> bool:
    """Say whether two rules time one act differently and nothing ranks them.

    A case order displaces an earlier standing order. A judge's standing order made after that judge's case order does
    not yield by itself, nor does it plainly take its place: which governs is for chambers to say.
    """
    if one.act != other.act or one.scope is not other.scope or one.modality is not other.modality:
        return False
    if one.timing is None or other.timing is None or one.timing == other.timing:
        return False
    if one.preconditions != other.preconditions or (one.choice and one.choice == other.choice):
        return False
    named = {*one.overrides, *other.overrides}
    if named & {one.id, other.id, one.source.id, other.source.id}:
        return False
    return one.source.rank is other.source.rank or _later_and_lower(one.source, other.source)


def _later_and_lower(one: Source, other: Source) -> bool:
    lower, higher = sorted((one, other), key=lambda source: rank_number(source.rank), reverse=True)
    if lower.dated is None or higher.dated is None or not lower.initials or lower.initials != higher.initials:
        return False
    return lower.dated > higher.dated


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplacedRule:
    """A rule of one order that another order in force beside it displaces.

    Args:
        order: id of the order whose rule yields.
        rule: the rule.
        by_order: id of the order that governs.
        by_rule: its rule.
        why: the ground.
    """

    order: str
    rule: str
    by_order: str
    by_rule: str
    why: str


def displaced_in_case(orders: Sequence[OrderInCase]) -> tuple[DisplacedRule, ...]:
    """List what the orders in force together displace of one another, by rank or by label."""
    found = []
    for place, second in enumerate(orders):
        for first in orders[:place]:
            if not _overlap(first, second) or not first.book.sources or not second.book.sources:
                continue
            together = first.book.joined(second.book)
            found += [
                DisplacedRule(
                    order=gone.rule.source.id,
                    rule=gone.rule.id,
                    by_order=gone.by.source.id,
                    by_rule=gone.by.id,
                    why=gone.why,
                )
                for gone in displaced_rules(together, max(first.made, second.made))
                if gone.rule.source.id != gone.by.source.id
            ]
    return tuple(dict.fromkeys(found))


def _act(rule: Rule) -> str:
    return str(rule.act).replace("_", " ")


def _said(rule: Rule) -> str:
    """Return a rule's words; where the order's text was not supplied, ours and the place of the judge's."""
    quote = rule.dated_quote()
    words = "no words held" if quote is None else str(quote)
    if quote is None or quote.text is None:
        timing = rule.timing
        period = (
            f"{timing.length} {timing.direction} {timing.trigger}".replace("_", " ")
            if isinstance(timing, Period)
            else ""
        )
        words = " ".join(part for part in (period or rule.summary, words) if part)
    return f"{words} ({rule.source.title}, rule {rule.id})"


def events_of_orders(orders: Sequence[OrderInCase]) -> list[MatterEvent]:
    """Return adoption, notice and end of each order as events."""
    events: list[MatterEvent] = []
    for order in orders:
        entry = order.entry
        events.append(
            OrderAdopted(
                id=f"order:{entry.id}",
                on=order.made,
                by="court",
                about=entry.id,
                title=order.source.title if order.book.sources else entry.id,
                judge=order.source.judge if order.book.sources else "",
                entered=entry.entered,
                served=entry.served,
                service=entry.service,
                motion=entry.motion,
            )
        )
        events += [
            OrderNoticed(id=f"notice:{entry.id}:{number}", on=notice.on, about=entry.id, how=notice.how, to=notice.to)
            for number, notice in enumerate(entry.notices, 1)
        ]
        if order.until is not None:
            events.append(
                OrderSuperseded(
                    id=f"end:{entry.id}", on=order.until, about=entry.id, by="court", by_order=order.successor
                )
            )
    return events


def sitting_rules(case: CaseFile) -> Rulebook:
    """Return the sitting day that the case file gives as a rule, labelled as coming from there."""
    if case.sitting is None:
        return Rulebook(rules=())
    source = Source(
        id="case-file",
        title=f"case file {case.name} ({case.sitting.source})",
        rank=Rank.CASE_ORDER,
        court=case.head.court,
    )
    rule = Rule(
        id="case-file-sitting",
        bearers=(Bearer.COURT,),
        modality=Modality.COURT_WILL,
        act=Act.HEAR_MOTIONS,
        source=source,
        timing=Recurring(weekdays=case.sitting.weekdays, clock=case.sitting.clock),
        summary="Sitting day not in the order's text held; given by the case file.",
    )
    return Rulebook(rules=(rule,), sources=(source,))
