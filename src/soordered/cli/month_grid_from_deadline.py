"""The count of a deadline laid out on the calendar: counted days numbered, skipped days lettered, the landing marked."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from soordered.cli.blocks import Sheet, Tone, Toned
from soordered.deadlines.deadline import Deadline, Reading
from soordered.provenance.dates_in_words import WEEKDAYS, day_in_words, month_in_words
from soordered.provenance.reasons import Step

_WIDTH = 6
_TRIGGER, _ROLL = "T", "R"
_ACT_BY, _LANDING, _OUTER = "!", "*", "?"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def month_grid(deadline: Deadline, reading: Reading, *, months_at_most: int = 6) -> Sheet:
    """Lay one reading's count out as months of plain ASCII with a legend.

    Args:
        deadline: the three dates, marked where they fall inside the months shown.
        reading: whose steps to show.
        months_at_most: longer counts show their first and last months and say how many are left out.
    """
    days = [step.date for step in reading.steps] + [reading.due.date]
    marks = _Marks(deadline, reading)
    months = list(_months(min(days), max(days)))
    lines: list[tuple[Toned, ...]] = []
    for position, month in enumerate(months):
        half = months_at_most // 2
        if len(months) > months_at_most and half <= position < len(months) - half:
            if position == half:
                lines += [(Toned(f"... {len(months) - 2 * half} months in between ...", Tone.QUIET),), ()]
            continue
        lines += [*_month(month, marks), ()]
    return Sheet((*lines, *marks.legend()))


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + dt.timedelta(days=31)).replace(day=1)


def _month(month: dt.date, marks: _Marks) -> Iterator[tuple[Toned, ...]]:
    yield (Toned(month_in_words(month), Tone.STRONG),)
    yield (Toned("".join(f"{name:>{_WIDTH}}" for name in WEEKDAYS), Tone.QUIET),)
    for week in calendar.Calendar().monthdatescalendar(month.year, month.month):
        inside = [day if day.month == month.month else None for day in week]
        yield (Toned("".join(f"{day.day:>{_WIDTH}}" if day else " " * _WIDTH for day in inside), Tone.QUIET),)
        noted = tuple(marks.on(day) if day else Toned("") for day in inside)
        if any(piece.text for piece in noted):
            yield tuple(Toned(f"{piece.text:>{_WIDTH}}", piece.tone) for piece in noted)


class _Marks:
    """What to write under each day, and the legend that explains it."""

    def __init__(self, deadline: Deadline, reading: Reading) -> None:
        self._deadline = deadline
        self._reading = reading
        self._all = tuple(reading.steps)
        self._steps: dict[dt.date, list[Step]] = {}
        for step in self._all:
            self._steps.setdefault(step.date, []).append(step)
        self._letters: dict[tuple[str, str], str] = {}
        for step in self._all:
            if step.counted is False:
                self._letters.setdefault(_reason(step), _LETTERS[len(self._letters) % len(_LETTERS)])

    def on(self, day: dt.date) -> Toned:
        """Return the mark under a day."""
        text, tone = "", Tone.PLAIN
        for step in self._steps.get(day, []):
            if step.counted:
                text += str(step.number) if step.number is not None else "+"
            elif step.counted is False:
                text, tone = text + self._letters[_reason(step)], Tone.WARNING
            elif step is self._all[0]:
                text, tone = text + _TRIGGER, Tone.STRONG
            elif day != self._reading.due.date and _ROLL not in text:
                text += _ROLL
        if day == self._reading.due.date:
            text, tone = text + _LANDING, Tone.SAFE
        if day == self._deadline.act_by.date != self._reading.due.date:
            text, tone = text + _ACT_BY, Tone.SAFE
        if day == self._deadline.outer.date and self._deadline.outer.date != self._reading.due.date:
            text, tone = text + _OUTER, Tone.WARNING
        return Toned(text, tone)

    def legend(self) -> Iterator[tuple[Toned, ...]]:
        """Explain every mark that was used, with the authority for each day that was skipped."""
        steps, due = self._all, self._reading.due.date
        if steps and steps[0].counted is None:
            yield _entry(_TRIGGER, f"{day_in_words(steps[0].date)}: {steps[0].why}")
        counted = [step for step in steps if step.counted]
        if counted:
            last = counted[-1].number or len(counted)
            yield _entry("1" if last == 1 else f"1-{last}", "the day counted" if last == 1 else "days counted")
        for (why, authority), letter in self._letters.items():
            yield _entry(letter, f"skipped: {_with_basis(why, authority)}")
        said = [step for step in steps[1:] if step.counted is None]
        for step in said:
            if step.date != due:
                yield _entry(_ROLL, f"{day_in_words(step.date)}: {_with_basis(*_reason(step))}")
        landing = [_with_basis(*_reason(step)) for step in said if step.date == due]
        yield _entry(_LANDING, f"{day_in_words(due)}: {'; '.join([*landing, 'where this reading lands'])}")
        if self._deadline.act_by.date != due:
            yield _entry(_ACT_BY, f"{day_in_words(self._deadline.act_by.date)}: act by")
        if self._deadline.outer.date != due:
            yield _entry(_OUTER, f"{day_in_words(self._deadline.outer.date)}: latest arguable, do not calendar")


def _reason(step: Step) -> tuple[str, str]:
    return step.why, step.authority


def _with_basis(why: str, authority: str) -> str:
    return f"{why} ({authority})" if authority else why


def _entry(mark: str, says: str) -> tuple[Toned, ...]:
    return (Toned(f"{mark:>5}  ", Tone.STRONG), Toned(says))
