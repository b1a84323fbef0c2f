"""The rules that govern in one view of a matter: what its side, both sides or the Court adopted of each order in force."""

from __future__ import annotations

import datetime as dt

from soordered.casework.case_of_record import books_of_matter, case_of_record, head_of_opened
from soordered.casework.case_run import CaseRun
from soordered.casework.desk import Desk
from soordered.casework.ports import LoadedMatter
from soordered.casework.run_case import book_in_force, run_case
from soordered.deadlines.deadline import Moment
from soordered.disputes.names import Side
from soordered.disputes.state import Matter
from soordered.rules.rulebook import Rulebook


def book_of_view(desk: Desk, loaded: LoadedMatter, state: Matter, side: Side | None, now: dt.datetime) -> Rulebook:
    """Return the rules in force in a view: of the orders that it has a rulebook for."""
    books = books_of_matter(state, desk.rulebooks, side)
    if not books:
        return Rulebook(rules=())
    if len(books) == 1 and not any(order.superseded for order in state.orders.values()):
        return next(iter(books.values()))
    case = case_of_record(
        head_of_opened(desk.summaries.of(loaded).opened),
        state,
        books,
        name=loaded.matter,
        sitting=desk.summaries.of(loaded).sitting,
    )
    return book_in_force(case, books, Moment(now.date()))


def run_of_view(desk: Desk, loaded: LoadedMatter, state: Matter, side: Side | None, now: dt.datetime) -> CaseRun | None:
    """Run a matter by the rules of one view, ``None`` where no order has any.

    Args:
        desk: the ports.
        loaded: the matter.
        state: the facts, as far as the viewer sees them.
        side: whose view it is.
        now: the court's local time.

    Raises:
        CaseFileError: the matter cannot be run (two orders disagree, a day outside the verified calendar).
    """
    books = books_of_matter(state, desk.rulebooks, side)
    if not books:
        return None
    head = head_of_opened(desk.summaries.of(loaded).opened)
    law = desk.courts.law(head.court)
    return run_case(
        case_of_record(head, state, books, name=loaded.matter, sitting=desk.summaries.of(loaded).sitting),
        books=books,
        law=law,
        rules_on=lambda day: desk.courts.rules_on(head.court, day),
        as_of=Moment(now.date(), now.time().replace(tzinfo=None), law.calendar.zone),
        side=side or "",
    )
