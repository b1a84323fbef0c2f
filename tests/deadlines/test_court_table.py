"""The two faces of a court's table give what the full engine gives, row by row, and refuse what it refuses."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soordered.calendars.court import OutsideCalendarError
from soordered.calendars.days import Layer, NonDay
from soordered.calendars.open_days import EPOCH
from soordered.calendars.time_law import NoRegimeError, TimeLaw
from soordered.deadlines.court_table import CourtTable, UnknownUnitError
from soordered.deadlines.dates_from_periods import due
from soordered.deadlines.deadline import Deadline
from soordered.deadlines.rows_of_days import NO_DAY, BadRowsError, RowError, WrongArrayError
from soordered.deadlines.stretches_from_law import HoursInTableError, WrongNumberError, plain_ask
from soordered.lawbook.time_law_from_data import time_law
from soordered.provenance.problems import BadInputError
from soordered.rules.timing import Direction, Length, Unit
from soordered.wiring.tables import Table, WrongErrorsError
from tests.deadlines.random_counts import FIRST, UNITS, random_groups

DIRECTIONS = st.sampled_from(Direction)
COURTS = ("cand", "federal", "ilnd")


def notices(law: TimeLaw) -> TimeLaw:
    """The same court with days on which its office could not be reached, was closed, or that it declared holidays."""
    extra = tuple(
        NonDay(date=dt.date(year, month, day), name="a day", layer=layer, authority="a notice")
        for year in (1986, 2006, 2009, 2012)
        for month, day, layer in (
            (3, 9, Layer.INACCESSIBLE),
            (3, 10, Layer.CLOSING),
            (11, 27, Layer.INACCESSIBLE),
            (11, 30, Layer.INACCESSIBLE),
            (3, 11, Layer.OUTAGE),
            (12, 1, Layer.OUTAGE),
            (12, 14, Layer.OUTAGE),
            (12, 2, Layer.NOTICE),
        )
    )
    return TimeLaw(law.regimes, law.calendar.with_days(extra), law.version)


def plainly(law: TimeLaw, on: dt.date, n: int, unit: Unit, direction: Direction) -> Deadline | None:
    try:
        return due(Length(n, unit), direction, on, law)
    except BadInputError:
        return None


@settings(max_examples=600)
@given(
    st.dates(FIRST, dt.date(2050, 11, 30)), st.integers(0, 120), st.sampled_from(UNITS), DIRECTIONS,
    st.sampled_from(COURTS),
)  # fmt: skip
def test_one_look_up_gives_the_prevailing_date_of_the_engine(
    on: dt.date, n: int, unit: Unit, direction: Direction, court: str
) -> None:
    law = time_law(court)
    found = plainly(law, on, n, unit, direction)
    table = TABLES[court]

    if found is None:  # no date, or in the last days of the calendar a reading that leaves it
        try:
            assert table.due_one(on.toordinal(), n, unit, direction) > dt.date(2050, 12, 15).toordinal()
        except BadInputError:
            return
    else:
        assert found.prevailing.date.toordinal() == table.due_one(on.toordinal(), n, unit, direction)


TABLES = {court: CourtTable(time_law(court)) for court in COURTS}


def agree(law: TimeLaw, rows: int, *, seed: int) -> int:
    """Compare both faces over random rows; return how many had a date."""
    table, dated = CourtTable(law), 0
    for group in random_groups(rows, law, seed=seed):
        ends, codes = table.arrays.due(group.days, group.n, group.unit, group.direction, errors="mark")
        expected = []
        for day, n in zip(group.days.tolist(), group.n.tolist(), strict=True):
            try:
                expected.append(table.due_one(day + EPOCH, n, group.unit, group.direction) - EPOCH)
            except BadInputError:
                expected.append(NO_DAY)
        np.testing.assert_array_equal(ends, expected, err_msg=f"{group.unit} {group.direction}")
        marked = codes is not None and np.count_nonzero(codes)
        assert expected.count(NO_DAY) == (marked or 0)
        dated += len(expected) - expected.count(NO_DAY)
    return dated


def agree_in_every_reading(law: TimeLaw, rows: int, *, seed: int) -> int:
    """Compare every column with the engine over random rows; return how many dates were compared."""
    table, compared = CourtTable(law), 0
    for group in random_groups(rows, law, seed=seed):
        ask = plain_ask(0, group.unit, forward=group.direction is Direction.AFTER)
        _, answers = table.arrays.readings(group.days, group.n, ask, errors="mark")
        for row, (on, n) in enumerate(group.rows()):
            deadline = plainly(law, on, n, group.unit, group.direction)
            where = f"{n} {group.unit} {group.direction} {on}"
            if deadline is None:
                assert answers.codes[row] == RowError.END_OUTSIDE or answers.codes[row] == RowError.NO_RULE, where
                assert answers.prevailing[row] == NO_DAY, where
                continue
            found = [int(column[row]) + EPOCH for column in (answers.act_by, answers.prevailing, answers.outer)]
            dates = (deadline.act_by, deadline.prevailing, deadline.outer)
            assert [moment.date.toordinal() for moment in dates] == found, where
            if row % 7 == 0:
                compared += _labelled_columns_agree(law, answers.readings, row, on, group.unit, group.direction, n)
            compared += 3
    return compared


def _labelled_columns_agree(  # noqa: PLR0917  a row and where it stands
    law: TimeLaw, columns: dict[str, np.ndarray], row: int, on: dt.date, unit: Unit, direction: Direction, n: int
) -> int:
    compared = 0
    for label, column in columns.items():
        found = due(Length(n, unit), direction, on, law, reading=label)
        if any("only together with" in note for note in found.notes):
            continue  # a column takes its one point the other way, and nothing else
        one = found.prevailing.date
        assert one.toordinal() - EPOCH == column[row], f"{label}: {n} {unit} {direction} {on}"
        compared += 1
    return compared


@pytest.mark.parametrize("court", COURTS)
def test_both_faces_agree_on_twenty_thousand_rows(court: str) -> None:
    assert agree(time_law(court), 20_000, seed=1) > 19_000


@pytest.mark.slow
def test_both_faces_agree_where_the_office_could_not_be_reached() -> None:
    assert agree(notices(time_law("cand")), 10_000, seed=2) > 9_000


def test_both_faces_agree_in_a_court_of_appeals_under_its_own_rule() -> None:
    assert agree(time_law("ca9/ord"), 10_000, seed=4) > 5_000


@pytest.mark.slow
def test_both_faces_agree_on_a_million_rows() -> None:
    assert agree(time_law("cand"), 1_000_000, seed=3) > 950_000


@pytest.mark.parametrize("court", COURTS)
def test_every_column_is_the_engine_s_on_a_thousand_rows(court: str) -> None:
    assert agree_in_every_reading(time_law(court), 1_400, seed=4) > 4_000


@pytest.mark.slow
def test_every_column_is_the_engine_s_where_the_office_could_not_be_reached() -> None:
    assert agree_in_every_reading(notices(time_law("cand")), 1_400, seed=5) > 4_000


@pytest.mark.slow
@pytest.mark.parametrize("court", COURTS)
def test_every_column_is_the_engine_s_on_two_hundred_thousand_rows(court: str) -> None:
    assert agree_in_every_reading(time_law(court), 200_000, seed=6) > 600_000


DAYS = np.array(["2024-07-01", "2024-07-03"], dtype="datetime64[D]")
TABLE = Table("cand")


class TestArrays:
    def test_dates_in_give_dates_and_numbers_give_numbers(self) -> None:
        dates = TABLE.due(DAYS, 3, "business_day", "after")
        counted = TABLE.due(DAYS.astype(np.int32), 3, "business_day", "after")

        assert dates.astype("datetime64[D]").tolist() == [dt.date(2024, 7, 5), dt.date(2024, 7, 9)]
        assert counted.dtype == np.int32
        assert counted.tolist() == dates.astype(np.int64).tolist()

    @pytest.mark.parametrize("kind", ["datetime64[s]", "datetime64[ns]", "datetime64[D]"])
    def test_a_moment_counts_as_its_day(self, kind: str) -> None:
        assert TABLE.due(DAYS.astype(kind), 14, "day").tolist() == TABLE.due(DAYS, 14, "day").tolist()

    def test_a_list_of_dates_will_do(self) -> None:
        assert TABLE.due([dt.date(2024, 7, 1)], 3, "business_day").tolist() == [dt.date(2024, 7, 5)]

    def test_the_shape_is_kept(self) -> None:
        assert TABLE.due(DAYS.reshape(2, 1), 3).shape == (2, 1)
        assert TABLE.due(DAYS[0], 3).shape == ()
        assert TABLE.due(DAYS[:0], 3).shape == (0,)

    def test_a_number_a_row_or_one_for_all(self) -> None:
        one = [TABLE.due(DAYS[row], n).item() for row, n in ((0, 5), (1, 30))]

        assert one == TABLE.due(DAYS, np.array([5, 30])).tolist()

    def test_the_caller_s_array_is_filled(self) -> None:
        room = np.zeros(2, dtype=np.int32)

        TABLE.due(DAYS.astype(np.int32), 3, out=room)

        assert room.tolist() == TABLE.due(DAYS.astype(np.int32), 3).tolist()

    def test_two_threads_may_share_a_table(self) -> None:
        days = np.arange(8_000, 18_000, dtype=np.int32).repeat(20)
        wanted = {n: TABLE.due(days, n, "court_day") for n in (3, 200)}
        wrong: list[int] = []

        def count(n: int) -> None:
            wrong.extend(n for _ in range(20) if not np.array_equal(TABLE.due(days, n, "court_day"), wanted[n]))

        threads = [threading.Thread(target=count, args=(n,)) for n in wanted]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []

    def test_compiled_periods_give_what_rows_counted_one_by_one_give(self) -> None:
        """Many rows of few numbers are gathered from compiled answers, few rows are counted themselves."""
        few = np.arange(15_000, 20_000, 97, dtype=np.int32)
        many = np.tile(few, 400)

        compiled = TABLE.readings(many, np.tile([5, 14], len(many) // 2 + 1)[: len(many)], "day", "before")
        counted = Table("cand").readings(few, np.tile([5, 14], len(few) // 2 + 1)[: len(few)], "day", "before")
        assert len(many) > 2 * 4_096
        assert {name: column[: len(few)].tolist() for name, column in compiled.items()} == {
            name: column.tolist() for name, column in counted.items()
        }

    def test_readings_stand_beside_each_other(self) -> None:
        """Five business days from 20 December 2007: the 24th was closed by executive order."""
        found = TABLE.readings(np.array(["2007-12-20"], dtype="datetime64[D]"), 5, "business_day")

        assert found["prevailing"].tolist() == [dt.date(2007, 12, 28)]
        assert found["closings-out"].tolist() == [dt.date(2007, 12, 31)]
        assert found["outer"].tolist() == [dt.date(2007, 12, 31)]
        assert found["error"].tolist() == [0]

    def test_three_days_for_service_by_mail(self) -> None:
        found = TABLE.readings(np.array(["2024-07-01"], dtype="datetime64[D]"), 30, "day", service="mail")

        assert found["prevailing"].tolist() == [dt.date(2024, 8, 5)]  # 31 July, and three days to a Saturday

    def test_open_days_are_counted_and_found(self) -> None:
        thursday, sunday = np.datetime64("2024-07-04"), np.datetime64("2024-07-07")

        assert TABLE.count(DAYS, [sunday, thursday]).tolist() == [3, 0]
        assert TABLE.count([sunday], DAYS[:1]).tolist() == [-3]
        assert TABLE.is_open([thursday, sunday, DAYS[0]]).tolist() == [False, False, True]
        assert TABLE.next_open([thursday]).tolist() == [dt.date(2024, 7, 5)]
        assert TABLE.previous_open([sunday]).tolist() == [dt.date(2024, 7, 5)]

    def test_state_holidays_belong_to_the_rule_and_not_to_the_orders_words(self) -> None:
        """Cesar Chavez Day 2025 is California's; Rule 6(a)(6)(C) knows it forward, business days do not."""
        holiday = np.array(["2025-03-31"], dtype="datetime64[D]")

        assert TABLE.is_open(holiday, "business_day").tolist() == [True]
        assert TABLE.is_open(holiday, "day").tolist() == [False]
        assert TABLE.previous_open(holiday, "day").tolist() == [dt.date(2025, 3, 31)]


