"""A bulk run gives for each row what the engine gives, the same bytes for any number of workers, and goes on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
import pytest

from soordered.bulk import blocks_from_file, dates_from_rows
from soordered.bulk.blocks_from_file import UnreadableTableError
from soordered.bulk.engines.local import LocalEngine
from soordered.bulk.file_from_tables import CannotWriteTableError
from soordered.bulk.plan import BulkPlan, Law, NothingToCountError, TakenColumnError
from soordered.bulk.run_bulk import RECORD, OtherRunError, run_bulk
from soordered.bulk.words_from_column import ColumnKindError
from soordered.bulk.workers import BulkDone
from soordered.calendars.days import Layer, NonDay
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.lawbook.time_law_from_data import UnknownCourtError
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.days_from_toml import NoticedDays
from soordered.rules.timing import Direction
from soordered.wiring.counting import due

PERIODS = ["10 business days", "14 days", "five (5) calendar days", "1 month", "2 weeks", "7 days"]
COURTS = ["cand", "ilnd", "federal"]


def plan(**changes: object) -> BulkPlan:
    fields: dict[str, object] = {
        "court": "cand", "direction": Direction.AFTER, "rank": None, "readings": ("closings-out",), "law": Law(),
    }  # fmt: skip
    return BulkPlan(**(fields | changes))  # type: ignore[arg-type]


def portfolio(rows: int, *, seed: int = 1) -> pa.Table:
    random = np.random.default_rng(seed)
    days = random.integers(0, 29_000, rows).astype(np.int32)
    return pa.table(
        {
            "matter": pa.array(np.arange(rows)),
            "trigger": pa.array(days).view(pa.date32()),
            "period": pa.array(random.choice(PERIODS, rows)),
            "direction": pa.array(random.choice(["after", "before"], rows)),
            "court": pa.array(random.choice(COURTS, rows)),
        }
    )


def run(table: pa.Table, folder: Path, what: BulkPlan | None = None, *, workers: int = 1) -> tuple[pa.Table, BulkDone]:
    source, target = folder / "in.parquet", folder / "out.parquet"
    pq.write_table(table, source, row_group_size=300)
    done = run_bulk(source, target, what or plan(), LocalEngine(workers), progress=silent)
    return pq.read_table(target), done


def silent(done: int, total: int | None) -> None:
    assert total is None or done <= total


def test_every_row_has_the_dates_that_the_python_face_gives(tmp_path: Path) -> None:
    table = portfolio(1_000)

    found, done = run(table, tmp_path)

    assert done == BulkDone(rows=1_000, written=1_000, errors=0)
    assert found.column_names == [*table.column_names, "act_by", "prevailing", "outer", "closings-out", "error"]
    for row in found.to_pylist():
        sides = {row["direction"]: row["trigger"]}
        deadline = due(row["period"], court=row["court"], **sides)
        assert row["act_by"] == deadline.act_by.date
        assert row["prevailing"] == deadline.prevailing.date
        assert row["outer"] == deadline.outer.date
        read = due(row["period"], court=row["court"], reading="closings-out", **sides)
        assert row["closings-out"] == read.prevailing.date
        assert row["error"] is None


def test_rows_may_name_the_rules_of_an_order(tmp_path: Path) -> None:
    """Ten business days from a demand of 9 November 2007 under the order of 2007."""
    rules = shipped_order("cand-spero-2007-07-30").rules
    table = pa.table({"trigger": ["2007-11-09"] * 2, "rule": ["standing-meeting", "no-such-rule"]})

    found, _ = run(table, tmp_path, plan(law=Law(rules=rules)))

    assert found["prevailing"].to_pylist() == [dt.date(2007, 11, 27), None]
    assert found["outer"].to_pylist() == [dt.date(2007, 11, 28), None]
    assert found["error"].to_pylist() == [None, "there is no rule 'no-such-rule' in the rules given"]


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "most"), [(".parquet", 3), (".csv", 2)])
def test_the_bytes_are_the_same_for_any_number_of_workers(tmp_path: Path, suffix: str, most: int) -> None:
    source = tmp_path / "in.parquet"
    pq.write_table(portfolio(2_000), source, row_group_size=300)
    written = []
    for workers in (1, most):
        target = tmp_path / f"out{workers}{suffix}"
        run_bulk(source, target, plan(), LocalEngine(workers), progress=silent)
        written.append(target.read_bytes())

    assert written[0] == written[1]


def test_csv_in_gives_what_parquet_in_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks_from_file, "CSV_BYTES", 4_096)
    table = portfolio(1_000)
    pc.write_csv(table, tmp_path / "in.csv")

    done = run_bulk(tmp_path / "in.csv", tmp_path / "out.csv", plan(), LocalEngine(), progress=silent)
    found = pc.read_csv(tmp_path / "out.csv")
    expected, _ = run(table, tmp_path)

    assert done.rows == 1_000
    for name in ("act_by", "prevailing", "outer", "closings-out"):
        assert expected[name].to_pylist() == found[name].to_pylist()


def test_other_columns_of_a_csv_file_come_out_as_they_went_in(tmp_path: Path) -> None:
    """Words that other programs take for missing values are words; an empty court is the plan's."""
    text = (
        "matter,trigger,period,court\nNA,2024-07-01,3 court days,\nnull,2024-07-03,3 court days,cand\n007,,1 day,cand\n"
    )
    (tmp_path / "in.csv").write_text(text, encoding="utf-8")

    run_bulk(tmp_path / "in.csv", tmp_path / "out.csv", plan(readings=()), LocalEngine(), progress=silent)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").replace('"', "").splitlines()

    assert lines == [
        "matter,trigger,period,court,act_by,prevailing,outer,error",
        "NA,2024-07-01,3 court days,,2024-07-05,2024-07-05,2024-07-05,",
        "null,2024-07-03,3 court days,cand,2024-07-09,2024-07-09,2024-07-09,",
        "007,,1 day,cand,,,,no trigger: a day was expected",
    ]


