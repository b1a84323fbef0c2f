"""What keeping a record costs: appends with the chain, folding a long matter, the list of very many; on both databases.

``python -m bench.records`` prints a line for each figure; one over its limit is marked and makes the exit code 1.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from soordered.wiring.database import OpenDatabase, open_database, random_salt
from soordered.wiring.store_settings import StoreSettings
from tests.store.postgres import make_database, postgres_server, programs

APPENDS = 600
LONG = 10_000
MANY = 100_000
RUNS = 5
QUIET = 1_000
"""Bare inserts a second under which the disk is too busy to measure an append by the wall."""
MOMENT = dt.datetime(2007, 11, 9, 20, tzinfo=dt.UTC)


def least(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the least time of several runs: what the work takes when nothing else does."""
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return min(taken)


@contextmanager
def databases() -> Iterator[dict[str, OpenDatabase]]:
    """Open an empty SQLite database, and one in a PostgreSQL server of our own where its programs are."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        found = {"SQLite": open_database(StoreSettings(database=str(folder / "record.sqlite3")))}
        if programs() is not None:
            server = stack.enter_context(postgres_server(durable=True))
            found["PostgreSQL"] = open_database(StoreSettings(database=make_database(server, "bench")))
        yield found
        from django.db import connections

        connections.close_all()


def bare_inserts(using: str) -> float:
    """Insert a small row in a transaction of its own; return how many a second."""
    from django.db import connections, transaction

    with connections[using].cursor() as cursor:
        cursor.execute("CREATE TABLE bare (id integer PRIMARY KEY, words text)")

        def insert(number: int) -> None:
            with transaction.atomic(using=using):
                cursor.execute("INSERT INTO bare VALUES (%s, %s)", [number, "x" * 200])

        begin = time.perf_counter()
        for number in range(APPENDS):
            insert(number)
        return APPENDS / (time.perf_counter() - begin)


def appends(using: str) -> tuple[float, float]:
    """Record one act after another on one matter, each after reading the matter.

    Returns:
        how many a second, and the processor's seconds for one: what is left of it on a machine whose disk is busy.
    """
    from soordered.casework.caller import PersonId, Role
    from soordered.casework.ports import NewEntry
    from soordered.disputes.events_conferral import EffortMade
    from soordered.record.entry import MatterId
    from soordered.store.event_log import StoredEventLog

    log = StoredEventLog(random_salt, using=using)
    best, least_work = 0.0, float("inf")
    for run in range(3):
        matter = MatterId(f"appends-{run}")
        begin, work = time.perf_counter(), time.process_time()
        for number in range(APPENDS):
            act = EffortMade(id=f"e{number}", on=MOMENT.date(), by="plaintiff", about="d1", summary="We talked. " * 18)
            entry = NewEntry(
                act=act,
                actor=PersonId("amory"),
                role=Role.COUNSEL,
                side=None,
                recorded_at=MOMENT,
                visible_to=("plaintiff",),
            )
            log.append(matter, log.load(matter).version, [entry])
        best = max(best, APPENDS / (time.perf_counter() - begin))
        least_work = min(least_work, (time.process_time() - work) / APPENDS)
    return best, least_work


def acts(database: OpenDatabase) -> tuple[float, float]:
    """Do one use case after another: who asks, may they, what it makes, the chain, the notices.

    Returns:
        how many a second, and the processor's seconds for one.
    """
    from dataclasses import replace

    from soordered.casework.acts.offer_dates import offer_dates
    from soordered.wiring.desk import in_one_act, open_desk
    from tests.casework.cast import BRANDT, Stage, ask, done

    stage = Stage(desk=open_desk(database)).demanded()
    desk = replace(stage.desk, clock=stage.office.clock)
    day = stage.today + dt.timedelta(days=3)
    best, least_work = 0.0, float("inf")
    for _ in range(3):
        begin, work = time.perf_counter(), time.process_time()
        for _ in range(APPENDS // 3):
            with in_one_act(database):
                done(offer_dates(desk, ask(BRANDT), about="d1", dates=(day,)))
        best = max(best, APPENDS // 3 / (time.perf_counter() - begin))
        least_work = min(least_work, (time.process_time() - work) / (APPENDS // 3))
    return best, least_work


def long_matter(using: str) -> tuple[float, float, float]:
    """Fold, read from the tables, and verify a matter of ten thousand events; return the seconds of each."""
    from soordered.casework.caller import PersonId, Role
    from soordered.casework.ports import NewEntry
    from soordered.disputes.evolve import fold
    from soordered.record.entry import MatterId
    from soordered.rulefiles.case_from_toml import case_from_toml
    from soordered.store.event_log import StoredEventLog
    from soordered.wiring.backup_files import verify_matter
    from tests.bench.big_case import big_case

    events = case_from_toml(big_case(LONG), name="long").events[:LONG]
    matter = MatterId("long")
    log = StoredEventLog(random_salt, using=using)
    log.append(
        matter,
        0,
        [
            NewEntry(
                act=event,
                actor=PersonId("a"),
                role=Role.COUNSEL,
                side=None,
                recorded_at=MOMENT,
                visible_to=("plaintiff",),
            )
            for event in events
        ],
    )
    folding = least(lambda: fold(events))
    reading = least(lambda: StoredEventLog(random_salt, using=using).load(matter), 3)
    again = least(lambda: log.load(matter), 3)
    checking = least(lambda: verify_matter(matter, using=using), 1)
    print(f"    {len(events)} events: read again {again * 1e3:.1f} ms, verified in {checking:.2f} s")
    return folding, reading, again


def list_of_many(using: str) -> tuple[float, float]:
    """List the first page and a page in the middle of a hundred thousand matters; return the seconds of each."""
    from soordered.record.chain import moment_text
    from soordered.record.entry import MatterId
    from soordered.store.models import SummaryRow
    from soordered.store.summaries import latest_summaries

    SummaryRow.objects.using(using).all().delete()
    rows = [
        SummaryRow(
            matter=f"m{number:06}",
            title=f"Party {number} v. Another",
            court="cand",
            number=f"C-07-{number}",
            entries=10,
            recorded_at=moment_text(MOMENT + dt.timedelta(minutes=number * 7919 % MANY)),
        )
        for number in range(MANY)
    ]
    SummaryRow.objects.using(using).bulk_create(rows, batch_size=5000)
    middle = (MOMENT + dt.timedelta(minutes=MANY // 2), MatterId("m000000"))
    return (
        least(lambda: latest_summaries(using=using)),
        least(lambda: latest_summaries(using=using, before=middle)),
    )


def main() -> int:
    """Measure all and print it."""
    kept = True

    def line(name: str, value: float, limit: float | None, *, unit: str, most: bool = True) -> None:
        nonlocal kept
        good = limit is None or (value <= limit if most else value >= limit)
        kept = kept and good
        asked = "" if limit is None else f"  ({'at most' if most else 'at least'} {limit:g})"
        print(f"  {'' if good else 'OVER  '}{name}: {value:,.3g} {unit}{asked}")

    with databases() as found:
        for name, database in found.items():
            using = database.using
            print(f"{name}, load {os.getloadavg()[0]:.1f}")
            bare = bare_inserts(using)
            line("a bare insert in a transaction", bare, None, unit="a second")
            rate, work = appends(using)
            quiet = bare >= QUIET  # else the disk is somebody else's, and the processor's share is what can be asked
            line("appends with the chain", rate, 300 if quiet else None, unit="a second", most=False)
            line("the processor's share of an append", work, 1 / 300, unit="s")
            rate, work = acts(database)
            line("acts with policy and chain", rate, 300 if quiet else None, unit="a second", most=False)
            line("the processor's share of an act", work, 1 / 300, unit="s")
            folding, reading, _ = long_matter(using)
            line(f"folding {LONG:,} events", folding, 0.3, unit="s")
            line(f"reading and folding {LONG:,} events from the tables", reading, None, unit="s")
            first, middle = list_of_many(using)
            line(f"first page of {MANY:,} matters", first, 0.05, unit="s")
            line(f"a page in the middle of {MANY:,} matters", middle, 0.05, unit="s")
        if "PostgreSQL" not in found:
            print("PostgreSQL is not installed here; install Debian's package postgresql to measure it.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
