"""How and where an act is done: in person or by telephone, in which room, who must come, for how long."""

from __future__ import annotations

import re

from soordered.orders.act_from_clause import Frame
from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.norms import Find
from soordered.orders.patterns import Pattern
from soordered.orders.places_from_text import place_after
from soordered.orders.times_found import TimeFound
from soordered.rules.rule import Manner, Mode, Place
from soordered.rules.timing import Bound, Period, Unit
from soordered.rules.vocabulary import Act, Bearer, Facet

MODE_WORDS: tuple[tuple[str, Mode], ...] = (
    (r"in[ -]person|face[ -]to[ -]face", Mode.IN_PERSON),
    (r"by video|via (?:zoom|video)|video ?conference|by zoom", Mode.VIDEO),
    (r"(?:by |via )?tele(?:phone|conference)|telephonic|by phone|voice to voice", Mode.TELEPHONE),
    (r"correspondence|e-?mail|in writing|written", Mode.WRITTEN),
)
_CHOSEN = Pattern(r"(?:location|place) (?:to be )?(?:selected|determined|chosen|designated|picked) by (?P<who>.{3,60})")
_ACTS = frozenset((Act.MEET_AND_CONFER, Act.APPEAR, Act.MEDIATE, Act.HOLD_CONFERENCE, Act.MAKE_EFFORTS))


def modes_in(words: str) -> tuple[Mode, ...]:
    """Return the modes that folded words name ("by telephone or face to face")."""
    return tuple(mode for pattern, mode in MODE_WORDS if re.search(pattern, words))


def manner_of_clause(
    clean: str, folded: str, clause: Clause, frame: Frame, *, times: tuple[TimeFound, ...], finds: list[Find]
) -> Manner | None:
    """Return how a clause's act is to be done; a room it names is added to ``finds``.

    Args:
        clean: the clean text.
        folded: the same, folded.
        clause: the clause.
        frame: what it is about.
        times: its printed times: one that lasts ("for at least one hour") is the least duration.
        finds: the clause's typed spans, which a room joins.
    """
    if frame.act not in _ACTS:
        return None
    text = folded[clause.nucleus[0] : clause.end]
    modes = modes_in(text)
    if frame.act is Act.MAKE_EFFORTS:
        return Manner(modes=modes) if modes else None
    modes = tuple(mode for mode in modes if mode is not Mode.WRITTEN)
    whole = folded[clause.subject[0] : clause.end]
    if "alternate" in whole:
        return Manner(place=Place(alternates=True))
    if clause.verb in {"choose", "select", "pick", "host", "designate"}:
        chooser = bearer_from_words(folded[clause.subject[0] : clause.subject[1]])
        turns = re.search(r"\bin turn\b|first meeting|second|next", whole) is not None
        second = bearer_from_words(whole[whole.find("first") :].partition(",")[2]) if turns else None
        chosen_by = tuple(who for who in (chooser, second) if who is not None)
        return Manner(place=Place(chosen_by=chosen_by, alternates=turns))
    chosen = _CHOSEN.search(whole)
    if chosen is not None:
        who = bearer_from_words(chosen["who"])
        return Manner(place=Place(chosen_by=(who,) if who else (), alternates="next" in whole or "first" in whole))
    place = _place(clean, clause, finds) if frame.act is Act.MEET_AND_CONFER else None
    attendance: tuple[Bearer, ...] = ()
    bearer = bearer_from_words(folded[clause.subject[0] : clause.subject[1]])
    if frame.act is Act.MEET_AND_CONFER and bearer is Bearer.LEAD_TRIAL_COUNSEL:
        attendance = (bearer,)
    minutes = _least_minutes(times)
    if not (modes or place or attendance or minutes):
        return None
    return Manner(modes=modes, place=place, attendance=attendance, minimum_minutes=minutes)


def _place(clean: str, clause: Clause, finds: list[Find]) -> Place | None:
    spot = place_after(clean, clause.nucleus[1], clause.end)
    if spot is None:
        return None
    begin = clean.rfind(" in ", clause.nucleus[1], spot[0] + 1)
    start = begin + 1 if begin >= 0 and spot[0] - begin <= 8 else spot[0]
    finds.append(Find(facet=Facet.LOCATION, start=start, end=spot[1], production="place"))
    return Place(words=" ".join(clean[spot[0] : spot[1]].split()))


def _least_minutes(times: tuple[TimeFound, ...]) -> int | None:
    for time in times:
        if isinstance(time.timing, Period) and not time.anchored and time.timing.bound is Bound.AT_LEAST:
            if time.timing.length.unit is Unit.HOUR:
                return 60 * time.timing.length.n
            if time.timing.length.unit is Unit.MINUTE:
                return time.timing.length.n
    return None
