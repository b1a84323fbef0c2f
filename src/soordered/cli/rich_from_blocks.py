"""Blocks on a terminal, with colours and boxes; ``rich`` is loaded here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from soordered.cli.blocks import Block, Fields, Heading, Items, Paragraph, Sheet, Table, Tone

_STYLES = {Tone.PLAIN: "", Tone.STRONG: "bold", Tone.SAFE: "bold green", Tone.WARNING: "yellow", Tone.QUIET: "dim"}
_MOST_COLUMNS = 4  # a wider table is shown as cards, for a terminal of 80 columns
_SHORT_CELL = 24  # characters; a date with its hour is never broken over two lines


def show_on_terminal(blocks: Iterable[Block]) -> None:
    """Print blocks to the terminal.

    Args:
        blocks: what to show.
    """
    # Nothing of an order may be taken for markup, an emoji code or a number to be coloured.
    console = Console(markup=False, emoji=False, highlight=False)
    for position, block in enumerate(blocks):
        if position:
            console.print()
        console.print(_renderable(block), soft_wrap=isinstance(block, Sheet))


def _renderable(block: Block) -> RenderableType:
    match block:
        case Heading(text=text, level=level):
            return Text(text, style="bold underline" if level == 1 else "bold")
        case Paragraph(text=text, tone=tone):
            return Text(text, style=_STYLES[tone])
        case Fields(fields=fields):
            grid = RichTable.grid(padding=(0, 2))
            grid.add_column(style="dim", no_wrap=True)
            grid.add_column(overflow="fold")
            for field in fields:
                grid.add_row(Text(field.label), Text(field.value, style=_STYLES[field.tone]))
            return grid
        case Items(items=items, tone=tone):
            grid = RichTable.grid(padding=(0, 1))
            for item in items:
                grid.add_row("•", Text(item, style=_STYLES[tone]))
            return Padding(grid, (0, 0, 0, 1))
        case Table() if len(block.columns) > _MOST_COLUMNS:
            return _cards(block)
        case Table():
            table = RichTable(box=box.ROUNDED, show_lines=len(block.columns) > 3, header_style="bold")
            for position, column in enumerate(block.columns):
                lines = (line for row in block.rows for line in row.cells[position].split("\n"))
                longest = max(map(len, lines), default=0)
                table.add_column(column, overflow="fold", no_wrap=longest <= _SHORT_CELL)
            for row in block.rows:
                table.add_row(*(Text(cell, style=_STYLES[row.tone]) for cell in row.cells))
            return table
        case Sheet(lines=lines):
            return Text("\n").join(
                Text.assemble(*((piece.text, _STYLES[piece.tone]) for piece in line)) for line in lines
            )
        case _:
            assert_never(block)


def _cards(block: Table) -> RichTable:
    """Show each row as a card: its name at the left, every further column that says something on a line of its own."""
    table = RichTable(box=box.ROUNDED, show_header=False, show_lines=True)
    table.add_column(ratio=1, style="bold")
    table.add_column(ratio=3)
    for row in block.rows:
        inner = RichTable.grid(padding=(0, 1))
        inner.add_column(style="dim", no_wrap=True)
        inner.add_column(overflow="fold")
        for column, cell in zip(block.columns[1:], row.cells[1:], strict=True):
            if cell:
                inner.add_row(Text(column), Text(cell, style=_STYLES[row.tone]))
        table.add_row(Text(row.cells[0]), inner)
    return table
