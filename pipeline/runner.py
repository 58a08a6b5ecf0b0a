"""Brings tables up to date, stage by stage and shard by shard: what has the right receipt is left as it is.

A receipt is a digest of the stage's code, of the resources it needs and of the parts it is made from, so that a
change goes exactly as far as it makes a difference: a part that comes out the same leaves what follows untouched.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from pipeline import resources
from pipeline.engines.engine import Map
from pipeline.flow import Stage
from pipeline.lineage import code_digest
from pipeline.settings import Settings
from pipeline.shards import complete, parts_of
from pipeline.store import Store
from pipeline.tables import REJECTS, Table
from pipeline.work import Task, work


@dataclass(frozen=True)
class Summary:
    """What a stage did in a run: shards made new and left as they were, rows per table, seconds, inputs rejected."""

    stage: str
    new: int
    kept: int
    rows: dict[str, int]
    seconds: float


class Watch:
    """Told of a run's progress; this one keeps it to itself."""

    def begin(self, stage: str, articles: int) -> None:
        """A stage begins with so many articles to do."""

    def advance(self, articles: int) -> None:
        """So many more are done."""


@dataclass(frozen=True)
class Run:
    """One run: where the tables are, what it reads, which map it runs on."""

    store: Store
    settings: Settings
    lend: Map
    watch: Watch
    strict: bool = False

    def bring_up_to_date(self, flow: Sequence[Stage]) -> list[Summary]:
        """Run what is not done. Raises DatelineError for a bad argument or resource."""
        out = [self._stage(stage) for stage in flow]
        self.store.prune(REJECTS.name, self._reject_parts(flow))
        return out

    def _stage(self, stage: Stage) -> Summary:
        began = time.perf_counter()
        tasks = self._corpus_task(stage) if stage.corpus else self._map_tasks(stage)
        left = [task for task in tasks if not self._done(stage, task)]
        self.watch.begin(stage.name, sum(map(self._articles, left)))
        for outcome in self.lend(work, left):
            self.watch.advance(outcome.articles)
        for table in set(stage.writes) - {REJECTS}:
            self.store.prune(table.name, parts_of(table, self._parts()))
        return Summary(stage.name, len(left), len(tasks) - len(left), self._rows(stage), time.perf_counter() - began)

    def _map_tasks(self, stage: Stage) -> list[Task]:
        recipe = self._recipe(stage)
        return [self._task(stage, (part,), recipe) for part in self._parts()]

    def _corpus_task(self, stage: Stage) -> list[Task]:
        return [self._task(stage, self._parts(), self._recipe(stage))]

    def _recipe(self, stage: Stage) -> list[str]:
        """What all parts of a stage are made with: digested once, not for each shard."""
        needs = [resources.digest(name, self.settings) for name in stage.needs]
        return [code_digest(stage.run.__module__), *needs]

    def _task(self, stage: Stage, parts: tuple[str, ...], recipe: list[str]) -> Task:
        receipt = self._receipt([*recipe, *self._ingredients(stage, parts)])
        return Task(stage.name, parts, receipt, self.store, self.settings, self.strict)

    def _receipt(self, texts: Iterable[str]) -> str:
        total = blake2b(digest_size=16)
        for text in texts:
            total.update(f"{text}\0".encode())
        return total.hexdigest()

    def _ingredients(self, stage: Stage, parts: tuple[str, ...]) -> Iterable[str]:
        for table in stage.reads:
            for part in parts_of(table, parts):
                stamp = self.store.stamp(table.name, part)
                yield f"{table.name} {part} {stamp.digest if stamp else None}"

    def _done(self, stage: Stage, task: Task) -> bool:
        made = [(t, part) for t in stage.writes for part in parts_of(t, task.parts)]
        stamps = [self.store.stamp(table.name, part) for table, part in made]
        return bool(made and task.parts) and all(s and s.receipt == task.receipt for s in stamps)

    def _parts(self) -> tuple[str, ...]:
        """The names of the shards, as `documents` has them; none before the first run."""
        return complete(self.store.parts("documents"))

    def _articles(self, task: Task) -> int:
        stamps = [self.store.stamp("documents", part) for part in task.parts]
        return sum(stamp.rows for stamp in stamps if stamp)

    def _rows(self, stage: Stage) -> dict[str, int]:
        return {table.name: self._count(table) for table in stage.writes}

    def _count(self, table: Table) -> int:
        names = self.store.parts(table.name) if table is REJECTS else parts_of(table, self._parts())
        return sum(stamp.rows for part in names if (stamp := self.store.stamp(table.name, part)))

    def _reject_parts(self, flow: Sequence[Stage]) -> list[str]:
        return [
            "all",
            *(f"{stage.name}-{part}" for stage in flow if not stage.corpus for part in self._parts()),
        ]
