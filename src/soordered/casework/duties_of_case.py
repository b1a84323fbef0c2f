"""From obligations to duties: where each stands, by which fact it ended, late under which readings."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from soordered.calendars.time_law import TimeLaw
from soordered.casework.case_run import Duty, Lateness, Status
from soordered.casework.lateness_of_act import lateness_of, overdue_on
from soordered.casework.moved_deadlines import Extensions, Stays, after_stay, extended, extensions_by_act
from soordered.casework.orders_in_case import OrderInCase
from soordered.casework.superseded_clocks import under_both_orders
from soordered.deadlines.deadline import Moment, Settlement
from soordered.deadlines.facts import Fact, Obligation, Waiting
from soordered.disputes.acts_from_matter import ActsDone, acts_done
from soordered.disputes.contests_from_matter import Contest
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_matter import Ground
from soordered.disputes.events_motion import LeaveGiven
from soordered.disputes.names import Side
from soordered.disputes.rules_for_dispute import PROCEDURE
from soordered.disputes.stage_from_dispute import Stage, stage_of
from soordered.disputes.state import Matter
from soordered.provenance.spans import Quote
from soordered.rules.rule import Rule
from soordered.rules.timing import Direction, Period, Standard
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other, Trigger

# grounds on which what was done may not fulfil the duty at all
_MAY_NOT_FULFIL = frozenset(Ground) - {Ground.PREMATURE, Ground.LATE, Ground.PLACE, Ground.NO_SITTING}
_RIGHTS = frozenset(
    {Act.WITHDRAW_MOTION, Act.OBJECT_TO_RULING, Act.OBJECT_TO_SUBPOENA, Act.FILE_DISCOVERY_MOTION, Act.FILE_REPLY}
)
_SUBMISSION = frozenset({Act.NOTIFY_COURT, Act.SUBMIT_WITHOUT_ARGUMENT})
_ENDS = {
    Stage.WITHDRAWN: "The dispute was withdrawn.",
    Stage.RESOLVED: "Every issue of the dispute was resolved.",
    Stage.DETERMINED: "The Court's determination disposed of the dispute.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    matter: Matter
    orders: Sequence[OrderInCase]
    settlements: tuple[Settlement, ...]
    side: str
    law: TimeLaw
    as_of: Moment
    acts: ActsDone
    contests: Mapping[str, tuple[Contest, ...]]
    extensions: Extensions
    stays: Stays
    stages: Mapping[str, Stage]
    roots: Mapping[str, str]
    last_meetings: Mapping[str, dt.date]


def duties_of_case(
    matter: Matter,
    found: Sequence[Obligation],
    *,
    orders: Sequence[OrderInCase],
    contests: Sequence[Contest],
    law: TimeLaw,
    as_of: Moment,
    settlements: tuple[Settlement, ...] = (),
    side: str = "",
) -> tuple[Duty, ...]:
    """Say of every obligation where it stands.

    Args:
        matter: the facts to date.
        found: obligations with their computed dates.
        orders: the orders with their lives.
        contests: what may be contested about the facts.
        law: the law of time for the court.
        as_of: the moment asked about; without an hour, any hour of that day.
        settlements: contested points settled.
        side: whose view this is.
    """
    by_event: dict[str, tuple[Contest, ...]] = {}
    for point in contests:
        by_event[point.event] = (*by_event.get(point.event, ()), point)
    setting = _Setting(
        matter=matter,
        orders=tuple(orders) if any(order.until is not None for order in orders) else (),
        settlements=settlements,
        side=side,
        law=law,
        as_of=as_of,
        acts=acts_done(matter),
        contests=by_event,
        extensions=extensions_by_act(matter),
        stays=Stays(matter),
        stages={dispute.id: stage_of(matter, dispute) for dispute in matter.disputes.values()},
        roots=matter.roots() if matter.merges else {},
        last_meetings={
            dispute.id: matter.on(meetings[-1])
            for dispute in matter.disputes.values()
            if (meetings := matter.standing(dispute.meetings))
        },
    )
    return _told_apart(_alternatives([_duty(obligation, setting) for obligation in found]))


def _alternatives(duties: list[Duty]) -> list[Duty]:
    """Let nothing be overdue by one form of a rule while another, that may be the one in force, still runs."""
    forms: dict[tuple[str, ActCode, str], list[int]] = {}
    for place, duty in enumerate(duties):
        rule = duty.obligation.rule
        if rule.doubts and rule.authority is not None and duty.deadline is not None:
            forms.setdefault((rule.authority.cite, rule.act, duty.obligation.about), []).append(place)
    for places in forms.values():
        ends = [
            deadline.outer for place in places if duties[place].status in _RUNS and (deadline := duties[place].deadline)
        ]
        if not ends:
            continue
        last = max(ends, key=lambda end: end.sort_key)
        note = f"Past by this form of the rule only; the other form runs until {last.date}, and which was in force is not known."
        for place in places:
            status = _NOT_YET.get(duties[place].status)
            if status is not None:
                duties[place] = replace(duties[place], status=status, notes=(note, *duties[place].notes))
    return duties


_RUNS = frozenset({Status.OPEN, Status.AVAILABLE})
_NOT_YET = {Status.OVERDUE: Status.OPEN, Status.LAPSED: Status.AVAILABLE}


def _told_apart(duties: list[Duty]) -> tuple[Duty, ...]:
    """Add rule and trigger to a title that several duties share."""
    shared = Counter(duty.title for duty in duties if duty.deadline is not None)
    return tuple(
        duty
        if shared[duty.title] < 2 or duty.deadline is None or duty.obligation.fact is None
        else replace(duty, title=f"{duty.title} ({_told_by(duty.obligation.rule, duty.obligation.fact)})")
        for duty in duties
    )


def _told_by(rule: Rule, fact: Fact) -> str:
    name = rule.authority.cite if rule.authority is not None else rule.id
    trigger = fact.trigger.words if isinstance(fact.trigger, Other) else str(fact.trigger).replace("_", " ")
    return f"{name}, from {trigger} {fact.on}"


def _duty(obligation: Obligation, setting: _Setting) -> Duty:
    rule, fact = obligation.rule, obligation.fact
    obligation, both = under_both_orders(
        obligation, setting.orders, setting.law, settlements=setting.settlements, side=setting.side
    )
    moved, before, notes = extended(obligation, setting.extensions, setting.law)
    notes = (*notes, *both)
    notes = (*notes, *_notes(moved, setting))
    done = _done_by(moved, setting)
    still, until = False, dt.date.min
    while stay := next((one for one in setting.stays.over(moved) if one.entered.on >= until), None):
        if _done_before(done, stay.entered, setting):
            break
        if stay.lifted is None:
            still = True
            notes = (*notes, f"Stayed since {stay.entered.on}; the dates are those before the stay, and do not run.")
            break
        before = before or moved.deadline
        moved, more = after_stay(moved, stay, setting.law)
        notes, until = (*notes, *more), stay.lifted.on
    contests = setting.contests.get(done.id, ()) if done is not None else ()
    if fact is not None:
        contests += tuple(point for point in setting.contests.get(_event_id(fact), ()) if point not in contests)
    done_on = None if done is None else _moment(done, setting)
    status, lateness = _status(moved, done, done_on, setting, still=still)
    if status is Status.USED and rule.act is Act.WITHDRAW_MOTION and done is not None and lateness.late:
        contests += _without_leave(moved, done, setting)
    ended = _ended_because(moved, setting) if status is Status.ENDED else ""
    return Duty(
        obligation=moved,
        status=status,
        title=_title(moved),
        quote=_quote(rule),
        done_by=done,
        done_on=done_on,
        lateness=lateness,
        contests=contests,
        notes=(*notes, *((ended,) if ended else ())),
        before=before,
        verified=verified_words(rule),
    )


def verified_words(rule: Rule) -> str:
    """Say who checked a rule against its words, or that nobody did."""
    if rule.verified is None:
        return "unverified"
    return f"verified by {rule.verified.by} on {rule.verified.on.isoformat()}"


def _status(
    obligation: Obligation,
    done: MatterEvent | None,
    done_on: Moment | None,
    setting: _Setting,
    *,
    still: bool,
) -> tuple[Status, Lateness]:
    rule, deadline = obligation.rule, obligation.deadline
    match obligation.waiting:
        case Waiting.FOR_TRIGGER:
            return Status.WAITING, Lateness()
        case Waiting.FOR_COURT:
            return Status.FOR_COURT, Lateness()
        case Waiting.FOR_JUDGMENT:
            return Status.FOR_PEOPLE, Lateness()
        case None:
            pass
    if deadline is None:
        return Status.WAITING, Lateness()
    if rule.for_court:
        return Status.FOR_COURT, Lateness()
    right = _is_right(obligation, setting)
    if done is not None and done_on is not None:
        lateness = lateness_of(deadline, done_on, rule)
        if right:
            return Status.USED, lateness
        if _doubted(done, setting):
            return Status.CONTESTED, lateness
        if not lateness.late and not lateness.hour_unknown:
            return Status.DONE, lateness
        return (Status.DONE_ARGUABLE if lateness.in_time else Status.DONE_LATE), lateness
    over = overdue_on(deadline, setting.as_of)
    if _ended_because(obligation, setting):
        return Status.ENDED, over
    if still:
        return Status.STAYED, Lateness()
    if "outer" in over.past:
        return (Status.LAPSED if right else Status.OVERDUE), over
    return (Status.AVAILABLE if right else Status.OPEN), over


def _is_right(obligation: Obligation, setting: _Setting) -> bool:
    rule = obligation.rule
    if rule.act in _SUBMISSION:  # submitting is the parties' choice; once they stipulate, the notice is due
        motion = setting.matter.motions.get(obligation.about)
        return motion is None or not setting.matter.standing(motion.stipulations)
    return rule.modality in {Modality.MAY, Modality.MUST_NOT} or rule.act in _RIGHTS


def _ended_because(obligation: Obligation, setting: _Setting) -> str:
    """Return why nothing is due any more; a duty ends by a fact, never by a click."""
    if obligation.rule.act in PROCEDURE and obligation.about in setting.stages:
        words = _ENDS.get(setting.stages[setting.roots.get(obligation.about, obligation.about)])
        if words is not None:
            return words
    motion = setting.matter.motions.get(obligation.about)
    if motion is not None and obligation.rule.act is not Act.WITHDRAW_MOTION:
        withdrawn = setting.matter.standing(motion.withdrawals)
        if withdrawn:
            return f"The motion was withdrawn on {setting.matter.on(withdrawn[0])}."
    return ""


def _done_by(obligation: Obligation, setting: _Setting) -> MatterEvent | None:
    """Return the first fact that did the act after the clock began, or before the event it runs back from.

    One that nobody can contest goes before an earlier one that may not fulfil the duty (a meeting by telephone).
    """
    fact, rule = obligation.fact, obligation.rule
    about = obligation.about
    if rule.act in PROCEDURE:
        about = setting.roots.get(about, about)
    events = setting.acts.get((rule.act, about), ())
    if rule.act is Act.NOTIFY_COURT and not events:
        events = setting.acts.get((Act.SUBMIT_WITHOUT_ARGUMENT, obligation.about), ())
    if not events or fact is None:
        return events[0] if events else None
    if isinstance(rule.timing, Period) and rule.timing.direction is Direction.BEFORE:
        return events[0]
    after = [event for event in events if event.id != fact.id and setting.matter.on(event) >= fact.on]
    return next((event for event in after if not _doubted(event, setting)), after[0] if after else None)


def _doubted(event: MatterEvent, setting: _Setting) -> bool:
    points = setting.contests.get(event.id, ())
    return any(point.ground in _MAY_NOT_FULFIL and point.settled is None for point in points)


def _done_before(done: MatterEvent | None, stay: MatterEvent, setting: _Setting) -> bool:
    return done is not None and setting.matter.moment(done) <= setting.matter.moment(stay)


def _moment(event: MatterEvent, setting: _Setting) -> Moment:
    return Moment(setting.matter.on(event), setting.matter.at(event), setting.law.calendar.zone)


def _without_leave(obligation: Obligation, done: MatterEvent, setting: _Setting) -> tuple[Contest, ...]:
    motion = setting.matter.motions.get(obligation.about)
    if motion is None:
        return ()
    then = setting.matter.moment(done)
    given = [entry for entry in setting.matter.standing(motion.leave) if isinstance(entry, LeaveGiven)]
    if any(setting.matter.moment(entry) <= then for entry in given):
        return ()
    return (
        Contest(
            event=done.id,
            about=obligation.about,
            ground=Ground.NO_LEAVE,
            words="The motion was withdrawn after the window under at least one reading, and no leave is on record.",
            rule=obligation.rule.id,
            quote=_quote(obligation.rule),
        ),
    )


def _notes(obligation: Obligation, setting: _Setting) -> tuple[str, ...]:
    notes: list[str] = []
    fact, rule = obligation.fact, obligation.rule
    if fact is not None and fact.source and fact.trigger is Trigger.OPPOSITION_DUE:
        notes.append(f"The opposition's due date was {fact.source}.")
    if fact is not None and fact.trigger is Trigger.MEETING_HELD:
        last = setting.last_meetings.get(fact.about, fact.on)
        if last > fact.on:
            notes.append(
                f"A further meeting in this dispute was held on {last}; from which meeting the time runs is not said. "
                "The earlier date is the safe one."
            )
    if rule.act is Act.MEET_AND_CONFER and fact is not None and fact.trigger is Trigger.MEETING_DEMANDED:
        late = [
            point.words
            for point in setting.contests.get(_event_id(fact), ())
            if point.ground is Ground.PREMATURE and point.settled is None
        ]
        notes += late
    if isinstance(rule.timing, Standard):
        notes.append("A standard for people: asked, not computed.")
    if rule.authority is not None and rule.authority.sureness.value != "read":
        notes.append(f"The text of {rule.authority.cite} is known only as {rule.authority.sureness}: check it.")
    if obligation.deadline is not None:
        notes += obligation.deadline.notes
    notes += _paper_filers(obligation, setting)
    return tuple(dict.fromkeys(notes))


def _paper_filers(obligation: Obligation, setting: _Setting) -> list[str]:
    """Remind of a party that does not file electronically, whose last day ends when the clerk's office closes."""
    if obligation.rule.act not in {Act.FILE_JOINT_LETTER, Act.FILE_OPPOSITION, Act.FILE_REPLY, Act.OBJECT_TO_RULING}:
        return []
    names = [
        party.name or party.id
        for party in setting.matter.parties.values()
        if party.registration.value == "paper" and party.side in {Side.PLAINTIFF, Side.DEFENDANT}
    ]
    if not names:
        return []
    return [f"{', '.join(names)} files on paper: a paper filing must reach the clerk's office before it closes."]


def _event_id(fact: Fact) -> str:
    return fact.id.split("/", 1)[0]


_DATED = (Facet.DEADLINE, Facet.CUTOFF_TIME)


def _quote(rule: Rule) -> Quote | None:
    for facet in _DATED:
        quote = rule.quote(facet)
        if quote is not None:
            return quote
    return rule.quote()


def _title(obligation: Obligation) -> str:
    act = str(obligation.rule.act).removeprefix("other:").replace("_", " ")
    return f"{act}: {obligation.about}" if obligation.about else act


def bearers_of(rule: Rule) -> tuple[str, ...]:
    """Return who must or may act, as codes."""
    return tuple(code.value if isinstance(code, Bearer) else code.words for code in rule.bearers)
