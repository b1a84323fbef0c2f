"""A court's notices from a file: five kinds of day, and what is refused with its place."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.calendars.days import DaySureness, Layer
from soordered.rulefiles.days_from_toml import DaysFileError, days_from_toml


def read(text: str) -> object:
    return days_from_toml(text, name="days.toml")


@pytest.mark.parametrize(
    ("kind", "layer"),
    [
        ("holiday", Layer.NOTICE),
        ("state", Layer.STATE),
        ("closing", Layer.CLOSING),
        ("inaccessible", Layer.INACCESSIBLE),
    ],
)
def test_each_kind_has_its_layer(kind: str, layer: Layer) -> None:
    days = days_from_toml(
        f'[[day]]\ndate = 2010-11-26\nkind = "{kind}"\nname = "closed"\nauthority = "Notice of Nov. 1"', name="d.toml"
    )

    (day,) = days.nondays
    assert (day.date, day.layer, day.name, day.authority, day.sureness) == (
        dt.date(2010, 11, 26),
        layer,
        "closed",
        "Notice of Nov. 1",
        DaySureness.PUBLISHED,
    )


def test_an_ordinary_day_by_the_courts_word() -> None:
    days = days_from_toml('court = "cand"\n[[day]]\ndate = 2013-07-05\nkind = "open"', name="d.toml")

    assert (days.court, days.nondays, days.opens) == ("cand", (), (dt.date(2013, 7, 5),))


def test_name_and_authority_may_be_left_out() -> None:
    (day,) = days_from_toml('[[day]]\ndate = 2010-11-26\nkind = "closing"', name="d.toml").nondays

    assert (day.name, day.authority) == ("closing", "notice in d.toml")


def test_an_empty_file_adds_nothing() -> None:
    assert days_from_toml("", name="d.toml").nondays == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("day = [", "it is no TOML"),
        ("[[day]]\ndate = 2010-02-30\nkind = 'closing'", "it is no TOML"),
        ("days = []", "the key 'days' is unknown"),
        ("court = 5", "court is a text"),
        ("day = 5", "court is a text and day a list of tables"),
        ("day = [5]", "day 1 is no table"),
        ("[[day]]\ndate = 2010-11-26\nkind = 'closing'\nhour = 5", "day 1 has the unknown key 'hour'"),
        ("[[day]]\nkind = 'closing'", "day 1 has no date"),
        ("[[day]]\ndate = '2010-11-26'\nkind = 'closing'", "day 1 has no date"),
        ("[[day]]\ndate = 2010-11-26T10:00:00\nkind = 'closing'", "day 1 has no date"),
        ("[[day]]\ndate = 2010-11-26", "day 1 has the kind None"),
        ("[[day]]\ndate = 2010-11-26\nkind = 'picnic'", "day 1 has the kind 'picnic'"),
        ("[[day]]\ndate = 2010-11-26\nkind = 'closing'\nname = 5", "day 1: name and authority are texts"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, message: str) -> None:
    with pytest.raises(DaysFileError) as caught:
        read(text)

    assert str(caught.value).startswith(f"days.toml: {message}")
    assert "nothing was counted" in str(caught.value)
