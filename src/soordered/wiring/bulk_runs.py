"""A bulk run as the command line asks for it: files and words turned into a plan, an engine chosen by name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from soordered.bulk.engines.engine import Engine, Progress
from soordered.bulk.engines.local import LocalEngine
from soordered.bulk.file_from_tables import CannotWriteTableError
from soordered.bulk.plan import BulkPlan, Law
from soordered.bulk.run_bulk import is_one_file, run_bulk
from soordered.bulk.table_of_answers import AnswersWritten, write_answers
from soordered.bulk.workers import BulkDone
from soordered.deadlines.court_table import direction_of
from soordered.deadlines.live_variants_from_settlements import check_label
from soordered.lawbook.shipped_files import LawbookPack
from soordered.provenance.problems import BadInputError
from soordered.rules.rule import Rule
from soordered.wiring.accepted_lawbook import accepted_lawbook
from soordered.wiring.counting import noticed_days, rank_of
from soordered.wiring.lawbook_packs import update
from soordered.wiring.rulebook_at import rulebook_at

WORTH_A_POOL = 64_000_000
"""Bytes of an input from which on starting processes costs less than they save."""

ENGINES = ("local", "ray")
"""The engines there are."""


class UnknownEngineError(BadInputError):
    """An engine that is none."""

    def __init__(self, engine: str) -> None:
        super().__init__(
            f"There is no engine {engine!r}.", expected=f"one of {', '.join(ENGINES)}.", remedy="Or leave it out."
        )


class NoWorkersError(BadInputError):
    """A number of workers that is none."""

    def __init__(self, workers: int) -> None:
        super().__init__(f"{workers} workers cannot work.", expected="1 or more.", remedy="Or leave it out.")


@dataclass(frozen=True, slots=True)
class BulkRun:
    """A run that was done.

    Args:
        done: how many rows.
        lawbook: the lawbook its dates were counted by; of a what-if run, the one tried.
    """

    done: BulkDone
    lawbook: str


def bulk(
    source: Path,
    target: Path,
    *,
    court: str = "cand",
    direction: str = "after",
    rank: str | None = None,
    readings: Sequence[str] = (),
    rules: str | None = None,
    calendar: Path | None = None,
    what_if_rules: str | None = None,
    what_if_calendar: Path | None = None,
    what_if_lawbook: Path | None = None,
    unsigned: bool = False,
    names_lawbook: bool = False,
    engine: str = "local",
    workers: int | None = None,
    progress: Progress | None = None,
) -> BulkRun:
    """Count the dates of every row of a file; see ``soordered.bulk.run_bulk`` for the files.

    Args:
        source: the input.
        target: the output.
        court: the court of rows that name none.
        direction: the direction of periods in rows that name none.
        rank: whose text set the periods: ``case_order``, ``standing_order``, ``local_rule``, ``federal_rule``.
        readings: labels of readings to be written beside the three dates.
        rules: the order or rulebook whose ids the column rule holds: a file, or the id of a shipped order.
        calendar: a TOML file of a court's notices.
        what_if_rules: rules to be tried in the place of ``rules``; only rows that they move are written.
        what_if_calendar: notices to be tried beside ``calendar``; only rows that they move are written.
        what_if_lawbook: a lawbook pack to be tried; only rows that it moves are written.
        unsigned: take that pack although no trusted publisher signed it.
        names_lawbook: name the lawbook in every row, not only in the metadata of a Parquet file; CSV always does.
        engine: ``local``, or ``ray``: the cluster at ``RAY_ADDRESS``, else one of its own on this machine.
        workers: how many processes; by default every core for a large input that goes into a folder, else one.
        progress: told after each block how many rows are done, of how many.

    Raises:
        BadInputError: something given is none of what is expected.
        ModuleNotFoundError: the engine's library is not installed.
    """
    for label in readings:
        check_label(label)
    pack = accepted_lawbook()
    law = Law(rules=_rules(rules, pack), notices=() if calendar is None else (noticed_days(calendar),), pack=pack)
    instead = None
    if what_if_rules is not None or what_if_calendar is not None or what_if_lawbook is not None:
        tried = pack if what_if_lawbook is None else update(what_if_lawbook, (), unsigned=unsigned).pack
        instead = Law(
            rules=_rules(rules if what_if_rules is None else what_if_rules, tried),
            notices=law.notices if what_if_calendar is None else (*law.notices, noticed_days(what_if_calendar)),
            pack=tried,
        )
    plan = BulkPlan(
        court=court,
        direction=direction_of(direction),
        rank=rank_of(rank),
        readings=tuple(dict.fromkeys(readings)),
        law=law,
        instead=instead,
        names_lawbook=names_lawbook or target.suffix.lower() == ".csv",
    )
    chosen = _engine(engine, workers, source, target)
    return BulkRun(run_bulk(source, target, plan, chosen, progress=progress or _silent), (instead or law).pack.label)


def answers(
    rules: str,
    target: Path,
    *,
    court: str = "cand",
    service: str = "",
    calendar: Path | None = None,
) -> tuple[AnswersWritten, str]:
    """Write the dates of an order's rules from every day of the calendar; see ``soordered.bulk.table_of_answers``.

    Args:
        rules: the order or rulebook: a file, or the id of a shipped order.
        target: the output, one file.
        court: the court.
        service: how the triggers were served, for rules that run from service.
        calendar: a TOML file of a court's notices.

    Returns:
        what was written, and the lawbook it was counted by.

    Raises:
        BadInputError: something given is none of what is expected.
    """
    if not is_one_file(target):
        raise CannotWriteTableError(target, why="answers go into one file")
    pack = accepted_lawbook()
    notices = () if calendar is None else (noticed_days(calendar),)
    law = Law(rules=_rules(rules, pack), notices=notices, pack=pack)
    return write_answers(target, law, court=court, service=service), pack.label


def _rules(name: str | None, pack: LawbookPack) -> tuple[Rule, ...]:
    return () if name is None else rulebook_at(name, lawbook=pack).book.rules


def _engine(name: str, workers: int | None, source: Path, target: Path) -> Engine:
    if name not in ENGINES:
        raise UnknownEngineError(name)
    if workers is None:
        # One file is written by one process, beside which others have little to do; parts are written by all.
        alone = is_one_file(target) or not source.exists() or source.stat().st_size < WORTH_A_POOL
        workers = 1 if alone else len(os.sched_getaffinity(0))
    if workers < 1:
        raise NoWorkersError(workers)
    if name == "ray":
        from soordered.bulk.engines.ray_cluster import RayEngine  # noqa: PLC0415  an extra, loaded when asked for

        return RayEngine(workers, address=os.environ.get("RAY_ADDRESS", ""))
    return LocalEngine(workers)


def _silent(done: int, total: int | None) -> None:
    """Say nothing."""
