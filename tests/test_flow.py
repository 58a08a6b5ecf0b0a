"""The laws that every stage keeps, on real tables."""

import inspect
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from pipeline.flow import FLOW, Stage
from pipeline.store import Store, empty
from pipeline.tables import TABLES

by_name = pytest.mark.parametrize("stage", FLOW, ids=lambda stage: stage.name)
maps = pytest.mark.parametrize("stage", [s for s in FLOW if not s.corpus], ids=lambda stage: stage.name)
readers = pytest.mark.parametrize("stage", [s for s in FLOW if s.reads], ids=lambda stage: stage.name)
Resource = Callable[[str], Any]


def inputs(stage: Stage, store: Store) -> list[pa.Table]:
    return [store.read(table, store.parts(table.name)) for table in stage.reads]


def run(stage: Stage, tables: list[pa.Table], resource: Resource) -> list[list[dict[str, Any]]]:
    made = stage.run(*tables, **{name: resource(name) for name in stage.needs})
    assert [t.schema for t in made] == [t.schema for t in stage.writes]
    return [t.to_pylist() for t in made]


def canonical(tables: list[list[dict[str, Any]]]) -> list[list[str]]:
    return [sorted(map(repr, rows)) for rows in tables]


@by_name
def test_a_stage_is_what_the_flow_says(stage: Stage) -> None:
    parameters = inspect.signature(stage.run).parameters.values()
    positional = [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    keyword = [p.name for p in parameters if p.kind is p.KEYWORD_ONLY]
    assert positional == [table.name for table in stage.reads]
    assert keyword == list(stage.needs)
    assert stage.run.__module__ == f"pipeline.stages.{stage.name}"


def test_every_table_is_written_by_one_stage_before_it_is_read() -> None:
    written: list[str] = []
    for stage in FLOW:
        assert {table.name for table in stage.reads} <= set(written)
        written += [table.name for table in stage.writes]
    assert sorted(written) == sorted(table.name for table in TABLES)


@readers
def test_empty_in_empty_out(stage: Stage, resource: Resource) -> None:
    assert run(stage, [empty(table) for table in stage.reads], resource) == [[] for _ in stage.writes]


@readers
def test_the_same_in_the_same_out(stage: Stage, store: Store, resource: Resource) -> None:
    tables = inputs(stage, store)
    assert run(stage, tables, resource) == run(stage, tables, resource)


@maps
def test_parts_make_the_whole(stage: Stage, store: Store, resource: Resource) -> None:
    tables = inputs(stage, store)
    ids = tables[0]["article_id"].to_pylist()
    parts = [run(stage, [t.filter(pc.equal(t["article_id"], i)) for t in tables], resource) for i in ids]
    joined = [[row for part in parts for row in part[n]] for n in range(len(stage.writes))]
    assert canonical(joined) == canonical(run(stage, tables, resource))


@readers
def test_the_order_of_articles_makes_no_difference(stage: Stage, store: Store, resource: Resource) -> None:
    tables = inputs(stage, store)
    turned = [backwards(t) for t in tables]
    assert canonical(run(stage, turned, resource)) == canonical(run(stage, tables, resource))


def backwards(rows: pa.Table) -> pa.Table:
    """The articles in reverse order, the rows of each as they were."""
    if "article_id" not in rows.column_names:
        return rows
    ids = list(dict.fromkeys(rows["article_id"].to_pylist()))[::-1]
    return pa.concat_tables([rows.slice(0, 0), *(rows.filter(pc.equal(rows["article_id"], i)) for i in ids)])
