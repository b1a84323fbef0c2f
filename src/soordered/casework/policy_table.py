"""The one table of who may do what, when, and why not: role by act by stage.

Every face asks :func:`soordered.casework.policy.may`, which reads this table and nothing else of the kind. A row opens an
act to roles, to some of them only on a named attorney's recorded approval, at some stages with a warning, and says why at
the others it is closed. What the judge's order says about the act is quoted from the rulebook in force.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from soordered.casework.caller import ATTORNEYS, CHAMBERS, Role
from soordered.casework.case_act import CaseAct as Do
from soordered.casework.policy_stage import OVER, PolicyStage
from soordered.rules.vocabulary import Act, Facet

_S = PolicyStage
_NOTHING: Mapping[PolicyStage, str] = MappingProxyType({})
_NOBODY: frozenset[Role] = frozenset()

ANY = frozenset(PolicyStage)
LIVE = ANY - OVER
_STAFF = frozenset({Role.STAFF})
_OTHERS = frozenset({Role.NON_PARTY_COUNSEL})
_BENCH = frozenset({Role.JUDGE, Role.COURTROOM_DEPUTY})
_PARTY = ATTORNEYS | _STAFF
_BEFORE_MEETING = frozenset({_S.AROSE, _S.EFFORTS, _S.EFFORTS_FAILED})
_DRAFTING = frozenset(
    {_S.DIRECTED, _S.DEMANDED, _S.MET, _S.EXCHANGE_AGREED, _S.COMMITTED, _S.EXCHANGE_LAPSED, _S.EXCHANGED}
)
_FILED = frozenset({_S.LETTER_FILED, _S.DETERMINED, _S.RESOLVED})

_PREMATURE = "A demand now will be recorded as contested: premature; nobody has said that informal efforts failed; its clock runs all the same."
_OPEN_TO_OTHER = (
    "The other side will read your part before it has written its own; an agreed exchange opens both at once."
)
_ENDED = "The dispute has ended; nothing more is done in it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One act of the table.

    Args:
        act: the act.
        roles: who may do it.
        on_approval: who may do it on a named attorney's recorded approval only.
        stages: where it is open.
        warned: where it is open with a warning, and the warning.
        closed: where it is closed for a reason of its own, and the reason.
        not_for: why a role may not, where there is more to say than that it may not.
        files: whether it puts a paper before the clerk, which not everybody does electronically.
        speaks: the act and the facet under which the judge's order speaks of it.
    """

    act: Do
    roles: frozenset[Role]
    on_approval: frozenset[Role] = _NOBODY
    stages: frozenset[PolicyStage] = ANY
    warned: Mapping[PolicyStage, str] = field(default_factory=lambda: _NOTHING)
    closed: Mapping[PolicyStage, str] = field(default_factory=lambda: _NOTHING)
    not_for: Mapping[Role, str] = field(default_factory=lambda: MappingProxyType({}))
    files: bool = False
    speaks: tuple[Act, Facet | None] | None = None


_NEVER_SIGN = MappingProxyType({Role.STAFF: "Staff prepare a paper and never sign it; counsel of record does."})
_ONLY_COUNSEL = MappingProxyType({Role.STAFF: "This binds the client; counsel of record does it in person."})
_NOT_BEFORE_DOCKET = MappingProxyType(
    dict.fromkeys(
        LIVE - {_S.LETTER_FILED},
        "Nothing of this dispute is before the Court: it sees a dispute once its letter is on the docket.",
    )
)
_COURT_ONLY = MappingProxyType(
    dict.fromkeys(
        (*ATTORNEYS, Role.STAFF, Role.NON_PARTY_COUNSEL),
        "Only the Court can do this; a party may ask for it, and records it from the docket once it is entered.",
    )
)
_CLERK_PREPARES = MappingProxyType(
    {**_COURT_ONLY, Role.LAW_CLERK: "A law clerk prepares; it is entered by the judge or the courtroom deputy."}
)
_UNTIL_MET = MappingProxyType(
    dict.fromkeys(_BEFORE_MEETING, "No meeting is demanded or directed yet; the letter comes after it.")
)


