"""What may be done next, by whom, and why not the rest, with the order's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from soordered.disputes.names import Side, Track
from soordered.disputes.next_act import Leave, NextAct, bearers_or
from soordered.disputes.next_acts_of_motions import acts_of_filings, acts_of_ledger, acts_of_motion, acts_of_supplements
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.stage_from_dispute import ENDED, Stage, live_demands, stage_of
from soordered.disputes.state import Dispute, Matter
from soordered.disputes.turn_from_meetings import Turn, next_turn
from soordered.provenance.dates_in_words import day_in_words
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, Facet, Modality, Other


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
        acts += acts_of_motion(matter, book, motion, as_of)
    acts += acts_of_filings(matter, book)
    acts += acts_of_ledger(matter, book)
    acts += acts_of_supplements(matter, book)
    return tuple(acts)


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
    if not lettered and matter.standing(dispute.refusals):
        yield from _alone(book, dispute)
    if dispute.arose is not None and dispute.arose.urgent and not matter.standing(dispute.urgent_calls):
        yield _urgent(dispute)
    yield from _motion_bar(book, dispute, lettered=lettered)
    determined = matter.standing(dispute.determinations)
    if determined:
        yield _act(
            book,
            dispute,
            Act.DETERMINE_PROCEEDINGS,
            by=("court",),
            leave=Leave.COURT,
            why=f"The Court determined on {day_in_words(matter.on(determined[-1]))}: "
            f"{determined[-1].proceedings or 'see the entry'}",
        )
    elif lettered:
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
            by=bearers_or(rule_for(book, Act.DEMAND_MEETING, dispute), ("any_party",)),
            leave=Leave.NOT_NOW,
            why=f"A meeting was demanded on {day_in_words(matter.on(first))}; its clock runs.",
        )
    by = bearers_or(rule_for(book, Act.DEMAND_MEETING, dispute), ("any_party",))
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
    by = bearers_or(meeting, ("lead_trial_counsel",))
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
    by = bearers_or(rule_for(book, Act.FILE_JOINT_LETTER, dispute), ("parties",))
    if lettered:
        return _act(book, dispute, Act.FILE_JOINT_LETTER, by=by, leave=Leave.NOT_NOW, why="The letter is filed.")
    if met:
        why = "The meeting was held; the parties file together what remains in dispute."
        return _act(book, dispute, Act.FILE_JOINT_LETTER, by=by, leave=Leave.MUST, why=why)
    why = "No meeting is on record; the time for the letter runs from it."
    return _act(book, dispute, Act.FILE_JOINT_LETTER, by=by, leave=Leave.NOT_NOW, why=why)


def _alone(book: Rulebook, dispute: Dispute) -> Iterator[NextAct]:
    """Say what one side can do alone: only what the order gives; where it gives nothing, none is invented."""
    rule = rule_for(book, Act.FILE_JOINT_LETTER, dispute)
    ways = rule.fallbacks if rule else ()
    for way in ways:
        yield NextAct(
            act=Act.FILE_JOINT_LETTER,
            by=("any_party",),
            about=dispute.id,
            leave=Leave.MAY,
            why=f"The other side would not take part; the order allows: {way.words or way.kind.replace('_', ' ')}.",
            rule=rule.id if rule else "",
            quote=rule.quote() if rule else None,
        )
    if ways:
        return
    silent = "The other side would not take part, and the order gives no way for one side alone:"
    yield NextAct(
        act=Act.SEEK_LEAVE,
        by=("any_party",),
        about=dispute.id,
        leave=Leave.MAY,
        why=f"{silent} ask leave to file alone. Never file a letter as joint that is not.",
    )
    power = next((rule for rule in book.for_act(Act.IMPOSE_SANCTIONS) if rule.for_court), None)
    if power is not None:
        yield NextAct(
            act=Act.IMPOSE_SANCTIONS,
            by=("any_party",),
            about=dispute.id,
            leave=Leave.MAY,
            why=f"{silent} report it, in neutral words, under what the order announces. It is announced, not ordered.",
            rule=power.id,
            quote=power.quote(Facet.SANCTION) or power.quote(),
        )


def _urgent(dispute: Dispute) -> NextAct:
    return NextAct(
        act=Other("call chambers"),
        by=("any_party",),
        about=dispute.id,
        leave=Leave.MAY,
        why="The dispute cannot wait: counsel may call chambers during the event, or move to shorten time. "
        "The order's words do not speak of it; log the call and what chambers said.",
    )


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
