"""Rules from norms: what several sentences say about one act is knit into one rule; scope and ids are settled here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.norms import Find, Norm
from soordered.orders.norms_from_text import TextReading
from soordered.orders.patterns import Pattern
from soordered.orders.words_of_acts import SCOPED_TOPICS, TOPICS
from soordered.provenance.spans import Quote
from soordered.rules.rule import Artifact, Contributors, Manner, Place, Rule, Source, Support
from soordered.rules.timing import FixedDate, Period
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other, Scope, Trigger

_PROCEDURE = SCOPED_TOPICS | {Act.FILE_DISCOVERY_MOTION}
_MEETING_OF = Pattern(r"\b(?:meeting|conference) (?:of|between|among) (?P<who>[a-z' ]{4,60})")
_REACH = 60  # how many rules back a sentence can still add to one
_STANDING_CUES = Pattern(
    r"discovery disputes? aris|any (?:discovery )?disputes?\b|(?:future|later|further|subsequent|other) (?:discovery )?disputes?|(?:any|either|each) (?:party|side) may (?:demand|request|serve)|all filings"
    r"|all discovery (?:disputes|motions)|standing order|(?:each|every|any) (?:filing|paper|document|motion|dispute|discovery motion)|such disputes|no (?:discovery motion|motion concerning discovery|motion to compel|written discovery motion)"
    r"|discovery motions|civil motions are|motions are heard|after (?:a|any|each) document"
)

Quoting = Callable[[int, int, str], Quote]


@dataclass(slots=True)
class _Draft:
    norm: Norm
    scope: Scope
    supports: list[Find] = field(default_factory=list)
    also: dict[int, list[Find]] = field(default_factory=dict)


def rules_from_norms(
    reading: TextReading, source: Source, quoting: Quoting, *, scope: Scope | None = None
) -> tuple[Rule, ...]:
    """Return the rules of an order.

    Args:
        reading: its sentences, read.
        source: the order.
        quoting: makes a quote of a range of the clean text and the paragraph's own number.
        scope: what the kind of text tells of its scope: a standing order's rules are standing, a docket entry's are
            the case's; ``None`` when its own words must tell.
    """
    scopes = _scopes(reading, scope)
    drafts: list[_Draft] = []
    for sentence in reading.sentences:
        for norm in sentence.norms:
            scope = norm.scope or scopes[sentence.sentence.paragraph]
            _add(drafts, norm, scope)
    ids: dict[str, int] = {}
    rules: list[Rule] = []
    for draft in drafts:
        draft.norm = _completed(draft, drafts, reading.folded)
        name = _topic(draft)
        ids[name] = ids.get(name, 0) + 1
        rules.append(_rule(draft, name if ids[name] == 1 else f"{name}-{ids[name]}", source, quoting))
    return tuple(rules)


def _scopes(reading: TextReading, given: Scope | None) -> dict[int, Scope]:
    """Settle for each paragraph whether it speaks of the matter at hand or of every matter that comes.

    A paragraph that counts from this order's own date, names a date, or speaks of the motion at hand is about the
    case; so is every paragraph of a text that shows no sign of standing procedure.
    """
    standing_text = given is Scope.STANDING or (given is None and _STANDING_CUES.search(reading.folded) is not None)
    scopes: dict[int, Scope] = {}
    for one in reading.sentences:
        number = one.sentence.paragraph
        words = reading.folded[one.sentence.start : one.sentence.end]
        case = any(
            isinstance(norm.timing, FixedDate)
            or (
                isinstance(norm.timing, Period)
                and norm.timing.trigger in (Trigger.ORDER_DATED, Trigger.ORDER_ENTERED, Trigger.ORDER_SERVED)
            )
            for norm in one.norms
        ) or (bool(one.norms) and "the motion" in words and "motions" not in words)
        if (case and given is not Scope.STANDING) or not standing_text:
            scopes[number] = Scope.CASE
        else:
            scopes.setdefault(number, Scope.STANDING)
    return scopes


def _add(drafts: list[_Draft], norm: Norm, scope: Scope) -> None:
    for draft in reversed(drafts[-_REACH:]):
        if draft.scope is scope and _continues(draft, norm):
            draft.norm = _knit(draft.norm, norm)
            draft.supports.extend(norm.finds)
            return
        if _restates(draft.norm, norm):
            draft.also.setdefault(0, []).append(norm.finds[0])
            return
    if norm.act is Act.MARK_CHAMBERS_COPY:
        norm = replace(norm, act=Act.LODGE_CHAMBERS_COPY)
    drafts.append(_Draft(norm=norm, scope=scope, supports=list(norm.finds)))


def _continues(draft: _Draft, norm: Norm) -> bool:
    """Say whether a norm adds to an earlier one about the same act, instead of being another."""
    old = draft.norm
    if norm.act is Act.MARK_CHAMBERS_COPY:
        return old.act is Act.LODGE_CHAMBERS_COPY
    if norm.continues and old.artifact is not None and norm.artifact is not None:
        return old.artifact.kind == norm.artifact.kind and old.act == norm.act and old.modality is not Modality.MAY
    if (
        norm.act != old.act
        or norm.modality is not old.modality
        or norm.act not in (Act.MEET_AND_CONFER, Act.LODGE_CHAMBERS_COPY)
    ):
        return False
    if norm.act is Act.LODGE_CHAMBERS_COPY:
        return norm.timing is None or old.timing is None
    return (old.timing is None or norm.timing is None) and norm.sentence.paragraph == old.sentence.paragraph


def _restates(old: Norm, norm: Norm) -> bool:
    """Say whether a docket event says again what the order's own words said: the same sitting on the same day."""
    return (
        isinstance(norm.timing, FixedDate)
        and old.timing == norm.timing
        and old.finds[0].facet is Facet.HEARING_SCHEDULE
        and norm.finds[0].facet is Facet.HEARING_SCHEDULE
    )


