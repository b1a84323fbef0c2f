"""A run of a case as plain fields: the form that ``run --json`` and the API print."""

from __future__ import annotations

from soordered.casework.case_run import CaseRun, Duty, Lateness, Moved, TimelineEntry
from soordered.casework.duties_of_case import bearers_of
from soordered.deadlines.deadline import Deadline, Moment
from soordered.deadlines.fields_from_deadline import deadline_fields
from soordered.disputes.contests_from_matter import Contest
from soordered.disputes.events import kind_of
from soordered.disputes.events_conferral import EffortDisputed, MeetingDisputed
from soordered.disputes.next_act import NextAct
from soordered.disputes.reserved_powers_from_matter import ReservedPower
from soordered.disputes.state import Dispute, Issue, Matter, Request
from soordered.disputes.turn_from_meetings import Turn
from soordered.provenance.spans import Quote

Fields = dict[str, object]


def run_fields(run: CaseRun) -> Fields:
    """Return a run as JSON-ready fields.

    Args:
        run: the run.

    Returns:
        ``case``, ``as_of``, ``orders``, ``obligations``, ``disputes``, ``turn``, ``contests``, ``next``, ``powers``, ``ledger``,
        ``issues``, ``warnings``, ``moved``, ``timeline``, ``sittings``, ``hearings``, ``displaced``, ``conflicts``, ``addressed``, ``problems``, ``notes``,
        ``lawbook``.
    """
    return {
        "case": {
            "title": run.head.title,
            "court": run.head.court,
            "number": run.head.number,
            "district_judge": run.head.district_judge,
            "district_initials": run.head.district_initials,
            "magistrate_judge": run.head.magistrate_judge,
            "magistrate_initials": run.head.magistrate_initials,
            "source": run.head.source,
        },
        "as_of": run.as_of.isoformat(),
        "orders": [
            {
                "id": order.id,
                "title": order.source.title,
                "judge": order.source.judge,
                "made": order.made.isoformat(),
                "until": order.until.isoformat() if order.until else None,
                "notices": list(order.notices),
                "verified": order.verified,
                "version": order.source.version,
                "not_held": list(order.not_held),
            }
            for order in run.orders
        ],
        "obligations": [duty_fields(duty) for duty in run.duties],
        "disputes": [
            {
                "id": dispute.id,
                "title": dispute.title,
                "track": dispute.track.value,
                "stage": dispute.stage.value,
                "demanded_on": dispute.demanded_on.isoformat() if dispute.demanded_on else None,
                "met_on": dispute.met_on.isoformat() if dispute.met_on else None,
                "letter_on": dispute.letter_on.isoformat() if dispute.letter_on else None,
                "open_issues": list(dispute.open_issues),
                **_log_of(run.matter, run.matter.disputes[dispute.id]),
                "contests": [contest_fields(point) for point in dispute.contests],
            }
            for dispute in run.disputes
        ],
        "turn": _turn(run.turn),
        "contests": [contest_fields(point) for point in run.contests],
        "next": [_next(act) for act in run.next_acts],
        "powers": [_power(power) for power in run.powers],
        "ledger": [_request(run.matter, request) for request in run.matter.requests.values()],
        "issues": [_issue(issue) for issue in run.matter.issues.values()],
        "warnings": [
            {
                "what": warning.what,
                "about": warning.about,
                "because": warning.because,
                "rule": warning.rule,
                "quote": quote_fields(warning.quote),
            }
            for warning in run.warnings
        ],
        "moved": [moved_fields(moved) for moved in run.moved],
        "timeline": [_entry(entry) for entry in run.timeline],
        "sittings": [{"on": sitting.on.isoformat(), "doubt": sitting.doubt} for sitting in run.sittings],
        "hearings": [
            {
                "id": hearing.id,
                "motion": hearing.motion,
                "title": hearing.title,
                "when": _moment(hearing.when),
                "place": hearing.place,
                "state": hearing.state.value,
                "sitting": hearing.sitting,
            }
            for hearing in run.hearings
        ],
        "displaced": [
            {
                "rule": gone.rule,
                "source": gone.source,
                "cite": gone.cite,
                "act": str(gone.act),
                "words": gone.words,
                "by": {"rule": gone.by_rule, "source": gone.by_source, "cite": gone.by_cite},
                "why": gone.why,
                "about": list(gone.about),
            }
            for gone in run.displaced
        ],
        "conflicts": [
            {
                "act": str(conflict.act),
                "why": conflict.why,
                "rules": [
                    {"rule": rule, "cite": cite, "words": words}
                    for rule, cite, words in zip(conflict.rules, conflict.cites, conflict.quotes, strict=True)
                ],
                "about": list(conflict.about),
            }
            for conflict in run.conflicts
        ],
        "addressed": list(run.addressed),
        "problems": [
            {"what": problem.what, "where": problem.where, "remedy": problem.remedy} for problem in run.problems
        ],
        "notes": list(run.notes),
        "lawbook": run.lawbook,
    }


