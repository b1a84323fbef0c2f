"""What 55 real orders and rules ask for can be said in the form, read back, and brought to life."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from soordered.casework.lint_rulebook import lint
from soordered.deadlines.facts import Fact, Waiting
from soordered.deadlines.obligations_from_rules import obligations
from soordered.lawbook.time_law_from_data import time_law
from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.rule import ConditionKind, FallbackKind, Mode, PerWhom, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import LatestOf, NotBefore, Period, Recurring, Standard, Unit, Window
from soordered.rules.triggers_from_timing import timing_triggers
from soordered.rules.vocabulary import Modality, Other

FILE = Path(__file__).with_name("survey_rows.toml")
ROWS = range(1, 56)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """All rows."""
    return rulebook_from_toml(FILE.read_text(encoding="utf-8"), name=FILE.name)


def rule(book: Rulebook, rule_id: str) -> Rule:
    """The rule with that id, which must be there."""
    found = book.rule(rule_id)
    assert found is not None, rule_id
    return found


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_survey_is_said(book: Rulebook, row: int) -> None:
    own = [found for found in book if found.source.id == f"row-{row:02}"]

    assert own
    assert all(found.id.startswith(f"{row:02}-") for found in own)


def test_the_rows_survive_the_round_trip(book: Rulebook) -> None:
    assert rulebook_from_toml(toml_from_rulebook(book), name="again") == book


def test_most_acts_and_triggers_are_in_the_vocabulary(book: Rulebook) -> None:
    """A code outside it is kept and shown, but starts nothing by itself: there should be few."""
    acts = [found.act for found in book]
    triggers = [trigger for found in book for trigger in timing_triggers(found.timing)]

    assert sum(isinstance(act, Other) for act in acts) <= len(acts) * 0.2
    assert [trigger.words for trigger in triggers if isinstance(trigger, Other)] == [
        "movant's part received",
        "chambers gave the hearing date",
    ]


# What does not fit "trigger and so many days" (survey, §6.4), one by one.


def test_a_place_that_depends_on_where_counsel_are(book: Rulebook) -> None:
    for rule_id, mode in (
        ("12-meeting", Mode.TELEPHONE),
        ("22-meeting", Mode.IN_PERSON),
        ("36-confer", Mode.IN_PERSON),
    ):
        manner = rule(book, rule_id).manner
        assert manner is not None

        assert [other.modes for other in manner.otherwise] == [(mode,)]
        assert [other.when.kind for other in manner.otherwise] == [ConditionKind.GEOGRAPHY]


def test_two_short_statements_when_one_side_will_not_take_part(book: Rulebook) -> None:
    (way,) = rule(book, "12-statement").fallbacks

    assert way.kind is FallbackKind.TWO_STATEMENTS
    assert way.artifact is not None
    assert [(limit.amount, limit.per) for limit in way.artifact.limits] == [(2, PerWhom.SIDE)]


def test_two_and_a_half_pages_a_side(book: Rulebook) -> None:
    paper = rule(book, "27-letter").artifact
    assert paper is not None

    assert [(limit.amount, limit.unit, limit.per) for limit in paper.limits] == [(2.5, "page", PerWhom.SIDE)]


def test_a_length_for_the_letter_and_another_for_its_attachments(book: Rulebook) -> None:
    paper = rule(book, "29-statement").artifact
    assert paper is not None

    assert {limit.of: limit.amount for limit in paper.limits} == {"body": 8, "attachments": 12}


def test_two_dates_out_of_fourteen_business_days(book: Rulebook) -> None:
    timing = rule(book, "46-two-dates").timing

    assert isinstance(timing, Window)
    assert timing.choices == 2
    assert isinstance(timing.closes, Period)
    assert (timing.closes.length.n, timing.closes.length.unit) == (14, Unit.BUSINESS_DAY)


def test_sittings_with_a_beginning_and_an_end_and_of_some_weeks_only(book: Rulebook) -> None:
    calendar, weeks = rule(book, "47-calendar").timing, rule(book, "22-hearings").timing

    assert isinstance(calendar, Recurring)
    assert isinstance(weeks, Recurring)
    assert (calendar.clock, calendar.ends) == (dt.time(10, 30), dt.time(12))
    assert weeks.weeks_of_month == (1, 3)


def test_the_later_of_two_times_and_not_before_a_time(book: Rulebook) -> None:
    assert isinstance(rule(book, "54-motion").timing, LatestOf)
    assert isinstance(rule(book, "49-wait").timing, NotBefore)


def test_best_efforts_guide_and_do_not_bind(book: Rulebook) -> None:
    timing = rule(book, "14-meeting").timing

    assert isinstance(timing, Standard)
    assert timing.soft is not None
    assert timing.soft.length.unit is Unit.BUSINESS_DAY


def test_alternatives_share_a_label(book: Rulebook) -> None:
    chosen = [found.id for found in book if found.source.id == "row-24" and found.choice]

    assert chosen == ["24-noticed-motion", "24-shorten", "24-telephone"]
    assert {condition.kind for found in book if found.choice == "procedure" for condition in found.preconditions} == {
        ConditionKind.REFERRAL
    }


def test_a_meeting_of_three_hours_at_least(book: Rulebook) -> None:
    manner = rule(book, "31-meeting").manner
    assert manner is not None

    assert manner.minimum_minutes == 180


# Brought to life: the engine takes every form, and invents no date.


@pytest.fixture(scope="module")
def lives(book: Rulebook) -> dict[str, tuple[object, object]]:
    """For each rule: what it waits for, and whether it has a date, once every event of the vocabulary has happened."""
    triggers = dict.fromkeys(trigger for found in book for trigger in timing_triggers(found.timing))
    facts = [
        Fact(
            id=f"f{place}-{order.id}",
            trigger=trigger,
            on=dt.date(2024, 7, 2),
            clock=dt.time(10),
            about=order.id,
            order=order.id,
        )
        for place, trigger in enumerate(triggers)
        for order in book.sources
        if not isinstance(trigger, Other)
    ]
    found = obligations(book, facts, time_law("cand"))
    return {entry.rule.id: (entry.waiting, entry.deadline) for entry in found}


def test_every_rule_with_a_period_comes_to_a_date_when_its_event_happens(
    book: Rulebook, lives: dict[str, tuple[object, object]]
) -> None:
    periods = [
        found for found in book if isinstance(found.timing, Period) and not isinstance(found.timing.trigger, Other)
    ]
    undated = [found.id for found in periods if lives[found.id][1] is None]

    assert undated == []


@pytest.mark.parametrize("row", ROWS)
def test_every_row_can_be_linted_by_itself(book: Rulebook, row: int) -> None:
    """Each finding names a rule of the row, or the row's text."""
    (source,) = [source for source in book.sources if source.id == f"row-{row:02}"]
    own = Rulebook(rules=tuple(found for found in book if found.source.id == source.id), sources=(source,))

    findings = lint(own, time_law(source.court or "federal"))

    assert {finding.rule for finding in findings} <= {"", *(found.id for found in own)}
    if source.dated is None:
        assert "undated" in {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("rule_id", "waiting"),
    [
        ("06-schedule", Waiting.FOR_JUDGMENT),  # the schedule of another action
        ("05-slot", Waiting.FOR_COURT),  # the deputy gives the hour
        ("46-notice", Waiting.FOR_TRIGGER),  # an event outside the vocabulary
    ],
)
def test_what_has_no_date_waits_and_says_for_what(
    lives: dict[str, tuple[object, object]], rule_id: str, waiting: Waiting
) -> None:
    assert lives[rule_id] == (waiting, None)


def test_best_efforts_wait_for_judgment_beside_their_guiding_date(lives: dict[str, tuple[object, object]]) -> None:
    waiting, deadline = lives["14-meeting"]

    assert waiting is Waiting.FOR_JUDGMENT
    assert deadline is not None


def test_no_duty_of_the_court_is_anybodys_pending_duty(book: Rulebook) -> None:
    reserved = [found for found in book if found.modality in {Modality.COURT_MAY, Modality.COURT_WILL}]

    assert reserved
    assert all(found.for_court for found in reserved)
