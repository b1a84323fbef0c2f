"""Deciding on acts of conferral: efforts, demand, dates, place, disputes given up or merged."""

from __future__ import annotations

from typing import assert_never

from soordered.disputes import commands as ask
from soordered.disputes.deciding import Deciding, Outcome
from soordered.disputes.events_conferral import (
    DatesOffered,
    DisputesMerged,
    DisputeWithdrawn,
    EffortConfirmed,
    EffortDisputed,
    EffortMade,
    EffortShared,
    LocationChosen,
    MeetingDemanded,
)
from soordered.disputes.names import Side, Track
from soordered.disputes.refusal import Refusal, refused
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.stage_from_dispute import live_demands
from soordered.disputes.turn_from_meetings import next_turn
from soordered.provenance.dates_in_words import day_in_words
from soordered.rules.vocabulary import Act, Facet


def _effort(deciding: Deciding, about: str, effort: str) -> EffortMade | Refusal:
    dispute = deciding.matter.disputes.get(about)
    found = next((entry for entry in dispute.efforts if entry.id == effort), None) if dispute else None
    return found or refused(f"There is no effort {effort!r} in the log of {about!r}.")


def share_effort(command: ask.ShareEffort, deciding: Deciding) -> Outcome:
    """Share an entry: by the side that made it only."""
    found = _effort(deciding, command.about, command.effort)
    if isinstance(found, Refusal):
        return found
    if deciding.side_of(command.by) is not deciding.side_of(found.by):
        return refused("Only the side that made an entry can share it.")
    return EffortShared(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, effort=command.effort
    )


def answer_effort(command: ask.ConfirmEffort | ask.DisputeEffort, deciding: Deciding) -> Outcome:
    """Confirm or dispute an entry: by the other side, and only one that was shared."""
    found = _effort(deciding, command.about, command.effort)
    dispute = deciding.matter.disputes.get(command.about)
    if isinstance(found, Refusal) or dispute is None or command.effort not in dispute.shared:
        # a private entry is answered like one that is not there: its existence is nobody else's business
        return refused(f"There is no effort {command.effort!r} in the log of {command.about!r}.")
    maker, answering = deciding.side_of(found.by), deciding.side_of(command.by)
    if maker is None or answering is None or answering is not maker.other:
        return refused("Only the other side can confirm or dispute an entry; nobody edits it.")
    match command:
        case ask.ConfirmEffort():
            return EffortConfirmed(
                id=command.id,
                on=deciding.today,
                at=deciding.hour,
                by=command.by,
                about=command.about,
                effort=command.effort,
            )
        case ask.DisputeEffort():
            return EffortDisputed(
                id=command.id,
                on=deciding.today,
                at=deciding.hour,
                by=command.by,
                about=command.about,
                effort=command.effort,
                answer=command.answer,
            )
        case _:
            assert_never(command)


def demand_meeting(command: ask.DemandMeeting, deciding: Deciding) -> Outcome:
    """Demand a meeting: early is contested, not refused; a demand beside a live one is."""
    barred = deciding.only_party(command.by, "demand a meeting")
    if barred is not None:
        rule = next(iter(deciding.book.for_act(Act.DEMAND_MEETING)), None)
        return refused(barred.reasons[0].words, rule, Facet.PERMISSION)
    dispute = deciding.live(command.about)
    if isinstance(dispute, Refusal):
        return dispute
    if dispute.track is Track.CASE:
        rule = rule_for(deciding.book, Act.MEET_AND_CONFER, dispute)
        return refused("The order itself directs this meeting; its time runs without a demand.", rule, Facet.DEADLINE)
    demands = live_demands(deciding.matter, dispute)
    if demands and not deciding.matter.standing(dispute.meetings):
        first = deciding.matter.on(deciding.matter.seen[demands[0]])
        rule = rule_for(deciding.book, Act.MEET_AND_CONFER, dispute)
        return refused(f"A meeting was demanded on {first}; its time runs.", rule, Facet.DEADLINE)
    return MeetingDemanded(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, how=command.how
    )


def offer_dates(command: ask.OfferDates, deciding: Deciding) -> Outcome:
    """Offer days: days to come only."""
    barred = deciding.only_concerned(command.by, command.about, "offer dates")
    if barred is not None:
        return barred
    dispute = deciding.live(command.about)
    if isinstance(dispute, Refusal):
        return dispute
    past = [day_in_words(day) for day in command.dates if day < deciding.today]
    if past or not command.dates:
        return refused(
            f"{', '.join(past)} lie in the past; offer days to come."
            if past
            else "No day is offered; name at least one."
        )
    return DatesOffered(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        dates=command.dates,
        words=command.words,
    )


def choose_location(command: ask.ChooseLocation, deciding: Deciding) -> Outcome:
    """Choose the place: the side whose turn it is by at least one way to count."""
    dispute = deciding.live(command.about)
    if isinstance(dispute, Refusal):
        return dispute
    meeting = rule_for(deciding.book, Act.MEET_AND_CONFER, dispute)
    place = meeting.manner.place if meeting and meeting.manner else None
    if place is not None and place.words:
        return refused(f"The order names the place: {place.words}.", meeting, Facet.LOCATION)
    turn = next_turn(deciding.matter, deciding.book)
    side = deciding.side_of(command.by)
    if turn is not None and side not in {reading.side for reading in turn.readings}:
        rule = next((rule for rule in deciding.book if rule.id == turn.rule), None)
        return refused(f"It is {turn.side}'s turn: {turn.readings[0].because}.", rule, Facet.LOCATION)
    if side not in {Side.PLAINTIFF, Side.DEFENDANT}:
        return refused("Only a side can choose the place.")
    return LocationChosen(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, place=command.place
    )


def withdraw_dispute(command: ask.WithdrawDispute, deciding: Deciding) -> Outcome:
    """Give a dispute up: by the side that raised it or demanded the meeting."""
    dispute = deciding.live(command.about)
    if isinstance(dispute, Refusal):
        return dispute
    raised = {deciding.side_of(entry.by) for entry in dispute.demands}
    if dispute.arose is not None:
        raised.add(deciding.side_of(dispute.arose.by))
    if raised and deciding.side_of(command.by) not in raised:
        return refused("Only the side that raised a dispute, or demanded the meeting, can give it up.")
    return DisputeWithdrawn(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, why=command.why
    )


def merge_disputes(command: ask.MergeDisputes, deciding: Deciding) -> Outcome:
    """Take disputes up into another: all of them live, none into itself."""
    if command.about in command.merged:
        return refused("A dispute cannot be merged into itself.")
    for name in (command.about, *command.merged):
        dispute = deciding.live(name)
        if isinstance(dispute, Refusal):
            return dispute
    return DisputesMerged(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, merged=command.merged
    )
