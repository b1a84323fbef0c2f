"""Facts that bring rules to life, and the obligations that result."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from soordered.deadlines.deadline import Deadline
from soordered.rules.rule import Rule
from soordered.rules.vocabulary import TriggerCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened, or is set to happen.

    Args:
        id: unique in the matter.
        trigger: what it was, in the vocabulary rules use.
        on: the day, in the court's zone.
        clock: the hour, if known.
        received_on: when the other side had it, if known and different (a demand sent late, a letter by mail).
        service: how it was served (``ecf``, ``mail``, ``hand`` …), if it was.
        about: the dispute, motion or request it belongs to; empty for the whole matter.
        by: the party or person who did it.
        source: what shows it (docket entry, record of the meeting), in words.
        order: id of the order it is about, for ``order_dated`` and its kin: only that order's own rules run from it.
    """

    id: str
    trigger: TriggerCode
    on: dt.date
    clock: dt.time | None = None
    received_on: dt.date | None = None
    service: str = ""
    about: str = ""
    by: str = ""
    source: str = ""
    order: str = ""


class Waiting(StrEnum):
    """Why an obligation has no date."""

    FOR_TRIGGER = "for_trigger"  # its event has not happened: never an invented date
    FOR_COURT = "for_court"  # the Court will say
    FOR_JUDGMENT = "for_judgment"  # a standard for people


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A rule brought to life by a fact, with its dates; or waiting for one.

    Args:
        id: ``rule id @ fact id``, stable while both live, so that a moved trigger moves the same entry.
        rule: the rule.
        fact: the fact it runs from, ``None`` while waiting.
        about: the dispute, motion or request concerned.
        deadline: the dates, ``None`` while waiting.
        waiting: why there are none.
        detail: the missing trigger or the standard, in words.
    """

    id: str
    rule: Rule
    fact: Fact | None
    about: str = ""
    deadline: Deadline | None = None
    waiting: Waiting | None = None
    detail: str = ""
