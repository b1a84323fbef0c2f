"""The calendar of one court: which days count on what basis, and landing on an open one."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from soordered.calendars.day_table import DayTable
from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.calendars.holidays_from_rules import RuledDay
from soordered.provenance.problems import BadInputError

Layers = frozenset[Layer]

_UNDONE_BY_COURT = frozenset({Layer.CLOSING, Layer.SATURDAY_OBSERVED, Layer.STATE_UNVERIFIED, Layer.FEDERAL_UNVERIFIED})
_SURE = (Layer.FEDERAL, Layer.STATE, Layer.NOTICE)
_WEEKEND = {5: ("Saturday", Layer.SATURDAY), 6: ("Sunday", Layer.SUNDAY)}


class OutsideCalendarError(BadInputError):
    """A day outside the years the calendar holds.

    Args:
        day: the day asked for, or words for one that no calendar can name.
        first: first day held.
        last: last day held.
    """

    def __init__(self, day: dt.date | str, *, first: dt.date, last: dt.date) -> None:
        super().__init__(
            f"{day} lies outside the court calendar, which runs from {first} to {last}.",
            expected="a trigger and a period that stay inside those years.",
            remedy="Check the date; a day outside must be counted by hand from the rule of its time.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarNote:
    """A gap in what a calendar holds, to be shown with every date that it may touch.

    Args:
        first: first day concerned.
        last: last day concerned.
        words: what is missing and what to do.
        layer: shown only with a count that passes a weekday of this layer that no surer layer holds too; ``None`` for a
            gap that any count may touch.
    """

    first: dt.date
    last: dt.date
    words: str
    layer: Layer | None = None


class CourtCalendar:
    """The days of one court, 1938 to 2050, in layers that no count merges for good.

    Values of this class never change; tables for the layer sets asked for are built once and kept.

    Args:
        court: CM/ECF id, e.g. ``"cand"``.
        name: e.g. ``"Northern District of California"``.
        zone: IANA zone of the seat.
        also_zones: zones of other places of the district.
        state: two letters, empty when no court is named.
        clerk_closes: hour at which the clerk's office closes, ``None`` when not held.
        first: first day held.
        last: last day held.
        ruled: days given by holiday rules, by day number.
        nondays: days listed one by one (closings, notices, inaccessible days).
        notes: gaps to be shown.
    """

    __slots__ = (
        "_by_layer", "_contested", "_listed", "_noted", "_ruled", "_tables", "also_zones", "clerk_closes", "court",
        "first", "first_number", "last", "last_number", "name", "notes", "state", "zone",
    )  # fmt: skip

    def __init__(
        self,
        *,
        court: str,
        name: str,
        zone: str,
        state: str,
        first: dt.date,
        last: dt.date,
        ruled: tuple[tuple[int, RuledDay], ...] = (),
        nondays: tuple[NonDay, ...] = (),
        clerk_closes: dt.time | None = None,
        also_zones: tuple[str, ...] = (),
        notes: tuple[CalendarNote, ...] = (),
    ) -> None:
        self.court = court
        self.name = name
        self.zone = zone
        self.state = state
        self.first = first
        self.last = last
        self.clerk_closes = clerk_closes
        self.also_zones = also_zones
        self.notes = notes
        self._ruled: dict[int, tuple[RuledDay, ...]] = {}
        self._listed: dict[dt.date, tuple[NonDay, ...]] = {}
        self._by_layer: dict[Layer, list[int]] = {}
        self._tables: dict[Layers, DayTable] = {}
        self._contested: dict[tuple[Layers, Layers], Sequence[int]] = {}
        self._noted: list[tuple[int, int, str, Sequence[int]]] | None = None
        self.first_number, self.last_number = first.toordinal(), last.toordinal()
        by_layer: dict[Layer, set[int]] = {}
        for number, day in ruled:
            held = self._ruled.get(number)
            self._ruled[number] = (day,) if held is None else (*held, day)
            by_layer.setdefault(day.layer, set()).add(number)
        for listed in nondays:
            self._listed[listed.date] = (*self._listed.get(listed.date, ()), listed)
            by_layer.setdefault(listed.layer, set()).add(listed.date.toordinal())
        self._by_layer = {layer: sorted(numbers) for layer, numbers in by_layer.items()}

    def __repr__(self) -> str:
        return f"CourtCalendar({self.court!r})"

    def check(self, day: dt.date) -> dt.date:
        """Return the day if the calendar holds it.

        Raises:
            OutsideCalendarError: it does not.
        """
        if not self.first <= day <= self.last:
            raise OutsideCalendarError(day, first=self.first, last=self.last)
        return day

    def outside(self) -> OutsideCalendarError:
        """Return the error for a count that runs off the calendar."""
        return OutsideCalendarError("The end of the period", first=self.first, last=self.last)

    def table(self, layers: Layers) -> DayTable:
        """Return the table of the days that are open when these layers are left out, built on first use."""
        table = self._tables.get(layers)
        if table is None:
            numbers: list[int] = []
            for layer in layers:
                numbers += self._by_layer.get(layer, ())
            table = DayTable(
                first=self.first_number,
                last=self.last_number,
                sundays=Layer.SUNDAY in layers,
                saturdays=Layer.SATURDAY in layers,
                nondays=numbers,
            )
            self._tables[layers] = table
        return table

    def days_of(self, layer: Layer, low: int, high: int) -> list[int]:
        """Return the day numbers of one layer between two, both included."""
        numbers = self._by_layer.get(layer)
        if not numbers:
            return []
        return numbers[bisect_left(numbers, low) : bisect_right(numbers, high)]

    def holds(self, layer: Layer) -> bool:
        """Say whether any day of the calendar belongs to a layer."""
        return bool(self._by_layer.get(layer))

    def contested_days(self, layers: Layers, certain: Layers) -> Sequence[int]:
        """Return, in order, the day numbers of contested layers that are open but for them; kept for the next caller.

        Args:
            layers: the contested layers.
            certain: layers whose days no reading opens.
        """
        key = layers, certain
        days = self._contested.get(key)
        if days is None:
            sure = self.table(certain)
            numbers = {number for layer in layers for number in self._by_layer.get(layer, ())}
            inside = (number for number in numbers if self.first_number <= number <= self.last_number)
            days = self._contested[key] = sorted(number for number in inside if sure.is_open(number))
        return days

    def nondays(self, day: dt.date) -> tuple[NonDay, ...]:
        """Return every basis on which a day is, or may be, a non-day: holidays first, then the weekend."""
        number = day.toordinal()
        found = [ruled.nonday(day) for ruled in self._ruled.get(number, ())]
        found += self._listed.get(day, ())
        weekend = _WEEKEND.get(day.weekday())
        if weekend is not None:
            found.append(
                NonDay(date=day, name=weekend[0], layer=weekend[1], authority="", sureness=DaySureness.BY_STATUTE)
            )
        return tuple(found)

    def basis(self, day: dt.date, layers: Layers) -> tuple[str, str]:
        """Return the name and the authority of the first basis on which a day is left out.

        Raises:
            LookupError: the day is open under these layers.
        """
        number = day.toordinal()
        for ruled in self._ruled.get(number, ()):
            if ruled.layer in layers:
                found = ruled.nonday(day)
                return found.name, found.authority
        for listed in self._listed.get(day, ()):
            if listed.layer in layers:
                return listed.name, listed.authority
        weekend = _WEEKEND.get((number + 6) % 7)
        if weekend is None or weekend[1] not in layers:
            msg = f"{day} is open under {sorted(layers)}"
            raise LookupError(msg)
        return weekend[0], ""

    def nonday(self, day: dt.date, layers: Layers) -> NonDay | None:
        """Return why a day is left out under these layers, ``None`` if it is open."""
        return next((found for found in self.nondays(day) if found.layer in layers), None)

    def is_open(self, day: dt.date, layers: Layers) -> bool:
        """Say whether a day is open when these layers are left out."""
        return self.table(layers).is_open(self.check(day).toordinal())

    def next_open(self, day: dt.date, layers: Layers) -> dt.date:
        """Return the first open day on or after ``day``.

        Raises:
            OutsideCalendarError: the calendar does not reach so far.
        """
        try:
            return dt.date.fromordinal(self.table(layers).next_open(self.check(day).toordinal()))
        except IndexError:
            raise self.outside() from None

    def previous_open(self, day: dt.date, layers: Layers) -> dt.date:
        """Return the last open day on or before ``day``.

        Raises:
            OutsideCalendarError: the calendar does not reach so far.
        """
        try:
            return dt.date.fromordinal(self.table(layers).previous_open(self.check(day).toordinal()))
        except IndexError:
            raise self.outside() from None

    def notes_between(self, low: dt.date, high: dt.date) -> tuple[str, ...]:
        """Return the gaps that a count between two days may touch."""
        return tuple(self.notes_of(low.toordinal(), high.toordinal()))

    def notes_of(self, low: int, high: int) -> list[str]:
        """Return the gaps that a count between two day numbers may touch."""
        noted = self._noted
        if noted is None:
            noted = self._noted = [
                (note.first.toordinal(), note.last.toordinal(), note.words, self._touched(note)) for note in self.notes
            ]
        found = []
        for first, last, words, touched in noted:
            if first <= high and low <= last:
                if touched:
                    place = bisect_left(touched, low)
                    if place == len(touched) or touched[place] > high:
                        continue
                found.append(words)
        return found

    def _touched(self, note: CalendarNote) -> Sequence[int]:
        """Return the weekdays of a note's layer that no surer layer holds too; none for a note of every day."""
        if note.layer is None:
            return ()
        sure = {number for layer in _SURE for number in self._by_layer.get(layer, ())}
        days = [
            number
            for number in self._by_layer.get(note.layer, ())
            if number not in sure and (number + 6) % 7 not in _WEEKEND
        ]
        return days or (self.last_number + 1,)

    def with_days(
        self, nondays: tuple[NonDay, ...], opens: tuple[dt.date, ...] = (), notes: tuple[CalendarNote, ...] = ()
    ) -> CourtCalendar:
        """Return a calendar with more days listed (a court's notice, an inaccessible day).

        Args:
            nondays: days to be added.
            opens: days that are ordinary court days by the court's own word: closings, Friday observance and unverified
                days are taken off them. A judicial holiday of the state stays: no court can take it away.
            notes: gaps and doubts to be shown beside those of the calendar.

        Raises:
            OutsideCalendarError: a day lies outside the calendar.
        """
        for date in (*(nonday.date for nonday in nondays), *opens):
            self.check(date)
        open_numbers = frozenset(date.toordinal() for date in opens)
        return CourtCalendar(
            court=self.court,
            name=self.name,
            zone=self.zone,
            state=self.state,
            first=self.first,
            last=self.last,
            ruled=tuple(
                (number, day)
                for number, days in self._ruled.items()
                for day in days
                if not (number in open_numbers and day.layer in _UNDONE_BY_COURT)
            ),
            nondays=(
                *(
                    day
                    for date, days in self._listed.items()
                    for day in days
                    if not (date in opens and day.layer in _UNDONE_BY_COURT)
                ),
                *nondays,
            ),
            clerk_closes=self.clerk_closes,
            also_zones=self.also_zones,
            notes=(*self.notes, *notes),
        )
