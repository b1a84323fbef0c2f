"""Run a case: its orders, its facts and the law of time, as they stand on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from soordered.calendars.time_law import TimeLaw
from soordered.casework.case_run import CaseRun, DisputeRun, Duty, OrderRun, Status
from soordered.casework.displaced_of_case import conflicts_of_case, displaced_of_case
from soordered.casework.duties_of_case import duties_of_case, verified_words
from soordered.casework.hearings_of_case import hearings_of_case
from soordered.casework.lawbook_of_case import RulesOn
from soordered.casework.moved_by_correction import moved_by_corrections
from soordered.casework.number_of_case import Printed, number_of_case, problems_of_number, said_of_number
from soordered.casework.obligations_of_case import obligations_of_case
from soordered.casework.orders_in_case import (
    OrderInCase,
    events_of_orders,
    orders_in_case,
    sitting_rules,
)
from soordered.casework.timeline_of_case import timeline_of_case
from soordered.casework.warnings_of_case import warnings_of_case
from soordered.deadlines.deadline import Moment, Settlement
from soordered.deadlines.moments_in_words import moment_in_words
from soordered.deadlines.sittings_from_recurring import Sitting, sittings
from soordered.disputes.contests_from_matter import Contest, contests
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import MeetingDemanded, MeetingHeld
from soordered.disputes.events_discovery import ChambersCopyLodged
from soordered.disputes.events_letter import DeterminationEntered, LetterFiled
from soordered.disputes.evolve import fold
from soordered.disputes.next_act import Leave, NextAct
from soordered.disputes.next_acts_from_matter import next_acts
from soordered.disputes.reserved_powers_from_matter import reserved_powers
from soordered.disputes.stage_from_dispute import live_demands, open_issues, stage_of
from soordered.disputes.state import Dispute, Matter
from soordered.disputes.turn_from_meetings import next_turn
from soordered.provenance.dates_in_words import day_in_words
from soordered.provenance.problems import BadInputError, Problem
from soordered.rulefiles.case_file import CaseFile, CaseFileError
from soordered.rules.precedence import rules_in_force
from soordered.rules.rank import Rank
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Recurring
from soordered.rules.vocabulary import Act, ActCode, Scope

NOT_ADVICE = "Not legal advice; confirm against the docket."
_SITTINGS_SHOWN = 4
# acts of the procedure that make no sense before an order commands them
_NEEDS_ORDER = MeetingDemanded | MeetingHeld | LetterFiled | DeterminationEntered | ChambersCopyLodged


def run_case(
    case: CaseFile,
    *,
    books: Mapping[str, Rulebook],
    law: TimeLaw,
    rules_on: RulesOn,
    as_of: Moment,
    side: str = "",
    printed: Printed | None = None,
) -> CaseRun:
    """Run a case.

    Args:
        case: the case file.
        books: the rulebook of each order, by the order's id in the file.
        law: the law of time for the court.
        rules_on: federal and local rules as in force on a day.
        as_of: the moment asked about; later events of the file are left out, so that a case can be replayed.
        side: whose view this is, for points a side has settled for itself only.
        printed: the case numbers that each order's text prints, by the order's id; none where no text is held.

    Raises:
        CaseFileError: events before every order, orders in conflict, dates outside the verified calendar.
    """
    orders = orders_in_case(case, books)
    _check_days(case, orders, law)
    events = [*events_of_orders(orders), *case.events]
    matter = fold(event for event in events if _happened(event, as_of))
    live = _as_known(orders, as_of.date)
    settlements = _settlements(matter)
    book = _book_on(live, case, as_of)
    try:
        brought = obligations_of_case(matter, live, law=law, rules_on=rules_on, settlements=settlements, side=side)
    except CaseFileError:
        raise
    except BadInputError as error:
        raise _placed(case, error) from None
    points = _contests(matter, live, book)
    numbers = {order.entry.id: (printed or {}).get(order.entry.id, ()) for order in live}
    duties = duties_of_case(
        matter,
        brought.obligations,
        orders=live,
        contests=points,
        law=law,
        as_of=as_of,
        settlements=settlements,
        side=side,
    )
    duties = tuple(duty for duty in duties if not _stale(duty, live, as_of))
    by_subject = _next_dates(duties)
    return CaseRun(
        head=replace(case.head, number=number_of_case(case.head, numbers)),
        as_of=as_of,
        orders=tuple(_order_run(order, matter) for order in live),
        duties=duties,
        disputes=_disputes(matter, points),
        turn=next_turn(matter, book),
        contests=points,
        next_acts=tuple(_timed(act, by_subject) for act in next_acts(matter, book, as_of=as_of.date)),
        powers=reserved_powers(matter, book),
        displaced=displaced_of_case(live, brought),
        conflicts=conflicts_of_case(live, brought),
        warnings=warnings_of_case(matter, duties, live, book=book, law=law, as_of=as_of),
        moved=moved_by_corrections(
            matter, live, duties, law=law, rules_on=rules_on, settlements=settlements, side=side
        ),
        timeline=timeline_of_case(matter, duties, points, as_of=as_of),
        sittings=_sittings(book, law, as_of),
        hearings=hearings_of_case(matter, book, zone=law.calendar.zone),
        addressed=(*_addressed(matter, live, case), *said_of_number(case.head, numbers)),
        problems=(
            *_problems(live),
            *_without_local_rules(rules_on(as_of.date)),
            *problems_of_number(case.head, numbers),
        ),
        notes=_disclaimers(live, law),
        lawbook=law.version,
        matter=matter,
        rulebook=book,
    )


def book_in_force(case: CaseFile, books: Mapping[str, Rulebook], as_of: Moment) -> Rulebook:
    """Return the rules that govern a case on a day, less what one order displaces of another.

    Args:
        case: the case, of which the orders and what ended them count.
        books: the rulebook of each order, by the order's id.
        as_of: the day.

    Raises:
        CaseFileError: two orders in force together disagree, and neither supersedes the other.
    """
    return _book_on(_as_known(orders_in_case(case, books), as_of.date), case, as_of)


def _as_known(orders: Sequence[OrderInCase], day: dt.date) -> list[OrderInCase]:
    """Return the orders made by a day, none of them ended by an order or an event that was still to come."""
    live = [order for order in orders if order.made <= day]
    made = {order.entry.id for order in live}
    return [replace(order, until=None, successor="") if _ended_later(order, made, day) else order for order in live]


def _ended_later(order: OrderInCase, made: set[str], day: dt.date) -> bool:
    """Say whether what ended an order was not known on a day; an end that the file itself prints always was."""
    if order.successor and order.successor not in made:
        return True
    return order.until is not None and day < order.until and order.until != order.entry.superseded_on


def _placed(case: CaseFile, error: BadInputError) -> CaseFileError:
    """Name the place of the file where a word stands that the engine does not know."""
    for event in case.events:
        for key in ("service", "label"):
            word = getattr(event, key, "")
            if word and repr(word) in error.got:
                path = (*case.places[event.id], key)
                return case.refusal(path, error.got, expected=error.expected, remedy=error.remedy)
    return case.refusal((), error.got, expected=error.expected, remedy=error.remedy)


def _next_dates(duties: Sequence[Duty]) -> dict[tuple[ActCode, str], Duty]:
    """Return for each act and subject the duty whose date comes next: the earliest that lives, else the last."""
    found: dict[tuple[ActCode, str], Duty] = {}
    for duty in duties:
        if duty.deadline is None:
            continue
        key = duty.obligation.rule.act, duty.obligation.about
        held = found.get(key)
        later = not duty.live or (
            held and held.deadline and held.deadline.act_by.sort_key <= duty.deadline.act_by.sort_key
        )
        if held is None or not held.live or not later:
            found[key] = duty
    return found


def _timed(act: NextAct, duties: Mapping[tuple[ActCode, str], Duty]) -> NextAct:
    """Say what the dates make of an act: open until when, or closed since."""
    duty = duties.get((Act.WITHDRAW_MOTION if act.act is Act.SEEK_LEAVE else act.act, act.about))
    if duty is None or duty.deadline is None or act.leave not in {Leave.MUST, Leave.MAY}:
        return act
    last = moment_in_words(duty.deadline.act_by)
    if act.act is Act.SEEK_LEAVE:
        if duty.status is Status.AVAILABLE:
            return replace(act, leave=Leave.NOT_NOW, why=f"Not needed yet: withdrawal is free of leave until {last}.")
        return act
    if duty.status is Status.LAPSED:
        return replace(act, leave=Leave.NOT_NOW, why=f"Its time ran out: act by {last}.")
    if duty.status is Status.STAYED:
        return replace(act, leave=Leave.NOT_NOW, why="Proceedings are stayed.")
    return replace(act, why=f"{act.why} Act by {last}.")


def _happened(event: MatterEvent, as_of: Moment) -> bool:
    if event.on != as_of.date or as_of.clock is None or event.at is None:
        return event.on <= as_of.date
    return event.at <= as_of.clock


def _check_days(case: CaseFile, orders: Sequence[OrderInCase], law: TimeLaw) -> None:
    first = min(order.made for order in orders)
    calendar = law.calendar
    for event in case.events:
        if not calendar.first <= event.on <= calendar.last:
            raise case.refusal(
                (*case.places[event.id], "on"),
                f"{event.on} lies outside the verified calendar.",
                expected=f"a day from {calendar.first} to {calendar.last}.",
                remedy="Correct the date; days outside must be counted by hand.",
            )
        if event.on < first and isinstance(event, _NEEDS_ORDER):
            raise case.refusal(
                (*case.places[event.id], "on"),
                f"this event of {event.on} is before the first order in force, made on {first}.",
                expected=f"{first} or a later day, or an earlier [[order]] that was in force.",
                remedy="Correct the date, or add the order that governed then.",
            )
    for order in orders:
        if not calendar.first <= order.made <= calendar.last:
            raise case.refusal(
                (*order.entry.place, "made"),
                f"{order.made} lies outside the verified calendar.",
                expected=f"a day from {calendar.first} to {calendar.last}.",
                remedy="Correct the date.",
            )


def _book_on(live: Sequence[OrderInCase], case: CaseFile, as_of: Moment) -> Rulebook:
    """Return the rules that govern on a day: of the orders in force, less what one displaces of another."""
    binding = [order.book for order in live if order.binds_on(as_of.date)]
    together = _joined(binding)
    if len(binding) > 1:
        together = rules_in_force(together, as_of.date)
    return together.joined(sitting_rules(case))


def _joined(books: Iterable[Rulebook]) -> Rulebook:
    joined = Rulebook(rules=())
    for book in books:
        joined = joined.joined(book)
    return joined


def _settlements(matter: Matter) -> tuple[Settlement, ...]:
    return tuple(
        Settlement(
            label=event.label,
            how=event.how,
            authority=event.authority or event.source,
            on=matter.on(event),
            over=event.over,
            side=(matter.side_of(event.by) or event.by) if event.by else "",
        )
        for event in matter.standing(matter.settlements)
    )


def _contests(matter: Matter, live: Sequence[OrderInCase], book: Rulebook) -> tuple[Contest, ...]:
    """Measure each fact by the order in force on its day."""
    if len(live) <= 1:
        return contests(matter, _joined([*(order.book for order in live), book]) if not live else book)
    found: list[Contest] = []
    for order in live:
        found += [
            point
            for point in contests(matter, order.book)
            if point.event not in matter.seen or order.binds_on(matter.on(matter.seen[point.event]))
        ]
    return tuple(dict.fromkeys(found))


def _stale(duty: Duty, live: Sequence[OrderInCase], as_of: Moment) -> bool:
    """Say whether a duty only waits for a trigger that an order no longer in force spoke of."""
    if duty.status not in {Status.WAITING, Status.FOR_COURT, Status.FOR_PEOPLE} or duty.obligation.fact is not None:
        return False
    source = duty.obligation.rule.source.id
    return any(order.source.id == source and not order.binds_on(as_of.date) for order in live if order.book.sources)


def _order_run(order: OrderInCase, matter: Matter) -> OrderRun:
    state = matter.orders[order.entry.id]
    words = {verified_words(rule) for rule in order.book}
    return OrderRun(
        id=order.entry.id,
        source=order.source,
        made=order.made,
        notices=tuple(
            f"{notice.how or 'given'} on {day_in_words(matter.on(notice))}"
            + (f" to {', '.join(notice.to)}" if notice.to else "")
            for notice in matter.standing(state.notices)
        ),
        until=order.until,
        verified=words.pop() if len(words) == 1 else "unverified in part",
        not_held=_not_held(order),
    )


_OPENING = {
    Act.REFER_MATTER: "the reference",
    Act.HEAR_MOTIONS: "the sitting day and courtroom",
    Act.FILE_DISCOVERY_MOTION: "whether a discovery motion must wait for the procedure",
}


def _not_held(order: OrderInCase) -> tuple[str, ...]:
    if not order.source.partial:
        return ()
    missing = [words for act, words in _OPENING.items() if not order.book.for_act(act)]
    if not order.book.for_act(Act.MEET_AND_CONFER, scope=Scope.CASE):
        missing.append("a first meeting directed once, and its letter")
    return tuple(f"{words}: not in the text held" for words in missing)


def _disputes(matter: Matter, points: Sequence[Contest]) -> tuple[DisputeRun, ...]:
    by_dispute: dict[str, list[Contest]] = {}
    for point in points:
        by_dispute.setdefault(point.about, []).append(point)
    return tuple(
        _dispute_run(matter, dispute, tuple(by_dispute.get(dispute.id, ()))) for dispute in matter.disputes.values()
    )


def _dispute_run(matter: Matter, dispute: Dispute, points: tuple[Contest, ...]) -> DisputeRun:
    demands = live_demands(matter, dispute)
    meetings, letters = matter.standing(dispute.meetings), matter.standing(dispute.letters)
    return DisputeRun(
        id=dispute.id,
        title=dispute.arose.title if dispute.arose else "",
        track=dispute.track,
        stage=stage_of(matter, dispute),
        demanded_on=matter.on(matter.seen[demands[0]]) if demands else None,
        met_on=matter.on(meetings[-1]) if meetings else None,
        letter_on=matter.on(letters[-1]) if letters else None,
        open_issues=tuple(issue.id for issue in open_issues(matter, dispute)),
        contests=points,
    )


def _sittings(book: Rulebook, law: TimeLaw, as_of: Moment) -> tuple[Sitting, ...]:
    for rule in book.for_act(Act.HEAR_MOTIONS):
        if isinstance(rule.timing, Recurring):
            return tuple(islice(sittings(rule.timing, as_of.date, law), _SITTINGS_SHOWN))
    return ()


def _addressed(matter: Matter, live: Sequence[OrderInCase], case: CaseFile) -> Iterable[str]:
    if not live:
        yield "No order of this case is in force yet on the day asked about: nothing of theirs is counted."
    for made in matter.standing(matter.references):
        motion = matter.motions.get(made.about)
        if motion is None or not matter.standing(motion.statuses):
            name = made.motion or made.about
            yield f"The status and briefing dates of {name}: not addressed by this order."
        else:
            last = matter.standing(motion.statuses)[-1]
            yield f"{made.motion or made.about}: {last.status} ({last.source or f'entry of {last.on}'})."
    for order in live:
        for words in _not_held(order):
            yield f"{order.entry.id}: {words}."
    if case.sitting is not None:
        yield f"The sitting day is given by {case.sitting.source}, not by the order's text."


def _without_local_rules(lawbook: Rulebook) -> tuple[Problem, ...]:
    """Say of a court whose local rules the lawbook does not hold that nothing of theirs is counted."""
    return () if any(rule.source.rank is Rank.LOCAL_RULE for rule in lawbook) else lawbook.problems


def _problems(live: Sequence[OrderInCase]) -> tuple[Problem, ...]:
    found = [problem for order in live for problem in order.book.problems]
    return tuple(dict.fromkeys(found))


def _disclaimers(live: Sequence[OrderInCase], law: TimeLaw) -> tuple[str, ...]:
    lines = []
    for order in live:
        words = {verified_words(rule) for rule in order.book}
        version = f", rulebook version {order.source.version}" if order.source.version else ""
        verified = words.pop() if len(words) == 1 else "unverified in part"
        lines.append(
            f"Computed from {order.source.title} ({order.made.isoformat()}{version}), {verified}; lawbook {law.version}."
        )
    return (*lines, NOT_ADVICE)
