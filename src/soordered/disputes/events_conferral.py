"""Events of a dispute up to and including the meeting of lead trial counsel."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.disputes.happening import Happening
from soordered.disputes.names import Effort, Side, Track, Visibility
from soordered.rules.rule import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeArose(Happening):
    """A discovery dispute arose; ``about`` is its id.

    Args:
        title: what it is about.
        track: the order's one-time directions, or its standing procedure.
        urgent: whether it cannot wait for the procedure (a deposition under way).
        non_party: id of the non-party concerned, if any.
    """

    title: str = ""
    track: Track = Track.STANDING
    urgent: bool = False
    non_party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortMade(Happening):
    """An informal effort to resolve the dispute.

    Args:
        how: telephone, e-mail, teleconference, correspondence ….
        summary: what was said, in the words of whoever made the entry.
        visibility: private to the side, or shared with the other on purpose.
    """

    how: Effort = Effort.OTHER
    summary: str = ""
    visibility: Visibility = Visibility.PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortShared(Happening):
    """A private entry was shared with the other side.

    Args:
        effort: id of the effort.
    """

    effort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortConfirmed(Happening):
    """The other side confirmed a shared entry.

    Args:
        effort: id of the effort.
    """

    effort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortDisputed(Happening):
    """The other side disputed a shared entry; the entry stays as it was written.

    Args:
        effort: id of the effort.
        answer: what the other side says instead.
    """

    effort: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortsFailed(Happening):
    """A side says that informal efforts have been unsuccessful: a standard for people, recorded and not judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDemanded(Happening):
    """A party demanded a meeting of lead trial counsel; a fact, early or not.

    Args:
        received_on: when the other side had it, if another day.
        received_at: at what hour.
        how: by which way it was sent.
    """

    received_on: dt.date | None = None
    received_at: dt.time | None = None
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandWithdrawn(Happening):
    """A demand was taken back by the party that made it.

    Args:
        demand: id of the demand.
    """

    demand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesOffered(Happening):
    """A side offered days for the meeting.

    Args:
        dates: the days.
        words: hours and conditions, in words.
    """

    dates: tuple[dt.date, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationChosen(Happening):
    """A side chose the place of the next meeting.

    Args:
        place: where.
    """

    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(Happening):
    """A meeting took place; a fact, whatever the mode.

    Args:
        mode: in person, by video, by telephone ….
        present: ids of those who came.
        place: where.
        chosen_by: the side that chose the place; the Court when the order named its own room.
        minutes: how long.
        ended_at: the hour it ended.
    """

    mode: Mode = Mode.IN_PERSON
    present: tuple[str, ...] = ()
    place: str = ""
    chosen_by: Side | None = None
    minutes: int | None = None
    ended_at: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingConfirmed(Happening):
    """A side confirmed the record of a meeting.

    Args:
        meeting: id of the meeting.
    """

    meeting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDisputed(Happening):
    """A side disputed the record of a meeting: both accounts stay.

    Args:
        meeting: id of the meeting.
        answer: what that side says instead.
    """

    meeting: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentCallMade(Happening):
    """Counsel called chambers during a discovery event.

    Args:
        event: what was under way (a deposition, an inspection).
        answer: what chambers said.
    """

    event: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeWithdrawn(Happening):
    """A dispute was given up by the side that raised it, or by both.

    Args:
        why: in words.
    """

    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputesMerged(Happening):
    """A dispute was taken up into another; ``about`` is the one that goes on.

    Args:
        merged: ids of the disputes that end in it.
    """

    merged: tuple[str, ...] = ()


ConferralEvent = (
    DisputeArose
    | EffortMade
    | EffortShared
    | EffortConfirmed
    | EffortDisputed
    | EffortsFailed
    | MeetingDemanded
    | DemandWithdrawn
    | DatesOffered
    | LocationChosen
    | MeetingHeld
    | MeetingConfirmed
    | MeetingDisputed
    | UrgentCallMade
    | DisputeWithdrawn
    | DisputesMerged
)
