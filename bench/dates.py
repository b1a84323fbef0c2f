"""Court time beside its peers, in one run: one count, a million counts, every reading, ten million rows of Parquet.

``make bench`` prints a line for each; contenders take turns, so that a slow moment of the machine hits all of them, and
what runs in one thread is measured in processor time, so that other work on the machine counts little. The reference
table is that of ``../shared/bench/peers_dates.py``; without the shared folder it is left out, and said so. ``--lexdays``
names the Python of an environment that holds that engine, to put it beside ours. A figure over its limit makes the exit
code 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

CHECKOUT = Path(__file__).resolve().parent.parent
EPOCH = dt.date(1970, 1, 1).toordinal()
PERIODS = np.array([3, 5, 7, 10, 14, 21, 28, 30], dtype=np.int32)
Days = npt.NDArray[np.int32]
Result = npt.NDArray[np.generic]


@dataclass(slots=True)
class Contender:
    """One thing to time.

    Args:
        name: what is done.
        call: does it.
        work: how many units one call does.
        limit: the most that it may take, as a multiple of another's time.
        beside: that other, by name.
        most: the most seconds that a unit may take.
        times: seconds of each call.
    """

    name: str
    call: Callable[[], object]
    work: int = 1
    limit: float | None = None
    beside: str = ""
    most: float | None = None
    times: list[float] = field(default_factory=list)

    @property
    def each(self) -> float:
        """The median time of one unit, in seconds."""
        return statistics.median(self.times) / self.work


def measure(contenders: Sequence[Contender], repeats: int) -> None:
    """Time all, one after the other, again and again."""
    for one in contenders:
        one.call()
    for _ in range(repeats):
        for one in contenders:
            gc.collect()
            begin = time.thread_time()
            one.call()
            one.times.append(time.thread_time() - begin)


def show(title: str, contenders: Sequence[Contender]) -> bool:
    """Print the figures; return whether all keep their limits."""
    known = {one.name: one.each for one in contenders}
    kept = True
    print(f"\n{title}")
    for one in contenders:
        words = ""
        if one.beside in known:
            ratio = one.each / known[one.beside]
            words = f"{ratio:6.3g} x {one.beside}"
            if one.limit is not None:
                words += f" (at most {one.limit:g})"
                over = ratio > one.limit
                kept, words = kept and not over, words + ("   OVER THE LIMIT" if over else "")
        if one.most is not None:
            over = one.each > one.most
            words += f" (at most {_words(one.most)})" + ("   OVER THE LIMIT" if over else "")
            kept = kept and not over
        print(f"  {one.name:<54}{_words(one.each):>10}   {words}")
    return kept


def _words(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def one_count() -> list[Contender]:
    """One count from a thousand days; each call of ours takes days that nobody has counted from before."""
    import soordered as so

    table = so.Table("federal")
    days = [dt.date(2022, 1, 1) + dt.timedelta(days=number) for number in range(1000)]
    ordinals = [day.toordinal() for day in days]
    calendar = np.busdaycalendar(holidays=_holidays())
    closed = frozenset(_holidays().astype(object).tolist())
    unseen = iter(range(dt.date(1955, 1, 1).toordinal(), dt.date(2050, 1, 1).toordinal(), 1000))

    def walk() -> None:
        for start in days:
            day, left = start, 14
            while left:
                day += dt.timedelta(days=1)
                left -= day.weekday() < 5 and day not in closed

    def look_up() -> None:
        for ordinal in ordinals:
            table.due_one(ordinal, 14, "court_day", "after")

    def bare() -> None:
        for day in days:
            np.busday_offset(np.datetime64(day), 14, roll="backward", busdaycal=calendar)

    def new_days() -> list[dt.date]:
        first = next(unseen)
        return [dt.date.fromordinal(first + number) for number in range(1000)]

    def plain() -> None:
        for day in new_days():
            so.due("14 court days", after=day)

    def with_steps() -> None:
        for day in new_days():
            for reading in so.due("14 court days", after=day).readings:
                tuple(reading.steps)

    loop = "a plain loop and a set of holidays"
    return [
        Contender(loop, walk, 1000),
        Contender("numpy.busday_offset, one date", bare, 1000, beside=loop),
        Contender("table.due_one", look_up, 1000, beside=loop, most=1e-6),
        Contender('so.due("14 court days", ...)', plain, 1000, beside=loop, most=15e-6),
        Contender(FULL, with_steps, 1000, beside=loop, most=30e-6),
    ]


FULL = "the same, every reading and all its steps as values"

_LEXDAYS = """
import datetime as dt, time
import lexdays
pack = lexdays.rulepack("us/frcp")
for repeat in range(8):
    days = [dt.date(2018, 1, 1) + dt.timedelta(days=200 * repeat + number) for number in range(200)]
    begin = time.thread_time()
    for day in days:
        pack.compute(day, (14, "business_day"), options={"observed_friday": "holiday"})
    print((time.thread_time() - begin) / len(days))
