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

    Raises:
        ModuleNotFoundError: ray is not installed.
    """

    def __init__(self, workers: int, *, address: str = "") -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # read on import: nothing leaves the house
        self._ray: Any = import_module("ray")
        self.workers = workers
        self.address = address

    def results(self, make: Callable[[], Work[Task, Result]], tasks: Iterable[Task]) -> Iterator[Result]:
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
            actor = ray.remote(num_cpus=1)(_Worker)
            workers = [actor.remote(make) for _ in range(self.workers)]
            waiting: deque[Any] = deque()
            for number, task in enumerate(tasks):
                waiting.append(workers[number % self.workers].do.remote(task))
                if len(waiting) >= AHEAD * self.workers:
                    yield self._got(waiting.popleft())
            while waiting:
                yield self._got(waiting.popleft())
        finally:
            if own:
                ray.shutdown()

    def _got(self, reference: Any) -> Any:
        """Wait for a result; trouble of the work itself is raised as it was, without ray's wrapping."""
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            if isinstance(error.cause, Exception):
                raise error.cause from None
            raise


class _Worker:
    """One process of the cluster, with what its work keeps between tasks."""

    def __init__(self, make: Callable[[], Work[Any, Any]]) -> None:
        self._work = make()

    def do(self, task: Any) -> Any:
        """Do the work on one task."""
        return self._work(task)
