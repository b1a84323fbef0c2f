"""The permission table, both ways, over every use case: who may, who may not, and that nothing of theirs is left behind."""

from __future__ import annotations

import copy
import itertools

import pytest

from soordered.casework.acting import Answer
from soordered.casework.acts.approve import approve
from soordered.casework.acts.demand_meeting import demand_meeting
from soordered.casework.acts.hand_over_letter import hand_over_letter
from soordered.casework.acts.sign_letter import sign_letter
from soordered.casework.acts.substitute_counsel import substitute_counsel
from soordered.casework.caller import CHAMBERS, Caller, Role
from soordered.casework.case_act import CaseAct
from soordered.casework.policy import Verdict, may, role_of_record
from soordered.casework.policy_stage import OVER, PolicyStage
from soordered.casework.policy_table import TABLE
from soordered.casework.view_of_matter import MatterView
from tests.casework.calls_of_acts import PLAYED, digest, signed
from tests.casework.cast import (
    ABEL,
    ADMIN,
    AMORY,
    ASH,
    BRANDT,
    CEDAR,
    CLERK,
    DEPUTY,
    EVERYBODY,
    JUDGE,
    MATTER,
    NOBODY,
    QUILL,
    Stage,
    ask,
    done,
    words_of,
)  # fmt: skip

# written by hand, apart from the table: L lead, C counsel, P self-represented, S staff, s staff on an approval,
# N non-party's counsel, J judge, K law clerk, D deputy
WHO = {
    "open_matter": "LCP", "see_matter": "LCPSNJKD", "record_docket_entry": "LCPSNJKD", "record_event": "LCPSN",
    "adopt_order": "LCPsJ", "countersign_order": "LCP", "give_notice_of_order": "LCPSJKD", "substitute_counsel": "LCPSND",
    "approve": "LCP", "open_dispute": "LCPsN", "log_effort": "LCPSN", "share_effort": "LCPsN", "answer_effort": "LCPsN",
    "declare_efforts_failed": "LCPsN", "demand_meeting": "LCPs", "withdraw_demand": "LCPs", "offer_dates": "LCPsN",
    "choose_location": "LCPs", "record_meeting": "LCPSN", "answer_meeting": "LCPN", "call_chambers": "LCPsN",
    "withdraw_dispute": "LCPN", "keep_ledger": "LCPSN", "raise_issue": "LCPsN", "propose_agreement": "LCP",
    "answer_agreement": "LCP", "write_privately": "LCPSN", "state_parts": "LCP", "propose_protocol": "LCP",
    "answer_protocol": "LCP", "commit_texts": "LCP", "open_texts": "LCPS", "release_texts": "LCP", "release_commitment": "LCP", "take_turn": "LCP",
    "mark_settlement": "LCP", "propose_common_part": "LCPs", "consent_common_part": "LCP", "sign_letter": "LCP",
    "hand_over_letter": "LCPs", "match_docketed_copy": "LCPS", "record_non_participation": "LCPs",
    "report_non_participation": "LCP", "submit_to_court": "LCPs", "claw_back": "LCPNJ", "prepare_determination": "JK",
    "enter_determination": "JD", "set_hearing": "LCPsJD", "vacate_hearing": "JD", "order_extension": "JD",
    "deny_extension": "JD", "enter_stay": "JD", "lift_stay": "JD", "order_power": "JD", "notify_court": "LCPs",
    "withdraw_motion": "LCPs", "seek_leave": "LCPs", "lodge_copy": "LCPSD", "supplement": "LCPS", "ask_extension": "LCPs",
    "object_to_ruling": "LCPs", "correct_trigger": "LCPSNJD", "withdraw_entry": "LCPSNJD", "request_power": "LCP",
    "settle_reading": "LCPJD", "settle_contest": "LCPJD",
}  # fmt: skip
LETTERS = {
    Role.LEAD_TRIAL_COUNSEL: "L", Role.COUNSEL: "C", Role.SELF_REPRESENTED: "P", Role.STAFF: "S", Role.NON_PARTY_COUNSEL: "N",
    Role.JUDGE: "J", Role.LAW_CLERK: "K", Role.COURTROOM_DEPUTY: "D",
}  # fmt: skip
_KEPT: dict[CaseAct, Stage] = {}


def test_the_table_has_a_row_and_a_call_for_every_act() -> None:
    assert set(TABLE) == set(CaseAct) == set(PLAYED)
    assert {act.value for act in CaseAct} == set(WHO)


@pytest.mark.parametrize("act", CaseAct)
def test_who_may_is_who_is_written_here(act: CaseAct) -> None:
    row = TABLE[act]
    letters = "".join(letter for role, letter in LETTERS.items() if role in row.roles)
    letters += "s" if row.on_approval else ""

    assert sorted(letters) == sorted(WHO[act.value])
    assert not row.on_approval & row.roles
    assert row.on_approval <= {Role.STAFF}
    assert set(row.warned) <= row.stages
    assert not set(row.closed) & row.stages


