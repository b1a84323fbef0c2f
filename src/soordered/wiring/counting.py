"""One count as the Python face and the command line ask for it: ``so.due("10 business days", after="2007-08-20")``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.deadline import Deadline
from soordered.deadlines.length_from_text import period_from_text
from soordered.deadlines.plan_of_period import KEPT_PLANS, Plan, counted_for, plan_of
from soordered.lawbook.time_law_from_data import time_law
from soordered.provenance.problems import BadInputError
from soordered.rules.length import Direction
from soordered.rules.rank import Rank
from soordered.wiring.accepted_lawbook import accepted_lawbook

if TYPE_CHECKING:
    from pathlib import Path

    from soordered.rulefiles.days_from_toml import NoticedDays

Day = str | dt.date | dt.datetime

_TypedPlans = Callable[
    [str, bool, str | None, str | None, str, str, dt.time | None, Rank | str | None, str], tuple[Plan, str]
]

LARGEST_DAYS_FILE = 1_000_000
"""Bytes that a file of a court's notices may have."""

_SERVED_UNDER_RULE_5 = frozenset(
    {"order_served", "ruling_served", "motion_served", "opposition_served", "paper_served", "discovery_served"}
)


class ImpossibleDateError(BadInputError):
    """A day that is none.

    Args:
        text: what was given.
        name: the argument it was given for.
    """

    def __init__(self, text: str, *, name: str) -> None:
        super().__init__(
            f"{text!r}, given as {name}, is no date.",
            expected="a day of the calendar as 2007-08-20, or with an hour as 2007-08-20T16:30.",
            remedy="Correct it.",
        )


class ImpossibleHourError(BadInputError):
    """An hour that is none.

    Args:
        given: what was given.
    """

    def __init__(self, given: object) -> None:
        super().__init__(
            f"{given!r}, given as clock, is no hour of the court's day.",
            expected="an hour as 16:30, or datetime.time(16, 30), without a time zone.",
            remedy="Correct it.",
        )


class NoTextError(BadInputError):
    """Something that is no text, where a text is expected: a missing cell of a table, a number.

    Args:
        given: what was given.
        name: the argument it was given for.
    """

    def __init__(self, given: object, *, name: str) -> None:
        super().__init__(
            f"{given!r}, given as {name}, is no text.",
            expected='a text such as "10 business days" for a period and "cand" for a court.',
            remedy="Correct it, or leave it out if it is not known.",
        )


class OneTriggerError(BadInputError):
    """Both sides of a trigger were given, or none."""

    def __init__(self, *, both: bool) -> None:
        super().__init__(
            "Both after and before were given." if both else "Neither after nor before was given.",
            expected="exactly one of them.",
            remedy="Say which day the period runs from: after a demand, before a hearing.",
        )


class UnknownEventError(BadInputError):
    """An event that the vocabulary of triggers does not hold."""

    def __init__(self, message: str) -> None:
        super().__init__(
            f"{message}.", expected="a code such as order_served or hearing.", remedy="Or leave the event out."
        )


class UnknownRankError(BadInputError):
    """A rank that no text has."""

    def __init__(self, rank: str) -> None:
        super().__init__(
            f"{rank!r} is no rank of a text.", expected=f"one of {', '.join(Rank)}.", remedy="Or leave it out."
        )