"""


def beside_lexdays(python: str, ours: Sequence[Contender]) -> list[Contender]:
    """One count with its trace by ``lexdays``, in the environment that holds it, and ours beside it."""
    run = subprocess.run([python, "-c", _LEXDAYS], check=True, capture_output=True, text=True)
    peer = "lexdays, one count with its trace"
    full = next(one for one in ours if one.name == FULL)
    return [
        Contender(peer, lambda: None, times=[float(line) for line in run.stdout.split()[1:]]),
        Contender("so.due, every reading and all steps", lambda: None, 1, 1 / 30, peer, times=[full.each]),
    ]


def _holidays() -> npt.NDArray[np.datetime64]:
    from soordered.calendars.days import Layer
    from soordered.lawbook.time_law_from_data import time_law

    calendar = time_law("federal").calendar
    numbers = [
        number
        for layer in (Layer.FEDERAL, Layer.SATURDAY_OBSERVED)
        for number in calendar.days_of(layer, dt.date(1990, 1, 1).toordinal(), dt.date(2050, 12, 31).toordinal())
    ]
    return (np.array(sorted(set(numbers))) - EPOCH).astype("datetime64[D]")


def many_counts(rows: int, shared: Path) -> list[tuple[str, list[Contender]]]:
    """A million counts, a number a row, checks included, one thread."""
    import soordered as so

    random = np.random.default_rng(6)
    start = random.integers(18_993, 25_932, rows, dtype=np.int32)
    n = random.choice(PERIODS, rows)
    calendar = np.busdaycalendar(holidays=_holidays())
    dates, far = start.astype("datetime64[D]"), n.astype(np.int64)
    table, room, other = so.Table("federal"), np.empty_like(start), np.empty_like(start)
    reference = _reference(shared, start, n)
    found = []
    for kind, unit, peer in (
        (
            "calendar days, rolled",
            "calendar_day",
            lambda: np.busday_offset(dates + n, 0, roll="forward", busdaycal=calendar),
        ),
        ("court days", "court_day", lambda: np.busday_offset(dates, far, roll="backward", busdaycal=calendar)),
    ):
        ours, busday, bare = f"so.Table.due, {kind}", "numpy.busday_offset", "the chunked reference table"
        expected = peer().astype(np.int64)
        contenders = [
            Contender("adding two columns, the floor of memory", lambda: np.add(start, n, out=other), rows),
            Contender(busday, peer, rows),
        ]
        if reference:
            contenders.append(Contender(bare, reference[unit], rows, beside=busday))
        contenders += [
            Contender(
                ours, lambda unit=unit: table.due(start, n, unit, out=room), rows, 1.3 if reference else None, bare
            ),
            Contender(
                f"{ours}, against the peer", lambda unit=unit: table.due(start, n, unit, out=room), rows, 1 / 20, busday
            ),
            Contender(f"{ours}, a new array", lambda unit=unit: table.due(start, n, unit), rows, None, busday),
            Contender(f"{ours}, dates in and out", lambda unit=unit: table.due(dates, n, unit), rows, None, busday),
        ]
        np.testing.assert_array_equal(table.due(start, n, unit), expected)
        found.append((f"{rows:,} counts in {kind}, each", contenders))
    return found


def _reference(shared: Path, start: Days, n: Days) -> dict[str, Callable[[], Result]]:
    folder = shared / "bench"
    if not (folder / "peers_dates.py").is_file():
        print(f"The reference table is left out: there is no {folder / 'peers_dates.py'}.")
        return {}
    sys.path.insert(0, str(folder))
    from peers_dates import Tables, numpy_lut
    from rule6 import legal_holidays

    calls = numpy_lut(Tables(legal_holidays(1990, 2075)), start, n)
    named = {"calendar_day": "roll", "court_day": "court"}
    return {unit: calls[f"{kind}/numpy table, chunked, no temporaries"] for unit, kind in named.items()}


def readings(rows: int) -> list[Contender]:
    """Every reading at once, beside its columns one by one."""
    from soordered.deadlines.answer_table import AnswerTable, answer_row
    from soordered.deadlines.columns_from_ask import LayerTables
    from soordered.deadlines.stretches_from_law import plain_ask
    from soordered.lawbook.time_law_from_data import time_law
    from soordered.rules.timing import Unit
    from soordered.wiring.tables import Table

    start = np.random.default_rng(6).integers(18_993, 25_932, rows, dtype=np.int32)
    table = Table("cand")
    tables = LayerTables(time_law("cand"))
    answers = AnswerTable([answer_row(plain_ask(10, Unit.BUSINESS_DAY, forward=True), tables)], first=tables.first)
    names = [name for name in table.readings(start[:2], 10, "business_day") if name != "error"]
    alone = f"its {len(names)} columns, one after the other"
    return [
        Contender(alone, lambda: [answers.due(0, start, names=[name]) for name in names], rows),
        Contender("so.Table.readings", lambda: table.readings(start, 10, "business_day"), rows, 1.5, alone),
    ]


def start_up() -> list[Contender]:
    """What a process pays once."""
    law = "from soordered.lawbook.time_law_from_data import time_law; "
    counting = "import soordered as so; so.due"
    build = (
        "from soordered.calendars.open_days import open_days; from soordered.deadlines.stretches_from_law import"
        " stretches; from soordered.rules.timing import Unit; calendar = time_law('cand').calendar;"
        " out = stretches(Unit.COURT_DAY, forward=True, law=time_law('cand'))[0].out"
    )
    return [
        _inside("import of the counting part", "", counting, most=0.05),
        _inside("the law and days of one court, 1938 to 2050", law, "time_law('cand')"),
        _inside("the table of one court, 1938 to 2050", law + build, "open_days(calendar, out)", most=0.02),
    ]


def _inside(name: str, before: str, timed: str, *, most: float | None = None) -> Contender:
    """Time a statement in a process of its own, less what comes before it."""
    program = f"import time; {before}\nbegin = time.process_time(); {timed}; print(time.process_time() - begin)"
    one = Contender(name, lambda: None, most=most)
    # as a user has it: the first run writes the compiled files, and is not counted
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(22):
        run = subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True, env=surroundings
        )
        one.times.append(float(run.stdout))
    del one.times[0]
    return one


def bulk(rows: int) -> list[Contender]:
    """A portfolio from and to Parquet in a process of its own, beside reading and writing those files alone."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [sys.executable, "-m", "bench.dates", "--bulk-in", folder, "--rows", str(rows)],
            check=True, capture_output=True, text=True, cwd=CHECKOUT,
        )  # fmt: skip
    figures = json.loads(run.stdout)
    alone = "reading and writing the files alone"
    peak = figures["peak_mb"]
    found = [
        Contender(alone, lambda: None, times=figures["alone"]),
        Contender("soordered bulk, three dates a row", lambda: None, 1, 1.5, alone, times=figures["ours"]),
    ]
    print(f"\n{rows:,} rows: the bulk process held at most {peak:,.0f} MB (at most 1,024).")
    return found


