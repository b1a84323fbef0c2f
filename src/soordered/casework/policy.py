"""May this person do this now? One answer for every face, with the reason and the order's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soordered.casework.caller import Caller, Role
from soordered.casework.case_act import CaseAct
from soordered.casework.policy_stage import PolicyStage
from soordered.casework.policy_table import TABLE, Row
from soordered.disputes.names import Registration, Side
from soordered.disputes.refusal import Ruled
from soordered.disputes.state import Matter
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act

_OUTSIDE = frozenset({Role.ADMINISTRATOR, Role.STRANGER})
_NO_SUCH = "There is no such matter."
_ON_PAPER = (
    "You are not registered for electronic filing: hand the paper in at the clerk's office before it closes, and record "
    "the filing from the docket. It is filed when the clerk has it."
)


class Verdict(StrEnum):
    """What the table says."""

    ALLOWED = "allowed"
    WARNED = "warned"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """The answer of the table.

    Args:
        act: what was asked.
        verdict: allowed, warned or refused.
        reasons: why warned or refused, each with the order's words where it speaks of the act.
        needs_approval: whether a named attorney's recorded approval is needed.
        hidden: whether the answer must be the one that a missing matter gets.
    """

    act: CaseAct
    verdict: Verdict
    reasons: tuple[Ruled, ...] = ()
    needs_approval: bool = False
    hidden: bool = False


def may(caller: Caller, act: CaseAct, stage: PolicyStage, rulebook: Rulebook, matter: Matter) -> Permission:
    """Say whether somebody may do an act now.

    Args:
        caller: who asks.
        act: what.
        stage: how far the dispute it is about has come.
        rulebook: the rules in force, for the order's words.
        matter: the facts; who is of record stands there.
    """
    row = TABLE[act]
    if caller.role in _OUTSIDE:
        return no_such_matter(act)
    role = role_of_record(caller, matter) if act is not CaseAct.OPEN_MATTER else caller.role
    if role is None:
        return _refused(act, "You are not of record here: counsel comes and goes by the docket, not by an account.")
    if role not in row.roles and role not in row.on_approval:
        return _refused(act, row.not_for.get(role) or _not_for(role, row), _rule(row, rulebook), row)
    if stage not in row.stages:
        return _refused(act, row.closed.get(stage) or _closed(stage, row), _rule(row, rulebook), row)
    needs_approval = role not in row.roles
    reasons: list[Ruled] = []
    if stage in row.warned:
        reasons.append(_ruled(row.warned[stage], _rule(row, rulebook), row))
    if row.files and _files_on_paper(caller, matter):
        reasons.append(_ruled(_ON_PAPER, next(iter(rulebook.for_act(Act.E_FILE_PAPER)), None), None))
    return Permission(
        act=act,
        verdict=Verdict.WARNED if reasons else Verdict.ALLOWED,
        reasons=tuple(reasons),
        needs_approval=needs_approval,
    )


def no_such_matter(act: CaseAct) -> Permission:
    """Return the answer for a matter that does not exist, and for one that is nobody's business."""
    return Permission(act=act, verdict=Verdict.REFUSED, reasons=(Ruled(words=_NO_SUCH),), hidden=True)


def role_of_record(caller: Caller, matter: Matter) -> Role | None:
    """Return in what capacity somebody stands by the record, ``None`` for one who is not, or no longer, of record.

    Lead trial counsel is who the record calls so; a face cannot make anybody lead, nor keep counsel in who was substituted.
    """
    match caller.role:
        case Role.LEAD_TRIAL_COUNSEL | Role.COUNSEL | Role.NON_PARTY_COUNSEL:
            lawyer = matter.counsel.get(caller.person)
            party = matter.parties.get(lawyer.party) if lawyer is not None else None
            if lawyer is None or lawyer.left_on is not None or party is None or party.side is not caller.side:
                return None
            if party.side is Side.NON_PARTY:
                return Role.NON_PARTY_COUNSEL
            return Role.LEAD_TRIAL_COUNSEL if lawyer.lead else Role.COUNSEL
        case Role.SELF_REPRESENTED:
            party = matter.parties.get(caller.person)
            if (
                party is None
                or not party.self_represented
                or party.left_on is not None
                or party.side is not caller.side
            ):
                return None
            return Role.SELF_REPRESENTED
        case Role.STAFF:
            acting = [matter.parties.get(name) for name in caller.parties]
            of_side = [party for party in acting if party is not None and party.side is caller.side]
            return Role.STAFF if of_side and len(of_side) == len(acting) else None
        case Role.JUDGE | Role.LAW_CLERK | Role.COURTROOM_DEPUTY:
            return caller.role if caller.side is Side.COURT else None
        case _:
            return None


def _files_on_paper(caller: Caller, matter: Matter) -> bool:
    """Say whether somebody files on paper: by the record for a party that appears for itself, else by the account."""
    party = matter.parties.get(caller.person)
    return (party.registration if party is not None else caller.registration) is Registration.PAPER


def _not_for(role: Role, row: Row) -> str:
    who = ", ".join(sorted(one.value.replace("_", " ") for one in row.roles))
    return f"{role.value.replace('_', ' ').capitalize()} may not {row.act.words}; it is for: {who}."


def _closed(stage: PolicyStage, row: Row) -> str:
    where = ", ".join(one.words for one in PolicyStage if one in row.stages and one is not PolicyStage.MATTER)
    if stage is PolicyStage.MATTER:
        return f"There is no such dispute to {row.act.words} in."
    return f"Not now: this dispute stands at {stage.words}; to {row.act.words} is open at: {where}."


def _rule(row: Row, rulebook: Rulebook) -> Rule | None:
    if row.speaks is None:
        return None
    return next(iter(rulebook.for_act(row.speaks[0])), None)


def _refused(act: CaseAct, words: str, rule: Rule | None = None, row: Row | None = None) -> Permission:
    return Permission(act=act, verdict=Verdict.REFUSED, reasons=(_ruled(words, rule, row),))


def _ruled(words: str, rule: Rule | None, row: Row | None) -> Ruled:
    if rule is None:
        return Ruled(words=words)
    facet = row.speaks[1] if row is not None and row.speaks is not None else None
    return Ruled(words=words, rule=rule.id, quote=(rule.quote(facet) if facet else None) or rule.quote())
