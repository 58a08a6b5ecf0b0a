"""`dateline check`: what it lets pass and what it finds."""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.checks import check_tables
from pipeline.store import Store


def test_what_the_pipeline_writes_is_right(store: Store) -> None:
    assert check_tables(store.root) == []


@pytest.mark.parametrize("column", ["source_start", "cue_end", "char_start"])
def test_an_offset_that_holds_other_words_is_found(store: Store, tmp_path: Path, column: str) -> None:
    shutil.copytree(store.root, tmp_path / "out")
    part = next(p for p in sorted((tmp_path / "out/quotes").glob("*.parquet")) if pq.read_table(p).num_rows)
    rows = pq.read_table(part)
    moved = pa.array([place + 1 for place in rows[column].to_pylist()], pa.int32())
    pq.write_table(rows.set_column(rows.column_names.index(column), rows.schema.field(column), moved), part)
    assert [fault.split(":")[0] for fault in check_tables(tmp_path / "out")] == ["quotes"] * rows.num_rows