def bulk_in(folder: Path, rows: int) -> None:
    """Run the bulk figures in this process and print them as JSON."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from soordered.wiring.bulk_runs import bulk as run

    random = np.random.default_rng(6)
    source, target, again = folder / "in.parquet", folder / "out.parquet", folder / "again.parquet"
    words = [*(f"{n} business days" for n in (5, 10, 14)), *(f"{n} days" for n in (7, 14, 21, 28, 30))]
    step = 1 << 20
    schema = pa.schema([("trigger", pa.date32()), ("period", pa.dictionary(pa.int32(), pa.string()))])
    with pq.ParquetWriter(source, schema, compression="lz4", use_dictionary=["period"]) as writer:
        for first in range(0, rows, step):
            size = min(step, rows - first)
            days = pa.array(random.integers(18_262, 24_106, size, dtype=np.int32)).view(pa.date32())
            periods = pa.DictionaryArray.from_arrays(pa.array(random.integers(0, 8, size, dtype=np.int32)), words)
            writer.write_table(pa.table({"trigger": days, "period": periods}), row_group_size=size)

    def alone() -> None:
        with (
            pq.ParquetFile(source, read_dictionary=["period"]) as file,
            pq.ParquetFile(target, read_dictionary=["period", "error"]) as answers,
        ):
            writer = pq.ParquetWriter(
                again, answers.schema_arrow, compression="lz4", use_dictionary=["period", "error"]
            )
            spent = 0.0
            for group in range(file.num_row_groups):
                begin = time.perf_counter()
                file.read_row_group(group, use_threads=False)
                spent += time.perf_counter() - begin
                table = answers.read_row_group(group)  # not counted: what a run has in its hands when it writes
                begin = time.perf_counter()
                writer.write_table(table, row_group_size=table.num_rows)
                spent += time.perf_counter() - begin
            begin = time.perf_counter()
            writer.close()
            times.append(spent + time.perf_counter() - begin)

    times: list[float] = []
    ours: list[float] = []
    for _ in range(5):
        begin = time.perf_counter()
        run(source, target, court="cand", workers=1)
        ours.append(time.perf_counter() - begin)
        alone()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"ours": ours[1:], "alone": times[1:], "peak_mb": peak}))


def main() -> int:
    """Measure all and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows of the bulk run")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--lexdays", help="the Python of an environment in which lexdays is installed")
    parser.add_argument("--bulk-in", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.bulk_in is not None:
        bulk_in(asked.bulk_in, asked.rows)
        return 0
    shared = Path(os.environ.get("SOORDERED_SHARED") or CHECKOUT.parent / "shared")
    single = one_count()
    groups = [
        ("One count, each", single),
        *many_counts(1_000_000, shared),
        ("Every reading, each row", readings(1_000_000)),
    ]
    kept = True
    for title, contenders in groups:
        measure(contenders, asked.repeats)
        kept = show(title, contenders) and kept
    if asked.lexdays:
        kept = show("One count, beside another engine", beside_lexdays(asked.lexdays, single)) and kept
    kept = show("Once a process", start_up()) and kept
    kept = show("Bulk", bulk(asked.rows)) and kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
