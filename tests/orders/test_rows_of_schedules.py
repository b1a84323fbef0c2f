"""Schedules whose times stand beside what they limit, with no verb between."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.orders.order_reading import read_order
from soordered.orders.provisions_from_rules import Provision, provisions
from soordered.rules.length import Length, Unit
from soordered.rules.vocabulary import Facet, Trigger

OPENING = (
    "SCHEDULING ORDER\n\nIT IS ORDERED that the following schedule of deadlines is in effect until further order:\n\n"
)
TIMED = {Facet.DEADLINE, Facet.CUTOFF_TIME, Facet.HEARING_SCHEDULE}


def timed(text: str) -> list[Provision]:
    """The timed provisions of a text."""
    return [one for one in provisions(read_order(text, name="rows.txt")) if one.kind in TIMED]


def test_a_date_alone_in_its_line_belongs_to_the_words_below_it() -> None:
    found = timed(
        OPENING
        + "May 4, 2021\n\n9:00 a.m. PRETRIAL CONFERENCE in Courtroom 3.\n\n"
        + "April 20, 2021\n\nFile responses to motions in limine.\n\nApril 6, 2021\n\nFile motions in limine.\n"
    )
    assert [(one.kind, one.date, one.clock) for one in found] == [
        (Facet.HEARING_SCHEDULE, dt.date(2021, 5, 4), dt.time(9)),
        (Facet.DEADLINE, dt.date(2021, 4, 20), None),
        (Facet.DEADLINE, dt.date(2021, 4, 6), None),
    ]
    assert [one.action for one in found][1:] == ["file_opposition", "file_motion"]


def test_a_date_alone_below_a_label_belongs_to_the_label() -> None:
    found = timed(
        "SCHEDULING ORDER\n\nThe Court enters this order.\n\nDeadline to exchange witness lists\n\nMay 4, 2021\n\n"
        "Deadline to file dispositive motions\n\nJune 8, 2021\n"
    )
    assert [one.date for one in found] == [dt.date(2021, 5, 4), dt.date(2021, 6, 8)]
    assert found[1].action == "file_motion"


@pytest.mark.parametrize("mark", ["/", "|", "-", ":", "–"])
def test_a_row_may_begin_with_its_time(mark: str) -> None:
    (found,) = timed(
        f"SCHEDULING ORDER\n\nThe Court orders as follows.\n\nTwo weeks before trial {mark} File exhibit lists.\n"
    )
    assert found.period is not None
    assert (found.period.length, found.period.trigger) == (Length(2, Unit.WEEK), Trigger.TRIAL)


@pytest.mark.parametrize(
    "text",
    [
        "ORDER\n\nMay 4, 2021\n\nThe motion is granted.\n",  # the day of the order
        "ORDER\n\nIT IS SO ORDERED.\n\nMay 4, 2021\n\nHon. Ann Doe\n",
        "ORDER\n\nMay 4, 2021: order entered.\n\nThe parties shall confer.\n",
    ],
)
def test_a_date_alone_is_no_row_without_a_schedule(text: str) -> None:
    assert timed(text) == []


def test_labels_above_their_times_in_a_schedule_are_read_whatever_they_name() -> None:
    found = timed(
        OPENING
        + "BENCH TRIAL begins\n\nMarch 4, 2025\n\nDeadline to complete mediation\n\nAugust 30, 2024\n\n"
        + "Agreed statement of facts due\n\nFebruary 11, 2025\n\nPretrial conference set for 10:30 a.m.\n\nFebruary 25, 2025\n"
    )
    assert [(one.kind, one.date, one.clock) for one in found] == [
        (Facet.HEARING_SCHEDULE, dt.date(2025, 3, 4), None),
        (Facet.DEADLINE, dt.date(2024, 8, 30), None),
        (Facet.DEADLINE, dt.date(2025, 2, 11), None),
        (Facet.HEARING_SCHEDULE, dt.date(2025, 2, 25), dt.time(10, 30)),
    ]


def test_columns_parted_by_lines_are_rows() -> None:
    found = timed(
        "ORDER\n\nIT IS ORDERED:\n\nFact Discovery Cut-Off: | March 31, 2025 |\nExpert Reports: | June 12, 2025 |\n"
        "Further Conference: | July 8, 2025 at 1:30 p.m. |\n"
    )
    assert [(one.kind, one.date, one.clock) for one in found] == [
        (Facet.DEADLINE, dt.date(2025, 3, 31), None),
        (Facet.DEADLINE, dt.date(2025, 6, 12), None),
        (Facet.HEARING_SCHEDULE, dt.date(2025, 7, 8), dt.time(13, 30)),
    ]


def test_a_label_that_ends_with_a_colon_stands_above_its_time() -> None:
    found = timed(
        "ORDER\n\nThe Court adopts this case schedule:\n\nDeadline to amend pleadings:\n\nAugust 12, 2021\n\n"
        "Further case management conference:\n\nJanuary 19, 2022 at 1:30 p.m.\n"
    )
    assert [(one.kind, one.date) for one in found] == [
        (Facet.DEADLINE, dt.date(2021, 8, 12)),
        (Facet.HEARING_SCHEDULE, dt.date(2022, 1, 19)),
    ]


def test_a_schedule_in_one_line_is_read_row_by_row() -> None:
    found = timed(
        "SCHEDULING ORDER signed on 3/3/2014. Record Deadlines: Filing 4/24/2014; Informal Objections 5/7/2014. "
        "Cross-Motion Deadlines: Plaintiff's Opening Brief 5/28/2014; Reply 6/11/2014; Hearing 7/16/2014. (xy)\n"
    )
    assert [(one.kind, one.date) for one in found] == [
        (Facet.DEADLINE, dt.date(2014, 4, 24)),
        (Facet.DEADLINE, dt.date(2014, 5, 7)),
        (Facet.DEADLINE, dt.date(2014, 5, 28)),
        (Facet.DEADLINE, dt.date(2014, 6, 11)),
        (Facet.HEARING_SCHEDULE, dt.date(2014, 7, 16)),
    ]
