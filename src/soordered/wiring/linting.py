"""Linting an order beside the law of its court and day."""

from __future__ import annotations

import datetime as dt

from soordered.casework.findings import Finding
from soordered.casework.lint_rulebook import lint
from soordered.lawbook.rulebook_from_data import federal_rules, local_rules
from soordered.lawbook.shipped_files import LawbookPack
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rulebook import Rulebook
from soordered.wiring.accepted_lawbook import accepted_lawbook

NO_COURT = "federal"
"""The calendar that counts federal holidays only, for an order whose court is not known."""


def lint_order(book: Rulebook, *, court: str | None = None) -> tuple[Finding, ...]:
    """List the doubts in an order's rules, measured by the law of its court on its day.

    Args:
        book: the order's rules.
        court: CM/ECF id; the one of the book's first source that has one, if not given.

    Raises:
        UnknownCourtError: the lawbook holds no such court.
        OutsideCalendarError: the order is dated outside 1938 to 2050.
    """
    named = court or next((source.court for source in book.sources if source.court), NO_COURT)
    pack = accepted_lawbook()
    law = time_law(named, pack=pack)
    day = next((source.dated for source in book.sources if source.dated is not None), None)
    beside = None if day is None else federal_rules(law.calendar.check(day), pack).joined(_local(named, day, pack))
    return lint(book, law, beside=beside)


def _local(court: str, day: dt.date, pack: LawbookPack) -> Rulebook:
    return Rulebook(rules=()) if court == NO_COURT else local_rules(court, day, pack)