def duty_fields(duty: Duty) -> Fields:
    """Return one obligation as JSON-ready fields."""
    obligation = duty.obligation
    rule, fact = obligation.rule, obligation.fact
    return {
        "id": obligation.id,
        "title": duty.title,
        "act": str(rule.act),
        "bearers": list(bearers_of(rule)),
        "modality": rule.modality.value,
        "rule": rule.id,
        "source": rule.source.title,
        "authority": rule.authority.cite if rule.authority else "",
        "about": obligation.about,
        "status": duty.status.value,
        "trigger": None
        if fact is None
        else {
            "event": fact.id,
            "code": str(fact.trigger),
            "on": fact.on.isoformat(),
            "at": fact.clock.isoformat() if fact.clock else None,
            "received_on": fact.received_on.isoformat() if fact.received_on else None,
            "source": fact.source,
        },
        "waiting": obligation.waiting.value if obligation.waiting else None,
        "detail": obligation.detail,
        "dates": deadline_fields(obligation.deadline) if obligation.deadline else None,
        "before": _dates(duty.before),
        "done": None
        if duty.done_by is None or duty.done_on is None
        else {"event": duty.done_by.id, "kind": kind_of(duty.done_by), "on": duty.done_on.isoformat()},
        "lateness": _lateness(duty.lateness),
        "contests": [contest_fields(point) for point in duty.contests],
        "notes": list(duty.notes),
        "quote": quote_fields(duty.quote),
        "verified": duty.verified,
    }


def contest_fields(point: Contest) -> Fields:
    """Return a contested point as JSON-ready fields."""
    return {
        "event": point.event,
        "about": point.about,
        "ground": point.ground.value,
        "words": point.words,
        "rule": point.rule,
        "quote": quote_fields(point.quote),
        "settled": None
        if point.settled is None
        else {"how": point.settled.how.value, "on": point.settled.on.isoformat(), "words": point.settled.words},
    }


def quote_fields(quote: Quote | None) -> Fields | None:
    """Return a quote as JSON-ready fields: the words, or their place and that the text was not supplied."""
    if quote is None:
        return None
    return {
        "text": quote.text,
        "words": str(quote),
        "place": quote.place(),
        "page": quote.page,
        "line": quote.line,
        "start": quote.span.start if quote.span else None,
        "end": quote.span.end if quote.span else None,
    }


def _log_of(matter: Matter, dispute: Dispute) -> Fields:
    """Return what both sides may see of a dispute's log; private notes stay where they are."""
    effort_answers: dict[str, list[Fields]] = {}
    for answer in matter.standing(dispute.effort_answers):
        said = answer.answer if isinstance(answer, EffortDisputed) else ""
        effort_answers.setdefault(answer.effort, []).append({"by": answer.by, "kind": kind_of(answer), "answer": said})
    meeting_answers: dict[str, list[Fields]] = {}
    for reply in matter.standing(dispute.meeting_answers):
        said = reply.answer if isinstance(reply, MeetingDisputed) else ""
        meeting_answers.setdefault(reply.meeting, []).append({"by": reply.by, "kind": kind_of(reply), "answer": said})
    return {
        "efforts": [
            {
                "event": effort.id,
                "on": matter.on(effort).isoformat(),
                "by": effort.by,
                "how": effort.how.value,
                "summary": effort.summary,
                "answers": effort_answers.get(effort.id, []),
            }
            for effort in matter.standing(dispute.efforts)
            if effort.id in dispute.shared
        ],
        "offers": [
            {
                "by": offer.by,
                "on": matter.on(offer).isoformat(),
                "dates": [day.isoformat() for day in offer.dates],
                "words": offer.words,
            }
            for offer in matter.standing(dispute.offers)
        ],
        "meetings": [
            {
                "event": meeting.id,
                "on": matter.on(meeting).isoformat(),
                "mode": meeting.mode.value,
                "place": meeting.place,
                "chosen_by": meeting.chosen_by.value if meeting.chosen_by else None,
                "present": list(meeting.present),
                "minutes": meeting.minutes,
                "answers": meeting_answers.get(meeting.id, []),
            }
            for meeting in matter.standing(dispute.meetings)
        ],
    }


