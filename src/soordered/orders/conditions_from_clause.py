"""What must hold before a norm binds, what is excepted, and which rules it names."""

from __future__ import annotations

import re

from soordered.orders.patterns import Pattern
from soordered.orders.trigger_from_words import trigger_from_words
from soordered.rules.rule import Precondition
from soordered.rules.vocabulary import Trigger

_LEAD = Pattern(
    r"(?:^|\s)(?P<word>if|when|whenever|where|once|after|upon|in the event(?: that)?|should|unless|absent|thereafter|as soon as)\b(?P<words>[^,;]{0,200})"
)
_JUDGED = Pattern(
    r"unsuccessful|fail|unable|good faith|necessary|appropriate|reasonabl|possible|conflict|practicable|required"
)
_EXCEPT = Pattern(
    r",?\s(?P<words>(?:unless|except(?: that| as| for| those)?|absent|with the exception of)\s[^.;]{3,200})",
    re.IGNORECASE,
)
_CITES = Pattern(
    r"(?:Fed(?:eral|\.)?\s?R(?:ules?|\.)?\s?(?:of\s)?(?:Civ(?:il|\.)?|Evid\.?|Crim\.?|App\.?)\s?P?(?:rocedure|\.)?,?\s?(?:\d+(?:\.\d+)?(?:\([A-Za-z0-9]{1,4}\)){0,5})"
    r"|(?:Civil\s)?L(?:ocal|\.)?\s?R(?:ules?|\.)?\s?(?:\d+[-.]\d+(?:[.-]\d+)*(?:\([A-Za-z0-9]{1,4}\)){0,4})"
    r"|General Orders?(?:\sNos?\.)?\s?\d+|(?:F\.?R\.?C\.?P\.?|FRCP|Rules?)\s\d+(?:\.\d+)?(?:\([A-Za-z0-9]{1,4}\)){0,5}|\d+ U\.S\.C\. §+ ?\d+(?:\([a-z0-9]\))*)",
)


def conditions_before(folded: str, start: int, end: int) -> tuple[Precondition, ...]:
    """Return the conditions that stand before a subject: "Once those efforts have proved unsuccessful, any party …".

    Args:
        folded: the clean text, folded.
        start: first character of the clause.
        end: where its subject begins.
    """
    lead = folded[start:end].strip(" ,")
    match = _LEAD.search(lead[:300])
    if match is None or match["word"] in ("unless", "absent"):
        return ()
    words = match["words"].strip()
    if match["word"] == "thereafter":
        return (Precondition(words="the time before has passed", trigger=Trigger.DEADLINE_PASSES),)
    if not words:
        return ()
    trigger = trigger_from_words(words)
    return (
        Precondition(
            words=words[:160],
            trigger=trigger if isinstance(trigger, Trigger) and "unable" not in words else None,
            judged=_JUDGED.search(words) is not None,
        ),
    )


def exceptions_in(clean: str, start: int, end: int) -> tuple[str, ...]:
    """Return what a predicate excepts, in its own words ("unless any party is appearing pro se")."""
    return tuple(" ".join(match["words"].split())[:160] for match in _EXCEPT.finditer(clean, start, end))


def cites_in(clean: str, start: int, end: int) -> tuple[str, ...]:
    """Return the rules and statutes a stretch names, as printed."""
    found: list[str] = []
    for match in _CITES.finditer(clean, start, end):
        words = " ".join(match[0].split()).rstrip(".,")
        if words not in found:
            found.append(words)
    return tuple(found)
