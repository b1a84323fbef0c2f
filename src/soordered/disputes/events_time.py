"""Events that move, stop, settle or correct dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.deadlines.deadline import SettledHow
from soordered.disputes.happening import Happening
from soordered.disputes.names import StayEffect
from soordered.rules.vocabulary import ActCode, TriggerCode


@dataclass(frozen=True, slots=True, kw_only=True)
class DateKnown(Happening):
    """A date of the case became known or was set (the discovery cut-off, the trial).

    Args:
        trigger: what it is the date of.
        date: the day.
        clock: the hour, if any.
    """

    trigger: TriggerCode
    date: dt.date
    clock: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened(Happening):
    """Anything else of the vocabulary of triggers that happened.

    Args:
        trigger: what it was.
        service: how it was served, if it was.
        received_on: when the other side had it, if another day.
    """

    trigger: TriggerCode
    service: str = ""
    received_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDone(Happening):
    """An act of the vocabulary was done; it fulfils the duties that ask for it.

    Args:
        act: what was done.
    """

    act: ActCode


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRequested(Happening):
    """The Court was asked for more time.

    Args:
        act: for which act.
        until: the day asked for.
        how: by stipulation or by motion, in words.
    """

    act: ActCode
    until: dt.date | None = None
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionOrdered(Happening):
    """The Court fixed a new date.

    Args:
        act: for which act.
        until: the day; fixed, so never rolled.
        clock: the hour, if given.
        entry: docket number.
    """

    act: ActCode
    until: dt.date
    clock: dt.time | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionDenied(Happening):
    """The Court denied more time.

    Args:
        act: for which act.
    """

    act: ActCode


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionAgreed(Happening):
    """Counsel agreed between themselves on another day; it moves no date that an order fixed.

    Args:
        act: for which act.
        until: the day.
        agreed_by: ids of those who agreed.
    """

    act: ActCode
    until: dt.date
    agreed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintWaived(Happening):
    """A side agreed not to complain of lateness until a day; the date itself stands.

    Args:
        act: of which act.
        until: the day.
    """

    act: ActCode
    until: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShorterTimeAsked(Happening):
    """A motion to shorten time was filed.

    Args:
        act: for which act.
        until: the day asked for.
    """

    act: ActCode
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayEntered(Happening):
    """Proceedings were stayed; ``about`` is the dispute or motion, empty for the whole matter.

    Args:
        effect: what the order says it does to running clocks.
    """

    effect: StayEffect = StayEffect.UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class StayLifted(Happening):
    """A stay was lifted; ``about`` as in the stay.

    Args:
        effect: what the order says about the clocks that were running.
    """

    effect: StayEffect = StayEffect.UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerCorrected(Happening):
    """The day or hour of an event was put right (a clerk's correction, a wrong entry); the event stays on record.

    Args:
        corrects: id of the event.
        to: the right day.
        to_clock: the right hour, if known.
        why: in words.
    """

    corrects: str
    to: dt.date
    to_clock: dt.time | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWithdrawn(Happening):
    """An event was entered in error and did not happen; it stays on record, and nothing runs from it.

    Args:
        withdraws: id of the event.
        why: in words.
    """

    withdraws: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettled(Happening):
    """A contested point of counting was settled for this matter.

    Args:
        label: the reading that holds from now on.
        how: by one side for itself, by stipulation, or by order.
        over: labels of the readings it ends; empty for all others on the same point.
        authority: the stipulation or order, in words.
    """

    label: str
    how: SettledHow
    over: tuple[str, ...] = ()
    authority: str = ""


TimeEvent = (
    DateKnown
    | Happened
    | ActDone
    | ExtensionRequested
    | ExtensionOrdered
    | ExtensionDenied
    | ExtensionAgreed
    | ComplaintWaived
    | ShorterTimeAsked
    | StayEntered
    | StayLifted
    | TriggerCorrected
    | EventWithdrawn
    | ReadingSettled
)
