"""The linter names what can move a date, what can be understood differently, and what is only to be known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from soordered.casework.findings import Finding, Severity
from soordered.casework.lint_rulebook import lint, lint_fields
from soordered.lawbook.rulebook_from_data import federal_rules, local_rules, shipped_order
from soordered.lawbook.time_law_from_data import time_law
from soordered.provenance.problems import Problem
from soordered.provenance.spans import Quote
from soordered.rules.fields_from_rulebook import json_ready
from soordered.rules.rule import (
    Artifact,
    Consequence,
    ConsequenceStatus,
    Fallback,
    FallbackKind,
    Precondition,
    Rule,
)
from soordered.rules.rulebook import Rulebook, Unread
from soordered.rules.timing import Bound, Direction, FixedDate, Length, Period, Standard, Unit
from soordered.rules.vocabulary import Act, Bearer, Modality, Other, Scope, Trigger
from tests.rules.written_rules import LATER, ORDER, STANDING, days, rule

LAW = time_law("cand")
DEMAND = replace(rule("demand", ORDER, None, Act.DEMAND_MEETING), modality=Modality.MAY)


def linted(*rules: Rule, beside: Rulebook | None = None) -> dict[str, Finding]:
    """The findings on these rules, by code."""
    sources = tuple(dict.fromkeys(found.source for found in rules))
    return {found.code: found for found in lint(Rulebook(rules=rules, sources=sources), LAW, beside=beside)}


def of_order(order_id: str) -> tuple[Finding, ...]:
    """The findings on a shipped order beside the rules of its day."""
    book = shipped_order(order_id)
    on = book.sources[0].dated
    assert on is not None
    return lint(book, LAW, beside=local_rules("cand", on).joined(federal_rules(on)))


def about(found: tuple[Finding, ...], code: str) -> list[str]:
    """The rules that a kind of finding concerns."""
    return [finding.rule for finding in found if finding.code == code]


def test_the_order_of_2007_says_what_is_doubtful_in_it() -> None:
    found = of_order("cand-spero-2007-07-30")

    assert about(found, "more-than-one-date") == [
        "case-meeting", "case-joint-letter", "standing-meeting", "standing-joint-letter", "notice-of-submission",
        "withdraw-motion", "chambers-copy",
    ]  # fmt: skip
    assert about(found, "date-of-the-order") == ["case-meeting"]
    assert about(found, "demand-sent-or-received") == ["standing-meeting"]
    assert about(found, "unsettled-anchor") == ["withdraw-motion"]
    assert about(found, "past-the-limit-on-motions") == ["standing-joint-letter"]
    assert about(found, "turn-used-by-the-court") == ["standing-meeting"]
    assert about(found, "nothing-said-if-one-side-will-not") == ["case-joint-letter", "standing-joint-letter"]
    assert about(found, "reserved-power") == ["noncooperation-sanctions", "executives", "sanctions"]


def test_units_that_change_inside_the_order_of_2007_are_named_with_their_rules() -> None:
    (found,) = [finding for finding in of_order("cand-spero-2007-07-30") if finding.code == "units-change"]

    assert found.what == (
        "One text counts in more than one unit: calendar days in case-meeting, case-joint-letter; business days in "
        "standing-meeting, standing-joint-letter; days in withdraw-motion."
    )


def test_the_first_meeting_shows_both_dates_from_the_one_day_it_can_run_from() -> None:
    (found,) = [
        finding
        for finding in of_order("cand-spero-2007-07-30")
        if (finding.code, finding.rule) == ("more-than-one-date", "case-meeting")
    ]

    assert "counted from Monday 30 July 2007: Saturday 4 August 2007: " in found.what
    assert [reading.due.isoformat() for reading in found.example] == ["2007-08-04", "2007-08-06"]
    assert found.where == "rule case-meeting, line 12"


def test_a_text_held_in_part_is_told_which_event_it_does_not_speak_of() -> None:
    found = of_order("cand-spero-2010-07-07")

    assert about(found, "dangling-trigger") == ["notice-of-submission"]
    assert about(found, "turn-used-by-the-court") == []  # the meeting that the Court placed is not in the text held


def test_demand_meeting_and_letter_are_measured_against_the_limit_after_the_cut_off() -> None:
    """Ten and five calendar days: a demand of 4 January 2011 brings the letter to 19 January, the last day of the limit."""
    (found,) = [finding for finding in of_order("cand-spero-2010-07-07") if finding.code == "past-the-limit-on-motions"]

    assert found.what == (
        "Demand, meeting and letter on their last days take up to 21 days, and N.D. Cal. Civil L.R. 26-2 allows 7 days "
        "after the discovery cutoff. With a cut-off on 2011-01-12, the last demand that keeps the letter inside it is made "
        "on 2011-01-04."
    )


MEETING = rule("meeting", ORDER, days(10, Trigger.MEETING_DEMANDED), Act.MEET_AND_CONFER, said="within ten days")
LETTER = rule("letter", ORDER, days(5), said="within five days of the meeting")


@pytest.mark.parametrize(
    ("rules", "code", "severity", "words"),
    [
        # a trigger outside the vocabulary starts nothing
        ((rule("r", ORDER, replace(days(3), trigger=Other("the mediator's call"))),), "dangling-trigger", Severity.DATE, "the mediator's call"),
        # a meeting nobody may demand
        ((MEETING,), "dangling-trigger", Severity.NOTE, "no rule here speaks of that (demand meeting)"),
        # a fixed date on a Sunday
        ((rule("r", ORDER, FixedDate(date=dt.date(2010, 5, 30))),), "fixed-date-on-a-closed-day", Severity.DATE, "Sunday 30 May 2010"),
        # a standard for people, as a time and as a condition
        ((rule("r", ORDER, Standard(words="promptly")),), "people-judge", Severity.MEANING, "promptly"),
        ((replace(LETTER, preconditions=(Precondition(words="in good faith", judged=True),)),), "people-judge", Severity.MEANING, "in good faith"),
        # a joint paper and no way out
        ((replace(LETTER, artifact=Artifact(kind="joint_letter", joint=True)),), "nothing-said-if-one-side-will-not", Severity.NOTE, "joint paper"),
        # two units in one text
        ((MEETING, replace(LETTER, timing=days(5, unit=Unit.BUSINESS_DAY))), "units-change", Severity.DATE, "days in meeting; business days in letter"),
        # two texts of one rank
        ((LETTER, replace(LETTER, id="brief", source=replace(LATER, dated=dt.date(2010, 3, 1)), timing=days(7))), "conflict", Severity.DATE, "within five days of the meeting"),
        # an hour on the day before a hearing
        ((rule("r", ORDER, Period(length=Length(1, Unit.DAY), direction=Direction.BEFORE, bound=Bound.NO_LATER_THAN, trigger=Trigger.HEARING, clock=dt.time(16, 30)), Act.NOTIFY_COURT),),
         "more-than-one-date", Severity.DATE, "calendar day before"),
    ],
)  # fmt: skip
def test_each_doubt_is_found(rules: tuple[Rule, ...], code: str, severity: Severity, words: str) -> None:
    found = linted(*rules)[code]

    assert (found.severity, words in found.what) == (severity, True)
    assert found.remedy


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ((MEETING, DEMAND), "dangling-trigger"),
        ((rule("r", ORDER, FixedDate(date=dt.date(2010, 6, 1))),), "fixed-date-on-a-closed-day"),
        # a way out is given
        ((replace(LETTER, artifact=Artifact(kind="joint_letter", joint=True), fallbacks=(Fallback(kind=FallbackKind.TWO_STATEMENTS),)),), "nothing-said-if-one-side-will-not"),
        ((MEETING, LETTER), "units-change"),
        # the next business day is no period that could be taken for another unit
        ((LETTER, rule("copy", ORDER, days(1, Trigger.PAPER_E_FILED, Unit.BUSINESS_DAY), Act.LODGE_CHAMBERS_COPY)), "units-change"),
        # what is ordered is no power in reserve
        ((replace(rule("r", ORDER, None, Act.REFUSE_PAPER), modality=Modality.COURT_WILL, consequence=Consequence(act=Act.REFUSE_PAPER, status=ConsequenceStatus.ORDERED)),), "reserved-power"),
        # no shipped rule, no limit to run into
        ((MEETING, LETTER, DEMAND), "past-the-limit-on-motions"),
        # what holds once and what holds always
        ((replace(LETTER, scope=Scope.CASE), replace(LETTER, id="b", timing=days(7))), "conflict"),
    ],
)  # fmt: skip
def test_what_is_no_doubt(rules: tuple[Rule, ...], code: str) -> None:
    assert code not in linted(*rules)


def test_a_rule_that_takes_a_local_rules_place_is_said_to() -> None:
    on = dt.date(2010, 3, 1)
    shorter = replace(
        rule("withdraw", ORDER, days(3, Trigger.OPPOSITION_DUE), Act.WITHDRAW_MOTION),
        modality=Modality.MAY, bearers=(Bearer.MOVANT,),
    )  # fmt: skip
    found = linted(shorter, beside=local_rules("cand", on))["displaces-a-shipped-rule"]

    assert found.severity is Severity.NOTE
    assert found.what.startswith("It takes the place of N.D. Cal. Civil L.R. 7-7(e), which says otherwise:")


@pytest.mark.parametrize(
    ("what", "code", "severity"),
    [
        ("The word and the figure differ in 'five (7) days': 5 and 7.", "number-mismatch", Severity.DATE),
        ("'Monday, June 14, 2011' names a Monday, but 2011-06-14 is a Tuesday.", "number-mismatch", Severity.DATE),
        ("A judge's title is printed without a name.", "text-problem", Severity.NOTE),
    ],
)
def test_problems_of_the_text_are_findings(what: str, code: str, severity: Severity) -> None:
    book = Rulebook(rules=(), sources=(ORDER,), problems=(Problem(what=what, where="line 3", remedy="Ask chambers."),))
    (found,) = lint(book, LAW)

    assert (found.code, found.severity, found.where) == (code, severity, "line 3")


def test_what_was_not_understood_is_a_finding_with_its_words() -> None:
    quote = Quote(text="Counsel shall comport themselves.", page=2, line=7)
    book = Rulebook(rules=(), sources=(ORDER,), unread=(Unread(quote=quote, why="no act of the vocabulary"),))
    (found,) = lint(book, LAW)

    assert (found.code, found.where, found.quote) == ("not-understood", "page 2, line 7", quote)


def test_an_order_without_a_date_is_not_counted_and_says_so() -> None:
    undated = replace(STANDING, dated=None)
    found = lint(Rulebook(rules=(replace(LETTER, source=undated),), sources=(undated,)), LAW)

    assert [finding.code for finding in found] == ["undated", "dangling-trigger"]


def test_findings_that_move_a_date_come_first() -> None:
    weights = [list(Severity).index(finding.severity) for finding in of_order("cand-spero-2007-07-30")]

    assert weights == sorted(weights)


def test_findings_go_to_json_with_their_counts() -> None:
    fields = json_ready(lint_fields(of_order("cand-spero-2010-07-07")))

    assert isinstance(fields, dict)
    assert isinstance(fields["findings"], list)
    assert fields["counts"] == {"date": 9, "meaning": 7, "note": 7}
    assert set(dict(fields["findings"][0])) == {
        "code", "severity", "what", "where", "remedy", "rule", "quote", "example",
    }  # fmt: skip


def test_a_remedy_names_each_way_to_settle_a_point_once() -> None:
    for finding in of_order("cand-spero-2007-07-30"):
        ways = finding.remedy.rstrip(".").split("settle it: ")[-1].split("; ")

        assert len(ways) == len(set(ways)), finding.remedy
