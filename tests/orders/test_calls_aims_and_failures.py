"""Numbers to call, sentences that only tell an aim, and what a failure is held to be."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.orders.order_reading import read_order
from soordered.orders.provisions_from_rules import Provision, provisions


def _found(sentence: str) -> list[Provision]:
    return list(provisions(read_order(sentence, name="order")))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The parties shall call (555) 555-0134 and enter the access code 55813.", "location"),
        ("Counsel shall call 555-555-0134 to join the conference.", "location"),
        ("Counsel must call (555) 555-0134 to reserve a date.", "duty"),  # no way to attend
        ("Failure to file a response will be deemed a statement of non-opposition.", "sanction"),
        ("Failure to object will be construed as consent.", "sanction"),
        ("If defendant does not respond in time, the Court will recommend that judgment by default be entered.", "sanction"),
    ],
)  # fmt: skip
def test_the_kind_of_a_sentence(sentence: str, kind: str) -> None:
    assert {one.kind for one in _found(sentence)} == {kind}


@pytest.mark.parametrize(
    "sentence",
    [
        "The purpose of the report is to inform the Court of the main issues.",
        "The aim of this order is to spare the parties a motion.",
    ],
)
def test_an_aim_binds_nobody_and_is_listed(sentence: str) -> None:
    reading = read_order(sentence, name="order")

    assert not provisions(reading)
    assert [one.quote.text for one in reading.rulebook.unread] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The binder must be delivered by 4:00 p.m. local time on the Court's next business day.",
        "Counsel must deliver the original no later than 4:00 p.m. on the next business day.",
    ],
)
def test_the_courts_next_business_day_keeps_its_hour(sentence: str) -> None:
    (one,) = _found(sentence)

    assert one.clock == dt.time(16)
    assert one.period is not None
    assert one.period.length.n == 1
