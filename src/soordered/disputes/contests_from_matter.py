"""What may be contested about the facts recorded, each with the words it is measured by.

A fact is never refused. Whether efforts were *unsuccessful* and faith was *good* is for people: what is said here is
only what the record holds or lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import MeetingDemanded, MeetingHeld
from soordered.disputes.events_discovery import ChambersCopyLodged
from soordered.disputes.events_letter import LetterFiled
from soordered.disputes.events_matter import ContestSettled, Ground
from soordered.disputes.events_motion import CourtNotified, HearingSet, SubmissionStipulated
from soordered.disputes.names import Side
from soordered.disputes.rules_for_dispute import rule_for, rules_for
from soordered.disputes.stage_from_dispute import open_issues
from soordered.disputes.state import Dispute, Matter
from soordered.disputes.turn_from_meetings import turns_of_meetings
from soordered.provenance.spans import Quote
from soordered.rules.rule import Contributors, Mode, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Recurring, Weekday
from soordered.rules.vocabulary import Act, Bearer, Facet, Trigger

_ADVERSE = frozenset({Side.PLAINTIFF, Side.DEFENDANT})
_DIRECT = frozenset({Mode.IN_PERSON, Mode.VIDEO, Mode.TELEPHONE, Mode.DIRECT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A point on which somebody may contest a fact.

    Args:
        event: id of the fact.
        about: the dispute, motion or filing it belongs to.
        ground: why.
        words: in a sentence.
        rule: id of the rule it is measured by.
        quote: its words.
        settled: how the point was settled, ``None`` while open.
    """

    event: str
    about: str
    ground: Ground
    words: str
    rule: str
    quote: Quote | None
    settled: ContestSettled | None = None


def contests(matter: Matter, book: Rulebook) -> tuple[Contest, ...]:
    """List what may be contested about every fact recorded, as corrected to date.

    Args:
        matter: the facts.
        book: the rules they are measured by.
    """
    turns = turns_of_meetings(matter, book)
    found = [
        *(point for dispute in matter.disputes.values() for point in _of_dispute(matter, book, dispute, turns)),
        *_of_filings(matter, book),
        *_of_motions(matter, book),
    ]
    seen = {(point.event, point.ground) for point in found}
    found += [
        Contest(
            event=said.event,
            about=matter.seen[said.event].about if said.event in matter.seen else "",
            ground=said.ground,
            words=said.words,
            rule=said.rule,
            quote=said.quote,
        )
        for said in matter.standing(matter.contested)
        if (said.event, said.ground) not in seen and said.ground not in _DERIVED
    ]
    settled = {(end.event, end.ground): end for end in matter.standing(matter.contests_settled)}
    if not settled:
        return tuple(found)
    return tuple(_with_end(point, settled.get((point.event, point.ground))) for point in found)


# recomputed from the facts at every run, so that a corrected trigger takes them along
_DERIVED = frozenset(Ground) - {Ground.LATE, Ground.NO_LEAVE, Ground.PROCEDURE}


CONTESTABLE = (
    MeetingDemanded | MeetingHeld | LetterFiled | ChambersCopyLodged | CourtNotified | HearingSet | SubmissionStipulated
)
"""The facts that an order's words can be held against."""


def contests_of(matter: Matter, book: Rulebook, event: MatterEvent) -> tuple[Contest, ...]:
    """List what may be contested about one fact, once it stands in the matter."""
    if isinstance(event, MeetingDemanded | MeetingHeld | LetterFiled):
        found = list(_of_dispute(matter, book, matter.disputes[event.about], turns_of_meetings(matter, book)))
    elif isinstance(event, ChambersCopyLodged):
        found = list(_of_filing(matter, book, event.about))
    elif isinstance(event, CourtNotified | HearingSet | SubmissionStipulated):
        found = list(_of_motions(matter, book))
    else:
        found = []
    return tuple(point for point in found if point.event == event.id)


