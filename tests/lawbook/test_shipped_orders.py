"""The two orders ship reviewed, in our words; reading their texts gives the same rules."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from soordered.lawbook.rulebook_from_data import UnknownOrderError, shipped_order, shipped_orders
from soordered.orders.order_reading import read_order
from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.difference_from_rulebooks import difference
from soordered.rules.rule import ConsequenceStatus, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Period, Recurring, Standard, Unit
from soordered.rules.vocabulary import Modality, Scope

TEXTS = {
    "cand-spero-2007-07-30": "seed_spero_2007-07-30.txt",
    "cand-spero-2010-07-07": "seed_spero_2010-07-07.txt",
}
both = pytest.mark.parametrize("order_id", TEXTS)


def text_of(shared: Path, order_id: str) -> bytes:
    """The order's own text."""
    return (shared / "corpus" / "dev" / TEXTS[order_id]).read_bytes()


def read(shared: Path, order_id: str) -> Rulebook:
    """What the reader makes of it."""
    return read_order(text_of(shared, order_id).decode(), name=order_id).rulebook


def norm(rule: Rule) -> Rule:
    """A rule without what only its own text or our own words say: the codes, numbers, marks and places stay."""
    plain = replace(
        rule.without_quotes(),
        source=replace(rule.source, id="", title="", judge="", version=""),
        summary="",
        exceptions=tuple("" for _ in rule.exceptions),
        preconditions=tuple(replace(condition, words="") for condition in rule.preconditions),
        timing=Standard(words="") if isinstance(rule.timing, Standard) else rule.timing,
    )
    if plain.consequence is not None:
        plain = replace(plain, consequence=replace(plain.consequence, words=""))
    if plain.artifact is not None:
        codes = tuple(part for part in plain.artifact.parts if " " not in part)
        plain = replace(plain, artifact=replace(plain.artifact, parts=codes))
    return plain


def test_both_orders_ship() -> None:
    assert shipped_orders() == tuple(TEXTS)


@both
def test_the_text_is_the_one_the_rulebook_was_reviewed_against(shared: Path, order_id: str) -> None:
    assert shipped_order(order_id).sources[0].sha256 == hashlib.sha256(text_of(shared, order_id)).hexdigest()


@both
def test_reading_the_text_yields_the_same_rules_in_the_same_order(shared: Path, order_id: str) -> None:
    assert [norm(rule) for rule in read(shared, order_id)] == [norm(rule) for rule in shipped_order(order_id)]


@both
def test_reading_the_text_finds_the_same_places(shared: Path, order_id: str) -> None:
    def places(book: Rulebook) -> list[tuple[str, str, int | None]]:
        return [(rule.id, str(support.facet), support.quote.line) for rule in book for support in rule.supports]

    assert places(read(shared, order_id)) == places(shipped_order(order_id))


@both
def test_the_reading_does_not_differ_from_the_shipped_book(shared: Path, order_id: str) -> None:
    assert not difference(shipped_order(order_id), read(shared, order_id))


@both
def test_a_reading_round_trips_through_its_file(shared: Path, order_id: str) -> None:
    book = read(shared, order_id)

    assert rulebook_from_toml(toml_from_rulebook(book), name=order_id) == book


@both
def test_no_words_of_the_court_ship_and_every_rule_is_reviewed_and_placed(order_id: str) -> None:
    book = shipped_order(order_id)

    assert {support.quote.text for rule in book for support in rule.supports} == {None}
    assert all(rule.summary and rule.verified and rule.supports and rule.supports[0].quote.line for rule in book)
    assert {rule.verified.by for rule in book if rule.verified} == {"So Ordered"}
    assert str(book.rules[0].quote()).endswith(", text not supplied]")


@both
def test_no_sentence_of_the_court_stands_in_our_words(shared: Path, order_id: str) -> None:
    """Six words in a row that the court wrote would be its sentence, not ours; its title and its address are facts."""
    court = " ".join(text_of(shared, order_id).decode().split()).casefold()
    for rule in shipped_order(order_id):
        conditions = [condition.words for condition in rule.preconditions]
        consequence = [rule.consequence.words] if rule.consequence else []
        for said in (rule.summary, *conditions, *consequence, *rule.exceptions):
            ours = said.casefold().split()
            runs = [" ".join(ours[place : place + 6]) for place in range(len(ours) - 5)]

            assert [run for run in runs if run in court] == []


def test_a_shipped_file_is_what_the_program_writes_of_it() -> None:
    """So a person may compare a shipped file with a reading of his own line by line."""
    for order_id in TEXTS:
        book = shipped_order(order_id)

        assert rulebook_from_toml(toml_from_rulebook(book), name=order_id) == book


def test_the_case_track_of_2007_stays_apart_from_its_standing_track() -> None:
    book = shipped_order("cand-spero-2007-07-30")
    tracks = {
        scope: [
            (rule.id, str(rule.timing.length))
            for rule in book
            if rule.scope is scope
            and isinstance(rule.timing, Period)
            and "-" in rule.id
            and rule.id.startswith(str(scope))
        ]
        for scope in Scope
    }

    assert tracks[Scope.CASE] == [("case-meeting", "5 calendar days"), ("case-joint-letter", "5 calendar days")]
    assert tracks[Scope.STANDING] == [
        ("standing-meeting", "10 business days"),
        ("standing-joint-letter", "5 business days"),
    ]


def test_sanctions_and_executives_are_announced_and_expressly_not_ordered() -> None:
    for order_id in TEXTS:
        for rule_id in ("noncooperation-sanctions", "executives", "sanctions"):
            rule = shipped_order(order_id).rule(rule_id)
            assert rule is not None

            assert rule.modality is Modality.COURT_MAY
            assert rule.consequence is not None
            assert rule.consequence.status is ConsequenceStatus.ANNOUNCED
            assert rule.for_court


def test_no_bare_day_was_improved() -> None:
    units = {
        rule.id: rule.timing.length.unit
        for rule in shipped_order("cand-spero-2010-07-07")
        if isinstance(rule.timing, Period)
    }

    assert units["withdraw-motion"] is Unit.DAY
    assert units["notice-of-submission"] is Unit.DAY
    assert units["chambers-copy"] is Unit.BUSINESS_DAY


def test_what_the_text_of_2010_does_not_hold_is_no_rule_of_its_book() -> None:
    book = shipped_order("cand-spero-2010-07-07")

    assert book.sources[0].partial
    assert not any(isinstance(rule.timing, Recurring) for rule in book)
    assert {rule.scope for rule in book} == {Scope.STANDING}
    assert any("begins in the middle" in problem.what for problem in book.problems)


def test_an_unknown_order_is_refused_with_those_that_ship() -> None:
    with pytest.raises(UnknownOrderError) as refusal:
        shipped_order("cand-spero")

    assert refusal.value.expected == "one of: cand-spero-2007-07-30, cand-spero-2010-07-07."
