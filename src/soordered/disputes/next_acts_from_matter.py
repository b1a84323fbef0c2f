"""What may be done next, by whom, and why not the rest, with the order's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from soordered.disputes.names import Registration, Side, Track
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.stage_from_dispute import ENDED, Stage, live_demands, stage_of
from soordered.disputes.state import Dispute, Filing, Matter, Motion
from soordered.disputes.turn_from_meetings import Turn, next_turn
from soordered.provenance.spans import Quote
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, ActCode, Bearer, BearerCode, Facet, Modality


class Leave(StrEnum):
    """Whether an act is open to somebody now."""

    MUST = "must"
    MAY = "may"
    WARNED = "warned"  # it can be done, and will be recorded as contested
    NOT_NOW = "not_now"
    COURT = "court"  # the Court's move


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAct:
    """One act with who may do it, or why not.

    Args:
        act: what.
        by: who, in the vocabulary's codes or as sides.
        about: the dispute, motion, filing, request or ruling.
        leave: whether it is open now.
        why: in a sentence.
        rule: id of the rule it rests on; empty when no rule in force speaks to it.
        quote: the rule's words.
    """

    act: ActCode
    by: tuple[str, ...]
    about: str
    leave: Leave
    why: str
    rule: str = ""
    quote: Quote | None = None


def next_acts(matter: Matter, book: Rulebook, *, as_of: dt.date) -> tuple[NextAct, ...]:
    """List what may be done next in every open dispute, motion and filing.

    Args:
        matter: the facts.
        book: the rules in force.
        as_of: the day asked about.
    """
    turn = next_turn(matter, book)
    acts: list[NextAct] = []
    for dispute in matter.disputes.values():
        acts += _of_dispute(matter, book, dispute, turn)
    for motion in matter.motions.values():
        acts += _of_motion(matter, book, motion, as_of)
    acts += _of_filings(matter, book)
    acts += _of_ledger(matter, book)
    return tuple(acts)


def next_acts_in(matter: Matter, book: Rulebook, dispute: Dispute) -> tuple[NextAct, ...]:
    """List what may be done next in one dispute."""
    return tuple(_of_dispute(matter, book, dispute, next_turn(matter, book)))


def _of_dispute(matter: Matter, book: Rulebook, dispute: Dispute, turn: Turn | None) -> Iterator[NextAct]:
    stage = stage_of(matter, dispute)
    if stage in ENDED:
        return
    standing = dispute.track is Track.STANDING
    met = bool(matter.standing(dispute.meetings))
    demanded = bool(live_demands(matter, dispute))
    lettered = bool(matter.standing(dispute.letters))
    if not met:
        yield _act(
            book,
            dispute,
            Act.MAKE_EFFORTS,
            by=(Side.PLAINTIFF, Side.DEFENDANT),
            leave=Leave.MAY,
            why="Informal efforts come first and may go on; log them privately or share them.",
        )
        if standing:
            yield _demand(matter, book, dispute, stage)
        meeting = rule_for(book, Act.MEET_AND_CONFER, dispute)
        yield from _meeting(book, dispute, meeting, turn, open_now=demanded or not standing)
    yield _letter(book, dispute, met=met, lettered=lettered)
    yield from _motion_bar(book, dispute, lettered=lettered)
    if lettered:
        yield _act(
            book,
            dispute,
            Act.DETERMINE_PROCEEDINGS,
            by=("court",),
            leave=Leave.COURT,
            why="The letter is filed; the Court will say what follows. No date runs until it does.",
        )


def _demand(matter: Matter, book: Rulebook, dispute: Dispute, stage: Stage) -> NextAct:
    demands = live_demands(matter, dispute)
    if demands:
        first = matter.seen[demands[0]]
        return _act(
            book,
            dispute,
            Act.DEMAND_MEETING,
            by=_bearers(rule_for(book, Act.DEMAND_MEETING, dispute), ("any_party",)),
            leave=Leave.NOT_NOW,
            why=f"A meeting was demanded on {matter.on(first).isoformat()}; its clock runs.",
        )
    by = _bearers(rule_for(book, Act.DEMAND_MEETING, dispute), ("any_party",))
    if stage is Stage.EFFORTS_FAILED:
        why = "Efforts are recorded as unsuccessful: a meeting of lead trial counsel may be demanded."
        return _act(book, dispute, Act.DEMAND_MEETING, by=by, leave=Leave.MAY, why=why)
    tried = "no effort is on record" if not matter.standing(dispute.efforts) else "efforts are on record"
    return _act(
        book,
        dispute,
        Act.DEMAND_MEETING,
        by=by,
        leave=Leave.WARNED,
        why=f"A demand now would be recorded as contested: premature ({tried}, none said to have failed); "
        "its clock would run all the same.",
    )


def _meeting(
    book: Rulebook, dispute: Dispute, meeting: Rule | None, turn: Turn | None, *, open_now: bool
) -> Iterator[NextAct]:
    by = _bearers(meeting, ("lead_trial_counsel",))
    why = (
        "The meeting is due; both sides' lead trial counsel must come, and either may offer dates."
        if open_now
        else "No meeting has been demanded; the duty to meet waits for a demand."
    )
    yield _act(
        book,
        dispute,
        Act.MEET_AND_CONFER,
        by=by,
        leave=Leave.MUST if open_now else Leave.NOT_NOW,
        why=why,
        facet=Facet.MEETING,
    )
    if not open_now:
        return
    yield _act(
        book, dispute, Act.OFFER_DATES, by=(Side.PLAINTIFF, Side.DEFENDANT), leave=Leave.MAY,
        why="Each side's offers are kept side by side, with the day they were made.",
    )  # fmt: skip
    place = meeting.manner.place if meeting and meeting.manner else None
    if dispute.track is Track.CASE and place is not None and place.words:
        yield NextAct(
            act=Act.CHOOSE_LOCATION,
            by=("court",),
            about=dispute.id,
            leave=Leave.NOT_NOW,
            why=f"The order names the place: {place.words}.",
            rule=meeting.id if meeting else "",
            quote=meeting.quote(Facet.LOCATION) if meeting else None,
        )
    elif turn is not None:
        doubt = " Another way to count gives the other side; see the readings of the turn." if turn.contested else ""
        yield NextAct(
            act=Act.CHOOSE_LOCATION,
            by=(turn.side.value,),
            about=dispute.id,
            leave=Leave.MUST,
            why=f"It is {turn.side}'s turn: {turn.readings[0].because}.{doubt}",
            rule=turn.rule,
            quote=turn.quote,
        )


def _letter(book: Rulebook, dispute: Dispute, *, met: bool, lettered: bool) -> NextAct:
    by = _bearers(rule_for(book, Act.FILE_JOINT_LETTER, dispute), ("parties",))
    if lettered:
        return _act(book, dispute, Act.FILE_JOINT_LETTER, by=by, leave=Leave.NOT_NOW, why="The letter is filed.")
    if met:
        why = "The meeting was held; the parties file together what remains in dispute."
        return _act(book, dispute, Act.FILE_JOINT_LETTER, by=by, leave=Leave.MUST, why=why)
    why = "No meeting is on record; the time for the letter runs from it."
    return _act(book, dispute, Act.FILE_JOINT_LETTER, by=by, leave=Leave.NOT_NOW, why=why)


def _motion_bar(book: Rulebook, dispute: Dispute, *, lettered: bool) -> Iterator[NextAct]:
    bars = [rule for rule in book.for_act(Act.FILE_DISCOVERY_MOTION) if rule.modality is Modality.MUST_NOT]
    if bars:
        bar = bars[0]
        yield NextAct(
            act=Act.FILE_DISCOVERY_MOTION,
            by=("any_party",),
            about=dispute.id,
            leave=Leave.NOT_NOW,
            why="The Court has the letter and will say whether a motion is needed."
            if lettered
            else "No discovery motion before the meeting and the letter.",
            rule=bar.id,
            quote=bar.quote(Facet.PROHIBITION) or bar.quote(),
        )
    elif any(source.partial for source in book.sources):
        yield NextAct(
            act=Act.FILE_DISCOVERY_MOTION,
            by=("any_party",),
            about=dispute.id,
            leave=Leave.WARNED,
            why="Whether a motion may be filed first is not in the text held: ask for the order's beginning before filing.",
        )


def _of_motion(matter: Matter, book: Rulebook, motion: Motion, as_of: dt.date) -> Iterator[NextAct]:
    withdrawn = matter.standing(motion.withdrawals)
    if withdrawn or (motion.filed is None and not motion.hearings):
        return
    settings = [matter.hearings[hearing].setting for hearing in motion.hearings]
    coming = [setting for setting in settings if setting is not None and matter.heard_on(setting)[0] >= as_of]
    stipulated, notified = matter.standing(motion.stipulations), matter.standing(motion.notices)
    submit = next(iter((*book.for_act(Act.SUBMIT_WITHOUT_ARGUMENT), *book.for_act(Act.NOTIFY_COURT))), None)
    if coming and submit is not None:
        if not stipulated:
            yield _motion_act(
                submit, motion, Act.SUBMIT_WITHOUT_ARGUMENT, ("parties",), leave=Leave.MAY,
                why="The parties may stipulate to submit without argument; the Court must then be notified in time.",
            )  # fmt: skip
        yield _motion_act(
            submit, motion, Act.NOTIFY_COURT, ("parties",),
            leave=Leave.NOT_NOW if notified or not stipulated else Leave.MUST,
            why="The Court was notified."
            if notified
            else "The stipulation is signed; without notice to the Court nothing is submitted."
            if stipulated
            else "No stipulation is on record; notice alone submits nothing.",
        )  # fmt: skip
    withdraw = next(iter(book.for_act(Act.WITHDRAW_MOTION)), None)
    if withdraw is not None and motion.filed is not None:
        yield _motion_act(
            withdraw, motion, Act.WITHDRAW_MOTION, ("movant",), leave=Leave.MAY,
            why="Without leave inside the window; its dates stand among the obligations.",
        )  # fmt: skip
    leave = next(iter(book.for_act(Act.SEEK_LEAVE)), None)
    if leave is not None and motion.filed is not None:
        yield _motion_act(
            leave,
            motion,
            Act.SEEK_LEAVE,
            ("movant",),
            leave=Leave.MAY,
            why="After the window a withdrawal needs leave.",
        )


def _motion_act(rule: Rule, motion: Motion, act: Act, by: tuple[str, ...], *, leave: Leave, why: str) -> NextAct:
    return NextAct(act=act, by=by, about=motion.id, leave=leave, why=why, rule=rule.id, quote=rule.quote())


def _of_filings(matter: Matter, book: Rulebook) -> Iterator[NextAct]:
    rule = next(iter(book.for_act(Act.LODGE_CHAMBERS_COPY)), None)
    if rule is None:
        return
    for filing in matter.filings.values():
        if _needs_copy(matter, filing):
            yield NextAct(
                act=Act.LODGE_CHAMBERS_COPY,
                by=_bearers(rule, ("filer",)),
                about=filing.id,
                leave=Leave.MUST,
                why=f"A chambers copy of {_title(filing)} has not been logged as lodged.",
                rule=rule.id,
                quote=rule.quote(Facet.COPIES) or rule.quote(),
            )


def _needs_copy(matter: Matter, filing: Filing) -> bool:
    filed = filing.filed
    if filed is None or not matter.stands(filed) or matter.standing(filing.copies):
        return False
    return any(matter.on(order.adopted) <= matter.on(filed) for order in matter.orders.values())


def _title(filing: Filing) -> str:
    title = getattr(filing.filed, "title", "")
    return title or filing.id


def _of_ledger(matter: Matter, book: Rulebook) -> Iterator[NextAct]:
    answer = next(iter(book.for_act(Act.ANSWER_DISCOVERY)), None)
    for request in matter.requests.values():
        served = request.served
        if served is None or not matter.stands(served) or matter.standing(request.answers):
            continue
        who = matter.parties.get(served.to)
        by_mail = who is not None and who.registration is Registration.PAPER
        yield NextAct(
            act=Act.ANSWER_DISCOVERY,
            by=(served.to or "responding_party",),
            about=request.id,
            leave=Leave.MUST,
            why=f"{served.type.value} {served.number or request.id} is unanswered."
            + (" The answering party is served on paper." if by_mail else ""),
            rule=answer.id if answer else "",
            quote=answer.quote() if answer else None,
        )


def _act(
    book: Rulebook,
    dispute: Dispute,
    act: Act,
    *,
    by: tuple[str, ...],
    leave: Leave,
    why: str,
    facet: Facet | None = None,
) -> NextAct:
    rule = rule_for(book, act, dispute)
    quote = None if rule is None else (rule.quote(facet) if facet else None) or rule.quote()
    return NextAct(act=act, by=by, about=dispute.id, leave=leave, why=why, rule=rule.id if rule else "", quote=quote)


def _bearers(rule: Rule | None, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    if rule is None:
        return otherwise
    return tuple(_bearer(code) for code in rule.bearers) or otherwise


def _bearer(code: BearerCode) -> str:
    return code.value if isinstance(code, Bearer) else code.words
