"""The order reader beside plain patterns, in one run: megabytes a second, growth with length, start-up, hostile texts.

Every order is read whole: layout, header, sentences, rules, unread. The texts are labelled orders repeated with every digit
drawn anew, so that no copy equals another; those of ``../shared/corpus/dev``, or our own where that folder is missing.
Contenders take turns and are measured in processor time. A figure over its limit makes the exit code 1.

``--stress`` reads one text of 10 MB beside one of 1 MB, and a folder of 2 MB with every core.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
OWN = CHECKOUT / "tests" / "orders" / "unseen" / "open"
LEAST = 0.3  # MB/s of whole readings
MOST_GROWTH = 1.2
MOST_IMPORT = 0.12
MOST_HOSTILE = 2.0  # seconds for a megabyte

# what a program that only marks deadlines looks for: forty plain patterns, as `re` runs them without regard to case
_LENGTH = r"(?:\d{1,3}|two|three|five|seven|ten|fourteen|thirty)\s(?:\(\d+\)\s)?(?:business|court|calendar)?\s?(?:days|weeks|hours)"
_DAY = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{1,2},\s\d{4}"
PLAIN = tuple(
    re.compile(source, re.IGNORECASE)
    for source in (
        *(rf"{bound}\s{_LENGTH}" for bound in ("within", "at least", "no later than", "not later than", "no more than")),
        *(rf"{_LENGTH}\s{way}" for way in ("before", "after", "of", "from", "prior to", "following")),
        *(rf"{bound}\s{_DAY}" for bound in ("by", "on or before", "until", "no later than", "dated", "set for", "due")),
        *(rf"(?:shall|must|may|will)\s(?:not\s)?(?:be\s)?{act}" for act in ("file", "serve", "submit", "meet", "confer")),
        *(rf"\b{word}\b[^.;]{{0,40}}\bpages?" for word in ("exceed", "limited", "than")),
        *(rf"\bat\s\d{{1,2}}:\d\d\s{half}\.?m" for half in ("a", "p")),
        *(rf"\b{name}\s\d+(?:-\d+)?(?:\([a-z0-9]\))*" for name in ("rule", r"l\.r\.", r"fed\. r\. civ\. p\.", "dkt")),
        r"\bnoon\b", r"close of business", r"next business day", r"joint\s(?:letter|statement)", r"meet and confer",
        r"unless otherwise ordered", r"forthwith|promptly", r"good cause",
    )
)  # fmt: skip

HOSTILE = (
    "within 5 days of service. ", "2020-01-01 ", "shall not exceed ten pages ", "Fridays at 9:00 a.m. ", "failure to file will ",
    "no later than ", "1. a. ", '"', "(", "a\n\n", "1 the parties shall confer\n2 and file a letter\n", "30 days later ",
    "May 1, 2020: file. ", "if the party who that which ", "case 1:07-cv-00123 document 1 filed ", "Judge Ada Quill on ",
)  # fmt: skip


@dataclass(slots=True)
class Contender:
    """One thing to time.

    Args:
        name: what is done.
        call: does it.
        size: characters that one call reads.
        best: the least processor time of a call, in seconds.
    """

    name: str
    call: Callable[[], object]
    size: int
    best: float = float("inf")

    @property
    def rate(self) -> float:
        """Megabytes a second."""
        return self.size / self.best / 1e6


def redrawn(folder: Path, size: int, seed: int = 6) -> list[str]:
    """Return the orders of a folder, every digit drawn anew, again and again until they hold so many characters."""
    drawn = random.Random(seed)
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))]
    found: list[str] = []
    held = 0
    while held < size:
        for text in texts:
            found.append(re.sub(r"\d", lambda _: drawn.choice("0123456789"), text))
            held += len(text)
            if held >= size:
                break
    return found


def in_turns(contenders: Sequence[Contender], runs: int) -> None:
    """Time each contender so often, one after the other."""
    for _ in range(runs):
        for one in contenders:
            gc.collect()
            began = time.process_time()
            one.call()
            one.best = min(one.best, time.process_time() - began)


def contenders(texts: Sequence[str]) -> list[Contender]:
    """Return the reader and its peers over the same texts."""
    from soordered.orders.order_reading import read_order

    size = sum(map(len, texts))

    def plain() -> int:
        return sum(1 for text in texts for one in PLAIN for _ in one.finditer(text))

    def ours() -> None:
        for text in texts:
            read_order(text, name="one")

    found = [
        Contender("forty plain patterns, re without case", plain, size),
        Contender("read, each order whole", ours, size),
    ]
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: left out")
    else:
        few = texts[:5]

        def dates() -> object:
            return [search_dates(part, languages=["en"]) for text in few for part in text.split("\n\n")]

        found.append(Contender("dateparser.search, by paragraph", dates, sum(map(len, few))))
    try:
        from eyecite import get_citations
    except ImportError:
        print("eyecite is not installed: left out")
    else:
        found.append(Contender("eyecite, default tokenizer", lambda: [get_citations(text) for text in texts], size))
    return found


def growth(folder: Path, small: int, times: int) -> float:
    """Return how many times longer one text takes that is so many times as long, per character."""
    from soordered.orders.order_reading import read_order

    short = "\n\n".join(redrawn(folder, small))
    long = "\n\n".join(redrawn(folder, small * times, seed=7))
    pair = [Contender("short", lambda: read_order(short, name="short"), len(short)),
            Contender("long", lambda: read_order(long, name="long"), len(long))]  # fmt: skip
    in_turns(pair[:1], 3)
    in_turns(pair[1:], 1 if small * times > 5e6 else 2)
    return pair[0].rate / pair[1].rate


def start_up() -> float:
    """Return the processor time that importing the reader takes, in seconds, above a bare start."""
    program = (
        "import time; t = time.process_time(); import soordered.orders.order_reading; print(time.process_time() - t)"
    )
    return min(
        float(subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout)
        for _ in range(7)
    )


def hostile(size: int) -> tuple[float, str]:
    """Return the seconds a megabyte of the worst hostile text takes, and its words."""
    from soordered.orders.order_reading import read_order

    found = []
    for words in HOSTILE:
        text = (words * (size // len(words) + 1))[:size]
        one = [Contender(words, lambda text=text: read_order(text, name="hostile"), len(text))]
        in_turns(one, 2)
        found.append((1 / one[0].rate, words.strip() or repr(words)))
    return max(found)


def with_every_core(folder: Path, size: int) -> float:
    """Return the megabytes a second of ``soordered read FOLDER --json``, by the wall clock."""
    texts = redrawn(folder, size)
    with tempfile.TemporaryDirectory() as place:
        for number, text in enumerate(texts):
            (Path(place) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        command = [str(Path(sys.executable).parent / "soordered"), "read", place, "--json"]
        began = time.perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return sum(map(len, texts)) / (time.perf_counter() - began) / 1e6


def line(what: str, value: str, limit: str = "", *, kept: bool = True) -> bool:
    """Print one figure; return whether it keeps its limit."""
    print(f"{what:<58}{value:>14}   {limit}{'' if kept else '   OVER THE LIMIT'}")
    return kept


def main() -> int:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stress", action="store_true", help="one text of 10 MB, and a folder of 2 MB")
    stress = parser.parse_args().stress
    shared = Path(os.environ.get("SOORDERED_SHARED") or CHECKOUT.parent / "shared") / "corpus" / "dev"
    folder = shared if any(shared.glob("*.txt")) else OWN
    print(f"texts of {'the shared corpus' if folder == shared else 'our own'}, digits redrawn")
    runners = contenders(redrawn(folder, 300_000))
    in_turns(runners, 5)
    kept = True
    for one in runners:
        share = f"{runners[0].best / runners[0].size * one.size / one.best:.2f} x the speed of the first"
        ours = one.name.startswith("read")
        fast = not ours or one.rate >= LEAST
        kept &= line(one.name, f"{one.rate:.3f} MB/s", share + (f", at least {LEAST} MB/s" if ours else ""), kept=fast)
    begun = start_up()
    kept &= line("import of the reader", f"{begun * 1000:.0f} ms", f"at most {MOST_IMPORT * 1000:.0f} ms",
                 kept=begun <= MOST_IMPORT)  # fmt: skip
    small = 1_000_000 if stress else 100_000
    grown = growth(folder, small, 10)
    kept &= line(f"time a character, {small * 10 / 1e6:g} MB beside {small / 1e6:g} MB", f"{grown:.2f} x", f"at most {MOST_GROWTH} x",
                 kept=grown <= MOST_GROWTH)  # fmt: skip
    worst, words = hostile(100_000)
    kept &= line(f"the worst hostile text ({words})", f"{worst:.2f} s/MB", f"at most {MOST_HOSTILE:g} s/MB",
                 kept=worst <= MOST_HOSTILE)  # fmt: skip
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    line("the most memory held at once", f"{most:.0f} MB")
    if stress:
        line("read FOLDER --json, every core, by the wall clock", f"{with_every_core(folder, 2_000_000):.3f} MB/s")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