class DaysFileUnreadableError(BadInputError):
    """A file of a court's notices that cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path} cannot be read: {why}.",
            expected="a TOML file of the court's notices, in UTF-8.",
            remedy="Check the path; the form of the file is described in rulefiles.days_from_toml.",
        )


class WrongCourtError(BadInputError):
    """A file of notices of another court."""

    def __init__(self, path: Path, *, holds: str, asked: str) -> None:
        super().__init__(
            f"{path} holds notices of {holds!r}, and the count is for {asked!r}.",
            expected="one court.",
            remedy="Name that court, or leave the file out.",
        )


def due(
    period: str,
    *,
    after: Day | None = None,
    before: Day | None = None,
    court: str = "cand",
    regime: str | None = None,
    reading: str | None = None,
    service: str = "",
    event: str = "",
    calendar: str | Path | None = None,
    as_of: Day | None = None,
    clock: dt.time | str | None = None,
    received: Day | None = None,
    rank: Rank | str | None = None,
    filing: str = "electronic",
) -> Deadline:
    """Count one period from one day, with every reading and its steps.

    Args:
        period: e.g. ``"10 business days"``, ``"five (5) calendar days"``, ``"72 hours"``, ``"1 day by 4:30 p.m."``.
        after: the day, or the day and hour, that the period runs from; text in ISO 8601 or a date.
        before: the day that the period runs back from; exactly one of the two.
        court: CM/ECF id of the court, ``"federal"`` for federal holidays only.
        regime: id of a version of Rule 6 to count by, whatever the dates say.
        reading: label of the one reading to show.
        service: how the paper that starts the period was served (``mail``, ``hand``, ``ecf`` …).
        event: code of what happened on the day (``order_served``, ``meeting_demanded`` …).
        calendar: a TOML file of the court's notices; see ``soordered.rulefiles.days_from_toml``.
        as_of: count by the version of Rule 6 in force on this day.
        clock: the hour of the last day at which the period ends, if not typed with it: ``"16:30"``.
        received: the day on which the other side had what starts the period.
        rank: whose text set the period: ``case_order``, ``standing_order``, ``local_rule``, ``federal_rule``.
        filing: ``electronic``, ``paper`` or ``none``.

    Returns:
        the deadline.

    Raises:
        BadInputError: something given is none of what is expected; the message says what, and what to do.

    Source:
        Fed. R. Civ. P. 6 in its versions.

    Example:
        >>> str(due("10 business days", after="2007-11-09").act_by.date)
        '2007-11-27'
    """
    _check_texts(period=period, court=court, service=service, event=event)
    period_from_text(period)  # before a court's days are loaded for nothing
    if (after is None) == (before is None):
        raise OneTriggerError(both=after is not None)
    law = law_of(court, calendar)
    if as_of is not None and regime is None:
        regime = law.regime_on(_moment(as_of, "as_of", law)[0]).id
    plan, more = law.kept(_typed_plans)(
        period, after is not None, regime, reading, service, event, hour_of(clock), rank, filing
    )
    on, at = _moment(after, "after", law) if after is not None else _moment(before, "before", law)
    deadline = counted_for(plan, on, at, None if received is None else _moment(received, "received", law)[0])
    return replace(deadline, notes=(*deadline.notes, more)) if more else deadline


def _typed_plans(law: TimeLaw) -> _TypedPlans:
    """Keep the periods as typed that were worked out for a law."""

    def typed_plan(  # noqa: PLR0917  what is kept is kept by place
        period: str,
        forward: bool,  # noqa: FBT001
        regime: str | None,
        reading: str | None,
        service: str,
        event: str,
        clock: dt.time | None,
        rank: Rank | str | None,
        filing: str,
    ) -> tuple[Plan, str]:
        """Return a period as typed, worked out, and what is to be said of every date that comes of it."""
        typed = period_from_text(period)
        runs_from_service = _runs_from_service(event, service)
        plan = plan_of(
            typed.length,
            Direction.AFTER if forward else Direction.BEFORE,
            law,
            typed.bound,
            typed.clock or clock,
            runs_from_service,
            service,
            filing,
            rank_of(rank),
            (),
            "",
            regime,
            reading,
        )
        if not service or runs_from_service:
            return plan, ""
        return plan, f"The period does not run from being served ({event}): no days for service are added."

    return lru_cache(maxsize=KEPT_PLANS)(typed_plan)


def _check_texts(**texts: object) -> None:
    for name, given in texts.items():
        if not isinstance(given, str):
            raise NoTextError(given, name=name)


def law_of(court: str, calendar: str | Path | None) -> TimeLaw:
    """Return the law of time for a court, with a file of its notices if there is one.

    Args:
        court: CM/ECF id of the court.
        calendar: a TOML file of the court's notices.

    Raises:
        UnknownCourtError: the lawbook holds no such court.
        DaysFileUnreadableError, WrongCourtError: the file cannot be used.
        PackUnreadableError, OvertakenPackError, LawbookPackError: the accepted lawbook cannot be used.
    """
    pack = accepted_lawbook()
    if calendar is None:
        return time_law(court, pack=pack)
    from pathlib import Path  # noqa: PLC0415  only where a file is given

    days = noticed_days(Path(calendar))
    if days.court and days.court != court.partition("/")[0]:
        raise WrongCourtError(Path(calendar), holds=days.court, asked=court)
    return time_law(court, days.nondays, days.opens, pack, days.notes)


def noticed_days(path: Path) -> NoticedDays:
    """Read a file of a court's notices, and the log of outages that it names.

    Args:
        path: a TOML file; see ``soordered.rulefiles.days_from_toml``.

    Returns:
        its days, the days that outages close by the court's own rule among them.

    Raises:
        DaysFileUnreadableError: it, or the log, cannot be read.
        DaysFileError: it is none.
        UnknownCourtError: it has outages of a court that the lawbook does not hold.
    """
    from soordered.rulefiles.days_from_toml import days_from_toml  # noqa: PLC0415  only where a file is given

    days = days_from_toml(_text_of(path), name=path.name)
    if not (days.outages or days.outage_log):
        return days
    from soordered.calendars.nondays_from_outages import nondays_from_outages  # noqa: PLC0415  only with outages
    from soordered.rulefiles.outages_from_csv import outages_from_csv  # noqa: PLC0415

    zone = time_law(days.court).calendar.zone
    outages = days.outages
    if days.outage_log:
        log = path.parent / days.outage_log
        outages += outages_from_csv(_text_of(log), name=log.name, court=days.court, zone=zone)
    found = nondays_from_outages(outages, days.outage_rule, zone)
    return replace(days, nondays=(*days.nondays, *found.nondays), notes=(*days.notes, *found.notes))


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_DAYS_FILE:
            raise DaysFileUnreadableError(path, f"it has more than {LARGEST_DAYS_FILE:,} bytes")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DaysFileUnreadableError(path, error.strerror or "it is not there") from None
    except UnicodeDecodeError:
        raise DaysFileUnreadableError(path, "it is not UTF-8") from None


def _moment(given: Day | None, name: str, law: TimeLaw) -> tuple[dt.date, dt.time | None]:
    if isinstance(given, str):
        try:
            given = dt.datetime.fromisoformat(given) if len(given) > len("2007-08-20") else dt.date.fromisoformat(given)
        except ValueError:
            raise ImpossibleDateError(str(given), name=name) from None
    if isinstance(given, dt.datetime):
        local = given if given.tzinfo is None else _in_zone(given, law.calendar.zone)
        return local.date(), local.time()
    if not isinstance(given, dt.date):
        raise ImpossibleDateError(repr(given), name=name)
    return given, None


def _in_zone(given: dt.datetime, zone: str) -> dt.datetime:
    from zoneinfo import ZoneInfo  # noqa: PLC0415  only for a moment of another zone

    return given.astimezone(ZoneInfo(zone))


def _runs_from_service(event: str, service: str) -> bool:
    if not event:
        return bool(service)
    from soordered.rules.vocabulary import Trigger, code_from_text  # noqa: PLC0415  only where an event is named

    try:
        return code_from_text(Trigger, event) in _SERVED_UNDER_RULE_5
    except ValueError as error:
        raise UnknownEventError(str(error)) from None


def hour_of(clock: object) -> dt.time | None:
    """Return an hour as given, or as a text in ISO 8601 says it; ``None`` for none.

    Raises:
        ImpossibleHourError: it is none, or has a time zone.
    """
    if clock is None:
        return None
    if isinstance(clock, str):
        try:
            clock = dt.time.fromisoformat(clock)
        except ValueError:
            raise ImpossibleHourError(clock) from None
    if not isinstance(clock, dt.time) or clock.tzinfo is not None:
        raise ImpossibleHourError(clock)
    return clock


def rank_of(rank: Rank | str | None) -> Rank | None:
    """Return the rank that a word names.

    Raises:
        UnknownRankError: it names none.
    """
    if rank is None or isinstance(rank, Rank):
        return rank
    try:
        return Rank(rank)
    except ValueError:
        raise UnknownRankError(rank) from None
