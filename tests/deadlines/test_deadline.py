"""Moments and deadlines as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import FrozenInstanceError, replace

import pytest

from soordered.deadlines.dates_from_periods import due
from soordered.deadlines.deadline import Deadline, Moment, Reading, Standing, deadline_of, moment_at, reading_of
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.timing import Direction, Length, Unit

LAW = time_law("cand")


def test_a_day_is_printed_as_a_day_and_an_hour_with_its_offset() -> None:
    assert Moment(dt.date(2010, 11, 10)).isoformat() == "2010-11-10"
    assert Moment(dt.date(2010, 11, 10), dt.time(16, 30)).isoformat() == "2010-11-10T16:30:00-08:00"
    assert Moment(dt.date(2010, 7, 7), dt.time(16, 30), "Pacific/Guam").isoformat() == "2010-07-07T16:30:00+10:00"


def test_a_day_ends_after_every_hour_of_it() -> None:
    day, noon = Moment(dt.date(2010, 7, 7)), Moment(dt.date(2010, 7, 7), dt.time(12))

    assert noon.sort_key < day.sort_key
    assert noon.instant() < day.instant()


def test_a_deadline_is_contested_when_its_dates_differ() -> None:
    contested = due(Length(10, Unit.BUSINESS_DAY), Direction.AFTER, dt.date(2007, 11, 9), LAW)
    plain = due(Length(10, Unit.BUSINESS_DAY), Direction.AFTER, dt.date(2007, 8, 20), LAW)

    assert (contested.contested, plain.contested) == (True, False)


class TestTheQuickMakers:
    """What they make is what the classes make, and as closed."""

    MOMENT = Moment(dt.date(2010, 7, 7), dt.time(12), "Pacific/Guam")
    READING = Reading(
        label="a", due=MOMENT, regime="r", because="b", authority="c", standing=Standing.WEAK, settled_by="s"
    )
    DEADLINE = Deadline(act_by=MOMENT, prevailing=MOMENT, outer=MOMENT, readings=(READING,), lawbook="l", notes=("n",))
    PAIRS = (
        (moment_at(dt.date(2010, 7, 7), dt.time(12), "Pacific/Guam"), MOMENT),
        (reading_of("a", MOMENT, "r", "b", "c", Standing.WEAK, "s", ()), READING),
        (deadline_of(MOMENT, MOMENT, MOMENT, (READING,), (), "l", ("n",)), DEADLINE),
    )

    @pytest.mark.parametrize(("made", "plain"), PAIRS)
    def test_equal_to_the_plain_ones(self, made: object, plain: object) -> None:
        assert type(made) is type(plain)
        assert (made, hash(made), repr(made)) == (plain, hash(plain), repr(plain))

    @pytest.mark.parametrize(("made", "plain"), PAIRS)
    def test_closed(self, made: object, plain: object) -> None:
        field = next(iter(type(plain).__dataclass_fields__))  # type: ignore[attr-defined]

        with pytest.raises(FrozenInstanceError):
            setattr(made, field, None)

    def test_replaced_like_any_other(self) -> None:
        made = deadline_of(self.MOMENT, self.MOMENT, self.MOMENT, (self.READING,), (), "l", ("n",))

        assert replace(made, notes=()) == replace(self.DEADLINE, notes=())
