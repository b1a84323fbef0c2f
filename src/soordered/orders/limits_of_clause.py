"""Whether a printed time limits the act of its clause."""

from __future__ import annotations

import re

from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.patterns import Pattern
from soordered.orders.times_found import TimeFound
from soordered.rules.timing import Bound, Direction, FixedDate, Period, Unit

_OPENS = Pattern(
    r"\b(?:if|when|whenever|where|should|unless|until|because|since|although|after|before|once|as|in the event|in case|to the extent|regardless)\b"
)
_TIGHT_BOUNDS = frozenset(
    ("", "after", "following", "for", "in", "set for", "have", "has", "get", "gets", "granted", "given", "allowed")
)
_OPENS_OR_LASTS = frozenset(
    ("up to", "no earlier than", "no sooner than", "not earlier than", "not sooner than")
)  # not a last day: a first one, or how long
_BY_AN_EVENT = frozenset(
    (
        "prior to",
        "before",
        "upon",
        "by",
        "until",
        "up to",
        "through",
        "no later than",
        "not later than",
        "on or before",
        "at the time of",
        "contemporaneously with",
        "simultaneously with",
        "concurrently with",
        "together with",
    )
)
IF_NOT_ALREADY = Pattern(r"\bif not\s(?:already|previously|yet)\s[a-z]+(?:ed|en|ought|ade)\b[^,.;]{0,80}$")
_SIGNED = Pattern(r"\b(?:signed|entered|filed|ordered) by[a-z., ]{0,80}$")
_NONE = Pattern(r"\bno\s[^,;.]{3,60}$")
_ON_A_CLOSED_DAY = Pattern(
    r"\bfalls?\s(?:due\s)?on\s(?:a|any)\s(?:weekend|saturday|sunday|(?:federal\s|legal\s|court\s)?holiday)"
)
_IN_TIME = Pattern(r"\b(?:in time|sufficient|sufficiently|early enough)\b")
SHOULD_HAVE = Pattern(r"\b(?:should|ought to)\s(?:already\s)?have\b")  # what was to be done before
_SAME_DAY = Pattern(r"\bsame (?:day|time)\b|^the day (?:it|the)\b")


def how_long(folded: str, time: TimeFound) -> bool:
    """Say whether a length tells how much or how long, not by when: "60 hours of testimony", "less than six years".

    Args:
        folded: the clean text, folded.
        time: the time.
    """
    if time.production != "period" or not isinstance(time.timing, Period):
        return False
    unit = time.timing.length.unit
    if unit is Unit.MINUTE:
        return True
    much = not time.anchored or time.bound_words in {"no more than", "not more than", "up to"}
    if unit is Unit.HOUR and folded.startswith(" of ", time.core[1]) and much:
        return True
    return time.bound_words in {"less than", "fewer than"} and not time.anchored


def limits(time: TimeFound, folded: str, clause: Clause) -> bool:
    """Say whether a printed time limits the act of its clause, rather than describing something else in it.

    A time inside a condition does not ("where a ruling is needed within two days, …"), nor does a
    duration ("for at least one hour") or a day something happened on.
    """
    if time.start < clause.subject[0]:
        lead = folded[clause.start : time.start]
        opener = _OPENS.search(lead)
        if opener is not None and re.search(r",\s(?!and\b|or\b)", lead[opener.end() :]) is None:
            return False
    if (
        time.production == "event"
        and clause.modal in {"may", "will"}
        and _NONE.search(folded, clause.start, clause.nucleus[0])
    ):
        return False  # "no motion may be filed before the conference": not before it, rather than by it
    if time.production == "next day" and _ON_A_CLOSED_DAY.search(folded, clause.sentence.start, time.start):
        return False  # how every date rolls, no date
    if how_long(folded, time) or SHOULD_HAVE.match(folded, clause.nucleus[0]):
        return False
    if clause.modal == "may" and time.bound_words in {"fewer than", "less than"}:
        return False
    if IF_NOT_ALREADY.search(folded, clause.start, time.start):
        return False
    if time.production == "event":
        binds = time.bound_words in _BY_AN_EVENT or (
            time.bound_words == "on"
            and _SAME_DAY.search(time.anchor) is not None
            and (time.start > clause.nucleus[0] or folded.startswith("shall", clause.nucleus[0]))
        )
        fronted = time.start < clause.nucleus[0] and time.anchor.partition(" ")[0].endswith("ing")
        between = folded[clause.nucleus[1] : max(time.start, clause.nucleus[1])]
        done_later = " to be " in between and _IN_TIME.search(between) is None
        return binds and not fronted and not done_later and clause.verb_class not in {"meet", "attend"}
    if isinstance(time.timing, FixedDate):
        if time.bound_words == "on" and _SIGNED.search(folded, max(0, time.start - 90), time.start):
            return False
        return time.bound_words not in _TIGHT_BOUNDS and time.bound_words not in _OPENS_OR_LASTS
    if time.production == "period" and isinstance(time.timing, Period):
        lasting = (
            time.bound_words in {"for", "upon"}
            or time.timing.bound is Bound.AT_LEAST
            or time.timing.length.unit is Unit.MINUTE
        )
        much = time.timing.length.unit is Unit.HOUR and time.bound_words in {"no more than", "not more than", "up to"}
        if time.bound_words in _OPENS_OR_LASTS and time.timing.direction is Direction.AFTER:
            return False
        if much and folded.startswith(" of ", time.core[1]):
            return False  # "no more than 60 hours of testimony": how much, not when
        return time.anchored or (time.bound_words != "" and not lasting)
    return True