def _at(stages: frozenset[PolicyStage], words: str) -> Mapping[PolicyStage, str]:
    return MappingProxyType(dict.fromkeys(stages, words))


_ROWS = (
    # ---- the matter and its orders
    Row(act=Do.OPEN_MATTER, roles=ATTORNEYS, stages=frozenset({_S.MATTER}), not_for=_ONLY_COUNSEL),
    Row(act=Do.SEE_MATTER, roles=_PARTY | _OTHERS | CHAMBERS),
    Row(act=Do.RECORD_DOCKET_ENTRY, roles=_PARTY | CHAMBERS | _OTHERS),
    Row(act=Do.RECORD_EVENT, roles=_PARTY | _OTHERS),
    Row(
        act=Do.ADOPT_ORDER,
        roles=ATTORNEYS | frozenset({Role.JUDGE}),
        on_approval=_STAFF,
        not_for=MappingProxyType(
            {
                Role.LAW_CLERK: "A law clerk prepares a rulebook; the judge puts it in force.",
                Role.COURTROOM_DEPUTY: "The judge puts a rulebook in force.",
            }
        ),
    ),
    Row(act=Do.COUNTERSIGN_ORDER, roles=ATTORNEYS, not_for=_ONLY_COUNSEL),
    Row(act=Do.GIVE_NOTICE_OF_ORDER, roles=_PARTY | CHAMBERS),
    Row(act=Do.SUBSTITUTE_COUNSEL, roles=_PARTY | _OTHERS | frozenset({Role.COURTROOM_DEPUTY})),
    Row(
        act=Do.APPROVE,
        roles=ATTORNEYS,
        not_for=MappingProxyType({Role.STAFF: "An approval is an attorney's; nobody approves in an attorney's name."}),
    ),
    # ---- conferral
    Row(act=Do.OPEN_DISPUTE, roles=ATTORNEYS | _OTHERS, on_approval=_STAFF),
    Row(act=Do.LOG_EFFORT, roles=_PARTY | _OTHERS, speaks=(Act.MAKE_EFFORTS, None)),
    Row(act=Do.SHARE_EFFORT, roles=ATTORNEYS | _OTHERS, on_approval=_STAFF, speaks=(Act.MAKE_EFFORTS, None)),
    Row(act=Do.ANSWER_EFFORT, roles=ATTORNEYS | _OTHERS, on_approval=_STAFF, speaks=(Act.MAKE_EFFORTS, None)),
    Row(
        act=Do.DECLARE_EFFORTS_FAILED,
        roles=ATTORNEYS | _OTHERS,
        on_approval=_STAFF,
        stages=LIVE,
        speaks=(Act.MAKE_EFFORTS, None),
    ),
    Row(
        act=Do.DEMAND_MEETING,
        roles=ATTORNEYS,
        on_approval=_STAFF,
        stages=LIVE - {_S.DIRECTED},
        warned=MappingProxyType({_S.AROSE: _PREMATURE, _S.EFFORTS: _PREMATURE}),
        closed=MappingProxyType({_S.DIRECTED: "The order itself directs this meeting; its time runs without a demand."}),
        not_for=MappingProxyType({Role.NON_PARTY_COUNSEL: "The order lets a party demand a meeting; a non-party may ask for one."}),
        speaks=(Act.DEMAND_MEETING, Facet.PERMISSION),
    ),
    Row(act=Do.WITHDRAW_DEMAND, roles=ATTORNEYS, on_approval=_STAFF, stages=LIVE),
    Row(act=Do.OFFER_DATES, roles=ATTORNEYS | _OTHERS, on_approval=_STAFF, stages=LIVE, speaks=(Act.MEET_AND_CONFER, Facet.MEETING)),
    Row(act=Do.CHOOSE_LOCATION, roles=ATTORNEYS, on_approval=_STAFF, stages=LIVE, speaks=(Act.MEET_AND_CONFER, Facet.LOCATION)),
    Row(act=Do.RECORD_MEETING, roles=_PARTY | _OTHERS, speaks=(Act.MEET_AND_CONFER, Facet.MEETING)),
    Row(act=Do.ANSWER_MEETING, roles=ATTORNEYS | _OTHERS, not_for=_ONLY_COUNSEL, speaks=(Act.MEET_AND_CONFER, Facet.MEETING)),
    Row(act=Do.CALL_CHAMBERS, roles=ATTORNEYS | _OTHERS, on_approval=_STAFF),
    Row(act=Do.WITHDRAW_DISPUTE, roles=ATTORNEYS | _OTHERS, stages=LIVE, closed=_at(OVER, _ENDED), not_for=_ONLY_COUNSEL),
    # ---- ledger and issues
    Row(act=Do.KEEP_LEDGER, roles=_PARTY | _OTHERS),
    Row(act=Do.RAISE_ISSUE, roles=ATTORNEYS | _OTHERS, on_approval=_STAFF, stages=LIVE - {_S.LETTER_FILED, _S.HANDED_OVER}),
    Row(act=Do.PROPOSE_AGREEMENT, roles=ATTORNEYS, not_for=_ONLY_COUNSEL),
    Row(act=Do.ANSWER_AGREEMENT, roles=ATTORNEYS, not_for=_ONLY_COUNSEL),
    # ---- the letter
    Row(act=Do.WRITE_PRIVATELY, roles=_PARTY | _OTHERS, speaks=(Act.FILE_JOINT_LETTER, Facet.CONTENT_REQUIREMENT)),
    Row(
        act=Do.STATE_PARTS,
        roles=ATTORNEYS,
        stages=frozenset({_S.DIRECTED, _S.DEMANDED, _S.MET, _S.EXCHANGE_LAPSED}),
        warned=_at(frozenset({_S.DIRECTED, _S.DEMANDED, _S.MET}), _OPEN_TO_OTHER),
        closed=_UNTIL_MET,
        not_for=_ONLY_COUNSEL,
        speaks=(Act.FILE_JOINT_LETTER, Facet.CONTENT_REQUIREMENT),
    ),
    Row(act=Do.PROPOSE_PROTOCOL, roles=ATTORNEYS, stages=_DRAFTING, closed=_UNTIL_MET, not_for=_ONLY_COUNSEL),
    Row(act=Do.ANSWER_PROTOCOL, roles=ATTORNEYS, stages=_DRAFTING, closed=_UNTIL_MET, not_for=_ONLY_COUNSEL),
    Row(
        act=Do.COMMIT_TEXTS,
        roles=ATTORNEYS,
        stages=frozenset({_S.EXCHANGE_AGREED, _S.COMMITTED}),
        closed=MappingProxyType(
            {
                **_at(_BEFORE_MEETING | {_S.DIRECTED, _S.DEMANDED, _S.MET}, "No exchange is agreed on; propose one."),
                _S.EXCHANGE_LAPSED: "The agreed hour has passed; agree on another, and commit before it.",
                _S.EXCHANGED: "The texts are open.",
            }
        ),
        not_for=_ONLY_COUNSEL,
    ),
    Row(
        act=Do.OPEN_TEXTS,
        roles=_PARTY,
        stages=frozenset({_S.EXCHANGE_AGREED, _S.COMMITTED, _S.EXCHANGED}),
        closed=MappingProxyType({_S.EXCHANGE_LAPSED: "Both sides had not committed when the hour came; nothing opens."}),
    ),
    Row(act=Do.RELEASE_TEXTS, roles=ATTORNEYS, stages=frozenset({_S.COMMITTED}), not_for=_ONLY_COUNSEL),
    Row(
        act=Do.RELEASE_COMMITMENT,
        roles=ATTORNEYS,
        stages=frozenset({_S.EXCHANGE_LAPSED}),
        closed=_at(frozenset({_S.COMMITTED}), "A commitment binds until the agreed hour."),
        not_for=_ONLY_COUNSEL,
    ),
    Row(act=Do.TAKE_TURN, roles=ATTORNEYS, stages=frozenset({_S.EXCHANGED}), not_for=_ONLY_COUNSEL),
    Row(act=Do.MARK_SETTLEMENT, roles=ATTORNEYS, stages=frozenset({_S.EXCHANGED}), not_for=_ONLY_COUNSEL),
    Row(act=Do.PROPOSE_COMMON_PART, roles=ATTORNEYS, on_approval=_STAFF, stages=_DRAFTING, closed=_UNTIL_MET),
    Row(act=Do.CONSENT_COMMON_PART, roles=ATTORNEYS, stages=_DRAFTING, closed=_UNTIL_MET, not_for=_ONLY_COUNSEL),
    Row(
        act=Do.SIGN_LETTER,
        roles=ATTORNEYS,
        stages=frozenset({_S.DIRECTED, _S.DEMANDED, _S.MET, _S.EXCHANGED, _S.HANDED_OVER}),
        closed=MappingProxyType(
            {
                **_UNTIL_MET,
                **_at(frozenset({_S.EXCHANGE_AGREED, _S.COMMITTED, _S.EXCHANGE_LAPSED}), "The parts are not exchanged yet; there is nothing to sign."),
            }
        ),
        not_for=_NEVER_SIGN,
        speaks=(Act.FILE_JOINT_LETTER, Facet.CONTENT_REQUIREMENT),
    ),
    Row(
        act=Do.HAND_OVER_LETTER,
        files=True,
        roles=ATTORNEYS,
        on_approval=_STAFF,
        stages=frozenset({_S.MET, _S.EXCHANGED, _S.HANDED_OVER}),
        closed=MappingProxyType(
            {
                **_at(_BEFORE_MEETING | {_S.DIRECTED, _S.DEMANDED}, "No meeting is recorded; the letter comes after it."),
                _S.LETTER_FILED: "The letter is on the docket.",
            }
        ),
        speaks=(Act.FILE_JOINT_LETTER, Facet.DEADLINE),
    ),
    Row(
        act=Do.MATCH_DOCKETED_COPY,
        roles=_PARTY,
        stages=_FILED,
        closed=_at(LIVE - {_S.LETTER_FILED}, "No letter is on the docket; record its filing first."),
    ),
    Row(
        act=Do.RECORD_NON_PARTICIPATION,
        roles=ATTORNEYS,
        on_approval=_STAFF,
        stages=LIVE - {_S.MATTER, _S.LETTER_FILED},
        speaks=(Act.FILE_JOINT_LETTER, None),
    ),
    Row(
        act=Do.REPORT_NON_PARTICIPATION,
        files=True,
        roles=ATTORNEYS,
        stages=LIVE - {_S.MATTER, _S.LETTER_FILED},
        not_for=_NEVER_SIGN,
        speaks=(Act.FILE_JOINT_LETTER, None),
    ),
    Row(act=Do.SUBMIT_TO_COURT, roles=ATTORNEYS, on_approval=_STAFF, files=True),
    Row(act=Do.CLAW_BACK, roles=ATTORNEYS | _OTHERS | frozenset({Role.JUDGE}), not_for=_ONLY_COUNSEL),
    # ---- the Court
    Row(
        act=Do.PREPARE_DETERMINATION,
        roles=frozenset({Role.JUDGE, Role.LAW_CLERK}),
        stages=frozenset({_S.LETTER_FILED, _S.DETERMINED}),
        closed=_NOT_BEFORE_DOCKET,
        not_for=_COURT_ONLY,
        speaks=(Act.DETERMINE_PROCEEDINGS, None),
    ),
    Row(
        act=Do.ENTER_DETERMINATION,
        roles=_BENCH,
        stages=frozenset({_S.LETTER_FILED, _S.DETERMINED}),
        closed=_NOT_BEFORE_DOCKET,
        not_for=_CLERK_PREPARES,
        speaks=(Act.DETERMINE_PROCEEDINGS, None),
    ),
    Row(
        act=Do.SET_HEARING,
        roles=_BENCH | ATTORNEYS,
        on_approval=_STAFF,
        not_for=MappingProxyType({Role.LAW_CLERK: "The judge or the courtroom deputy sets hearings."}),
        speaks=(Act.HEAR_MOTIONS, Facet.HEARING_SCHEDULE),
    ),
    Row(act=Do.VACATE_HEARING, roles=_BENCH, not_for=_CLERK_PREPARES),
    Row(act=Do.ORDER_EXTENSION, roles=_BENCH, not_for=_CLERK_PREPARES),
    Row(act=Do.DENY_EXTENSION, roles=_BENCH, not_for=_CLERK_PREPARES),
    Row(act=Do.ENTER_STAY, roles=_BENCH, not_for=_CLERK_PREPARES),
    Row(act=Do.LIFT_STAY, roles=_BENCH, not_for=_CLERK_PREPARES),
    Row(act=Do.ORDER_POWER, roles=_BENCH, not_for=_CLERK_PREPARES, speaks=(Act.IMPOSE_SANCTIONS, Facet.SANCTION)),
    # ---- motions, time and copies
    Row(act=Do.NOTIFY_COURT, roles=ATTORNEYS, on_approval=_STAFF, files=True, speaks=(Act.NOTIFY_COURT, Facet.CUTOFF_TIME)),
    Row(act=Do.WITHDRAW_MOTION, roles=ATTORNEYS, on_approval=_STAFF, files=True, speaks=(Act.WITHDRAW_MOTION, Facet.DEADLINE)),
    Row(act=Do.SEEK_LEAVE, roles=ATTORNEYS, on_approval=_STAFF, files=True, speaks=(Act.SEEK_LEAVE, None)),
    Row(act=Do.LODGE_COPY, roles=_PARTY | frozenset({Role.COURTROOM_DEPUTY}), speaks=(Act.LODGE_CHAMBERS_COPY, Facet.COPIES)),
    Row(act=Do.SUPPLEMENT, roles=_PARTY, speaks=(Act.SUPPLEMENT_DISCLOSURES, Facet.DUTY)),
    Row(act=Do.ASK_EXTENSION, roles=ATTORNEYS, on_approval=_STAFF, files=True),
    Row(act=Do.OBJECT_TO_RULING, roles=ATTORNEYS, on_approval=_STAFF, files=True, speaks=(Act.OBJECT_TO_RULING, None)),
    Row(act=Do.CORRECT_TRIGGER, roles=_PARTY | _OTHERS | _BENCH),
    Row(act=Do.WITHDRAW_ENTRY, roles=_PARTY | _OTHERS | _BENCH),
    Row(act=Do.REQUEST_POWER, roles=ATTORNEYS, not_for=_ONLY_COUNSEL, speaks=(Act.IMPOSE_SANCTIONS, Facet.SANCTION)),
    Row(act=Do.SETTLE_READING, roles=ATTORNEYS | _BENCH, not_for=_ONLY_COUNSEL),
    Row(act=Do.SETTLE_CONTEST, roles=ATTORNEYS | _BENCH, not_for=_ONLY_COUNSEL),
)  # fmt: skip

TABLE: Mapping[Do, Row] = MappingProxyType({row.act: row for row in _ROWS})
"""The rows by act; every act has one."""


def rows() -> Iterator[Row]:
    """Yield the rows in the order of the table."""
    yield from _ROWS
