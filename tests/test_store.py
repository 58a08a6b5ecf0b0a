"""Parts are whole, stamped and pruned; what a user reads is what was written."""

from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from pipeline.errors import DatelineError
from pipeline.store import Store, digest, empty, open_store
from pipeline.tables import REJECTS, STORY_EVENTS, TABLES

ROW = ("a.txt", "ingest", "empty", "It holds no text.")


def test_a_part_comes_back_with_its_stamp(tmp_path: Path) -> None:
    store, rows = Store(tmp_path), REJECTS.table([ROW])
    store.write(REJECTS, "all", rows, "receipt")
    stamp = store.stamp("rejects", "all")
    assert stamp is not None
    assert (stamp.receipt, stamp.digest, stamp.rows) == ("receipt", digest(rows), 1)
    assert store.read(REJECTS, ["all"]).equals(rows)
    assert store.stamp("rejects", "other") is None


def test_the_digest_is_of_the_rows_however_they_are_cut() -> None:
    rows = REJECTS.table([ROW, ("b.txt", *ROW[1:])])
    assert digest(pa.concat_tables([rows.slice(0, 1), rows.slice(1)])) == digest(rows)
    assert digest(rows.slice(0, 1)) == digest(REJECTS.table([ROW]))
    assert digest(rows) != digest(rows.slice(1))


def test_a_write_that_fails_leaves_the_old_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.write(REJECTS, "all", REJECTS.table([ROW]), "old")

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("pipeline.store.os.replace", full)
    with pytest.raises(OSError, match="disk full"):
        store.write(REJECTS, "all", empty(REJECTS), "new")
    assert store.read(REJECTS, ["all"]).num_rows == 1
    assert [p.name for p in (tmp_path / "rejects").iterdir()] == ["all.parquet"]


def test_pruning_takes_our_parts_and_half_written_ones_and_no_foreign_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for part in ("a", "b"):
        store.write(STORY_EVENTS, part, empty(STORY_EVENTS), "r")
    pd.DataFrame({"x": [1]}).to_parquet(tmp_path / "story_events" / "mine.parquet")
    (tmp_path / "story_events" / ".c.123.tmp").touch()
    store.prune("story_events", ["a"])
    assert sorted(p.name for p in (tmp_path / "story_events").iterdir()) == ["a.parquet", "mine.parquet"]


def test_a_folder_that_cannot_be_written_to_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatelineError, match=r"cannot be written to .*--out"):
        open_store(tmp_path / "file")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_pandas_and_duckdb_read_every_table_as_it_is(store: Store, table: pa.Table) -> None:
    folder = store.root / table.name
    if not folder.exists():
        pytest.fail(f"{table.name} was not written")
    frame = pd.read_parquet(folder)
    answer = duckdb.connect().execute(f"select * from '{folder}/*.parquet'")
    assert list(frame.columns) == [column[0] for column in answer.description] == list(table.keys)
    assert len(frame) == len(answer.fetchall())


def test_every_column_says_what_it_is_in_the_file(store: Store) -> None:
    for table in TABLES:
        schema = store.read(table, store.parts(table.name)).schema
        assert all(len(field.metadata[b"description"]) > 8 for field in schema)
        assert len({column.name for column in table.columns}) == len(table.columns)


def test_list_columns_are_lists_for_everybody(store: Store) -> None:
    frame = pd.read_parquet(store.root / "events")
    assert len(frame) > 0
    answer = duckdb.connect().execute(f"select unnest(actors) from '{store.root}/events/*.parquet'").fetchall()
    assert [a for actors in frame["actors"] for a in actors] == [row[0] for row in answer]
