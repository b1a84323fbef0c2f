"""Changed copies of the two orders are read as well as the originals: other terms, other people, other paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soordered.casework.score_corpus import FAMILIES, TIMED, CorpusScore, LabelledText, mark_from_fields, score_corpus
from soordered.orders.fields_from_reading import reading_fields
from soordered.orders.header_from_text import header
from soordered.orders.order_reading import read_order
from soordered.orders.order_text import order_text
from tests.orders.changed_copies import Copy, copies, in_words

_COUNT = 40
_SEED = 20070730


@pytest.fixture(scope="module")
def made(shared: Path) -> list[Copy]:
    return list(copies(shared / "corpus" / "dev", seed=_SEED, count=_COUNT))


@pytest.fixture(scope="module")
def score(made: list[Copy]) -> CorpusScore:
    texts = []
    for copy in made:
        fields = reading_fields(read_order(copy.text, name=copy.name))
        provisions, unread = fields["provisions"], fields["unread"]
        assert isinstance(provisions, list)
        assert isinstance(unread, list)
        texts.append(
            LabelledText(
                name=copy.name,
                text=copy.text,
                labels=tuple(mark_from_fields(label) for label in copy.labels),
                finds=tuple(mark_from_fields(one) for one in provisions),
                unread=tuple((one["start"], one["end"]) for one in unread),
                unread_quotes=tuple(one["quote"] for one in unread),
            )
        )
    return score_corpus(texts)


def test_the_labels_of_a_copy_say_what_its_text_says(made: list[Copy]) -> None:
    for copy in made:
        for label in copy.labels:
            quote = " ".join(label["quote"].split()).lower()
            assert copy.text[label["start"] : label["end"]] == label["quote"]
            if label["period"] and label["period"]["unit"] in ("week", "hour", "court_day") and "next" not in quote:
                assert label["period"]["unit"].split("_")[0] in quote
            if label["period"] and label["period"]["n"] > 3:
                number = label["period"]["n"]
                assert str(number) in quote or in_words(number) in quote
            for day in label["weekday"] or []:
                assert day.lower() in quote


def test_the_copies_are_many_and_different(made: list[Copy]) -> None:
    periods = {
        (label["period"]["n"], label["period"]["unit"]) for copy in made for label in copy.labels if label["period"]
    }

    assert len({copy.text for copy in made}) == _COUNT
    assert len(periods) > 40
    assert sum("\r\n" in copy.text for copy in made) > 5
    assert sum(re.search(r"(?m)^ +27 ", copy.text) is not None for copy in made) > 5
    assert sum(re.search(r"(?m)^27\t", copy.text) is not None for copy in made) > 3


def test_other_paper_changes_no_word_that_is_read(made: list[Copy]) -> None:
    for copy in made:
        assert order_text(copy.text).clean.split() == order_text(copy.plain).clean.split(), copy.name


def test_every_timed_label_is_right(made: list[Copy], score: CorpusScore) -> None:
    wrong = [
        f"{text.name}: {outcome}: {label['quote'][:80]!r} {label['period']} {label['clock']} {label['weekday']}"
        for copy, text in zip(made, score.texts, strict=True)
        for label, outcome in zip(copy.labels, text.outcomes, strict=True)
        if outcome != "exact" and FAMILIES[label["kind"]] in TIMED
    ]

    assert wrong == []


def test_all_spans_reach_the_figure_on_every_copy(score: CorpusScore) -> None:
    assert score.all.f1.value >= 0.95
    for text in score.texts:
        total = (
            sum(tally.hit for tally in text.families.values()),
            sum(t.labels + t.hit + t.false for t in text.families.values()),
        )
        assert 2 * total[0] / total[1] >= 0.95, text.name


def test_no_timed_find_is_a_false_alarm(score: CorpusScore) -> None:
    assert score.timed.false == 0


def test_nothing_is_dropped_and_every_quote_is_exact(score: CorpusScore) -> None:
    assert score.nothing_dropped.value == 1.0
    assert sum(text.bad_quotes for text in score.texts) == 0
    assert not any(text.blanket for text in score.texts)


def test_the_header_follows_the_copy(made: list[Copy]) -> None:
    for copy in made:
        found, want = header(order_text(copy.text)), copy.expected
        assert (found.initials, found.dated, found.judge) == (want.initials, want.dated, want.judge), copy.name
        if want.case_number:
            assert found.case_numbers == (want.case_number,), copy.name
            assert found.district_initials == want.district_initials
            assert tuple(party.name for party in found.parties) == want.parties, copy.name
            assert found.title == "NOTICE OF REFERENCE; ORDER RE DISCOVERY PROCEDURES; ORDER TO MEET AND CONFER", (
                copy.name
            )
        assert found.partial == (not want.case_number)
