"""Fenced blocks of the documentation, so that every example is run and compared with what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(?P<language>[\w-]*)[^\n]*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = "$ "
_ELLIPSIS = "..."
_EXIT = re.compile(r"^\[exit (\d+)\]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One command or program of a page.

    Args:
        page: the file.
        line: where its block begins.
        source: the command, or the program.
        output: what the page says it prints; a line of three dots stands for any lines.
        code: the exit code the page says it gives.
    """

    page: Path
    line: int
    source: str
    output: tuple[str, ...] = ()
    code: int = 0


def pages(checkout: Path) -> list[Path]:
    """Name every page that a reader is given."""
    return [checkout / "README.md", *sorted((checkout / "docs").rglob("*.md"))]


def console_examples(page: Path) -> list[Example]:
    """Read the commands of a page's ``console`` blocks with the output under each."""
    found: list[Example] = []
    for line, body in _blocks(page, "console"):
        command, output = "", list[str]()
        for offset, text in enumerate([*body.split("\n"), _PROMPT]):
            if not text.startswith(_PROMPT):
                output.append(text)
                continue
            if command:
                found.append(_console(page, line + offset, command, output))
            command, output = text.removeprefix(_PROMPT), []
    return found


def python_examples(page: Path) -> list[Example]:
    """Read the programs of a page's ``python`` blocks."""
    return [Example(page=page, line=line, source=body) for line, body in _blocks(page, "python")]


def toml_examples(page: Path) -> list[Example]:
    """Read the case files and notices of a page's ``toml`` blocks."""
    return [Example(page=page, line=line, source=body) for line, body in _blocks(page, "toml")]


def matches(expected: tuple[str, ...], printed: list[str]) -> bool:
    """Say whether what was printed is what the page says, three dots standing for any lines."""
    if not expected:
        return not printed
    head, *rest = expected
    if head == _ELLIPSIS:
        return any(matches(tuple(rest), printed[skip:]) for skip in range(len(printed) + 1))
    return bool(printed) and printed[0] == head and matches(tuple(rest), printed[1:])


def _blocks(page: Path, language: str) -> list[tuple[int, str]]:
    text = page.read_text(encoding="utf-8")
    return [
        (text.count("\n", 0, match.start()) + 1, match["body"].rstrip("\n"))
        for match in _FENCE.finditer(text)
        if match["language"] == language
    ]


def _console(page: Path, line: int, command: str, output: list[str]) -> Example:
    code = 0
    while output and not output[-1]:
        output.pop()
    if output and (told := _EXIT.match(output[-1])):
        code = int(told[1])
        output.pop()
    return Example(page=page, line=line, source=command, output=tuple(output), code=code)
