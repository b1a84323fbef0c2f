"""A pattern spared is a pattern that could not have matched."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soordered.orders.needs_of_patterns import NEEDS
from soordered.orders.patterns import Pattern, signal_text
from soordered.orders.prefixes_of_patterns import PREFIXES
from soordered.orders.sentences_from_text import fold, sentences
from tests.orders.first_of_pattern import prefix_of
from tests.orders.needs_from_pattern import needs_of
from tests.orders.write_needs import every_pattern, how_often, needs, prefixes

_TEXTS = tuple(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "unseen" / "open").glob("*.txt"))
)


def _even(signals: frozenset[str]) -> float:
    return len(signals) / 20


@pytest.mark.parametrize(
    ("source", "flags", "want"),
    [
        (r"\bshall\b", 0, [["=shall"]]),
        (r"requir", 0, [["~requir"]]),
        (r"\brequir", 0, [["<requir"]]),
        (r"(?<![a-z])requir(?![a-z])", 0, [["=requir"]]),
        (r"no later than", 0, [["<than"], ["=later"], [">no"]]),
        (r"\b(?:file|serve)d?\b", 0, [["<file", "<serve"]]),
        (r"within \d+ days", 0, [["!0"], ["<days"], [">within"]]),
        (r"JUDGE", re.IGNORECASE, [["~judge"]]),
        (r"¶|\bid\b", 0, [["=id", "!¶"]]),
        (r"é|\bid\b", 0, []),  # the first branch needs no signal: so does the whole
        (r"(?:shall )?", 0, []),
        (r"[a-z]{3}", 0, []),
        (r"(?<=leave) is", 0, [["<is"]]),  # what stands before may stand in the sentence before
        (r"e(?:-)?mail", 0, [["~mail"]]),  # "email": no word begins with mail
        (r"day(?:s)?\b", 0, [["~day"]]),
        (r"a(?!b)c", 0, [["~ac"]]),
        (r"\$\d", 0, [["!$"], ["!0"]]),
        (r"[;:] and", 0, [["!:", "!;"], ["<and"]]),
    ],
)
def test_what_a_pattern_needs(source: str, flags: int, want: list[list[str]]) -> None:
    assert sorted(needs_of(source, flags, _even)) == sorted(map(sorted, want))


@pytest.mark.parametrize(
    ("source", "flags", "want"),
    [
        (r"\b(?:fail|refuse)", 0, r"\b(?=[fr])"),
        (r"\bfail|\brefuse", 0, r"(?=[fr])"),
        (r"\b[|(]a(?:b|c)\|", 0, r"\b(?=[(\|])"),
        (r"(?:by )?noon", 0, "(?=[bn])"),
        (r"(?<!x)(?!y)a", 0, "(?=[a])"),
        (r"[-\]a]+b", 0, r"(?=[\-\]a])"),
        (r"\s?(?:\d|x)", 0, r"(?=[\d\sx])"),
        (r"(?:a)?", 0, ""),  # may match nothing
        (r"[^a]b", 0, ""),
        (r".a", 0, ""),
        (r"\wa", 0, ""),
        (r"(?i)a", 0, ""),  # flags must stay first
        (r"(?i:a)b", 0, ""),
        (r"(?-i:D)ate", re.IGNORECASE, "(?=[D])"),
        (r"(a)\1", 0, "(?=[a])"),
        (r"^", 0, ""),
    ],
)
def test_with_what_a_match_may_begin(source: str, flags: int, want: str) -> None:
    assert prefix_of(source, flags) == want


def test_the_needs_written_down_are_those_of_the_patterns() -> None:
    """Run ``python -m tests.orders.write_needs`` when this fails; until then new patterns cost time, never a match."""
    derived = needs()

    assert {key: row for key, row in NEEDS.items() if key in derived} == {
        key: row for key, row in derived.items() if key in NEEDS
    }
    before = prefixes()
    assert {key: prefix for key, prefix in PREFIXES.items() if key in before} == {
        key: prefix for key, prefix in before.items() if key in PREFIXES
    }
    assert len(NEEDS.keys() & derived.keys()) >= 0.9 * len(derived)
    assert len(NEEDS.keys() - derived.keys()) <= 0.1 * len(derived)


def test_most_patterns_need_something_rare() -> None:
    rare = [
        one for one in NEEDS.values() if min(how_often(frozenset(part.split())) for part in one.split(" & ")) < 0.25
    ]

    assert len(rare) > 0.4 * len(NEEDS)


def _same_matches(text: str, cuts: list[int]) -> None:
    folded = fold(text)
    places = [(one.start, one.end) for one in sentences(text)]
    known = signal_text(folded, places)
    ranges = [(0, len(text)), *places, *zip(sorted(cuts), sorted(cuts)[1:], strict=False)]
    for one in every_pattern():
        plain = re.compile(one.source, one.flags)
        for start, end in ranges:
            want = plain.search(folded, start, end)
            found = one.search(known, start, end)
            assert (found and found.regs) == (want and want.regs), (one.source, folded[start:end])
        assert [match.regs for match in one.finditer(text)] == [match.regs for match in plain.finditer(text)], (
            one.source
        )


@pytest.mark.slow
@pytest.mark.parametrize("text", _TEXTS, ids=range(len(_TEXTS)))
def test_no_match_is_lost_in_our_own_orders(text: str) -> None:
    _same_matches(text, list(range(0, len(text), 97)))


_WORDS = sorted({word for text in _TEXTS for word in text.split()})


@settings(max_examples=15)
@given(st.lists(st.sampled_from(_WORDS), max_size=40), st.lists(st.integers(0, 200), max_size=6))
def test_no_match_is_lost_in_words_at_random(words: list[str], cuts: list[int]) -> None:
    text = " ".join(words)
    _same_matches(text, [min(cut, len(text)) for cut in cuts])


@pytest.mark.parametrize("odd", ["\u0130", "\u0131", "\u017f", "\u212a"])
def test_letters_that_match_a_plain_one_without_being_it(odd: str) -> None:
    plain = {"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"}[odd]
    one = Pattern(f"xx{plain}yy", re.IGNORECASE)
    text = f"xx{odd}yy"

    assert one.search(signal_text(text, [(0, 5)])) is not None


def test_a_pattern_is_compiled_when_first_used_and_knows_its_matches() -> None:
    one = Pattern(r"(\d+) days?")

    assert one.search("in ten days") is None
    assert [match[1] for match in one.finditer("5 days, 7 days")] == ["5", "7"]
    assert one.match("5 days", 0, 4) is None
    assert one.fullmatch("5 days") is not None
    assert one.findall("5 days") == ["5"]
    assert one.sub("soon", "5 days") == "soon"
    assert Pattern(", ").split("a, b, c", maxsplit=1) == ["a", "b, c"]
    match = one.search("5 days")
    assert match is not None
    assert match.re is one.compiled()


def test_a_text_with_signals_travels_as_a_plain_one() -> None:
    known = signal_text("shall file", [(0, 10)])

    assert type(copy.copy(known)) is str
    assert copy.copy(known) == "shall file"


def test_a_pattern_made_after_a_text_is_tried_in_it() -> None:
    known = signal_text("shall file", [(0, 10)])

    assert Pattern("file").search(known) is not None