class TestParts:
    @pytest.mark.slow
    def test_a_run_that_was_broken_off_goes_on_and_gives_the_same_parts(self, tmp_path: Path) -> None:
        source = tmp_path / "in.parquet"
        pq.write_table(portfolio(1_000), source, row_group_size=300)
        whole, broken = tmp_path / "whole", tmp_path / "broken"
        run_bulk(source, whole, plan(), LocalEngine(2), progress=silent)
        run_bulk(source, broken, plan(), LocalEngine(), progress=silent)
        (broken / "part-00002.parquet").unlink()
        (broken / ".part-00002.parquet.unfinished").write_bytes(b"half a part")
        kept = (broken / "part-00001.parquet").stat().st_mtime_ns

        done = run_bulk(source, broken, plan(), LocalEngine(), progress=silent)

        assert (done.rows, done.parts, done.kept_parts) == (1_000, 1, 3)
        assert (broken / "part-00001.parquet").stat().st_mtime_ns == kept
        names = sorted(path.name for path in whole.iterdir())
        assert names == [*(f"part-{number:05}.parquet" for number in range(4)), RECORD]
        assert [(whole / name).read_bytes() for name in names] == [(broken / name).read_bytes() for name in names]

    def test_parts_of_another_run_are_left_alone(self, tmp_path: Path) -> None:
        source = tmp_path / "in.parquet"
        pq.write_table(portfolio(100), source)
        run_bulk(source, tmp_path / "out", plan(), LocalEngine(), progress=silent)

        with pytest.raises(OtherRunError, match="another input, or with other options"):
            run_bulk(source, tmp_path / "out", plan(court="ilnd"), LocalEngine(), progress=silent)
        pq.write_table(portfolio(100, seed=2), source)
        with pytest.raises(OtherRunError):
            run_bulk(source, tmp_path / "out", plan(), LocalEngine(), progress=silent)

    def test_a_folder_of_other_things_is_left_alone(self, tmp_path: Path) -> None:
        pq.write_table(portfolio(10), tmp_path / "in.parquet")

        with pytest.raises(OtherRunError):
            run_bulk(tmp_path / "in.parquet", tmp_path, plan(), LocalEngine(), progress=silent)


