"""What a bulk run is to do, as one value that can be sent to another process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soordered.lawbook.shipped_files import SHIPPED, LawbookPack
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.days_from_toml import NoticedDays
from soordered.rules.rule import Rank, Rule
from soordered.rules.timing import Direction


class NothingToCountError(BadInputError):
    """An input without the columns that a count needs.

    Args:
        name: the file.
        missing: the column that is not there.
        held: the columns that are.
    """

    def __init__(self, name: str, *, missing: str, held: list[str]) -> None:
        super().__init__(
            f"{name} has no column {missing}; it has {', '.join(held) or 'none'}.",
            expected="the columns trigger and period (such as 10 business days), or trigger and rule.",
            remedy="Rename the columns; rule needs --rules, the order or rulebook whose ids it holds.",
        )


class TakenColumnError(BadInputError):
    """An input that already has a column which the answer is to bear.

    Args:
        name: the file.
        column: the column.
    """

    def __init__(self, name: str, *, column: str) -> None:
        super().__init__(
            f"{name} has a column {column} already.",
            expected="an input without the columns that are to be written.",
            remedy="Rename it or leave it out.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What the dates of a run are counted by.

    Args:
        rules: rules that rows may name by id.
        notices: days by which the calendars are changed.
        pack: the lawbook.
    """

    rules: tuple[Rule, ...] = ()
    notices: tuple[NoticedDays, ...] = ()
    pack: LawbookPack = SHIPPED


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkPlan:
    """A bulk run.

    Args:
        court: the court of rows that name none.
        direction: the direction of periods in rows that name none.
        rank: whose text set the periods, if known.
        readings: labels of the readings to be written beside the three dates.
        law: what the dates are counted by.
        instead: for a what-if run, the law to be tried: only rows whose dates it moves are written.
        names_lawbook: whether each row names the lawbook it was counted by; a Parquet file names it once in any case.
    """

    court: str
    direction: Direction
    rank: Rank | None
    readings: tuple[str, ...]
    law: Law
    instead: Law | None = None
    names_lawbook: bool = False

    def by_rule(self, columns: Sequence[str]) -> bool:
        """Say whether the rows of an input with these columns name rules instead of periods."""
        return bool(self.law.rules) and "rule" in columns
