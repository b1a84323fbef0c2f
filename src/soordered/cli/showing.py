"""The options ``--json`` and ``--plain`` of every verb, and printing in the form they ask for."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import TypeVar

import click

from soordered.cli.blocks import Block, Paragraph, Tone

_Command = TypeVar("_Command", bound=Callable[..., object])


class Form(Enum):
    """How a verb prints."""

    JSON = "json"
    PLAIN = "plain"
    TERMINAL = "terminal"


def forms(command: _Command) -> _Command:
    """Give a verb the options ``--json`` and ``--plain``; it receives them as ``as_json`` and ``plain``."""
    command = click.option(
        "--plain", is_flag=True, help="No colour and no boxes; the default when output is no terminal."
    )(command)
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, the same values as the library.")(command)


def form(*, as_json: bool, plain: bool) -> Form:
    """Choose the form: JSON if asked, boxes and colour on a capable terminal, plain text otherwise."""
    if as_json:
        return Form.JSON
    if plain or not sys.stdout.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return Form.PLAIN
    return Form.TERMINAL


def show(blocks: Iterable[Block], how: Form) -> None:
    """Print blocks, as plain text or on a terminal.

    Args:
        blocks: what to show.
        how: ``Form.PLAIN`` or ``Form.TERMINAL``.
    """
    if how is Form.TERMINAL:
        from soordered.cli.rich_from_blocks import show_on_terminal

        show_on_terminal(blocks)
        return
    from soordered.cli.plain_from_blocks import plain_text

    write(plain_text(blocks))


def show_json(value: Mapping[str, object], *, one_line: bool = False) -> None:
    """Print a JSON object, indented for a reader or on one line for a stream.

    Args:
        value: strings, numbers, dates, lists and mappings only.
        one_line: whether it is one of several objects, each on a line.
    """
    import json

    ascii_only = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    indent = None if one_line else 2
    write(json.dumps(value, indent=indent, ensure_ascii=ascii_only, default=_iso) + "\n")


def _iso(value: object) -> str:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    msg = f"{type(value).__name__} has no JSON form"
    raise TypeError(msg)


def write(text: str) -> None:
    """Write to standard output; what its encoding cannot hold is written as an escape, never lost."""
    encoding = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def disclaimer(computed_from: str, *, verified: str, lawbook: str) -> Paragraph:
    """Say under every output that people rely on where it comes from and what it is not.

    Args:
        computed_from: the order and its version, or what stands in its place.
        verified: ``"verified by NAME, DATE"``, or ``"unverified"``.
        lawbook: version of the shipped law.
    """
    return Paragraph(
        f"Computed from {computed_from}, {verified}; lawbook {lawbook}. Not legal advice; confirm against the docket.",
        Tone.QUIET,
    )
