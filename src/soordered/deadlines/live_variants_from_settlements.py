"""Which variants of a count stay live for a matter: settled points ended, or one reading chosen."""

from __future__ import annotations

from collections.abc import Iterable

from soordered.deadlines.deadline import SettledHow, Settlement
from soordered.deadlines.readings import BASE_BY_LABEL, BASE_LABELS, BY_LABEL, label_parts
from soordered.deadlines.shapes_from_ask import DAY_POINTS
from soordered.deadlines.variants_from_period import Variant
from soordered.provenance.problems import BadInputError


class UnknownReadingError(BadInputError):
    """A reading that no count knows.

    Args:
        label: what was named.
    """

    def __init__(self, label: str) -> None:
        super().__init__(
            f"There is no reading called {label!r}.",
            expected=f"one of {', '.join(sorted(BASE_LABELS | BY_LABEL.keys()))}, or several joined with '+'.",
            remedy="Use a label printed with the readings of the date.",
        )


def settled(
    found: list[Variant], settlements: tuple[Settlement, ...], side: str
) -> tuple[list[Variant], list[Variant]]:
    """Return the live variants, and those of one side's own view."""
    if not settlements:
        return found, found
    live = found
    for settlement in settlements:
        if settlement.how is not SettledHow.OWN_SIDE:
            live = _pruned(live, settlement)
    view = live
    for settlement in settlements:
        if settlement.how is SettledHow.OWN_SIDE and settlement.side == side:
            view = _pruned(view, settlement)
    return live, view


def _pruned(found: list[Variant], settlement: Settlement) -> list[Variant]:
    """Leave out what a settlement ended; a settlement on a point that does not bite here ends nothing."""
    for label in (settlement.label, *settlement.over):
        check_label(label, found)
    holds = label_parts(settlement.label)
    ended = {part for label in settlement.over for part in label_parts(label)} - holds
    pinned: dict[str, str | None] = {}
    if settlement.label in BASE_BY_LABEL and not settlement.over:
        pinned = dict.fromkeys(BASE_BY_LABEL[settlement.label].settles)
    for variant in found:
        pinned |= {
            departure.point: departure.label for departure in variant.branch.departures if departure.label in holds
        }
    kept = [variant for variant in found if _survives(variant, pinned, ended)]
    return kept or found


def _survives(variant: Variant, pinned: dict[str, str | None], ended: set[str]) -> bool:
    """Say whether a variant takes every settled point as settled; ``None`` is the prevailing answer to a point."""
    taken = {departure.point: departure.label for departure in variant.branch.departures}
    if ended.intersection(taken.values()):
        return False
    return all(
        taken.get(point) == label or (point in DAY_POINTS and point not in variant.branch.doubtful_days)
        for point, label in pinned.items()
    )


def only(found: list[Variant], label: str, notes: list[str]) -> list[Variant]:
    """Keep the one reading that was asked for.

    A point that does not bite here changes nothing, and is said. A reading that lives here only together with others
    (to run on to a day that the event itself forbids, unless a holiday is taken as open) is given with the fewest of
    them, and that is said too.

    Args:
        found: every variant.
        label: the label of the reading.
        notes: what is to be said is added to them.

    Raises:
        UnknownReadingError: the label names no reading, or readings that exclude each other.
    """
    check_label(label, found)
    asked = label_parts(label)
    taken = [(frozenset(departure.label for departure in variant.branch.departures), variant) for variant in found]
    in_play = frozenset().union(*(labels for labels, _ in taken))
    idle = asked - in_play
    if idle:
        notes.append(f"The reading {'+'.join(sorted(idle))} makes no difference to this count.")
    wanted = asked & in_play
    holding = [(labels, variant) for labels, variant in taken if labels >= wanted]
    if not holding:
        raise UnknownReadingError(label)
    fewest = min(len(labels) for labels, _ in holding)
    kept = [(labels, variant) for labels, variant in holding if len(labels) == fewest]
    if fewest > len(wanted):
        beside = " or ".join(sorted({"+".join(sorted(labels - wanted)) for labels, _ in kept}))
        notes.append(f"The reading {'+'.join(sorted(wanted))} gives a date here only together with {beside}.")
    return [variant for _, variant in kept]


def check_label(label: str, found: Iterable[Variant] = ()) -> None:
    """Refuse a label that names no reading.

    Args:
        label: one label or several joined with ``+``.
        found: variants whose own labels count as known too.

    Raises:
        UnknownReadingError: it names none.
    """
    own = {departure.label for variant in found for departure in variant.branch.departures}
    for part in label_parts(label):
        if part not in BY_LABEL and part not in own and not part.startswith("from-"):
            raise UnknownReadingError(part)