def _with_end(point: Contest, end: ContestSettled | None) -> Contest:
    if end is None:
        return point
    return Contest(
        event=point.event,
        about=point.about,
        ground=point.ground,
        words=point.words,
        rule=point.rule,
        quote=point.quote,
        settled=end,
    )


def _of_dispute(matter: Matter, book: Rulebook, dispute: Dispute, turns: dict[str, Side]) -> Iterator[Contest]:
    for demand in matter.standing(dispute.demands):
        yield from _premature(matter, book, dispute, demand)
    for meeting in matter.standing(dispute.meetings):
        yield from _meeting(matter, book, dispute, meeting, turns)
    for letter in matter.standing(dispute.letters):
        yield from _letter(matter, book, dispute, letter)


def _premature(matter: Matter, book: Rulebook, dispute: Dispute, demand: MeetingDemanded) -> Iterator[Contest]:
    rule = rule_for(book, Act.DEMAND_MEETING, dispute)
    if rule is None or not any(need.trigger is Trigger.EFFORTS_FAILED for need in rule.preconditions):
        return
    then = matter.moment(demand)
    if any(matter.moment(failed) <= then for failed in matter.standing(dispute.efforts_failed)):
        return
    tried = sum(1 for effort in matter.standing(dispute.efforts) if matter.moment(effort) <= then)
    record = (
        f"{tried} informal effort{'s are' if tried > 1 else ' is'} on record" if tried else "no effort is on record"
    )
    yield Contest(
        event=demand.id,
        about=dispute.id,
        ground=Ground.PREMATURE,
        words=(
            f"The demand may be premature: {record} before it, and nobody had said that efforts were unsuccessful. "
            "The protective clock runs until the parties or the Court settle it."
        ),
        rule=rule.id,
        quote=rule.quote(Facet.PERMISSION) or rule.quote(),
    )


def _meeting(
    matter: Matter, book: Rulebook, dispute: Dispute, meeting: MeetingHeld, turns: dict[str, Side]
) -> Iterator[Contest]:
    for rule in rules_for(book, Act.MEET_AND_CONFER, dispute):
        manner = rule.manner
        if manner is None:
            continue
        if manner.modes and not _mode_satisfies(meeting.mode, manner.modes):
            yield _point(
                meeting,
                rule,
                Ground.MODE,
                f"The meeting was held {_mode_words(meeting.mode)}; "
                f"the order asks for one {' or '.join(_mode_words(mode) for mode in manner.modes)}."
                + "".join(f" Another manner does if {other.when.words}." for other in manner.otherwise),
                facet=Facet.MEETING,
            )
        if manner.minimum_minutes and meeting.minutes is not None and meeting.minutes < manner.minimum_minutes:
            yield _point(
                meeting,
                rule,
                Ground.LENGTH,
                f"The meeting lasted {meeting.minutes} minutes; the order asks for {manner.minimum_minutes} or more.",
                facet=Facet.MEETING,
            )
        if Bearer.LEAD_TRIAL_COUNSEL in (*manner.attendance, *rule.bearers) and meeting.present:
            missing = _missing_leads(matter, meeting, dispute)
            if missing:
                yield _point(
                    meeting,
                    rule,
                    Ground.ATTENDANCE,
                    f"No lead trial counsel is recorded as present for {', '.join(missing)}.",
                    facet=Facet.ATTENDANCE,
                )
    room = rule_for(book, Act.MEET_AND_CONFER, dispute)
    place = room.manner.place if room is not None and room.manner is not None else None
    if room is not None and place is not None and place.words and meeting.chosen_by in _ADVERSE:
        yield _point(
            meeting,
            room,
            Ground.PLACE,
            f"The place was chosen by {meeting.chosen_by}; the order names it: {place.words}.",
            facet=Facet.LOCATION,
        )
        return
    turn = turns.get(meeting.id)
    if turn is not None and meeting.chosen_by in _ADVERSE and meeting.chosen_by is not turn:
        places = rule_for(book, Act.CHOOSE_LOCATION, dispute) or rule_for(book, Act.MEET_AND_CONFER, dispute)
        if places is not None:
            yield _point(
                meeting,
                places,
                Ground.PLACE,
                f"The place was chosen by {meeting.chosen_by}; by the count of meetings it was {turn}'s turn.",
                facet=Facet.LOCATION,
            )