def _stage(act: CaseAct) -> Stage:
    if act not in _KEPT:
        _KEPT[act] = PLAYED[act].at()
    stage = copy.copy(_KEPT[act])
    stage.office = stage.office.copied()
    stage.desk = stage.office.desk
    return stage


@pytest.mark.parametrize("act", CaseAct)
def test_who_may_does_it(act: CaseAct) -> None:
    stage = _stage(act)
    found = PLAYED[act].call(stage, ask(PLAYED[act].who))

    assert isinstance(found, MatterView) or (isinstance(found, Answer) and found.done), found


@pytest.mark.parametrize(
    ("act", "who"), list(itertools.product(CaseAct, EVERYBODY)), ids=lambda one: getattr(one, "person", one)
)
def test_who_may_not_is_refused_and_leaves_nothing(act: CaseAct, who: Caller) -> None:
    if LETTERS.get(who.role, "-") in WHO[act.value] and who is not CEDAR:
        return  # these may, and are played above
    stage = _stage(act)
    version, texts = (
        stage.desk.log.load(MATTER).version,
        {key: len(held) for key, held in stage.office.private.held.items()},
    )
    found = PLAYED[act].call(stage, ask(who))
    if act is CaseAct.OPEN_MATTER and who is CEDAR:
        return  # not of record in one matter, and free to open another
    if act is not CaseAct.SEE_MATTER:
        assert isinstance(found, Answer)
        assert not found.done
        assert found.hidden is (who in {ADMIN, NOBODY})
        assert found.events == ()
    else:
        assert found is None

    assert stage.desk.log.load(MATTER).version == version
    assert {key: len(held) for key, held in stage.office.private.held.items()} == texts


@pytest.mark.parametrize("act", CaseAct)
def test_every_answer_of_the_table_has_its_reason(act: CaseAct) -> None:
    stage = Stage(cedar=True).adopted()
    state = stage.view(AMORY).state
    for who, at in itertools.product(EVERYBODY, PolicyStage):
        permission = may(who, act, at, stage.book, state)

        assert (permission.verdict is Verdict.ALLOWED) is not bool(permission.reasons)
        assert all(len(reason.words) > 15 for reason in permission.reasons)
        if permission.needs_approval:
            assert who is ASH or who.role is Role.STAFF


def test_an_answer_quotes_the_order_where_it_speaks() -> None:
    stage = Stage().disputed()
    state = stage.view(AMORY).state
    permission = may(AMORY, CaseAct.DEMAND_MEETING, PolicyStage.AROSE, stage.book, state)

    assert permission.verdict is Verdict.WARNED
    assert permission.reasons[0].rule == "standing-demand"
    assert permission.reasons[0].quote is not None


@pytest.mark.parametrize("act", [CaseAct.PREPARE_DETERMINATION, CaseAct.ENTER_DETERMINATION])
@pytest.mark.parametrize("at", [stage for stage in PolicyStage if stage not in OVER | {PolicyStage.LETTER_FILED}])
def test_chambers_does_nothing_in_a_dispute_before_its_letter_is_on_the_docket(act: CaseAct, at: PolicyStage) -> None:
    stage = Stage().adopted()
    permission = may(JUDGE, act, at, stage.book, stage.view(JUDGE).state)

    assert permission.verdict is Verdict.REFUSED
    assert "before the Court" in permission.reasons[0].words, (
        "and a dispute that is there is answered like one that is not"
    )


def test_chambers_cannot_tell_a_dispute_from_none() -> None:
    stage = Stage().opened()
    there = PLAYED[CaseAct.ENTER_DETERMINATION].call(stage, ask(DEPUTY))
    empty = Stage().adopted()

    assert there == PLAYED[CaseAct.ENTER_DETERMINATION].call(empty, ask(DEPUTY))


# ---- staff act on a named attorney's recorded approval, and never sign


def test_staff_send_a_demand_on_an_approval_once() -> None:
    stage = Stage().disputed()
    assert "recorded approval only" in words_of(demand_meeting(stage.desk, ask(ASH), about="d1"))
    done(approve(stage.desk, ask(ABEL), approval="ok", act=CaseAct.DEMAND_MEETING, about="d1"))
    sent = done(demand_meeting(stage.desk, ask(ASH, approval="ok"), about="d1"))
    again = demand_meeting(stage.desk, ask(ASH, approval="ok"), about="d1")
    header = next(
        e.header for e in stage.desk.log.load(MATTER).entries if e.act is not None and e.act.id == sent.events[0].id
    )

    renamed = demand_meeting(stage.desk, ask(ASH, approval="ok", request="another"), about="d1")
    assert renamed.events == again.events, "whatever the request is called"
    assert sent.events[0].by == "abel"
    assert (header.actor, header.role) == ("ash", "staff")
    assert again.events == sent.events[:1]
    assert len(stage.view(AMORY).state.disputes["d1"].demands) == 1


