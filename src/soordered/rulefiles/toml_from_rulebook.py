"""A rulebook written as TOML for a person to review, correct and sign: each rule beside its words."""

from __future__ import annotations

from soordered.provenance.spans import Quote
from soordered.rulefiles.toml_from_fields import toml_comment, toml_from_fields
from soordered.rules.fields_from_rule import rule_fields, source_fields
from soordered.rules.fields_from_rulebook import problem_fields, unread_fields
from soordered.rules.rule import Confidence, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import CourtSets, Standard

FORMAT = "soordered-rulebook-1"

_HEAD = (
    "A rulebook of So Ordered. Each [[rule]] stands with its words; correct what was read wrong, then sign it: "
    'add the line verified = { by = "your name", on = 2007-08-01 } under the scope of every rule you have checked. A date that comes from a rule '
    "nobody checked says so. Sentences under [[unread]] bind, perhaps, and no rule was made of them. "
    "Not legal advice; confirm against the docket."
)


def toml_from_rulebook(book: Rulebook) -> str:
    """Write a rulebook as TOML.

    Args:
        book: the rulebook, read, shipped or typed by hand.

    Returns:
        text that ``rulebook_from_toml`` reads back to an equal rulebook; its comments are for people and may be edited.
    """
    parts = [toml_comment(_HEAD), f'format = "{FORMAT}"\n']
    parts += [f"\n[[source]]\n{toml_from_fields(source_fields(source), prefix=('source',))}" for source in book.sources]
    parts += [
        f"\n\n{_beside(number, rule)}[[rule]]\n{toml_from_fields(rule_fields(rule), prefix=('rule',))}"
        for number, rule in enumerate(book.rules, 1)
    ]
    parts += [
        f"\n\n{toml_comment('Not understood: make a rule of it, or leave it here to be shown.')}[[unread]]\n"
        f"{toml_from_fields(unread_fields(unread), prefix=('unread',))}"
        for unread in book.unread
    ]
    parts += [
        f"\n\n[[problem]]\n{toml_from_fields(problem_fields(problem), prefix=('problem',))}"
        for problem in book.problems
    ]
    return "".join(parts)


def open_questions(rule: Rule) -> tuple[str, ...]:
    """Return what a reviewer has to decide or confirm about a rule, in sentences.

    Args:
        rule: the rule.
    """
    questions = []
    unsure = [support for support in rule.supports if support.confidence is not Confidence.HIGH]
    questions += [f"The reading of its {support.facet} is of {support.confidence} confidence." for support in unsure]
    questions += [f"People judge whether this holds: {item.words}." for item in rule.preconditions if item.judged]
    if isinstance(rule.timing, Standard):
        questions.append(f"People judge the time: {rule.timing.words}.")
    if isinstance(rule.timing, CourtSets):
        questions.append("The Court will say when; no date comes from this rule.")
    if rule.verified is None:
        questions.append("Nobody has verified it yet.")
    return tuple(questions)


def _beside(number: int, rule: Rule) -> str:
    lines = [toml_comment(f"{number}. {rule.summary or _norm(rule)}")]
    lines += [toml_comment(f"{support.facet}: {_words(support.quote)}") for support in rule.supports]
    lines += [toml_comment(f"Open: {question}") for question in open_questions(rule)]
    return "".join(lines)


def _norm(rule: Rule) -> str:
    """Name who, with what force and what, in the codes' own words."""
    who = ", ".join(_plain(bearer) for bearer in rule.bearers)
    return f"{who[:1].upper()}{who[1:]}: {_plain(rule.modality).removeprefix('court ')} {_plain(rule.act)}."


def _plain(code: object) -> str:
    return f"{code}".removeprefix("other:").replace("_", " ")


def _words(quote: Quote) -> str:
    return str(quote) if quote.text is None else f"{quote} ({quote.place()})"
