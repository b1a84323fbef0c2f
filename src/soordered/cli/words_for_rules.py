"""Rules in words: who must do what, when, how, with which paper."""

from __future__ import annotations

from typing import assert_never

from soordered.provenance.dates_in_words import clock_in_words, day_in_words
from soordered.rules.rule import Artifact, Manner, Rule
from soordered.rules.timing import (
    Bound,
    CourtSets,
    Direction,
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
from soordered.rules.vocabulary import ActCode, BearerCode, Other, TriggerCode

_BOUNDS = {
    Bound.WITHIN: "within",
    Bound.NO_LATER_THAN: "no later than",
    Bound.AT_LEAST: "at least",
    Bound.BEFORE: "before the end of",
    Bound.ON: "on",
}
_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last"}


def code_in_words(code: ActCode | TriggerCode | BearerCode) -> str:
    """Write a code of the vocabularies in words; one outside them keeps the source's words."""
    return code.words if isinstance(code, Other) else str(code).replace("_", " ")


def norm_in_words(rule: Rule) -> str:
    """Write who must, may or must not do what, e.g. ``"each side must file joint letter"``."""
    who = ", ".join(code_in_words(bearer) for bearer in rule.bearers) or "whoever it concerns"
    return f"{who}: {str(rule.modality).replace('_', ' ')} {code_in_words(rule.act)}"


def timing_in_words(timing: Timing) -> str:
    """Write when, e.g. ``"within 10 business days after meeting demanded"``.

    Args:
        timing: any form of the union.
    """
    match timing:
        case Period():
            return _period(timing)
        case FixedDate(date=date, clock=clock, bound=bound):
            at = f" at {clock_in_words(clock)}" if clock else ""
            return f"{'on' if bound is Bound.ON else 'by'} {day_in_words(date)}{at}"
        case NamedDay():
            return _named_day(timing)
        case EarliestOf(options=options):
            return f"the earlier of: {'; '.join(map(timing_in_words, options))}"
        case LatestOf(options=options):
            return f"the later of: {'; '.join(map(timing_in_words, options))}"
        case NotBefore(opens=opens):
            return f"not before: {timing_in_words(opens)}"
        case Window(choices=choices, opens=opens, closes=closes):
            begins = f", from {timing_in_words(opens)}" if opens else ""
            return f"{choices} choice{'s' if choices != 1 else ''}{begins}, {timing_in_words(closes)}"
        case Recurring():
            return _recurring(timing)
        case OnSilence(period=period, effect=effect):
            return f"{str(effect).replace('_', ' ')} if nothing happens {_period(period)}"
        case CourtSets():
            return "when the Court says"
        case Standard(words=words, soft=soft):
            guide = f", as a guide {_period(soft)}" if soft else ""
            return f'"{words}" (for people to judge{guide})'
        case _:
            assert_never(timing)


def _period(period: Period) -> str:
    event = code_in_words(period.trigger)
    also = f" (or {', '.join(code_in_words(anchor) for anchor in period.anchors)})" if period.anchors else ""
    hour = f", by {clock_in_words(period.clock)}" if period.clock else ""
    if period.length.n == 0:
        side = "upon" if period.direction is Direction.AFTER else "before"
        return f"{side} {event}{also}{hour}"
    return f"{_BOUNDS[period.bound]} {period.length} {period.direction} {event}{also}{hour}"


def _named_day(timing: NamedDay) -> str:
    event = code_in_words(timing.trigger)
    hour = f", by {clock_in_words(timing.clock)}" if timing.clock else ""
    nth = f"{_ORDINALS.get(timing.nth, f'{timing.nth}th')} " if timing.nth != 1 else ""
    day = f"the {timing.weekday} of the {nth}week" if timing.of_week else f"the {nth}{timing.weekday}"
    return f"{'on' if timing.bound is Bound.ON else 'by'} {day} {timing.direction} {event}{hour}"


def _recurring(timing: Recurring) -> str:
    weeks = ", ".join(_ORDINALS.get(week, f"{week}th") for week in timing.weeks_of_month)
    days = " and ".join(f"{day}s" if not weeks else str(day) for day in timing.weekdays)
    hours = f" at {clock_in_words(timing.clock)}" if timing.clock else ""
    ends = f" to {clock_in_words(timing.ends)}" if timing.ends else ""
    return f"{f'the {weeks} ' if weeks else ''}{days}{hours}{ends}{' of the month' if weeks else ''}"


def details_in_words(rule: Rule) -> tuple[str, ...]:
    """Write what else a rule says: conditions, manner, paper, exceptions, consequence.

    Args:
        rule: the rule.
    """
    parts = [
        f"if {condition.words}{' (for people to judge)' if condition.judged else ''}"
        for condition in rule.preconditions
    ]
    if rule.manner is not None:
        parts += _manner(rule.manner)
    if rule.artifact is not None:
        parts += _artifact(rule.artifact)
    parts += [f"except {exception}" for exception in rule.exceptions]
    if rule.on_failure:
        parts.append(f"otherwise {rule.on_failure}")
    parts += [
        f"if the other side will not take part: {way.words or way.kind.replace('_', ' ')}" for way in rule.fallbacks
    ]
    if rule.choice:
        parts.append(f"one of several ways to {rule.choice}; following one is enough")
    if rule.consequence is not None:
        cites = f" under {rule.consequence.cites}" if rule.consequence.cites else ""
        parts.append(f"{rule.consequence.status}: {code_in_words(rule.consequence.act)}{cites}")
    if rule.cites:
        parts.append(f"cites {', '.join(rule.cites)}")
    return tuple(parts)


def _manner(manner: Manner) -> list[str]:
    parts = []
    if manner.modes:
        parts.append(f"{' or '.join(mode.replace('_', ' ') for mode in manner.modes)}")
    if manner.attendance:
        each = "of each party" if manner.per_party else "of each side"
        parts.append(f"attended by {', '.join(map(code_in_words, manner.attendance))} {each}")
    if manner.place is not None:
        if manner.place.words:
            parts.append(f"at {manner.place.words}")
        if manner.place.chosen_by:
            turns = ", then " if manner.place.alternates else " or "
            parts.append(f"place chosen by {turns.join(map(code_in_words, manner.place.chosen_by))}")
    for other in manner.otherwise:
        instead = " or ".join(mode.replace("_", " ") for mode in other.modes)
        place = f"at {other.place.words}" if other.place is not None and other.place.words else ""
        parts.append(f"{' '.join(part for part in (instead, place) if part)} if {other.when.words}")
    if manner.minimum_minutes is not None:
        parts.append(f"at least {manner.minimum_minutes} minutes")
    return parts


def _artifact(artifact: Artifact) -> list[str]:
    paper = artifact.kind.replace("_", " ")
    parts = [f"paper: {'joint ' if artifact.joint and 'joint' not in paper else ''}{paper}"]
    if artifact.contributors is not None:
        parts.append(f"written by the {artifact.contributors}")
    if artifact.parts:
        parts.append(f"with {', '.join(part.replace('_', ' ') for part in artifact.parts)}")
    for limit in artifact.limits:
        per = "" if limit.per == "all" else f" a {limit.per}"
        parts.append(f"at most {limit.amount:g} {limit.unit}s{per} ({limit.of})")
    if artifact.signer is not None:
        parts.append(f"signed by {code_in_words(artifact.signer)}")
    if artifact.mark:
        parts.append(f'marked "{artifact.mark}"')
    if artifact.copies is not None:
        conformed = "conformed " if artifact.copies.conformed else ""
        plural = "copy" if artifact.copies.number == 1 else "copies"
        parts.append(f"{artifact.copies.number} {conformed}{artifact.copies.medium} {plural}")
    if artifact.ecf_event:
        parts.append(f"docket event {artifact.ecf_event}")
    return parts
