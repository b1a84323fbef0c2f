"""Deciding on the joint paper: issues, common parts, signatures, handing over; and on what is submitted or withheld."""

from __future__ import annotations

from soordered.disputes import commands_paper as ask
from soordered.disputes.contests_from_matter import contests_of
from soordered.disputes.deciding import Deciding, Outcome
from soordered.disputes.events_letter import CompromiseProposed, IssueRaised, LetterFiled, PositionStated
from soordered.disputes.events_matter import Ground
from soordered.disputes.events_paper import (
    CommonPartConsented,
    CommonPartProposed,
    LetterHandedOver,
    LetterSigned,
    MaterialWithheld,
    RulebookAdopted,
    RulebookCountersigned,
    SubmittedToCourt,
)
from soordered.disputes.evolve import evolve
from soordered.disputes.exchange_of_dispute import exchange_of
from soordered.disputes.letter_of_dispute import CanonicalLetter, letter_of, signatures_of, unsigned_for
from soordered.disputes.names import Side
from soordered.disputes.refusal import Refusal, Ruled, refused
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.state import Dispute
from soordered.rules.rule import Rule
from soordered.rules.vocabulary import Act, Bearer, Facet


def raise_issue(command: ask.RaiseIssue, deciding: Deciding) -> Outcome:
    """Raise an issue: in a live dispute, under an id of its own, from requests on the ledger."""
    dispute = deciding.live(command.about)
    if isinstance(dispute, Refusal):
        return dispute
    if deciding.side_of(command.by) in {None, Side.COURT}:
        return refused("Only a party, a non-party or their counsel can raise an issue.")
    if not command.issue or command.issue in deciding.matter.issues:
        return refused(f"The id {command.issue!r} names no new issue; choose another.")
    if not command.title.strip():
        return refused("An issue needs a title, so that both sides know what it is.")
    missing = [name for name in command.requests if name not in deciding.matter.requests]
    if missing:
        return refused(f"{', '.join(missing)} stand on no ledger; enter the requests first.")
    return IssueRaised(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        issue=command.issue,
        title=command.title,
        requests=command.requests,
        relief=command.relief,
    )


def propose_common_part(command: ask.ProposeCommonPart, deciding: Deciding) -> Outcome:
    """Propose a common part: it stands in the letter only once the other side consents, word for word."""
    dispute = deciding.live(command.about)
    if isinstance(dispute, Refusal):
        return dispute
    barred = deciding.only_party(command.by, "propose a common part")
    if barred is not None:
        return barred
    if not command.text.strip():
        return refused("A common part needs words.")
    return CommonPartProposed(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        part=command.part,
        text=command.text,
    )


def consent_common_part(command: ask.ConsentCommonPart, deciding: Deciding) -> Outcome:
    """Consent to a common part of the other side."""
    dispute = deciding.live(command.about)
    if isinstance(dispute, Refusal):
        return dispute
    found = next(
        (
            one
            for one in deciding.matter.standing(dispute.common_parts)
            if isinstance(one, CommonPartProposed) and one.id == command.proposal
        ),
        None,
    )
    if found is None:
        return refused(f"No common part {command.proposal!r} is proposed.")
    barred = deciding.other_side(command.by, found.by, what="consent to a common part")
    if barred is not None:
        return barred
    return CommonPartConsented(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        proposal=command.proposal,
    )


def sign_letter(command: ask.SignLetter, deciding: Deciding) -> Outcome:
    """Sign the letter: the text that was read, complete, by counsel of record (lead trial counsel where the order says so)."""
    found = _letter(deciding, command.about)
    if isinstance(found, Refusal):
        return found
    dispute, letter, rule = found
    lawyer = deciding.matter.counsel.get(command.by)
    party = deciding.matter.parties.get(command.by)
    if (lawyer is None or lawyer.left_on is not None) and not (party is not None and party.self_represented):
        return refused("A letter is signed by counsel of record, or by a party that appears for itself.")
    if deciding.side_of(command.by) not in {Side.PLAINTIFF, Side.DEFENDANT}:
        return refused("The letter is the parties'; nobody else signs it.")
    lead_only = rule is not None and rule.artifact is not None and rule.artifact.signer is Bearer.LEAD_TRIAL_COUNSEL
    if lawyer is not None and lead_only and not lawyer.lead:
        return refused("The order has lead trial counsel sign the letter.", rule, Facet.CONTENT_REQUIREMENT)
    exchange = exchange_of(deciding.matter, dispute)
    if exchange.protocol is not None and not exchange.opened:
        return refused("The parts are not exchanged yet; there is nothing to sign.")
    if letter.lacks:
        return _incomplete(letter, rule)
    if command.digest != letter.digest:
        return refused("The letter changed since you read it; read it again and sign what it says now.")
    if not command.name.strip():
        return refused("A signature bears the name of whoever signs.")
    for name in command.parties:
        whose = deciding.matter.parties.get(name)
        theirs = whose is None or whose.side is not deciding.side_of(command.by)
        if theirs or (whose is not None and whose.self_represented and name != command.by):
            return refused(f"{name!r} is not yours to sign for.")
    return LetterSigned(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        digest=command.digest,
        name=command.name,
        signature=command.signature,
        parties=command.parties,
    )


