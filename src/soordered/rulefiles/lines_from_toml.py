"""The line of a TOML text on which a key stands, for messages that name the place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from soordered.rules.checked_fields import FieldPath

_HEADER = re.compile(r"\s*(\[\[?)\s*(?P<keys>[^\]\[]+?)\s*\]")
_PAIR = re.compile(
    r"""\s*(?P<keys>(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*="""
)
_STEP = re.compile(r""""[^"]*"|'[^']*'|[A-Za-z0-9_-]+""")
_ESCAPE = re.compile(r"\\.")
_FENCES = ('"""', "'''")


def lines_from_toml(text: str) -> dict[FieldPath, int]:
    """Return where each table and key of a TOML text begins.

    Args:
        text: TOML that parses.

    Returns:
        lines from 1 by path; a number in a path is the place in a list, from 1.
    """
    lines: dict[FieldPath, int] = {}
    counts: dict[FieldPath, int] = {}
    table: FieldPath = ()
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        if fence:
            fence = _fence_after(line, fence)
            continue
        header = _HEADER.match(line)
        if header is not None:
            table = _table_path(_steps(header["keys"]), counts, is_list=header[1] == "[[")
            lines.setdefault(table, number)
            continue
        pair = _PAIR.match(line)
        if pair is not None:
            lines.setdefault((*table, *_steps(pair["keys"])), number)
            fence = _fence_after(line[pair.end() :], "")
    return lines


def line_of(path: FieldPath, lines: Mapping[FieldPath, int]) -> int:
    """Return the line of a path, or of the nearest table around it; 1 if nothing of it stands in the text.

    Args:
        path: keys, and places in lists from 1.
        lines: from ``lines_from_toml``.
    """
    for length in range(len(path), 0, -1):
        found = lines.get(path[:length])
        if found is not None:
            return found
    return 1


def _steps(keys: str) -> tuple[str, ...]:
    return tuple(step.strip("\"'") for step in _STEP.findall(keys))


def _table_path(steps: tuple[str, ...], counts: dict[FieldPath, int], *, is_list: bool) -> FieldPath:
    path: FieldPath = ()
    for place, step in enumerate(steps):
        path = (*path, step)
        if is_list and place == len(steps) - 1:
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _fence_after(rest: str, fence: str) -> str:
    """Say which multi-line text is still open at the end of a line.

    Args:
        rest: the line, or what stands after the key on it.
        fence: the marks of the text already open, empty for none.
    """
    if not fence:
        fence = rest.lstrip()[:3]
        if fence not in _FENCES:
            return ""
        rest = rest.lstrip()[3:]
    plain = _ESCAPE.sub("", rest) if fence == '"""' else rest
    return "" if fence in plain else fence
