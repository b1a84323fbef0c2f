"""A difference names every real change with its words, and no false one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.orders.order_reading import read_order
from soordered.rules.difference_from_rulebooks import ChangeKind, Difference, difference
from soordered.rules.fields_from_difference import difference_fields
from soordered.rules.fields_from_rulebook import json_ready
from soordered.rules.rule import Artifact, Copies, Limit, Manner, Mode, Place, Precondition, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import FixedDate, Unit
from soordered.rules.vocabulary import Act, Trigger
from tests.rules.generated_rules import rulebooks
from tests.rules.written_rules import LATER, ORDER, days, rule

OLD, NEW = "cand-spero-2007-07-30", "cand-spero-2010-07-07"
# What a person who compares the two orders finds: the units of both standing periods, the conformed copy, the two
# sentences on papers that break the Local Rules; and the opening part, which the later text as held does not have.
CHANGED = {
    "standing-meeting": ["timing.unit: business_day → calendar_day"],
    "standing-joint-letter": ["timing.unit: business_day → calendar_day"],
    "chambers-copy": ["artifact.copies.conformed: yes → no"],
}
REMOVED = ["comply-with-rules", "refuse-paper"]
NOT_HELD = ["referral", "case-meeting", "case-joint-letter", "case-determination", "hearings", "motion-gate"]


def named(found: Difference) -> dict[ChangeKind, list[str]]:
    """The ids of the rules concerned, kind by kind."""
    return {kind: [change.rule_id for change in found.changes if change.kind is kind] for kind in ChangeKind}


def read(shared: Path, name: str) -> Rulebook:
    """One of the two orders, read."""
    text = (shared / "corpus" / "dev" / f"{name}.txt").read_bytes().decode()
    return read_order(text, name=name).rulebook


def assert_is_the_real_difference(found: Difference) -> None:
    """Every real difference between the two orders is named, and no false one."""
    kinds = named(found)

    assert {c.rule_id: [str(item) for item in c.fields] for c in found.changes if c.fields} == CHANGED
    assert kinds[ChangeKind.REMOVED] == REMOVED
    assert kinds[ChangeKind.NOT_HELD_AFTER] == NOT_HELD
    assert kinds[ChangeKind.ADDED] == kinds[ChangeKind.NOT_HELD_BEFORE] == []
    assert found.not_held == ("caption and opening: not in the later text held",)
    assert str(found.changes[0]) == "referral: not in the later text held, which begins in the middle of its order"
    assert len(found.same) == 12


def test_the_two_shipped_orders_differ_as_a_person_finds() -> None:
    assert_is_the_real_difference(difference(shipped_order(OLD), shipped_order(NEW)))


def test_the_two_orders_as_read_differ_as_a_person_finds(shared: Path) -> None:
    assert_is_the_real_difference(
        difference(read(shared, "seed_spero_2007-07-30"), read(shared, "seed_spero_2010-07-07"))
    )


def test_seen_from_the_other_side_nothing_the_first_text_lacks_is_called_new() -> None:
    found = difference(shipped_order(NEW), shipped_order(OLD))
    kinds = named(found)

    assert kinds[ChangeKind.NOT_HELD_BEFORE] == NOT_HELD
    assert not any("removed" in str(change) for change in found.changes)
    assert str(found.changes[3]) == "referral: not in the earlier text held, which begins in the middle of its order"
    assert kinds[ChangeKind.ADDED] == REMOVED  # these stand after the place where the partial text begins


def test_a_change_shows_the_words_of_both_texts_that_concern_it(shared: Path) -> None:
    found = difference(read(shared, "seed_spero_2007-07-30"), read(shared, "seed_spero_2010-07-07"))
    quotes = {change.rule_id: [str(quote) for quote in change.quotes()] for change in found.changes}

    assert quotes["standing-meeting"] == [
        '"within ten (10) business days of the demand"',
        '"within ten (10) calendar days of the demand"',
    ]
    assert "CONFORMED" in quotes["chambers-copy"][0]
    assert "CONFORMED" not in quotes["chambers-copy"][1]


LETTER = replace(
    rule("letter", ORDER, days(5)),
    artifact=Artifact(
        kind="joint_letter",
        parts=("issues", "positions"),
        mark="JCS'S CHAMBERS' COPY",
        copies=Copies(number=1),
        limits=(Limit(amount=2.5, unit="page"),),
    ),
    manner=Manner(modes=(Mode.IN_PERSON,), place=Place(words="Courtroom A")),
    preconditions=(Precondition(words="efforts failed", trigger=Trigger.EFFORTS_FAILED, judged=True),),
    cites=("Civil L. R. 7-7(e)",),
)  # fmt: skip
PAPER = LETTER.artifact or Artifact(kind="")


def compared(changed: Rule) -> list[str]:
    """What the difference says when the letter's rule becomes another."""
    found = difference(Rulebook(rules=(LETTER,)), Rulebook(rules=(changed,)))
    return [str(item) for change in found.changes for item in change.fields]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        # the number, the unit, the side of the trigger
        (replace(LETTER, timing=days(7)), ["timing.n: 5 → 7"]),
        (replace(LETTER, timing=days(5, unit=Unit.COURT_DAY)), ["timing.unit: day → court_day"]),
        (replace(LETTER, timing=days(5, before=True)), ["timing.direction: after → before", "timing.bound: within → at_least"]),
        (replace(LETTER, cites=("Civil L.R. 77(e)",)), ["cites: Civil L. R. 7-7(e) → Civil L.R. 77(e)"]),  # 7-7 is not 77
        # a limit of half pages is not one of twenty-five
        (replace(LETTER, artifact=replace(PAPER, limits=(Limit(amount=25, unit="page"),))), ["artifact.limits.1.amount: 2.5 → 25"]),
        (replace(LETTER, artifact=replace(PAPER, copies=Copies(number=2))), ["artifact.copies.number: 1 → 2"]),
        (replace(LETTER, artifact=replace(PAPER, mark="CHAMBERS COPY")), ["artifact.mark: JCS'S CHAMBERS' COPY → CHAMBERS COPY"]),
        # the room
        (replace(LETTER, manner=Manner(modes=(Mode.IN_PERSON,), place=Place(words="Courtroom G"))), ["manner.place.words: Courtroom A → Courtroom G"]),
        # a form of timing in place of another
        (replace(LETTER, timing=FixedDate(date=dt.date(2011, 6, 13))), [
            "timing.form: period → fixed_date", "timing.n: 5 → not said", "timing.unit: day → not said",
            "timing.direction: after → not said", "timing.bound: within → no_later_than",
            "timing.trigger: meeting_held → not said", "timing.date: not said → 2011-06-13",
        ]),
    ],
)  # fmt: skip
def test_every_value_that_differs_is_named(changed: Rule, said: list[str]) -> None:
    assert compared(changed) == said


