"""Write anew what every pattern of the grammar needs: ``python -m tests.orders.write_needs``, after patterns changed."""

from __future__ import annotations

from functools import cache, reduce
from importlib import import_module
from operator import or_
from pathlib import Path
from textwrap import wrap

from soordered.orders import patterns as made
from soordered.orders.sentences_from_text import fold, sentences
from soordered.orders.signals_from_text import TOKEN
from tests.orders.first_of_pattern import prefix_of
from tests.orders.needs_from_pattern import needs_of

_ROOM = Path(made.__file__).parent
_TEXTS = Path(__file__).parent / "unseen" / "open"
_HEAD = '''"""What a text must hold for a pattern to match in it, by the pattern's key.

Written by ``python -m tests.orders.write_needs`` from the patterns themselves; see ``signals_from_text.py`` for the signs.
"""

NEEDS: dict[str, str] = {
'''
_BEFORE = '''"""With what a match of a pattern may begin, written as a look ahead, by the pattern's key.

Written by ``python -m tests.orders.write_needs`` from the patterns themselves; see ``patterns.py`` for the use.
"""

PREFIXES: dict[str, str] = {
'''


def _made() -> tuple[made.Pattern, ...]:
    for path in sorted(_ROOM.glob("*.py")):
        import_module(f"soordered.orders.{path.stem}")
    return made.patterns()


_EVERY = _made()  # now, before a test makes patterns of its own


def every_pattern() -> tuple[made.Pattern, ...]:
    """Return the patterns of every file of the room."""
    return _EVERY


@cache
def _sentences_by_word() -> tuple[dict[str, int], int]:
    """Return for every word of our own labelled texts the sentences that hold it, as bits, and how many there are."""
    holds: dict[str, int] = {}
    count = 0
    for path in sorted(_TEXTS.glob("*.txt")):
        folded = fold(path.read_text(encoding="utf-8"))
        for sentence in sentences(folded):
            for token in set(TOKEN.findall(folded[sentence.start : sentence.end])):
                word = "0" if token.isdigit() else token
                holds[word] = holds.get(word, 0) | 1 << count
            count += 1
    return holds, count


@cache
def _where(signal: str) -> int:
    """Return the sentences that hold a signal, as bits."""
    holds, _ = _sentences_by_word()
    kind, part = signal[0], signal[1:]
    if kind in "=!":
        return holds.get(part, 0)
    held = {"<": str.startswith, ">": str.endswith, "~": str.__contains__}[kind]
    return reduce(or_, (places for word, places in holds.items() if held(word, part)), 0)


@cache
def how_often(signals: frozenset[str]) -> float:
    """Return the share of sentences that hold one of several signals."""
    return reduce(or_, map(_where, signals), 0).bit_count() / _sentences_by_word()[1]


@cache
def needs() -> dict[str, str]:
    """Return what every pattern needs, by its key; a pattern that needs nothing known has no row."""
    found = {}
    for one in every_pattern():
        row = " & ".join(" ".join(signals) for signals in needs_of(one.source, one.flags, how_often))
        if row:
            found[one.key] = row
    return dict(sorted(found.items()))


@cache
def prefixes() -> dict[str, str]:
    """Return what may be put before every pattern, by its key."""
    found = {one.key: prefix_of(one.source, one.flags) for one in every_pattern()}
    return {key: prefix for key, prefix in sorted(found.items()) if prefix}


def _written(row: str) -> str:
    lines = [part + " " for part in wrap(row, 104, break_long_words=False, break_on_hyphens=False)]
    lines[-1] = lines[-1].rstrip()
    quoted = list(map(_quoted, lines))
    return quoted[0] if len(quoted) == 1 else "(\n" + "\n".join(f"        {part}" for part in quoted) + "\n    )"


def _quoted(prefix: str) -> str:
    return '"' + prefix.replace("\\", "\\\\").replace('"', '\\"') + '"'


def needs_text() -> str:
    """Return the whole file of needs."""
    return _HEAD + "".join(f'    "{key}": {_written(row)},\n' for key, row in needs().items()) + "}\n"


def prefixes_text() -> str:
    """Return the whole file of prefixes."""
    return _BEFORE + "".join(f'    "{key}": {_quoted(prefix)},\n' for key, prefix in prefixes().items()) + "}\n"


if __name__ == "__main__":
    (_ROOM / "needs_of_patterns.py").write_text(needs_text(), encoding="utf-8")
    (_ROOM / "prefixes_of_patterns.py").write_text(prefixes_text(), encoding="utf-8")
