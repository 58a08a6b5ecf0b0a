"""The cores of this machine: a pool of processes that each load a model once. A killed worker's work is retried."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from pipeline.engines.engine import In, Map, Out
from pipeline.errors import DatelineError

_TRIES = 3  # a worker that dies of what it is given dies again; more tries would only hide that


class _Pool:
    """A pool that is made at the first need and made again when a worker has died."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.executor: ProcessPoolExecutor | None = None

    def map(self, work: Callable[[In], Out], items: Iterable[In], /) -> Iterator[Out]:
        """The results as they come; what was lost with a worker is tried again."""
        left = list(items)
        if len(left) == 1:  # not worth another process
            yield work(left.pop())
        for _ in range(_TRIES):
            lost: list[In] = []
            yield from self._round(work, left, lost)
            left = lost
        if left:
            raise DatelineError(
                f"A worker died {_TRIES} times on {left[0]}: give it more memory, or run with --workers 1."
            )

    def _round(self, work: Callable[[In], Out], items: list[In], lost: list[In]) -> Iterator[Out]:
        futures: dict[Future[Out], In] = {self._pool().submit(work, item): item for item in items}
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                lost.append(futures[future])
        if lost:
            self.close()

    def _pool(self) -> ProcessPoolExecutor:
        # spawn: a fork of a process that has threads (pyarrow's) can hang
        self.executor = self.executor or ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"))
        return self.executor

    def close(self) -> None:
        """Let the workers go; work not yet begun is dropped."""
        if self.executor:
            self.executor.shutdown(cancel_futures=True)
        self.executor = None


@contextmanager
def processes(workers: int) -> Iterator[Map]:
    """Lends a map over `workers` processes."""
    pool = _Pool(workers)
    try:
        yield pool.map
    finally:
        pool.close()
