"""A rule as plain keys and values, for TOML, for JSON and for the lawbook's data alike.

What holds by default is left out, so that a file shows what the rule says and no more.
"""

from __future__ import annotations

from typing import assert_never

from soordered.provenance.citations import Citation
from soordered.provenance.spans import Quote
from soordered.rules.checked_fields import Fields, FieldValue
from soordered.rules.rule import (
    Artifact,
    Consequence,
    Copies,
    Fallback,
    Limit,
    Manner,
    MannerIf,
    PerWhom,
    Place,
    Precondition,
    Rule,
    Source,
    Support,
)
from soordered.rules.timing import (
    CourtSets,
    EarliestOf,
    FixedDate,
    LatestOf,
    NamedDay,
    NotBefore,
    OnSilence,
    Period,
    Recurring,
    Standard,
    Timing,
    Window,
)


def rule_fields(rule: Rule) -> Fields:
    """Return a rule as keys and values.

    Args:
        rule: the rule; its source is given by id.

    Returns:
        keys in the order in which a person reads a rule; ``rule_from_fields`` is the way back.
    """
    return {
        "id": rule.id,
        "source": rule.source.id,
        **_said(summary=rule.summary),
        "bearers": [str(bearer) for bearer in rule.bearers],
        "modality": str(rule.modality),
        "act": str(rule.act),
        "scope": str(rule.scope),
        **_said(
            choice=rule.choice,
            served_trigger=rule.served_trigger,
            in_force_from=rule.in_force_from,
            in_force_until=rule.in_force_until,
            overrides=list(rule.overrides),
            cites=list(rule.cites),
            exceptions=list(rule.exceptions),
            doubts=list(rule.doubts),
            on_failure=rule.on_failure,
            timing=None if rule.timing is None else timing_fields(rule.timing),
            manner=None if rule.manner is None else _manner(rule.manner),
            artifact=None if rule.artifact is None else _artifact(rule.artifact),
            consequence=None if rule.consequence is None else _consequence(rule.consequence),
            verified=None if rule.verified is None else {"by": rule.verified.by, "on": rule.verified.on},
            authority=None if rule.authority is None else citation_fields(rule.authority),
            preconditions=[_precondition(condition) for condition in rule.preconditions],
            fallbacks=[_fallback(fallback) for fallback in rule.fallbacks],
            supports=[_support(support) for support in rule.supports],
        ),
    }


def timing_fields(timing: Timing) -> Fields:
    """Return a timing as keys and values; ``form`` says which of the closed forms it is.

    Args:
        timing: any form.
    """
    match timing:
        case Period():
            return {
                "form": "period",
                "n": timing.length.n,
                "unit": str(timing.length.unit),
                "direction": str(timing.direction),
                "bound": str(timing.bound),
                "trigger": str(timing.trigger),
                **_said(clock=timing.clock, anchors=[str(anchor) for anchor in timing.anchors]),
            }
        case FixedDate():
            return {
                "form": "fixed_date",
                "date": timing.date,
                **_said(clock=timing.clock),
                "bound": str(timing.bound),
            }
        case NamedDay():
            return {
                "form": "named_day",
                "weekday": str(timing.weekday),
                "direction": str(timing.direction),
                "bound": str(timing.bound),
                "trigger": str(timing.trigger),
                **_said(clock=timing.clock, nth=timing.nth if timing.nth != 1 else None, of_week=timing.of_week),
            }
        case EarliestOf():
            return {"form": "earliest_of", "options": [timing_fields(option) for option in timing.options]}
        case LatestOf():
            return {"form": "latest_of", "options": [timing_fields(option) for option in timing.options]}
        case NotBefore():
            return {"form": "not_before", "opens": timing_fields(timing.opens)}
        case Window():
            return {
                "form": "window",
                "choices": timing.choices,
                **_said(opens=None if timing.opens is None else timing_fields(timing.opens)),
                "closes": timing_fields(timing.closes),
            }
        case Recurring():
            return {
                "form": "recurring",
                "weekdays": [str(day) for day in timing.weekdays],
                **_said(clock=timing.clock, ends=timing.ends, weeks_of_month=list(timing.weeks_of_month)),
            }
        case OnSilence():
            return {"form": "on_silence", "effect": str(timing.effect), "period": timing_fields(timing.period)}
        case CourtSets():
            return {"form": "court_sets"}
        case Standard():
            return {
                "form": "standard",
                "words": timing.words,
                **_said(soft=None if timing.soft is None else timing_fields(timing.soft)),
            }
        case _:
            assert_never(timing)


