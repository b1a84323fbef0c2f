"""Doubts about the words of an order: numbers that disagree, weekdays that are not, marks mistyped."""

from __future__ import annotations

from soordered.orders.norms_from_text import TextReading
from soordered.orders.order_text import OrderText
from soordered.provenance.problems import Problem


def problems_of_reading(reading: TextReading, text: OrderText, *, name: str) -> tuple[Problem, ...]:
    """Return the doubts that the words of an order raise, each with its place and a remedy.

    Args:
        reading: the sentences, read.
        text: the order's text, for places.
        name: what the order is called.
    """
    problems: list[Problem] = []
    for one in reading.sentences:
        problems.extend(
            Problem(what=time.doubt, where=f"{name}, {text.quote(time.start, time.end).place()}", remedy=time.remedy)
            for time in one.times
            if time.doubt
        )
        for norm in one.norms:
            mark = norm.artifact.mark if norm.artifact is not None else ""
            if '"' in mark or "\u201c" in mark or "\u201d" in mark:
                find = norm.finds[-1]
                problems.append(
                    Problem(
                        what=f"The mark is printed as {mark}, with a quotation mark inside it that looks mistyped.",
                        where=f"{name}, {text.quote(find.start, find.end).place()}",
                        remedy="Print the mark without the stray quotation mark, or ask chambers how it should read.",
                    )
                )
    return tuple(problems)
