"""A paper that answers another is read as the answer, and a period from it runs from what the words name."""

from __future__ import annotations

import pytest

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.order_reading import read_order
from soordered.orders.trigger_from_words import trigger_from_words
from soordered.rules.timing import Period
from soordered.rules.vocabulary import Act, Trigger


@pytest.mark.parametrize(
    ("words", "act"),
    [
        # the answer is named first
        ("any opposition to a discovery motion", Act.FILE_OPPOSITION),
        (" its opposition to the motion to compel", Act.FILE_OPPOSITION),
        ("the response papers to the motion for a protective order", Act.FILE_OPPOSITION),
        ("a reply to the opposition", Act.FILE_REPLY),
        # trap: no answer to a motion
        ("responses to interrogatories", Act.ANSWER_DISCOVERY),
        ("any discovery motion", Act.FILE_DISCOVERY_MOTION),
        ("a motion to compel further responses to interrogatories", Act.FILE_DISCOVERY_MOTION),
    ],
)
def test_the_paper_that_answers_is_the_one_named_first(words: str, act: Act) -> None:
    found = paper_from_words(words)

    assert found is not None
    assert found[1] is act


@pytest.mark.parametrize(
    ("words", "trigger"),
    [
        ("the opposition is served", Trigger.OPPOSITION_SERVED),
        ("the opposition is filed", Trigger.OPPOSITION_FILED),
        ("filing any discovery motion", Trigger.MOTION_FILED),
        ("the motion is served", Trigger.MOTION_SERVED),
    ],
)
def test_filed_and_served_are_two_triggers(words: str, trigger: Trigger) -> None:
    assert trigger_from_words(words) is trigger


def test_an_opposition_to_a_discovery_motion_is_the_opponents() -> None:
    """Any opposition to a discovery motion shall be filed within ten (10) days after the motion is filed."""
    text = str(test_an_opposition_to_a_discovery_motion_is_the_opponents.__doc__)

    (rule,) = read_order(f"STANDING ORDER\n\n{text}\n\nDated: March 3, 2011\n", name="ours").rulebook.rules

    assert rule.act is Act.FILE_OPPOSITION
    assert isinstance(rule.timing, Period)
    assert rule.timing.trigger is Trigger.MOTION_FILED
