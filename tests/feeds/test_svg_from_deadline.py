"""The picture of a count says what the count says, in shapes and words as well as colours, and holds nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import soordered as so
from soordered.deadlines.deadline import Deadline
from soordered.feeds.marked_days_from_deadline import DateMark, MarkedDay, marked_days
from soordered.feeds.svg_from_deadline import MONTHS_AT_MOST, svg_from_deadline

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "title", "desc", "defs", "pattern", "line", "rect", "circle", "polygon", "text"}


def ten_days() -> Deadline:
    """Ten business days from a demand of 9 November 2007, over Veterans Day, Thanksgiving and the day after it."""
    return so.due("10 business days", after="2007-11-09", court="cand")


def drawn(
    deadline: Deadline,
    asked: str = "a period",
    *,
    computed_from: str = "",
    verified: str = "unverified",
    ids: str = "count",
) -> ET.Element:
    text = svg_from_deadline(deadline, asked=asked, computed_from=computed_from, verified=verified, ids=ids)
    return ET.fromstring(text)  # noqa: S314  ours


def words(picture: ET.Element) -> list[str]:
    return [text.text or "" for text in picture.iter(f"{SVG}text")]


def on(deadline: Deadline, date: str) -> MarkedDay:
    return next(day for day in marked_days(deadline).days if day.date == dt.date.fromisoformat(date))


def test_each_day_of_the_count_says_what_it_did() -> None:
    count = ten_days()

    assert on(count, "2007-11-09").starts
    assert (on(count, "2007-11-13").number, on(count, "2007-11-27").number) == (1, 10)
    assert on(count, "2007-11-12").passed_over == "Veterans Day, on the Monday"
    assert on(count, "2007-11-10").letter == on(count, "2007-11-24").letter
    assert on(count, "2007-11-27").marks == ((DateMark.ACT_BY, ""), (DateMark.PREVAILING, ""))
    assert on(count, "2007-11-28").marks == ((DateMark.LATEST_ARGUABLE, ""),)


def test_the_reasons_stand_beside_their_letters_with_the_authority() -> None:
    reasons = dict(marked_days(ten_days()).reasons)

    assert reasons[on(ten_days(), "2007-11-22").letter] == "Thanksgiving Day (5 U.S.C. 6103(a))"


def test_days_passed_over_at_the_end_are_drawn_as_such() -> None:
    """Counted and yet no day to end on: the fifth day is a Saturday."""
    saturday = on(so.due("5 calendar days", after="2007-07-30"), "2007-08-04")

    assert (saturday.number, saturday.passed_over) == (5, "Saturday")


def test_three_dates_that_agree_are_one_mark() -> None:
    count = so.due("10 days", after="2010-11-01")

    assert not count.contested
    assert on(count, "2010-11-12").marks == ((DateMark.DUE, ""),)
    assert "due" in words(drawn(count))


def test_an_hour_stands_with_its_date() -> None:
    count = so.due("1 day by 4:30 p.m.", before="2010-07-12")

    assert {"act by 4:30 p.m.", "prevailing 4:30 p.m.", "latest 4:30 p.m."} <= set(words(drawn(count)))


def test_another_reading_can_be_drawn() -> None:
    count = so.due("5 calendar days", after="2007-07-30")

    picture = drawn(count)
    other = ET.fromstring(svg_from_deadline(count, asked="x", reading=count.readings[1]))  # noqa: S314

    assert any("calendar-days-rolled (prevailing)" in line for line in words(picture))
    assert any("reading calendar-days-literal (arguable)" in line for line in words(other))


def test_each_date_has_a_shape_and_a_word_besides_its_colour() -> None:
    """In black and white: a filled square, a disc, an open triangle under a dashed edge."""
    picture = drawn(ten_days())
    edges = [rect.get("stroke-dasharray") for rect in picture.iter(f"{SVG}rect")]

    assert {"act by", "prevailing", "latest arguable"} <= set(words(picture))
    assert len(list(picture.iter(f"{SVG}polygon"))) == 2  # on the day, and in the legend
    assert edges.count("4 3") == 1
    assert any("do not calendar" in line for line in words(picture))


def test_a_screen_reader_is_read_the_whole_count() -> None:
    picture = drawn(ten_days(), "10 business days after 2007-11-09", ids="first")
    title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert description.text is not None

    assert picture.get("role") == "img"
    assert (
        picture.get("aria-labelledby")
        == f"{title.get('id')} {description.get('id')}"
        == "first-title first-description"
    )
    assert title.text == "10 business days after 2007-11-09"
    assert "latest arguable Wed 28 Nov 2007 (do not calendar)." in description.text
    assert "Mon 12 Nov 2007: passed over, Veterans Day, on the Monday." in description.text
    assert "Tue 27 Nov 2007: day 10; act by; prevailing." in description.text


def test_the_foot_names_the_source_the_lawbook_and_what_it_is_not() -> None:
    count = ten_days()
    foot = " ".join(words(drawn(count, computed_from="order.txt, version 1", verified="verified by Q, 2007-08-20")))

    assert (
        f"Computed from order.txt, version 1, verified by Q, 2007-08-20; lawbook {count.lawbook}. Not legal advice; "
        "confirm against the docket." in foot
    )


def test_a_long_count_draws_its_first_and_last_months_and_says_so() -> None:
    count = so.due("300 days", after="2010-11-05")
    heads = [line for line in words(drawn(count)) if line[-4:] in {"2010", "2011"} and len(line.split()) == 2]

    assert len(heads) == MONTHS_AT_MOST
    assert "… 5 months between them are not drawn …" in words(drawn(count))


HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        "</title><script>alert(1)</script>",
        '" onload="x',
        "&lt;b&gt;",
        "]]>",
        "<!--",
        "\x00\x08\ufffe\ud800",
        "中" * 200,
        "a" * 900,
    ]
)


@settings(max_examples=60, deadline=None)
@given(asked=HOSTILE, note=HOSTILE, source=HOSTILE, verified=HOSTILE)
def test_what_is_written_into_it_stays_words(asked: str, note: str, source: str, verified: str) -> None:
    count = replace(ten_days(), notes=(note,), lawbook=source)
    picture = drawn(count, asked, computed_from=source, verified=verified)

    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= SHAPES
    for element in picture.iter():
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]
    svg_from_deadline(count, asked=asked).encode("utf-8")


@settings(max_examples=60, deadline=None)
@given(
    n=st.integers(1, 60),
    unit=st.sampled_from(["days", "business days", "calendar days", "court days", "weeks"]),
    day=st.dates(dt.date(1940, 1, 1), dt.date(2049, 1, 1)),
    back=st.booleans(),
)
def test_any_count_can_be_drawn_and_marks_its_three_dates(n: int, unit: str, day: dt.date, back: bool) -> None:  # noqa: FBT001
    count = so.due(f"{n} {unit}", **{"before" if back else "after": day})  # type: ignore[arg-type]

    marked = {mark: found.date for found in marked_days(count).days for mark, _ in found.marks}

    assert set(marked.values()) == {count.act_by.date, count.prevailing.date, count.outer.date}
    assert [found.date for found in marked_days(count).days] == sorted(
        {found.date for found in marked_days(count).days}
    )
    drawn(count)


def test_the_same_count_is_the_same_picture() -> None:
    assert svg_from_deadline(ten_days(), asked="x") == svg_from_deadline(ten_days(), asked="x")


@pytest.mark.parametrize("ids", ["", "1a", "a b", 'a"', "a" * 50])
def test_what_begins_no_id_is_refused(ids: str) -> None:
    with pytest.raises(ValueError, match="begins no id"):
        svg_from_deadline(ten_days(), asked="x", ids=ids)
