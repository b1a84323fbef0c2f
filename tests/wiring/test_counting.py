"""``so.due(...)``: a typed period from a typed day, with a court's own notices, and every refusal."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import soordered as so
from soordered.deadlines.deadline import Deadline
from soordered.deadlines.length_from_text import UnreadablePeriodError
from soordered.lawbook.time_law_from_data import UnknownCourtError
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.days_from_toml import DaysFileError
from soordered.rules.rule import Rank
from soordered.wiring.counting import (
    LARGEST_DAYS_FILE,
    DaysFileUnreadableError,
    ImpossibleDateError,
    ImpossibleHourError,
    NoTextError,
    OneTriggerError,
    UnknownEventError,
    UnknownRankError,
    WrongCourtError,
)


def three(deadline: Deadline) -> tuple[str, str, str]:
    return deadline.act_by.isoformat(), deadline.prevailing.isoformat(), deadline.outer.isoformat()


def test_ten_business_days_over_thanksgiving() -> None:
    assert three(so.due("10 business days", after="2007-11-09")) == ("2007-11-27", "2007-11-27", "2007-11-28")


@pytest.mark.parametrize(
    "after",
    ["2010-07-07", dt.date(2010, 7, 7), "2010-07-07T09:00", dt.datetime(2010, 7, 7, 9), "20100707"],  # noqa: DTZ001
)
def test_the_day_may_be_text_or_a_date(after: str | dt.date) -> None:
    assert so.due("14 days", after=after).prevailing.isoformat() == "2010-07-21"


def test_an_hour_with_an_offset_is_put_into_the_courts_zone() -> None:
    """Half past eleven at night in New York is half past eight in San Francisco."""
    deadline = so.due("24 hours", after="2010-07-07T23:30-04:00")

    assert deadline.prevailing.isoformat() == "2010-07-08T20:30:00-07:00"


def test_before_a_hearing_with_the_hour_typed() -> None:
    assert three(so.due("1 day by 4:30 p.m.", before="2010-11-12")) == (
        "2010-11-10T16:30:00-08:00",
        "2010-11-10T16:30:00-08:00",
        "2010-11-11T16:30:00-08:00",
    )


def test_the_next_business_day_before_noon() -> None:
    deadline = so.due("the next business day before noon", after="2010-09-03T11:00", event="paper_e_filed")

    assert three(deadline) == ("2010-09-07T12:00:00-07:00",) * 3


@pytest.mark.parametrize(
    ("service", "event", "expected"),
    [
        ("", "", "2010-07-21"),
        ("mail", "", "2010-07-26"),
        ("mail", "order_served", "2010-07-26"),
        ("hand", "order_served", "2010-07-21"),
        ("mail", "meeting_demanded", "2010-07-21"),  # a demand is no service under Rule 5
        ("mail", "complaint_served", "2010-07-21"),  # nor is a complaint
    ],
)
def test_days_for_service(service: str, event: str, expected: str) -> None:
    deadline = so.due("14 days", after="2010-07-07", service=service, event=event)

    assert deadline.prevailing.isoformat() == expected
    assert ("no days for service" in " ".join(deadline.notes)) == (expected == "2010-07-21" and service == "mail")


def test_one_reading_alone() -> None:
    deadline = so.due("10 business days", after="2007-11-09", reading="state-holidays-out")

    assert (three(deadline), len(deadline.readings)) == (("2007-11-28",) * 3, 1)


def test_a_reading_that_makes_no_difference_says_so() -> None:
    deadline = so.due("10 business days", after="2007-11-09", reading="closings-out")

    assert three(deadline) == ("2007-11-27",) * 3
    assert deadline.notes == ("The reading closings-out makes no difference to this count.",)


@pytest.mark.parametrize(
    ("regime", "as_of", "expected"),
    [
        (None, None, "2007-08-13"),
        ("frcp-2009", None, "2007-08-09"),
        (None, "2010-01-01", "2007-08-09"),  # the law as it stood in 2010
        ("frcp-2005", "2010-01-01", "2007-08-13"),  # a named version outranks a day
    ],
)
def test_the_version_of_the_rule(regime: str | None, as_of: str | None, expected: str) -> None:
    assert so.due("10 days", after="2007-07-30", regime=regime, as_of=as_of).prevailing.isoformat() == expected


def test_the_other_side_had_it_later() -> None:
    assert three(so.due("10 calendar days", after="2010-07-06", received="2010-07-08")) == (
        "2010-07-16",
        "2010-07-16",
        "2010-07-19",
    )


@pytest.mark.parametrize("rank", ["standing_order", Rank.STANDING_ORDER])
def test_whose_text_it_is(rank: str | Rank) -> None:
    assert so.due("7 days", after="2008-01-11", rank=rank).act_by.isoformat() == "2008-01-18"


class TestACourtsNotices:
    """Days of a local file."""

    def write(self, folder: Path, text: str) -> Path:
        path = folder / "notices.toml"
        path.write_text(text, encoding="utf-8")
        return path

    def test_a_closing_becomes_a_reading(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 'court = "cand"\n[[day]]\ndate = 2010-07-21\nkind = "closing"\nname = "flood"')

        assert three(so.due("14 days", after="2010-07-07", calendar=path)) == ("2010-07-21", "2010-07-21", "2010-07-22")

    def test_a_holiday_by_notice_moves_every_reading(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, '[[day]]\ndate = 2010-07-21\nkind = "holiday"')

        assert three(so.due("14 days", after="2010-07-07", calendar=str(path)))[1:] == ("2010-07-22", "2010-07-22")

    def test_an_ordinary_day_takes_a_closing_away(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, '[[day]]\ndate = 2007-12-24\nkind = "open"')

        assert three(so.due("5 business days", after="2007-12-20", calendar=path)) == ("2007-12-28",) * 3

    def test_of_another_court(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 'court = "nysd"')

        with pytest.raises(WrongCourtError, match="notices of 'nysd', and the count is for 'cand'"):
            so.due("14 days", after="2010-07-07", calendar=path)

    def test_broken(self, tmp_path: Path) -> None:
        with pytest.raises(DaysFileError, match=r"notices\.toml: it is no TOML"):
            so.due("14 days", after="2010-07-07", calendar=self.write(tmp_path, "["))

    def test_missing_a_folder_not_text_or_huge(self, tmp_path: Path) -> None:
        binary = tmp_path / "binary.toml"
        binary.write_bytes(b"\xff\xfe\x00")
        huge = tmp_path / "huge.toml"
        huge.write_text("#" * (LARGEST_DAYS_FILE + 1), encoding="utf-8")

        for path in (tmp_path / "none.toml", tmp_path, binary, huge):
            with pytest.raises(DaysFileUnreadableError, match="cannot be read"):
                so.due("14 days", after="2010-07-07", calendar=path)


def test_an_hour_may_be_given_as_text() -> None:
    assert so.due("1 day", after="2010-07-07", clock="16:30") == so.due("1 day by 4:30 p.m.", after="2010-07-07")


class TestRefused:
    """What cannot be counted, and the sentence that says so."""

    def test_both_days_or_none(self) -> None:
        with pytest.raises(OneTriggerError, match="Neither after nor before"):
            so.due("10 days")
        with pytest.raises(OneTriggerError, match="Both after and before"):
            so.due("10 days", after="2010-07-07", before="2010-07-08")

    @pytest.mark.parametrize("text", ["2010-02-30", "7 July 2010", "", "2010-07-07T25:00", "2010-13-01", "July"])
    def test_an_impossible_date(self, text: str) -> None:
        with pytest.raises(ImpossibleDateError, match="given as after, is no date"):
            so.due("10 days", after=text)

    def test_something_that_is_no_day(self) -> None:
        with pytest.raises(ImpossibleDateError):
            so.due("10 days", after=20100707)  # type: ignore[arg-type]

    @pytest.mark.parametrize("clock", ["half past four", "25:00", "", 16, dt.time(16, 30, tzinfo=dt.UTC)])
    def test_an_impossible_hour(self, clock: Any) -> None:
        with pytest.raises(ImpossibleHourError, match="given as clock, is no hour"):
            so.due("1 day", after="2010-07-07", clock=clock)
        with pytest.raises(ImpossibleHourError):
            so.Table("cand").readings([dt.date(2010, 7, 7)], 1, clock=clock)

    @pytest.mark.parametrize("name", ["period", "court", "service", "event"])
    @pytest.mark.parametrize("given", [None, 10, float("nan"), ["10 days"]], ids=repr)
    def test_something_that_is_no_text(self, name: str, given: Any) -> None:
        asked: dict[str, Any] = {"period": "10 days", "after": "2010-07-07", name: given}

        with pytest.raises(NoTextError, match=f"given as {name}, is no text"):
            so.due(**asked)

    @pytest.mark.parametrize("period", ["ten", "-1 days", "five (7) days", "99999999 days"])
    def test_nonsense_for_a_period(self, period: str) -> None:
        with pytest.raises(BadInputError):
            so.due(period, after="2010-07-07")

    def test_the_period_is_checked_before_anything_is_loaded(self) -> None:
        with pytest.raises(UnreadablePeriodError):
            so.due("soon", after="2010-07-07", court="nowhere")

    def test_an_unknown_court(self) -> None:
        with pytest.raises(UnknownCourtError, match=r"Nearest: .*\bcand\b"):
            so.due("10 days", after="2010-07-07", court="cadn")

    def test_an_unknown_event_names_the_nearest(self) -> None:
        with pytest.raises(UnknownEventError, match="meeting_demanded"):
            so.due("10 days", after="2010-07-07", event="meeting_demand")

    def test_an_unknown_rank(self) -> None:
        with pytest.raises(UnknownRankError, match="standing_order"):
            so.due("10 days", after="2010-07-07", rank="decree")

    def test_an_unknown_name_of_the_package(self) -> None:
        with pytest.raises(AttributeError, match="no attribute 'dew'"):
            so.dew  # noqa: B018


def test_counting_starts_without_the_heavy_libraries() -> None:
    """No table printer, no calendar writer, no number library is loaded by a count."""
    code = (
        "import sys, soordered as so; so.due('10 business days', after='2007-11-09');"
        "left = {'rich', 'icalendar', 'numpy', 'click', 'hypothesis', 'zoneinfo', 'difflib', 'csv', 'pkgutil'};"
        "left |= {'soordered.rules.vocabulary', 'soordered.rules.timing', 'soordered.rulefiles'};"
        "print(sorted(left & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"
