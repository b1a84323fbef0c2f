"""Deciding on determinations, time, powers, corrections and counsel."""

from __future__ import annotations

from typing import assert_never

from soordered.deadlines.deadline import SettledHow
from soordered.disputes import commands as ask
from soordered.disputes.deciding import Deciding, Outcome
from soordered.disputes.events_letter import DeterminationEntered, IssueResolved
from soordered.disputes.events_matter import CounselSubstituted, PowerOrdered, PowerRequested
from soordered.disputes.events_time import (
    ExtensionAgreed,
    ExtensionOrdered,
    ReadingSettled,
    TriggerCorrected,
)
from soordered.disputes.names import Side
from soordered.disputes.refusal import refused


def resolve_issue(command: ask.ResolveIssue, deciding: Deciding) -> Outcome:
    """Take an issue out: it is on record, and both sides sign."""
    if command.issue not in deciding.matter.issues:
        return refused(f"There is no issue {command.issue!r}.")
    barred = deciding.both_signed(command.signed_by, "Resolving an issue")
    if barred is not None:
        return barred
    return IssueResolved(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        issue=command.issue,
        how=command.how,
    )


def enter_determination(command: ask.EnterDetermination, deciding: Deciding) -> Outcome:
    """Enter a determination: by the Court, with its docket entry."""
    barred = deciding.only_court(command.by, "determine what follows")
    if barred is not None:
        return barred
    if not command.entry:
        return refused("A determination binds when it is entered on the docket; give the entry's number.")
    return DeterminationEntered(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        entry=command.entry,
        proceedings=command.proceedings,
        issues=command.issues,
        disposes=command.disposes,
    )


def agree_extension(command: ask.AgreeExtension, deciding: Deciding) -> Outcome:
    """Record an agreement on time: both sides; what an order fixed does not move by it."""
    barred = deciding.both_signed(command.agreed_by, "An agreement on time")
    if barred is not None:
        return barred
    return ExtensionAgreed(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        act=command.act,
        until=command.until,
        agreed_by=command.agreed_by,
    )


def order_extension(command: ask.OrderExtension, deciding: Deciding) -> Outcome:
    """Enter a new date: by the Court."""
    barred = deciding.only_court(command.by, "fix another date")
    if barred is not None:
        return barred
    return ExtensionOrdered(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        act=command.act,
        until=command.until,
        clock=command.clock,
        entry=command.entry,
    )


def request_power(command: ask.RequestPower, deciding: Deciding) -> Outcome:
    """Ask for a reserved power: by a party."""
    barred = deciding.only_party(command.by, "ask the Court to use a reserved power")
    if barred is not None:
        return barred
    return PowerRequested(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        act=command.act,
        against=command.against,
        why=command.why,
    )


def order_power(command: ask.OrderPower, deciding: Deciding) -> Outcome:
    """Enter the use of a reserved power: by the Court, with its docket entry."""
    barred = deciding.only_court(command.by, "use a power it has reserved")
    if barred is not None:
        rule = next((rule for rule in deciding.book.for_act(command.act) if rule.for_court), None)
        return refused(barred.reasons[0].words, rule)
    if not command.entry:
        return refused("A power is used by an order on the docket; give the entry's number.")
    return PowerOrdered(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        act=command.act,
        against=command.against,
        terms=command.terms,
        entry=command.entry,
    )


def settle_reading(command: ask.SettleReading, deciding: Deciding) -> Outcome:
    """Settle a point: for oneself by a party, by stipulation with both sides, by order through the Court."""
    match command.how:
        case SettledHow.OWN_SIDE:
            barred = deciding.only_party(command.by, "settle a point for itself")
        case SettledHow.STIPULATED:
            barred = deciding.both_signed(command.signed_by, "A stipulation on a reading")
        case SettledHow.ORDERED:
            barred = deciding.only_court(command.by, "settle a point by order")
        case _:
            assert_never(command.how)
    if barred is not None:
        return barred
    return ReadingSettled(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        label=command.label,
        how=command.how,
        over=command.over,
        authority=command.authority,
    )


def correct_trigger(command: ask.CorrectTrigger, deciding: Deciding) -> Outcome:
    """Put an event's day right: one that is on record, to another day."""
    found = deciding.matter.seen.get(command.corrects)
    if found is None:
        return refused(f"There is no event {command.corrects!r} on record.")
    if isinstance(found, TriggerCorrected):
        return refused("A correction is not corrected; correct the event itself again.")
    if (command.to, command.to_clock) == (deciding.matter.on(found), deciding.matter.at(found)):
        return refused(f"The event already stands on {command.to}.")
    return TriggerCorrected(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        source=command.source,
        corrects=command.corrects,
        to=command.to,
        to_clock=command.to_clock,
        why=command.why,
    )


def substitute_counsel(command: ask.SubstituteCounsel, deciding: Deciding) -> Outcome:
    """Change counsel of record: on a docketed substitution or order, never on a click."""
    if command.about not in deciding.matter.counsel:
        return refused(f"{command.about!r} is not counsel of record.")
    if not command.entry:
        return refused(
            "Counsel changes on the docketed substitution or order (N.D. Cal. Civil L.R. 11-5, or your court's rule); "
            "until then duties and notices go on. Give the entry's number."
        )
    if deciding.side_of(command.by) is Side.NON_PARTY and deciding.side_of(command.about) is not Side.NON_PARTY:
        return refused("Somebody else's counsel is not yours to change.")
    return CounselSubstituted(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        new_counsel=command.new_counsel,
        name=command.name,
        lead=command.lead,
        entry=command.entry,
    )