class TestWhatIf:
    CLOSED = NoticedDays(
        court="cand",
        nondays=(NonDay(date=dt.date(2007, 11, 20), name="a holiday", layer=Layer.NOTICE, authority="a notice"),),
        opens=(),
    )

    def test_only_the_rows_that_a_holiday_moves_are_written(self, tmp_path: Path) -> None:
        table = pa.table(
            {
                "trigger": ["2007-11-09", "2007-03-01", "2007-11-09"],
                "period": ["10 business days"] * 3,
                "court": ["cand", "cand", "ilnd"],
            }
        )

        found, done = run(table, tmp_path, plan(readings=(), instead=Law(notices=(self.CLOSED,))))

        assert done == BulkDone(rows=3, written=1, errors=0)
        (row,) = found.to_pylist()
        assert (row["row"], row["prevailing"], row["new_prevailing"]) == (
            0,
            dt.date(2007, 11, 27),
            dt.date(2007, 11, 28),
        )

    def test_row_numbers_are_those_of_the_whole_input(self, tmp_path: Path) -> None:
        table = portfolio(1_000).set_column(1, "trigger", pa.array(["2007-11-09"] * 1_000))
        what = plan(instead=Law(notices=(self.CLOSED,)))

        found, _ = run(table, tmp_path, what)
        rows = found["row"].to_pylist()

        assert len(rows) > 50
        assert found["matter"].to_pylist() == rows

    def test_a_change_that_moves_nothing_writes_a_file_without_rows(self, tmp_path: Path) -> None:
        found, done = run(portfolio(200), tmp_path, plan(instead=Law()))

        assert found.num_rows == 0
        assert done.written == 0
        assert "new_prevailing" in found.column_names


class TestTriggers:
    @pytest.mark.parametrize(
        "column",
        [
            pa.array(["2024-07-01", "2024-07-03"]),
            pa.array(["2024-07-01", "2024-07-03"]).dictionary_encode(),
            pa.array([dt.date(2024, 7, 1), dt.date(2024, 7, 3)]),
            pa.array([dt.date(2024, 7, 1), dt.date(2024, 7, 3)], pa.date64()),
            pa.array([19905, 19907], pa.int32()),
            pa.array([19905, 19907], pa.int64()),
            pa.array(np.array(["2024-07-01T23:59", "2024-07-03T00:00"], dtype="datetime64[us]")),
            pa.array(["2024-07-01T09:30", " 2024-07-03 16:00:00\n"]),
            # zones may differ from row to row
            pa.array(["2024-07-02T01:00Z", "2024-07-04T02:30+02:00"]),
            pa.array(["2024-07-02 01:00:00+00:00", "2024-07-03"]).dictionary_encode(),
            # 1 a.m. of the next day in Greenwich is still the day before in San Francisco
            pa.array([dt.datetime(2024, 7, day, 1, tzinfo=dt.UTC) for day in (2, 4)], pa.timestamp("us", tz="UTC")),
        ],
        ids=lambda column: str(column.type),
    )
    def test_a_trigger_may_come_as_any_of_these(self, tmp_path: Path, column: pa.Array) -> None:
        found, _ = run(pa.table({"trigger": column, "period": ["3 court days"] * 2}), tmp_path)

        assert found["prevailing"].to_pylist() == [dt.date(2024, 7, 5), dt.date(2024, 7, 9)]

    def test_a_moment_is_a_day_of_its_own_court(self, tmp_path: Path) -> None:
        """1 a.m. in Greenwich is the evening before everywhere, but on Guam it is the same day."""
        moment = pa.array([dt.datetime(2024, 7, 2, 1, tzinfo=dt.UTC)] * 3, pa.timestamp("us", tz="UTC"))
        for trigger in (moment, pa.array(["2024-07-02T01:00Z", "2024-07-01T21:00-04:00", "2024-07-02T01:00+00:00"])):
            table = pa.table({"trigger": trigger, "period": ["1 court day"] * 3, "court": ["cand", "gud", "nowhere"]})

            found, _ = run(table, tmp_path)

            assert found["prevailing"].to_pylist() == [dt.date(2024, 7, 2), dt.date(2024, 7, 3), None]


