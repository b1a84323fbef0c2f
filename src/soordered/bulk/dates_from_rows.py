"""The dates of one block of rows: each different period is compiled once, and the rows are one gather."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from soordered.bulk.plan import BulkPlan, Law
from soordered.calendars.open_day_arrays import Days
from soordered.deadlines.answer_table import DATES, AnswerRow, AnswerTable
from soordered.deadlines.answers_from_rules import answer_row_of_rule
from soordered.deadlines.columns_from_ask import LayerTables
from soordered.deadlines.court_table import direction_of
from soordered.deadlines.kept_answers import KeptAnswers
from soordered.deadlines.length_from_text import period_from_text
from soordered.deadlines.method_of_service import extra_method
from soordered.deadlines.rows_of_days import NO_DAY, ROW_ERRORS, Codes
from soordered.deadlines.shapes_from_ask import Ask
from soordered.lawbook.time_law_from_data import time_law
from soordered.provenance.problems import BadInputError
from soordered.rules.rule import Rank
from soordered.rules.timing import Direction

GATHERED_TOGETHER = 128
"""How many different periods are laid side by side at once: some seventy megabytes for three dates."""

COURTS_KEPT = 12
"""How many courts' compiled periods are kept at once."""

Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Question:
    """What a row asks, but for its day; rows of one question share one compiled answer.

    Args:
        words: the period as typed, or the id of a rule; ``None`` where the row has none.
        court: the court, ``None`` for the plan's.
        direction: the direction, ``None`` for the plan's.
        service: how the trigger was served, ``None`` for not at all.
    """

    words: str | None
    court: str | None = None
    direction: str | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockDates:
    """The dates of a block.

    Args:
        columns: by name: the three dates, then the readings asked for; ``NO_DAY`` where there is none.
        errors: by row, the place of its error in ``messages``, -1 where it has dates; ``None`` when every row has.
        messages: what can be wrong, in words.
    """

    columns: dict[str, Days]
    errors: npt.NDArray[np.int32] | None
    messages: tuple[str, ...]


class DatesFromRows:
    """Answers blocks of rows under one law, with the periods it has met compiled and kept.

    Args:
        plan: the run.
        law: the law to count by: the plan's, or the one to be tried.
        by_rule: whether the rows name rules instead of periods.
    """

    def __init__(self, plan: BulkPlan, law: Law, *, by_rule: bool) -> None:
        self._plan = plan
        self._notices = law.notices
        self._pack = law.pack
        self._rules = {rule.id: rule for rule in law.rules}
        self._row = self._of_rule if by_rule else self._of_period
        self._courts: dict[str, KeptAnswers] = {}
        self._compiled: dict[Question, AnswerRow | str] = {}
        self._tables: dict[tuple[Question, ...], AnswerTable] = {}

    def zone(self, court: str | None) -> str:
        """Return the time zone of a court, the plan's if none is named.

        Raises:
            UnknownCourtError: the lawbook holds no such court.
        """
        return time_law(court or self._plan.court, pack=self._pack).calendar.zone

    def dates(self, questions: list[Question], of_row: Places, days: Days) -> BlockDates:
        """Answer a block.

        Args:
            questions: the different questions of the block.
            of_row: by row, the place of its question.
            days: by row, the trigger.
        """
        names = (*DATES, *self._plan.readings)
        found = [self._answer(question) for question in questions]
        messages = (*ROW_ERRORS.values(), *dict.fromkeys(one for one in found if isinstance(one, str)))
        good = [place for place, one in enumerate(found) if not isinstance(one, str)]
        if 0 < len(good) == len(questions) <= GATHERED_TOGETHER:
            answers = self._table(questions).due(of_row, days, names=names)
            return BlockDates(columns=answers.columns, errors=_errors(answers.codes), messages=messages)
        columns = dict(zip(names, np.full((len(names), len(days)), NO_DAY, dtype=np.int32), strict=True))
        errors = np.zeros(len(days), dtype=np.int32)
        for place, one in enumerate(found):
            if isinstance(one, str):
                errors[of_row == place] = messages.index(one)
        for start in range(0, len(good), GATHERED_TOGETHER):
            group = good[start : start + GATHERED_TOGETHER]
            within = np.full(len(questions), -1, dtype=np.intp)
            within[group] = np.arange(len(group))
            rows = np.flatnonzero(within[of_row] >= 0)
            answers = self._table([questions[place] for place in group]).due(
                within[of_row[rows]], days[rows], names=names
            )
            for name, dates in answers.columns.items():
                columns[name][rows] = dates
            errors[rows] = answers.codes.astype(np.int32) - 1
        return BlockDates(columns=columns, errors=errors, messages=messages)

    def _table(self, questions: list[Question]) -> AnswerTable:
        key = tuple(questions)
        table = self._tables.get(key)
        if table is None:
            rows = [row for row in map(self._answer, questions) if not isinstance(row, str)]
            first = self._court(None).tables.first
            self._tables = {key: AnswerTable(rows, first=first, labels=self._plan.readings)}
            table = self._tables[key]
        return table

    def _answer(self, question: Question) -> AnswerRow | str:
        """Compile a question, or say in words why it has no answer."""
        row = self._compiled.get(question)
        if row is None:
            try:
                row = self._row(question)
            except BadInputError as trouble:
                row = str(trouble)
            if len(self._compiled) >= 2 * GATHERED_TOGETHER:
                del self._compiled[next(iter(self._compiled))]
            self._compiled[question] = row
        return row

    def _of_period(self, question: Question) -> AnswerRow | str:
        if question.words is None:
            return "no period: such as 10 business days was expected"
        typed = period_from_text(question.words)
        court, plan = self._court(question.court), self._plan
        ask = Ask(
            n=typed.length.n,
            unit=typed.length.unit,
            forward=self._direction(question) is Direction.AFTER,
            clock=typed.clock,
            by_order=plan.rank in (Rank.CASE_ORDER, Rank.STANDING_ORDER),
            of_rule=plan.rank in (Rank.LOCAL_RULE, Rank.FEDERAL_RULE),
            extra_method=extra_method(question.service or "", court.tables.law),
            filing=True,
        )
        return court.row(ask)

    def _of_rule(self, question: Question) -> AnswerRow | str:
        rule = self._rules.get(question.words or "")
        if rule is None:
            return f"there is no rule {question.words!r} in the rules given"
        court = self._court(question.court)
        row = answer_row_of_rule(rule, court.tables, service=question.service or "")
        return row if not isinstance(row, str) else f"rule {rule.id} has no date from a day alone: {row}"

    def _direction(self, question: Question) -> Direction:
        return self._plan.direction if question.direction is None else direction_of(question.direction)

    def _court(self, named: str | None) -> KeptAnswers:
        court = named or self._plan.court
        kept = self._courts.get(court)
        if kept is None:
            days = [notice for notice in self._notices if notice.court in ("", court.partition("/")[0])]
            nondays = tuple(day for notice in days for day in notice.nondays)
            opens = tuple(day for notice in days for day in notice.opens)
            kept = KeptAnswers(LayerTables(time_law(court, nondays, opens, self._pack)))
            if len(self._courts) >= COURTS_KEPT:
                del self._courts[next(iter(self._courts))]
            self._courts[court] = kept
        return kept


def _errors(codes: Codes) -> npt.NDArray[np.int32] | None:
    return codes.astype(np.int32) - 1 if codes.any() else None
