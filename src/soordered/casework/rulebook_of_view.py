"""The rules that govern in one view of a matter: what its side, both sides or the Court adopted of each order in force."""

from __future__ import annotations

import datetime as dt

from soordered.casework.case_of_record import books_of_matter, case_of_record, head_of
from soordered.casework.desk import Desk
from soordered.casework.ports import LoadedMatter
from soordered.casework.run_case import book_in_force
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
    case = case_of_record(head_of(loaded), state, books, name=loaded.matter)
    return book_in_force(case, books, Moment(now.date()))