@pytest.mark.parametrize(
    ("act", "about", "words"),
    [
        (CaseAct.OFFER_DATES, "d1", "for another act"),
        (CaseAct.DEMAND_MEETING, "d2", "for another act, dispute"),
    ],
)
def test_an_approval_is_for_what_it_names(act: CaseAct, about: str, words: str) -> None:
    stage = Stage().disputed()
    done(approve(stage.desk, ask(AMORY), approval="ok", act=act, about=about))

    assert words in words_of(demand_meeting(stage.desk, ask(ASH, approval="ok"), about="d1"))


def test_an_approval_of_one_side_is_nothing_to_the_other_and_ends_with_its_attorney() -> None:
    stage = Stage().disputed()
    done(approve(stage.desk, ask(ABEL), approval="ok", act=CaseAct.DEMAND_MEETING, about="d1"))
    theirs = Caller(person=ASH.person, role=Role.STAFF, matter=MATTER, side=BRANDT.side, parties=("birch",))
    assert "recorded approval only" in words_of(demand_meeting(stage.desk, ask(theirs, approval="ok"), about="d1"))
    done(substitute_counsel(stage.desk, ask(AMORY), leaves="abel", entry="12"))

    assert "no longer of record" in words_of(demand_meeting(stage.desk, ask(ASH, approval="ok"), about="d1"))


def test_staff_hand_over_the_text_that_was_approved_and_no_other_and_never_sign() -> None:
    stage = signed()
    text = digest(stage)
    assert "never sign" in words_of(sign_letter(stage.desk, ask(ASH), about="d1", digest=text))
    assert "Staff cannot sign letter" in words_of(
        approve(stage.desk, ask(AMORY), approval="no", act=CaseAct.SIGN_LETTER, about="d1", digest=text)
    )
    done(approve(stage.desk, ask(AMORY), approval="other", act=CaseAct.HAND_OVER_LETTER, about="d1", digest="0" * 64))
    assert "another act, dispute or text" in words_of(
        hand_over_letter(stage.desk, ask(ASH, approval="other"), about="d1", digest=text)
    )
    done(approve(stage.desk, ask(AMORY), approval="this", act=CaseAct.HAND_OVER_LETTER, about="d1", digest=text))

    assert done(hand_over_letter(stage.desk, ask(ASH, approval="this"), about="d1", digest=text)).events


# ---- who is of record is what the docket says


def test_counsel_changes_on_the_docketed_substitution_and_not_on_a_click() -> None:
    stage = Stage().disputed()
    new = Caller(person=type(AMORY.person)("nash"), role=Role.LEAD_TRIAL_COUNSEL, matter=MATTER, side=AMORY.side)
    assert "docketed substitution" in words_of(
        substitute_counsel(stage.desk, ask(AMORY), leaves="amory", entry="", new_counsel="nash")
    )
    assert role_of_record(AMORY, stage.view(AMORY).state) is Role.LEAD_TRIAL_COUNSEL
    assert "not yours" in words_of(substitute_counsel(stage.desk, ask(BRANDT), leaves="amory", entry="12"))
    done(
        substitute_counsel(
            stage.desk, ask(DEPUTY), leaves="amory", entry="12", new_counsel="nash", name="N.", lead=True
        )
    )

    assert "not of record" in words_of(demand_meeting(stage.desk, ask(AMORY), about="d1"))
    assert done(demand_meeting(stage.desk, ask(new), about="d1")).events
    assert stage.view(AMORY).left
    assert stage.view(AMORY).version < stage.view(new).version, "who left reads nothing new"


def test_who_files_on_paper_is_told_so_and_not_stopped() -> None:
    stage = Stage(cedar=True).adopted()
    state = stage.view(AMORY).state
    paper, electronic = (
        may(who, CaseAct.SUBMIT_TO_COURT, PolicyStage.MATTER, stage.book, state) for who in (CEDAR, AMORY)
    )

    assert (paper.verdict, electronic.verdict) == (Verdict.WARNED, Verdict.ALLOWED)
    assert "clerk's office" in paper.reasons[0].words


def test_the_cast_holds_every_role() -> None:
    assert {who.role for who in EVERYBODY} == set(Role) - {Role.CLOCK}
    assert {JUDGE.role, CLERK.role, DEPUTY.role} == CHAMBERS
    assert QUILL.role is Role.NON_PARTY_COUNSEL
