"""What one stage costs, run in a process of its own."""

import resource
import time
from pathlib import Path

from pipeline.settings import Settings, default_language
from pipeline.store import Store
from pipeline.work import Task, work


def measure(store: Store, stage: str, parts: tuple[str, ...]) -> tuple[float, float, float]:
    """Seconds by the clock, CPU seconds and peak gigabytes of this process for the whole stage."""
    began = time.perf_counter()
    work(Task(stage, parts, "", store, Settings(Path(), default_language()), True))
    used = resource.getrusage(resource.RUSAGE_SELF)
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 2**20
