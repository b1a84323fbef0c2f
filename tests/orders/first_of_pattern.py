"""The characters with which a match of a regular expression may begin: a look ahead at them spares most attempts.

Python's engine skips to places where a match may begin only for expressions that begin with a letter or a class. Most of
ours begin with a boundary, a choice or an optional word; ``\\b(?=[fr])`` before the rest makes it give up at once where
neither an f nor an r stands, and changes no match.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_WIDEST_RANGE = 60
_MOST = 40  # a look ahead at more characters spares little


def prefix_of(source: str, flags: int) -> str:
    r"""Return what may be put before an expression: ``(?=[…])``, or ``\b(?=[…])`` in place of its own ``\b``.

    Args:
        source: the expression.
        flags: its flags.

    Returns:
        The prefix; empty where it would not help or is not known.
    """
    if source.startswith("(?") and re.match(r"\(\?[aiLmsux]+\)", source):
        return ""  # its own flags must stay first
    items = list(parser.parse(source, flags))
    firsts, empty = _firsts(items)
    if firsts is None or empty or not 0 < len(firsts) <= _MOST:
        return ""
    ahead = f"(?=[{''.join(sorted(firsts))}])"
    bounded = source.startswith(r"\b") and not _chooses(source)
    return rf"\b{ahead}" if bounded else ahead


def _chooses(source: str) -> bool:
    """Say whether an expression is a choice between wholes: a bar stands outside of every bracket."""
    bare = re.sub(r"\\.", "", source, flags=re.DOTALL)
    bare = re.sub(r"\[\^?\]?[^\]]*\]", "", bare)
    depth = 0
    for sign in bare:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            return True
    return False


def _firsts(items: Sequence[Any]) -> tuple[set[str] | None, bool]:
    """Return the characters that may come first, written for a class, and whether a match may be empty; or not known."""
    found: set[str] = set()
    for op, value in items:
        if op in (code.AT, code.ASSERT, code.ASSERT_NOT):
            continue
        if op is code.LITERAL:
            return found | {_written(value)}, False
        if op is code.IN:
            known = _of_class(value)
            return (None if known is None else found | known), False
        inner: tuple[set[str] | None, bool]
        if op is code.BRANCH:
            inner = _one_of([_firsts(list(one)) for one in value[1]])
        elif op is code.SUBPATTERN and not value[1] & re.IGNORECASE:
            inner = _firsts(list(value[3]))
        elif op is code.ATOMIC_GROUP:
            inner = _firsts(list(value))
        elif op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            known, empty = _firsts(list(value[2]))
            inner = known, empty or value[0] == 0
        else:
            return None, False
        if inner[0] is None:
            return None, False
        found |= inner[0]
        if not inner[1]:
            return found, False
    return found, True


def _one_of(branches: Sequence[tuple[set[str] | None, bool]]) -> tuple[set[str] | None, bool]:
    found: set[str] = set()
    for known, _ in branches:
        if known is None:
            return None, False
        found |= known
    return found, any(empty for _, empty in branches)


def _of_class(items: Sequence[Any]) -> set[str] | None:
    found: set[str] = set()
    for op, value in items:
        if op is code.LITERAL:
            found.add(_written(value))
        elif op is code.RANGE and value[1] - value[0] <= _WIDEST_RANGE:
            found |= {_written(point) for point in range(value[0], value[1] + 1)}
        elif op is code.CATEGORY and value in (code.CATEGORY_DIGIT, code.CATEGORY_SPACE):
            found.add(r"\d" if value is code.CATEGORY_DIGIT else r"\s")
        else:
            return None
    return found


def _written(point: int) -> str:
    """Write a character for a class of an expression."""
    letter = chr(point)
    if letter.isascii() and letter.isprintable() and letter != " ":
        return "\\" + letter if letter in r"\]^-[&~|#" else letter
    return f"\\x{point:02x}" if point < 256 else f"\\u{point:04x}"
