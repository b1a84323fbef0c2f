"""One plain call of every use case, and a stage at which the first of its cast can do it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from soordered.casework.acting import Answer, Asking, see
from soordered.casework.acts import adopt_order as adopting
from soordered.casework.acts.answer_agreement import accept_agreement
from soordered.casework.acts.answer_effort import answer_effort
from soordered.casework.acts.answer_meeting import answer_meeting
from soordered.casework.acts.answer_protocol import agree_protocol
from soordered.casework.acts.approve import approve
from soordered.casework.acts.ask_extension import ask_extension
from soordered.casework.acts.call_chambers import call_chambers
from soordered.casework.acts.choose_location import choose_location
from soordered.casework.acts.claw_back import claw_back
from soordered.casework.acts.commit_locked import commit_locked
from soordered.casework.acts.commit_texts import commit_texts
from soordered.casework.acts.consent_common_part import consent_common_part
from soordered.casework.acts.correct_trigger import correct_trigger
from soordered.casework.acts.countersign_order import countersign_order
from soordered.casework.acts.declare_efforts_failed import declare_efforts_failed
from soordered.casework.acts.demand_meeting import demand_meeting
from soordered.casework.acts.deny_extension import deny_extension
from soordered.casework.acts.enter_determination import enter_determination
from soordered.casework.acts.enter_stay import enter_stay
from soordered.casework.acts.give_notice_of_order import give_notice_of_order
from soordered.casework.acts.hand_over_letter import hand_over_letter
from soordered.casework.acts.keep_ledger import keep_ledger
from soordered.casework.acts.lift_stay import lift_stay
from soordered.casework.acts.lodge_copy import lodge_copy
from soordered.casework.acts.log_effort import log_effort
from soordered.casework.acts.mark_settlement import mark_settlement
from soordered.casework.acts.match_docketed_copy import match_docketed_copy
from soordered.casework.acts.notify_court import notify_court
from soordered.casework.acts.object_to_ruling import object_to_ruling
from soordered.casework.acts.offer_dates import offer_dates
from soordered.casework.acts.open_dispute import open_dispute
from soordered.casework.acts.open_matter import open_matter
from soordered.casework.acts.open_texts import open_texts
from soordered.casework.acts.order_extension import order_extension
from soordered.casework.acts.order_power import order_power
from soordered.casework.acts.prepare_determination import prepare_determination
from soordered.casework.acts.propose_agreement import propose_agreement
from soordered.casework.acts.propose_common_part import propose_common_part
from soordered.casework.acts.propose_protocol import propose_protocol
from soordered.casework.acts.raise_issue import raise_issue
from soordered.casework.acts.record_docket_entry import record_docket_entry
from soordered.casework.acts.record_event import record_event
from soordered.casework.acts.record_meeting import record_meeting
from soordered.casework.acts.record_non_participation import record_non_participation
from soordered.casework.acts.release_commitment import release_commitment
from soordered.casework.acts.release_texts import release_texts
from soordered.casework.acts.report_non_participation import report_non_participation
from soordered.casework.acts.request_power import request_power
from soordered.casework.acts.seek_leave import seek_leave
from soordered.casework.acts.set_hearing import set_hearing
from soordered.casework.acts.settle_contest import settle_contest
from soordered.casework.acts.settle_reading import settle_reading
from soordered.casework.acts.share_effort import share_effort
from soordered.casework.acts.sign_letter import sign_letter
from soordered.casework.acts.state_parts import state_parts
from soordered.casework.acts.submit_to_court import submit_to_court
from soordered.casework.acts.substitute_counsel import substitute_counsel
from soordered.casework.acts.supplement import supplement
from soordered.casework.acts.take_turn import take_turn
from soordered.casework.acts.vacate_hearing import vacate_hearing
from soordered.casework.acts.withdraw_demand import withdraw_demand
from soordered.casework.acts.withdraw_dispute import withdraw_dispute
from soordered.casework.acts.withdraw_entry import withdraw_entry
from soordered.casework.acts.withdraw_motion import withdraw_motion
from soordered.casework.acts.write_privately import write_privately
from soordered.casework.caller import Caller
from soordered.casework.case_act import CaseAct as Do
from soordered.casework.drafts import DraftPlace, PartOf
from soordered.casework.non_participation import Way
from soordered.disputes.events_conferral import MeetingDemanded, MeetingHeld, UrgentCallMade
from soordered.disputes.events_discovery import ChambersCopyLodged, DisclosureSupplemented, DiscoveryServed
from soordered.disputes.events_letter import CompromiseProposed, LetterFiled, PositionStated
from soordered.disputes.events_matter import CounselAppeared, Ground, PartyJoined, Settled
from soordered.disputes.events_motion import MotionFiled, RulingEntered
from soordered.disputes.events_time import Happened
from soordered.disputes.letter_of_dispute import letter_of
from soordered.disputes.names import AgreedOn, CommonPart, Effort, RequestType, Side
from soordered.record.bound_texts import bytes_of_parts
from soordered.record.entry import MatterId
from soordered.record.own_key import own_locked
from soordered.rulefiles.case_file import CaseHead
from soordered.rules.vocabulary import Act, Trigger
from tests.casework.cast import ABEL, AMORY, BRANDT, DEPUTY, JUDGE, MATTER, Stage, ask, done

Call = Callable[[Stage, Asking], object]
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """How a use case is called.

    Args:
        at: the stage at which it can be done.
        who: somebody who can do it there.
        call: the call.
    """

    at: Callable[[], Stage]
    who: Caller
    call: Call


def digest(stage: Stage) -> str:
    """The digest of the letter as it stands."""
    state = stage.view(AMORY).state
    return letter_of(state, state.disputes["d1"], stage.book).digest


def signed() -> Stage:
    stage = Stage().opened()
    for who in (AMORY, BRANDT):
        done(sign_letter(stage.desk, ask(who), about="d1", digest=digest(stage)))
    return stage


def filed() -> Stage:
    stage = signed()
    done(hand_over_letter(stage.desk, ask(AMORY), about="d1", digest=digest(stage)))
    done(record_docket_entry(stage.desk, ask(AMORY, request="filed"), event=_letter(stage)))
    return stage


def _letter(stage: Stage) -> LetterFiled:
    return LetterFiled(id="", on=stage.today, by="amory", about="d1", entry="45")


def _with_motion() -> Stage:
    stage = Stage().disputed()
    motion = MotionFiled(id="", on=stage.today, by="amory", about="m1", title="Motion to compel", entry="40")
    done(record_docket_entry(stage.desk, ask(AMORY), event=motion))
    return stage


def _stipulated() -> Stage:
    stage = _with_motion()
    offer = done(
        propose_agreement(stage.desk, ask(AMORY), on_what=AgreedOn.SUBMIT_WITHOUT_ARGUMENT, about="m1")
    ).events[0]
    done(accept_agreement(stage.desk, ask(BRANDT), proposal=offer.id))
    return stage


def _ruled() -> Stage:
    stage = Stage().disputed()
    entered = RulingEntered(id="", on=stage.today, by="court", about="r1", entry="50")
    done(record_docket_entry(stage.desk, ask(DEPUTY), event=entered))
    return stage


def _heard() -> Stage:
    stage = _with_motion()
    done(set_hearing(stage.desk, ask(DEPUTY), hearing="h1", hearing_on=stage.today + 30 * DAY, motion="m1", entry="41"))
    return stage


def _stayed() -> Stage:
    stage = Stage().disputed()
    done(enter_stay(stage.desk, ask(JUDGE), entry="60"))
    return stage


def _noted() -> Stage:
    stage = Stage().disputed()
    done(log_effort(stage.desk, ask(AMORY), about="d1", effort="n1", how=Effort.EMAIL, on=stage.today))
    return stage


def _shared() -> Stage:
    stage = _noted()
    done(share_effort(stage.desk, ask(AMORY), about="d1", effort="n1"))
    return stage


def _proposed() -> Stage:
    stage = Stage().met()
    done(propose_protocol(stage.desk, ask(AMORY, request="p1"), about="d1", opens_on=stage.today, opens_at=dt.time(17)))
    return stage


class Locked:
    """What a side locks on its own machine: the part for the host, and the release it keeps."""

    def __init__(self, who: Caller, words: str) -> None:
        parts = [cls(id="", on=dt.date.min, issue="i1", text=words) for cls in (PositionStated, CompromiseProposed)]
        self.part, self.release = own_locked(
            bytes_of_parts(parts), matter=MATTER, stream=str(who.stream), key="part", chance=_chance
        )


def _chance(size: int) -> bytes:
    return hashlib.sha512(f"chance {size}".encode()).digest()[:size]


OURS, THEIRS = Locked(AMORY, "canary"), Locked(BRANDT, "finch")


def locked() -> Stage:
    stage = Stage().agreed()
    for who, own in ((AMORY, OURS), (BRANDT, THEIRS)):
        done(commit_locked(stage.desk, ask(who), about="d1", protocol=stage.protocol, part=own.part))
    stage.at(stage.today, 17)
    return stage


def _lapsed() -> Stage:
    stage = Stage().agreed().committed(AMORY)
    stage.at(stage.today, 18)
    return stage


def _adopted_by_one() -> Stage:
    stage = Stage()
    done(adopting.adopt_order(stage.desk, ask(AMORY, request="a1"), order="o1", book=stage.book))
    return stage


def _common() -> Stage:
    stage = Stage().met()
    done(
        propose_common_part(stage.desk, ask(AMORY, request="c1"), about="d1", part=CommonPart.CONFERRAL, text="We met.")
    )
    return stage


def _offered() -> Stage:
    stage = Stage().met()
    done(
        propose_agreement(
            stage.desk,
            ask(AMORY, request="g1"),
            on_what=AgreedOn.NARROW_ISSUE,
            about="d1",
            issue="i1",
            words="Only 2006.",
        )
    )
    return stage


def _refused() -> Stage:
    stage = Stage().met()
    done(record_non_participation(stage.desk, ask(AMORY), about="d1", asked="To exchange drafts."))
    return stage


def _demand(stage: Stage) -> str:
    return next(name for name, event in stage.view(AMORY).state.seen.items() if isinstance(event, MeetingDemanded))


def _meeting(stage: Stage) -> str:
    return stage.view(AMORY).state.disputes["d1"].meetings[0].id


def _text(stage: Stage) -> str:
    return stage.view(AMORY).state.issues["i1"].compromises[0].id


def _premature() -> Stage:
    stage = Stage().disputed()
    done(demand_meeting(stage.desk, ask(AMORY), about="d1"))
    return stage


def _at(stage: Stage) -> dt.time:
    return stage.office.clock.time.time().replace(tzinfo=None)


def _open(stage: Stage, asking: Asking) -> Answer:
    caller = asking.caller
    fresh = MatterId(f"new-{caller.person}")
    asked = Asking(
        caller=Caller(person=caller.person, role=caller.role, matter=fresh, side=caller.side, parties=caller.parties), matter=fresh
    )  # fmt: skip
    people = [
        PartyJoined(id="", on=stage.today, about=name, side=Side.PLAINTIFF, self_represented=name == caller.person)
        for name in ("alder", caller.person)
    ]
    counsel = [CounselAppeared(id="", on=stage.today, about=caller.person, party="alder", lead=True)]
    head = CaseHead(title="Fir v. Elm", court="cand")
    return open_matter(stage.desk, asked, head=head, parties=people, counsel=counsel)


PLAYED: dict[Do, Played] = {
    Do.OPEN_MATTER: Played(at=Stage, who=AMORY, call=_open),
    Do.SEE_MATTER: Played(at=Stage, who=AMORY, call=lambda s, a: see(s.desk, a)),
    Do.RECORD_DOCKET_ENTRY: Played(at=signed, who=AMORY, call=lambda s, a: record_docket_entry(s.desk, a, event=_letter(s))),
    Do.RECORD_EVENT: Played(at=Stage, who=AMORY, call=lambda s, a: record_event(s.desk, a, event=Happened(id="", on=s.today, trigger=Trigger.DEPOSITION))),
    Do.ADOPT_ORDER: Played(at=Stage, who=AMORY, call=lambda s, a: adopting.adopt_order(s.desk, a, order="o1", book=s.book)),
    Do.COUNTERSIGN_ORDER: Played(at=_adopted_by_one, who=BRANDT, call=lambda s, a: countersign_order(s.desk, a, order="o1", adoption="a1")),
    Do.GIVE_NOTICE_OF_ORDER: Played(at=lambda: Stage().adopted(), who=AMORY, call=lambda s, a: give_notice_of_order(s.desk, a, order="o1", on=s.today, how="ecf")),
    Do.SUBSTITUTE_COUNSEL: Played(at=Stage, who=AMORY, call=lambda s, a: substitute_counsel(s.desk, a, leaves="abel", entry="12")),
    Do.APPROVE: Played(at=Stage, who=AMORY, call=lambda s, a: approve(s.desk, a, approval="ok", act=Do.DEMAND_MEETING, about="d1")),
    Do.OPEN_DISPUTE: Played(at=lambda: Stage().adopted(), who=AMORY, call=lambda s, a: open_dispute(s.desk, a, dispute="d2", title="More", on=s.today)),
    Do.LOG_EFFORT: Played(at=lambda: Stage().disputed(), who=AMORY, call=lambda s, a: log_effort(s.desk, a, about="d1", effort="n", how=Effort.EMAIL, on=s.today)),
    Do.SHARE_EFFORT: Played(at=_noted, who=AMORY, call=lambda s, a: share_effort(s.desk, a, about="d1", effort="n1")),
    Do.ANSWER_EFFORT: Played(at=_shared, who=BRANDT, call=lambda s, a: answer_effort(s.desk, a, about="d1", effort="n1")),
    Do.DECLARE_EFFORTS_FAILED: Played(at=lambda: Stage().disputed(), who=AMORY, call=lambda s, a: declare_efforts_failed(s.desk, a, about="d1")),
    Do.DEMAND_MEETING: Played(at=lambda: Stage().disputed(), who=AMORY, call=lambda s, a: demand_meeting(s.desk, a, about="d1")),
    Do.WITHDRAW_DEMAND: Played(at=lambda: Stage().demanded(), who=AMORY, call=lambda s, a: withdraw_demand(s.desk, a, about="d1", demand=_demand(s))),
    Do.OFFER_DATES: Played(at=lambda: Stage().demanded(), who=AMORY, call=lambda s, a: offer_dates(s.desk, a, about="d1", dates=(s.today + DAY,))),
    Do.CHOOSE_LOCATION: Played(at=lambda: Stage().demanded(), who=AMORY, call=lambda s, a: choose_location(s.desk, a, about="d1", place="here")),
    Do.RECORD_MEETING: Played(at=lambda: Stage().demanded(), who=AMORY, call=lambda s, a: record_meeting(s.desk, a, meeting=MeetingHeld(id="", on=s.today, about="d1"))),
    Do.ANSWER_MEETING: Played(at=lambda: Stage().met(), who=BRANDT, call=lambda s, a: answer_meeting(s.desk, a, about="d1", meeting=_meeting(s))),
    Do.CALL_CHAMBERS: Played(at=lambda: Stage().disputed(), who=AMORY, call=lambda s, a: call_chambers(s.desk, a, call=UrgentCallMade(id="", on=s.today, about="d1"))),
    Do.WITHDRAW_DISPUTE: Played(at=lambda: Stage().disputed(), who=AMORY, call=lambda s, a: withdraw_dispute(s.desk, a, about="d1")),
    Do.KEEP_LEDGER: Played(at=Stage, who=AMORY, call=lambda s, a: keep_ledger(s.desk, a, entry=DiscoveryServed(id="", on=s.today, by="alder", about="q1", type=RequestType.INTERROGATORY))),
    Do.RAISE_ISSUE: Played(at=lambda: Stage().disputed(), who=AMORY, call=lambda s, a: raise_issue(s.desk, a, about="d1", issue="i9", title="Another")),
    Do.PROPOSE_AGREEMENT: Played(at=lambda: Stage().met(), who=AMORY, call=lambda s, a: propose_agreement(s.desk, a, on_what=AgreedOn.RESOLVE_ISSUE, about="d1", issue="i1")),
    Do.ANSWER_AGREEMENT: Played(at=_offered, who=BRANDT, call=lambda s, a: accept_agreement(s.desk, a, proposal="g1")),
    Do.WRITE_PRIVATELY: Played(at=lambda: Stage().met(), who=AMORY, call=lambda s, a: write_privately(s.desk, a, place=DraftPlace(dispute="d1", issue="i1", part=PartOf.POSITION), text="…")),
    Do.STATE_PARTS: Played(at=lambda: Stage().met().written(AMORY, "…"), who=AMORY, call=lambda s, a: state_parts(s.desk, a, about="d1")),
    Do.PROPOSE_PROTOCOL: Played(at=lambda: Stage().met(), who=AMORY, call=lambda s, a: propose_protocol(s.desk, a, about="d1", opens_on=s.today, opens_at=dt.time(17))),
    Do.ANSWER_PROTOCOL: Played(at=_proposed, who=BRANDT, call=lambda s, a: agree_protocol(s.desk, a, about="d1", protocol="p1")),
    Do.COMMIT_TEXTS: Played(at=lambda: Stage().agreed().written(AMORY, "…"), who=AMORY, call=lambda s, a: commit_texts(s.desk, a, about="d1", protocol=s.protocol)),
    Do.OPEN_TEXTS: Played(at=lambda: Stage().opened(), who=AMORY, call=lambda s, a: open_texts(s.desk, a, about="d1")),
    Do.RELEASE_TEXTS: Played(at=locked, who=AMORY, call=lambda s, a: release_texts(s.desk, a, about="d1", release=OURS.release)),
    Do.RELEASE_COMMITMENT: Played(at=_lapsed, who=AMORY, call=lambda s, a: release_commitment(s.desk, a, about="d1", protocol=s.protocol)),
    Do.TAKE_TURN: Played(at=lambda: Stage().opened(turns=Side.PLAINTIFF), who=AMORY, call=lambda s, a: take_turn(s.desk, a, about="d1", protocol=s.protocol)),
    Do.MARK_SETTLEMENT: Played(at=lambda: Stage().opened(), who=AMORY, call=lambda s, a: mark_settlement(s.desk, a, about="d1", issue="i1", text=_text(s))),
    Do.PROPOSE_COMMON_PART: Played(at=lambda: Stage().met(), who=AMORY, call=lambda s, a: propose_common_part(s.desk, a, about="d1", part=CommonPart.CONFERRAL, text="We met.")),
    Do.CONSENT_COMMON_PART: Played(at=_common, who=BRANDT, call=lambda s, a: consent_common_part(s.desk, a, about="d1", proposal="c1")),
    Do.SIGN_LETTER: Played(at=lambda: Stage().opened(), who=ABEL, call=lambda s, a: sign_letter(s.desk, a, about="d1", digest=digest(s))),
    Do.HAND_OVER_LETTER: Played(at=signed, who=AMORY, call=lambda s, a: hand_over_letter(s.desk, a, about="d1", digest=digest(s))),
    Do.MATCH_DOCKETED_COPY: Played(at=filed, who=AMORY, call=lambda s, a: match_docketed_copy(s.desk, a, about="d1", letter="filed", text="…")),
    Do.RECORD_NON_PARTICIPATION: Played(at=lambda: Stage().met(), who=AMORY, call=lambda s, a: record_non_participation(s.desk, a, about="d1", asked="To exchange drafts.")),
    Do.REPORT_NON_PARTICIPATION: Played(at=_refused, who=AMORY, call=lambda s, a: report_non_participation(s.desk, a, about="d1", way=Way.REPORT)),
    Do.SUBMIT_TO_COURT: Played(at=Stage, who=AMORY, call=lambda s, a: submit_to_court(s.desk, a, title="Letter", text="Words.")),
    Do.CLAW_BACK: Played(at=lambda: Stage().opened(), who=AMORY, call=lambda s, a: claw_back(s.desk, a, event=_text(s), why="privilege")),
    Do.PREPARE_DETERMINATION: Played(at=filed, who=JUDGE, call=lambda s, a: prepare_determination(s.desk, a, about="d1", text="Draft.")),
    Do.ENTER_DETERMINATION: Played(at=filed, who=DEPUTY, call=lambda s, a: enter_determination(s.desk, a, about="d1", entry="46", proceedings="hearing")),
    Do.SET_HEARING: Played(at=_with_motion, who=DEPUTY, call=lambda s, a: set_hearing(s.desk, a, hearing="h1", hearing_on=s.today + 30 * DAY, motion="m1")),
    Do.VACATE_HEARING: Played(at=_heard, who=DEPUTY, call=lambda s, a: vacate_hearing(s.desk, a, hearing="h1")),
    Do.ORDER_EXTENSION: Played(at=Stage, who=JUDGE, call=lambda s, a: order_extension(s.desk, a, about="d1", act=Act.FILE_JOINT_LETTER, until=s.today + DAY, entry="47")),
    Do.DENY_EXTENSION: Played(at=Stage, who=JUDGE, call=lambda s, a: deny_extension(s.desk, a, about="d1", act=Act.FILE_JOINT_LETTER)),
    Do.ENTER_STAY: Played(at=Stage, who=JUDGE, call=lambda s, a: enter_stay(s.desk, a, entry="60")),
    Do.LIFT_STAY: Played(at=_stayed, who=JUDGE, call=lambda s, a: lift_stay(s.desk, a, entry="61")),
    Do.ORDER_POWER: Played(at=Stage, who=JUDGE, call=lambda s, a: order_power(s.desk, a, act=Act.REQUIRE_EXECUTIVES, against="birch", terms="Attend.", entry="62")),
    Do.NOTIFY_COURT: Played(at=_stipulated, who=AMORY, call=lambda s, a: notify_court(s.desk, a, motion="m1")),
    Do.WITHDRAW_MOTION: Played(at=_with_motion, who=AMORY, call=lambda s, a: withdraw_motion(s.desk, a, motion="m1")),
    Do.SEEK_LEAVE: Played(at=_with_motion, who=AMORY, call=lambda s, a: seek_leave(s.desk, a, about="m1")),
    Do.LODGE_COPY: Played(at=filed, who=AMORY, call=lambda s, a: lodge_copy(s.desk, a, copy=ChambersCopyLodged(id="", on=s.today, at=_at(s), about="filed"))),
    Do.SUPPLEMENT: Played(at=Stage, who=AMORY, call=lambda s, a: supplement(s.desk, a, entry=DisclosureSupplemented(id="", on=s.today, about="s1", what="a witness"))),
    Do.ASK_EXTENSION: Played(at=lambda: Stage().met(), who=AMORY, call=lambda s, a: ask_extension(s.desk, a, about="d1", act=Act.FILE_JOINT_LETTER)),
    Do.OBJECT_TO_RULING: Played(at=_ruled, who=AMORY, call=lambda s, a: object_to_ruling(s.desk, a, ruling="r1")),
    Do.CORRECT_TRIGGER: Played(at=lambda: Stage().demanded(), who=AMORY, call=lambda s, a: correct_trigger(s.desk, a, event=_demand(s), to=s.today - DAY, why="sent on the day before")),
    Do.WITHDRAW_ENTRY: Played(at=lambda: Stage().demanded(), who=AMORY, call=lambda s, a: withdraw_entry(s.desk, a, event=_demand(s), why="entered twice")),
    Do.REQUEST_POWER: Played(at=Stage, who=AMORY, call=lambda s, a: request_power(s.desk, a, act=Act.IMPOSE_SANCTIONS, against="birch", why="…")),
    Do.SETTLE_READING: Played(at=Stage, who=AMORY, call=lambda s, a: settle_reading(s.desk, a, label="rule-6")),
    Do.SETTLE_CONTEST: Played(at=_premature, who=BRANDT, call=lambda s, a: settle_contest(s.desk, a, event=_demand(s), ground=Ground.PREMATURE, how=Settled.WAIVED)),
}  # fmt: skip
"""Every act of the table, played."""
