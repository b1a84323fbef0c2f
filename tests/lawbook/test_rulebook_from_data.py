"""The shipped rules by day in force: what they say, under which number, and what is not known."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.deadlines.facts import Fact
from soordered.deadlines.obligations_from_rules import obligations
from soordered.lawbook.rulebook_from_data import (
    UnknownOrderError,
    civil_rule_number,
    federal_rules,
    local_rules,
    present_rule_number,
    shipped_order,
)
from soordered.lawbook.time_law_from_data import UnknownCourtError, time_law
from soordered.lawbook.version import LAWBOOK_VERSION
from soordered.provenance.citations import Sureness
from soordered.rules.rule import Rank, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Direction, EarliestOf, OnSilence, Period, Silence, Standard, Unit
from soordered.rules.vocabulary import Act, Trigger

OLD_ORDER = dt.date(2007, 7, 30)  # under the rules before the restyling
NEW_ORDER = dt.date(2010, 7, 7)  # days are days; L.R. 7-3 in its gap
TODAY = dt.date(2026, 11, 21)


def rule(book: Rulebook, rule_id: str) -> Rule:
    """The rule with that id, which must be there."""
    found = book.rule(rule_id)
    assert found is not None, rule_id
    return found


def count(found: Rule) -> tuple[int, Unit, Direction, object]:
    """What a rule counts, from what, on which side."""
    assert isinstance(found.timing, Period)
    return found.timing.length.n, found.timing.length.unit, found.timing.direction, found.timing.trigger


@pytest.mark.parametrize(
    ("on", "days"),
    [
        (dt.date(2007, 7, 30), 10),
        (dt.date(2009, 11, 30), 10),  # the last day of the old figure
        (dt.date(2009, 12, 1), 14),  # the first day of the new
        (TODAY, 14),
    ],
)
def test_objections_to_a_magistrate_judge_run_from_service_for_the_days_of_their_time(on: dt.date, days: int) -> None:
    found = rule(federal_rules(on), "frcp-72-a-objections")

    assert count(found) == (days, Unit.DAY, Direction.AFTER, Trigger.RULING_SERVED)
    assert found.served_trigger


@pytest.mark.parametrize(("on", "days"), [(OLD_ORDER, 5), (dt.date(2009, 11, 30), 5), (dt.date(2009, 12, 1), 14)])
def test_notice_of_a_motion_counts_back_from_the_hearing(on: dt.date, days: int) -> None:
    assert count(rule(federal_rules(on), "frcp-6-c-motion-notice")) == (
        days,
        Unit.DAY,
        Direction.BEFORE,
        Trigger.HEARING,
    )


@pytest.mark.parametrize(
    ("rule_id", "then", "now"),
    [
        ("frcp-6-c-motion-notice", "Fed. R. Civ. P. 6(d)", "Fed. R. Civ. P. 6(c)(1)"),
        ("frcp-16-f-sanctions", "Fed. R. Civ. P. 16(f)", "Fed. R. Civ. P. 16(f)(1)"),
        ("frcp-33-answers", "Fed. R. Civ. P. 33(b)(3)", "Fed. R. Civ. P. 33(b)(2)"),
        ("frcp-37-a-certificate", "Fed. R. Civ. P. 37(a)(2)(A), (B)", "Fed. R. Civ. P. 37(a)(1)"),
        ("frcp-37-a-5-expenses", "Fed. R. Civ. P. 37(a)(4)", "Fed. R. Civ. P. 37(a)(5)"),
        ("frcp-45-objection", "Fed. R. Civ. P. 45(c)(2)(B)", "Fed. R. Civ. P. 45(d)(2)(B)"),
    ],
)
def test_a_rule_is_cited_under_the_number_of_its_day(rule_id: str, then: str, now: str) -> None:
    cited = [found.authority.cite for on in (OLD_ORDER, TODAY) if (found := rule(federal_rules(on), rule_id)).authority]

    assert cited == [then, now]


def test_the_duty_to_supplement_changed_its_meaning_with_the_restyling() -> None:
    """26(e)(1) covered disclosures only until 30 November 2007; answers to requests stood in 26(e)(2)."""
    before, after = federal_rules(dt.date(2007, 11, 30)), federal_rules(dt.date(2007, 12, 1))

    assert rule(before, "frcp-26-e-responses").timing == Standard(words="seasonably")
    assert after.rule("frcp-26-e-responses") is None
    assert "answers to requests are" in rule(before, "frcp-26-e-disclosures").summary
    assert "Disclosures and answers" in rule(after, "frcp-26-e-disclosures").summary


def test_an_objection_to_a_subpoena_is_due_by_the_earlier_of_two_times() -> None:
    timing = rule(federal_rules(TODAY), "frcp-45-objection").timing

    assert isinstance(timing, EarliestOf)
    assert [option.trigger for option in timing.options if isinstance(option, Period)] == [
        Trigger.COMPLIANCE_TIME,
        Trigger.SUBPOENA_SERVED,
    ]


def test_silence_admits_a_request_and_denies_an_objection() -> None:
    admitted = rule(federal_rules(TODAY), "frcp-36-admitted").timing
    denied = rule(local_rules("cand", TODAY), "cand-72-2-deemed-denied").timing

    assert isinstance(admitted, OnSilence)
    assert isinstance(denied, OnSilence)
    assert (admitted.effect, admitted.period.length.n) == (Silence.DEEMED_ADMITTED, 30)
    assert (denied.effect, denied.period.length.n) == (Silence.DEEMED_DENIED, 14)


def test_early_requests_for_documents_exist_since_december_2015_and_are_no_gap_before() -> None:
    before = federal_rules(dt.date(2015, 11, 30))

    assert before.rule("frcp-26-d-early-requests") is None
    assert federal_rules(dt.date(2015, 12, 1)).rule("frcp-26-d-early-requests") is not None
    assert before.problems == ()


@pytest.mark.parametrize(
    ("on", "oppositions"),
    [
        (OLD_ORDER, ["cand-7-3-a-opposition-before-hearing"]),
        (dt.date(2010, 3, 31), ["cand-7-3-a-opposition-before-hearing"]),
        (NEW_ORDER, ["cand-7-3-a-opposition-before-hearing", "cand-7-3-a-opposition-after-motion"]),
        (dt.date(2011, 7, 19), ["cand-7-3-a-opposition-before-hearing", "cand-7-3-a-opposition-after-motion"]),
        (dt.date(2011, 7, 20), ["cand-7-3-a-opposition-after-motion"]),
    ],
)
def test_between_april_2010_and_july_2011_both_schemes_of_local_rule_7_3_are_shown(
    on: dt.date, oppositions: list[str]
) -> None:
    book = local_rules("cand", on)
    said = [problem.what for problem in book.problems if problem.where.endswith("7-3(a)")]

    assert [found.id for found in book.for_act(Act.FILE_OPPOSITION)] == oppositions
    assert bool(said) == (len(oppositions) == 2)
    assert all("both schemes are shown" in words for words in said)


def test_a_date_from_a_rule_in_doubt_says_so_on_that_day_only() -> None:
    """A figure quoted only from later, or a change of unknown date, stands beside every date it yields."""
    law = time_law("cand")

    def notes(on: dt.date) -> list[tuple[str, ...]]:
        motion = Fact(id="motion", trigger=Trigger.MOTION_FILED, on=on)
        opposition = Rulebook(rules=local_rules("cand", on).for_act(Act.FILE_OPPOSITION))
        return [found.deadline.notes for found in obligations(opposition, [motion], law) if found.deadline]

    assert ["both schemes are shown" in said for found in notes(NEW_ORDER) for said in found] == [True]
    assert notes(TODAY) == [()]


def test_the_figures_of_local_rule_7_3() -> None:
    old, new = local_rules("cand", OLD_ORDER), local_rules("cand", TODAY)

    assert count(rule(old, "cand-7-3-a-opposition-before-hearing"))[0] == 21
    assert count(rule(old, "cand-7-3-c-reply-before-hearing"))[0] == 14
    assert count(rule(new, "cand-7-3-a-opposition-after-motion"))[0] == 14
    assert count(rule(new, "cand-7-3-c-reply-after-opposition"))[0] == 7
    assert count(rule(new, "cand-7-2-notice"))[0] == 35


def test_the_limit_after_the_cut_off_stood_elsewhere_before_and_says_what_is_not_confirmed() -> None:
    old, new = local_rules("cand", OLD_ORDER), local_rules("cand", TODAY)

    assert count(rule(old, "cand-37-3-fact-cutoff")) == (7, Unit.DAY, Direction.AFTER, Trigger.DISCOVERY_CUTOFF)
    assert str(rule(old, "cand-37-3-fact-cutoff").authority) == "N.D. Cal. Civil L.R. 26-2 [quoted]"
    assert str(rule(new, "cand-37-3-fact-cutoff").authority) == "N.D. Cal. Civil L.R. 37-3 [quoted]"
    assert any("seven court days" in problem.what for problem in old.problems)
    assert not any("seven court days" in problem.what for problem in new.problems)


def test_what_is_only_recalled_is_not_verified_and_says_so() -> None:
    book = local_rules("cand", TODAY)
    recalled = [found for found in book if found.authority and found.authority.sureness is Sureness.RECALLED]

    assert [found.id for found in recalled] == ["cand-11-5-counsel-withdraws", "cand-37-2-form", "cand-79-5-sealing"]
    assert [found.verified for found in recalled] == [None, None, None]
    assert {found.authority.cite for found in recalled if found.authority} <= {
        problem.where for problem in book.problems
    }


@pytest.mark.parametrize("on", [OLD_ORDER, NEW_ORDER, TODAY])
def test_every_shipped_rule_has_its_authority_summary_rank_and_version(on: dt.date) -> None:
    federal, local = federal_rules(on), local_rules("cand", on)

    assert all(found.authority and found.summary for found in (*federal, *local))
    assert {found.source.rank for found in federal} == {Rank.FEDERAL_RULE}
    assert {found.source.rank for found in local} == {Rank.LOCAL_RULE}
    assert {found.source.version for found in (*federal, *local)} == {LAWBOOK_VERSION}


@given(st.dates(dt.date(1938, 1, 1), dt.date(2050, 12, 31)))
def test_on_any_day_no_two_versions_of_one_rule_are_in_force(on: dt.date) -> None:
    for book in (federal_rules(on), local_rules("cand", on)):
        ids = [found.id for found in book]

        assert len(ids) == len(set(ids))
        assert all(found.in_force_on(on) for found in book)


def test_before_the_first_text_that_was_read_nothing_is_invented() -> None:
    book = federal_rules(dt.date(1999, 6, 1))

    assert book.rules == ()
    assert "Fed. R. Civ. P. 72(a)" in {problem.where for problem in book.problems}
    assert all("not read" in problem.what for problem in book.problems)


def test_a_court_whose_local_rules_do_not_ship_says_so() -> None:
    (problem,) = local_rules("cacd", TODAY).problems

    assert problem.what == "The local rules of cacd do not ship with So Ordered."


def test_an_unknown_court_is_refused() -> None:
    with pytest.raises(UnknownCourtError, match="There is no court 'candd'"):
        local_rules("candd", TODAY)


def test_an_order_that_does_not_ship_is_refused() -> None:
    with pytest.raises(UnknownOrderError, match=r"No order 'cand-spero' ships with So Ordered\. "):
        shipped_order("cand-spero")


@pytest.mark.parametrize(
    ("now", "on", "numbers"),
    [
        ("37(a)(5)(A)", OLD_ORDER, ("37(a)(4)(A)",)),
        ("37(a)(5)(A)", dt.date(2007, 12, 1), ("37(a)(5)(A)",)),
        ("26(e)(1)", OLD_ORDER, ("26(e)(1)", "26(e)(2)")),  # one present number covers two old ones
        ("45(d)(2)(B)", NEW_ORDER, ("45(c)(2)(B)",)),  # moved in December 2013 only
        ("45(d)(2)(B)", TODAY, ("45(d)(2)(B)",)),
        ("72(a)", OLD_ORDER, ("72(a)",)),  # never moved
    ],
)
def test_a_present_number_is_given_as_it_stood_on_the_day(now: str, on: dt.date, numbers: tuple[str, ...]) -> None:
    assert civil_rule_number(now, on) == numbers


@pytest.mark.parametrize(
    ("then", "on", "numbers"),
    [
        ("6(e)", OLD_ORDER, ("6(d)",)),
        ("6(d)", OLD_ORDER, ("6(c)(1)",)),  # the same number meant another rule
        ("6(d)", NEW_ORDER, ("6(d)",)),
        ("26(e)(1)", OLD_ORDER, ("26(e)(1)", "26(e)(2)")),
        ("26(e)(1)", NEW_ORDER, ("26(e)(1)",)),
    ],
)
def test_a_printed_number_is_found_under_its_present_one(then: str, on: dt.date, numbers: tuple[str, ...]) -> None:
    assert present_rule_number(then, on) == numbers


def test_a_topic_chooses_between_two_old_numbers() -> None:
    assert civil_rule_number("26(e)(1)", OLD_ORDER, topic="answers") == ("26(e)(2)",)
