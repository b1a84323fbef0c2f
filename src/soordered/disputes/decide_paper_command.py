"""Which decision an act of the exchange, the joint paper, an agreement or a smaller step is put to."""

from __future__ import annotations

from typing import assert_never

from soordered.disputes import commands_paper as ask
from soordered.disputes.decide_agreement import accept_agreement, decline_agreement, propose_agreement
from soordered.disputes.decide_exchange import (
    answer_protocol,
    commit_texts,
    match_marks,
    open_texts,
    propose_protocol,
    release_commitment,
    state_parts,
    take_turn,
)
from soordered.disputes.decide_joint_paper import (
    adopt_rulebook,
    consent_common_part,
    countersign_rulebook,
    hand_over_letter,
    propose_common_part,
    raise_issue,
    sign_letter,
    submit_to_court,
    withhold_material,
)
from soordered.disputes.decide_steps import (
    answer_meeting,
    ask_extension,
    deny_extension,
    enter_stay,
    lift_stay,
    object_to_ruling,
    seek_leave,
    settle_contest,
    vacate_hearing,
    withdraw_demand,
)
from soordered.disputes.deciding import Deciding, Outcome, Outcomes


def decide_paper_command(command: ask.PaperCommand, deciding: Deciding) -> Outcome | Outcomes:
    """Decide on one of these acts.

    Args:
        command: what is asked.
        deciding: facts, rules and the court's time.
    """
    match command:
        case ask.ProposeProtocol():
            return propose_protocol(command, deciding)
        case ask.AgreeProtocol() | ask.DeclineProtocol():
            return answer_protocol(command, deciding)
        case ask.CommitTexts():
            return commit_texts(command, deciding)
        case ask.OpenTexts():
            return open_texts(command, deciding)
        case ask.ReleaseCommitment():
            return release_commitment(command, deciding)
        case ask.TakeTurn():
            return take_turn(command, deciding)
        case ask.MatchMarks():
            return match_marks(command, deciding)
        case ask.StateParts():
            return state_parts(command, deciding)
        case ask.RaiseIssue():
            return raise_issue(command, deciding)
        case ask.ProposeCommonPart():
            return propose_common_part(command, deciding)
        case ask.ConsentCommonPart():
            return consent_common_part(command, deciding)
        case ask.SignLetter():
            return sign_letter(command, deciding)
        case ask.HandOverLetter():
            return hand_over_letter(command, deciding)
        case ask.ProposeAgreement():
            return propose_agreement(command, deciding)
        case ask.AcceptAgreement():
            return accept_agreement(command, deciding)
        case ask.DeclineAgreement():
            return decline_agreement(command, deciding)
        case ask.SubmitToCourt():
            return submit_to_court(command, deciding)
        case ask.AdoptRulebook():
            return adopt_rulebook(command, deciding)
        case ask.CountersignRulebook():
            return countersign_rulebook(command, deciding)
        case ask.WithholdMaterial():
            return withhold_material(command, deciding)
        case ask.AnswerMeeting():
            return answer_meeting(command, deciding)
        case ask.WithdrawDemand():
            return withdraw_demand(command, deciding)
        case ask.VacateHearing():
            return vacate_hearing(command, deciding)
        case ask.SeekLeave():
            return seek_leave(command, deciding)
        case ask.AskExtension():
            return ask_extension(command, deciding)
        case ask.DenyExtension():
            return deny_extension(command, deciding)
        case ask.EnterStay():
            return enter_stay(command, deciding)
        case ask.LiftStay():
            return lift_stay(command, deciding)
        case ask.ObjectToRuling():
            return object_to_ruling(command, deciding)
        case ask.SettleContest():
            return settle_contest(command, deciding)
        case _:
            assert_never(command)
