"""What a picture of a count says of each day: started, counted, passed over and why, and which of the three dates it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from soordered.deadlines.deadline import Deadline, Moment, Reading
from soordered.provenance.dates_in_words import clock_in_words
from soordered.provenance.reasons import Step

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class DateMark(StrEnum):
    """One of the three dates of a deadline, or all of them at once."""

    DUE = "due"  # the three agree
    ACT_BY = "act by"
    PREVAILING = "prevailing"
    LATEST_ARGUABLE = "latest arguable"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDay:
    """A day of a count.

    Args:
        date: the day.
        number: its number, if it was counted and has one.
        counted: whether it was counted.
        starts: whether the period runs from it.
        passed_over: why it was not counted, or not landed on; empty if it was.
        letter: what stands for that reason in the legend.
        marks: which of the three dates it is, with the hour if there is one.
    """

    date: dt.date
    number: int | None = None
    counted: bool = False
    starts: bool = False
    passed_over: str = ""
    letter: str = ""
    marks: tuple[tuple[DateMark, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDays:
    """A count laid out by days.

    Args:
        days: those of which something is to be said, in order.
        reasons: what each letter stands for: the reason and its authority.
        shown: the reading whose count this is.
    """

    days: tuple[MarkedDay, ...]
    reasons: tuple[tuple[str, str], ...]
    shown: Reading


def marked_days(deadline: Deadline, reading: Reading | None = None) -> MarkedDays:
    """Lay a count out by days.

    Args:
        deadline: whose three dates are marked.
        reading: whose count is shown; the prevailing one if not given.
    """
    shown = deadline.readings[0] if reading is None else reading
    steps = tuple(shown.steps)
    marks = _marks(deadline)
    letters: dict[tuple[str, str], str] = {}
    by_day: dict[dt.date, list[Step]] = {day: [] for day in marks}
    for step in steps:
        by_day.setdefault(step.date, []).append(step)
    first = steps[0] if steps and steps[0].counted is None else None
    days = tuple(
        _day(day, by_day[day], first=first, due=shown.due.date, letters=letters, marks=marks.get(day, ()))
        for day in sorted(by_day)
    )
    reasons = tuple(
        (letter, f"{why} ({authority})" if authority else why) for (why, authority), letter in letters.items()
    )
    return MarkedDays(days=days, reasons=reasons, shown=shown)


def _day(
    day: dt.date,
    steps: list[Step],
    *,
    first: Step | None,
    due: dt.date,
    letters: dict[tuple[str, str], str],
    marks: tuple[tuple[DateMark, str], ...],
) -> MarkedDay:
    counted = next((step for step in steps if step.counted), None)
    over = next(
        (
            step
            for step in steps
            if step.counted is False or (step.counted is None and step is not first and day != due)
        ),
        None,
    )
    letter = "" if over is None else letters.setdefault((over.why, over.authority), _letter(len(letters)))
    return MarkedDay(
        date=day,
        number=counted.number if counted else None,
        counted=counted is not None,
        starts=first is not None and any(step is first for step in steps),
        passed_over="" if over is None else over.why.partition(":")[0],
        letter=letter,
        marks=marks,
    )


def _letter(place: int) -> str:
    return _LETTERS[place % len(_LETTERS)] * (place // len(_LETTERS) + 1)


def _marks(deadline: Deadline) -> dict[dt.date, tuple[tuple[DateMark, str], ...]]:
    if not deadline.contested:
        return {deadline.act_by.date: ((DateMark.DUE, _hour(deadline.act_by)),)}
    found: dict[dt.date, tuple[tuple[DateMark, str], ...]] = {}
    for mark, moment in (
        (DateMark.ACT_BY, deadline.act_by),
        (DateMark.PREVAILING, deadline.prevailing),
        (DateMark.LATEST_ARGUABLE, deadline.outer),
    ):
        found[moment.date] = (*found.get(moment.date, ()), (mark, _hour(moment)))
    return found


def _hour(moment: Moment) -> str:
    return "" if moment.clock is None else clock_in_words(moment.clock)
