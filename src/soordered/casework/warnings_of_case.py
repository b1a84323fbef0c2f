"""What people should act on before it hurts: limits that a dispute's own clocks would run past, doubts of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import assert_never

from soordered.calendars.time_law import TimeLaw
from soordered.casework.case_run import Duty, Status, Warned
from soordered.casework.orders_in_case import OrderInCase
from soordered.deadlines.dates_from_periods import due
from soordered.deadlines.deadline import Moment
from soordered.disputes.events_discovery import PaperEFiled
from soordered.disputes.events_matter import JudgeRecused, MatterReassigned
from soordered.disputes.names import Side, Track
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.stage_from_dispute import ENDED, live_demands, stage_of
from soordered.disputes.state import Dispute, Filing, Matter
from soordered.provenance.dates_in_words import day_in_words
from soordered.rules.checked_fields import nearest
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Direction, Period
from soordered.rules.vocabulary import Act, Facet, Scope

_NEAREST = 20  # beyond so many slips the names are not compared one by one


def warnings_of_case(
    matter: Matter,
    duties: Sequence[Duty],
    orders: Sequence[OrderInCase],
    *,
    book: Rulebook,
    law: TimeLaw,
    as_of: Moment,
) -> tuple[Warned, ...]:
    """List what people should act on.

    Args:
        matter: the facts.
        duties: with their dates and status.
        orders: for proof of notice.
        book: the rules of the orders.
        law: the law of time for the court.
        as_of: the moment asked about.
    """
    found: list[Warned] = []
    limits = [
        duty for duty in duties if duty.obligation.rule.act is Act.FILE_DISCOVERY_MOTION and duty.deadline is not None
    ]
    for dispute in matter.disputes.values():
        if stage_of(matter, dispute) in ENDED or matter.standing(dispute.letters):
            continue
        for limit in limits:
            found += _past_limit(matter, dispute, limit, book=book, law=law, as_of=as_of.date)
    found += [
        Warned(
            what=f"No notice of the order {order.entry.id} is recorded in this case; a breach cannot be shown without it.",
            about=order.entry.id,
            because="no notice in the case file",
        )
        for order in orders
        if not matter.orders[order.entry.id].notices
    ]
    found += [
        Warned(
            what=f"{duty.title}: the safe date has passed, and another reading still runs. Do it now.",
            about=duty.obligation.about,
            because=f"past under: {', '.join(duty.lateness.late)}",
            rule=duty.obligation.rule.id,
            quote=duty.quote,
        )
        for duty in duties
        if duty.status is Status.OPEN and "act_by" in duty.lateness.past
    ]
    found += _of_the_bench(matter, orders)
    found += _first_meeting_unnamed(matter, orders)
    found += _about_nothing(matter)
    found += _filed_twice(matter)
    if "" in matter.disputes:
        found.append(
            Warned(
                what='An event of the procedure names no dispute: add about = "d1", or whatever the dispute is called; '
                "until then demands, meetings and letters without a name are taken for one dispute.",
                about="",
                because="no subject in the case file",
            )
        )
    return tuple(found)


def _of_the_bench(matter: Matter, orders: Sequence[OrderInCase]) -> list[Warned]:
    """Say what a recusal, a reassignment or an objection does, and does not do, to clocks that run."""
    found = []
    for event in matter.standing(matter.judges):
        match event:
            case JudgeRecused():
                what = f"{event.source or 'A judge'} recused on {matter.on(event)}: no clock stops by itself."
            case MatterReassigned():
                what = (
                    f"The {'reference' if event.magistrate else 'matter'} went to {event.judge} on {matter.on(event)}."
                )
            case _:
                assert_never(event)
        found.append(
            Warned(
                what=f"{what} Ask whether {', '.join(order.entry.id for order in orders)} still governs; until the new "
                "judge says otherwise it does, and new captions bear the new initials.",
                about=event.about,
                because="an order stands until it is changed",
            )
        )
    found += [
        Warned(
            what=f"Objections to {ruling.id} were filed on {matter.on(objection)}: they stay nothing by themselves.",
            about=ruling.id,
            because="the ruling binds unless it is stayed by order",
        )
        for ruling in matter.rulings.values()
        for objection in matter.standing(ruling.objections)
    ]
    return found


def _first_meeting_unnamed(matter: Matter, orders: Sequence[OrderInCase]) -> list[Warned]:
    if any(dispute.track is Track.CASE for dispute in matter.disputes.values()):
        return []
    return [
        Warned(
            what=f"{order.entry.id} directs a meeting once, and the case does not say about which motion: add "
            'motion = "m1" to its [[order]], so that this meeting and its letter run apart from later disputes.',
            about=order.entry.id,
            because=f"rule {rule.id} is for this case once",
            rule=rule.id,
            quote=rule.quote(),
        )
        for order in orders
        for rule in order.book.for_act(Act.MEET_AND_CONFER, scope=Scope.CASE)[:1]
        if order.book.for_act(Act.MEET_AND_CONFER, scope=Scope.STANDING)
    ]


def _about_nothing(matter: Matter) -> list[Warned]:
    """Say which entries name something that is not on record: a slip of the pen would else lose an act in silence."""
    lost: list[tuple[str, str, Iterable[str]]] = []
    lost += [
        (copy.id, filing.id, (one.id for one in matter.filings.values() if one.filed is not None))
        for filing in matter.filings.values()
        if filing.filed is None
        for copy in matter.standing(filing.copies)
    ]
    lost += [
        (answer.id, request.id, (one.id for one in matter.requests.values() if one.served is not None))
        for request in matter.requests.values()
        if request.served is None
        for answer in matter.standing(request.answers)
    ]
    lost += [
        (objection.id, ruling.id, (one.id for one in matter.rulings.values() if one.entered is not None))
        for ruling in matter.rulings.values()
        if ruling.entered is None
        for objection in matter.standing(ruling.objections)
    ]
    lost += [
        (event.id, motion.id, (one.id for one in matter.motions.values() if one.filed or one.hearings))
        for motion in matter.motions.values()
        if motion.filed is None and not motion.hearings
        for event in (*matter.standing(motion.notices), *matter.standing(motion.stipulations))
    ]
    return [
        Warned(
            what=f"{event} is about {about!r}, and nothing of that name is on record. "
            f"{(nearest(about, known) if number < _NEAREST else '') or 'Check the name, or record what it is about.'}",
            about=about,
            because="an act about nothing fulfils nothing",
        )
        for number, (event, about, known) in enumerate(lost)
    ]


def _filed_twice(matter: Matter) -> list[Warned]:
    """Say where one paper seems to be recorded twice, each time with a chambers copy of its own."""
    named: dict[tuple[dt.date, Side | str | None], list[Filing]] = {}
    found = []
    for filing in matter.filings.values():
        filed = filing.filed
        if filed is None or not matter.stands(filed):
            continue
        who = matter.side_of(filed.by) or filed.by
        same = named.setdefault((matter.on(filed), who), [])
        for other in same if len(same) < _NEAREST else ():
            one, two = other.filed, filed
            if one is None or isinstance(one, PaperEFiled) is isinstance(two, PaperEFiled):
                continue
            if one.entry and two.entry and one.entry != two.entry:
                continue
            docket, act = (other, filing) if isinstance(one, PaperEFiled) else (filing, other)
            found.append(
                Warned(
                    what=f"{docket.id} and {act.id} look like one paper: both filed electronically on {matter.on(filed)}"
                    f"{f' by {filed.by}' if filed.by else ''}. Two chambers copies are asked. If they are one, add "
                    f'filing = "{docket.id}" to the event {act.id}; if not, give each its docket number (entry).',
                    about=act.id,
                    because="each electronic filing asks for a chambers copy",
                )
            )
        same.append(filing)
    found += [
        Warned(
            what=f"The motion {motion.id} was withdrawn on {matter.on(motion.outlived.last)} and filed again under the "
            "same id: its dates run from the new filing. Give a new motion an id of its own.",
            about=motion.id,
            because="one id, two filings",
        )
        for motion in matter.motions.values()
        if motion.outlived.last is not None
    ]
    return found


def _past_limit(
    matter: Matter, dispute: Dispute, limit: Duty, *, book: Rulebook, law: TimeLaw, as_of: dt.date
) -> list[Warned]:
    if limit.deadline is None:
        return []
    meeting, letter = rule_for(book, Act.MEET_AND_CONFER, dispute), rule_for(book, Act.FILE_JOINT_LETTER, dispute)
    meetings = matter.standing(dispute.meetings)
    demands = live_demands(matter, dispute)
    start = matter.on(matter.seen[demands[0]]) if demands else as_of
    if meetings:
        met = matter.on(meetings[-1])
    else:
        by = _end(meeting, start, law)
        if by is None:
            return []
        met = by
    filed = _end(letter, met, law)
    last = limit.deadline.act_by.date
    if filed is None or filed <= last:
        return []
    steps = [f"demand {day_in_words(start)}" + ("" if demands else " (if made now)")] if not meetings else []
    steps += [f"meeting {'held' if meetings else 'by'} {day_in_words(met)}", f"letter by {day_in_words(filed)}"]
    cite = limit.obligation.rule.authority.cite if limit.obligation.rule.authority else limit.obligation.rule.id
    return [
        Warned(
            what=f"Dispute {dispute.id}: its own clocks could run to {day_in_words(filed)}, past the last day for a discovery motion, "
            f"{day_in_words(last)} ({cite}). Meet and file sooner, or ask for more time.",
            about=dispute.id,
            because=", ".join(steps) + "; a joint letter may count as the motion for that limit",
            rule=limit.obligation.rule.id,
            quote=None if letter is None else letter.quote(Facet.DEADLINE) or letter.quote(),
        )
    ]


def _end(rule: Rule | None, day: dt.date, law: TimeLaw) -> dt.date | None:
    if rule is None or not isinstance(rule.timing, Period) or rule.timing.direction is Direction.BEFORE:
        return None
    timing = rule.timing
    return due(
        timing.length, timing.direction, day, law, bound=timing.bound, clock=timing.clock, rank=rule.source.rank
    ).outer.date
