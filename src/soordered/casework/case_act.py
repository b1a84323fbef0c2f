"""Everything that can be asked of a matter through the system, one code each."""

from __future__ import annotations

from enum import StrEnum


class CaseAct(StrEnum):
    """The acts that the policy table knows; each is one use case."""

    # the matter and its orders
    OPEN_MATTER = "open_matter"
    SEE_MATTER = "see_matter"
    RECORD_DOCKET_ENTRY = "record_docket_entry"
    RECORD_EVENT = "record_event"
    ADOPT_ORDER = "adopt_order"
    COUNTERSIGN_ORDER = "countersign_order"
    GIVE_NOTICE_OF_ORDER = "give_notice_of_order"
    SUBSTITUTE_COUNSEL = "substitute_counsel"
    APPROVE = "approve"
    # conferral
    OPEN_DISPUTE = "open_dispute"
    LOG_EFFORT = "log_effort"
    SHARE_EFFORT = "share_effort"
    ANSWER_EFFORT = "answer_effort"
    DECLARE_EFFORTS_FAILED = "declare_efforts_failed"
    DEMAND_MEETING = "demand_meeting"
    WITHDRAW_DEMAND = "withdraw_demand"
    OFFER_DATES = "offer_dates"
    CHOOSE_LOCATION = "choose_location"
    RECORD_MEETING = "record_meeting"
    ANSWER_MEETING = "answer_meeting"
    CALL_CHAMBERS = "call_chambers"
    WITHDRAW_DISPUTE = "withdraw_dispute"
    # ledger and issues
    KEEP_LEDGER = "keep_ledger"
    RAISE_ISSUE = "raise_issue"
    PROPOSE_AGREEMENT = "propose_agreement"
    ANSWER_AGREEMENT = "answer_agreement"
    # the letter
    WRITE_PRIVATELY = "write_privately"
    STATE_PARTS = "state_parts"
    PROPOSE_PROTOCOL = "propose_protocol"
    ANSWER_PROTOCOL = "answer_protocol"
    COMMIT_TEXTS = "commit_texts"
    OPEN_TEXTS = "open_texts"
    RELEASE_TEXTS = "release_texts"
    RELEASE_COMMITMENT = "release_commitment"
    TAKE_TURN = "take_turn"
    MARK_SETTLEMENT = "mark_settlement"
    PROPOSE_COMMON_PART = "propose_common_part"
    CONSENT_COMMON_PART = "consent_common_part"
    SIGN_LETTER = "sign_letter"
    HAND_OVER_LETTER = "hand_over_letter"
    MATCH_DOCKETED_COPY = "match_docketed_copy"
    RECORD_NON_PARTICIPATION = "record_non_participation"
    REPORT_NON_PARTICIPATION = "report_non_participation"
    SUBMIT_TO_COURT = "submit_to_court"
    CLAW_BACK = "claw_back"
    # the Court
    PREPARE_DETERMINATION = "prepare_determination"
    ENTER_DETERMINATION = "enter_determination"
    SET_HEARING = "set_hearing"
    VACATE_HEARING = "vacate_hearing"
    ORDER_EXTENSION = "order_extension"
    DENY_EXTENSION = "deny_extension"
    ENTER_STAY = "enter_stay"
    LIFT_STAY = "lift_stay"
    ORDER_POWER = "order_power"
    # motions, time and copies
    NOTIFY_COURT = "notify_court"
    WITHDRAW_MOTION = "withdraw_motion"
    SEEK_LEAVE = "seek_leave"
    LODGE_COPY = "lodge_copy"
    SUPPLEMENT = "supplement"
    ASK_EXTENSION = "ask_extension"
    OBJECT_TO_RULING = "object_to_ruling"
    CORRECT_TRIGGER = "correct_trigger"
    WITHDRAW_ENTRY = "withdraw_entry"
    REQUEST_POWER = "request_power"
    SETTLE_READING = "settle_reading"
    SETTLE_CONTEST = "settle_contest"

    @property
    def words(self) -> str:
        """The act for a reader, e.g. ``"demand meeting"``."""
        return self.value.replace("_", " ")
