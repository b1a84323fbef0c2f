"""A rulebook file round-trips; a broken one is refused with file, line, what was expected and the remedy."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from soordered.rulefiles.rulebook_from_toml import RulebookFileError, rulebook_from_toml
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.rulebook import Rulebook
from tests.rules import generated_rules as generated

GOOD = '''\
format = "soordered-rulebook-1"

[[source]]
id = "order"
title = "Order re discovery"
rank = "case_order"
dated = 2011-03-01

[[rule]]
id = "standing-meet-and-confer"
bearers = ["lead_trial_counsel"]
modality = "must"
act = "meet_and_confer"

[rule.timing]
form = "period"
n = 8
unit = "court_day"
direction = "after"
trigger = "meeting_demanded"

[[rule.supports]]
facet = "deadline"
text = """
within eight court
days of the demand"""
page = 1

[[rule]]
id = "standing-file-joint-letter"
bearers = ["parties"]
modality = "must"
act = "file_joint_letter"
artifact = { kind = "joint_letter", joint = true, limits = [{ amount = 2.5, unit = "page", per = "side" }] }

[[rule.supports]]
facet = "page_limit"
text = "two and a half pages"
'''


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(generated.rulebooks())
def test_writing_then_reading_is_the_identity(book: Rulebook) -> None:
    assert rulebook_from_toml(toml_from_rulebook(book), name="book.toml") == book


def test_a_hand_written_file_is_read() -> None:
    book = rulebook_from_toml(GOOD, name="book.toml")

    assert [rule.id for rule in book] == ["standing-meet-and-confer", "standing-file-joint-letter"]
    assert rulebook_from_toml(toml_from_rulebook(book), name="again") == book


def test_each_rule_stands_beside_its_words_and_open_questions() -> None:
    written = toml_from_rulebook(rulebook_from_toml(GOOD, name="book.toml"))

    assert (
        '# deadline: "within eight court days of the demand" (page 1)\n# Open: Nobody has verified it yet.\n[[rule]]\n'
        in written
    )


# the line that is replaced, what it becomes, and the message's beginning and a part of its rest
BROKEN = [
    # no TOML at all
    ("dated = 2011-03-01", "dated = 1 March 2011", 7, "this is no TOML", "TOML 1.0"),
    ('id = "order"', 'id = "order', 4, "this is no TOML", "quotation marks"),
    # a day that no calendar has
    ("dated = 2011-03-01", "dated = 2011-02-30", 7, "this is no TOML: Invalid date", "dates of the calendar"),
    # a code misspelt
    ('unit = "court_day"', 'unit = "courtday"', 18, "At rule[1].timing.unit: 'courtday'.", "Did you mean 'court_day'"),
    ('act = "file_joint_letter"', 'act = "file_letter"', 33, "At rule[2].act: 'file_letter'", "'file_joint_letter'"),
    # a key unknown: in a table, after a text of several lines, in a table in a line
    ('direction = "after"', 'directon = "after"', 15, "At rule[1].timing.direction: the key 'direction' is missing", "Add"),
    ("page = 1", "pages = 1", 27, "At rule[1].supports[1].pages: unknown key 'pages'", "'page'"),
    ("joint = true,", "joined = true,", 34, "At rule[2].artifact.joined: unknown key 'joined'", "'joint'"),
    # a file of a later version
    ("rulebook-1", "rulebook-9", 1, "the format is 'soordered-rulebook-9'", "update So Ordered"),
]  # fmt: skip


@pytest.mark.parametrize(("there", "instead", "line", "got", "hint"), BROKEN)
def test_a_broken_file_is_refused_with_its_line(there: str, instead: str, line: int, got: str, hint: str) -> None:
    with pytest.raises(RulebookFileError) as refusal:
        rulebook_from_toml(GOOD.replace(there, instead, 1), name="book.toml")

    assert refusal.value.got.startswith(f"book.toml, line {line}: {got}")
    assert hint in f"{refusal.value.expected} {refusal.value.remedy}"


def test_an_empty_file_is_an_empty_book() -> None:
    assert rulebook_from_toml("", name="book.toml") == Rulebook(rules=())
