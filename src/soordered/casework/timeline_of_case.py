"""The timeline of a case: past acts, clocks that run, hearings to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soordered.casework.case_run import Duty, Point, TimelineEntry
from soordered.deadlines.deadline import Moment
from soordered.disputes.contests_from_matter import Contest
from soordered.disputes.events import MatterEvent, kind_of
from soordered.disputes.events_conferral import EffortMade
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.disputes.events_matter import CounselAppeared, FactContested, PartyJoined
from soordered.disputes.events_motion import HearingSet
from soordered.disputes.events_time import DateKnown
from soordered.disputes.names import Visibility
from soordered.disputes.state import Matter
from soordered.provenance.dates_in_words import day_in_words

_BACKGROUND = PartyJoined | CounselAppeared | DateKnown | PositionStated | CompromiseProposed | FactContested


def timeline_of_case(
    matter: Matter, duties: Sequence[Duty], contests: Iterable[Contest], *, as_of: Moment
) -> tuple[TimelineEntry, ...]:
    """Put past acts, open clocks and coming hearings in order of time.

    Args:
        matter: the facts to date.
        duties: with their dates and status.
        contests: open points, to mark the acts they touch.
        as_of: the moment asked about.
    """
    zone = as_of.zone
    contested = {point.event for point in contests if point.settled is None}
    entries = [
        TimelineEntry(
            when=Moment(matter.on(event), matter.at(event), zone),
            point=Point.PAST,
            title=_words(event),
            about=event.about,
            event=event.id,
            contested=event.id in contested,
        )
        for event in matter.seen.values()
        if matter.stands(event) and not isinstance(event, _BACKGROUND) and not _private(event)
    ]
    entries += [
        TimelineEntry(
            when=duty.deadline.act_by,
            point=Point.CLOCK,
            title=duty.title,
            about=duty.obligation.about,
            event=duty.obligation.id,
            contested=duty.deadline.contested,
            until=duty.deadline.outer,
        )
        for duty in duties
        if duty.live and duty.deadline is not None
    ]
    for hearing in matter.hearings.values():
        setting = matter.setting_of(hearing)
        if setting is not None and matter.stands(setting) and matter.heard_on(setting)[0] >= as_of.date:
            entries.append(
                TimelineEntry(
                    when=Moment(*matter.heard_on(setting), zone),
                    point=Point.HEARING,
                    title=f"hearing: {hearing.motion or hearing.id}" + (f", {setting.place}" if setting.place else ""),
                    about=hearing.motion,
                    event=hearing.id,
                )
            )
    return tuple(sorted(entries, key=lambda entry: (entry.when.sort_key, entry.point)))


def _private(event: MatterEvent) -> bool:
    return isinstance(event, EffortMade) and event.visibility is Visibility.PRIVATE


def _words(event: MatterEvent) -> str:
    words = kind_of(event).replace("_", " ")
    by = f" by {event.by}" if event.by else ""
    match event:
        case HearingSet():
            return f"hearing set for {day_in_words(event.hearing_on)}{by}"
        case _:
            title = getattr(event, "title", "")
            return f"{words}{by}{f': {title}' if title else ''}"
