"""Rules become keys and values and come back unchanged; what is wrong is refused by its path."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from soordered.provenance.citations import Citation, Sureness
from soordered.provenance.spans import Quote, Span
from soordered.rules import rule as r
from soordered.rules import timing as t
from soordered.rules.checked_fields import FieldsError
from soordered.rules.fields_from_rule import rule_fields, source_fields, timing_fields
from soordered.rules.fields_from_rulebook import json_ready, rulebook_fields
from soordered.rules.rule_from_fields import rule_from_fields, source_from_fields, timing_from_fields
from soordered.rules.rulebook import Rulebook
from soordered.rules.rulebook_from_fields import rulebook_from_fields
from soordered.rules.vocabulary import Act, Bearer, Facet, Modality, Other, Scope, Trigger
from tests.rules import generated_rules as generated

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ORDER = r.Source(id="order", title="Order", rank=r.Rank.CASE_ORDER)
PERIOD: dict[str, object] = {
    "form": "period", "n": 10, "unit": "business_day", "direction": "after", "bound": "within", "trigger": "meeting_demanded",
}  # fmt: skip


def rule(**changes: object) -> dict[str, object]:
    """The keys of a small rule, some of them changed; ``None`` takes a key out."""
    fields: dict[str, object] = {
        "id": "standing-meet-and-confer",
        "bearers": ["lead_trial_counsel"],
        "modality": "must",
        "act": "meet_and_confer",
        "timing": PERIOD,
    }
    return {key: value for key, value in {**fields, **changes}.items() if value is not None}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(generated.rulebooks())
def test_a_rulebook_comes_back_unchanged_from_its_keys_and_values(book: Rulebook) -> None:
    assert rulebook_from_fields(rulebook_fields(book)) == book


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(generated.rulebooks())
def test_a_rulebook_comes_back_unchanged_through_json(book: Rulebook) -> None:
    assert rulebook_from_fields(json.loads(json.dumps(json_ready(rulebook_fields(book))))) == book


@given(generated.timings)
def test_every_form_of_timing_comes_back_unchanged(timing: t.Timing) -> None:
    assert timing_from_fields(timing_fields(timing)) == timing


@given(generated.sources)
def test_a_source_comes_back_unchanged(source: r.Source) -> None:
    assert source_from_fields(source_fields(source)) == source


CONDITION = r.Precondition(
    words="unsuccessful", trigger=Trigger.EFFORTS_FAILED, judged=True, kind=r.ConditionKind.STAGE
)
PAPER = r.Artifact(
    kind="joint_letter",
    joint=True,
    contributors=r.Contributors.SIDES,
    parts=("issues",),
    limits=(r.Limit(amount=2.5, unit="page", per=r.PerWhom.SIDE, of="exhibits"),),
    signer=Bearer.LEAD_TRIAL_COUNSEL,
    mark="CHAMBERS COPY",
    copies=r.Copies(number=2, medium="electronic", conformed=True),
    ecf_event="Discovery Letter Brief",
)
PLACE = r.Place(words="Courtroom 3", chosen_by=(Bearer.PLAINTIFF_COUNSEL,), alternates=True)
FULL = r.Rule(
    id="full",
    bearers=(Bearer.PARTIES,),
    modality=Modality.MUST,
    act=Act.FILE_JOINT_LETTER,
    source=r.Source(
        id="s", title="Order", rank=r.Rank.CASE_ORDER, court="cand", judge="A. Judge", initials="AJ",
        dated=dt.date(2011, 3, 1), sha256="00", version="1", partial=True,
    ),
    scope=Scope.CASE,
    preconditions=(CONDITION,),
    timing=t.CourtSets(),
    manner=r.Manner(
        modes=(r.Mode.VIDEO,),
        place=PLACE,
        attendance=(Bearer.INSURER,),
        per_party=True,
        minimum_minutes=180,
        otherwise=(r.MannerIf(when=CONDITION, modes=(r.Mode.TELEPHONE,), place=PLACE),),
    ),
    artifact=PAPER,
    exceptions=("emergencies",),
    on_failure="two statements",
    fallbacks=(r.Fallback(kind=r.FallbackKind.TWO_STATEMENTS, words="each its own", artifact=PAPER),),
    choice="method",
    consequence=r.Consequence(
        act=Act.REFUSE_PAPER, status=r.ConsequenceStatus.ORDERED, cites="L.R. 1-4", words="not considered"
    ),
    in_force_from=dt.date(2011, 3, 2),
    in_force_until=dt.date(2012, 3, 2),
    overrides=("cand-7-2-notice",),
    cites=("L.R. 7-2",),
    served_trigger=True,
    supports=(
        r.Support(
            facet=Facet.DEADLINE,
            quote=Quote(text="x", span=Span(1, 2), page=1, line=2, paragraph="3"),
            also_at=(Quote(text="y"),),
            confidence=r.Confidence.LOW,
        ),
    ),
    verified=r.Verification(by="A. Clerk", on=dt.date(2011, 3, 3)),
    authority=Citation(cite="L.R. 37-3", sureness=Sureness.QUOTED, source="a book"),
    summary="File a letter.",
    doubts=("quoted from a later order",),
)  # fmt: skip


def values_in(value: object) -> Iterator[DataclassInstance]:
    """Every dataclass value inside a value."""
    if isinstance(value, tuple):
        for item in value:
            yield from values_in(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in dataclasses.fields(value):
            yield from values_in(getattr(value, field.name))


def test_no_field_of_a_rule_is_lost_on_the_way() -> None:
    """Every field of the example differs from its default, so one that the mapping forgets would come back as that."""
    plain = [
        f"{type(value).__name__}.{field.name}"
        for value in values_in(FULL)
        for field in dataclasses.fields(value)
        if getattr(value, field.name) == field.default and (type(value), field.name) != (Quote, "span")
        if value != Quote(text="y")
    ]

    assert plain == []
    assert rule_from_fields(rule_fields(FULL), sources={"s": FULL.source}) == FULL
    assert source_from_fields(source_fields(FULL.source)) == FULL.source


# What must be refused, with the path, what stands there and what would be right.
REFUSED = [
    # a key misspelt
    ({"modalty": "must"}, ("modalty",), "unknown key 'modalty'", "modality"),
    ({"timing": {**PERIOD, "units": "day"}}, ("timing", "units"), "unknown key 'units'", "'unit'"),
    # a key missing
    ({"id": None}, ("id",), "'id' is missing", "a text"),
    ({"bearers": None}, ("bearers",), "empty or missing", "at least one"),
    ({"modality": None}, ("modality",), "missing", "must, must_not, may, court_may, court_will"),
    ({"timing": {"form": "period", "n": 5}}, ("timing", "unit"), "missing", "business_day"),
    # a code misspelt: the nearest is named
    ({"act": "meet_and_confir"}, ("act",), "'meet_and_confir' is no act code", "'meet_and_confer'"),
    ({"bearers": ["lead_trail_counsel"]}, ("bearers", 1), "is no bearer code", "'lead_trial_counsel'"),
    ({"timing": {**PERIOD, "trigger": "meeting_demand"}}, ("timing", "trigger"), "no trigger code", "'meeting_demanded'"),
    ({"timing": {**PERIOD, "unit": "buisness_day"}}, ("timing", "unit"), "'buisness_day'", "'business_day'"),
    ({"timing": {"form": "peroid"}}, ("timing", "form"), "'peroid'", "'period'"),
    ({"modality": "shall"}, ("modality",), "'shall'", "one of: must"),
    # a value of the wrong kind
    ({"id": 7}, ("id",), "7", "a text in quotation marks"),
    ({"id": "  "}, ("id",), "the id is empty", "a readable id"),
    ({"bearers": "counsel"}, ("bearers",), "'counsel'", "a list of texts"),
    ({"bearers": ["counsel", 3]}, ("bearers", 2), "3", "a text"),
    ({"timing": {**PERIOD, "n": -1}}, ("timing", "n"), "-1", "0 or more"),
    ({"timing": {**PERIOD, "n": True}}, ("timing", "n"), "True", "whole number"),
    ({"timing": {**PERIOD, "n": 2.5}}, ("timing", "n"), "2.5", "whole number"),
    ({"timing": "ten days"}, ("timing",), "'ten days'", "a table"),
    ({"served_trigger": "yes"}, ("served_trigger",), "'yes'", "true or false"),
    ({"in_force_from": "2007-02-30"}, ("in_force_from",), "'2007-02-30' is no date", "a date of the calendar"),
    ({"in_force_from": dt.datetime(2007, 1, 1, tzinfo=dt.UTC)}, ("in_force_from",), "datetime", "a date"),
    ({"timing": {**PERIOD, "clock": "4:30 p.m."}}, ("timing", "clock"), "no hour of the day", "16:30"),
    ({"timing": {**PERIOD, "clock": 16}}, ("timing", "clock"), "16", "16:30"),
    # a form that lacks its parts
    ({"timing": {"form": "earliest_of", "options": [PERIOD]}}, ("timing", "options"), "1 option", "two timings"),
    ({"timing": {"form": "recurring", "weekdays": []}}, ("timing", "weekdays"), "no day of the week", "Friday"),
    ({"timing": {"form": "on_silence", "effect": "deemed_denied", "period": {"form": "court_sets"}}},
     ("timing", "period"), "another form", "a period"),
    ({"artifact": {"kind": "letter", "limits": [{"amount": 0, "unit": "page"}]}},
     ("artifact", "limits", 1, "amount"), "0", "above 0"),
    # a quote with half a place, or one that runs backward
    ({"supports": [{"facet": "deadline", "text": "x", "start": 4}]}, ("supports", 1, "start"), "only one", "both"),
    ({"supports": [{"facet": "deadline", "text": "x", "start": 4, "end": 2}]}, ("supports", 1, "end"), "ends at 2", "after"),
    ({"timing": {"form": "recurring", "weekdays": ["Friday"], "weeks_of_month": ["first"]}},
     ("timing", "weeks_of_month"), "['first']", "whole numbers"),
    ({"preconditions": ["unsuccessful"]}, ("preconditions", 1), "'unsuccessful'", "a table"),
    # a source nobody named
    ({"source": "ordre"}, ("source",), "no source has the id 'ordre'", "'order'"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "path", "got", "hint"), REFUSED)
def test_what_is_wrong_is_refused_by_its_path(
    changes: dict[str, object], path: tuple[str | int, ...], got: str, hint: str
) -> None:
    with pytest.raises(FieldsError) as refusal:
        rule_from_fields(rule(**changes), sources={"order": ORDER})

    assert refusal.value.path == path
    assert got in refusal.value.got
    assert hint in f"{refusal.value.expected} {refusal.value.remedy}"


def test_words_outside_the_vocabulary_are_kept_after_other() -> None:
    read = rule_from_fields(rule(timing={**PERIOD, "trigger": "other:the mediator's call"}), sources={"order": ORDER})

    assert isinstance(read.timing, t.Period)
    assert read.timing.trigger == Other("the mediator's call")


def test_an_hour_may_be_written_as_in_json_or_as_in_toml() -> None:
    written = [timing_from_fields({**PERIOD, "clock": clock}) for clock in ("16:30", dt.time(16, 30))]

    assert written[0] == written[1]


def test_two_rules_of_one_source_with_one_id_are_refused() -> None:
    book = {"source": [{"id": "order", "title": "Order", "rank": "case_order"}], "rule": [rule(), rule()]}

    with pytest.raises(
        FieldsError, match=r"At rule\[2\]\.id: the id 'standing-meet-and-confer' stands here a second time"
    ):
        rulebook_from_fields(book)


def test_the_whole_message_says_what_stands_there_what_is_expected_and_what_to_do() -> None:
    with pytest.raises(FieldsError) as refusal:
        timing_from_fields({**PERIOD, "unit": "buisness_day"})

    assert str(refusal.value) == (
        "At unit: 'buisness_day'. Expected: one of: day, calendar_day, business_day, court_day, week, month, year, hour, "
        "minute. Did you mean 'business_day'?"
    )


def test_a_bare_day_stays_a_bare_day() -> None:
    """What "7 days" means depends on the rule in force at the time, so the file never improves it."""
    fields = timing_fields(
        t.Period(
            length=t.Length(7, t.Unit.DAY),
            direction=t.Direction.AFTER,
            bound=t.Bound.WITHIN,
            trigger=Trigger.OPPOSITION_DUE,
        )
    )

    assert fields["unit"] == "day"