def _mode_satisfies(mode: Mode, wanted: tuple[Mode, ...]) -> bool:
    return mode in wanted or Mode.ANY in wanted or (Mode.DIRECT in wanted and mode in _DIRECT)


def _mode_words(mode: Mode) -> str:
    return {
        Mode.IN_PERSON: "in person",
        Mode.VIDEO: "by video",
        Mode.TELEPHONE: "by telephone",
        Mode.DIRECT: "by direct dialogue",
        Mode.WRITTEN: "in writing",
        Mode.ANY: "in any manner",
    }[mode]


def _missing_leads(matter: Matter, meeting: MeetingHeld, dispute: Dispute) -> list[str]:
    """Every party's lead is asked for: "for both parties" with several parties a side is read so (the safe reading).

    In a dispute with a non-party its counsel is asked for as well.
    """
    other = dispute.arose.non_party if dispute.arose is not None else ""
    here = frozenset(meeting.present)
    day = matter.on(meeting)
    missing = []
    for party in matter.parties.values():
        if party.side not in {Side.PLAINTIFF, Side.DEFENDANT} and party.id != other:
            continue
        if party.left_on is not None and party.left_on <= day:
            continue
        if party.self_represented:
            if party.id not in here:
                missing.append(f"{party.name or party.id} (self-represented)")
            continue
        leads = [
            lawyer
            for lawyer in matter.counsel.values()
            if lawyer.party == party.id and lawyer.lead and (lawyer.left_on is None or day < lawyer.left_on)
        ]
        if leads and not any(lawyer.id in here for lawyer in leads):
            missing.append(party.name or party.id)
    return missing


def _letter(matter: Matter, book: Rulebook, dispute: Dispute, letter: LetterFiled) -> Iterator[Contest]:
    for rule in rules_for(book, Act.FILE_JOINT_LETTER, dispute):
        then = matter.moment(letter)
        if not any(matter.moment(meeting) <= then for meeting in matter.standing(dispute.meetings)):
            yield _point(letter, rule, Ground.NO_MEETING, "No meeting is recorded before the letter.")
        artifact = rule.artifact
        if artifact is None:
            continue
        if artifact.joint and not letter.joint:
            yield _point(
                letter, rule, Ground.NOT_JOINT, "One side filed the letter alone; the order asks for a joint one."
            )
        lacks = _lacking(matter, dispute, letter, rule)
        if lacks:
            yield _point(letter, rule, Ground.INCOMPLETE, "; ".join(lacks) + ".", facet=Facet.CONTENT_REQUIREMENT)


def _lacking(matter: Matter, dispute: Dispute, letter: LetterFiled, rule: Rule) -> list[str]:
    artifact = rule.artifact
    if artifact is None:
        return []
    parts = frozenset(artifact.parts)
    final = bool(parts & {"final_positions", "final_compromises"})
    by_party = artifact.contributors is Contributors.PARTIES
    lacks = []
    for issue in open_issues(matter, dispute):
        if letter.issues and issue.id not in letter.issues:
            lacks.append(f"issue {issue.id} remains in dispute and is not in the letter")
        for word, wanted, entries in (
            ("position", {"positions", "final_positions"}, matter.standing(issue.positions)),
            ("compromise", {"compromises", "final_compromises"}, matter.standing(issue.compromises)),
        ):
            if not parts & wanted or not (issue.positions or issue.compromises):
                continue
            given = {
                _contributor(matter, entry.party or entry.by, by_party=by_party)
                for entry in entries
                if (entry.final or not final) and entry.id not in matter.withheld
            }
            lacks += [
                f"issue {issue.id} lacks the {'final ' if final else ''}{word} of {who}"
                for who in _contributors(matter, by_party=by_party)
                if who not in given
            ]
    return lacks


def _contributor(matter: Matter, by: str, *, by_party: bool) -> str:
    if by_party:
        lawyer = matter.counsel.get(by)
        return lawyer.party if lawyer else by
    side = matter.side_of(by)
    return side.value if side else by


