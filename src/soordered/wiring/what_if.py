"""A case run as if another version of one of its orders had governed."""

from __future__ import annotations

from dataclasses import replace

from soordered.provenance.problems import BadInputError
from soordered.rules.rule import Source
from soordered.rules.rulebook import Rulebook
from soordered.wiring.case import Case


class OrderNotInCaseError(BadInputError):
    """The order to be replaced is none of the case's.

    Args:
        case: the case file.
        orders: ids of the case's orders.
    """

    def __init__(self, case: str, *, orders: tuple[str, ...]) -> None:
        super().__init__(
            f"{case} holds {len(orders)} orders ({', '.join(orders)}), and none of them is the one compared.",
            expected="a case with one order, or the order compared among its orders.",
            remedy="Name the order as the case file does, by its shipped id or its text.",
        )


def case_under(case: Case, old: Rulebook, new: Rulebook) -> Case:
    """Return the case as if ``new`` had been the order that ``old`` is, from the same day on.

    Args:
        case: the case as it is.
        old: the rulebook of one of its orders.
        new: the rulebook to put in its place.

    Raises:
        OrderNotInCaseError: the case has several orders and none of them is ``old``.
    """
    identity = _identity(old)
    ids = tuple(case.books)
    found = [order for order, book in case.books.items() if _identity(book) == identity] or list(ids)
    if len(found) != 1:
        raise OrderNotInCaseError(case.file.name, orders=ids)
    (order,) = found
    dated = case.books[order].sources[0].dated
    as_of_then = Rulebook(
        rules=tuple(replace(rule, source=replace(rule.source, dated=dated), in_force_from=None) for rule in new.rules),
        sources=tuple(replace(source, dated=dated) for source in new.sources),
        unread=new.unread,
        problems=new.problems,
    )
    return Case(case.file, {**case.books, order: as_of_then})


def _identity(book: Rulebook) -> tuple[str, str]:
    source = book.sources[0] if book.sources else Source(id="", title="", rank=book.rules[0].source.rank)
    return (source.sha256, "") if source.sha256 else ("", source.id)
