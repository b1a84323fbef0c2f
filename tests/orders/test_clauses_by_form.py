"""Clauses that no table of acts knows are read by their form: the court's own act, a duty, a ban, a look, a place."""

from __future__ import annotations

import pytest

from soordered.orders.norms_from_text import read_sentences
from soordered.orders.order_reading import read_order
from soordered.rules.vocabulary import Facet


def kinds(text: str, *, guideline: bool = False) -> list[Facet]:
    """The kinds of label that a text gives."""
    reading = read_sentences(text, guideline=guideline)
    return [find.facet for one in reading.sentences for norm in one.norms for find in norm.finds]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Court will let the parties know whether argument is wanted.", Facet.OTHER),
        ("The Court may decide the matter without a hearing.", Facet.OTHER),
        ("Each side will be given ten minutes.", Facet.OTHER),
        ("Counsel must have their witnesses at hand.", Facet.DUTY),
        ("Plaintiff shall bear the cost of the transcript.", Facet.DUTY),
        ("Any party may record the call.", Facet.PERMISSION),
        ("Counsel shall refrain from speaking objections.", Facet.PROHIBITION),
        ("No replies.", Facet.PROHIBITION),
        ("Do not copy chambers on letters between counsel.", Facet.PROHIBITION),
        ("Defendant is restrained from moving the samples.", Facet.PROHIBITION),
        ("Requests must be made by motion.", Facet.FORMAT_REQUIREMENT),
        ("All papers shall be text-searchable.", Facet.FORMAT_REQUIREMENT),
        ("The request shall be supported by a declaration of counsel.", Facet.CONTENT_REQUIREMENT),
        ("The letter must begin with a table of the issues.", Facet.CONTENT_REQUIREMENT),
        ("A copy of the letter must be sent to opposing counsel.", Facet.SERVICE),
        ("Clients must be available by telephone.", Facet.ATTENDANCE),
        ("Hearings are held in Courtroom 9B.", Facet.LOCATION),
        ("An exchange of letters does not satisfy the duty to confer.", Facet.MEETING),
        ("The Court will disregard untimely papers.", Facet.SANCTION),
        ("Disputes shall be raised with opposing counsel first or are waived.", Facet.SANCTION),
    ],
)
def test_the_form_of_a_clause_tells_its_kind(text: str, kind: Facet) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "I understand that an appeal shall be taken to the court of appeals.",  # what a form makes its signer say
        "The Court need not decide who is right.",
        "The parties shall proceed as follows:",
        "See ECF No. 12 at page 3.",
        "No.",
    ],
)
def test_what_binds_nobody_gives_nothing(text: str) -> None:
    assert kinds(text) == []


def test_custom_on_a_judges_own_page_is_a_rule_and_elsewhere_none() -> None:
    """What a case order tells in the present tense is a report, what a standing order tells so is how things are done."""
    text = "Motions in limine are decided without argument."
    standing = read_sentences(text, standing=True)
    assert [find.facet for one in standing.sentences for norm in one.norms for find in norm.finds] == [Facet.OTHER]
    assert kinds(text) == []


def test_a_service_page_is_not_read_by_form() -> None:
    """How to use a web site is no order; such sentences stand in the unread list."""
    assert kinds("The next screen will be shown in blue.", guideline=True) == []


def test_a_paper_hung_with_participles_gives_its_look_and_its_content() -> None:
    assert {Facet.FORMAT_REQUIREMENT, Facet.CONTENT_REQUIREMENT} <= set(
        kinds("Plaintiff shall mail a log, double-sided and bound, listing each custodian.")
    )


def test_a_clause_without_a_rule_beside_one_with_a_rule_is_listed_unread() -> None:
    """A sentence is not taken as read because one clause of it is."""
    reading = read_order(
        "ORDER\n\nThe parties shall file a joint letter by May 3, 2024; replies are governed by the practice of this Court.\n",
        name="beside",
    )
    assert [one.quote.text for one in reading.rulebook.unread] == [
        "replies are governed by the practice of this Court."
    ]


def test_the_verb_of_a_time_that_was_read_is_not_unread() -> None:
    reading = read_order("ORDER\n\nThe parties shall file a joint letter by May 3, 2024.\n", name="read")
    assert reading.rulebook.unread == ()
