"""One limit made of two times: the earlier or the later of them.

Productions:

* *whichever*  "by June 3, 2020, or 30 days after the ruling, whichever is later"
* *of both*    "by the earlier of June 3, 2020 or seven days before the hearing"
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.times_found import TimeFound
from soordered.rules.timing import EarliestOf, FixedDate, LatestOf, Period
from soordered.rules.vocabulary import Facet

_WHICHEVER = Pattern(
    r"[^.;]{0,60}?,?\s\(?whichever\s(?:(?:date|event|period|time|of these)\s)?(?:(?:is|occurs|comes|shall be|shall occur|falls|happens)\s)?(?:the\s)?(?P<which>earlier|earliest|sooner|soonest|first|later|latest|last)\b"
)
_OF_BOTH = Pattern(
    r"\b(?P<which>earlier|earliest|sooner|first|later|latest)\s(?:to occur\s)?of:?\s(?:either\s)?(?:\(?[a-z0-9]{1,2}\)\s)?(?:the\s)?$"
)
_BETWEEN = Pattern(r"[^.;]{0,90}?[,;]?\s?\b(?:or|and)\s[^.]{0,60}")
_EARLIER = frozenset(("earlier", "earliest", "sooner", "soonest", "first"))
_TIMED = frozenset((Facet.DEADLINE, Facet.CUTOFF_TIME))


def with_choices(norms: list[Norm], found: Sequence[TimeFound], sentence: Sentence, folded: str) -> list[Norm]:
    """Return the norms of a sentence, those that two times limit together made one.

    Example: "within 21 days or by June 3, 2020, whichever is earlier" is one limit, the earlier of both.

    Args:
        norms: the norms of the sentence.
        found: every time printed in it, in order.
        sentence: the sentence.
        folded: the clean text, folded.
    """
    if len(found) < 2 or not norms:
        return norms
    for one, other in itertools.pairwise(found):
        which = _which(folded, sentence, one, other)
        if which is not None:
            norms = _joined(norms, one, other, which)
    return norms


def _which(folded: str, sentence: Sentence, one: TimeFound, other: TimeFound) -> str | None:
    if _BETWEEN.fullmatch(folded, one.end, other.start) is None:
        return None
    before = _OF_BOTH.search(folded, max(sentence.start, one.start - 40), one.start)
    after = _WHICHEVER.match(folded, other.end, sentence.end)
    match = before or after
    return None if match is None else match["which"]


def _joined(norms: list[Norm], one: TimeFound, other: TimeFound, which: str) -> list[Norm]:
    first = next((norm for norm in norms if _states(norm, one)), None)
    second = next((norm for norm in norms if _states(norm, other)), None)
    base = first or second
    if base is None or not isinstance(base.timing, Period | FixedDate):
        return norms
    one_timing = first.timing if first is not None and isinstance(first.timing, Period | FixedDate) else one.timing
    other_timing = (
        second.timing if second is not None and isinstance(second.timing, Period | FixedDate) else other.timing
    )
    options = (one_timing, other_timing)
    times = tuple(
        Find(
            facet=Facet.DEADLINE if timing.clock is None else Facet.CUTOFF_TIME,
            start=time.start,
            end=time.end,
            production="the earlier or the later",
        )
        for time, timing in zip((one, other), options, strict=True)
    )
    rest = tuple(find for find in base.finds if find.facet not in _TIMED)
    joined = replace(
        base, timing=EarliestOf(options) if which in _EARLIER else LatestOf(options), finds=(*times, *rest)
    )
    return [joined if norm is base else norm for norm in norms if norm is base or norm not in (first, second)]


def _states(norm: Norm, time: TimeFound) -> bool:
    return any(find.facet in _TIMED and find.start < time.end and time.start < find.end for find in norm.finds)
