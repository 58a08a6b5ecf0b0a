"""A whole run from start to end: store, engine, progress, and the lines that sum it up."""

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from rich.console import Console

from pipeline.engines.engine import Map
from pipeline.engines.processes import processes
from pipeline.engines.serial import serial
from pipeline.flow import FLOW
from pipeline.progress import Bar, watch_for
from pipeline.resources import verify
from pipeline.runner import Run, Summary
from pipeline.settings import Settings
from pipeline.store import open_store


def launch(settings: Settings, out: Path, console: Console, *, workers: int | None, strict: bool) -> list[str]:
    """Bring the tables in `out` up to date and say what was done. DatelineError for a bad argument or resource."""
    verify(dict.fromkeys(name for stage in FLOW for name in stage.needs), settings)
    store, watch = open_store(out), watch_for(console)
    try:
        with _engine(workers or os.cpu_count() or 1) as lend:
            summaries = Run(store, settings, lend, watch, strict).bring_up_to_date(FLOW)
    finally:
        if isinstance(watch, Bar):
            watch.end()
    return list(_lines(summaries, out))


def _engine(workers: int) -> AbstractContextManager[Map]:
    return processes(workers) if workers > 1 else serial()


def _lines(summaries: Sequence[Summary], out: Path) -> Iterator[str]:
    """One line per stage, and where the tables are."""
    if not any(summary.new for summary in summaries):
        yield f"Nothing to do: every table in {out}/ is up to date."
        return
    yield f"{'stage':<10} {'new':>6} {'kept':>6} {'seconds':>8}  rows"
    for s in summaries:
        rows = ", ".join(f"{name} {count:,}" for name, count in s.rows.items())
        yield f"{s.stage:<10} {s.new:>6} {s.kept:>6} {s.seconds:>8.1f}  {rows}"
    yield f"The tables are in {out}/. Try: dateline show stories --out {out}"
