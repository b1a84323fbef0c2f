"""What holds for every count, whatever the court, the day, the unit and the direction."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from soordered.calendars.court import OutsideCalendarError
from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.calendars.time_law import NoRegimeError
from soordered.deadlines.dates_from_periods import due
from soordered.deadlines.deadline import Deadline, Standing
from soordered.deadlines.fields_from_deadline import deadline_fields
from soordered.deadlines.readings import BASE_LABELS, BY_LABEL
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rule import Rank
from soordered.rules.timing import Bound, Direction, Length, Unit

COURTS = st.sampled_from(["cand", "cacd", "nysd", "gud", "hid", "federal"])
DAYS = st.dates(min_value=dt.date(1938, 9, 16), max_value=dt.date(2050, 12, 31))
UNITS = st.sampled_from(Unit)
LENGTHS = st.builds(Length, st.integers(0, 120), UNITS)
DIRECTIONS = st.sampled_from(Direction)
CLOCKS = st.none() | st.times().map(lambda time: time.replace(microsecond=0))
RANKS = st.none() | st.sampled_from(Rank)
OPEN = frozenset({Layer.SATURDAY, Layer.SUNDAY, Layer.FEDERAL, Layer.FEDERAL_UNVERIFIED, Layer.SATURDAY_OBSERVED})


@st.composite
def deadlines(draw: st.DrawFn) -> tuple[Deadline, dt.date, Length, Direction]:
    on, length, direction = draw(DAYS), draw(LENGTHS), draw(DIRECTIONS)
    served = direction is Direction.AFTER and draw(st.booleans())
    try:
        deadline = due(
            length,
            direction,
            on,
            time_law(draw(COURTS)),
            bound=draw(st.sampled_from(Bound)),
            clock=draw(CLOCKS),
            at=draw(st.times()),
            served_trigger=served,
            service=draw(st.sampled_from(["", "mail", "hand", "ecf", "clerk"])) if served else "",
            filing=draw(st.sampled_from(["electronic", "paper", "none"])),
            rank=draw(RANKS),
        )
    except (OutsideCalendarError, NoRegimeError):
        assume(False)
        raise
    return deadline, on, length, direction


@settings(max_examples=600)
@given(deadlines())
def test_the_three_dates_are_in_order_and_are_true_extremes(case: tuple[Deadline, dt.date, Length, Direction]) -> None:
    deadline, on, length, direction = case

    moments = [reading.due.sort_key for reading in deadline.readings]
    assert deadline.act_by.sort_key <= min(moments)
    assert deadline.outer.sort_key == max(moments)
    assert deadline.prevailing == deadline.readings[0].due
    if direction is Direction.AFTER and length.n:
        assert deadline.act_by.date >= on
    if direction is Direction.BEFORE and length.n:
        assert all(reading.due.date <= on for reading in deadline.readings)


@settings(max_examples=300)
@given(deadlines())
def test_readings_are_named_once_each_with_reason_and_authority(
    case: tuple[Deadline, dt.date, Length, Direction],
) -> None:
    deadline, *_ = case

    labels = [reading.label for reading in deadline.readings]
    assert len(set(labels)) == len(labels)
    assert len({reading.due.sort_key for reading in deadline.readings}) == len(labels)
    for reading in deadline.readings:
        assert all(part in BASE_LABELS or part in BY_LABEL for part in reading.label.split("+"))
        assert reading.because
        assert reading.authority
    assert [reading.standing is Standing.PREVAILING for reading in deadline.readings] == [
        True,
        *(False for _ in labels[1:]),
    ]


@settings(max_examples=400)
@given(deadlines())
def test_the_steps_lead_from_the_trigger_to_the_day(case: tuple[Deadline, dt.date, Length, Direction]) -> None:
    deadline, on, length, _ = case

    for reading in deadline.readings:
        steps = reading.steps
        assert steps[0].date == on
        assert steps[-1].date == reading.due.date
        assert all(step.why for step in steps if step.counted is not True)
        numbers = [step.number for step in steps if step.counted]
        assert numbers == list(range(1, len(numbers) + 1))
        if length.unit in (Unit.BUSINESS_DAY, Unit.COURT_DAY) and reading.label == "federal-holidays-only":
            assert len(numbers) == length.n


@settings(max_examples=200)
@given(deadlines())
def test_the_json_form_holds_the_same_dates(case: tuple[Deadline, dt.date, Length, Direction]) -> None:
    deadline, *_ = case

    fields = deadline_fields(deadline)

    assert fields["act_by"] == deadline.act_by.isoformat()
    assert list(fields) == ["act_by", "prevailing", "outer", "readings", "steps", "settlements", "lawbook", "notes"]


@given(
    st.dates(min_value=dt.date(1972, 1, 1), max_value=dt.date(2048, 12, 31)),
    st.integers(1, 250),
    st.sampled_from((Unit.BUSINESS_DAY, Unit.COURT_DAY)),
    COURTS,
)
def test_forward_then_back_from_an_open_day_returns(on: dt.date, n: int, unit: Unit, court: str) -> None:
    law = time_law(court)
    assume(law.calendar.is_open(on, OPEN))

    there = due(Length(n, unit), Direction.AFTER, on, law).prevailing.date

    assert due(Length(n, unit), Direction.BEFORE, there, law).prevailing.date == on


@given(
    st.dates(min_value=dt.date(1972, 1, 1), max_value=dt.date(2042, 12, 31)),
    st.integers(1, 90),
    st.sampled_from((Unit.DAY, Unit.BUSINESS_DAY, Unit.COURT_DAY, Unit.CALENDAR_DAY, Unit.WEEK, Unit.MONTH)),
    DIRECTIONS,
    COURTS,
)
def test_the_prevailing_day_is_open(on: dt.date, n: int, unit: Unit, direction: Direction, court: str) -> None:
    law = time_law(court)

    deadline = due(Length(n, unit), direction, on, law)

    assert law.calendar.is_open(deadline.prevailing.date, OPEN)
    if law.calendar.is_open(deadline.act_by.date, frozenset({Layer.SATURDAY, Layer.SUNDAY, Layer.FEDERAL})):
        return
    assert any("No open court day lies between" in note for note in deadline.notes)


@given(
    st.dates(min_value=dt.date(1972, 1, 1), max_value=dt.date(2048, 12, 31)),
    st.integers(1, 60),
    st.sampled_from((Unit.DAY, Unit.BUSINESS_DAY, Unit.CALENDAR_DAY)),
    st.integers(-3, 90),
    st.sampled_from((Layer.NOTICE, Layer.CLOSING, Layer.STATE)),
)
def test_one_holiday_more_never_brings_a_forward_deadline_nearer(
    on: dt.date, n: int, unit: Unit, offset: int, layer: Layer
) -> None:
    law = time_law("cand")
    more = NonDay(
        date=on + dt.timedelta(days=offset),
        name="a day more",
        layer=layer,
        authority="notice",
        sureness=DaySureness.PUBLISHED,
    )

    plain = due(Length(n, unit), Direction.AFTER, on, law)
    with_more = due(Length(n, unit), Direction.AFTER, on, time_law("cand", (more,)))

    assert with_more.prevailing.date >= plain.prevailing.date
    assert with_more.outer.date >= plain.outer.date


@given(
    st.dates(min_value=dt.date(1972, 1, 1), max_value=dt.date(2048, 12, 31)),
    st.integers(1, 60),
    st.sampled_from((Unit.BUSINESS_DAY, Unit.CALENDAR_DAY, Unit.WEEK)),
    COURTS,
)
def test_a_later_trigger_never_ends_earlier(on: dt.date, n: int, unit: Unit, court: str) -> None:
    law = time_law(court)
    assume(abs((on - dt.date(2009, 12, 1)).days) > 200)

    today = due(Length(n, unit), Direction.AFTER, on, law)
    tomorrow = due(Length(n, unit), Direction.AFTER, on + dt.timedelta(days=1), law)

    assert today.prevailing.date <= tomorrow.prevailing.date


@given(
    st.dates(min_value=dt.date(2009, 12, 1), max_value=dt.date(2048, 12, 31)),
    st.integers(1, 10).map(lambda weeks: 7 * weeks),
)
def test_since_2009_whole_weeks_end_on_the_weekday_they_began_unless_they_roll(on: dt.date, n: int) -> None:
    """The rule-makers' own property: the fourteenth day after a Monday is a Monday."""
    deadline = due(Length(n, Unit.DAY), Direction.AFTER, on, time_law("federal"))

    counted = [step for step in deadline.steps if step.counted]
    assert counted[-1].date.weekday() == on.weekday()
    assert deadline.prevailing.date >= counted[-1].date


@given(st.dates(min_value=dt.date(2005, 1, 1), max_value=dt.date(2008, 12, 31)))
def test_under_the_old_method_ten_days_never_took_only_ten(on: dt.date) -> None:
    """Ten days of 2005 to 2008 took 12 to 18 calendar days, and never ten."""
    took = (due(Length(10, Unit.DAY), Direction.AFTER, on, time_law("federal")).prevailing.date - on).days

    assert 12 <= took <= 18


@given(DAYS, st.integers(0, 40), st.sampled_from((Unit.DAY, Unit.BUSINESS_DAY, Unit.CALENDAR_DAY)), DIRECTIONS)
def test_an_answer_asked_for_again_is_the_same_value(on: dt.date, n: int, unit: Unit, direction: Direction) -> None:
    law = time_law("cand")
    other = replace(law)  # the same law, another identity: nothing kept for it
    try:
        kept = due(Length(n, unit), direction, on, law)
    except (OutsideCalendarError, NoRegimeError):
        return

    assert due(Length(n, unit), direction, on, law) is kept
    assert due(Length(n, unit), direction, on, other) == kept
