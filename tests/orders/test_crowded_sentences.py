"""A text too full of numbers and binding words is read as far as it may be; the rest is listed, with a problem."""

from __future__ import annotations

import pytest

from soordered.orders.crowded_sentences import crowded
from soordered.orders.order_reading import read_order
from soordered.orders.sentences_from_text import fold, sentences

_PLAIN = (
    "The parties shall confer in good faith about every dispute, and no motion may be noticed before they have met. "
)
_FULL = "Plaintiff shall serve it by May 9, 2020 and 1, 2, 3, 4. "


@pytest.mark.parametrize("text", [_PLAIN * 900, _FULL * 100, _PLAIN * 300 + _FULL * 60, ""])
def test_what_an_order_may_hold_is_read(text: str) -> None:
    assert crowded(fold(text), sentences(text)) == frozenset()


def test_a_flood_of_numbers_is_cut_off_and_plain_text_after_it_is_read_again() -> None:
    text = _FULL * 300 + _PLAIN * 900
    found = crowded(fold(text), sentences(text))

    assert found
    assert min(found) > 30
    assert max(found) < len(sentences(text)) - 500


def test_what_is_not_read_is_listed_and_told() -> None:
    reading = read_order(_FULL * 300, name="flood")
    unread = [one for one in reading.rulebook.unread if "too full" in one.why]
    (problem,) = [one for one in reading.rulebook.problems if "were not read" in one.what]

    assert unread
    assert len(reading.rulebook.rules) > 30
    assert str(sum(one.crowded for one in reading.sentences.sentences)) in problem.what
    assert "flood" in problem.where
