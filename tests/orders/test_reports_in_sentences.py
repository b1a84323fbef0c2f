"""What a sentence reports binds nobody; what it orders after a report does."""

from __future__ import annotations

import pytest

from soordered.orders.reports_in_sentences import reported
from soordered.orders.sentences_from_text import Sentence, fold


def is_reported(text: str, words: str) -> bool:
    """Whether the words of a sentence are reported in it."""
    folded = fold(text)
    return reported(folded, Sentence(start=0, end=len(text), paragraph=0), folded.index(fold(words)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "On May 3, 2020, the Court issued an order providing that discovery shall close by June 1, 2020.",
            "by June 1",
        ),
        ("On May 3, 2020 plaintiff served a second set, to which responses were due by June 2, 2020.", "by June 2"),
        ("Plaintiff states that it will produce the logs by June 1, 2020.", "by June 1"),
        ("Defendant requests that the time to answer be extended to June 1, 2020.", "June 1"),
        ("The parties seek an extension until June 1, 2020.", "until June 1"),
        ("The Court previously set a deadline of June 1, 2020 for experts.", "June 1"),
        ("Local Rule 9-9 requires that a statement be filed seven days before the hearing.", "seven days"),
        ("In its order dated May 3, 2020, the Court directed counsel to confer within ten days.", "within ten days"),
    ],
)
def test_a_report_limits_nobody(text: str, words: str) -> None:
    assert is_reported(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On June 1, 2020, the parties shall file a report.", "On June 1"),
        ("On or before June 1, 2020, plaintiff must answer.", "before June 1"),
        ("Plaintiff requests more time; it is ordered that responses are due by June 1, 2020.", "by June 1"),
        ("The parties shall file a proposed order by June 1, 2020.", "by June 1"),
        ("The disclosures that Rule 26(a)(1) requires shall be made by June 1, 2020.", "by June 1"),
        ("Because defendant moved late, the Court hereby extends the time to June 1, 2020.", "June 1"),
        ("A party who requests a conference must do so within ten days.", "within ten days"),
    ],
)
def test_an_order_is_no_report(text: str, words: str) -> None:
    assert not is_reported(text, words)
