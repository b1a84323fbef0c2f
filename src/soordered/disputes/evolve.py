"""From events to the state of a matter: ``evolve`` adds one, ``fold`` many, and neither ever refuses."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import assert_never

from soordered.disputes.draft import Draft
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import ConferralEvent
from soordered.disputes.events_discovery import DiscoveryEvent
from soordered.disputes.events_exchange import ExchangeEvent
from soordered.disputes.events_letter import LetterEvent
from soordered.disputes.events_matter import MatterChange
from soordered.disputes.events_motion import MotionEvent
from soordered.disputes.events_paper import PaperEvent
from soordered.disputes.events_reference import ReferenceEvent
from soordered.disputes.events_time import TimeEvent
from soordered.disputes.evolve_conferral import evolve_conferral
from soordered.disputes.evolve_filing import evolve_discovery, evolve_letter
from soordered.disputes.evolve_matter import evolve_matter, evolve_reference, evolve_time
from soordered.disputes.evolve_motion import evolve_motion
from soordered.disputes.evolve_paper import evolve_exchange, evolve_paper
from soordered.disputes.state import Matter


def evolve(matter: Matter, event: MatterEvent) -> Matter:
    """Return the matter after one more event.

    An event already seen (same id) changes nothing, so that applying twice is applying once.
    For many events use :func:`fold`, which copies the tables once.
    """
    return fold((event,), matter)


def fold(events: Iterable[MatterEvent], start: Matter | None = None) -> Matter:
    """Return the matter after several events, in time linear in their number.

    Args:
        events: in the order in which they were recorded.
        start: the matter before them; an empty one if none.
    """
    draft = Draft(start or Matter())
    for event in events:
        if event.id not in draft.seen:
            draft.seen[event.id] = event
            _apply(draft, event)
    return _frozen(draft)


def _apply(draft: Draft, event: MatterEvent) -> None:
    if isinstance(event, ConferralEvent):
        evolve_conferral(draft, event)
    elif isinstance(event, DiscoveryEvent):
        evolve_discovery(draft, event)
    elif isinstance(event, LetterEvent):
        evolve_letter(draft, event)
    elif isinstance(event, MotionEvent):
        evolve_motion(draft, event)
    elif isinstance(event, TimeEvent):
        evolve_time(draft, event)
    elif isinstance(event, ReferenceEvent):
        evolve_reference(draft, event)
    elif isinstance(event, MatterChange):
        evolve_matter(draft, event)
    elif isinstance(event, ExchangeEvent):
        evolve_exchange(draft, event)
    elif isinstance(event, PaperEvent):
        evolve_paper(draft, event)
    else:
        assert_never(event)


def _frozen(draft: Draft) -> Matter:
    return Matter(
        seen=MappingProxyType(draft.seen),
        corrections=MappingProxyType(draft.corrections),
        withdrawn_events=MappingProxyType(draft.withdrawn_events),
        parties=MappingProxyType(draft.parties),
        counsel=MappingProxyType(draft.counsel),
        orders=MappingProxyType(draft.orders),
        disputes=MappingProxyType(draft.disputes),
        issues=MappingProxyType(draft.issues),
        motions=MappingProxyType(draft.motions),
        hearings=MappingProxyType(draft.hearings),
        filings=MappingProxyType(draft.filings),
        requests=MappingProxyType(draft.requests),
        rulings=MappingProxyType(draft.rulings),
        same_filing=MappingProxyType(draft.same_filing),
        supplements=MappingProxyType(draft.supplements),
        references=draft.references,
        reference_notices=draft.reference_notices,
        known_dates=draft.known_dates,
        happenings=draft.happenings,
        acts_done=draft.acts_done,
        extensions=draft.extensions,
        stays=tuple(draft.stays),
        settlements=draft.settlements,
        powers=draft.powers,
        contested=draft.contested,
        contests_settled=draft.contests_settled,
        judges=draft.judges,
        agreements=draft.agreements,
        submissions=draft.submissions,
        withheld=MappingProxyType(draft.withheld),
        merges=draft.merges,
    )
