"""The versions of the counting rule by date and by name."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from soordered.calendars.days import Layer
from soordered.calendars.regimes import Backward, ExtraDays
from soordered.calendars.time_law import NoRegimeError, UnknownRegimeError
from soordered.lawbook.time_law_from_data import time_law

LAW = time_law("cand")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1938-09-16", "frcp-1938"),
        ("1963-06-30", "frcp-1938"),
        ("1963-07-01", "frcp-1963"),
        ("1971-07-01", "frcp-1971"),
        ("1985-07-31", "frcp-1971"),
        ("1985-08-01", "frcp-1985"),
        ("2001-12-01", "frcp-2001"),
        ("2005-12-01", "frcp-2005"),
        ("2007-07-30", "frcp-2005"),
        ("2007-12-01", "frcp-2007"),
        ("2009-11-30", "frcp-2007"),
        ("2009-12-01", "frcp-2009"),
        ("2016-12-01", "frcp-2016"),
        ("2023-12-01", "frcp-2023"),
        ("2050-12-31", "frcp-2023"),
    ],
)
def test_the_version_in_force(day: str, expected: str) -> None:
    assert LAW.regime_on(dt.date.fromisoformat(day)).id == expected


@pytest.mark.parametrize("family", ["frcp", "frap", "frbp", "frcrimp"])
def test_the_versions_of_a_family_follow_one_another_without_gap(family: str) -> None:
    versions = [regime for regime in LAW.regimes if regime.family == family]

    assert len(versions) >= 4
    for one, following in pairwise(versions):
        assert one.ends is not None
        assert one.ends + dt.timedelta(days=1) == following.in_force
    assert versions[-1].ends is None


@pytest.mark.parametrize(
    ("regime", "threshold"),
    [
        ("frcp-1938", 7),
        ("frcp-1971", 7),
        ("frcp-1985", 11),
        ("frcp-2007", 11),
        ("frcp-2009", 0),
        ("frbp-1989", 8),
        ("frbp-1987", 11),
        ("frap-2002", 11),
        ("frap-1985", 7),
        ("frcrimp-2005", 11),
    ],
)
def test_the_threshold_under_which_weekends_are_left_out(regime: str, threshold: int) -> None:
    assert LAW.regime(regime).excludes_under == threshold


def test_saturdays_and_state_days_came_in_1963_and_state_days_went_one_way_in_2009() -> None:
    before, middle, now = LAW.regime("frcp-1938"), LAW.regime("frcp-1963"), LAW.regime("frcp-2009")

    assert not {Layer.SATURDAY, Layer.STATE} & before.nondays
    assert {Layer.SATURDAY, Layer.STATE} <= middle.nondays
    assert (Layer.STATE in now.nondays, now.nondays_after_only) == (False, frozenset({Layer.STATE}))


def test_backward_counting_was_settled_in_2009() -> None:
    assert {regime.id for regime in LAW.regimes if regime.backward is Backward.BACK and regime.family == "frcp"} == {
        "frcp-2009",
        "frcp-2016",
        "frcp-2023",
    }


@pytest.mark.parametrize(
    ("regime", "order", "methods"),
    [
        ("frcp-1985", ExtraDays.WITH_PERIOD, {"mail"}),
        ("frcp-2001", ExtraDays.WITH_PERIOD, {"mail", "clerk", "electronic", "other_consented"}),
        ("frcp-2005", ExtraDays.AFTER_ROLL, {"mail", "clerk", "electronic", "other_consented"}),
        ("frcp-2016", ExtraDays.AFTER_ROLL, {"mail", "clerk", "other_consented"}),
    ],
)
def test_three_days_for_service(regime: str, order: ExtraDays, methods: set[str]) -> None:
    version = LAW.regime(regime)

    assert (version.extra_days, version.extra_days_order, set(version.extra_days_methods)) == (3, order, methods)


def test_a_day_before_the_first_version_is_refused() -> None:
    with pytest.raises(NoRegimeError, match="No version of the frcp counting rule was in force on 1938-09-15"):
        LAW.regime_on(dt.date(1938, 9, 15))


def test_a_family_that_is_not_held_is_refused() -> None:
    with pytest.raises(NoRegimeError, match="none is held"):
        LAW.regime_on(dt.date(2010, 1, 1), family="state")


def test_an_unknown_version_is_refused_with_the_list() -> None:
    with pytest.raises(
        UnknownRegimeError, match=r"There is no version of the counting rule called 'frcp-2010'.*frcp-2009"
    ):
        LAW.regime("frcp-2010")
