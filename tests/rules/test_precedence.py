"""Rank decides, labels decide, and what neither decides is shown with both quotes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from soordered.lawbook.rulebook_from_data import federal_rules, local_rules, shipped_order
from soordered.rules.precedence import conflicts, displaced_rules, governing, rules_in_force
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, Modality, Scope, Trigger
from tests.rules.generated_rules import rulebooks
from tests.rules.written_rules import FEDERAL, LATER, LOCAL, ORDER, STANDING, days, rule

DAY = dt.date(2010, 7, 7)
LETTER = Act.FILE_JOINT_LETTER


def book(*rules: Rule) -> Rulebook:
    """A book of these rules."""
    return Rulebook(rules=rules)


@pytest.mark.parametrize(
    ("one", "two", "governs"),
    [
        (rule("a", FEDERAL, days(10)), rule("b", LOCAL, days(7)), ["b"]),
        (rule("a", LOCAL, days(10)), rule("b", STANDING, days(7)), ["b"]),
        (rule("a", STANDING, days(3)), rule("b", ORDER, days(7)), ["b"]),  # the longer time, if it ranks higher
        (rule("a", ORDER, days(3)), rule("b", FEDERAL, days(3)), ["a"]),  # the same time: still one duty, not two
        # another event: both stand, the higher rank first
        (rule("a", LOCAL, days(3, Trigger.DISCOVERY_CUTOFF)), rule("b", ORDER, days(7)), ["b", "a"]),
        # another act
        (rule("a", LOCAL, days(3)), rule("b", ORDER, days(7), Act.SERVE_PAPER), ["a"]),
        # no time at all: a standard beside a deadline
        (rule("a", LOCAL, None), rule("b", ORDER, days(7)), ["b", "a"]),
        # a permission does not displace a duty
        (rule("a", LOCAL, days(3)), replace(rule("b", ORDER, days(7)), modality=Modality.MAY), ["b", "a"]),
        # a duty does: the order times what the rule below it only lets people do
        (replace(rule("a", LOCAL, days(3)), modality=Modality.MAY), rule("b", ORDER, days(7)), ["b"]),
        # what holds for one motion does not displace what holds for all
        (rule("a", LOCAL, days(3)), replace(rule("b", ORDER, days(7)), scope=Scope.CASE), ["b", "a"]),
    ],
)
def test_the_higher_rank_displaces_the_lower_where_both_time_one_act_from_one_event(
    one: Rule, two: Rule, governs: list[str]
) -> None:
    assert [found.id for found in governing(book(one, two), LETTER, DAY).governs] == governs
    assert [found.id for found in governing(book(two, one), LETTER, DAY).governs] == governs


def test_what_is_displaced_is_named_with_what_displaces_it_and_why() -> None:
    (entry,) = displaced_rules(book(rule("a", LOCAL, days(3)), rule("b", ORDER, days(7))), DAY)

    assert (entry.rule.id, entry.by.id) == ("a", "b")
    assert entry.why == "A case order displaces a local rule where both time the same act."


def test_two_orders_of_one_rank_that_differ_are_a_conflict_with_both_quotes() -> None:
    first = rule("letter", ORDER, days(5), said="within five days of the meeting")
    second = rule("letter", LATER, days(7), said="no later than seven days after they meet")
    ruling = governing(book(first, second), LETTER, DAY)
    (conflict,) = ruling.conflicts

    assert ruling.governs == (first, second)  # nothing is dropped, and the later one does not win
    assert conflict.quotes() == (
        'Order of 1 March: "within five days of the meeting"',
        'Order of 1 June: "no later than seven days after they meet"',
    )
    assert str(conflict).startswith("Two texts of one rank time the same act (file_joint_letter) differently.")


def test_a_label_settles_it() -> None:
    first, second = rule("letter", ORDER, days(5)), replace(rule("letter-2", LATER, days(7)), overrides=("letter",))
    ruling = governing(book(first, second), LETTER, DAY)

    assert (ruling.governs, ruling.conflicts) == ((second,), ())
    assert ruling.displaced[0].why == "Order of 1 June says that it takes the place of letter."


def test_an_order_that_supersedes_another_names_it_once_for_all_its_rules() -> None:
    superseding = replace(rule("end", LATER, None, Act.COMPLY_WITH_ORDER), overrides=("order",))
    held = book(rule("letter", ORDER, days(5)), rule("meeting", ORDER, days(9), Act.MEET_AND_CONFER), superseding)

    assert [found.id for found in rules_in_force(held, DAY)] == ["end"]


def test_a_superseding_order_displaces_nothing_before_its_own_day() -> None:
    superseding = replace(rule("end", LATER, None, Act.COMPLY_WITH_ORDER), overrides=("order",))
    held = book(rule("letter", ORDER, days(5)), superseding)

    assert [found.id for found in rules_in_force(held, dt.date(2010, 5, 31))] == ["letter"]


def test_a_local_rule_lives_again_when_the_order_that_displaced_it_is_superseded() -> None:
    superseding = replace(rule("end", LATER, None, Act.COMPLY_WITH_ORDER), overrides=("order",))
    held = book(rule("local", LOCAL, days(3)), rule("letter", ORDER, days(5)), superseding)

    assert [found.id for found in rules_in_force(held, DAY)] == ["local", "end"]


def test_what_a_superseded_order_had_named_lives_again() -> None:
    naming = replace(rule("letter", ORDER, days(5)), overrides=("local",))
    superseding = replace(rule("end", LATER, None, Act.COMPLY_WITH_ORDER), overrides=("order",))
    held = book(rule("local", LOCAL, days(3, Trigger.HEARING)), naming, superseding)

    assert [found.id for found in rules_in_force(held, DAY)] == ["local", "end"]


def test_two_orders_that_each_claim_the_others_place_are_a_conflict_and_neither_is_lost() -> None:
    first = replace(rule("a", ORDER, days(5)), overrides=("later",))
    second = replace(rule("b", LATER, days(5)), overrides=("order",))
    ruling = governing(book(first, second), LETTER, DAY)

    assert ruling.governs == (first, second)
    assert {conflict.why for conflict in ruling.conflicts} == {
        "Each of two texts says that it takes the other's place."
    }


def test_a_label_from_below_displaces_nothing_and_is_shown() -> None:
    ruling = governing(
        book(rule("a", ORDER, days(5)), replace(rule("b", LOCAL, days(7, Trigger.HEARING)), overrides=("a",))),
        LETTER,
        DAY,
    )

    assert [found.id for found in ruling.governs] == ["a", "b"]
    assert ruling.conflicts[0].why == "A local rule says that it takes the place of a case order, which ranks above it."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # the same time twice
        (rule("a", ORDER, days(5)), rule("b", LATER, days(5))),
        # a rule not yet in force, and one that has ended
        (rule("a", ORDER, days(5)), replace(rule("b", LATER, days(7)), in_force_from=dt.date(2010, 8, 1))),
        (replace(rule("a", ORDER, days(5)), in_force_until=dt.date(2010, 7, 6)), rule("b", LATER, days(7))),
        # one text that speaks of two occasions: this motion's letter, and later ones'
        (replace(rule("a", ORDER, days(5)), scope=Scope.CASE), rule("b", ORDER, days(7))),
        (rule("a", ORDER, days(5)), rule("b", ORDER, days(7, Trigger.HEARING))),
        # alternatives that one text offers
        (replace(rule("a", ORDER, days(5)), choice="method"), replace(rule("b", ORDER, days(7)), choice="method")),
    ],
)
def test_what_is_no_conflict(one: Rule, two: Rule) -> None:
    assert conflicts(book(one, two), DAY) == ()


def test_one_text_that_gives_two_times_for_one_occasion_is_at_odds_with_itself() -> None:
    (conflict,) = conflicts(book(rule("a", ORDER, days(5)), rule("b", ORDER, days(7))), DAY)

    assert [found.id for found in conflict.rules] == ["a", "b"]


def test_under_the_order_of_2007_the_local_rules_for_withdrawal_yield_to_the_order() -> None:
    on = dt.date(2007, 8, 20)
    held = shipped_order("cand-spero-2007-07-30").joined(local_rules("cand", on)).joined(federal_rules(on))
    named = {(entry.rule.id, entry.by.id) for entry in displaced_rules(held, on)}

    assert named == {
        ("cand-7-7-e-withdrawal", "withdraw-motion"),
        ("frcp-6-c-motion-notice", "cand-7-2-notice"),
    }
    assert conflicts(held, on) == ()


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(rulebooks())
def test_every_rule_in_force_governs_or_is_displaced_and_none_is_both(held: Rulebook) -> None:
    in_force = {id(found) for found in held if found.in_force_on(DAY)}
    governs = {id(found) for found in rules_in_force(held, DAY)}
    displaced = {id(entry.rule) for entry in displaced_rules(held, DAY)}

    assert governs | displaced == in_force
    assert not governs & displaced
