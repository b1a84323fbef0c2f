"""From a command to the events it makes, or to a refusal with reasons and quotes; changes nothing itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import assert_never

from soordered.deadlines.facts import Obligation
from soordered.disputes import commands as ask
from soordered.disputes.commands_paper import PaperCommand
from soordered.disputes.contests_from_matter import CONTESTABLE, contests_of
from soordered.disputes.decide_conferral import (
    answer_effort,
    choose_location,
    demand_meeting,
    merge_disputes,
    offer_dates,
    share_effort,
    withdraw_dispute,
)
from soordered.disputes.decide_motion import (
    notify_court,
    set_hearing,
    stipulate_submission,
    withdraw_motion,
)
from soordered.disputes.decide_paper import (
    agree_extension,
    correct_trigger,
    enter_determination,
    order_extension,
    order_power,
    request_power,
    resolve_issue,
    settle_reading,
    substitute_counsel,
)
from soordered.disputes.decide_paper_command import decide_paper_command
from soordered.disputes.deciding import Deciding, Outcome, Outcomes
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_matter import FactContested, Ground
from soordered.disputes.events_time import ExtensionAgreed
from soordered.disputes.evolve import evolve
from soordered.disputes.refusal import Refusal, refused
from soordered.disputes.state import Matter
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Facet

Decision = tuple[MatterEvent, ...] | Refusal


def decide(
    matter: Matter,
    command: ask.Command,
    *,
    book: Rulebook,
    now: dt.datetime,
    running: Sequence[Obligation] = (),
) -> Decision:
    """Decide what a command makes of a matter.

    Args:
        matter: the facts to date.
        command: what is asked.
        book: the rules in force.
        now: the court's local time.
        running: obligations with their dates, for acts that turn on them (withdrawal, notice to the Court).

    Returns:
        the events to be recorded, the act first and what may be contested about it after; none for an event already
        recorded word for word; or a refusal. A fact is refused only when its id is taken by another.
    """
    asked = command.event if isinstance(command, ask.RecordFact) else command
    known = matter.seen.get(asked.id)
    outcome = _events(command, Deciding(matter=matter, book=book, now=now, running=tuple(running)))
    if isinstance(outcome, Refusal):
        return outcome
    events = outcome if isinstance(outcome, tuple) else (outcome,)
    if known is not None and known in events:
        return ()
    taken = next((event.id for event in events if event.id in matter.seen), asked.id if known is not None else None)
    if taken is not None:
        return refused(f"The id {taken!r} is taken by another event; a correction is an event of its own.")
    about = tuple(point for event in events for point in (*_contested(matter, event, book), *_agreement(event, book)))
    return (*events, *about)


def _contested(matter: Matter, event: MatterEvent, book: Rulebook) -> tuple[MatterEvent, ...]:
    if not isinstance(event, CONTESTABLE):
        return ()
    after = evolve(matter, event)
    return tuple(
        FactContested(
            id=f"{event.id}:{point.ground}",
            on=event.on,
            at=event.at,
            about=point.about,
            event=event.id,
            ground=point.ground,
            words=point.words,
            rule=point.rule,
            quote=point.quote,
        )
        for point in contests_of(after, book, event)
    )


def _agreement(event: MatterEvent, book: Rulebook) -> tuple[MatterEvent, ...]:
    """Record beside an agreement on time that it moves no date an order fixed."""
    if not isinstance(event, ExtensionAgreed):
        return ()
    rule = next((rule for rule in book.for_act(event.act) if rule.timing is not None), None)
    if rule is None:
        return ()
    return (
        FactContested(
            id=f"{event.id}:{Ground.PROCEDURE}",
            on=event.on,
            at=event.at,
            about=event.about,
            event=event.id,
            ground=Ground.PROCEDURE,
            words="The date is fixed by order; an agreement between counsel does not move it. Ask the Court.",
            rule=rule.id,
            quote=rule.quote(Facet.DEADLINE) or rule.quote(),
        ),
    )


def _events(command: ask.Command, deciding: Deciding) -> Outcome | Outcomes:
    if isinstance(command, PaperCommand):
        return decide_paper_command(command, deciding)
    match command:
        case ask.RecordFact():
            return command.event
        case ask.ShareEffort():
            return share_effort(command, deciding)
        case ask.ConfirmEffort() | ask.DisputeEffort():
            return answer_effort(command, deciding)
        case ask.DemandMeeting():
            return demand_meeting(command, deciding)
        case ask.OfferDates():
            return offer_dates(command, deciding)
        case ask.ChooseLocation():
            return choose_location(command, deciding)
        case ask.WithdrawDispute():
            return withdraw_dispute(command, deciding)
        case ask.MergeDisputes():
            return merge_disputes(command, deciding)
        case ask.ResolveIssue():
            return resolve_issue(command, deciding)
        case ask.EnterDetermination():
            return enter_determination(command, deciding)
        case ask.SetHearing():
            return set_hearing(command, deciding)
        case ask.StipulateSubmission():
            return stipulate_submission(command, deciding)
        case ask.NotifyCourt():
            return notify_court(command, deciding)
        case ask.WithdrawMotion():
            return withdraw_motion(command, deciding)
        case ask.AgreeExtension():
            return agree_extension(command, deciding)
        case ask.OrderExtension():
            return order_extension(command, deciding)
        case ask.RequestPower():
            return request_power(command, deciding)
        case ask.OrderPower():
            return order_power(command, deciding)
        case ask.SettleReading():
            return settle_reading(command, deciding)
        case ask.CorrectTrigger():
            return correct_trigger(command, deciding)
        case ask.SubstituteCounsel():
            return substitute_counsel(command, deciding)
        case _:
            assert_never(command)
