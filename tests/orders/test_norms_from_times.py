"""Times without a binding verb around them, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.orders.order_reading import read_order
from soordered.orders.provisions_from_rules import Provision, provisions
from soordered.rules.timing import Recurring, Standard
from soordered.rules.vocabulary import Facet

HEADING = "ORDER\n\nCase No. 3:20-cv-00001\n\n"


def limits(text: str) -> list[Provision]:
    """The limits of a text."""
    shown = provisions(read_order(f"{HEADING}{text}\n", name="x"))
    return [one for one in shown if one.kind in {Facet.DEADLINE, Facet.CUTOFF_TIME}]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Deposition deadline is set for October 23, 2020.", dt.date(2020, 10, 23)),
        ("The expert cut-off is moved from 3/16/2021 to 4/20/2021.", dt.date(2021, 4, 20)),
        ("Deadline to file dispositive motions is hereby extended to 4/20/2021.", dt.date(2021, 4, 20)),
        ("Last date to conduct a settlement conference is 4/20/2021.", dt.date(2021, 4, 20)),
        ("The last date to file any discovery motion is 4/20/2021.", dt.date(2021, 4, 20)),
    ],
)
def test_a_deadline_without_a_verb_that_binds(text: str, date: dt.date) -> None:
    assert [one.date for one in limits(text)] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "No motion to compel may be filed before the discovery conference.",
        "If a date falls on a weekend, the act shall be performed on the next business day.",
        "Rule 16 requires the Court to enter a scheduling order within 120 days of the date of the complaint being served.",
        "Before the court is a motion asking for a 21 day extension of time until January 27th, 2006 to file a motion.",
        "A notice generally will be sent within two weeks after a responsive pleading is filed.",
        "The court generally sets the discovery cut-off 30 days before the deadline for motions.",
        "All dates are extended by 28 days.",
        "Deadlines in civil cases were extended first by 21 days, then by another 28 days.",
        "The parties should have exchanged their disclosures by May 14, 2020.",
        "Unless leave is obtained before the filing deadline, briefs shall not exceed ten pages.",
        "Trial is scheduled to begin two weeks after the pretrial conference.",
        "Defendant shall produce its invoices for the period January 1, 2012 through December 31, 2014.",
        "Counsel shall dial in five minutes before the start.",
        "Each side may take no more than 60 hours of deposition testimony.",
    ],
)
def test_what_limits_nobody(text: str) -> None:
    assert limits(text) == []


def test_what_was_done_already_is_no_limit() -> None:
    text = "Disclosures, if not already exchanged prior to the scheduling conference, shall be made within ten days of this order."
    assert [one.quote.text for one in limits(text)] == ["within ten days of this order"]


def test_a_document_s_number_ends_no_sentence() -> None:
    (found,) = limits("The deadline to respond to the motion (Doc. 66) is extended to May 4, 2021.")
    assert found.date == dt.date(2021, 5, 4)


def test_to_be_done_in_time_for_an_event_is_a_limit() -> None:
    (found,) = limits("Written discovery shall be served in time to be answered prior to the close of discovery.")
    assert found.period is not None
    assert found.period.length.n == 0
    assert found.trigger == "discovery_cutoff"


def test_a_row_may_be_followed_by_a_proviso() -> None:
    found = limits("Replies: 7 days after service of the response, but not less than three days before argument.")
    assert [one.trigger for one in found] == ["opposition_served", "hearing"]


@pytest.mark.parametrize(
    ("text", "days", "weeks"),
    [
        ("Status reports are due on the first Monday of each month.", ("Monday",), (1,)),
        ("The parties shall exchange logs on the second and fourth Friday of every month.", ("Friday",), (2, 4)),
        ("Counsel are directed to speak by telephone each Thursday until production ends.", ("Thursday",), ()),
    ],
)
def test_a_duty_may_come_round(text: str, days: tuple[str, ...], weeks: tuple[int, ...]) -> None:
    book = read_order(f"{HEADING}{text}\n", name="x").rulebook
    (timing,) = [rule.timing for rule in book if isinstance(rule.timing, Recurring)]
    assert (tuple(map(str, timing.weekdays)), timing.weeks_of_month) == (days, weeks)


def test_every_other_week_is_kept_in_words_for_nobody_knows_which() -> None:
    book = read_order(f"{HEADING}Counsel shall confer by telephone every other Thursday.\n", name="x").rulebook
    assert [rule.timing for rule in book if isinstance(rule.timing, Standard)] == [
        Standard(words="every other thursday")
    ]


def test_a_time_in_front_of_who_shall_act_is_a_limit_whatever_stands_between() -> None:
    text = "Seven days prior to the conference, or on such other date as the court may direct, the parties will submit letters."
    (found,) = limits(text)
    assert found.trigger == "conference"


@pytest.mark.parametrize(
    "text",
    [
        "Joint status reports are due January 5, 2021, March 5, 2021, and May 5, 2021.",
        "The parties shall file joint status reports on January 5, 2021, March 5, 2021 and May 5, 2021.",
    ],
)
def test_the_same_may_fall_due_on_several_days(text: str) -> None:
    assert [one.date for one in limits(text)] == [dt.date(2021, 1, 5), dt.date(2021, 3, 5), dt.date(2021, 5, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "Parties and counsel for represented parties are jointly responsible for submitting, within 14 days, a report.",
        "Defendant must, by Friday, February 9, 2024, create a log.",
        "The motion seeking more time is granted and any response is due March 1, 2024.",
        "To the extent defendants still contend that they do not understand, counsel shall confer on or before July 17, 2013.",
        "Both sides will make best efforts to finish the meet and confer within 5 business days.",
    ],
)
def test_a_duty_told_without_shall_or_must(text: str) -> None:
    assert len(limits(text)) == 1