def test_a_bad_row_gets_a_reason_and_the_others_their_dates(tmp_path: Path) -> None:
    rows = [
        ("2024-07-01", "3 court days", "cand", "after", None),
        (None, "3 court days", "cand", "after", "no trigger"),
        ("NaT", "3 court days", "cand", "after", "no trigger"),
        ("2024-02-30", "3 court days", "cand", "after", "'2024-02-30' is no day: one such as 2007-11-09"),
        ("07/09/2024", "3 court days", "cand", "after", "'07/09/2024' is no day"),
        ("2024-07-09T25:00", "3 court days", "cand", "after", "is no day"),
        ("0001-01-01T00:00+14:00", "3 court days", "cand", "after", "outside the court calendar"),
        ("9999-12-31T23:00-12:00", "3 court days", "cand", "after", "outside the court calendar"),
        ("2024-07-09", "99999999999999999999 days", "cand", "after", "at most 41,000"),
        ("2024-07-09", "3 court days", "CAND", "after", "Nearest: cand"),
        ("1901-07-01", "3 court days", "cand", "after", "outside the court calendar"),
        ("1938-02-01", "3 court days", "cand", "after", "no version of the court's counting rule"),
        ("2050-12-30", "3 court days", "cand", "after", "ends outside"),
        ("2024-07-01", None, "cand", "after", "no period"),
        ("2024-07-01", "some days", "cand", "after", "some days"),
        ("2024-07-01", "-3 days", "cand", "after", "negative"),
        ("2024-07-01", "99999999 days", "cand", "after", "41,000"),
        ("2024-07-01", "five (7) days", "cand", "after", "differ"),
        ("2024-07-01", "72 hours", "cand", "after", "so.due"),
        ("2024-07-01", "3 days", "moon", "after", "no court 'moon'"),
        ("2024-07-01", "3 days", "cand", "around", "no direction"),
        ("2024-07-03", "3 court days", None, None, None),  # the plan's court and direction
    ]
    names = ("trigger", "period", "court", "direction", "why")
    table = pa.table({name: [row[place] for row in rows] for place, name in enumerate(names)})

    found, done = run(table, tmp_path)

    assert done.errors == len(rows) - 2
    for row in found.to_pylist():
        if row["why"] is None:
            assert row["error"] is None
            assert row["prevailing"] is not None
        else:
            assert row["why"] in row["error"]
            assert [row[name] for name in ("act_by", "prevailing", "outer", "closings-out")] == [None] * 4


def test_more_different_periods_than_are_gathered_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates_from_rows, "GATHERED_TOGETHER", 7)
    periods = [f"{n} court days" for n in range(30)]

    found, _ = run(pa.table({"trigger": ["2024-07-01"] * 30, "period": periods}), tmp_path)

    dates = found["prevailing"].to_pylist()
    assert dates == sorted(dates)
    assert dates[3] == dt.date(2024, 7, 5)
    assert found["error"].null_count == 30


@pytest.mark.parametrize("name", ["empty.parquet", "groupless.parquet", "empty.csv"])
def test_an_input_without_rows_gives_an_output_without_rows(tmp_path: Path, name: str) -> None:
    source, target = tmp_path / name, tmp_path / "out.parquet"
    table = portfolio(10).slice(0, 0)
    if name == "empty.csv":
        pc.write_csv(table, source)
    else:
        with pq.ParquetWriter(source, table.schema) as writer:
            if name == "empty.parquet":
                writer.write_table(table)
    done = run_bulk(source, target, plan(), LocalEngine(), progress=silent)

    assert done == BulkDone()
    assert pq.read_table(target).num_rows == 0
    assert "error" in pq.read_schema(target).names


