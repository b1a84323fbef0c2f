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
    crowded = [one.sentence for one in reading.sentences if one.crowded]
    if crowded:
        problems.append(
            Problem(
                what=f"{len(crowded)} sentences were not read: the text is fuller of numbers and binding words than an order is.",
                where=f"{name}, {text.quote(crowded[0].start, crowded[0].end).place()}",
                remedy="If this is an order, read these sentences by eye, or give its parts one by one.",
            )
        )
    for one in reading.sentences:
        problems.extend(
            Problem(what=time.doubt, where=f"{name}, {text.quote(time.start, time.end).place()}", remedy=time.remedy)
            for time in one.times
            if time.doubt
        )
        for find in (find for norm in one.norms for find in norm.finds if find.production == "mark"):
            words = text.clean[find.start : find.end]
            if reading.folded.count('"', find.start, find.end) > 1:
                problems.append(
                    Problem(
                        what=f"A quotation mark inside the prescribed words looks mistyped: {words}.",
                        where=f"{name}, {text.quote(find.start, find.end).place()}",
                        remedy="The rule reads it as an apostrophe; ask chambers how the mark should read.",
                    )
                )
    return tuple(problems)
