"""`dateline check`: what it lets pass and what it finds."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.checks import check_tables
from pipeline.store import Store


def spoil(out: Path, table: str, values: Mapping[str, float | None]) -> None:
    """Set columns of the first row of a table."""
    file = next(path for path in sorted((out / table).glob("*.parquet")) if pq.read_metadata(path).num_rows)
    rows = pq.read_table(file)
    for name, value in values.items():
        cells = [value, *rows[name].to_pylist()[1:]]
        column = pa.array(cells, rows.schema.field(name).type)
        rows = rows.set_column(rows.schema.get_field_index(name), rows.schema.field(name), column)
    pq.write_table(rows, file)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"latitude": 91.0, "longitude": 0.0}, "cannot lie at latitude 91.0, longitude 0.0"),
        ({"latitude": 40.0, "longitude": -181.0}, "cannot lie at latitude 40.0, longitude -181.0"),
        ({"latitude": 40.0, "longitude": None}, "cannot lie at latitude 40.0, longitude None"),
        ({"latitude": -33.9, "longitude": 151.2}, ""),
    ],
)
def test_degrees_that_no_place_has(
    values: Mapping[str, float | None], fault: str, store: Store, tmp_path: Path
) -> None:
    out = tmp_path / "data"
    shutil.copytree(store.root, out)
    spoil(out, "entities", values)
    faults = check_tables(out)
    assert [fault in line for line in faults] == ([True] if fault else [])


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
