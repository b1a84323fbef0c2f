"""The cores of this machine: one process in the caller's own, or several beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
        ahead: how many tasks a worker has waiting; more where tasks take times that differ much.
        apart: whether a single worker has a process of its own too, so that a task which kills it does not end the run.
    """

    def __init__(self, workers: int = 1, *, ahead: int = AHEAD, apart: bool = False) -> None:
        self.workers = workers
        self._most = ahead * workers
        self._apart = apart or workers > 1

    def results(
        self,
        make: Callable[[], Work[Task, Result]],
        tasks: Iterable[Task],
        *,
        lost: Callable[[Task], Result] | None = None,
    ) -> Iterator[Result]:
        """Do work on every task in order; see ``Engine.results``."""
        if not self._apart:
            yield from map(make(), tasks)
            return
        waiting: deque[tuple[Task, Future[Result]]] = deque()
        rest = iter(tasks)
        done = False
        while not done:
            with self._pool(make, self.workers) as pool:
                try:
                    yield from self._until_done(pool, waiting, rest)
                    done = True
                except BrokenProcessPool:
                    if lost is None:
                        raise
                finally:
                    for _, future in waiting:
                        future.cancel()
            if lost is None:
                return
            # A process died, and with it the pool: what was under way is done again, each task alone.
            for task, future in waiting:
                yield self._alone(make, task, future, lost)
            waiting.clear()

    def _until_done(
        self, pool: ProcessPoolExecutor, waiting: deque[tuple[Task, Future[Result]]], rest: Iterator[Task]
    ) -> Iterator[Result]:
        for task in rest:
            try:
                future: Future[Result] = pool.submit(_do, task)
            except BrokenProcessPool as broken:
                future = Future()
                future.set_exception(broken)
            waiting.append((task, future))
            if len(waiting) >= self._most:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def _first(self, waiting: deque[tuple[Task, Future[Result]]]) -> Result:
        result = waiting[0][1].result()  # a task stays in the line until its result is there
        waiting.popleft()
        return result

    def _alone(
        self,
        make: Callable[[], Work[Task, Result]],
        task: Task,
        future: Future[Result],
        lost: Callable[[Task], Result],
    ) -> Result:
        if future.done() and not future.cancelled() and future.exception() is None:
            return future.result()
        for _ in range(2):  # the first death may have been another task's
            with self._pool(make, 1) as pool:
                try:
                    again: Future[Result] = pool.submit(_do, task)
                    return again.result()
                except BrokenProcessPool:
                    continue
        return lost(task)

    def _pool(self, make: Callable[[], Work[Any, Any]], workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start, initargs=(make,))


def _start(make: Callable[[], Work[Any, Any]]) -> None:
    _work[:] = [make()]


def _do(task: Any) -> Any:
    return _work[0](task)
