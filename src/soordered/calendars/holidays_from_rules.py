"""Holidays as rules (a fixed day, an nth weekday, days from Easter, listed dates) and the days they give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from soordered.calendars.days import DaySureness, Layer, NonDay

_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayRule:
    """One holiday while one text of its statute was in force.

    Args:
        name: e.g. ``"Veterans Day"``.
        layer: on what basis its days are non-days.
        first: first day on which the rule can give a holiday.
        last: last such day.
        month: month of a fixed day or an nth weekday; 0 when ``dates`` are listed or Easter sets the day.
        day: day of the month, for a fixed day.
        weekday: Monday is 0, for an nth weekday.
        nth: which one, counted from the end of the month when negative; 0 for a fixed day.
        plus: days added ("the day after Thanksgiving").
        easter: days from Easter Sunday (-2 for Good Friday), ``None`` for a holiday that Easter does not set.
        every: years from one to the next (2 for a general election), 1 for a holiday of every year.
        of: the remainder of its years by ``every`` (1 of 4 for the year after a presidential election).
        shifts: days it is put off its own day, by the weekday of that day, Monday first; empty for a holiday that the
            observance rules of its jurisdiction move. With shifts given, no observance rule moves it.
        dates: the listed days, for a holiday that no rule of the calendar gives.
        authority: statute, in words of a citation.
        sureness: how surely.
    """

    name: str
    layer: Layer
    first: dt.date
    last: dt.date
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    plus: int = 0
    easter: int | None = None
    every: int = 1
    of: int = 0
    shifts: tuple[int, ...] = ()
    dates: tuple[dt.date, ...] = ()
    authority: str = ""
    sureness: DaySureness = DaySureness.BY_STATUTE

    def ordinals(self) -> Iterator[int]:
        """Yield the day numbers (``date.toordinal``) of its days, in order, before any observance on another day."""
        if self.dates:
            yield from (date.toordinal() for date in self.dates if self.first <= date <= self.last)
            return
        first, last = self.first.toordinal(), self.last.toordinal()
        for year in range(self.first.year, self.last.year + 1):
            if year % self.every != self.of:
                continue
            number = self._ordinal_in(year)
            if self.shifts:
                number += self.shifts[(number + 6) % 7]
            if first <= number <= last:
                yield number

    def _ordinal_in(self, year: int) -> int:
        if self.easter is not None:
            return easter_sunday(year) + self.easter
        if self.nth == 0:
            return dt.date(year, self.month, self.day).toordinal() + self.plus
        if self.nth > 0:
            start = dt.date(year, self.month, 1).toordinal()
            return start + (self.weekday - (start + 6)) % 7 + 7 * (self.nth - 1) + self.plus
        following = dt.date(year + self.month // 12, self.month % 12 + 1, 1).toordinal()
        end = following - 1
        return end - ((end + 6) - self.weekday) % 7 + 7 * (self.nth + 1) + self.plus


def easter_sunday(year: int) -> int:
    """Return the day number of Easter Sunday in a year of the Gregorian calendar.

    Source: the computus that was published anonymously in Nature, 20 April 1876.
    """
    golden, century, place = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (place // 4) - epact - place % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    days = epact + to_sunday - 7 * late + 114
    return dt.date(year, days // 31, days % 31 + 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservanceRule:
    """Where a holiday goes that falls on a Saturday or a Sunday, while one text was in force.

    Args:
        falls_on: ``5`` for a Saturday, ``6`` for a Sunday.
        moves: days from the holiday to the day on which it is observed.
        words: added to the holiday's name, e.g. ``"on the Monday"``.
        layer: on what basis the observed day is a non-day.
        first: first holiday it moves.
        last: last holiday it moves.
        authority: statute or order.
        sureness: how surely.
    """

    falls_on: int
    moves: int
    words: str
    layer: Layer
    first: dt.date
    last: dt.date
    authority: str
    sureness: DaySureness = DaySureness.BY_STATUTE


@dataclass(frozen=True, slots=True)
class RuledDay:
    """One day given by a rule, kept small; ``nonday`` writes it out.

    Args:
        rule: the holiday.
        observed: the observance that put it on this day, ``None`` on its own day.
    """

    rule: HolidayRule
    observed: ObservanceRule | None = None

    @property
    def layer(self) -> Layer:
        """The basis on which the day is a non-day."""
        return self.rule.layer if self.observed is None else _observed_layer(self.rule, self.observed)

    def nonday(self, date: dt.date) -> NonDay:
        """Write the day out with its name and authority."""
        rule, observed = self.rule, self.observed
        if observed is None:
            return NonDay(date=date, name=rule.name, layer=rule.layer, authority=rule.authority, sureness=rule.sureness)
        sure = rule.sureness if rule.sureness is DaySureness.UNVERIFIED else observed.sureness
        return NonDay(
            date=date,
            name=f"{rule.name}, {observed.words}",
            layer=self.layer,
            authority=f"{rule.authority}; {observed.authority}",
            sureness=sure,
        )


def _observed_layer(rule: HolidayRule, observed: ObservanceRule) -> Layer:
    """A doubtful holiday stays doubtful on the day it is moved to."""
    if rule.layer in (Layer.STATE_UNVERIFIED, Layer.FEDERAL_UNVERIFIED):
        return rule.layer
    return observed.layer


def ruled_days(
    holidays: tuple[HolidayRule, ...], observances: tuple[ObservanceRule, ...]
) -> Iterator[tuple[int, RuledDay]]:
    """Yield every day the rules give, the observed days beside the holidays themselves.

    Args:
        holidays: holidays of one jurisdiction.
        observances: how that jurisdiction moves a holiday that falls on a weekend.

    Yields:
        the day number (``date.toordinal``) and the day; not in order.
    """
    moves = {
        weekday: tuple(rule for rule in observances if rule.falls_on == weekday) for weekday in (_SATURDAY, _SUNDAY)
    }
    for holiday in holidays:
        plain = RuledDay(holiday)
        for number in holiday.ordinals():
            yield number, plain
            weekday = (number + 6) % 7
            if weekday >= _SATURDAY and not holiday.shifts:
                for rule in moves[weekday]:
                    if rule.first.toordinal() <= number <= rule.last.toordinal():
                        yield number + rule.moves, RuledDay(holiday, rule)
