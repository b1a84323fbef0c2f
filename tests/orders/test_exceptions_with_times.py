"""A time behind "unless" limits what is excepted, not the ban before it."""

from __future__ import annotations

import pytest

from soordered.orders.order_reading import read_order
from soordered.rules.rule import Rule
from soordered.rules.timing import Period
from soordered.rules.vocabulary import Act, Modality


def _rules(sentence: str) -> list[Rule]:
    return list(read_order(sentence, name="order").rulebook.rules)


@pytest.mark.parametrize(
    ("sentence", "banned", "asked", "length"),
    [
        (
            "Counsel may not appear by telephone unless a request is filed at least two court days before the hearing.",
            Act.APPEAR, Act.SEEK_LEAVE, 2,
        ),
        (
            "No attorney shall be permitted to appear by video, unless the attorney asks for leave by a request sent no later than six business days before the conference.",
            Act.APPEAR, Act.SEEK_LEAVE, 6,
        ),
    ],
)  # fmt: skip
def test_the_ban_stands_without_the_time(sentence: str, banned: Act, asked: Act, length: int) -> None:
    found = {(rule.modality, rule.act): rule.timing for rule in _rules(sentence)}

    assert found[Modality.MUST_NOT, banned] is None
    timing = found[Modality.MUST, asked]
    assert isinstance(timing, Period)
    assert timing.length.n == length


def test_a_request_heard_only_in_time_is_its_time_alone() -> None:
    (rule,) = _rules(
        "No request for a continuance will be considered unless made at least 72 hours before the conference."
    )

    assert (rule.modality, rule.act) == (Modality.MUST, Act.REQUEST_EXTENSION)


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("The report is due within nine days of the day that counsel noticed, or should have noticed, the loss.", 1),
        ("It is ordered that if any party wants to file a motion for sanctions, it shall file a letter first.", 0),
    ],
)  # fmt: skip
def test_what_might_have_been_and_what_is_supposed_bind_nobody(sentence: str, times: int) -> None:
    rules = _rules(sentence)

    assert len(rules) == 1
    assert sum(rule.timing is not None for rule in rules) == times


def test_a_room_with_a_number_sign_is_where_the_hearing_is() -> None:
    (rule, *_) = _rules("The hearing is set for January 9, 2013 at 10:00 a.m. in courtroom no. 26.")

    assert rule.manner is not None
    assert rule.manner.place is not None
    assert rule.manner.place.words == "courtroom no. 26"
