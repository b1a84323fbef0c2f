"""What running a case yields: every duty with its dates and status, and what may be done next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from soordered.deadlines.deadline import Deadline, Moment
from soordered.deadlines.facts import Obligation
from soordered.deadlines.sittings_from_recurring import Sitting
from soordered.disputes.contests_from_matter import Contest
from soordered.disputes.events import MatterEvent
from soordered.disputes.names import Track
from soordered.disputes.next_act import NextAct
from soordered.disputes.reserved_powers_from_matter import ReservedPower
from soordered.disputes.stage_from_dispute import Stage
from soordered.disputes.state import Matter
from soordered.disputes.turn_from_meetings import Turn
from soordered.provenance.problems import Problem
from soordered.provenance.spans import Quote
from soordered.rulefiles.case_file import CaseHead
from soordered.rules.rule import Source
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import ActCode


class Status(StrEnum):
    """Where an obligation stands on the day asked about."""

    WAITING = "waiting"  # its trigger has not happened: never an invented date
    FOR_COURT = "for_court"  # the Court will say when
    FOR_PEOPLE = "for_people"  # a standard for people to judge, or a continuing duty
    OPEN = "open"  # a duty whose dates lie ahead, or have begun to pass under some reading
    OVERDUE = "overdue"  # past every reading, and nothing fulfils it
    DONE = "done"  # in time under every reading
    DONE_ARGUABLE = "done_arguable"  # in time under one reading, late under another
    DONE_LATE = "done_late"  # late under every reading
    CONTESTED = "contested"  # something was done that may not fulfil it
    AVAILABLE = "available"  # a right that may still be used
    USED = "used"
    LAPSED = "lapsed"  # a right whose time is over
    STAYED = "stayed"
    SUPERSEDED = "superseded"
    ENDED = "ended"  # its dispute, motion or hearing ended without it


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """Under which readings something is late.

    Args:
        late: labels of the readings passed.
        in_time: labels of the readings kept.
        past: which of ``act_by``, ``prevailing`` and ``outer`` were passed.
        hour_unknown: the day is right and the hour, on which it turns, is not recorded.
    """

    late: tuple[str, ...] = ()
    in_time: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    hour_unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One obligation with where it stands.

    Args:
        obligation: the rule brought to life, with its dates.
        status: where it stands.
        title: a short name for lists, e.g. ``"file joint letter: d1"``.
        quote: the rule's words, or their place.
        done_by: the event that fulfils it or uses the right.
        done_on: its day and hour.
        lateness: under which readings it is, or was, late.
        contests: what may be contested about the act that fulfils it, or about its trigger.
        notes: what a reader must know beside the dates.
        before: the dates before a correction, an extension or a stay moved them.
        verified: ``"verified by NAME on DATE"`` or ``"unverified"``.
    """

    obligation: Obligation
    status: Status
    title: str
    quote: Quote | None
    done_by: MatterEvent | None = None
    done_on: Moment | None = None
    lateness: Lateness = Lateness()
    contests: tuple[Contest, ...] = ()
    notes: tuple[str, ...] = ()
    before: Deadline | None = None
    verified: str = "unverified"

    @property
    def deadline(self) -> Deadline | None:
        """The dates, ``None`` while waiting."""
        return self.obligation.deadline

    @property
    def live(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.status in _LIVE


_LIVE = frozenset({Status.OPEN, Status.OVERDUE, Status.CONTESTED, Status.AVAILABLE, Status.STAYED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRun:
    """One dispute with how far it has come.

    Args:
        id: its id.
        title: what it is about.
        track: the order's one-time directions, or its standing procedure.
        stage: how far it has come.
        demanded_on: first live demand.
        met_on: last meeting.
        letter_on: last letter.
        open_issues: ids of the issues that remain.
        contests: open and settled points about its facts.
    """

    id: str
    title: str
    track: Track
    stage: Stage
    demanded_on: dt.date | None
    met_on: dt.date | None
    letter_on: dt.date | None
    open_issues: tuple[str, ...]
    contests: tuple[Contest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRun:
    """An order in force in the case.

    Args:
        id: its name in the case.
        source: the text it comes from.
        made: its date.
        notices: how notice was given, in words.
        until: the day it ceased to bind.
        verified: by whom its rules were checked, and when; ``"unverified"`` otherwise.
        not_held: what the text held does not contain, in words.
    """

    id: str
    source: Source
    made: dt.date
    notices: tuple[str, ...]
    until: dt.date | None
    verified: str
    not_held: tuple[str, ...] = ()


class OnCalendar(StrEnum):
    """Where a hearing stands."""

    SET = "set"
    STIPULATED = "stipulated"  # the first of two acts: without notice to the Court it is still on
    SUBMITTED = "submitted"  # stipulated, and the Court was notified
    WITHDRAWN = "withdrawn"  # the motion was
    VACATED = "vacated"
    HELD = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRun:
    """One hearing of the law-and-motion calendar.

    Args:
        id: its id.
        motion: id of the motion.
        title: the motion's title.
        when: day and hour, as it stands or last stood; ``None`` if it was never set.
        place: the courtroom.
        state: where it stands.
        sitting: whether its day is one on which the order has motions heard; ``None`` when no rule says.
    """

    id: str
    motion: str
    title: str
    when: Moment | None
    place: str
    state: OnCalendar
    sitting: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something that people should act on before it hurts.

    Args:
        what: in a sentence.
        about: the dispute or motion.
        because: how it was found.
        rule: id of the rule concerned.
        quote: its words.
    """

    what: str
    about: str
    because: str = ""
    rule: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplacedRun:
    """A rule that would speak to an act of the case, had another not taken its place.

    Args:
        rule: its id.
        source: id of the text it comes from.
        cite: by what it is cited.
        act: the act it times.
        words: its words, or ours with their place.
        by_rule: id of the rule that governs.
        by_source: id of the text of that rule.
        by_cite: by what that rule is cited.
        why: the ground: its rank, or the label by which the other names it.
        about: the motions, requests or rulings concerned; empty where it stands back altogether.
    """

    rule: str
    source: str
    cite: str
    act: ActCode
    words: str
    by_rule: str
    by_source: str
    by_cite: str
    why: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRun:
    """Rules that speak to one act differently and that nothing ranks; all of them stand.

    Args:
        act: the act.
        why: what is at odds.
        rules: ids of the rules.
        cites: by what each is cited.
        quotes: the words of each.
        about: the motions, requests or rulings concerned.
    """

    act: ActCode
    why: str
    rules: tuple[str, ...]
    cites: tuple[str, ...]
    quotes: tuple[str, ...]
    about: tuple[str, ...] = ()


class Point(StrEnum):
    """What a place on the timeline is."""

    PAST = "past"
    CLOCK = "clock"
    HEARING = "hearing"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One place on the timeline of a case.

    Args:
        when: the day, and the hour if there is one.
        point: a past act, a clock that will run out, or a hearing.
        title: in words.
        about: the dispute, motion or filing.
        event: id of the event or obligation.
        contested: whether something may be contested about it.
        until: for a clock, the latest arguable moment.
    """

    when: Moment
    point: Point
    title: str
    about: str
    event: str
    contested: bool = False
    until: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A date that a correction moved.

    Args:
        obligation: id of the obligation.
        title: its name.
        old: the dates before, ``None`` if it had none.
        new: the dates after, ``None`` if it is gone.
        why: the correction in words.
        event: id of the correction.
    """

    obligation: str
    title: str
    old: Deadline | None
    new: Deadline | None
    why: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRun:
    """A case as it stands on a day.

    Args:
        head: caption and judges.
        as_of: the moment asked about.
        orders: in force, or once in force.
        duties: every obligation with its dates and status.
        disputes: how far each has come.
        turn: whose turn the place of the next meeting is.
        contests: every open and settled point about a fact, of disputes, motions and filings alike.
        next_acts: what may be done next, and why not the rest.
        powers: reserved powers by state.
        warnings: what people should act on.
        moved: dates that corrections moved.
        timeline: past acts, open clocks, hearings.
        sittings: the next days on which motions are heard, each with the doubt whether the court sits.
        hearings: what is on, what is submitted, what came off the calendar.
        addressed: what the orders do not address, and what the text held does not contain.
        problems: doubts about texts.
        notes: the lines that go on every output.
        lawbook: version of the shipped law.
        matter: the facts, for those who draw papers from them.
        rulebook: the rules of the orders in force.
    """

    head: CaseHead
    as_of: Moment
    orders: tuple[OrderRun, ...]
    duties: tuple[Duty, ...]
    disputes: tuple[DisputeRun, ...]
    turn: Turn | None
    contests: tuple[Contest, ...]
    next_acts: tuple[NextAct, ...]
    powers: tuple[ReservedPower, ...]
    warnings: tuple[Warned, ...]
    moved: tuple[Moved, ...]
    timeline: tuple[TimelineEntry, ...]
    sittings: tuple[Sitting, ...]
    hearings: tuple[HearingRun, ...]
    displaced: tuple[DisplacedRun, ...]
    conflicts: tuple[ConflictRun, ...]
    addressed: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    lawbook: str
    matter: Matter
    rulebook: Rulebook

    @property
    def findings(self) -> tuple[Duty, ...]:
        """What ``run --strict`` reports: overdue, late (under any reading) or contested duties."""
        return tuple(
            duty
            for duty in self.duties
            if duty.status in {Status.OVERDUE, Status.DONE_ARGUABLE, Status.DONE_LATE, Status.CONTESTED}
        )
