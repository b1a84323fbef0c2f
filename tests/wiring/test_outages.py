"""A log of outages in the days file: filings of those days move by the court's rule, and the doubt is shown."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import soordered as so
from soordered.rulefiles.days_from_toml import DaysFileError
from soordered.wiring.counting import DaysFileUnreadableError

RULE = '[outage_rule]\nhours = 2\nafter = 17:00:00\nauthority = "W.D. Wash. LCR 6"\n'
OUTAGE = '[[outage]]\nstart = 2025-09-09T10:20:00\nend = 2025-09-09T12:30:00\nauthority = "notice of the clerk"\n'
LOG = "start,end,contradictory,court,zone\n2025-09-09T10:20,2025-09-09T12:30,no,wawd,America/Los_Angeles\n"


def file(folder: Path, text: str) -> Path:
    path = folder / "days.toml"
    path.write_text(text, encoding="utf-8")
    return path


def count(path: Path, filing: str = "electronic") -> tuple[list[str], dict[str, str], str]:
    found = so.due("14 days", after="2025-08-26", court="wawd", calendar=path, rank="federal_rule", filing=filing)
    three = [moment.isoformat() for moment in (found.act_by, found.prevailing, found.outer)]
    return three, {reading.label: reading.due.isoformat() for reading in found.readings}, " ".join(found.notes)


def test_a_filing_due_in_an_outage_moves_by_the_courts_rule(tmp_path: Path) -> None:
    three, readings, _ = count(file(tmp_path, f'court = "wawd"\n{RULE}{OUTAGE}'))

    assert three == ["2025-09-09", "2025-09-10", "2025-09-10"]
    assert readings == {"rule-6": "2025-09-10", "inaccessible-day-stands": "2025-09-09"}


def test_the_steps_name_outage_and_rule(tmp_path: Path) -> None:
    path = file(tmp_path, f'court = "wawd"\n{RULE}{OUTAGE}')

    found = so.due("14 days", after="2025-08-26", court="wawd", calendar=path, rank="federal_rule")

    assert any("filing system out, 10:20 to 12:30: a filing moves forward" in step.why for step in found.steps)


def test_an_act_that_is_no_filing_does_not_move(tmp_path: Path) -> None:
    three, _, _ = count(file(tmp_path, f'court = "wawd"\n{RULE}{OUTAGE}'), filing="none")

    assert three == ["2025-09-09"] * 3


def test_without_the_courts_rule_the_date_stays_and_that_it_moves_is_a_reading(tmp_path: Path) -> None:
    path = file(tmp_path, f'court = "wawd"\n{OUTAGE}')

    three, readings, notes = count(path)

    assert three == ["2025-09-09", "2025-09-09", "2025-09-10"]
    assert readings == {"rule-6": "2025-09-09", "outage-moves-filing": "2025-09-10"}
    assert "no outage rule of this court is given" in notes
    assert count(path, filing="none")[0] == ["2025-09-09"] * 3


def test_where_an_outage_may_move_a_filing_the_table_says_the_same(tmp_path: Path) -> None:
    path = file(tmp_path, f'court = "wawd"\n{OUTAGE}')

    found = so.Table("wawd", calendar=path).readings([dt.date(2025, 8, 26)], 14)

    dates = {name: str(found[name][0]) for name in ("act_by", "prevailing", "outer", "outage-moves-filing")}
    assert dates == {
        "act_by": "2025-09-09", "prevailing": "2025-09-09", "outer": "2025-09-10", "outage-moves-filing": "2025-09-10",
    }  # fmt: skip


def test_a_settled_outage_is_no_doubt(tmp_path: Path) -> None:
    path = file(tmp_path, f'court = "wawd"\n{OUTAGE}')

    found = so.due("14 days", after="2025-08-26", court="wawd", calendar=path, reading="outage-moves-filing")

    assert (found.act_by.isoformat(), found.outer.isoformat()) == ("2025-09-10", "2025-09-10")
    assert any("filing system out, 10:20 to 12:30: a filing moves forward" in step.why for step in found.steps)


def test_a_log_beside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")

    three, _, _ = count(file(tmp_path, f'court = "wawd"\noutage_log = "log.csv"\n{RULE}'))

    assert three == ["2025-09-09", "2025-09-10", "2025-09-10"]


def test_a_row_that_contradicts_itself_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(LOG.replace(",no,", ",yes,"), encoding="utf-8")

    assert count(file(tmp_path, f'court = "wawd"\noutage_log = "log.csv"\n{RULE}'))[0] == ["2025-09-09"] * 3


def test_a_real_log_is_read_whole(tmp_path: Path, shared: Path) -> None:
    text = (shared / "corpus" / "cmecf_outages_cacd.csv").read_text(encoding="utf-8")
    (tmp_path / "log.csv").write_text(text, encoding="utf-8")
    path = file(tmp_path, f'court = "cacd"\noutage_log = "log.csv"\n{RULE}')

    found = so.due("14 days", after="2025-08-14", court="cacd", calendar=path, rank="federal_rule")

    # out from 11:00 on Thursday 28 August to 6:00 on Friday: both days move, over Labor Day
    assert found.act_by.isoformat() == "2025-08-28"
    assert found.prevailing.isoformat() == "2025-09-02"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        (OUTAGE, "names no court"),
        ('court = "wawd"\n[outage_rule]\nhours = 2\n', "names no authority"),
        ('court = "wawd"\n[outage_rule]\nauthority = "x"\n', "neither hours nor after"),
        ('court = "wawd"\n[outage_rule]\nauthority = "x"\nhours = 25\n', "the hours 25"),
        ('court = "wawd"\n[outage_rule]\nauthority = "x"\nhours = true\n', "the hours True"),
        ('court = "wawd"\n[outage_rule]\nauthority = "x"\nafter = "17:00"\n', "the hour '17:00'"),
        (f'court = "wawd"\n{OUTAGE}'.replace("12:30", "10:20"), "outage 1 is none"),
        (f'court = "wawd"\n{OUTAGE}'.replace("12:30:00", "12:30:00Z"), "outage 1 is none"),
        (f'court = "wawd"\n{OUTAGE}why = "x"\n', "outage 1 has other keys"),
        ('court = "wawd"\noutages = 1\n', "the key 'outages' is unknown"),
    ],
)
def test_what_is_no_outage_or_rule_is_refused(tmp_path: Path, text: str, match: str) -> None:
    with pytest.raises(DaysFileError, match=match):
        count(file(tmp_path, text))


@pytest.mark.parametrize(
    ("log", "match"),
    [
        ("begin,end\n", "its columns are begin, end"),
        ("", "its columns are none"),
        (LOG.replace("wawd", "cacd"), "line 2 is of court 'cacd'"),
        (LOG.replace("America/Los_Angeles", "UTC"), "line 2 is of zone 'UTC'"),
        (LOG.replace("12:30", "25:30"), "are no times"),
        (LOG.replace("12:30", "09:30"), "is no outage"),
        ("start,end\n2025-09-09T10:20\n", "are no times"),
    ],
)
def test_a_log_that_is_none_is_refused_with_its_line(tmp_path: Path, log: str, match: str) -> None:
    (tmp_path / "log.csv").write_text(log, encoding="utf-8")

    with pytest.raises(DaysFileError, match=match):
        count(file(tmp_path, 'court = "wawd"\noutage_log = "log.csv"\n'))


def test_a_log_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DaysFileUnreadableError, match=r"log\.csv"):
        count(file(tmp_path, 'court = "wawd"\noutage_log = "log.csv"\n'))
