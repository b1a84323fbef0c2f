"""What holds for every text: no failure, quotes exact, places inside, time that grows with length and not faster."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soordered.orders.fields_from_reading import reading_fields
from soordered.orders.order_reading import read_order
from soordered.orders.provisions_from_rules import provisions

_SPOKEN = (
    "the parties shall must may not file a joint letter within five (5) business days of demand . ; , : no later than "
    "4:30 p.m. day before hearing on June 3, 2020 at 10:00 a.m. Counsel is ordered to serve copy (1) (a) \n\n if unless who "
    "which that and or court will determine may result in sanctions pages ten Courtroom A due by 5/6/2020 “ ” \" ' ( ) v. L. R. 7-7(e) "
    "notice motion opposition reply before after noon please do not be heard Fridays in person"
)
WORDS = st.sampled_from([word for word in re.split(" ", _SPOKEN) if word])


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=120))
def test_any_run_of_an_order_s_words_is_read_with_exact_quotes(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_order(text, name="any")

    quotes = [one.quote for one in provisions(reading)] + [one.quote for one in reading.rulebook.unread]
    for quote in quotes:
        assert quote.span is not None
        assert text[quote.span.start : quote.span.end] == quote.text
    assert len({rule.id for rule in reading.rulebook}) == len(reading.rulebook)


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_any_text_at_all_is_read_without_failure(text: str) -> None:
    reading_fields(read_order(text, name="any"))


HOSTILE = (
    "a " * 4_000,
    "shall " * 2_000,
    "within five " * 1_500,
    "(" * 6_000,
    "1." * 3_000,
    "the parties shall, " * 900,
    "no later than " * 900,
    "if the party who that which " * 500,
    "and/or (1) " * 1_200,
    '"' * 5_000,
    "the first and third, " * 700,
    "a. b. c. d. " * 1_000,
    "may 1 2 3 4 5 " * 900,
    "x" * 10_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:14].strip())
def test_hostile_texts_take_no_longer_than_their_length_allows(text: str) -> None:
    """Four times the text takes no more than about four times the time: eight leaves room for a busy machine."""
    read_order(text, name="warm")
    began = time.process_time()
    read_order(text, name="once")
    once = time.process_time() - began
    began = time.process_time()
    read_order(text * 4, name="four times")
    four = time.process_time() - began

    assert four < 8 * max(once, 0.05)
