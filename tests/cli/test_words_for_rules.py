"""Every form of timing, and every part of a rule, has words."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.cli.words_for_rules import code_in_words, details_in_words, norm_in_words, timing_in_words
from soordered.rules.rule import (
    Artifact,
    Consequence,
    ConsequenceStatus,
    Contributors,
    Copies,
    Limit,
    Manner,
    Mode,
    PerWhom,
    Place,
    Precondition,
    Rank,
    Rule,
    Source,
)
from soordered.rules.timing import (
    Bound,
    CourtSets,
    Direction,
    EarliestOf,
    FixedDate,
    LatestOf,
    Length,
    NamedDay,
    NotBefore,
    OnSilence,
    Period,
    Recurring,
    Silence,
    Standard,
    Timing,
    Unit,
    Weekday,
    Window,
)
from soordered.rules.vocabulary import Act, Bearer, Modality, Other, Trigger

FIVE = Period(
    length=Length(5, Unit.BUSINESS_DAY), direction=Direction.AFTER, bound=Bound.WITHIN, trigger=Trigger.MEETING_HELD
)
EVE = Period(
    length=Length(1, Unit.DAY), direction=Direction.BEFORE, bound=Bound.NO_LATER_THAN, trigger=Trigger.HEARING,
    clock=dt.time(16, 30),
)  # fmt: skip
UPON = Period(length=Length(0, Unit.DAY), direction=Direction.AFTER, bound=Bound.ON, trigger=Trigger.APPEARANCE)
TWO_ANCHORS = Period(
    length=Length(7, Unit.DAY), direction=Direction.AFTER, bound=Bound.WITHIN, trigger=Trigger.OPPOSITION_DUE,
    anchors=(Trigger.OPPOSITION_SERVED,),
)  # fmt: skip


@pytest.mark.parametrize(
    ("timing", "words"),
    [
        (FIVE, "within 5 business days after meeting held"),
        (EVE, "no later than 1 day before hearing, by 4:30 p.m."),
        (UPON, "upon appearance"),
        (TWO_ANCHORS, "within 7 days after opposition due (or opposition served)"),
        (FixedDate(date=dt.date(2010, 6, 13)), "by Sun 13 Jun 2010"),
        (FixedDate(date=dt.date(2010, 6, 14), clock=dt.time(9, 30), bound=Bound.ON), "on Mon 14 Jun 2010 at 9:30 a.m."),
        (EarliestOf((UPON, EVE)), "the earlier of: upon appearance; no later than 1 day before hearing, by 4:30 p.m."),
        (LatestOf((UPON, UPON)), "the later of: upon appearance; upon appearance"),
        (NotBefore(FIVE), "not before: within 5 business days after meeting held"),
        (Window(choices=2, closes=FIVE), "2 choices, within 5 business days after meeting held"),
        (Recurring(weekdays=(Weekday.FRIDAY,), clock=dt.time(9, 30)), "Fridays at 9:30 a.m."),
        (Recurring(weekdays=(Weekday.TUESDAY,), weeks_of_month=(1, 3)), "the 1st, 3rd Tuesday of the month"),
        (
            OnSilence(FIVE, Silence.DEEMED_DENIED),
            "deemed denied if nothing happens within 5 business days after meeting held",
        ),
        (
            NamedDay(
                weekday=Weekday.WEDNESDAY,
                direction=Direction.BEFORE,
                bound=Bound.NO_LATER_THAN,
                trigger=Trigger.HEARING,
                clock=dt.time(12),
            ),
            "by the Wednesday before hearing, by noon",
        ),
        (
            NamedDay(weekday=Weekday.FRIDAY, direction=Direction.AFTER, bound=Bound.ON, trigger=Trigger.HEARING, nth=3),
            "on the 3rd Friday after hearing",
        ),
        (
            NamedDay(
                weekday=Weekday.THURSDAY,
                direction=Direction.BEFORE,
                bound=Bound.NO_LATER_THAN,
                trigger=Trigger.HEARING,
                of_week=True,
            ),
            "by the Thursday of the week before hearing",
        ),
        (CourtSets(), "when the Court says"),
        (Standard(words="best efforts"), '"best efforts" (for people to judge)'),
    ],
)
def test_a_timing_reads_aloud(timing: Timing, words: str) -> None:
    assert timing_in_words(timing) == words


def test_a_code_outside_the_vocabulary_keeps_the_sources_words() -> None:
    assert code_in_words(Other("bring a printer")) == "bring a printer"
    assert code_in_words(Act.FILE_JOINT_LETTER) == "file joint letter"


def test_a_rule_tells_who_what_how_and_what_follows() -> None:
    rule = Rule(
        id="letter", bearers=(Bearer.EACH_SIDE,), modality=Modality.MUST, act=Act.FILE_JOINT_LETTER,
        source=Source(id="ours", title="Our order", rank=Rank.STANDING_ORDER),
        preconditions=(Precondition(words="calls have failed", judged=True),),
        manner=Manner(
            modes=(Mode.IN_PERSON,), attendance=(Bearer.LEAD_TRIAL_COUNSEL,),
            place=Place(chosen_by=(Bearer.PLAINTIFF_COUNSEL, Bearer.DEFENDANT_COUNSEL), alternates=True),
            minimum_minutes=30,
        ),
        artifact=Artifact(
            kind="letter", joint=True, contributors=Contributors.SIDES, parts=("issues", "compromises"),
            limits=(Limit(amount=5, unit="page", per=PerWhom.SIDE),), signer=Bearer.LEAD_TRIAL_COUNSEL,
            mark="COPY", copies=Copies(number=1, conformed=True), ecf_event="Discovery Letter",
        ),
        exceptions=("a party is in custody",), on_failure="the Court is told",
        consequence=Consequence(
            act=Act.IMPOSE_SANCTIONS, status=ConsequenceStatus.ANNOUNCED, cites="Fed. R. Civ. P. 16(f)"
        ),
        cites=("Civil L.R. 37-1",),
    )  # fmt: skip

    assert norm_in_words(rule) == "each side: must file joint letter"
    assert details_in_words(rule) == (
        "if calls have failed (for people to judge)",
        "in person",
        "attended by lead trial counsel of each side",
        "place chosen by plaintiff counsel, then defendant counsel",
        "at least 30 minutes",
        "paper: joint letter",
        "written by the sides",
        "with issues, compromises",
        "at most 5 pages a side (body)",
        "signed by lead trial counsel",
        'marked "COPY"',
        "1 conformed paper copy",
        "docket event Discovery Letter",
        "except a party is in custody",
        "otherwise the Court is told",
        "announced: impose sanctions under Fed. R. Civ. P. 16(f)",
        "cites Civil L.R. 37-1",
    )
