"""The compact table: what single look-ups and arrays read is what the calendar says, day by day."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from soordered.calendars.court import CourtCalendar, Layers
from soordered.calendars.days import Layer, NonDay
from soordered.calendars.open_day_arrays import arrays_for, arrays_of, moved_past
from soordered.calendars.open_days import EPOCH, OUTSIDE, open_days

WEEKEND: Layers = frozenset({Layer.SATURDAY, Layer.SUNDAY})
SETS = (WEEKEND, frozenset({Layer.SUNDAY}), WEEKEND | {Layer.CLOSING}, frozenset[Layer]())
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 12, 31)


def calendar(*nondays: tuple[dt.date, Layer]) -> CourtCalendar:
    return CourtCalendar(
        court="x",
        name="Court of X",
        zone="America/New_York",
        state="",
        first=FIRST,
        last=LAST,
        nondays=tuple(NonDay(date=date, name="a day", layer=layer, authority="a notice") for date, layer in nondays),
    )


PLAIN = calendar((dt.date(2024, 7, 4), Layer.CLOSING), (dt.date(2024, 1, 1), Layer.CLOSING))
SNOWED_IN = calendar((dt.date(2024, 1, 5), Layer.INACCESSIBLE), (dt.date(2024, 1, 8), Layer.INACCESSIBLE))


def number(date: dt.date) -> int:
    return date.toordinal() - EPOCH


@pytest.mark.parametrize("layers", SETS, ids=sorted)
def test_every_slot_says_what_a_walk_from_day_to_day_finds(layers: Layers) -> None:
    table = open_days(PLAIN, layers)
    days = range(number(FIRST), number(LAST) + 1)
    opens = [day for day in days if PLAIN.is_open(dt.date.fromordinal(day + EPOCH), layers)]

    for day in days:
        slot = day - table.base
        assert table.next_open[slot] == min((one for one in opens if one >= day), default=OUTSIDE)
        assert table.previous_open[slot] == max((one for one in opens if one <= day), default=OUTSIDE)
        assert list(table.inverse[table.index[slot] + 1 :][:-1]) == [one for one in opens if one > day]
        assert list(table.inverse[1 : table.before[slot]]) == [one for one in opens if one < day]


@pytest.mark.parametrize("layers", SETS, ids=sorted)
@pytest.mark.parametrize("court", [PLAIN, SNOWED_IN], ids=["plain", "snowed in"])
def test_the_arrays_built_by_numpy_are_those_built_without_it(court: CourtCalendar, layers: Layers) -> None:
    one, other = arrays_of(open_days(court, layers)), arrays_for(court, layers)

    for name in ("next_open", "previous_open", "index", "before", "inverse"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)


@pytest.mark.parametrize("layers", SETS, ids=sorted)
def test_a_filing_moves_in_the_arrays_as_in_the_table(layers: Layers) -> None:
    table = open_days(SNOWED_IN, layers)

    moved = moved_past(SNOWED_IN, frozenset({Layer.INACCESSIBLE}), arrays_of(table))

    assert moved is not None
    for slot in range(1, len(moved) - 1):
        day = slot + table.base
        assert moved[slot] == table.moved.get(day, day)


def test_where_the_office_can_be_reached_nothing_moves() -> None:
    assert moved_past(PLAIN, frozenset({Layer.INACCESSIBLE}), arrays_for(PLAIN, WEEKEND)) is None


def test_numpy_sees_the_same_memory_and_copies_nothing() -> None:
    table = open_days(PLAIN, WEEKEND)

    assert np.shares_memory(arrays_of(table).next_open, np.frombuffer(table.next_open, dtype=np.int32))


def test_a_filing_moves_past_several_days_on_which_the_office_cannot_be_reached() -> None:
    """Friday and Monday snowed in: what is due on either goes to Tuesday."""
    table = open_days(SNOWED_IN, WEEKEND)

    tuesday = number(dt.date(2024, 1, 9))
    assert table.moved == {number(dt.date(2024, 1, 5)): tuesday, number(dt.date(2024, 1, 8)): tuesday}


@pytest.mark.parametrize(
    "day",
    [
        number(FIRST) - 1,
        number(LAST) + 1,
        number(FIRST) - 40_000,  # far before: never the end of the table by a negative index
        number(LAST) + 40_000,
        OUTSIDE,  # an answer that is none leads to none
    ],
)
def test_a_day_outside_leads_outside(day: int) -> None:
    table = arrays_for(PLAIN, WEEKEND)
    days = np.array([day], dtype=np.int32)

    assert table.landing(days, forward=True).tolist() == [OUTSIDE]
    assert table.landing(days, forward=False).tolist() == [OUTSIDE]


def test_counting_off_either_end_gives_no_day() -> None:
    table = arrays_for(PLAIN, WEEKEND)
    days = np.array([number(dt.date(2024, 6, 3))], dtype=np.int32)

    assert table.after(days, 400).tolist() == [OUTSIDE]
    assert table.earlier(days, 400).tolist() == [OUTSIDE]