def _contributors(matter: Matter, *, by_party: bool) -> list[str]:
    if not by_party:
        return [Side.PLAINTIFF.value, Side.DEFENDANT.value]
    return [
        party.id
        for party in matter.parties.values()
        if party.side in {Side.PLAINTIFF, Side.DEFENDANT} and party.left_on is None
    ]


def _of_filings(matter: Matter, book: Rulebook) -> Iterator[Contest]:
    for filing in matter.filings:
        if matter.filings[filing].copies:
            yield from _of_filing(matter, book, filing)


def _of_filing(matter: Matter, book: Rulebook, filing_id: str) -> Iterator[Contest]:
    filing = matter.filings[filing_id]
    rules = (*book.for_act(Act.LODGE_CHAMBERS_COPY), *book.for_act(Act.MARK_CHAMBERS_COPY))
    for copy in matter.standing(filing.copies):
        for rule in rules:
            artifact = rule.artifact
            if artifact is None:
                continue
            if artifact.mark and copy.mark and _plain(copy.mark) != _plain(artifact.mark):
                yield _point(
                    copy,
                    rule,
                    Ground.MARK,
                    f"The copy is marked {copy.mark!r}; the order prescribes {artifact.mark!r}.",
                    facet=Facet.FORMAT_REQUIREMENT,
                )
            if artifact.copies and artifact.copies.conformed and copy.conformed is False:
                yield _point(
                    copy,
                    rule,
                    Ground.NOT_CONFORMED,
                    "The copy is not conformed; the order asks for a conformed one.",
                    facet=Facet.COPIES,
                )


def _plain(mark: str) -> str:
    """Compare marks by letters alone: the prints slip in their quotation marks."""
    return "".join(letter for letter in mark.upper() if letter.isalnum())


def _of_motions(matter: Matter, book: Rulebook) -> Iterator[Contest]:
    submit = next(iter((*book.for_act(Act.SUBMIT_WITHOUT_ARGUMENT), *book.for_act(Act.NOTIFY_COURT))), None)
    if submit is not None:
        for motion in matter.motions.values():
            for signed in matter.standing(motion.stipulations):
                missing = _ADVERSE - {matter.side_of(who) for who in signed.signed_by}
                if signed.signed_by and missing:
                    yield _point(
                        signed,
                        submit,
                        Ground.NO_STIPULATION,
                        f"Nobody is recorded as signing for {' and '.join(sorted(missing))}.",
                        facet=Facet.PERMISSION,
                    )
            for notice in matter.standing(motion.notices):
                then = matter.moment(notice)
                if not any(matter.moment(signed) <= then for signed in matter.standing(motion.stipulations)):
                    yield _point(
                        notice,
                        submit,
                        Ground.NO_STIPULATION,
                        "The Court was notified, and no stipulation of the parties is on record: two acts are asked for.",
                        facet=Facet.PERMISSION,
                    )
    for rule in book.for_act(Act.HEAR_MOTIONS):
        if isinstance(rule.timing, Recurring):
            days = frozenset(day.number for day in rule.timing.weekdays)
            for hearing in matter.hearings.values():
                setting = matter.setting_of(hearing)
                if setting is None:
                    continue
                weekday = matter.heard_on(setting)[0].weekday()
                if weekday not in days:
                    yield _point(
                        setting,
                        rule,
                        Ground.NO_SITTING,
                        f"The hearing stands on a {list(Weekday)[weekday]}; "
                        f"the order has motions heard on {', '.join(day.value for day in rule.timing.weekdays)}.",
                        facet=Facet.HEARING_SCHEDULE,
                    )


def _point(event: MatterEvent, rule: Rule, ground: Ground, words: str, *, facet: Facet | None = None) -> Contest:
    return Contest(
        event=event.id,
        about=event.about,
        ground=ground,
        words=words,
        rule=rule.id,
        quote=(rule.quote(facet) if facet else None) or rule.quote(),
    )
