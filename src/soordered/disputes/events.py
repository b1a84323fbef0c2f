"""Every event of a matter, and the code by which case files, the record and the API call it."""

from __future__ import annotations

import re

from soordered.disputes import (
    events_conferral,
    events_discovery,
    events_exchange,
    events_letter,
    events_matter,
    events_motion,
    events_paper,
    events_reference,
    events_time,
)

MatterEvent = (
    events_reference.ReferenceEvent
    | events_conferral.ConferralEvent
    | events_letter.LetterEvent
    | events_exchange.ExchangeEvent
    | events_paper.PaperEvent
    | events_motion.MotionEvent
    | events_discovery.DiscoveryEvent
    | events_time.TimeEvent
    | events_matter.MatterChange
)

_GROUPS = (
    events_reference.ReferenceEvent,
    events_conferral.ConferralEvent,
    events_letter.LetterEvent,
    events_exchange.ExchangeEvent,
    events_paper.PaperEvent,
    events_motion.MotionEvent,
    events_discovery.DiscoveryEvent,
    events_time.TimeEvent,
    events_matter.MatterChange,
)
_IRREGULAR = {"PaperEFiled": "paper_e_filed"}


def _code(name: str) -> str:
    return _IRREGULAR.get(name) or re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


KINDS: dict[str, type[MatterEvent]] = {_code(cls.__name__): cls for group in _GROUPS for cls in group.__args__}
_CODES = {cls: code for code, cls in KINDS.items()}


def kind_of(event: MatterEvent) -> str:
    """Return the code of an event, e.g. ``"meeting_demanded"``; where rules name the same thing, it is their code."""
    return _CODES[type(event)]
