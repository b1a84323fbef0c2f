"""The chain: each link covers its header and everything before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from soordered.record.chain import first_link, header_digest, link_after, link_of, moment_from_text, moment_text
from soordered.record.entry import Digest, Header, MatterId
from tests.record.chains import MATTER, chained, offers


def test_entries_follow_one_another() -> None:
    first, second, third = chained(offers(3))

    assert first.header.previous == first_link(MATTER)
    assert second.header.previous == link_of(first.header)
    assert third.header.previous == link_after(second.header.previous, header_digest(second.header))


def test_two_matters_share_no_link() -> None:
    assert first_link(MatterId("a")) != first_link(MatterId("b"))


@pytest.mark.parametrize(
    "change",
    [
        {"matter": "another"},
        {"position": 2},
        {"kind": "meeting_held"},
        {"version": 2},
        {"actor": "somebody"},
        {"role": "judge"},
        {"side": "defendant"},
        {"recorded_at": dt.datetime(2007, 11, 9, 20, 1, 0, 1, tzinfo=dt.UTC)},
        {"visible_to": ("plaintiff",)},
        {"previous": Digest(bytes(32))},
        {"commitment": Digest(bytes(32))},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_other_word_of_a_header_makes_another_link(change: dict[str, object]) -> None:
    header = chained(offers(1))[0].header
    other: Header = replace(header, **change)  # type: ignore[arg-type]  # each row holds a field of its own type

    assert link_of(other) != link_of(header)


def test_the_same_moment_in_another_zone_is_the_same_header() -> None:
    header = chained(offers(1))[0].header
    there = replace(header, recorded_at=header.recorded_at.astimezone(dt.timezone(dt.timedelta(hours=-8))))

    assert link_of(there) == link_of(header)


def test_a_moment_is_written_in_utc_and_read_back() -> None:
    moment = dt.datetime(2007, 11, 9, 15, 20, tzinfo=dt.timezone(dt.timedelta(hours=-8)))

    assert moment_text(moment) == "2007-11-09T23:20:00.000000Z"
    assert moment_from_text(moment_text(moment)) == moment


@pytest.mark.parametrize("text", ["2007-11-09T23:20:00Z", "2007-11-09 23:20:00.000000Z", "2007-11-09", "x"])
def test_a_moment_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        moment_from_text(text)
