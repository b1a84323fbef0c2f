"""The cores of this machine: one process in the caller's own, or several beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from soordered.bulk.engines.engine import Result, Task, Work

AHEAD = 2
"""How many tasks a worker has waiting, so that memory stays bounded and no worker idles."""

_work: list[Work[Any, Any]] = []
"""What this worker does; one entry, made when the worker starts."""


class LocalEngine:
    """Runs on this machine.

    Args:
        workers: how many processes; 1 for none beside the caller's.
    """

    def __init__(self, workers: int = 1) -> None:
        self.workers = workers

    def results(self, make: Callable[[], Work[Task, Result]], tasks: Iterable[Task]) -> Iterator[Result]:
        """Do work on every task in order; see ``Engine.results``."""
        if self.workers == 1:
            yield from map(make(), tasks)
            return
        waiting: deque[Future[Result]] = deque()
        with ProcessPoolExecutor(
            self.workers, mp_context=get_context("spawn"), initializer=_start, initargs=(make,)
        ) as pool:
            try:
                for task in tasks:
                    waiting.append(pool.submit(_do, task))
                    if len(waiting) >= AHEAD * self.workers:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()


def _start(make: Callable[[], Work[Any, Any]]) -> None:
    _work[:] = [make()]


def _do(task: Any) -> Any:
    return _work[0](task)
