"""What the ambiguity linter finds: a doubt with its place, words, remedy and weight."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soordered.deadlines.deadline import Reading
from soordered.provenance.spans import Quote
from soordered.rules.checked_fields import Fields
from soordered.rules.fields_from_rule import quote_fields
from soordered.rules.rule import Rule
from soordered.rules.vocabulary import Facet


class Severity(StrEnum):
    """What a doubt can cost."""

    DATE = "date"  # a date can come out differently
    MEANING = "meaning"  # who, what or where can be understood differently
    NOTE = "note"  # nothing to decide now; to be known


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One doubt.

    Args:
        code: stable name of the kind of doubt, e.g. ``"more-than-one-date"``.
        what: the doubt in one or two sentences.
        where: the place, in words (rule, page, line).
        remedy: what to ask or to record.
        severity: what it can cost.
        rule: id of the rule concerned, empty if none is.
        quote: the words.
        example: the dates that one trigger gives, where the doubt is about dates; the earliest first.
    """

    code: str
    what: str
    where: str
    remedy: str
    severity: Severity
    rule: str = ""
    quote: Quote | None = None
    example: tuple[Reading, ...] = ()

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.remedy}"


def finding_on(
    rule: Rule,
    code: str,
    what: str,
    *,
    remedy: str,
    severity: Severity,
    facets: tuple[Facet, ...] = (),
    example: tuple[Reading, ...] = (),
) -> Finding:
    """Make a finding about a rule, with the words of the first of some facets that it has.

    Args:
        rule: the rule.
        code: the kind of doubt.
        what: the doubt.
        remedy: what to do.
        severity: what it can cost.
        facets: whose words to show; the rule's first words if it has none of them.
        example: the dates that one trigger gives.
    """
    quote = next((found for facet in facets if (found := rule.quote(facet)) is not None), rule.quote())
    place = f"rule {rule.id}" if quote is None else f"rule {rule.id}, {quote.place()}"
    return Finding(
        code=code,
        what=what,
        where=place,
        remedy=remedy,
        severity=severity,
        rule=rule.id,
        quote=quote,
        example=example,
    )


def finding_fields(finding: Finding) -> Fields:
    """Return a finding as keys and values.

    Args:
        finding: the finding.
    """
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "what": finding.what,
        "where": finding.where,
        "remedy": finding.remedy,
        "rule": finding.rule,
        "quote": {} if finding.quote is None else quote_fields(finding.quote),
        "example": [
            {"label": reading.label, "due": reading.due.isoformat(), "because": reading.because}
            for reading in finding.example
        ],
    }
