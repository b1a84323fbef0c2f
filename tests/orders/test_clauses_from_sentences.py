"""Clauses: who, with what force, does what; and which words that look binding bind nobody."""

from __future__ import annotations

import pytest

from soordered.orders.clauses_from_sentences import Clause, clauses
from soordered.orders.sentences_from_text import fold, sentences


def read(text: str) -> list[Clause]:
    """The clauses of a text."""
    folded = fold(text)
    return [clause for sentence in sentences(text) for clause in clauses(folded, sentence)]


def parts(text: str) -> list[tuple[str, str, str]]:
    """Subject, binding word and verb of each clause."""
    return [(text[one.subject[0] : one.subject[1]], one.modal, one.verb) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Any party may demand a meeting.", [("Any party", "may", "demand")]),
        # a fronted adjunct is no subject
        ("Within five days of the demand, the parties shall meet.", [("the parties", "shall", "meet")]),
        ("IT IS HEREBY ORDERED that the parties shall meet.", [("the parties", "shall", "meet")]),
        # an adjunct between the modal and its verb
        ("The parties shall, within two days, file a letter.", [("The parties", "shall", "file")]),
        # a verb that ends like an adverb
        ("The parties must comply with this Order.", [("The parties", "must", "comply")]),
        # a relative clause is part of the subject
        ("A party that cannot meet a date must ask for relief.", [("A party that cannot meet a date", "must", "ask")]),
        # two nuclei, the second with its own subject or none
        (
            "The letter shall be filed by noon, and must state each view.",
            [("The letter", "shall", "filed"), ("", "must", "state")],
        ),
        # the court's order and its gerund
        ("The Court directs the parties to file a report.", [("the parties", "directs", "file")]),
        ("ORDER directing Plaintiff to serve the summons.", [("Plaintiff", "directing", "serve")]),
        # one nucleus, two predicates
        (
            "Plaintiff shall serve a copy and file a notice.",
            [("Plaintiff", "shall", "serve"), ("Plaintiff", "shall", "file")],
        ),
        # it is told as somebody's responsibility
        ("It is the responsibility of the movant to arrange the call.", [("the movant ", "must", "arrange")]),
    ],
)
def test_a_clause_has_its_subject_its_force_and_its_verb(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(who.strip(), force, verb) for who, force, verb in parts(text)] == [
        (who.strip(), force, verb) for who, force, verb in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "If an application will be filed late, call.",
        "The court decides whether relief should be granted.",
        "Plaintiff argues that the motion must be denied.",
    ],
)
def test_a_condition_a_question_and_a_report_bind_nobody(text: str) -> None:
    assert all(one.conditional for one in read(text))


@pytest.mark.parametrize(
    "text",
    [
        'The rule reads "a party must confer" in full.',
        "A plaintiff must show cause, Doe v. Roe, 12 F.3d 34 (9th Cir. 1994).",
    ],
)
def test_quoted_words_and_authority_are_marked(text: str) -> None:
    assert [one.quoted for one in read(text)] == [True]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The parties shall not file replies.", True),
        ("No later than May 1 the parties shall file replies.", False),  # the "no" of "no later than" denies nothing
        ("Counsel are not to call chambers.", True),
    ],
)
def test_a_negation_is_the_act_s_own(text: str, *, negated: bool) -> None:
    assert read(text)[0].negated is negated


def test_no_binding_word_gives_no_clause() -> None:
    assert read("The motion was filed on Monday.") == []
