"""Doubts about who, what and where: open standards, turns, powers held in reserve, triggers that nothing brings about."""

from __future__ import annotations

from collections.abc import Iterator

from soordered.casework.findings import Finding, Severity, finding_on
from soordered.rules.rule import ConsequenceStatus, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Standard
from soordered.rules.triggers_from_timing import timing_triggers
from soordered.rules.triggers_of_acts import ACTS_OF_TRIGGERS
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other, Scope, Trigger

_RESERVED = (Modality.COURT_MAY,)
_CONFERRED = frozenset({Bearer.LEAD_TRIAL_COUNSEL, Bearer.COUNSEL})


def meaning_findings(book: Rulebook) -> Iterator[Finding]:
    """Find what can be understood in more than one way, or rests on something the text does not hold.

    Args:
        book: the order's rules.
    """
    acts = {rule.act for rule in book.rules}
    for rule in book.rules:
        yield from _dangling(rule, acts)
        yield from _judged(rule)
        yield from _reserved(rule)
        yield from _turns(rule, book)
        yield from _whose_counsel(rule)
        yield from _no_way_out(rule)


def _dangling(rule: Rule, acts: set[ActCode]) -> Iterator[Finding]:
    for trigger in timing_triggers(rule.timing):
        if isinstance(trigger, Other):
            yield finding_on(
                rule,
                "dangling-trigger",
                f"It is counted from {trigger.words!r}, an event outside the vocabulary: nothing starts it by itself.",
                remedy="Enter that event by hand when it happens, or correct the trigger.",
                severity=Severity.DATE,
                facets=(Facet.DEADLINE, Facet.CUTOFF_TIME),
            )
        elif not _comes_about(trigger, acts):
            made_by = " or ".join(str(act).replace("_", " ") for act in ACTS_OF_TRIGGERS[trigger])
            yield finding_on(
                rule,
                "dangling-trigger",
                f"It is counted from {str(trigger).replace('_', ' ')}, but no rule here speaks of that ({made_by}).",
                remedy="Enter the event by hand when it happens; see whether the text held is whole.",
                severity=Severity.NOTE,
                facets=(Facet.DEADLINE, Facet.CUTOFF_TIME),
            )


def _comes_about(trigger: Trigger, acts: set[ActCode]) -> bool:
    made_by = ACTS_OF_TRIGGERS.get(trigger)
    return made_by is None or any(act in acts for act in made_by)


def _judged(rule: Rule) -> Iterator[Finding]:
    for condition in rule.preconditions:
        if condition.judged:
            yield finding_on(
                rule,
                "people-judge",
                f"Only people can say whether this holds: {condition.words}.",
                remedy="Record what was done and when; an act that came early is recorded as contested, never undone.",
                severity=Severity.MEANING,
            )
    if isinstance(rule.timing, Standard):
        yield finding_on(
            rule,
            "people-judge",
            f"The time is a standard for people: {rule.timing.words}.",
            remedy="No date is computed; set a date of your own.",
            severity=Severity.MEANING,
        )


def _reserved(rule: Rule) -> Iterator[Finding]:
    announced = rule.consequence is not None and rule.consequence.status is ConsequenceStatus.ANNOUNCED
    if announced and rule.modality in _RESERVED:
        yield finding_on(
            rule,
            "reserved-power",
            "Held out, not ordered: nobody has a duty from it until the Court makes an order.",
            remedy="Do not calendar it; record the order if one comes.",
            severity=Severity.NOTE,
            facets=(Facet.SANCTION, Facet.ATTENDANCE),
        )


def _turns(rule: Rule, book: Rulebook) -> Iterator[Finding]:
    place = rule.manner.place if rule.manner is not None else None
    if place is None or not place.alternates:
        return
    yield finding_on(
        rule,
        "whose-turn",
        "The choice of place passes from one to the next; whether a second meeting in one dispute passes it on is not said.",
        remedy="Record who chose each place; agree on it in writing.",
        severity=Severity.MEANING,
        facets=(Facet.LOCATION,),
    )
    hosted = [other for other in book.for_act(Act.MEET_AND_CONFER, scope=Scope.CASE) if _is_placed(other)]
    if hosted:
        yield finding_on(
            rule,
            "turn-used-by-the-court",
            f"Whether the meeting that the Court placed itself ({hosted[0].id}) used up the first turn is not said.",
            remedy="Taken as not used up, because no party chose that place; ask if it matters.",
            severity=Severity.MEANING,
            facets=(Facet.LOCATION,),
        )


def _is_placed(rule: Rule) -> bool:
    return rule.manner is not None and rule.manner.place is not None and bool(rule.manner.place.words)


def _whose_counsel(rule: Rule) -> Iterator[Finding]:
    if (
        rule.act is Act.MEET_AND_CONFER
        and _CONFERRED & set(rule.bearers)
        and rule.manner is not None
        and not rule.manner.per_party
    ):
        yield finding_on(
            rule,
            "counsel-of-whom",
            "With several parties on a side it can mean one counsel for the side, or one for every party.",
            remedy="Bring every party's, unless chambers says one is enough.",
            severity=Severity.MEANING,
            facets=(Facet.MEETING, Facet.ATTENDANCE),
        )


def _no_way_out(rule: Rule) -> Iterator[Finding]:
    joint = rule.artifact is not None and rule.artifact.joint
    if joint and rule.modality is Modality.MUST and not rule.fallbacks and not rule.on_failure:
        yield finding_on(
            rule,
            "nothing-said-if-one-side-will-not",
            "A joint paper is ordered, and nothing is said for the case that one side will not take part.",
            remedy="Do not file alone as if it were allowed: ask leave, or report the refusal under the sanctions paragraph.",
            severity=Severity.NOTE,
        )
