"""A Ray cluster: the processes of one machine, or of many that see the same files. The one file that imports ray."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from soordered.bulk.engines.engine import Result, Task, Work

AHEAD = 2
"""How many tasks a worker has waiting, so that memory stays bounded and no worker idles."""


class RayEngine:
    """Runs on a Ray cluster: the one at ``address``, or one of its own on this machine that ends with the run.

    Args:
        workers: how many processes.
        address: of a cluster that runs already, such as ``ray://head:10001``; its machines must see the files under the
            names given, and have this package.
        ahead: how many tasks a worker has waiting; more where tasks take times that differ much.

    Raises:
        ModuleNotFoundError: ray is not installed.
    """

    def __init__(self, workers: int, *, address: str = "", ahead: int = AHEAD) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # read on import: nothing leaves the house
        self._ray: Any = import_module("ray")
        self.workers = workers
        self.address = address
        self._most = ahead * workers

    def results(
        self,
        make: Callable[[], Work[Task, Result]],
        tasks: Iterable[Task],
        *,
        lost: Callable[[Task], Result] | None = None,
    ) -> Iterator[Result]:
        """Do work on every task in order; see ``Engine.results``."""
        ray = self._ray
        own = not ray.is_initialized()
        if own and self.address:
            ray.init(address=self.address, log_to_driver=False, logging_level="ERROR")
        elif own:
            ray.init(
                address="local", num_cpus=self.workers, include_dashboard=False, log_to_driver=False,
                logging_level="ERROR",
            )  # fmt: skip
        try:
            actor = ray.remote(num_cpus=1, max_restarts=-1)(_Worker)
            workers = _Workers(ray, [actor.remote(make) for _ in range(self.workers)])
            waiting: deque[tuple[Task, Any]] = deque()
            for task in tasks:
                waiting.append((task, workers.give(task)))
                if len(waiting) >= self._most:
                    yield self._got(workers, *waiting.popleft(), lost)
            while waiting:
                yield self._got(workers, *waiting.popleft(), lost)
        finally:
            if own:
                ray.shutdown()

    def _got(self, workers: _Workers, task: Any, reference: Any, lost: Callable[[Any], Any] | None) -> Any:
        """Wait for a result; trouble of the work itself is raised as it was, without ray's wrapping."""
        died = (self._ray.exceptions.RayActorError, self._ray.exceptions.WorkerCrashedError)
        for tries_left in (2, 1, 0):  # the first death may have been another task's
            try:
                return self._ray.get(reference)
            except self._ray.exceptions.RayTaskError as error:
                if isinstance(error.cause, Exception):
                    raise error.cause from None
                raise
            except died:
                if lost is None:
                    raise
                if tries_left:
                    workers.wait()  # so that the next death is this task's own
                    reference = workers.give(task)
        return lost(task) if lost is not None else None


class _Workers:
    """The processes of a run, each task given to the one with the least to do."""

    def __init__(self, ray: Any, actors: list[Any]) -> None:
        self._ray = ray
        self._actors = actors
        self._under_way: dict[Any, int] = {}

    def give(self, task: Any) -> Any:
        """Give a task to the worker with the fewest, and return the reference to its result."""
        held = list(self._under_way)
        if held:
            done, _ = self._ray.wait(held, num_returns=len(held), timeout=0, fetch_local=False)
            for reference in done:
                del self._under_way[reference]
        loads = [0] * len(self._actors)
        for place in self._under_way.values():
            loads[place] += 1
        place = loads.index(min(loads))
        reference = self._actors[place].do.remote(task)
        self._under_way[reference] = place
        return reference

    def wait(self) -> None:
        """Wait until nothing is under way."""
        held = list(self._under_way)
        if held:
            self._ray.wait(held, num_returns=len(held), fetch_local=False)
        self._under_way.clear()


class _Worker:
    """One process of the cluster, with what its work keeps between tasks."""

    def __init__(self, make: Callable[[], Work[Any, Any]]) -> None:
        self._work = make()

    def do(self, task: Any) -> Any:
        """Do the work on one task."""
        return self._work(task)
