"""Lengths: every way to say how long a paper may be gives one page limit with its amount, and a paper's past or a condition none."""

from __future__ import annotations

import pytest

from soordered.orders.order_reading import read_order
from soordered.orders.provisions_from_rules import provisions
from soordered.rules.vocabulary import Facet


def lengths(text: str) -> list[tuple[int | float, str]]:
    """The lengths that a standing order of one text sets."""
    reading = read_order(f"STANDING ORDER\n\nJudge Ann Doe\n\n{text}\n", name="lengths")
    return [
        (one.amount.amount, one.amount.unit)
        for one in provisions(reading)
        if one.kind is Facet.PAGE_LIMIT and one.amount is not None
    ]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("The letter is subject to a three-page limit.", 3, "page"),
        ("The limit for each letter is five pages.", 5, "page"),
        ("Each side may submit a letter brief, five pages or fewer.", 5, "page"),
        ("No brief may be longer than 20 pages.", 20, "page"),
        ("The statement must fit on a single page.", 1, "page"),
        ("Memoranda are not to exceed 25 double-spaced pages.", 25, "page"),
        ("Letter briefs shall be under four pages.", 4, "page"),
        ("Replies: ten pages.", 10, "page"),
        ("The letter must not run beyond 1,500 words.", 1500, "word"),
        ("The parties shall share six pages equally.", 6, "page"),
        ("Letters longer than four pages will be disregarded.", 4, "page"),
        ("A one-page agenda is due by noon.", 1, "page"),
        ("Its brief may run to 35 pages.", 35, "page"),
    ],
)
def test_each_way_to_say_a_length_gives_its_amount(text: str, amount: int, unit: str) -> None:
    assert lengths(text) == [(amount, unit)]


def test_a_unit_carries_on_to_the_next_number() -> None:
    assert lengths("Opening briefs are limited to 7,000 words and replies to 3,500.") == [
        (7000, "word"),
        (3500, "word"),
    ]


def test_the_same_length_is_the_one_last_stated() -> None:
    assert lengths("The letter shall not exceed three pages. The answer may be of the same length.") == [
        (3, "page"),
        (3, "page"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Movant lodged a declaration of 22 pages.",
        "The former rules allowed five-page letters.",
        "Page 3 of the letter shall be redacted.",
        "The answer may be of the same length.",  # as nothing before
    ],
)
def test_what_sets_no_length_gives_none(text: str) -> None:
    assert lengths(text) == []