def _knit(old: Norm, new: Norm) -> Norm:
    return replace(
        old,
        bearers=old.bearers
        if new.finds[0].facet is Facet.LOCATION
        else old.bearers
        if Bearer.COUNSEL not in old.bearers or Bearer.COUNSEL in new.bearers
        else new.bearers,
        timing=old.timing if old.timing is not None else new.timing,
        manner=_manner(old.manner, new.manner),
        artifact=_artifact(old.artifact, new.artifact),
        preconditions=old.preconditions
        + tuple(one for one in new.preconditions if new.timing is not None and one not in old.preconditions),
        exceptions=old.exceptions + new.exceptions,
        cites=tuple(dict.fromkeys(old.cites + new.cites)),
        served=old.served or new.served,
    )


def _manner(old: Manner | None, new: Manner | None) -> Manner | None:
    if old is None or new is None:
        return old or new
    place = old.place
    if new.place is not None:
        if place is None:
            place = new.place
        else:
            chosen = place.chosen_by + tuple(who for who in new.place.chosen_by if who not in place.chosen_by)
            place = Place(
                words=place.words or new.place.words,
                chosen_by=chosen,
                alternates=place.alternates or new.place.alternates,
            )
    return replace(
        old,
        modes=old.modes or new.modes,
        place=place,
        attendance=old.attendance or new.attendance,
        minimum_minutes=old.minimum_minutes or new.minimum_minutes,
    )


def _artifact(old: Artifact | None, new: Artifact | None) -> Artifact | None:
    if old is None or new is None:
        return old or new
    return replace(
        old,
        joint=old.joint or new.joint,
        contributors=old.contributors or new.contributors,
        parts=tuple(dict.fromkeys(old.parts + new.parts)),
        limits=old.limits + new.limits,
        signer=old.signer or new.signer,
        mark=old.mark or new.mark,
        copies=old.copies or new.copies,
    )


def _completed(draft: _Draft, drafts: Sequence[_Draft], folded: str) -> Norm:
    """Give a norm what only the neighbours tell: efforts come before the demand, the demand before the meeting."""
    norm = draft.norm
    if norm.act is Act.MEET_AND_CONFER and draft.scope is Scope.STANDING and not norm.preconditions:
        demand = next(
            (one.norm for one in drafts if one.norm.act is Act.DEMAND_MEETING and one.scope is Scope.STANDING), None
        )
        if demand is not None:
            demanded = _MEETING_OF.search(folded, demand.finds[0].start, demand.finds[0].end)
            who = bearer_from_words(demanded["who"]) if demanded is not None else None
            if who is not None and norm.bearers == (Bearer.COUNSEL,):
                norm = replace(norm, bearers=(who,), manner=_manner(norm.manner, Manner(attendance=(who,))))
            failed = tuple(one for one in demand.preconditions if one.trigger is Trigger.EFFORTS_FAILED)
            return replace(norm, preconditions=failed)
    if (
        norm.artifact is not None
        and norm.artifact.joint
        and norm.artifact.contributors is None
        and norm.artifact.kind == "joint_letter"
    ):
        return replace(norm, artifact=replace(norm.artifact, contributors=Contributors.PARTIES))
    return norm


def _topic(draft: _Draft) -> str:
    norm = draft.norm
    if norm.topic:
        return norm.topic
    act: ActCode = norm.act
    if isinstance(act, Other):
        slug = re.sub(r"[^a-z0-9]+", "-", act.words.lower()).strip("-")[:32].rstrip("-")
        return slug or "other"
    slug = TOPICS.get(act, str(act).replace("_", "-"))
    if norm.modality is Modality.MUST_NOT:
        slug = f"no-{slug}"
    return f"{draft.scope}-{slug}" if act in SCOPED_TOPICS else slug


def _rule(draft: _Draft, rule_id: str, source: Source, quoting: Quoting) -> Rule:
    norm = draft.norm
    label = norm.sentence.label.strip("().")
    supports = tuple(
        Support(
            facet=find.facet,
            quote=quoting(find.start, find.end, label),
            also_at=tuple(quoting(other.start, other.end, "") for other in draft.also.get(index, ())),
            confidence=find.confidence,
        )
        for index, find in enumerate(draft.supports)
    )
    return Rule(
        id=rule_id,
        bearers=norm.bearers,
        modality=norm.modality,
        act=norm.act,
        source=source,
        scope=draft.scope,
        preconditions=norm.preconditions,
        timing=norm.timing,
        manner=norm.manner,
        artifact=norm.artifact,
        exceptions=norm.exceptions,
        consequence=norm.consequence,
        cites=norm.cites,
        served_trigger=norm.served,
        supports=supports,
        summary=norm.summary,
    )