class TestRefusals:
    @pytest.mark.parametrize(
        ("columns", "error", "words"),
        [
            (["period"], NothingToCountError, "no column trigger"),
            (["trigger"], NothingToCountError, "no column period"),
            (["trigger", "rule"], NothingToCountError, "--rules"),
            (["trigger", "period", "act_by"], TakenColumnError, "act_by"),
            (["trigger", "period", "closings-out"], TakenColumnError, "closings-out"),
        ],
    )
    def test_an_input_that_cannot_be_counted(
        self, tmp_path: Path, columns: list[str], error: type[BadInputError], words: str
    ) -> None:
        with pytest.raises(error, match=words):
            run(pa.table({name: ["2024-07-01"] for name in columns}), tmp_path)
        assert not (tmp_path / "out.parquet").exists()

    @pytest.mark.parametrize(
        "table",
        [
            pa.table({"trigger": [1.5], "period": ["3 days"]}),
            pa.table({"trigger": ["2024-07-01"], "period": [3]}),
        ],
    )
    def test_a_column_of_another_kind_stops_the_run_and_leaves_no_file(self, tmp_path: Path, table: pa.Table) -> None:
        with pytest.raises(ColumnKindError):
            run(table, tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]

    def test_trouble_in_a_worker_is_told_in_its_own_words(self, tmp_path: Path) -> None:
        with pytest.raises(ColumnKindError, match="trigger holds double"):
            run(pa.table({"trigger": [1.5], "period": ["3 days"]}), tmp_path, workers=2)

    def test_a_court_that_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownCourtError):
            run(portfolio(1), tmp_path, plan(court="moon"))

    @pytest.mark.parametrize(("name", "content"), [("in.parquet", b"PAR1 and no more"), ("in.csv", b"")])
    def test_a_file_that_is_no_table(self, tmp_path: Path, name: str, content: bytes) -> None:
        (tmp_path / name).write_bytes(content)

        with pytest.raises(UnreadableTableError, match=name):
            run_bulk(tmp_path / name, tmp_path / "out.parquet", plan(), LocalEngine(), progress=silent)

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableTableError, match=r"none\.parquet"):
            run_bulk(tmp_path / "none.parquet", tmp_path / "out.parquet", plan(), LocalEngine(), progress=silent)

    def test_a_broken_stretch_of_a_csv_file(self, tmp_path: Path) -> None:
        (tmp_path / "in.csv").write_text("trigger,period\n2024-07-01,3 days\n2024-07-01,3 days,more\n")

        with pytest.raises(UnreadableTableError, match=r"in\.csv"):
            run_bulk(tmp_path / "in.csv", tmp_path / "out.csv", plan(), LocalEngine(), progress=silent)
        assert not (tmp_path / "out.csv").exists()

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        pq.write_table(portfolio(1), tmp_path / "in.parquet")

        with pytest.raises(CannotWriteTableError, match="folder"):
            run_bulk(tmp_path / "in.parquet", tmp_path / "no" / "out.parquet", plan(), LocalEngine(), progress=silent)

    def test_the_input_itself_is_never_written_over(self, tmp_path: Path) -> None:
        source = tmp_path / "in.parquet"
        pq.write_table(portfolio(1), source)
        before = source.read_bytes()

        with pytest.raises(CannotWriteTableError, match="it is the input"):
            run_bulk(source, tmp_path / "." / "in.parquet", plan(), LocalEngine(), progress=silent)
        assert source.read_bytes() == before

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to write to")
    @pytest.mark.parametrize("name", ["out.parquet", "out.csv"])
    def test_a_full_disk_is_told_and_leaves_nothing(self, tmp_path: Path, name: str) -> None:
        pq.write_table(portfolio(10), tmp_path / "in.parquet")
        (tmp_path / f".{name}.unfinished").symlink_to("/dev/full")

        with pytest.raises(CannotWriteTableError, match="No space left"):
            run_bulk(tmp_path / "in.parquet", tmp_path / name, plan(), LocalEngine(), progress=silent)
        assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]
