"""A bar that shows how far a long run is; on a terminal only, for pipes and files have no use for one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bar(title: str, total: int) -> Iterator[Callable[[int, int | None], None]]:
    """Show a bar on standard error while the block runs, if that is a terminal.

    Args:
        title: what is being done.
        total: how many steps there are.

    Yields:
        what is told how many steps are done, of how many.
    """
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=total)

        def told(done: int, of: int | None) -> None:
            bar.update(task, completed=done, total=of or total)

        yield told


def _silent(done: int, of: int | None) -> None:
    """Say nothing."""