def source_fields(source: Source) -> Fields:
    """Return a source as keys and values.

    Args:
        source: the text rules come from.
    """
    return {
        "id": source.id,
        "title": source.title,
        "rank": str(source.rank),
        **_said(
            court=source.court,
            judge=source.judge,
            initials=source.initials,
            dated=source.dated,
            sha256=source.sha256,
            version=source.version,
            partial=source.partial,
        ),
    }


def quote_fields(quote: Quote) -> Fields:
    """Return a quote and its place as keys and values.

    Args:
        quote: words of a source; without ``text`` when the source's text was not supplied.
    """
    span = quote.span
    pairs: dict[str, FieldValue | None] = {
        "text": quote.text,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "page": quote.page,
        "line": quote.line,
        "paragraph": quote.paragraph,
    }
    return {key: value for key, value in pairs.items() if value is not None}


def citation_fields(citation: Citation) -> Fields:
    """Return a citation as keys and values.

    Args:
        citation: an authority, with how surely it is known.
    """
    return {"cite": citation.cite, "sureness": str(citation.sureness), **_said(source=citation.source)}


def _support(support: Support) -> Fields:
    return {
        "facet": str(support.facet),
        "confidence": str(support.confidence),
        **quote_fields(support.quote),
        **_said(also_at=[quote_fields(quote) for quote in support.also_at]),
    }


def _precondition(condition: Precondition) -> Fields:
    return {
        "words": condition.words,
        "kind": str(condition.kind),
        **_said(trigger=None if condition.trigger is None else str(condition.trigger), judged=condition.judged),
    }


def _place(place: Place | None) -> Fields | None:
    if place is None:
        return None
    return _said(
        words=place.words,
        chosen_by=[str(bearer) for bearer in place.chosen_by],
        alternates=place.alternates,
    )


def _manner_if(other: MannerIf) -> Fields:
    return {
        "when": _precondition(other.when),
        **_said(modes=[str(mode) for mode in other.modes], place=_place(other.place)),
    }


def _manner(manner: Manner) -> Fields:
    return _said(
        modes=[str(mode) for mode in manner.modes],
        attendance=[str(bearer) for bearer in manner.attendance],
        per_party=manner.per_party,
        minimum_minutes=manner.minimum_minutes,
        place=_place(manner.place),
        otherwise=[_manner_if(other) for other in manner.otherwise],
    )


def _limit(limit: Limit) -> Fields:
    return {
        "amount": limit.amount,
        "unit": limit.unit,
        "of": limit.of,
        **_said(per=None if limit.per is PerWhom.ALL else str(limit.per)),
    }


def _copies(copies: Copies) -> Fields:
    return {"number": copies.number, "medium": copies.medium, "conformed": copies.conformed}


def _artifact(artifact: Artifact) -> Fields:
    return {
        "kind": artifact.kind,
        **_said(
            joint=artifact.joint,
            contributors=None if artifact.contributors is None else str(artifact.contributors),
            parts=list(artifact.parts),
            signer=None if artifact.signer is None else str(artifact.signer),
            mark=artifact.mark,
            ecf_event=artifact.ecf_event,
            copies=None if artifact.copies is None else _copies(artifact.copies),
            limits=[_limit(limit) for limit in artifact.limits],
        ),
    }


def _fallback(fallback: Fallback) -> Fields:
    return {
        "kind": str(fallback.kind),
        **_said(
            words=fallback.words,
            artifact=None if fallback.artifact is None else _artifact(fallback.artifact),
        ),
    }


def _consequence(consequence: Consequence) -> Fields:
    return {
        "act": str(consequence.act),
        "status": str(consequence.status),
        **_said(cites=consequence.cites, words=consequence.words),
    }


def _said(**pairs: FieldValue | None) -> Fields:
    """Keep what differs from the default: nothing, an empty text or list, or ``False``."""
    return {
        key: value for key, value in pairs.items() if value is not None and value is not False and value not in ("", [])
    }
