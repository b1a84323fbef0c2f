"""Deciding on the smaller steps: answers to a meeting's record, demands taken back, hearings vacated, leave, stays."""

from __future__ import annotations

from typing import assert_never

from soordered.disputes import commands_paper as ask
from soordered.disputes.contests_from_matter import contests
from soordered.disputes.deciding import Deciding, Outcome
from soordered.disputes.events_conferral import DemandWithdrawn, MeetingConfirmed, MeetingDisputed
from soordered.disputes.events_matter import ContestSettled, Settled
from soordered.disputes.events_motion import HearingVacated, LeaveSought, ObjectionFiled
from soordered.disputes.events_time import ExtensionDenied, ExtensionRequested, StayEntered, StayLifted
from soordered.disputes.names import Side
from soordered.disputes.refusal import refused
from soordered.disputes.stage_from_dispute import live_demands


def answer_meeting(command: ask.AnswerMeeting, deciding: Deciding) -> Outcome:
    """Confirm or dispute the record of a meeting: by a side that did not make it; both accounts stay."""
    dispute = deciding.matter.disputes.get(command.about)
    meeting = next((one for one in dispute.meetings if one.id == command.meeting), None) if dispute else None
    if meeting is None:
        return refused(f"There is no meeting {command.meeting!r} on record.")
    side = deciding.side_of(command.by)
    if side in {None, Side.COURT} or side is deciding.side_of(meeting.by):
        return refused("A side confirms or disputes the record that another made; its own stands as it is.")
    if command.answer:
        return MeetingDisputed(
            id=command.id,
            on=deciding.today,
            at=deciding.hour,
            by=command.by,
            about=command.about,
            meeting=command.meeting,
            answer=command.answer,
        )
    return MeetingConfirmed(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        meeting=command.meeting,
    )


def withdraw_demand(command: ask.WithdrawDemand, deciding: Deciding) -> Outcome:
    """Take a demand back: a live one, by the side that made it."""
    dispute = deciding.matter.disputes.get(command.about)
    if dispute is None or command.demand not in live_demands(deciding.matter, dispute):
        return refused(f"There is no live demand {command.demand!r}.")
    if deciding.side_of(command.by) is not deciding.side_of(deciding.matter.seen[command.demand].by):
        return refused("Only the side that made a demand can take it back.")
    return DemandWithdrawn(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, demand=command.demand
    )


def vacate_hearing(command: ask.VacateHearing, deciding: Deciding) -> Outcome:
    """Take a hearing off the calendar: by the Court, one that stands on it."""
    barred = deciding.only_court(command.by, "take a hearing off its calendar")
    if barred is not None:
        return barred
    hearing = deciding.matter.hearings.get(command.about)
    if hearing is None or deciding.matter.setting_of(hearing) is None:
        return refused(f"There is no hearing {command.about!r} on the calendar.")
    return HearingVacated(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, source=command.why
    )


def seek_leave(command: ask.SeekLeave, deciding: Deciding) -> Outcome:
    """Ask for leave: by a party."""
    barred = deciding.only_party(command.by, "ask for leave")
    if barred is not None:
        return barred
    return LeaveSought(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, to=command.to
    )


def ask_extension(command: ask.AskExtension, deciding: Deciding) -> Outcome:
    """Ask for time: by a party."""
    barred = deciding.only_party(command.by, "ask for more time")
    if barred is not None:
        return barred
    return ExtensionRequested(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        act=command.act,
        until=command.until,
        how=command.how,
    )


def deny_extension(command: ask.DenyExtension, deciding: Deciding) -> Outcome:
    """Deny time: by the Court."""
    barred = deciding.only_court(command.by, "deny more time")
    if barred is not None:
        return barred
    return ExtensionDenied(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        act=command.act,
        source=command.entry,
    )


def enter_stay(command: ask.EnterStay, deciding: Deciding) -> Outcome:
    """Stay proceedings: by the Court, with its docket entry."""
    barred = deciding.only_court(command.by, "stay proceedings")
    if barred is not None:
        return barred
    if not command.entry:
        return refused("A stay binds when it is entered on the docket; give the entry's number.")
    return StayEntered(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        source=command.entry,
        effect=command.effect,
    )


def lift_stay(command: ask.LiftStay, deciding: Deciding) -> Outcome:
    """Lift a stay: by the Court, one that was entered."""
    barred = deciding.only_court(command.by, "lift a stay")
    if barred is not None:
        return barred
    if not any(stay.lifted is None and stay.entered.about == command.about for stay in deciding.matter.stays):
        return refused("No such stay is in force.")
    if not command.entry:
        return refused("A stay is lifted by an entry on the docket; give its number.")
    return StayLifted(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        source=command.entry,
        effect=command.effect,
    )


def object_to_ruling(command: ask.ObjectToRuling, deciding: Deciding) -> Outcome:
    """Object to a ruling: by a party, one that was entered."""
    barred = deciding.only_party(command.by, "object to a ruling")
    if barred is not None:
        return barred
    ruling = deciding.matter.rulings.get(command.about)
    if ruling is None or ruling.entered is None:
        return refused(f"There is no ruling {command.about!r} on record.")
    return ObjectionFiled(
        id=command.id, on=deciding.today, at=deciding.hour, by=command.by, about=command.about, entry=command.entry
    )


def settle_contest(command: ask.SettleContest, deciding: Deciding) -> Outcome:
    """Settle a contested point: waived by the side that could complain, or ordered by the Court."""
    event = deciding.matter.seen.get(command.event)
    points = contests(deciding.matter, deciding.book)
    if event is None or not any(
        point.event == command.event and point.ground is command.ground and point.settled is None for point in points
    ):
        return refused(f"Nothing about {command.event!r} is contested on the ground {command.ground!r}.")
    match command.how:
        case Settled.ORDERED:
            barred = deciding.only_court(command.by, "settle a contested point by order")
        case Settled.WAIVED | Settled.AGREED:
            barred = deciding.other_side(command.by, event.by, what="waive or agree on a point it could complain of")
        case _:
            assert_never(command.how)
    if barred is not None:
        return barred
    return ContestSettled(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=event.about,
        event=command.event,
        ground=command.ground,
        how=command.how,
        words=command.words,
    )
