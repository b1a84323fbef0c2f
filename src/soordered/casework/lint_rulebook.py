"""The ambiguity linter: every doubt in a rulebook, the costliest first, each with its place, words and remedy."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from soordered.calendars.time_law import TimeLaw
from soordered.casework.date_findings_from_rules import date_findings
from soordered.casework.findings import Finding, Severity, finding_fields
from soordered.casework.meaning_findings_from_rules import meaning_findings
from soordered.rules.checked_fields import Fields
from soordered.rules.rulebook import Rulebook

_MISMATCH = re.compile(r"\bword\b.*\bfigure|\bfigure\b.*\bword|\bdiffer|\bnames an? \w+day\b|\bdisagree", re.IGNORECASE)
_WEIGHTS = list(Severity)


def lint(
    book: Rulebook, law: TimeLaw, *, beside: Rulebook | None = None, start: dt.date | None = None
) -> tuple[Finding, ...]:
    """List the doubts in an order's rules.

    Args:
        book: the rules, read or reviewed, with what was not understood and the problems of the text.
        law: how days are counted in the order's court.
        beside: the local and federal rules of the day, to find collisions; none if not given.
        start: the first day from which periods are tried; the date of the book's first dated source if not given.

    Returns:
        findings, what can move a date first, then what can be understood differently, then notes; within one weight in
        the order of the text.

    Raises:
        OutsideCalendarError: the order is dated outside 1938 to 2050.
    """
    first = start or next((source.dated for source in book.sources if source.dated is not None), None)
    found: list[Finding] = [*_of_the_text(book)]
    found += date_findings(book, law, start=first, beside=beside or Rulebook(rules=()))
    found += meaning_findings(book)
    if first is None:
        found.append(
            Finding(
                code="undated",
                what="The order's date is not known, so no period was tried.",
                where="the order",
                remedy="Give the date in the rulebook (dated = 2007-07-30) and run again.",
                severity=Severity.DATE,
            )
        )
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: _WEIGHTS.index(finding.severity)))


def lint_fields(findings: Iterable[Finding]) -> Fields:
    """Return findings as keys and values, with how many there are of each weight.

    Args:
        findings: from ``lint``.
    """
    listed = list(findings)
    counts = {str(severity): sum(finding.severity is severity for finding in listed) for severity in Severity}
    return {"findings": [finding_fields(finding) for finding in listed], "counts": counts}


def _of_the_text(book: Rulebook) -> Iterator[Finding]:
    for problem in book.problems:
        yield Finding(
            code="number-mismatch" if _MISMATCH.search(problem.what) else "text-problem",
            what=problem.what,
            where=problem.where,
            remedy=problem.remedy,
            severity=Severity.DATE if _MISMATCH.search(problem.what) else Severity.NOTE,
        )
    for unread in book.unread:
        yield Finding(
            code="not-understood",
            what=f"A sentence that may bind was not made into a rule: {unread.why}",
            where=unread.quote.place(),
            remedy="Read it, and add a rule by hand if it binds.",
            severity=Severity.MEANING,
            quote=unread.quote,
        )
