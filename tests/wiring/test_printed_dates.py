"""A printed date is given back as printed, with the open day before it to act by."""

from __future__ import annotations

import datetime as dt

import pytest

import soordered as so
from soordered.calendars.court import OutsideCalendarError
from soordered.provenance.problems import BadInputError


def test_a_printed_sunday_never_rolls_and_is_acted_on_before() -> None:
    sunday = so.fixed("2021-05-30", court="cand", clock=dt.time(16, 30))

    assert (str(sunday.act_by.date), str(sunday.prevailing.date)) == ("2021-05-28", "2021-05-30")
    assert sunday.prevailing.clock == dt.time(16, 30)
    assert any("does not move" in note for note in sunday.notes)


def test_a_printed_court_day_is_one_date() -> None:
    assert not so.fixed(dt.date(2021, 6, 1)).contested


@pytest.mark.parametrize("on", ["2021-02-30", "June 1", "", dt.datetime(2021, 6, 1, 9)])  # noqa: DTZ001  no moment is taken
def test_what_is_no_day_is_refused(on: object) -> None:
    with pytest.raises(BadInputError, match=r"given as on, is no date"):
        so.fixed(on)  # type: ignore[arg-type]


def test_a_day_outside_the_calendar_is_refused() -> None:
    with pytest.raises(OutsideCalendarError):
        so.fixed("2051-01-01")