class TestRefusals:
    @pytest.mark.parametrize(
        ("row", "n", "code"),
        [
            (np.datetime64("NaT"), 3, RowError.NO_TRIGGER),
            (np.datetime64("1937-12-31"), 3, RowError.OUTSIDE),
            (np.datetime64("2051-01-01"), 3, RowError.OUTSIDE),
            (np.datetime64("290000-01-01"), 3, RowError.NO_TRIGGER),  # beyond 32 bits: no day that we know
            (np.datetime64("1938-09-15"), 3, RowError.NO_RULE),
            (np.datetime64("2024-07-01"), -1, RowError.WRONG_NUMBER),
            (np.datetime64("2024-07-01"), 41_001, RowError.WRONG_NUMBER),
            (np.datetime64("2050-12-30"), 3, RowError.END_OUTSIDE),
            (np.datetime64("2024-07-01"), 40_000, RowError.END_OUTSIDE),
        ],
    )
    def test_a_bad_row_is_marked_and_the_others_are_counted(self, row: np.datetime64, n: int, code: RowError) -> None:
        days = np.array([DAYS[0], row, DAYS[1]], dtype="datetime64[D]")
        counts = np.array([3, n, 3])

        dates = TABLE.due(days, counts, "court_day", errors="mark")
        codes = TABLE.errors_of(days, counts, "court_day")
        columns = TABLE.readings(days, counts, "court_day", errors="mark")

        if row == np.datetime64("290000-01-01"):
            assert codes[1] in (RowError.NO_TRIGGER, RowError.OUTSIDE)
        else:
            assert codes.tolist() == [0, code, 0]
        assert columns["error"].tolist() == codes.tolist()
        assert np.isnat(dates).tolist() == [False, True, False]
        for name in ("act_by", "prevailing", "outer", "closings-out"):
            assert np.isnat(columns[name]).tolist() == [False, True, False], name
        with pytest.raises(BadRowsError, match="the first is row 1"):
            TABLE.due(days, counts, "court_day")
        with pytest.raises(BadRowsError, match="the first is row 1"):
            TABLE.readings(days, counts, "court_day")

    def test_a_period_back_beyond_the_first_rule_ends_nowhere(self) -> None:
        days = np.array(["1938-09-20"], dtype="datetime64[D]")

        assert TABLE.errors_of(days, 10, "day", "before").tolist() == [RowError.END_OUTSIDE]

    @pytest.mark.parametrize(
        ("triggers", "n", "words"),
        [
            ([1.5], 3, "float64"),
            (["2024-07-01"], 3, "expected|Expected"),
            (np.array(["2024-07"], dtype="datetime64[M]"), 3, "datetime64\\[M\\]"),
            ([dt.datetime(2024, 7, 1, tzinfo=dt.UTC)], 3, "time zones"),
            (DAYS, [1, 2, 3], "shape"),
            (DAYS, [1.0, 2.0], "float64"),
        ],
    )
    def test_what_is_no_day_or_no_number_is_named(self, triggers: object, n: object, words: str) -> None:
        with pytest.raises(WrongArrayError, match=words):
            TABLE.due(triggers, n)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "room", [np.zeros(2, dtype=np.int64), np.zeros(3, dtype=np.int32), np.zeros(4, dtype=np.int32)[::2]]
    )
    def test_an_array_that_cannot_take_the_answers_is_refused(self, room: np.ndarray) -> None:
        with pytest.raises(WrongArrayError, match="out"):
            TABLE.due(DAYS.astype(np.int32), 3, out=room)

    @pytest.mark.parametrize("unit", [Unit.HOUR, "minute"])
    def test_hours_are_counted_elsewhere(self, unit: str) -> None:
        with pytest.raises(HoursInTableError, match=r"so\.due"):
            TABLE.due(DAYS, 72, unit)
        with pytest.raises(HoursInTableError):
            TABLE.readings(DAYS, 72, unit)
        with pytest.raises(HoursInTableError):
            TABLE.due_one(739_000, 72, unit, "after")

    def test_a_word_that_is_none_is_named(self) -> None:
        with pytest.raises(UnknownUnitError, match="fortnight"):
            TABLE.due(DAYS, 1, "fortnight")
        with pytest.raises(UnknownUnitError, match="around"):
            TABLE.due_one(739_000, 1, "day", "around")
        with pytest.raises(WrongErrorsError, match="ignore"):
            TABLE.due(DAYS, 1, errors="ignore")  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("ordinal", "n", "unit", "direction", "error"),
        [
            (dt.date(2024, 7, 1).toordinal(), -1, "day", "after", WrongNumberError),
            (dt.date(2024, 7, 1).toordinal(), 10**6, "month", "after", WrongNumberError),
            (dt.date(1937, 12, 31).toordinal(), 1, "day", "after", OutsideCalendarError),
            (dt.date(1938, 9, 15).toordinal(), 1, "day", "after", NoRegimeError),
            (10**9, 1, "day", "after", OutsideCalendarError),
            (dt.date(2050, 12, 31).toordinal(), 1, "court_day", "after", OutsideCalendarError),
            (dt.date(2050, 12, 30).toordinal(), 10**9, "day", "after", OutsideCalendarError),
            (dt.date(1938, 9, 20).toordinal(), 10**6, "day", "before", BadInputError),
        ],
    )
    def test_one_bad_count_is_refused(
        self, ordinal: int, n: int, unit: str, direction: str, error: type[BadInputError]
    ) -> None:
        with pytest.raises(error):
            TABLE.due_one(ordinal, n, unit, direction)


def test_the_scalar_face_never_imports_numpy() -> None:
    program = (
        "import sys, soordered as so; so.Table('cand').due_one(733000, 10, 'business_day', 'after');"
        "sys.exit('numpy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
