"""The case number: by the case file, by the orders' texts, and whether the two agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from soordered.provenance.problems import Problem
from soordered.rulefiles.case_file import CaseHead

if TYPE_CHECKING:
    from soordered.orders.caption_from_text import Caption

Printed = Mapping[str, "Sequence[Caption]"]
"""The case numbers that each order's text prints, by the order's id; an order whose text is not held has none."""


def number_of_case(head: CaseHead, printed: Printed) -> str:
    """Return the number the case goes by: the case file's, else the first that an order prints.

    Args:
        head: of the case file.
        printed: what the orders print.
    """
    return head.number or next((caption.printed for captions in printed.values() for caption in captions), "")


def said_of_number(head: CaseHead, printed: Printed) -> Iterator[str]:
    """Say where the case number comes from, where not plainly from an order's text.

    Args:
        head: of the case file.
        printed: what the orders print.
    """
    if head.number and not any(printed.values()):
        yield f"The case number {head.number} is given by {head.source}."


def problems_of_number(head: CaseHead, printed: Printed) -> Iterator[Problem]:
    """Show a number of the case file beside those of an order that prints others only.

    Args:
        head: of the case file.
        printed: what the orders print.
    """
    if not head.number:
        return
    given = _parts(head.number)
    for order, captions in printed.items():
        if captions and not any(_same(head.number, given, caption) for caption in captions):
            numbers = ", ".join(caption.printed for caption in captions)
            yield Problem(
                what=f"{head.source} gives the case number {head.number}; the text of {order} prints {numbers}.",
                where=order,
                remedy="Check the docket: one of the two is wrong, or the order was made in a related case.",
            )


def _same(number: str, given: Caption | None, printed: Caption) -> bool:
    if given is None:
        return "".join(number.split()).casefold() == "".join(printed.printed.split()).casefold()
    return (
        (given.year, given.serial) == (printed.year, printed.serial)
        and (given.type == printed.type or not (given.type_stated and printed.type_stated))
        and (given.office == printed.office or not (given.office and printed.office))
    )


def _parts(number: str) -> Caption | None:
    from soordered.orders.caption_from_text import CaptionError, parse_caption  # noqa: PLC0415  only where a text prints one

    try:
        return parse_caption(number)
    except CaptionError:
        return None
