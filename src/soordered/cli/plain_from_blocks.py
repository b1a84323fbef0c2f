"""Blocks as plain text: no colour, no box, words instead of symbols; for pipes and screen readers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from soordered.cli.blocks import Block, Fields, Heading, Items, Paragraph, Sheet, Table


def plain_text(blocks: Iterable[Block]) -> str:
    """Write blocks as text that ends with a line end; one fact a line, so that ``grep`` finds it whole.

    Args:
        blocks: what to show.
    """
    parts = ["\n".join(line.rstrip() for line in _lines(block)) for block in blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            return [text]
        case Fields(fields=fields):
            return [f"{field.label}: {field.value}" for field in fields]
        case Items(items=items):
            return [f"- {item}" for item in items]
        case Table():
            return [line for row in block.rows for line in _record(block.columns, row.cells)]
        case Sheet(lines=lines):
            return ["".join(piece.text for piece in line) for line in lines]
        case _:
            assert_never(block)


def _record(columns: tuple[str, ...], cells: tuple[str, ...]) -> list[str]:
    """Write a row as a record: its name, then a line for each further column that says something."""
    first, *rest = (" ".join(cell.split("\n")) for cell in cells)
    return [f"- {first}", *(f"  {column}: {cell}" for column, cell in zip(columns[1:], rest, strict=True) if cell)]