def _lateness(lateness: Lateness) -> Fields:
    return {
        "late_under": list(lateness.late),
        "in_time_under": list(lateness.in_time),
        "past": list(lateness.past),
        "hour_unknown": lateness.hour_unknown,
    }


def _dates(deadline: Deadline | None) -> Fields | None:
    if deadline is None:
        return None
    return {
        "act_by": deadline.act_by.isoformat(),
        "prevailing": deadline.prevailing.isoformat(),
        "outer": deadline.outer.isoformat(),
    }


def _turn(turn: Turn | None) -> Fields | None:
    if turn is None:
        return None
    return {
        "side": turn.side.value,
        "contested": turn.contested,
        "readings": [
            {"label": reading.label, "side": reading.side.value, "because": reading.because}
            for reading in turn.readings
        ],
        "rule": turn.rule,
        "quote": quote_fields(turn.quote),
        "meetings": turn.meetings,
        "in_court_room": turn.in_court_room,
    }


def _next(act: NextAct) -> Fields:
    return {
        "act": str(act.act),
        "by": list(act.by),
        "about": act.about,
        "leave": act.leave.value,
        "why": act.why,
        "rule": act.rule,
        "quote": quote_fields(act.quote),
    }


def _power(power: ReservedPower) -> Fields:
    return {
        "act": str(power.act),
        "state": power.state.value,
        "words": power.words,
        "rule": power.rule,
        "quote": quote_fields(power.quote),
        "asked": [
            {"event": asked.id, "on": asked.on.isoformat(), "by": asked.by, "why": asked.why} for asked in power.asked
        ],
        "ordered": [
            {"event": made.id, "on": made.on.isoformat(), "terms": made.terms, "entry": made.entry}
            for made in power.ordered
        ],
        "notice": power.notice,
    }


def _request(matter: Matter, request: Request) -> Fields:
    served = request.served
    return {
        "id": request.id,
        "type": served.type.value if served else None,
        "number": served.number if served else "",
        "text": served.text if served else "",
        "served_on": matter.on(served).isoformat() if served else None,
        "service": served.service if served else "",
        "by": served.by if served else "",
        "to": served.to if served else "",
        "answers": [
            {"on": matter.on(answer).isoformat(), "text": answer.text, "objected": answer.objected}
            for answer in matter.standing(request.answers)
        ],
    }


def _issue(issue: Issue) -> Fields:
    return {
        "id": issue.id,
        "dispute": issue.dispute,
        "title": issue.raised.title,
        "requests": list(issue.raised.requests),
        "relief": issue.raised.relief,
        "positions": [{"by": entry.by, "text": entry.text, "final": entry.final} for entry in issue.positions],
        "compromises": [{"by": entry.by, "text": entry.text, "final": entry.final} for entry in issue.compromises],
        "remains": issue.narrowed.last.remains if issue.narrowed.last else "",
        "resolved": issue.resolved.how or "resolved" if issue.resolved else None,
    }


def moved_fields(moved: Moved) -> Fields:
    """Return a moved date as JSON-ready fields."""
    return {
        "obligation": moved.obligation,
        "title": moved.title,
        "from": _dates(moved.old),
        "to": _dates(moved.new),
        "why": moved.why,
        "event": moved.event,
    }


def _entry(entry: TimelineEntry) -> Fields:
    return {
        "when": _moment(entry.when),
        "point": entry.point.value,
        "title": entry.title,
        "about": entry.about,
        "event": entry.event,
        "contested": entry.contested,
        "until": _moment(entry.until),
    }


def _moment(moment: Moment | None) -> str | None:
    return None if moment is None else moment.isoformat()
