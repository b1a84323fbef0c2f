"""Times that are an event itself: "prior to the conference", "upon first appearance" (a period of no days)."""

from __future__ import annotations

import re

from soordered.orders.patterns import Pattern
from soordered.orders.times_found import TimeFound
from soordered.orders.trigger_from_words import trigger_from_words
from soordered.orders.words_of_times import bound_of
from soordered.rules.timing import Bound, Direction, Length, Period, Unit

_EVENT = Pattern(
    r"\b(?P<bound>upon|prior to|before|by|on|at)\s(?P<anchor>(?:the |any |each |his |her |their |its |said )?"
    r"(?:(?:first|initial|scheduled|final|settlement|case management|status|pre-?trial|discovery|fact|expert|expiration of|close of|completion of"
    r"|conclusion of|commencement of|start of|date of|time of|day of|the|that|aforementioned|foregoing|applicable|existing|current|original)\s){0,5}"
    r"(?:appearance|conference|hearing|trial|deadline|cut-?off|mediation|discovery|deposition|argument)(?:\s(?:expires|passes|closes|begins|commences))?)\b(?!\s(?:may|shall|will|must|scheduling|plan|order|orders|requests?|motions?|court|judge|officer|brief|statement|response|dispute|materials?|counsel|exhibits?|subpoenas?|reports?|letters?|period)\b)"
)
_DAY_OF = Pattern(
    r"\b(?P<bound>on or before|no later than|not later than|prior to|by|before|on|at)\s(?P<anchor>the (?:same )?(?:day|date|time|deadline)\s(?:of|for|that|on which|its|the|when|set for)\s[^,.;:()]{3,60}?)(?=[,.;:]|\s(?:shall|must|may|and|or|to(?! be\b))\b|$)"
)
_NAMED_DATE = Pattern(
    r"\b(?P<bound>on or before|no later than|not later than|prior to|by|before)\s(?P<anchor>(?:the|that|its|any) (?:applicable |scheduled |original )?(?:return|hearing|calendared|scheduled|noticed|due|trial|filing|response|compliance|presentment|argument|conference|deposition|discovery|motion|dispositive motion|completion|cut-?off|closing)s? (?:date|deadline)\b(?: (?:of|for|on) (?:the|that|any|its|such|all) [a-z]+)?)"
)
_EVENT_WORD = Pattern(
    r"\b(?:argument|appearance|conference|hearing|trial|deadline|cut-?off|mediation|discovery|deposition|date|the (?:same )?(?:day|time))\b"
)
_HAPPENS = Pattern(
    r"\b(?P<bound>before|prior to|on or before|no later than|not later than|by)\s(?P<anchor>(?:(?:the|an?|any|his|her|its|their|your|that|this|such)\s(?!judge|court|movant|part|counsel|plaintiff|defendant|clerk|attorney)(?:(?!who|whom|once|that|which|to\b|and\b|or\b)[a-z'-]+\s){1,4}?|it\s|trial\s|discovery\s)"
    r"(?:(?:is|are|was|would|has|have)\s(?:[a-z]+\s){0,3}?[a-z]+|passes|expires|falls due|closes|begins|starts|runs|lapses|convenes)\b(?:\sup\b)?)"
)
_OPENING = Pattern(
    r"\b(?P<bound>before|prior to|no later than|until|up to|through)\s(?P<anchor>(?:opening statements?|jury selection|year's end|the end of the (?:year|month)|the (?:close|completion|start|end|expiration|commencement|conclusion) of [a-z' -]{3,40}))(?=[,.;:)]|\s(?:shall|must|may|will|and|or|is|are)\b|$)"
)
_GERUND = Pattern(
    r"\b(?P<bound>before|prior to)\s(?P<anchor>(?:filing|serving|noticing|bringing|moving|seeking|making|submitting|contacting|requesting|calling|taking|issuing|presenting|setting)\b[^,.;:()]{0,60})"
)
_AT_ONCE = Pattern(
    r"\b(?P<bound>contemporaneously with|simultaneously with|concurrently with|together with|at the time of|at the same time as|on)\s(?P<anchor>(?:the|its|his|her|their|any|such|that)\s(?:same\s)?(?:(?:motion|response|filing|filings|opposition|reply|letter|disclosure|disclosures|report|service|request|notice|submission)\b|day\b(?!\s(?:of|before|after|following)\b)|time\b))"
)
_THE_DAY = Pattern(
    r"\b(?P<anchor>the (?:same )?day\s(?:it|the [a-z]+(?: [a-z]+)?) (?:is|are|was|were) (?:e-)?[a-z]+|the same day(?: (?:as|that) [^,.;:()]{3,40})?)(?=[,.;:)]|\sand\b|$)"
)
_BEGINS = Pattern(r"\b(?:before|prior to|by|no later|not later|upon|day|time|with|on|at)\b")
_BOUNDS_BEFORE = frozenset(
    ("prior to", "before", "by", "no later than", "not later than", "on or before", "until", "up to", "through")
)


def events(folded: str, start: int, end: int) -> list[TimeFound]:
    """Return the times between two places that are an event itself, without a number.

    Example: "before the reply would have been due" is no days before that day.

    Args:
        folded: the clean text, folded.
        start: where to begin, in characters.
        end: where to stop.
    """
    if _BEGINS.search(folded, start, end) is None:
        return []
    patterns = [_HAPPENS, _OPENING, _GERUND, _AT_ONCE]
    if _EVENT_WORD.search(folded, start, end) is not None:
        patterns = [_EVENT, _DAY_OF, _NAMED_DATE, *patterns]
    found = [_event(match) for pattern in patterns for match in pattern.finditer(folded, start, end)]
    if "day" in folded[start:end]:
        found.extend(_event(match, bound="on") for match in _THE_DAY.finditer(folded, start, end))
    return found


def _event(match: re.Match[str], *, bound: str = "") -> TimeFound:
    words = bound or match["bound"]
    before = words in _BOUNDS_BEFORE
    return TimeFound(
        start=match.start(),
        end=match.end(),
        timing=Period(
            length=Length(0, Unit.DAY),
            direction=Direction.BEFORE if before else Direction.AFTER,
            bound=bound_of(words, Direction.BEFORE) if before else Bound.ON,
            trigger=trigger_from_words(match["anchor"]),
        ),
        production="event",
        bound_words=words,
        core=match.span("anchor"),
        anchor=match["anchor"],
    )
