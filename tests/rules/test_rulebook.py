"""A rulebook finds its rules; a rule knows when it binds, whom, and by which words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from soordered.provenance.problems import Problem
from soordered.provenance.spans import Quote
from soordered.rules.rule import Rule, Support, Verification
from soordered.rules.rulebook import Rulebook, Unread
from soordered.rules.vocabulary import Act, Bearer, Facet, Scope
from tests.rules.written_rules import ORDER, STANDING, days, rule

LETTER = rule("letter", ORDER, days(5), said="within five days")
ONCE = replace(LETTER, id="once", scope=Scope.CASE)
BOOK = Rulebook(rules=(LETTER, ONCE), sources=(ORDER,))


def test_a_book_finds_rules_by_id_by_act_and_by_scope() -> None:
    assert BOOK.rule("once") is ONCE
    assert BOOK.rule("other") is None
    assert BOOK.for_act(Act.FILE_JOINT_LETTER) == (LETTER, ONCE)
    assert BOOK.for_act(Act.FILE_JOINT_LETTER, scope=Scope.CASE) == (ONCE,)
    assert BOOK.for_act(Act.MEET_AND_CONFER) == ()
    assert (list(BOOK), len(BOOK)) == ([LETTER, ONCE], 2)


def test_two_books_joined_hold_everything_of_both() -> None:
    unread = Unread(quote=Quote(text="Counsel shall."), why="no act")
    problem = Problem(what="a doubt", where="line 1", remedy="ask")
    other = Rulebook(rules=(rule("r", STANDING, None),), sources=(STANDING,), unread=(unread,), problems=(problem,))
    joined = BOOK.joined(other)

    assert [found.id for found in joined] == ["letter", "once", "r"]
    assert (joined.sources, joined.unread, joined.problems) == ((ORDER, STANDING), (unread,), (problem,))


@pytest.mark.parametrize(
    ("changed", "day", "binds"),
    [
        (LETTER, dt.date(2010, 2, 28), False),  # the day before its order
        (LETTER, dt.date(2010, 3, 1), True),
        (replace(LETTER, in_force_from=dt.date(2010, 4, 1)), dt.date(2010, 3, 15), False),
        (replace(LETTER, in_force_until=dt.date(2010, 4, 1)), dt.date(2010, 4, 1), True),
        (replace(LETTER, in_force_until=dt.date(2010, 4, 1)), dt.date(2010, 4, 2), False),
        (replace(LETTER, source=replace(ORDER, dated=None)), dt.date(1950, 1, 1), True),  # nothing says when it began
    ],
)
def test_a_rule_binds_from_its_own_day_or_its_orders(changed: Rule, day: dt.date, *, binds: bool) -> None:
    assert changed.in_force_on(day) is binds


def test_a_norm_for_the_court_is_nobodys_pending_duty() -> None:
    assert replace(LETTER, bearers=(Bearer.COURT, Bearer.CLERK)).for_court
    assert not replace(LETTER, bearers=(Bearer.COURT, Bearer.PARTIES)).for_court


def test_a_rule_gives_the_words_of_a_facet_or_its_first_words() -> None:
    place = Quote(text="in Courtroom A")
    placed = replace(LETTER, supports=(*LETTER.supports, Support(facet=Facet.LOCATION, quote=place)))

    assert placed.quote(Facet.LOCATION) == place
    assert placed.quote() == Quote(text="within five days")
    assert placed.quote(Facet.PAGE_LIMIT) is None


def test_the_norm_alone_has_no_words_and_no_signature() -> None:
    signed = replace(LETTER, verified=Verification(by="A. Clerk", on=dt.date(2010, 3, 2)))
    plain = signed.without_quotes()

    assert (plain.supports, plain.verified, plain.timing) == ((), None, LETTER.timing)