def hand_over_letter(command: ask.HandOverLetter, deciding: Deciding) -> Outcome:
    """Hand the letter over: after a meeting, complete, as signed by all whose parts the order asks for."""
    found = _letter(deciding, command.about)
    if isinstance(found, Refusal):
        return found
    dispute, letter, rule = found
    barred = deciding.only_party(command.by, "hand the letter over")
    if barred is not None:
        return barred
    filed = LetterFiled(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        joint=command.joint,
        issues=letter.issues,
        contributors=letter.contributors,
    )
    points = contests_of(evolve(deciding.matter, filed), deciding.book, filed)
    bars = [point for point in points if point.ground in {Ground.NO_MEETING, Ground.NOT_JOINT}]
    if bars:
        return Refusal(tuple(Ruled(words=bar.words, rule=bar.rule, quote=bar.quote) for bar in bars))
    if letter.lacks:
        return _incomplete(letter, rule)
    if command.digest != letter.digest:
        return refused("The letter changed since it was signed; the signatures are void. Read it and sign again.")
    signed = signatures_of(deciding.matter, dispute, letter)
    missing = unsigned_for(deciding.matter, letter, signed, rule)
    if command.joint and missing:
        return refused(
            f"Nobody who may has signed this text for {' and '.join(missing)}; a joint letter is signed by all.",
            rule,
            Facet.CONTENT_REQUIREMENT,
        )
    if not command.joint and not any(deciding.side_of(one.by) is deciding.side_of(command.by) for one in signed):
        return refused("Your own side has not signed this text.")
    return LetterHandedOver(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        digest=letter.digest,
        text=letter.text,
        joint=command.joint,
        issues=letter.issues,
        contributors=letter.contributors,
    )


def _letter(deciding: Deciding, about: str) -> tuple[Dispute, CanonicalLetter, Rule | None] | Refusal:
    dispute = deciding.live(about)
    if isinstance(dispute, Refusal):
        return dispute
    if deciding.matter.standing(dispute.letters):
        return refused("The letter on this dispute is filed.")
    rule = rule_for(deciding.book, Act.FILE_JOINT_LETTER, dispute)
    return dispute, letter_of(deciding.matter, dispute, deciding.book), rule


def _incomplete(letter: CanonicalLetter, rule: Rule | None) -> Refusal:
    return refused(f"The letter is not complete: {'; '.join(letter.lacks)}.", rule, Facet.CONTENT_REQUIREMENT)


def submit_to_court(command: ask.SubmitToCourt, deciding: Deciding) -> Outcome:
    """Submit something to the Court: by a party, with notice to all."""
    barred = deciding.only_party(command.by, "submit something to the Court")
    if barred is not None:
        return barred
    if not command.title.strip() or not command.text.strip():
        return refused("A submission needs a title and words.")
    side = deciding.side_of(command.by)
    others = {
        party.id for party in deciding.matter.parties.values() if party.side is not side and party.left_on is None
    }
    if command.noticed and not others <= set(command.noticed):
        missing = ", ".join(sorted(others - set(command.noticed)))
        return refused(
            f"Nothing reaches the Court without notice to all; {missing} had none (N.D. Cal. Civil L.R. 1-5)."
        )
    return SubmittedToCourt(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        title=command.title,
        text=command.text,
        noticed=command.noticed,
        entry=command.entry,
    )


def adopt_rulebook(command: ask.AdoptRulebook, deciding: Deciding) -> Outcome:
    """Adopt a rulebook: a side for itself, the Court for all."""
    if command.about not in deciding.matter.orders:
        return refused(f"There is no order {command.about!r} in this matter.")
    if deciding.side_of(command.by) is None:
        return refused(f"Only a side or the Court can adopt a rulebook; {command.by or 'nobody'} is neither.")
    if not command.rulebook:
        return refused("Name the rulebook that is adopted.")
    return RulebookAdopted(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        rulebook=command.rulebook,
        replaces=command.replaces,
    )


def countersign_rulebook(command: ask.CountersignRulebook, deciding: Deciding) -> Outcome:
    """Countersign an adoption of the other side."""
    order = deciding.matter.orders.get(command.about)
    adoption = next((one for one in order.adoptions if one.id == command.adoption), None) if order else None
    if adoption is None or not deciding.matter.stands(adoption):
        return refused(f"There is no adoption {command.adoption!r} of this order.")
    barred = deciding.other_side(command.by, adoption.by, what="countersign an adoption")
    if barred is not None:
        return barred
    return RulebookCountersigned(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=command.about,
        adoption=command.adoption,
    )


def withhold_material(command: ask.WithholdMaterial, deciding: Deciding) -> Outcome:
    """Withhold what an event says: one's own, unless it stands on the docket; the Court may for any."""
    event = deciding.matter.seen.get(command.event)
    if event is None:
        return refused(f"There is no event {command.event!r} on record.")
    side = deciding.side_of(command.by)
    if side is not Side.COURT:
        if side is None or side is not deciding.side_of(event.by):
            return refused("Only the side that gave it can claw it back; anybody may ask the Court.")
        dispute = deciding.matter.disputes.get(event.about)
        on_docket = dispute is not None and deciding.matter.standing(dispute.letters)
        if isinstance(event, PositionStated | CompromiseProposed | IssueRaised) and on_docket:
            return refused("It stands in a letter on the docket; only the Court can seal or strike it there.")
    if command.event in deciding.matter.withheld:
        return refused("It is withheld already.")
    if not command.why.strip():
        return refused("Say on what ground, in words that disclose nothing (Fed. R. Civ. P. 26(b)(5)(B)).")
    return MaterialWithheld(
        id=command.id,
        on=deciding.today,
        at=deciding.hour,
        by=command.by,
        about=event.about,
        event=command.event,
        how=command.how,
        why=command.why,
        authority=command.authority,
    )
