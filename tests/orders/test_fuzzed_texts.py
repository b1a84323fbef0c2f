"""No text stalls the reader or makes it fail: a share of the fuzzed texts here, ten thousand in ``make stress``."""

from __future__ import annotations

import os
import time
import tracemalloc

import pytest

from soordered.orders.fields_from_reading import reading_fields
from soordered.orders.order_reading import OrderReading, read_order
from soordered.orders.provisions_from_rules import provisions
from tests.orders.fuzzed_texts import HOSTILE, fuzzed

_COUNT = int(os.environ.get("SOORDERED_FUZZ", "400"))
_PARTS = 20
_SLOWEST = 2.0  # seconds a megabyte
_LEAST = 0.1  # seconds that any text may take
_BUSY = 4  # how much slower than alone a machine may be that does other work beside this


def _read(text: str) -> tuple[OrderReading, float]:
    began = time.process_time()
    reading = read_order(text, name="fuzzed")
    return reading, time.process_time() - began


def _in_time(text: str, taken: float) -> bool:
    """Say whether a text is read in its time; a machine that was busy once gets two more tries."""
    most = max(_LEAST, _SLOWEST * len(text) / 1e6) * _BUSY
    return taken <= most or any(_read(text)[1] <= most for _ in range(2))


@pytest.mark.parametrize("part", range(_PARTS))
def test_every_fuzzed_text_is_read_in_time_with_exact_quotes(part: int) -> None:
    for number in range(part, _COUNT, _PARTS):
        text = fuzzed(number)
        reading, taken = _read(text)
        assert _in_time(text, taken), number
        reading_fields(reading)
        quotes = [one.quote for one in provisions(reading)] + [one.quote for one in reading.rulebook.unread]
        for quote in quotes:
            assert quote.span is not None
            assert text[quote.span.start : quote.span.end] == quote.text, number
        assert len({rule.id for rule in reading.rulebook}) == len(reading.rulebook), number


def test_the_same_number_gives_the_same_text() -> None:
    assert [fuzzed(number) for number in range(8)] == [fuzzed(number) for number in range(8)]


@pytest.mark.slow
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_repetition_takes_longer_than_its_length_allows(words: str) -> None:
    text = (words * (60_000 // len(words) + 1))[:60_000]

    assert _in_time(text, _read(text)[1])


@pytest.mark.slow
def test_memory_grows_with_the_text_and_no_faster() -> None:
    """A kilobyte of an order may hold some rules, each with its quotes; a flood of words may not multiply them."""
    text = "".join(fuzzed(number) for number in range(2, 60, 4))[:100_000]
    read_order(text[:1000], name="warm")
    peaks = []
    for size in (len(text) // 4, len(text)):
        tracemalloc.start()
        read_order(text[:size], name="memory")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 6 * peaks[0]
    assert peaks[1] < 600 * len(text)