@pytest.mark.parametrize(
    "changed",
    [
        # the same order given again
        replace(LETTER, source=LATER),
        # typing: a quotation mark for an apostrophe, another case, another spacing of a citation
        replace(LETTER, artifact=replace(PAPER, mark='JCS\'S CHAMBERS" COPY')),
        replace(LETTER, cites=("CIVIL L.R. 7-7(e)",)),
        # parts in another order
        replace(LETTER, artifact=replace(PAPER, parts=("positions", "issues"))),
        # our words beside the norm
        replace(LETTER, summary="File a letter."),
        replace(LETTER, preconditions=(Precondition(words="they proved unsuccessful", trigger=Trigger.EFFORTS_FAILED, judged=True),)),
    ],
)  # fmt: skip
def test_what_is_no_difference(changed: Rule) -> None:
    assert compared(changed) == []


def test_a_rule_with_another_id_but_the_same_act_is_the_same_rule() -> None:
    found = difference(Rulebook(rules=(LETTER,)), Rulebook(rules=(replace(LETTER, id="brief", timing=days(6)),)))

    assert [str(change) for change in found.changes] == ["letter: changed (timing.n: 5 → 6)"]


def test_a_text_held_in_part_that_shares_nothing_removes_nothing() -> None:
    held_in_part = replace(LATER, partial=True)
    other = rule("hearing", held_in_part, None, Act.HEAR_MOTIONS)
    found = difference(Rulebook(rules=(LETTER,), sources=(ORDER,)), Rulebook(rules=(other,), sources=(held_in_part,)))

    assert [change.kind for change in found.changes] == [ChangeKind.NOT_HELD_AFTER, ChangeKind.ADDED]


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(rulebooks())
def test_a_book_does_not_differ_from_itself(book: Rulebook) -> None:
    assert not difference(book, book)


def test_a_difference_goes_to_json() -> None:
    fields = json_ready(difference_fields(difference(shipped_order(OLD), shipped_order(NEW))))

    assert isinstance(fields, dict)
    assert isinstance(fields["changes"], list)
    assert {"rule": "standing-meeting", "kind": "changed"}.items() <= dict(fields["changes"][6]).items()
