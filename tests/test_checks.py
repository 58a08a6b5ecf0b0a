"""What `dateline check` finds in tables that something has spoiled."""

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
