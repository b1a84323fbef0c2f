"""What a user waits for: start-up, one count, one reading, one case; medians of one run, with the limits we set.

``make bench`` prints a line for each; a figure over its limit is marked and makes the exit code 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
COMMAND = str(Path(sys.executable).parent / "soordered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured time.

    Args:
        name: what was done.
        seconds: the median.
        limit: the time we allow, ``None`` where it is only reported.
        beside: the name of the figure that a ratio is taken against.
    processor: time on the processor, where it is known: what the wall shows on a machine that does nothing else.
    """

    name: str
    seconds: float
    limit: float | None = None
    beside: str = ""
    processor: float | None = None


def wall(name: str, words: Sequence[str], *, limit: float | None = None, beside: str = "", runs: int = 11) -> Figure:
    """Measure a command from start to end, with hyperfine where it is installed."""
    if not shutil.which("hyperfine"):
        taken = inside(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL), runs=runs)
        return Figure(name=name, seconds=taken, limit=limit, beside=beside)
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        subprocess.run(
            ["hyperfine", "--warmup", "2", "--runs", str(runs), "--shell", "none", "--style", "none",
             "--export-json", report.name, " ".join(f"'{word}'" for word in words)],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        found = json.loads(Path(report.name).read_text())["results"][0]
    processor = found["user"] + found["system"]
    return Figure(name=name, seconds=found["median"], limit=limit, beside=beside, processor=processor)


def inside(work: Callable[[], object], *, runs: int = 11) -> float:
    """Measure a function in this process, after one call that warms it."""
    work()
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def start_up() -> list[Figure]:
    """The commands that must answer at once."""
    due = [COMMAND, "due", "10 business days", "--after", "2007-08-20", "--court", "cand"]
    bare = "python -c pass"
    return [
        wall(bare, [sys.executable, "-c", "pass"]),
        wall("soordered --help", [COMMAND, "--help"], limit=0.3, beside=bare),
        wall('soordered due "10 business days"', due, limit=0.3, beside=bare),
        wall("the same with --json", [*due, "--json"], limit=0.3, beside=bare),
        wall("the same with --explain", [*due, "--explain"], limit=0.3, beside=bare),
        wall("soordered read, an order of ours", [COMMAND, "read", "docs/examples/order.txt"], beside=bare),
        wall("soordered run, a case of ours", [COMMAND, "run", "docs/examples/case.toml"], beside=bare),
    ]


def counting() -> list[Figure]:
    """One count from Python, as the command makes it, beside a plain walk over days with no reasons."""
    from soordered.wiring.counting import due

    holidays = frozenset({dt.date(2007, 11, 12), dt.date(2007, 11, 22)})

    def walk() -> dt.date:
        day, left = dt.date(2007, 11, 9), 10
        while left:
            day += dt.timedelta(days=1)
            left -= day.weekday() < 5 and day not in holidays
        return day

    return [
        Figure(name="a walk over days, one date, no reasons", seconds=inside(walk, runs=2001)),
        Figure(
            name='so.due("10 business days", ...)',
            seconds=inside(lambda: due("10 business days", after=dt.date(2007, 11, 9)), runs=501),
            beside="a walk over days, one date, no reasons",
        ),
        Figure(
            name="the same with the steps of every reading",
            seconds=inside(
                lambda: [
                    list(reading.steps) for reading in due("10 business days", after=dt.date(2007, 11, 9)).readings
                ],
                runs=501,
            ),
            beside='so.due("10 business days", ...)',
        ),
    ]


def reading(shared: Path) -> list[Figure]:
    """One order, once the program has started."""
    from soordered.wiring.reading import read

    orders = sorted((shared / "corpus" / "dev").glob("seed_*.txt")) or [CHECKOUT / "docs" / "examples" / "order.txt"]
    return [
        Figure(name=f"read {path.stem}", seconds=inside(lambda path=path: read(path), runs=11), limit=0.05)
        for path in orders
    ]


def cases(events: Sequence[int]) -> list[Figure]:
    """Cases of growing length, each beside the one before it."""
    from soordered.wiring.case import Case
    from tests.bench.big_case import big_case

    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for count in events:
            path = Path(folder) / f"{count}.toml"
            path.write_text(big_case(count), encoding="utf-8")
            figures.append(
                Figure(
                    name=f"run a case of {count:,} events",
                    seconds=inside(
                        lambda path=path: Case.load(path).run(as_of="2040-01-02"), runs=3 if count < 5000 else 1
                    ),
                    limit=count / 1000 * 0.5,
                    beside=figures[-1].name if figures else "",
                )
            )
    return figures


def show(figures: Sequence[Figure]) -> bool:
    """Print the figures with their ratios; return whether all keep their limits."""
    known = {figure.name: figure.seconds for figure in figures}
    kept = True
    print(f"{'what':<44}{'median':>11}{'processor':>11}{'limit':>11}   ratio")
    for figure in figures:
        over = figure.limit is not None and figure.seconds > figure.limit
        kept = kept and not over
        limit = f"{figure.limit * 1000:.0f} ms" if figure.limit is not None else ""
        ratio = f"{figure.seconds / known[figure.beside]:.2f} x {figure.beside}" if figure.beside else ""
        processor = f"{figure.processor * 1000:.1f} ms" if figure.processor is not None else ""
        taken = f"{figure.seconds * 1000:.1f} ms" if figure.seconds >= 0.001 else f"{figure.seconds * 1e6:.1f} us"
        print(f"{figure.name:<44}{taken:>11}{processor:>11}{limit:>11}   {ratio}{'   OVER THE LIMIT' if over else ''}")
    return kept


def main() -> int:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stress", action="store_true", help="the long cases too, up to 100,000 events")
    stress = parser.parse_args().stress
    os.chdir(CHECKOUT)
    shared = Path(os.environ.get("SOORDERED_SHARED") or CHECKOUT.parent / "shared")
    figures = [*start_up(), *counting(), *reading(shared)]
    figures += cases((100, 1_000, 10_000, 100_000) if stress else (100, 1_000))
    return 0 if show(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
