"""What a worker does: read its parts, run the stage, write its parts. Runs in any process; its arguments pickle."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline import resources
from pipeline.errors import DatelineError
from pipeline.flow import FLOW, Stage
from pipeline.settings import Settings
from pipeline.shards import choose_number, parts_of, shard_names, split
from pipeline.store import Store, empty
from pipeline.tables import REJECTS

Tables = tuple[pa.Table, ...]


@dataclass(frozen=True)
class Task:
    """One stage over one shard, or over all shards for a corpus stage."""

    stage: str
    parts: tuple[str, ...]
    receipt: str
    store: Store
    settings: Settings
    strict: bool

    def __str__(self) -> str:
        return f"{self.stage} of {self.parts[0] if len(self.parts) == 1 else 'all articles'}"


@dataclass(frozen=True)
class Outcome:
    """What came of a task: how many articles it did, and how many of them it could not do."""

    articles: int
    rejected: int
    seconds: float


def work(task: Task) -> Outcome:
    """Do the task. Raises DatelineError for a bad resource, or with --strict for an article that breaks the stage."""
    began = time.perf_counter()
    stage = next(stage for stage in FLOW if stage.name == task.stage)
    tables = tuple(task.store.read(table, parts_of(table, task.parts)) for table in stage.reads)
    needs = {name: resources.load(name, task.settings) for name in stage.needs}
    made, rejects = _run(stage, tables, needs, task)
    _write(stage, task, made, rejects)
    return Outcome(tables[0].num_rows if tables else 0, len(rejects), time.perf_counter() - began)


def _run(stage: Stage, tables: Tables, needs: dict[str, Any], task: Task) -> tuple[Tables, list[tuple[str, ...]]]:
    """The stage's tables; where an article breaks a map stage, those of the other articles, and a reject for it."""
    try:
        return stage.run(*tables, **needs), []
    except DatelineError:
        raise
    except Exception as error:
        if stage.corpus or task.strict:
            raise DatelineError(_complaint(task, error)) from error
        return _isolate(stage, tables, needs)


def _complaint(task: Task, error: Exception) -> str:
    return f"Stage {task} failed: {error!r}. This is a fault in dateline: please report it with this line."


def _isolate(stage: Stage, tables: Tables, needs: dict[str, Any]) -> tuple[Tables, list[tuple[str, ...]]]:
    """Run the stage article by article."""
    made: list[Tables] = []
    rejects: list[tuple[str, ...]] = []
    for path, article in _articles(tables):
        try:
            made.append(stage.run(*article, **needs))
        except Exception as error:  # noqa: BLE001  the article is named in `rejects` with what went wrong
            rejects.append((path, stage.name, type(error).__name__, _advice(stage, error)))
    whole = (pa.concat_tables([empty(t), *parts]) for t, *parts in zip(stage.writes, *made, strict=True))
    return tuple(whole), rejects


def _advice(stage: Stage, error: Exception) -> str:
    return f"Broke the stage {stage.name} ({error}) and was left out from there on: please report it with this text."


def _articles(tables: Tables) -> Iterator[tuple[str, Tables]]:
    """Each article's path and its own rows of the tables."""
    for article_id, path in zip(tables[0]["article_id"].to_pylist(), tables[0]["path"].to_pylist(), strict=True):
        yield path, tuple(t.filter(pc.equal(t["article_id"], article_id)) for t in tables)


def _write(stage: Stage, task: Task, made: Tables, rejects: list[tuple[str, ...]]) -> None:
    """Put the parts in their places; the rejects first, so that a finished part has its rejects beside it."""
    if not stage.corpus:
        part = f"{stage.name}-{task.parts[0]}"
        task.store.write_or_clear(REJECTS, part, REJECTS.table(rejects), task.receipt)
    shards = task.parts if stage.reads else shard_names(choose_number(made[0], len(task.parts)))
    for table, rows in zip(stage.writes, made, strict=True):
        for part, mine in split(rows, shards).items() if stage.corpus else ((task.parts[0], rows),):
            task.store.write(table, part, mine, task.receipt)
    if not stage.reads:  # the number of shards may have changed: from here on the new one holds
        task.store.prune(stage.writes[0].name, shards)
