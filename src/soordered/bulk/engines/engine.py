"""What a bulk run needs of an engine: work done on every block, the results in the order of the blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

Work = Callable[[Task], Result]

Progress = Callable[[int, int | None], None]
"""Told how much is done, of how much; nobody knows of how much before all is looked at."""


class Engine(Protocol):
    """Spreads work over workers."""

    def results(
        self,
        make: Callable[[], Work[Task, Result]],
        tasks: Iterable[Task],
        *,
        lost: Callable[[Task], Result] | None = None,
    ) -> Iterator[Result]:
        """Do work on every task, and yield the results in the order of the tasks.

        Args:
            make: makes the work; called once by each worker, so that what it keeps is kept between tasks.
            tasks: the tasks; read as workers become free.
            lost: gives the result of a task whose worker's process dies twice over it; without it the run ends there.
        """
