"""Whose turn it is to choose the place of the next meeting, and why; with the other ways to count."""

from __future__ import annotations

from dataclasses import dataclass

from soordered.disputes.events_conferral import MeetingHeld
from soordered.disputes.names import Side, Track
from soordered.disputes.state import Matter
from soordered.provenance.spans import Quote
from soordered.rules.rule import Mode, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, Bearer, BearerCode, Facet, Scope

_SIDES: dict[BearerCode, Side] = {
    Bearer.PLAINTIFF: Side.PLAINTIFF,
    Bearer.PLAINTIFF_COUNSEL: Side.PLAINTIFF,
    Bearer.DEFENDANT: Side.DEFENDANT,
    Bearer.DEFENDANT_COUNSEL: Side.DEFENDANT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnReading:
    """One way to count the turns.

    Args:
        label: ``per-meeting``, ``per-dispute``, and either with ``-court-room-counts``.
        side: whose turn it is by this count.
        because: the count in words.
    """

    label: str
    side: Side
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Whose turn it is.

    Args:
        side: by the reading the words support best.
        readings: every way to count, that one first; the others only where they give another side.
        rule: the rule that makes the places alternate.
        quote: its words.
        meetings: how many meetings were held, the Court's own room apart.
        in_court_room: how many were held in a room the Court named.
    """

    side: Side
    readings: tuple[TurnReading, ...]
    rule: str
    quote: Quote | None
    meetings: int
    in_court_room: int

    @property
    def contested(self) -> bool:
        """Whether another way to count gives the other side."""
        return any(reading.side is not self.side for reading in self.readings)


def alternation_rule(book: Rulebook) -> tuple[Rule, tuple[Side, ...]] | None:
    """Return the rule that makes the places alternate, with the sides in the order of their turns."""
    turns: tuple[Side, ...] = ()
    found: Rule | None = None
    for rule in book:
        place = rule.manner.place if rule.manner else None
        if place is None or rule.scope is Scope.CASE:
            continue
        sides = tuple(_SIDES[code] for code in place.chosen_by if code in _SIDES)
        if place.alternates and found is None:
            found = rule
        if sides and (place.alternates or rule.act is Act.CHOOSE_LOCATION):
            turns += tuple(side for side in sides if side not in turns)
    if found is None or not turns:
        return None
    return found, turns if len(turns) > 1 else (turns[0], turns[0].other or turns[0])


def next_turn(matter: Matter, book: Rulebook) -> Turn | None:
    """Say whose turn it is to choose the place of the next meeting.

    Args:
        matter: with the meetings held, and disputes withdrawn or merged.
        book: the order's rules.

    Returns:
        ``None`` when no rule makes the places alternate.
    """
    found = alternation_rule(book)
    if found is None:
        return None
    rule, sides = found
    held = _held(matter)
    return _turn(matter, rule=rule, sides=sides, held=held)


def turns_of_meetings(matter: Matter, book: Rulebook) -> dict[str, Side]:
    """Return, for each meeting held outside the Court's room, whose turn it was by the prevailing count.

    A dispute withdrawn after its meeting, or merged, takes no turn back: the meeting was held.
    """
    found = alternation_rule(book)
    if found is None:
        return {}
    _, sides = found
    ordinary = [meeting for dispute, meeting in _held(matter) if not _in_court_room(matter, dispute, meeting)]
    return {meeting.id: sides[n % len(sides)] for n, meeting in enumerate(ordinary)}


def _has_place(meeting: MeetingHeld) -> bool:
    """Say whether a meeting took a turn: one by telephone or video was at no place that anybody chose."""
    return meeting.mode is Mode.IN_PERSON or meeting.chosen_by is not None


def _held(matter: Matter) -> list[tuple[str, MeetingHeld]]:
    held = [
        (dispute.id, meeting)
        for dispute in matter.disputes.values()
        for meeting in matter.standing(dispute.meetings)
        if _has_place(meeting)
    ]
    held.sort(key=lambda pair: matter.moment(pair[1]))
    return held


def _in_court_room(matter: Matter, dispute: str, meeting: MeetingHeld) -> bool:
    if meeting.chosen_by is not None:
        return meeting.chosen_by is Side.COURT
    return matter.disputes[dispute].track is Track.CASE


def _turn(matter: Matter, *, rule: Rule, sides: tuple[Side, ...], held: list[tuple[str, MeetingHeld]]) -> Turn:
    by_court = [pair for pair in held if _in_court_room(matter, *pair)]
    ordinary = [pair for pair in held if not _in_court_room(matter, *pair)]
    roots = matter.roots() if matter.merges else {}
    disputes = len({roots.get(dispute, dispute) for dispute, _ in ordinary})
    court_disputes = len({roots.get(dispute, dispute) for dispute, _ in held})
    counts = (
        ("per-meeting", len(ordinary), f"{_number(len(ordinary), 'meeting')} held at a place a side chose"),
        ("per-dispute", disputes, f"{_number(disputes, 'dispute')} with a meeting at a place a side chose"),
        (
            "per-meeting-court-room-counts",
            len(held),
            f"{_number(len(held), 'meeting')} held, the Court's own room counted as the first side's turn",
        ),
        (
            "per-dispute-court-room-counts",
            court_disputes,
            f"{_number(court_disputes, 'dispute')} with a meeting, the Court's own room counted",
        ),
    )
    readings = tuple(
        TurnReading(label=label, side=sides[n % len(sides)], because=f"{why}; {sides[0]} chooses first")
        for label, n, why in counts
    )
    main = readings[0]
    others = tuple(reading for reading in readings[1:] if reading.side is not main.side)
    return Turn(
        side=main.side,
        readings=(main, *others),
        rule=rule.id,
        quote=rule.quote(Facet.LOCATION) or rule.quote(),
        meetings=len(ordinary),
        in_court_room=len(by_court),
    )


def _number(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
