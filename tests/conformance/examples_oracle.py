"""A plain walk over the days that an example itself names: no calendar, table or rule of the package is used.

The figures of the rule's versions stand here a second time, on purpose: the examples that ship are checked against a
program that shares nothing with the engine but the examples' own words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

ONE = dt.timedelta(days=1)
UNITS = {"day", "calendar day", "business day", "court day", "week", "month", "hour"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one version of the rule says, in figures: threshold, Saturdays, state days before an event, extra days."""

    under: int
    saturdays: bool
    states: bool
    backward_known: bool
    extra_for: frozenset[str]
    extra_first: bool
    weather: bool


def version(rule: str) -> Version:
    """Return the figures of a version by its id."""
    family, year = rule.split("-")
    since = int(year)
    under = {
        "frcp": 7 if since < 1985 else 11,
        "frap": 7 if since < 2002 else 11,
        "frbp": 7 if since < 1987 else 11 if since < 1989 else 8,
        "frcrimp": 11,
    }[family]
    methods = {"mail"}
    if since >= 2001 or rule == "frbp-1989":
        methods |= {"clerk", "other_consented"}
        if since < 2016:
            methods.add("electronic")
    return Version(
        under=under if since < 2009 else 0,
        saturdays=since >= 1963,
        states=since >= 1963,
        backward_known=since >= 2009,
        extra_for=frozenset(methods),
        extra_first=since < 2005 or rule == "frap-2005",
        weather=since >= 1985,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an example asks, in plain values."""

    rule: str
    other_rule: str
    n: int
    unit: str
    forward: bool
    start: dt.datetime
    days: Mapping[dt.date, Sequence[str]]
    service: str = ""
    clock: dt.time | None = None
    received: dt.date | None = None
    filing: bool = True
    zone: str = "America/Los_Angeles"

    def out(self, labels: frozenset[str], rule: Version, day: dt.date, *, order_words: bool) -> bool:
        """Whether a day is left out under a reading."""
        if day.weekday() == 6 or (day.weekday() == 5 and (rule.saturdays or order_words)):
            return True
        kinds = set(self.days.get(day, ()))
        leaves = {"federal", "notice"}
        if "unverified-federal-day-open" not in labels:
            leaves.add("federal-doubtful")
        if (rule.saturdays or order_words) and "saturday-observed-open" not in labels:
            leaves.add("friday")
        if "closings-out" in labels:
            leaves.add("closing")
        if order_words:
            if "state-holidays-out" in labels:
                leaves.add("state")
        elif rule.states and (self.forward or not rule.backward_known) and "federal-only" not in labels:
            leaves.add("state")
        if "unverified-state-days-out" in labels:
            leaves.add("state-doubtful")
        return bool(kinds & leaves)


def answer(asked: Question, label: str) -> dt.datetime:
    """Walk to the end of a period under one reading.

    Args:
        asked: the question.
        label: the reading's label, several points joined with ``+``.

    Returns:
        the day at midnight, or the hour.
    """
    labels = frozenset(label.split("+"))
    rule = version(asked.other_rule if "rule-changed-meanwhile" in labels else asked.rule)
    order_words = asked.unit in ("business day", "court day")
    start = asked.start
    if "from-receipt" in labels and asked.received is not None:
        start = dt.datetime.combine(asked.received, start.time())
    if asked.unit == "hour":
        return _hours(asked, labels, rule, start)
    step = ONE if asked.forward else -ONE
    n = 2 if "after-first-business-day" in labels else asked.n
    extra = 3 if asked.forward and asked.service in rule.extra_for else 0
    if "extra-days-merged" in labels:
        n, extra = n + extra, 0
    short = asked.unit == "day" and n < rule.under
    if "calendar-days-under-threshold" in labels:
        short = True
    skips = (order_words or short) and not labels & {"straight-count", "literal-day-before"}
    day = start.date()
    if asked.unit == "month":
        months = day.month - 1 + (n if asked.forward else -n)
        day = dt.date(day.year + months // 12, months % 12 + 1, day.day)
    else:
        left = n * (7 if asked.unit == "week" else 1)
        while left:
            day += step
            if not (skips and asked.out(labels, rule, day, order_words=order_words)):
                left -= 1
    if labels & {"calendar-days-literal", "straight-count", "literal-day-before"}:
        return _at(day, asked.clock)
    roll = ONE if asked.forward or "runs-on" in labels else -ONE
    if extra and rule.extra_first:
        day, extra = day + 3 * ONE, 0
    day = _roll(asked, labels, rule, day, roll, order_words=order_words)
    if extra:
        day = _roll(asked, labels, rule, day + 3 * ONE, roll, order_words=order_words)
    while _shut(asked, labels, rule, day):
        day = _roll(asked, labels, rule, day + ONE, ONE, order_words=order_words)
    return _at(day, asked.clock)


def act_by(asked: Question, earliest: dt.date) -> dt.date:
    """Walk back to the last day that is open on every view."""
    saturdays = version(asked.rule).saturdays
    day = earliest
    while day.weekday() == 6 or (saturdays and day.weekday() == 5) or "federal" in asked.days.get(day, ()):
        day -= ONE
    return earliest if asked.forward and day <= asked.start.date() <= earliest and asked.n else day


def _shut(asked: Question, labels: frozenset[str], rule: Version, day: dt.date) -> bool:
    moves = asked.filing and rule.weather and "inaccessible-day-stands" not in labels
    return moves and "inaccessible" in asked.days.get(day, ())


def _at(day: dt.date, clock: dt.time | None) -> dt.datetime:
    return dt.datetime.combine(day, clock or dt.time())


def _roll(
    asked: Question, labels: frozenset[str], rule: Version, day: dt.date, step: dt.timedelta, *, order_words: bool
) -> dt.date:
    while asked.out(labels, rule, day, order_words=order_words):
        day += step
    return day


def _hours(asked: Question, labels: frozenset[str], rule: Version, start: dt.datetime) -> dt.datetime:
    zone = ZoneInfo(asked.zone)
    length = dt.timedelta(hours=asked.n if asked.forward else -asked.n)
    ends = (start.replace(tzinfo=zone).astimezone(dt.UTC) + length).astimezone(zone).replace(tzinfo=None)
    rolls = "hours-rolled" in labels or (rule.backward_known and "hours-not-rolled" not in labels)
    if not rolls:
        return ends
    step = ONE if asked.forward else -ONE
    day = _roll(asked, labels, rule, ends.date(), step, order_words=False)
    while _shut(asked, labels, rule, day):
        day = _roll(asked, labels, rule, day + ONE, ONE, order_words=False)
    return dt.datetime.combine(day, ends.time())
