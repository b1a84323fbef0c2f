"""The table of answers holds for each rule and day what the rule gives, so that a database needs one join."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from soordered.bulk.file_from_tables import CannotWriteTableError
from soordered.bulk.plan import Law
from soordered.bulk.table_of_answers import NothingCompilesError, write_answers
from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.lawbook.time_law_from_data import UnknownCourtError
from soordered.lawbook.version import LAWBOOK_VERSION
from soordered.rulefiles.days_from_toml import NoticedDays
from soordered.wiring.bulk_runs import bulk

ORDER = "cand-spero-2007-07-30"
RULES = shipped_order(ORDER).rules


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("answers") / "answers.parquet"
    write_answers(target, Law(rules=RULES), court="cand")
    return target


def dates(path: Path, rule: str, trigger: dt.date) -> dict[str, object]:
    found = pq.read_table(path, filters=[("rule", "=", rule), ("trigger", "=", trigger)]).to_pylist()
    assert len(found) == 1
    row: dict[str, object] = found[0]
    return row


def test_a_row_is_what_the_rule_gives_from_that_day(written: Path) -> None:
    """Ten business days from a demand of 9 November 2007."""
    row = dates(written, "standing-meeting", dt.date(2007, 11, 9))

    assert (row["act_by"], row["outer"]) == (dt.date(2007, 11, 27), dt.date(2007, 11, 28))
    assert row["error"] is None


def test_every_rule_has_every_day_and_names_the_lawbook(written: Path) -> None:
    table = pq.read_table(written)
    counts = Counter(table["rule"].cast(pa.string()).to_pylist())

    assert set(counts.values()) == {(dt.date(2051, 1, 1) - dt.date(1938, 1, 1)).days}
    assert "standing-meeting" in counts
    assert table.schema.metadata[b"soordered.lawbook"] == LAWBOOK_VERSION.encode()


def test_a_day_without_a_date_says_why(written: Path) -> None:
    assert "ends outside" in str(dates(written, "standing-meeting", dt.date(2050, 12, 30))["error"])
    assert dates(written, "standing-meeting", dt.date(2050, 12, 30))["act_by"] is None


def test_a_join_in_a_database_gives_what_a_bulk_run_gives(written: Path, tmp_path: Path) -> None:
    days = [dt.date(2007, 8, 1) + dt.timedelta(days=7 * n) for n in range(50)]
    asked = [(rule, day) for rule in ("standing-meeting", "standing-joint-letter", "chambers-copy") for day in days]
    pq.write_table(
        pa.table({"rule": [rule for rule, _ in asked], "trigger": [day for _, day in asked]}), tmp_path / "in.parquet"
    )
    bulk(tmp_path / "in.parquet", tmp_path / "out.parquet", rules=ORDER)
    counted = [(row["rule"], str(row["prevailing"])) for row in pq.read_table(tmp_path / "out.parquet").to_pylist()]

    base = sqlite3.connect(":memory:")
    base.execute("create table portfolio (rule, trigger)")
    base.execute("create table answers (rule, trigger, prevailing, primary key (rule, trigger))")
    base.executemany("insert into portfolio values (?, ?)", [(rule, str(day)) for rule, day in asked])
    low, high = days[0], days[-1]
    rows = pq.read_table(written, filters=[("trigger", ">=", low), ("trigger", "<=", high)]).to_pylist()
    base.executemany(
        "insert into answers values (?, ?, ?)",
        [(row["rule"], str(row["trigger"]), str(row["prevailing"])) for row in rows],
    )
    joined = base.execute(
        "select p.rule, a.prevailing from portfolio p join answers a using (rule, trigger) order by p.rowid"
    ).fetchall()
    base.close()

    assert joined == counted


def test_a_courts_notice_counts(tmp_path: Path) -> None:
    closed = NonDay(
        date=dt.date(2007, 11, 27),
        name="flooded",
        layer=Layer.NOTICE,
        authority="notice",
        sureness=DaySureness.PUBLISHED,
    )
    law = Law(rules=RULES, notices=(NoticedDays(court="cand", nondays=(closed,), opens=()),))
    write_answers(tmp_path / "answers.parquet", law, court="cand")

    row = dates(tmp_path / "answers.parquet", "standing-meeting", dt.date(2007, 11, 9))
    assert row["prevailing"] == dt.date(2007, 11, 28)


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingCompilesError, match="there are no rules"):
        write_answers(tmp_path / "answers.parquet", Law(), court="cand")
    rules = tuple(rule for rule in RULES if rule.id == "supplement")
    with pytest.raises(NothingCompilesError, match="supplement"):
        write_answers(tmp_path / "answers.parquet", Law(rules=rules), court="cand")
    with pytest.raises(UnknownCourtError):
        write_answers(tmp_path / "answers.parquet", Law(rules=RULES), court="nowhere")
    with pytest.raises(CannotWriteTableError, match="its folder is not there"):
        write_answers(tmp_path / "none" / "answers.parquet", Law(rules=RULES), court="cand")
    assert list(tmp_path.iterdir()) == []
