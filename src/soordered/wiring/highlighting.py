"""An order's own pages with each rule's words marked, so that a person can look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from soordered.intake.text_from_any_file import Marks, marked_pdf
from soordered.orders.order_reading import OrderReading
from soordered.orders.printed_order_text import PrintedOrderText
from soordered.provenance.problems import BadInputError
from soordered.provenance.spans import Quote
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Unread
from soordered.rules.vocabulary import Modality
from soordered.wiring.reading import file_bytes
from soordered.wiring.whole_files import write_whole

_COLOURS = {
    Modality.MUST: (255, 214, 0),
    Modality.MUST_NOT: (255, 112, 100),
    Modality.MAY: (120, 210, 120),
    Modality.COURT_MAY: (120, 180, 255),
    Modality.COURT_WILL: (120, 180, 255),
}
_UNREAD = (190, 190, 190)


class NoPagesError(BadInputError):
    """An order without fixed pages, on which nothing can be marked.

    Args:
        name: the file.
    """

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} has no pages of its own.",
            expected="a PDF, a scan or an image.",
            remedy="Print it to a PDF and mark that, or read it with --explain.",
        )


class OwnFileError(BadInputError):
    """A copy that would take the place of the order itself.

    Args:
        name: the file.
    """

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is the order itself.",
            expected="another file for the copy.",
            remedy="Name one: --highlight NEW.pdf",
        )


def write_highlighted(reading: OrderReading, path: Path, target: Path, *, note: Callable[[Rule | Unread], str]) -> int:
    """Write a copy of an order's file in which the words of each rule are marked.

    Args:
        reading: the order, read from that file.
        path: the file.
        target: the PDF to write; an existing one is replaced.
        note: what the note on a rule, or on a sentence that was not read, says.

    Returns:
        how many rules and sentences are marked.

    Raises:
        NoPagesError: the order has no fixed pages.
        OwnFileError: the copy would take the place of the order.
        CannotWriteError: the copy cannot be written.
    """
    text = reading.text
    if target.exists() and target.samefile(path):
        raise OwnFileError(str(target))
    if not isinstance(text, PrintedOrderText):
        raise NoPagesError(str(path))
    marks: list[tuple[list[Quote], str, tuple[int, int, int]]] = [
        (_apart([support.quote for support in rule.supports]), note(rule), _COLOURS[rule.modality])
        for rule in reading.rulebook
    ]
    marks += [([one.quote], note(one), _UNREAD) for one in reading.rulebook.unread]
    placed: Marks = [
        (
            [
                box
                for quote in quotes
                if quote.span is not None
                for box in text.printed.boxes(quote.span.start, quote.span.end)
            ],
            says,
            colour,
        )
        for quotes, says, colour in marks
    ]
    write_whole(target, marked_pdf(file_bytes(path), placed, pages=text.printed, name=str(path)))
    return sum(bool(boxes) for boxes, _, _ in placed)


def _apart(quotes: list[Quote]) -> list[Quote]:
    """Leave out what stands inside another quote, so that no word is marked twice for one rule."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda one: -len(one.span or ())):
        span = quote.span
        if span is not None and not any(one.span is not None and one.span.overlaps(span) for one in kept):
            kept.append(quote)
    return kept
