"""The closed vocabularies that the reader, the engine, the commands and the papers share.

What is outside a vocabulary is kept in the source's words as ``other:…`` and is never computed with.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Other:
    """A code outside the closed vocabulary, in a few words of the source.

    Its text form is ``other:`` and the words.
    """

    words: str

    def __str__(self) -> str:
        return f"other:{self.words}"


class Act(StrEnum):
    """What somebody does, in the infinitive."""

    # the procedure of a dispute
    REFER_MATTER = "refer_matter"
    MAKE_EFFORTS = "make_efforts"
    DEMAND_MEETING = "demand_meeting"
    OFFER_DATES = "offer_dates"
    MEET_AND_CONFER = "meet_and_confer"
    CHOOSE_LOCATION = "choose_location"
    FILE_JOINT_LETTER = "file_joint_letter"
    DETERMINE_PROCEEDINGS = "determine_proceedings"
    FILE_DISCOVERY_MOTION = "file_discovery_motion"
    # motions and hearings
    HEAR_MOTIONS = "hear_motions"
    HOLD_CONFERENCE = "hold_conference"
    HOLD_TRIAL = "hold_trial"
    FILE_MOTION = "file_motion"
    FILE_OPPOSITION = "file_opposition"
    FILE_REPLY = "file_reply"
    WITHDRAW_MOTION = "withdraw_motion"
    SEEK_LEAVE = "seek_leave"
    SUBMIT_WITHOUT_ARGUMENT = "submit_without_argument"
    NOTIFY_COURT = "notify_court"
    APPEAR = "appear"
    REQUEST_EXTENSION = "request_extension"
    OBJECT_TO_RULING = "object_to_ruling"
    # papers
    FILE_PAPER = "file_paper"
    FILE_STIPULATION = "file_stipulation"
    FILE_STATUS_REPORT = "file_status_report"
    FILE_PROPOSED_ORDER = "file_proposed_order"
    FILE_CONSENT = "file_consent"
    FILE_PLEADING = "file_pleading"
    FILE_UNDER_SEAL = "file_under_seal"
    CAPTION_PAPER = "caption_paper"
    E_FILE_PAPER = "e_file_paper"
    LODGE_CHAMBERS_COPY = "lodge_chambers_copy"
    MARK_CHAMBERS_COPY = "mark_chambers_copy"
    COMPLY_WITH_RULES = "comply_with_rules"
    SERVE_PAPER = "serve_paper"
    EMAIL_CHAMBERS = "email_chambers"
    # discovery
    DISCLOSE = "disclose"
    DISCLOSE_EXPERTS = "disclose_experts"
    SUPPLEMENT_DISCLOSURES = "supplement_disclosures"
    SERVE_DISCOVERY = "serve_discovery"
    ANSWER_DISCOVERY = "answer_discovery"
    OBJECT_TO_SUBPOENA = "object_to_subpoena"
    COMPLETE_DISCOVERY = "complete_discovery"
    CERTIFY_CONFERRAL = "certify_conferral"
    CONFER_ON_PLAN = "confer_on_plan"
    MEDIATE = "mediate"
    # the court's powers and what happens on failure
    IMPOSE_SANCTIONS = "impose_sanctions"
    REFUSE_PAPER = "refuse_paper"
    PAY_EXPENSES = "pay_expenses"
    REQUIRE_EXECUTIVES = "require_executives"
    SHOW_CAUSE = "show_cause"
    DENY_MOTION = "deny_motion"
    STAY = "stay"
    VACATE = "vacate"
    COMPLY_WITH_ORDER = "comply_with_order"


class Trigger(StrEnum):
    """What happened, or is set to happen, that a time is counted from; in the past or as a thing."""

    ORDER_DATED = "order_dated"
    ORDER_ENTERED = "order_entered"
    ORDER_SERVED = "order_served"
    REFERENCE_MADE = "reference_made"
    REFERENCE_NOTICED = "reference_noticed"
    DISPUTE_AROSE = "dispute_arose"
    EFFORTS_FAILED = "efforts_failed"
    MEETING_DEMANDED = "meeting_demanded"
    MEETING_HELD = "meeting_held"
    LETTER_FILED = "letter_filed"
    LETTER_RECEIVED = "letter_received"
    DETERMINATION_ENTERED = "determination_entered"
    RULING_ENTERED = "ruling_entered"
    RULING_SERVED = "ruling_served"
    OBJECTION_FILED = "objection_filed"
    MOTION_FILED = "motion_filed"
    MOTION_SERVED = "motion_served"
    MOTION_RECEIVED = "motion_received"
    OPPOSITION_DUE = "opposition_due"
    OPPOSITION_FILED = "opposition_filed"
    OPPOSITION_SERVED = "opposition_served"
    REPLY_DUE = "reply_due"
    REPLY_FILED = "reply_filed"
    HEARING = "hearing"
    CONFERENCE = "conference"
    PRETRIAL_CONFERENCE = "pretrial_conference"
    TRIAL = "trial"
    DEPOSITION = "deposition"
    MEDIATION = "mediation"
    PAPER_E_FILED = "paper_e_filed"
    PAPER_FILED = "paper_filed"
    PAPER_SERVED = "paper_served"
    DISCOVERY_SERVED = "discovery_served"
    DISCOVERY_ANSWERED = "discovery_answered"
    DISCOVERY_CUTOFF = "discovery_cutoff"
    EXPERT_CUTOFF = "expert_cutoff"
    EXPERT_DISCLOSED = "expert_disclosed"
    SUBPOENA_SERVED = "subpoena_served"
    COMPLIANCE_TIME = "compliance_time"
    COMPLAINT_FILED = "complaint_filed"
    COMPLAINT_SERVED = "complaint_served"
    APPEARANCE = "appearance"
    PARTY_JOINED = "party_joined"
    PLAN_CONFERENCE_HELD = "plan_conference_held"
    SCHEDULING_CONFERENCE = "scheduling_conference"
    DEADLINE_PASSES = "deadline_passes"
    STIPULATION_MADE = "stipulation_made"
    STAY_LIFTED = "stay_lifted"
    ERROR_LEARNED = "error_learned"
    BREACH = "breach"
    REQUEST_MADE = "request_made"


class Bearer(StrEnum):
    """Who must, may or will act."""

    COURT = "court"
    DISTRICT_JUDGE = "district_judge"
    MAGISTRATE_JUDGE = "magistrate_judge"
    CLERK = "clerk"
    PARTIES = "parties"
    ANY_PARTY = "any_party"
    EACH_PARTY = "each_party"
    EACH_SIDE = "each_side"
    PARTY_OR_COUNSEL = "party_or_counsel"
    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"
    MOVANT = "movant"
    OPPONENT = "opponent"
    RESPONDING_PARTY = "responding_party"
    REQUESTING_PARTY = "requesting_party"
    COUNSEL = "counsel"
    LEAD_TRIAL_COUNSEL = "lead_trial_counsel"
    PLAINTIFF_COUNSEL = "plaintiff_counsel"
    DEFENDANT_COUNSEL = "defendant_counsel"
    FILER = "filer"
    CHIEF_EXECUTIVES = "chief_executives"
    INSURER = "insurer"
    EXPERT = "expert"
    WITNESS = "witness"
    NON_PARTY = "non_party"


class Modality(StrEnum):
    """The force of a norm."""

    MUST = "must"
    MUST_NOT = "must_not"
    MAY = "may"
    COURT_MAY = "court_may"
    COURT_WILL = "court_will"


class Scope(StrEnum):
    """Whether a norm holds for the one thing at hand or for every one that comes."""

    CASE = "case"  # this motion or this meeting, once
    STANDING = "standing"  # every time its trigger happens


class Facet(StrEnum):
    """What a quoted passage supports: the kinds of label a reading is measured by."""

    DEADLINE = "deadline"
    CUTOFF_TIME = "cutoff_time"
    HEARING_SCHEDULE = "hearing_schedule"
    LOCATION = "location"
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    CONTENT_REQUIREMENT = "content_requirement"
    FORMAT_REQUIREMENT = "format_requirement"
    PAGE_LIMIT = "page_limit"
    COPIES = "copies"
    SERVICE = "service"
    SANCTION = "sanction"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    DUTY = "duty"
    OTHER = "other"


ActCode = Act | Other
TriggerCode = Trigger | Other
BearerCode = Bearer | Other

_Code = TypeVar("_Code", Act, Trigger, Bearer)


def code_from_text(vocabulary: type[_Code], text: str) -> _Code | Other:
    """Read a code from its text form.

    Args:
        vocabulary: ``Act``, ``Trigger`` or ``Bearer``.
        text: a code of it, or ``other:`` and a few words.

    Raises:
        ValueError: the text is neither; the message lists the nearest codes.
    """
    if text.startswith("other:"):
        return Other(text.removeprefix("other:"))
    try:
        return vocabulary(text)
    except ValueError:
        import difflib  # noqa: PLC0415  only on the way to an error

        near = difflib.get_close_matches(text, [str(code) for code in vocabulary], n=3, cutoff=0.4)
        hint = f"; nearest: {', '.join(near)}" if near else ""
        msg = f"{text!r} is no {vocabulary.__name__.lower()} code (and does not begin with 'other:'){hint}"
        raise ValueError(msg) from None
